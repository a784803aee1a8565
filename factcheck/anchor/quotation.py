"""Quotations as articles print them: parts in order, with ellipses and editorial insertions between."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from factcheck.anchor.boundaries import is_boundary
from factcheck.anchor.folding import folds_between
from factcheck.anchor.haystack import Haystack, haystack_of
from factcheck.anchor.places import normalized_places, occurrences
from factcheck.anchor.resolving import Problem, Resolution, resolve, verbatim
from factcheck.model import Anchor, Document, Span, TextQuoteSelector

ELLIPSIS_GAP = 1_000
"""The most characters of the text that an ellipsis may stand for."""
INSERTION_GAP = 100
"""The most characters that words in square brackets may stand for."""
_ELLIPSIS = r"\[\s*(?:…|\.{3,4}|\.\s\.\s\.)\s*\]|\(\s*(?:…|\.{3,4}|\.\s\.\s\.)\s*\)|…|\.{3,4}|\.\s\.\s\."
_MARK = re.compile(rf"(?P<ellipsis>{_ELLIPSIS})|(?P<insertion>\[[^\[\]]*\])")
# "[T]he" for "the": only the letter's case is the editor's.
_CAPITAL = re.compile(r"\[(\w)\](?=\w)")
_EDGE = " \t\n\r.,;:"
_ENOUGH = 2
"""Two places are enough to know that there is not one."""


class Flaw(StrEnum):
    """Why a quotation has no place."""

    ABSENT = "absent"
    """A part is not in the text, verbatim or but for folding."""
    ORDER = "order"
    """Every part is there, but not in this order."""
    GAP = "gap"
    """The parts are there in order, but further apart than a mark may bridge."""
    AMBIGUOUS = "ambiguous"
    """The parts stand in order in several places."""
    EMPTY = "empty"
    """There are no words in it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a quotation that claims to be the source's own words."""

    text: str
    span: Span
    """In the quotation."""
    anchor: Anchor | None = None
    """`exact` or `normalized`."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The parts of a quotation with their places; or the flaw, and what the text has instead."""

    parts: tuple[Part, ...]
    flaw: Flaw | None = None
    missing: int | None = None
    """The index of the first part that is absent."""
    nearest: Resolution | None = None
    """How the absent part resolves by itself: a fuzzy anchor or a candidate with its changes, or nothing."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part with what bridges to it from the part before, in characters."""

    part: Part
    gap: int
    loose_start: bool
    """It touches square brackets, so that it may begin inside a word: "develop[ed]"."""
    loose_end: bool


def resolve_quotation(text: str | Document | Haystack, quotation: str) -> Quotation:
    """Find the parts of `quotation` (without its outer quotation marks) in the text, in order.

    Marks that the text itself has are the quote's own. Otherwise the parts between `[…]`, `(…)`, `…`,
    `...` and square brackets must each stand verbatim, or but for folding, in this order, an ellipsis
    bridging up to 1,000 characters and an insertion up to 100. Never fuzzy: a damaged part is absent,
    and `nearest` says what is there.
    """
    haystack = haystack_of(text)
    pieces = _pieces(quotation)
    if not pieces:
        return Quotation((), Flaw.EMPTY)
    literal = _literal(haystack, quotation)
    if literal:
        return literal
    places = [_places(haystack, piece) for piece in pieces]
    parts = tuple(piece.part for piece in pieces)
    for index, found in enumerate(places):
        if not found:
            nearest = resolve(haystack, TextQuoteSelector(parts[index].text))
            return Quotation(parts, Flaw.ABSENT, index, nearest)
    chains = _chains(places, [piece.gap for piece in pieces])
    if not chains:
        unbounded = _chains(places, [len(haystack.text)] * len(pieces))
        return Quotation(parts, Flaw.GAP if unbounded else Flaw.ORDER)
    if len(chains) > 1:
        return Quotation(parts, Flaw.AMBIGUOUS)
    return Quotation(
        tuple(
            Part(part.text, part.span, _anchor(haystack.text, part.text, span))
            for part, span in zip(parts, chains[0], strict=True)
        )
    )


