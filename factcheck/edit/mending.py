"""What is to be done about a quote that does not stand as it should: mended safely, by judgement, or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.anchor import Fate, Haystack, Problem, describe, drift, verbatim
from factcheck.drifted import has_changed
from factcheck.edit.placing import Place, Safety, context_place, drifted_place, place_of_speaker
from factcheck.model import (
    Claim,
    CoverageException,
    Document,
    Evidence,
    Location,
    Span,
    TextQuoteSelector,
)
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.anchor.changes import Change


@dataclass(frozen=True, slots=True)
class Mend:
    """A fault, and the strings that would mend it."""

    code: str
    """Of the diagnostic that `validate` gives for it."""
    location: Location
    claim: str | None
    what: str
    """In a few words: what is wrong, or what became of the quote."""
    safety: Safety
    values: Mapping[str, str]
    """Keys of the evidence (or exception, or source), and what they are to be. Empty for `NEVER`."""
    quote: str = ""
    """As the file has it."""
    changes: tuple[Change, ...] = ()
    """How the quote (`old`) and the source (`new`) differ."""
    number: int = 0
    """Which piece of the claim's evidence, or which exception of the file, from 0."""
    help: str = ""
    """What a person can do."""


class Mender:
    """Mends quotes of one workspace; texts are prepared once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._haystacks: dict[str, Haystack] = {}

    def quotes(self) -> Iterator[Mend]:
        """A mend for every quote of a claim that does not stand as it should, in the order of the claims."""
        for claim in self._workspace.claims:
            for number, evidence in enumerate(claim.evidence):
                document = self._workspace.documents.get(evidence.source)
                if document is not None and (mend := self._quote(claim, number, evidence, document)):
                    yield mend

    def exceptions(self) -> Iterator[Mend]:
        """A mend for every exception whose quote is not in its source to the letter."""
        numbers: dict[str, int] = {}
        for exception in self._workspace.exceptions:
            number = numbers.get(exception.location.path, 0)
            numbers[exception.location.path] = number + 1
            document = self._workspace.documents.get(exception.source)
            if document is not None and exception.quote not in document.text:
                yield self._exception(exception, number, document)

    def _quote(self, claim: Claim, number: int, evidence: Evidence, document: Document) -> Mend | None:
        place = self._place(evidence, document)
        if place is None:
            return None
        values: dict[str, str] = {}
        if place.span is not None and place.safety is not Safety.NEVER:
            selector = selector_at(document, place.span, evidence.selector)
            place = self._checked(claim, evidence._replace(selector=selector), evidence, place)
            if place.safety is not Safety.NEVER:
                values = _differing(evidence.selector, selector)
        return Mend(
            place.code,
            evidence.location,
            claim.id,
            place.what,
            place.safety,
            values,
            evidence.selector.exact,
            place.changes,
            number,
            place.help,
        )

    def _haystack(self, document: Document) -> Haystack:
        return self._haystacks.setdefault(document.source.id, Haystack(document.text))

    def _place(self, evidence: Evidence, document: Document) -> Place | None:
        """Where the quote belongs; None where it stands as it should."""
        selector = evidence.selector
        exact = verbatim(document, selector)
        if exact.anchor is not None:
            return context_place(document, selector, exact)
        if exact.problem is Problem.AMBIGUOUS:
            spoken = place_of_speaker(document, exact.candidates, evidence.speaker)
            if spoken is None:
                fate = f"{Fate.AMBIGUOUS}: " if has_changed(document) else ""
                told = f"{fate}stands more than once"
                return Place(
                    None,
                    Safety.NEVER,
                    told,
                    "FC202",
                    help="add the words right before or after it as prefix or suffix",
                )
            return Place(
                spoken, Safety.SAFE, "stands more than once; its speaker tells which is meant", "FC202"
            )
        return drifted_place(evidence, document, drift(selector, self._haystack(document)))

    def _checked(self, claim: Claim, mended: Evidence, evidence: Evidence, place: Place) -> Place:
        """The place, or why the quote may not be mended although its place is known."""
        anchored = self._workspace.anchor(mended)
        if anchored is None or anchored.span != place.span:
            told = f"{place.what}; and it is not one speaker's words there, or not those of the one named"
            return replace(place, safety=Safety.NEVER, what=told, help="quote the speaker that is named")
        if place.safety is Safety.UNSAFE and place.changes and self._now_clashes(claim, mended, evidence):
            told = f"{place.what}; the claim's statement clashes with what the source says now"
            return replace(
                place, safety=Safety.NEVER, what=told, help="reword the claim, or take the quote out"
            )
        return place

    def _now_clashes(self, claim: Claim, mended: Evidence, evidence: Evidence) -> bool:
        """True where the new words clash with the claim's statement and the old ones did not."""
        from factcheck.judge import Judge

        workspace = self._workspace
        judge = Judge(workspace.lexicon, workspace.calibration)
        issued = workspace.documents[evidence.source].source.issued
        statement = workspace.analyst.analyse(claim.statement, issued)
        before, after = (
            judge.pair(statement, workspace.analysis(words.selector.exact, issued)).conflicts
            for words in (evidence, mended)
        )
        return {clash.code for clash in after} > {clash.code for clash in before}

    def _exception(self, exception: CoverageException, number: int, document: Document) -> Mend:
        selector = TextQuoteSelector(exception.quote)
        found = drift(selector, self._haystack(document))
        place = drifted_place(None, document, found)
        values = {"quote": place.span.of(document.text)} if place.span else {}
        return Mend(
            "FC205",
            exception.location,
            None,
            place.what,
            place.safety if values else Safety.NEVER,
            values if place.safety is not Safety.NEVER else {},
            exception.quote,
            place.changes,
            number,
            place.help,
        )


def selector_at(document: Document, span: Span, old: TextQuoteSelector) -> TextQuoteSelector:
    """The selector of a place: its letters, and no less context than it needs or than `old` has."""
    least = describe(document, span)
    text = document.text
    before = max(len(least.prefix), len(old.prefix))
    after = max(len(least.suffix), len(old.suffix))
    return TextQuoteSelector(
        least.exact, text[max(0, span.start - before) : span.start], text[span.end : span.end + after]
    )


def _differing(old: TextQuoteSelector, new: TextQuoteSelector) -> dict[str, str]:
    pairs = {
        "quote": (old.exact, new.exact),
        "prefix": (old.prefix, new.prefix),
        "suffix": (old.suffix, new.suffix),
    }
    return {key: now for key, (before, now) in pairs.items() if before != now}
