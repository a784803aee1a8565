"""A claim's wordings held against its own quotes, and against one another (FC302, FC303, FC304)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.align import Alignment, align
from factcheck.conflicts import conflicts
from factcheck.conflicts.pair import Pair
from factcheck.judge import Judge, says
from factcheck.language.analysis import Analysis
from factcheck.language.reach import is_question, sentence_of
from factcheck.model import Claim, Conflict, Diagnostic, Label, Severity, Span, Stance
from factcheck.rules.clean import Clean
from factcheck.rules.held import Setting, Settings, unheld
from factcheck.rules.places import Places
from factcheck.workspace import AnchoredEvidence, Workspace

_LONGEST = 120
"""Characters of a quote that a message shows."""


_LEFT_TO_QUOTES = ("modality", "role")
"""Kinds of clashes that a wording has with its quotes or not at all: of two wordings, each with words of its
own, they say too little."""


class _Quote(NamedTuple):
    """A quote of a claim, read."""

    found: AnchoredEvidence
    reading: Analysis

    @property
    def supports(self) -> bool:
        return self.found.evidence.stance is Stance.SUPPORTS


def check(workspace: Workspace) -> Iterator[Diagnostic]:
    """The faults of every claim whose quotes stand."""
    judge = Judge(workspace.lexicon, workspace.calibration)
    places, settings, clean = Places(workspace.root), Settings(workspace), Clean(workspace, "bearing")
    for claim in workspace.claims:
        anchored = workspace.anchored[claim.id]
        read = (claim.wordings, [_as_read(found) for found in anchored])
        if not anchored or clean.knows(read):
            continue
        faults = list(_Reader(workspace, judge, places, settings, claim, anchored).faults())
        if not faults:
            clean.add(read)
        yield from faults
    clean.keep()


def _as_read(found: AnchoredEvidence) -> tuple[object, ...]:
    """All of a quote that the rules go by: the text around it is in the hash of its document."""
    source = found.document.source
    setting = (source.issued, source.title, source.publisher, source.people, source.layout)
    return found.document.sha256, found.span, found.evidence.stance, setting


class _Reader:
    """One claim, its wordings and its quotes read with the date of its first source."""

    def __init__(
        self,
        workspace: Workspace,
        judge: Judge,
        places: Places,
        settings: Settings,
        claim: Claim,
        anchored: Sequence[AnchoredEvidence],
    ) -> None:
        self._workspace, self._judge, self._places, self._claim = workspace, judge, places, claim
        self._issued = anchored[0].document.source.issued
        self._quotes = [
            _Quote(
                found, workspace.analysis(found.span.of(found.document.text), found.document.source.issued)
            )
            for found in anchored
        ]
        self._setting: Setting = settings.of(anchored)
        self._number = 0

    def faults(self) -> Iterator[Diagnostic]:
        statement = self._read(self._claim.statement)
        wrong = False
        for number, wording in enumerate(self._claim.wordings):
            reading = self._read(wording) if number else statement
            pairs = [self._pair(reading, quote.reading) for quote in self._quotes]
            self._number = number
            clashes = list(self._clashes(reading, pairs))
            loose = [] if clashes else list(self._unheld(reading, pairs))
            yield from (*clashes, *loose)
            wrong = wrong or (bool(clashes) and not number)
            if number and not (clashes or loose or wrong):
                yield from self._strays(reading, statement)

    def _read(self, text: str) -> Analysis:
        return self._workspace.analyst.analyse(text, self._issued)

    def _pair(self, statement: Analysis, evidence: Analysis) -> Pair:
        alignment: Alignment = align(statement, evidence, self._workspace.lexicon)
        return Pair(statement, evidence, alignment, self._workspace.lexicon)

    def _clashes(self, reading: Analysis, pairs: Sequence[Pair]) -> Iterator[Diagnostic]:
        """FC302."""
        for quote, pair in zip(self._quotes, pairs, strict=True):
            if quote.supports:
                found = next((clash for clash in conflicts(pair) if self._counts(clash, pair)), None)
                if found is not None and not says(quote.reading, reading):
                    yield self._clash(reading, quote, found)
            elif self._says_just_that(pair):
                message = f"the quote at {self._place(quote)} is said to refute it, and bears it out"
                mend = 'set stance = "supports", or quote what rules it out'
                yield self._fault("FC302", Severity.ERROR, message, reading.text, mend)

    def _clash(self, reading: Analysis, quote: _Quote, found: Conflict) -> Diagnostic:
        words = found.evidence_span.of(quote.reading.text)
        why = f": {found.detail}" if found.detail else ""
        message = (
            f"“{found.statement_span.of(reading.text)}” clashes with “{words}” in the claim’s own quote "
            f"at {self._place(quote)} ({found.code}{why})"
        )
        mend = "say what the quote says"
        return self._fault("FC302", Severity.ERROR, message, reading.text, mend, found.statement_span)

    def _counts(self, clash: Conflict, pair: Pair) -> bool:
        """Whether a clash is one: a question takes for granted what it asks about, and "as of" the month of
        issue says when the source speaks."""
        if clash.code == "modality":
            return not _asked(pair.evidence, clash.evidence_span)
        if clash.code == "date":
            return not self._setting.is_issue(pair.statement, clash.statement_span)
        return True

    def _says_just_that(self, pair: Pair) -> bool:
        """Whether a quote makes a wording true in its own words, all in their order."""
        said = iter([word.lemma for word in pair.evidence.words])
        if not all(word.lemma in said for word in pair.statement.words):
            return False
        return self._judge.pair(pair.statement, pair.evidence).label is Label.SUPPORTED

    def _unheld(self, reading: Analysis, pairs: Sequence[Pair]) -> Iterator[Diagnostic]:
        """FC303: of a claim that is only refuted, the figures and names are what is wrong with it."""
        if not any(quote.supports for quote in self._quotes):
            return
        for kind, span in unheld(reading, pairs, self._setting):
            message = f"the {kind} “{span.of(reading.text)}” is in none of the claim’s quotes"
            mend = "leave it out, quote what it rests on, or add an alias"
            yield self._fault("FC303", Severity.WARNING, message, reading.text, mend, span)

    def _strays(self, reading: Analysis, statement: Analysis) -> Iterator[Diagnostic]:
        """FC304."""
        pair = self._pair(reading, statement)
        clashes = (clash for clash in conflicts(pair) if clash.code not in _LEFT_TO_QUOTES)
        clash = next((clash for clash in clashes if self._counts(clash, pair)), None)
        if clash is not None and not says(statement, reading):
            own, other = clash.statement_span.of(reading.text), clash.evidence_span.of(statement.text)
            message = f"“{own}” clashes with “{other}” in the statement ({clash.code})"
            yield self._stray(message, reading, clash.statement_span)
            return
        for kind, span in unheld(reading, [pair], self._setting, figures_only=True):
            message = f"the {kind} “{span.of(reading.text)}” is not in the statement"
            yield self._stray(message, reading, span)

    def _stray(self, message: str, reading: Analysis, focus: Span) -> Diagnostic:
        mend = "`also` holds the same in other words; make a claim of its own of what is more"
        return self._fault("FC304", Severity.WARNING, message, reading.text, mend, focus)

    def _place(self, quote: _Quote) -> str:
        found = quote.found
        return str(self._workspace.location(found.document, found.span.start))

    def _fault(
        self,
        code: str,
        severity: Severity,
        message: str,
        wording: str,
        mend: str,
        focus: Span | None = None,
    ) -> Diagnostic:
        where = self._places.of_wording(self._claim, self._number)
        return Diagnostic(code, severity, message, where, mend, self._claim.id, wording, focus)


def _asked(analysis: Analysis, span: Span) -> bool:
    """Whether the sentence that holds a span is a question."""
    for index, word in enumerate(analysis.words):
        if word.span.end > span.start:
            return is_question(analysis, sentence_of(analysis, index)[1])
    return False
