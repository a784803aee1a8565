"""Where a quote stands verbatim, or verbatim but for folding, and which of several places is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from factcheck.anchor.boundaries import is_boundary
from factcheck.anchor.folding import BREAK, Folded, equal_folded, fold
from factcheck.anchor.haystack import Haystack, Layer, hyphenless
from factcheck.model import Span, TextQuoteSelector

SHOWN = 50
"""How many of many equal places are handed back."""
_COUNTED = 100_000
"""Where a quote stands in so many places, neither context nor position is asked which is meant."""
_CONTEXT = 8
"""From so many characters on, context that has changed itself may still decide."""
_ALIKE, _LEAD = 0.6, 0.2
"""How like the selector's its place's context must be then, and how much more than any other's."""


def occurrences(text: str, quote: str) -> Iterator[Span]:
    """Every place of `quote`, overlapping ones too, whatever stands around it."""
    at = text.find(quote)
    while at != -1:
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1)


def stands_once(text: str, quote: str) -> bool:
    """True where `quote` stands in one place, to the letter, and cuts no word or figure there."""
    at = text.find(quote)
    return (
        at != -1
        and is_boundary(text, at)
        and is_boundary(text, at + len(quote))
        and text.find(quote, at + 1) == -1
    )


def sorted_out(
    text: str, found: Iterable[Span], selector: TextQuoteSelector, most: int
) -> tuple[list[Span], list[Span]]:
    """The places that stand whole, the first `most` of them; and the first few that cut a word.

    No more than 200,000 places are looked at.
    """
    whole: list[Span] = []
    cut: list[Span] = []
    for span in islice(found, 2 * _COUNTED):
        if stands_whole(text, span, selector):
            whole.append(span)
            if len(whole) == most:
                break
        elif len(cut) < SHOWN:
            cut.append(span)
    return whole, cut


def most_places(selector: TextQuoteSelector, position: int | None) -> int:
    """How many equal places are worth knowing: few, where nothing will decide between them."""
    return _COUNTED if selector.prefix or selector.suffix or position is not None else SHOWN


def stands_whole(text: str, span: Span, selector: TextQuoteSelector) -> bool:
    """True where no word or figure is cut, unless the selector's context says that this is meant."""
    return (is_boundary(text, span.start) or _before(text, span, selector.prefix)) and (
        is_boundary(text, span.end) or _after(text, span, selector.suffix)
    )


def fits_context(text: str, span: Span, selector: TextQuoteSelector) -> bool:
    """True where the selector's prefix and suffix stand right before and after, but for folding."""
    return _before(text, span, selector.prefix, True) and _after(text, span, selector.suffix, True)


def normalized_places(
    haystack: Haystack, selector: TextQuoteSelector, position: int | None = None
) -> tuple[list[Span], list[Span]]:
    """The places of the quote when both are folded: those that stand whole, and those that cut a word."""
    quote = fold(selector.exact).text.strip()
    if not quote:
        return [], []
    found = _folded_occurrences(haystack, quote)
    return sorted_out(haystack.text, found, selector, most_places(selector, position))


def _folded_occurrences(haystack: Haystack, quote: str) -> Iterator[Span]:
    folded: Folded | Layer = haystack.folded
    needle = quote
    broken = BREAK in folded.text or BREAK in quote
    if broken:
        folded, needle = haystack.hyphenless, hyphenless(quote)
    for place in occurrences(folded.text, needle):
        if folded.cuts(place.start) or folded.cuts(place.end):
            continue
        span = folded.span(place.start, place.end)
        if not broken or equal_folded(quote, fold(span.of(haystack.text)).text):
            yield span


def choose(
    text: str, places: list[Span], selector: TextQuoteSelector, position: int | None
) -> tuple[Span, ...]:
    """The place that is meant, alone; or all that are left, where nothing decides between them.

    Context decides first, `position` (the nearest place) only between places that context leaves.
    """
    if len(places) >= _COUNTED:
        return tuple(places)
    if len(places) > 1 and (selector.prefix or selector.suffix):
        fitting = [place for place in places if fits_context(text, place, selector)]
        places = fitting or _most_alike(text, places, selector)
    if len(places) > 1 and position is not None:
        least = min(abs(place.start - position) for place in places)
        places = [place for place in places if abs(place.start - position) == least]
    return tuple(places)


def _most_alike(text: str, places: list[Span], selector: TextQuoteSelector) -> list[Span]:
    if len(selector.prefix) + len(selector.suffix) < _CONTEXT:
        return places
    ranked = sorted(((_likeness(text, place, selector), place) for place in places), reverse=True)
    if ranked[0][0] >= _ALIKE and ranked[0][0] - ranked[1][0] >= _LEAD:
        return [ranked[0][1]]
    return places


def _likeness(text: str, span: Span, selector: TextQuoteSelector) -> float:
    """The part of the context's characters that are found near the place, 0 to 1."""
    before = text[max(0, span.start - 2 * len(selector.prefix)) : span.start]
    after = text[span.end : span.end + 2 * len(selector.suffix)]
    edits = _edits(selector.prefix, before) + _edits(selector.suffix, after)
    return 1 - edits / (len(selector.prefix) + len(selector.suffix))


def _edits(context: str, around: str) -> int:
    from factcheck.anchor.fuzzy import search

    if not context:
        return 0
    ends = search(context, around, Span(0, len(around)))
    return min((distance for distance, _ in ends), default=len(context))


def _before(text: str, span: Span, prefix: str, empty: bool = False) -> bool:
    if not prefix:
        return empty
    if text.endswith(prefix, 0, span.start):
        return True
    folded = fold(prefix).text.strip()
    window = fold(text[max(0, span.start - 2 * len(prefix) - 8) : span.start]).text
    return folded != "" and window.rstrip().endswith(folded)


def _after(text: str, span: Span, suffix: str, empty: bool = False) -> bool:
    if not suffix:
        return empty
    if text.startswith(suffix, span.end):
        return True
    folded = fold(suffix).text.strip()
    window = fold(text[span.end : span.end + 2 * len(suffix) + 8]).text
    return folded != "" and window.lstrip().startswith(folded)