def _literal(haystack: Haystack, quotation: str) -> Quotation | None:
    """The quotation with its marks as the text's own, if it stands so, verbatim or but for folding."""
    selector, part = TextQuoteSelector(quotation), Part(quotation, Span(0, len(quotation)))
    found = verbatim(haystack, selector)
    if found.anchor is None and found.problem is not Problem.AMBIGUOUS:
        if not normalized_places(haystack, selector)[0]:
            return None
        found = resolve(haystack, selector)
    if found.anchor is None:
        return Quotation((part,), Flaw.AMBIGUOUS)
    return Quotation((Part(part.text, part.span, found.anchor),))


def _pieces(quotation: str) -> list[_Piece]:
    """The parts between the marks; marks at the ends, and marks next to each other, bridge together."""
    plain, places = _without_capitals(quotation)
    pieces: list[_Piece] = []
    gap, at, loose = 0, 0, False
    for mark in [*_MARK.finditer(plain), None]:
        end = mark.start() if mark else len(plain)
        piece = _piece(plain, places, Span(at, end), gap, loose, bool(mark and mark["insertion"]))
        if piece:
            pieces.append(piece)
            gap = 0
        if mark:
            gap += ELLIPSIS_GAP if mark["ellipsis"] else INSERTION_GAP
            at, loose = mark.end(), bool(mark["insertion"])
    return pieces


def _without_capitals(quotation: str) -> tuple[str, list[int]]:
    """The quotation with "[T]he" as "The", and each character's offset in the quotation."""
    dropped: set[int] = set()
    for match in _CAPITAL.finditer(quotation):
        dropped |= {match.start(), match.end() - 1}
    kept = [at for at in range(len(quotation)) if at not in dropped]
    return "".join(quotation[at] for at in kept), kept


def _piece(
    plain: str, places: list[int], span: Span, gap: int, after_insertion: bool, before_insertion: bool
) -> _Piece | None:
    start, end = span.start, span.end
    while start < end and plain[start] in _EDGE:
        start += 1
    while end > start and plain[end - 1] in _EDGE:
        end -= 1
    if not any(char.isalnum() for char in plain[start:end]):
        return None
    raw = Span(places[start], places[end - 1] + 1)
    return _Piece(
        Part(plain[start:end], raw),
        gap,
        after_insertion and start == span.start,
        before_insertion and end == span.end,
    )


def _places(haystack: Haystack, piece: _Piece) -> list[Span]:
    text, selector = haystack.text, TextQuoteSelector(piece.part.text)
    exact = [
        span
        for span in occurrences(text, selector.exact)
        if (piece.loose_start or is_boundary(text, span.start))
        and (piece.loose_end or is_boundary(text, span.end))
    ]
    if exact:
        return exact
    whole, cut = normalized_places(haystack, selector)
    if piece.loose_start or piece.loose_end:
        whole += [
            span
            for span in cut
            if (piece.loose_start or is_boundary(text, span.start))
            and (piece.loose_end or is_boundary(text, span.end))
        ]
    return sorted(whole)


def _chains(places: list[list[Span]], gaps: list[int]) -> list[tuple[Span, ...]]:
    """The tightest ways through the places in order, none overlapping another; the shortest first."""
    steps: list[dict[Span, Span]] = []
    reached = places[0]
    for found, gap in zip(places[1:], gaps[1:], strict=True):
        # All places of a part are of much the same length, so that their ends are in order as well.
        ends = [span.end for span in reached]
        step: dict[Span, Span] = {}
        for span in found:
            before = bisect_right(ends, span.start) - 1
            if before >= 0 and span.start - ends[before] <= gap:
                step[span] = reached[before]
        steps.append(step)
        reached = sorted(step)
    chains = [_traced(last, steps) for last in reached]
    apart: list[tuple[Span, ...]] = []
    covered: list[Span] = []
    for chain in sorted(chains, key=lambda chain: (chain[-1].end - chain[0].start, chain)):
        extent = Span(chain[0].start, chain[-1].end)
        if len(apart) < _ENOUGH and not any(extent.overlaps(other) for other in covered):
            apart.append(chain)
            covered.append(extent)
    return apart


def _traced(last: Span, steps: list[dict[Span, Span]]) -> tuple[Span, ...]:
    chain = [last]
    for step in reversed(steps):
        chain.append(step[chain[-1]])
    return tuple(reversed(chain))


def _anchor(text: str, quote: str, span: Span) -> Anchor:
    if span.of(text) == quote:
        return Anchor(span)
    return Anchor(span, "normalized", folds_between(quote, span.of(text)) or ())
