"""Taking what is no longer so out of an index in use."""

from __future__ import annotations

import sqlite3
from collections import Counter

from factcheck.archive.building import Writer
from factcheck.archive.rows import TEXTS, spans_of

_AT_ONCE = 10_000


class Gone:
    """Takes entries out, and counts what was in them."""

    def __init__(self, connection: sqlite3.Connection, writer: Writer) -> None:
        self._db = connection
        self._writer = writer
        self.frequencies: Counter[str] = Counter()
        self.entries = self.claims = self.length = self.unusable = 0

    def file(self, path: str, first: int, last: int) -> set[str]:
        """Take a claims file out, whose entries have the keys from `first` to before `last`.

        Gives the ids of the sources that they cite.
        """
        for start in range(first, last, _AT_ONCE):
            self._take_out(start, min(start + _AT_ONCE, last))
        cited = self._db.execute(
            "SELECT DISTINCT source FROM cited WHERE key >= ? AND key < ?", (first, last)
        )
        sources = {str(row[0]) for row in cited.fetchall()}
        self._db.execute("DELETE FROM cited WHERE key >= ? AND key < ?", (first, last))
        self._db.execute("DELETE FROM files WHERE path = ?", (path,))
        return sources

    def loose(self, source: str) -> None:
        """Take out the sentences of a source that no claim cited."""
        keys = self._db.execute("SELECT key FROM loose WHERE source = ?", (source,)).fetchall()
        for (key,) in keys:
            self._take_out(key, key + 1)
        self._db.execute("DELETE FROM loose WHERE source = ?", (source,))

    def _take_out(self, first: int, last: int) -> None:
        bounds = (first, last)
        rows = self._db.execute(
            "SELECT key, id, spans, terms FROM entries WHERE key >= ? AND key < ?", bounds
        ).fetchall()
        for _, claim, spans, terms in rows:
            self.claims += claim is not None
            self.unusable += spans_of(spans).count(None)
            if terms:
                self.entries += 1
                self.length += terms.count(" ") + terms.count(TEXTS) + 1
                self.frequencies.update(set(terms.split()))
        self._writer.remove([(key, terms) for key, _, _, terms in rows if terms])
        self._db.execute("DELETE FROM entries WHERE key >= ? AND key < ?", bounds)
