"""How alike two texts are, 0 to 100. Likeness is shown and ranked by; it never decides."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

SET_SHARE = 0.6
SORT_SHARE = 0.4
"""`token_set_ratio` forgives what one text has more; `token_sort_ratio` does not. In equal parts short
texts win too often; the shares are rounded from a fit on the CheckThat! training queries."""

KEPT = 1024
"""Of so many pairs it is kept: what the nearest wordings are chosen by is measured of them again."""


@lru_cache(maxsize=KEPT)
def similarity(one: str, other: str) -> float:
    """How alike the words of two folded texts are, 0 to 100, whatever their order."""
    if not one or not other:
        return 0.0
    return SET_SHARE * fuzz.token_set_ratio(one, other) + SORT_SHARE * fuzz.token_sort_ratio(one, other)
