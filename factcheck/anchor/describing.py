"""From a place to a selector: the shortest context that makes a quote unique."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.anchor.boundaries import is_boundary
from factcheck.anchor.places import occurrences
from factcheck.model import Document, Span, TextQuoteSelector

_FIRST_REACH = 64
"""How many characters of context are tried at first; four times as many each time they do not suffice."""


@dataclass(frozen=True, slots=True)
class _Rival:
    """Another place of the same quote: how far its surroundings are those of the place meant."""

    left: int
    right: int
    whole_left: bool
    """It begins at a boundary, so that no prefix at all would not rule it out."""
    whole_right: bool


def describe(text: str | Document, span: Span) -> TextQuoteSelector:
    """The selector of `span` with the shortest prefix and suffix, together, that make it unique.

    `resolve` of the selector gives `span` again. A span that cuts a word gets context on that side
    even where it is unique, since only context says that the cut is meant. Raises `ValueError` for an
    empty span and for one that leaves the text.
    """
    raw = text.text if isinstance(text, Document) else text
    if not 0 <= span.start < span.end <= len(raw):
        raise ValueError(f"no stretch of the text: {span.start} to {span.end} of {len(raw)}")
    quote = span.of(raw)
    room = (span.start, len(raw) - span.end)
    least = (0 if is_boundary(raw, span.start) else 1, 0 if is_boundary(raw, span.end) else 1)
    reach = _FIRST_REACH
    while True:
        prefix, suffix = _shortest(
            _rivals(raw, span, quote, reach), least, (min(reach, room[0]), min(reach, room[1]))
        )
        if (prefix <= room[0] and suffix <= room[1] and max(prefix, suffix) <= reach) or reach >= len(raw):
            break
        reach *= 4
    return TextQuoteSelector(
        quote, raw[max(0, span.start - prefix) : span.start], raw[span.end : span.end + suffix]
    )


def _rivals(text: str, span: Span, quote: str, reach: int) -> list[_Rival]:
    before = text[max(0, span.start - reach) : span.start]
    after = text[span.end : span.end + reach]
    found = []
    for other in occurrences(text, quote):
        if other == span:
            continue
        left = _common(before[::-1], text[max(0, other.start - reach) : other.start][::-1])
        right = _common(after, text[other.end : other.end + reach])
        found.append(_Rival(left, right, is_boundary(text, other.start), is_boundary(text, other.end)))
    return found


def _common(mine: str, theirs: str) -> int:
    """How many characters two strings begin with together."""
    low, high = 0, min(len(mine), len(theirs))
    while low < high:
        middle = (low + high + 1) // 2
        if mine[:middle] == theirs[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _shortest(rivals: list[_Rival], least: tuple[int, int], most: tuple[int, int]) -> tuple[int, int]:
    """The lengths of prefix and suffix with the smallest sum; beyond `most` if none within will do."""
    best = (most[0] + 1, most[1] + 1)
    for prefix in sorted({0, 1} | {rival.left + 1 for rival in rivals}):
        if not least[0] <= prefix <= most[0]:
            continue
        kept = [rival for rival in rivals if (rival.left >= prefix if prefix else rival.whole_left)]
        if least[1] == 0 and not any(rival.whole_right for rival in kept):
            suffix = 0
        else:
            suffix = max([1, *(rival.right + 1 for rival in kept)])
        if suffix <= most[1] and prefix + suffix < sum(best):
            best = (prefix, suffix)
    return best
