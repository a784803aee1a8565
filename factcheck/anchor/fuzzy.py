"""The place of a damaged quote: approximate search, then ends that cut no word.

The search is Myers' bit-vector algorithm for approximate matching (G. Myers 1999, in H. Hyyrö's
formulation of 2003), with Python's whole numbers as the bit vectors.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from factcheck.anchor.boundaries import is_boundary, next_boundary
from factcheck.anchor.folding import BREAK
from factcheck.anchor.haystack import Haystack
from factcheck.anchor.places import stands_whole
from factcheck.model import Span, TextQuoteSelector

TOLERANCE = 0.45
"""The part of a long quote's characters that may differ (read off OCR data; see benchmarks/anchoring)."""
SHORTEST = 6
"""Of so few characters none may differ: some near place is found in any text by chance."""
REACH = 14
"""How far from the best alignment's ends whole words are looked for, in characters."""
SCANNED = 20_000
"""Texts up to so many characters are searched through and through, without an index."""
LONGEST = 4_000
"""Longer quotes are not looked for when they are damaged: the search takes time by their square."""
_PLACES = 6
"""How many near places are looked at closely."""


@dataclass(frozen=True, slots=True, order=True)
class NearPlace:
    """A stretch of a folded text and its Levenshtein distance from the folded quote."""

    distance: int
    span: Span


def allowed(length: int) -> int:
    """How many edits a quote of `length` characters may be away from its place."""
    return max(0, int((length - SHORTEST) * TOLERANCE))


def search(quote: str, text: str, within: Span) -> list[tuple[int, int]]:
    """Every offset of `within` at which an alignment of the whole quote ends, with its distance.

    The alignment may begin anywhere in `within`; the distance is the smallest over all beginnings.
    """
    places: dict[str, int] = {}
    for at, char in enumerate(quote):
        places[char] = places.get(char, 0) | 1 << at
    mask = (1 << len(quote)) - 1
    top = 1 << (len(quote) - 1)
    more, less, score = mask, 0, len(quote)
    scores = []
    for at in range(within.start, within.end):
        equal = places.get(text[at], 0)
        diagonal = equal | less
        across = (((equal & more) + more) ^ more) | equal
        up = (less | ~(across | more)) & mask
        down = more & across
        if up & top:
            score += 1
        elif down & top:
            score -= 1
        up <<= 1
        down <<= 1
        more = (down | ~(diagonal | up)) & mask
        less = up & diagonal & mask
        scores.append((score, at + 1))
    return scores


def near_places(
    quote: str, text: str, windows: list[Span], whole_words: tuple[bool, bool]
) -> list[NearPlace]:
    """The best places of `quote` in the windows of `text`, none overlapping another, best first.

    quote, text: folded. whole_words: whether the quote begins, and ends, at a word's boundary.
    """
    slack = max(2, len(quote) // 50)
    scores = [pair for window in windows for pair in search(quote, text, window)]
    least = min(scores, default=(0, 0))[0]
    ends = sorted(pair for pair in scores if pair[0] <= least + slack)
    found: list[NearPlace] = []
    taken: list[int] = []
    for score, end in ends:
        if len(taken) == _PLACES:
            break
        if any(abs(end - other) < max(2, len(quote) // 2) for other in taken):
            continue
        taken.append(end)
        found.append(_whole(quote, text, _aligned(quote, text, end, score), whole_words))
    found.sort()
    apart: list[NearPlace] = []
    for place in found:
        if not any(place.span.overlaps(other.span) for other in apart):
            apart.append(place)
    return apart


def _aligned(quote: str, text: str, end: int, score: int) -> Span:
    """The alignment that ends at `end`: its beginning is found by searching backwards."""
    begin = max(0, end - len(quote) - score)
    backwards = text[begin:end][::-1]
    reached = search(quote[::-1], backwards, Span(0, len(backwards)))
    # Of equally good beginnings the longest alignment: it leaves out the fewest damaged letters.
    _, length = min(reached, key=lambda pair: (pair[0], -pair[1]), default=(0, 0))
    return Span(end - length, end)


def _whole(quote: str, text: str, span: Span, whole_words: tuple[bool, bool]) -> NearPlace:
    """The stretch around `span` that is nearest to the quote and cuts no word.

    Of two as near the longer one: it drops no damaged letters.
    """
    best = NearPlace(len(quote) + len(text), span)
    ends = [end for end in _ends_near(text, span.end, whole_words[1]) if not text[end - 1 : end].isspace()]
    for start in _ends_near(text, span.start, whole_words[0]):
        if text[start : start + 1].isspace():
            continue
        for end in ends:
            if end <= start:
                continue
            distance = Levenshtein.distance(quote, text[start:end], score_cutoff=best.distance)
            if distance < best.distance or (distance == best.distance and end - start > len(best.span)):
                best = NearPlace(distance, Span(start, end))
    return best


def _ends_near(text: str, at: int, whole: bool) -> list[int]:
    """The boundaries around `at`, nearest first; at least the next one on each side."""
    if not whole:
        return [at]
    around = range(max(0, at - REACH), min(len(text), at + REACH) + 1)
    found = {place for place in around if is_boundary(text, place)}
    found |= {place for step in (-1, 1) if (place := next_boundary(text, at, step)) is not None}
    return sorted(found, key=lambda place: (abs(place - at), place)) or [at]


def nameable(length: int) -> int:
    """How far away a place may be that is no anchor but is still named as the nearest."""
    return max(1, length // 3)


def find(haystack: Haystack, selector: TextQuoteSelector, quote: str) -> list[NearPlace]:
    """The near places of a quote, folded and stripped, in `haystack.smooth`; best first."""
    quote = quote.replace(BREAK, "")
    text = haystack.smooth.text
    if not quote or not text or len(quote) > LONGEST:
        return []
    if len(text) <= SCANNED:
        windows = [Span(0, len(text))]
    else:
        windows = _windows(haystack.grams.starts(quote, _PLACES), len(quote), len(text))
    if not (selector.prefix or selector.suffix):
        return _sound(haystack, selector, near_places(quote, text, windows, (True, True)))
    # Context may say that the quote begins or ends inside a word; then it must say so at the place, too.
    whole_words = (
        is_boundary(selector.prefix + selector.exact, len(selector.prefix)),
        is_boundary(selector.exact + selector.suffix, len(selector.exact)),
    )
    found = _sound(haystack, selector, near_places(quote, text, windows, whole_words))
    if found or all(whole_words):
        return found
    return _sound(haystack, selector, near_places(quote, text, windows, (True, True)))


def _sound(haystack: Haystack, selector: TextQuoteSelector, places: list[NearPlace]) -> list[NearPlace]:
    """The places that have a place in the raw text, and cut no word there without leave."""
    smooth = haystack.smooth
    return [
        place
        for place in places
        if not smooth.cuts(place.span.start)
        and not smooth.cuts(place.span.end)
        and stands_whole(haystack.text, smooth.span(place.span.start, place.span.end), selector)
    ]


def _windows(starts: list[int], length: int, end: int) -> list[Span]:
    """Stretches around the starts, wide enough for the quote and its damage, overlapping ones as one."""
    margin = length // 2 + 2 * REACH
    windows: list[Span] = []
    for start in sorted(starts):
        window = Span(max(0, start - margin), min(end, start + length + margin))
        if window.start >= end:
            continue
        if windows and windows[-1].overlaps(window):
            windows[-1] = Span(windows[-1].start, window.end)
        else:
            windows.append(window)
    return windows
