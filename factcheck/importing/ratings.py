"""What a publisher's rating does to the claim: a table of words, to be seen and changed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from factcheck.importing.texts import tidy
from factcheck.importing.values import Rejected
from factcheck.model import Stance

TABLE = Path(__file__).parent.parent / "data" / "ratings.toml"
NEITHER = "neither"
"""What the table says of ratings that fit neither side: half true, unproven, satire."""
STANCES = (*(stance.value for stance in Stance), NEITHER)
_NO_WORD = re.compile(r"[\W_]+")
_FIRST = re.compile(r"[.:;!(\n–—]| - ")
_LONGEST = 300


def folded(rating: str) -> str:
    """A rating as it is looked up: small letters, no punctuation, single spaces."""
    return _NO_WORD.sub(" ", rating.casefold()).strip()


class Ratings:
    """The table that ships, with what the user says over it."""

    def __init__(self, changes: Iterable[tuple[str, str]] = ()) -> None:
        """`changes` are ratings and what they do: `supports`, `refutes` or `neither`."""
        data = tomllib.loads(TABLE.read_text(encoding="utf-8"))
        self._words = {folded(word): stance for stance in STANCES for word in data[stance]}
        self._words.update((folded(word), stance) for word, stance in changes)
        self.rated = lru_cache(maxsize=4096)(self._rated)
        """A rating in words, tidy, with its stance; or why it has none."""

    def _rated(self, words: str) -> tuple[str, str] | Rejected:
        words = tidy(words)
        stance = self._stance(words) if words else None
        if stance is None:
            return Rejected("unknown-rating" if words else "no-rating", words)
        return (words, stance) if stance != NEITHER else Rejected("neither-side", words)

    def _stance(self, rating: str) -> str | None:
        """The rating as a whole, else the words before the first full stop, colon, dash or bracket.

        Those alone never make a claim true: "True: but not of this photograph".
        """
        if len(rating) > _LONGEST:
            return None
        known = self._words.get(folded(rating))
        if known is not None:
            return known
        first = folded(_FIRST.split(rating.strip(), maxsplit=1)[0])
        known = self._words.get(first) if first else None
        return None if known == Stance.SUPPORTS else known

    @staticmethod
    def of_number(value: float, worst: float, best: float) -> str | None:
        """What a rating without words does: the ends of its scale count, what lies between fits neither side."""
        if not worst < best or not worst <= value <= best:
            return None
        if value == worst:
            return Stance.REFUTES.value
        return Stance.SUPPORTS.value if value == best else NEITHER

    def written(self) -> str:
        """The table as settings have it."""
        rows = sorted(self._words.items(), key=lambda row: (STANCES.index(row[1]), row[0]))
        return "[import.rating]\n" + "".join(f'"{word}" = "{stance}"\n' for word, stance in rows)

    def digest(self) -> str:
        """A text that is another one where the table is."""
        return repr(sorted(self._words.items()))
