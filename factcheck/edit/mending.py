"""What is to be done about a quote that does not stand as it should: mended safely, by judgement, or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.anchor import Drift, Fate, Haystack, Problem, Resolution, describe, drift, resolve, verbatim
from factcheck.drifted import has_changed
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

_MOST_PLACES = 50
"""Of so many equal places not all may be known, so that nobody can be told apart by them."""


class Safety(StrEnum):
    """How sure it is that a mend is what the curator meant."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    """It needs a judgement: the words themselves differ."""
    NEVER = "never"
    """Only a person can mend it."""


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


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a quote belongs, how sure that is, and why it needs mending."""

    span: Span | None
    safety: Safety
    what: str
    code: str = "FC201"
    changes: tuple[Change, ...] = ()
    help: str = ""


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
            place = self._checked(claim, replace(evidence, selector=selector), evidence, place)
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

    def _place(self, evidence: Evidence, document: Document) -> _Place | None:
        """Where the quote belongs; None where it stands as it should."""
        selector = evidence.selector
        exact = verbatim(document, selector)
        if exact.anchor is not None:
            return _context(document, selector, exact)
        if exact.problem is Problem.AMBIGUOUS:
            spoken = _spoken(document, exact.candidates, evidence.speaker)
            if spoken is None:
                told = "stands more than once"
                return _Place(
                    None,
                    Safety.NEVER,
                    told,
                    "FC202",
                    help="add the words right before or after it as prefix or suffix",
                )
            return _Place(
                spoken, Safety.SAFE, "stands more than once; its speaker tells which is meant", "FC202"
            )
        return _drifted(evidence, document, drift(selector, self._haystack(document)))

    def _checked(self, claim: Claim, mended: Evidence, evidence: Evidence, place: _Place) -> _Place:
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
        place = _drifted(None, document, found)
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


def _context(document: Document, selector: TextQuoteSelector, found: Resolution) -> _Place | None:
    """What is wrong with the context of a quote that stands; None if nothing is."""
    span = found.anchor.span if found.anchor else Span(0, 0)
    text = document.text
    if text.endswith(selector.prefix, 0, span.start) and text.startswith(selector.suffix, span.end):
        return None
    if found.context_fits:
        return _Place(span, Safety.SAFE, "its prefix or suffix is not to the letter")
    if drift(selector, document).fate is Fate.AMBIGUOUS:
        told = "stands in one place, which has other surroundings than its prefix and suffix"
        return _Place(None, Safety.NEVER, told, help="see whether it is the place that is meant")
    return _Place(span, Safety.UNSAFE, "does not stand between its prefix and suffix")


def _spoken(document: Document, places: tuple[Span, ...], speaker: str | None) -> Span | None:
    """The one of several places where `speaker` speaks, if it is one."""
    if speaker is None or len(places) >= _MOST_PLACES:
        return None
    own = [place for place in places if document.turn_at(place.start).speaker == speaker]
    return own[0] if len(own) == 1 else None


def _drifted(evidence: Evidence | None, document: Document, found: Drift) -> _Place:
    """What to do about a quote that does not stand to the letter."""
    resolution, anchor = found.resolution, found.resolution.anchor
    fate = f"{found.fate}: " if has_changed(document) else ""
    if found.fate is Fate.DELETED:
        told = f"{fate}nothing in the source is like it"
        return _Place(None, Safety.NEVER, told, help="quote the source to the letter, or take it out")
    if found.fate is Fate.AMBIGUOUS or found.span is None:
        spoken = _spoken(document, resolution.candidates, evidence.speaker) if evidence else None
        if spoken is not None and evidence is not None:
            near = resolve(spoken.of(document.text), TextQuoteSelector(evidence.selector.exact))
            if near.anchor is not None and near.anchor.grade == "normalized":
                told = f"{fate}differs in {', '.join(near.anchor.folds)}"
                return _Place(spoken, Safety.SAFE, told)
        told = f"{fate}may be any of several passages"
        return _Place(None, Safety.NEVER, told, help="quote the one that is meant to the letter")
    if anchor is not None and anchor.grade == "normalized":
        safety = Safety.SAFE if resolution.context_fits or not _has_context(evidence) else Safety.UNSAFE
        return _Place(found.span, safety, f"{fate}differs in {', '.join(anchor.folds)}")
    cut = resolution.problem is Problem.CUT
    told = fate + ("cuts a word or a figure" if cut else "has other words than its source")
    return _Place(found.span, Safety.UNSAFE, told, changes=resolution.changes)


def _has_context(evidence: Evidence | None) -> bool:
    return evidence is not None and bool(evidence.selector.prefix or evidence.selector.suffix)
