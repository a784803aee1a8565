"""From a selector to a place: exact, then normalised, then fuzzy; and never a guess."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.anchor.boundaries import next_boundary
from factcheck.anchor.folding import fold, folds_between
from factcheck.anchor.haystack import Haystack, haystack_of
from factcheck.anchor.places import (
    SHOWN,
    choose,
    fits_context,
    most_places,
    normalized_places,
    occurrences,
    sorted_out,
    stands_once,
    stands_whole,
)
from factcheck.model import Anchor, Document, Span, TextQuoteSelector

if TYPE_CHECKING:
    from factcheck.anchor.changes import Change
    from factcheck.anchor.fuzzy import NearPlace


class Problem(StrEnum):
    """Why a selector has no place."""

    ABSENT = "absent"
    """Nothing in the text is the quote, or near enough to it."""
    AMBIGUOUS = "ambiguous"
    """Several places are equally good."""
    CUT = "cut"
    """The quote's characters stand there, but inside a word, or as a figure without its sign or unit."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a selector stands, or why it does not."""

    anchor: Anchor | None = None
    problem: Problem | None = None
    """None where there is an anchor."""
    candidates: tuple[Span, ...] = ()
    """Ambiguous: the equal places (the first 50). Cut: the whole words. Absent: the nearest place, if
    one is near enough to be named."""
    changes: tuple[Change, ...] = ()
    """How the quote (`old`) and the text in its place (`new`) differ: of a fuzzy anchor, or of the
    first candidate where the quote is absent or cut."""
    context_fits: bool = True
    """Whether prefix and suffix, as far as given, stand around the anchor (but for folding)."""

    @property
    def verbatim(self) -> bool:
        """True for an exact anchor."""
        return self.anchor is not None and self.anchor.grade == "exact"


def verbatim(
    text: str | Document | Haystack, selector: TextQuoteSelector, position: int | None = None
) -> Resolution:
    """Whether the quote stands in the text, letter by letter, in one place: cheap, nothing is folded.

    The anchor is `exact`; otherwise the problem is `absent` (it may still be there folded or changed:
    `resolve` tells), `ambiguous` or `cut`. position: as for `resolve`.
    Raises `ValueError` for an empty quote.
    """
    raw = _raw(text)
    if not selector.exact:
        raise ValueError("an empty quote has no place")
    if not (selector.prefix or selector.suffix) and stands_once(raw, selector.exact):
        at = raw.find(selector.exact)
        return Resolution(Anchor(Span(at, at + len(selector.exact))))
    pinned = _pinned(raw, selector)
    if pinned is not None:
        return Resolution(Anchor(pinned))
    found = occurrences(raw, selector.exact)
    whole, cut = sorted_out(raw, found, selector, most_places(selector, position))
    if whole:
        return _decided(raw, whole, selector, position)
    if cut:
        return Resolution(problem=Problem.CUT, candidates=_widened(raw, cut))
    return Resolution(problem=Problem.ABSENT)


def resolve(
    text: str | Document | Haystack, selector: TextQuoteSelector, position: int | None = None
) -> Resolution:
    """Find the place of a quote: exact, else normalised, else fuzzy.

    text: pass a `Haystack` to share what is prepared among many quotes of a text. position: where the
    quote was once, in code points; decides only between places that neither the quote nor its context
    tells apart. Only an `exact` anchor is verbatim; a `fuzzy` one comes with its distance (Levenshtein,
    in code points, between the folded quote and the folded text) and with the changes by name.
    Raises `ValueError` for an empty quote.
    """
    exact = verbatim(text, selector, position)
    if exact.anchor or exact.problem is Problem.AMBIGUOUS:
        return exact
    haystack = haystack_of(text)
    whole, cut = normalized_places(haystack, selector, position)
    if whole:
        return _decided(haystack.text, whole, selector, position)
    candidates = exact.candidates or _widened(haystack.text, cut)
    return _fuzzy(haystack, selector, position, candidates)


def _raw(text: str | Document | Haystack) -> str:
    return text if isinstance(text, str) else text.text


def _pinned(text: str, selector: TextQuoteSelector) -> Span | None:
    """The only place where prefix, quote and suffix stand in one piece, if there is just one."""
    if not (selector.prefix or selector.suffix):
        return None
    stretch = selector.prefix + selector.exact + selector.suffix
    at = text.find(stretch)
    spans: list[Span] = []
    while at != -1 and len(spans) < 2:
        start = at + len(selector.prefix)
        span = Span(start, start + len(selector.exact))
        if stands_whole(text, span, selector):
            spans.append(span)
        at = text.find(stretch, at + 1)
    return spans[0] if len(spans) == 1 else None


def _decided(text: str, places: list[Span], selector: TextQuoteSelector, position: int | None) -> Resolution:
    left = choose(text, places, selector, position)
    if len(left) > 1:
        return Resolution(problem=Problem.AMBIGUOUS, candidates=left[:SHOWN])
    span = left[0]
    fits = fits_context(text, span, selector)
    if span.of(text) == selector.exact:
        return Resolution(Anchor(span), context_fits=fits)
    folds = folds_between(selector.exact, span.of(text)) or ()
    return Resolution(Anchor(span, "normalized", folds), context_fits=fits)


def _widened(text: str, places: list[Span]) -> tuple[Span, ...]:
    """The places with the words whole that they cut."""
    found = []
    for place in places:
        start, end = next_boundary(text, place.start, -1), next_boundary(text, place.end, 1)
        found.append(Span(place.start if start is None else start, place.end if end is None else end))
    return tuple(found)


def _fuzzy(
    haystack: Haystack, selector: TextQuoteSelector, position: int | None, cut: tuple[Span, ...]
) -> Resolution:
    from factcheck.anchor import fuzzy

    quote = fold(selector.exact).text.strip()
    near = fuzzy.find(haystack, selector, quote)
    if near and near[0].distance <= fuzzy.allowed(len(quote)):
        return _nearest(haystack, selector, position, near)
    if cut:
        return Resolution(
            problem=Problem.CUT, candidates=cut, changes=_changes(haystack.text, selector, cut[0])
        )
    if near and near[0].distance <= fuzzy.nameable(len(quote)):
        span = haystack.smooth.span(near[0].span.start, near[0].span.end)
        changes = _changes(haystack.text, selector, span)
        return Resolution(problem=Problem.ABSENT, candidates=(span,), changes=changes)
    return Resolution(problem=Problem.ABSENT)


def _nearest(
    haystack: Haystack, selector: TextQuoteSelector, position: int | None, near: list[NearPlace]
) -> Resolution:
    from rapidfuzz.distance import Levenshtein

    text, best = haystack.text, near[0].distance
    equal = [
        haystack.smooth.span(place.span.start, place.span.end) for place in near if place.distance == best
    ]
    # Of places that folding makes equal, the one that needed less of it is nearer.
    unfolded = [Levenshtein.distance(selector.exact, span.of(text)) for span in equal]
    places = [span for span, edits in zip(equal, unfolded, strict=True) if edits == min(unfolded)]
    left = choose(text, places, selector, position)
    if len(left) > 1:
        return Resolution(problem=Problem.AMBIGUOUS, candidates=left)
    anchor = Anchor(left[0], "fuzzy", distance=best)
    changes = _changes(text, selector, left[0])
    return Resolution(anchor, changes=changes, context_fits=fits_context(text, left[0], selector))


def _changes(text: str, selector: TextQuoteSelector, span: Span) -> tuple[Change, ...]:
    from factcheck.anchor.changes import word_diff

    return word_diff(selector.exact, span.of(text))
