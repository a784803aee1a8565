"""Words of an archive that are a slip or two away from a word, found by what a slip leaves as it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from factcheck.archive.queries import Rows
from factcheck.archive.store import LAST, Store
from factcheck.language.spelling import ALWAYS_KNOWN, LONG, Speller

LEAST_LIKENESS = 0.75
"""Of a term that an unknown one may be a slip for (`Vocabulary` has the same)."""


class Table(NamedTuple):
    """How words are asked for of a table of words."""

    beginning: str
    """Those from one word to before another, of lengths from one to another, in order."""
    ending: str
    """The same of words turned round, with a first letter."""


TERMS = Table(
    "SELECT term FROM terms WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ? ORDER BY term",
    "SELECT term FROM terms WHERE reversed >= ? AND reversed < ? AND length(term) BETWEEN ? AND ? "
    "AND substr(term, 1, 1) = ?",
)
WORDS = Table(
    "SELECT word FROM words WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ? ORDER BY word",
    "SELECT word FROM words WHERE reversed >= ? AND reversed < ? AND length(word) BETWEEN ? AND ? "
    "AND substr(word, 1, 1) = ?",
)


def one_slip(read: Rows, table: Table, word: str) -> list[str]:
    """Words in order with the first letter of `word`; all that are one slip away are among them.

    A slip touches one letter or two neighbours: what stands before the middle is as it was, or what stands
    after it.
    """
    middle = len(word) // 2
    before, after = word[: max(1, middle)], word[middle + 1 :][::-1]
    lengths = (len(word) - 1, len(word) + 1)
    rows = read(table.beginning, (before, before + LAST, *lengths))
    rows += read(table.ending, (after, after + LAST, *lengths, word[0]))
    return sorted({str(row[0]) for row in rows})


def two_slips(read: Rows, table: Table, word: str) -> list[str]:
    """Words in order with the first letter of `word`; all that are two slips away are among them."""
    rows = read(table.beginning, (word[0], word[0] + LAST, len(word) - 2, len(word) + 2))
    return [str(row[0]) for row in rows]


def slips(read: Rows, term: str) -> list[tuple[str, float]]:
    """The terms that an unknown one may be a slip for, with their likeness (0 to 1), the likest first."""
    from rapidfuzz.distance import OSA

    def alike(others: Sequence[str]) -> list[tuple[str, float]]:
        found = [
            (other, OSA.normalized_similarity(term, other, score_cutoff=LEAST_LIKENESS)) for other in others
        ]
        return sorted([one for one in found if one[1]], key=lambda one: (-one[1], one[0]))

    if len(term) < 3:
        return []
    near = alike(one_slip(read, TERMS, term))
    if near or len(term) < LONG:
        return near
    return alike(two_slips(read, TERMS, term))


_Value = TypeVar("_Value")


class Read(Protocol):
    """Reads of the archive that is open."""

    def __call__(self, action: Callable[[Store], _Value], /) -> _Value:
        """What `action` reads."""
        ...


class StoredSpeller(Speller):
    """Corrects to the words of an archive, which are read when they are asked for."""

    def __init__(self, read: Read, known: Callable[[str], bool]) -> None:
        """`read` gives what a function reads of the archive."""
        super().__init__((), known)
        self._read = read

    def has(self, word: str) -> bool:
        """Whether a folded word is one to correct to."""
        return word in ALWAYS_KNOWN or self._read(lambda store: store.has_word(word))

    def near(self, word: str, limit: int) -> Sequence[str]:
        """Words in order with the first letter of `word`; the nearest within `limit` slips are among them."""
        from rapidfuzz.distance import OSA

        common = sorted(other for other in ALWAYS_KNOWN if other[0] == word[0])
        found = sorted({*self._read(lambda store: one_slip(store.rows, WORDS, word)), *common})
        if limit == 1 or any(OSA.distance(word, other, score_cutoff=1) <= 1 for other in found):
            return found
        return sorted({*self._read(lambda store: two_slips(store.rows, WORDS, word)), *common})
