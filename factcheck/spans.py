"""Sets of spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from factcheck.model import Span


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap or touch made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


def covered(span: Span, taken: Sequence[Span]) -> int:
    """How many code points of `span` lie in `taken`, which is in order and without overlaps."""
    first = bisect_right(taken, span.start, key=lambda other: other.end)
    total = 0
    for other in taken[first:]:
        if other.start >= span.end:
            break
        total += min(other.end, span.end) - max(other.start, span.start)
    return total
