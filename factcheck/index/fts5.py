"""Candidates from SQLite's full-text index (FTS5), which the standard library brings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter

from factcheck.index.engines import WeighedTerm

TABLE = (
    "CREATE VIRTUAL TABLE postings USING fts5(terms, content='', columnsize=0, detail=none, "
    "tokenize=\"unicode61 remove_diacritics 0 tokenchars '.='''\")"
)
"""Terms come analysed: only white space parts them."""
_FILLING = {"hashsize": 32_000_000, "automerge": 0}
"""Bytes of terms that are held before they are written, and how what was written is merged: at the end, at once."""


class Fts5Writer:
    """Fills the full-text table of a database, within its transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def create(self) -> None:
        """Make the table."""
        self._connection.execute(TABLE)
        for name, value in _FILLING.items():
            self._connection.execute("INSERT INTO postings (postings, rank) VALUES (?, ?)", (name, value))

    def add(self, entries: Iterable[tuple[int, str]]) -> None:
        """Take entries in: their keys, their terms."""
        self._connection.executemany("INSERT INTO postings (rowid, terms) VALUES (?, ?)", entries)

    def remove(self, entries: Iterable[tuple[int, str]]) -> None:
        """Leave entries out that were taken in with those terms."""
        self._connection.executemany(
            "INSERT INTO postings (postings, rowid, terms) VALUES ('delete', ?, ?)", entries
        )

    def complete(self) -> None:
        """There is nothing to do before the end."""

    def finish(self) -> None:
        """Make what was taken in fast to search."""
        self._connection.execute("INSERT INTO postings (postings) VALUES ('optimize')")

    def close(self) -> None:
        """There is nothing to let go of."""


MOST_READ, MOST_READ_WIDE = 15_000, 40_000
"""So many keys are read of words, the rarest first; of the rarest word all."""
MOST_HELD = 6
"""Words that are too common to be read, but held against what the rare ones found, at most."""
MOST_PAIRED = 60_000
"""Entries that the rarer of two such words may have, for both to be looked for together."""


class Fts5Engine:
    """Finds entries in the full-text table of a database."""

    pool = 100
    is_exact = False

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def find(self, terms: Sequence[WeighedTerm], limit: int, *, wide: bool = False) -> dict[int, float]:
        """The entries whose terms weigh most, by the rarest terms. Raises `sqlite3.Error`.

        Full-text scores would cost a look at each entry that has a common word. Instead all keys of the rare
        words are read, and of the common ones those that have a rare word too, to which FTS5 skips.
        """
        ordered = sorted(terms, key=lambda term: (term.entries, term.term))
        scores: dict[int, float] = {}
        rare = read = 0
        most = MOST_READ_WIDE if wide else MOST_READ
        for term in ordered:
            if read and read + term.entries > most:
                break
            _add(scores, self._keys(_quoted(term)), term.weight)
            read += term.entries
            rare += 1
        if not rare:
            return {}
        some = " OR ".join(map(_quoted, ordered[:rare]))
        rest = ordered[rare : rare + MOST_HELD]
        for term in rest:
            _add(scores, self._keys(f"({some}) AND {_quoted(term)}"), term.weight)
        if len(rest) > 1 and rest[0].entries <= MOST_PAIRED:
            both = rest[0].weight + rest[1].weight
            for key in self._keys(f"{_quoted(rest[0])} AND {_quoted(rest[1])}"):
                scores.setdefault(key, both)
        return dict(sorted(scores.items(), key=_by_score, reverse=True)[:limit])

    def _keys(self, query: str) -> Iterator[int]:
        return chain.from_iterable(
            self._connection.execute("SELECT rowid FROM postings WHERE postings MATCH ?", (query,))
        )


_by_score = itemgetter(1)


def _quoted(term: WeighedTerm) -> str:
    return f'"{term.term}"'


def _add(scores: dict[int, float], keys: Iterable[int], weight: float) -> None:
    get = scores.get
    for key in keys:
        scores[key] = get(key, 0.0) + weight
