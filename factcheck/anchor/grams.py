"""A sparse index of n-grams: which places of a long text share many with a damaged quote."""

from __future__ import annotations

from array import array
from collections import Counter

STEP = 4
"""Every STEP-th n-gram of the text is kept; a quote looks up all of its own."""
_SPACED, _UNSPACED = 4, 2
"""The n of scripts that separate words, and of those that do not, whose characters say more."""
_VOTES = 10_000
"""How many places of n-grams a quote may look at, the rarest first."""


class GramIndex:
    """Places of a text by n-gram. Build it once a text; it takes a few bytes a character."""

    def __init__(self, text: str) -> None:
        self._size = _SPACED if text.count(" ") * 20 >= len(text) else _UNSPACED
        self._places: dict[str, array[int]] = {}
        places = self._places
        for at in range(0, len(text) - self._size + 1, STEP):
            gram = text[at : at + self._size]
            found = places.get(gram)
            if found is None:
                places[gram] = array("I", (at,))
            else:
                found.append(at)

    def starts(self, quote: str, limit: int) -> list[int]:
        """Where in the text `quote` may begin, give or take a quarter of its length; likeliest first."""
        width = max(16, len(quote) // 4)
        votes: Counter[int] = Counter()
        known = (
            (places, at)
            for at in range(len(quote) - self._size + 1)
            if (places := self._places.get(quote[at : at + self._size])) is not None
        )
        seen = 0
        for places, at in sorted(known, key=lambda pair: (len(pair[0]), pair[1])):
            seen += len(places)
            if seen > _VOTES and votes:
                break
            votes.update([(place - at) // width for place in places])
        # Damage shifts what follows it, so that one place's votes may fall into two bins.
        top = votes.most_common(4 * limit)
        both = {cell: count + votes[cell + 1] for cell, count in top}
        best = sorted(both, key=lambda cell: (-both[cell], cell))[:limit]
        return [(cell + 1) * width for cell in best]
