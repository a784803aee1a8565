"""The contents of an archive, read by key from SQLite."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.archive.layout import CONTENTS, TANTIVY, VERSION
from factcheck.archive.queries import by_keys
from factcheck.archive.rows import checksum, parted
from factcheck.archive.seals import check
from factcheck.archive.stamps import Stamp
from factcheck.archive.terms import StoredTerms
from factcheck.compiled import load_sources
from factcheck.index.engines import FTS5, DamagedIndexError, Engine
from factcheck.index.reranking import Known, Statistics
from factcheck.index.vocabulary import SHARED_BEGINNING
from factcheck.model import Alias, CoverageException, Location, Source

PATIENCE = 30.0
"""Seconds to wait for a builder that is about to finish."""
LAST = "\U0010ffff"
"""Sorts after every letter."""
_PAGES = -64_000
"""Kilobytes of pages that SQLite keeps, once they were read: all of a hundred thousand claims, and of a million all
that lead to the entries."""


class KeptFile(NamedTuple):
    """A file that the archive was built from."""

    number: int
    path: str
    """Relative to the workspace, with forward slashes."""
    kind: str
    """`claims`, `names` (aliases, exceptions), `sources` or `text`."""
    stamp: Stamp
    hashed: int
    """When it was hashed, nanoseconds since 1970."""
    sha256: str
    first: int
    """The first key of its entries; `last` is one more than that of the last."""
    last: int


class KeptEntry(NamedTuple):
    """An entry as it is kept."""

    key: int
    id: str | None
    """None for a sentence that no claim cites."""
    line: int
    item: str
    spans: str | None
    terms: str


class OtherVersionError(DamagedIndexError):
    """The index is of another version of the program: nothing is wrong with it, but it cannot be used."""


class Store:
    """An archive that is opened for reading. Methods raise `DamagedIndexError`."""

    def __init__(self, generation: Path) -> None:
        """Raises `DamagedIndexError` where there is none that can be read, or of another version."""
        self.generation = generation
        path = generation / CONTENTS
        try:
            if not path.is_file():
                raise DamagedIndexError(f"{path.name} is gone")
            self.connection = sqlite3.connect(
                _read_only(path),
                uri=True,
                timeout=PATIENCE,
                check_same_thread=False,
                isolation_level=None,
            )
        except (sqlite3.Error, OSError) as error:
            raise DamagedIndexError(str(error)) from error
        self.times_as_noted = True
        """Whether the engine's own files bear the times that were noted, as far as was looked."""
        self._ranges: list[tuple[int, int, str]] = []
        """The files that were asked for: one more than the last key of their entries, the first, their paths."""
        self._read: dict[int, tuple[Any, ...]] = {}
        """The entries whose texts were read last: they are soon asked for as a whole."""
        try:
            self._read_meta()
        except BaseException:
            self.connection.close()
            raise

    def _read_meta(self) -> None:
        self.rows(f"PRAGMA cache_size = {_PAGES}")
        meta = dict(self.rows("SELECT name, value FROM meta"))
        try:
            if meta["version"] != VERSION:
                raise OtherVersionError("of another version")
            self.engine = str(meta["engine"])
            self.seal = "{}" if self.engine == FTS5 else str(meta["seal"])
            """What `seals` noted of the engine's own files."""
            self.count = int(meta["entries"])
            """Entries: claims to answer from and sentences that no claim cites."""
            self.claims = int(meta["claims"])
            self.length = int(meta["length"])
            """Terms in all entries."""
            self.unusable = int(meta["unusable"])
            self.built = int(meta["built"])
            """Nanoseconds since 1970."""
            self.aliases = tuple(
                Alias(tuple(row[0]), row[1], Location(*row[2:])) for row in json.loads(meta["aliases"])
            )
            self.exceptions = tuple(
                CoverageException(row[0], row[1], row[2], Location(*row[3:]))
                for row in json.loads(meta["exceptions"])
            )
        except (KeyError, ValueError, TypeError, IndexError) as error:
            raise DamagedIndexError(f"what it tells of itself is not whole: {error}") from error

    def close(self) -> None:
        """Let go of the database."""
        self.connection.close()

    @cached_property
    def finder(self) -> Engine:
        """What finds candidates. Raises `MissingExtraError` where it is not installed."""
        if self.engine == FTS5:
            from factcheck.index.fts5 import Fts5Engine

            return Fts5Engine(self.connection)
        from factcheck.index.tantivy_index import TantivyEngine

        return TantivyEngine(self.generation / TANTIVY)

    def open_finder(self) -> None:
        """Open what finds candidates now, to see that it can be. Raises as `finder` does."""
        self.times_as_noted = check(self.generation / TANTIVY, self.seal)
        self.finder  # noqa: B018 - the first look opens it

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """What a query gives."""
        try:
            return self.connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise DamagedIndexError(str(error)) from error

    def files(self) -> list[KeptFile]:
        """What the archive was built from."""
        found = self.rows(
            "SELECT number, path, kind, size, mtime, ctime, inode, hashed, sha256, first, last FROM files"
        )
        return [KeptFile(row[0], row[1], row[2], Stamp(*row[3:7]), *row[7:11]) for row in found]

    def path_at(self, key: int) -> str:
        """The file that an entry comes from."""
        ranges = self._ranges
        place = bisect_left(ranges, (key + 1,))
        if place < len(ranges) and ranges[place][1] <= key:
            return ranges[place][2]
        for found in self.rows(
            "SELECT last, first, path FROM files WHERE first <= ? AND ? < last", (key, key)
        ):
            insort(ranges, found)
            return str(found[2])
        return ""

    def entries(self, keys: Sequence[int]) -> dict[int, KeptEntry]:
        """The entries with those keys, of which there may be fewer."""
        read = self._read
        if not read.keys() >= set(keys):
            read = self._rows_of(keys)
        return {key: _checked(read[key]) for key in keys if key in read}

    def entry_of(self, claim_id: str) -> KeptEntry | None:
        """The entry of the claim with that id."""
        found = self.rows(f"{_ENTRY} WHERE id = ?", (claim_id,))
        return _checked(found[0]) if found else None

    def entries_beginning(self, beginning: str, limit: int) -> list[KeptEntry]:
        """At most `limit` entries of claims whose ids begin so, by id."""
        query = f"{_ENTRY} WHERE id IS NOT NULL AND id >= ? AND id < ? ORDER BY id LIMIT ?"
        return [_checked(row) for row in self.rows(query, (beginning, beginning + LAST, limit))]

    @cached_property
    def _terms(self) -> StoredTerms:
        return StoredTerms(self.rows, self.count)

    @property
    def statistics(self) -> Statistics:
        """Of all entries."""
        return Statistics(self.count, self.length / max(1, self.count))

    def known(self, terms: Sequence[str]) -> list[Known | None]:
        """What is known of each of the terms; None for one that no entry has."""
        return self._terms.known(terms)

    def gram_weights(self, grams: Sequence[str]) -> Mapping[str, float]:
        """The squared weights of n-grams, of these at least; good until the next call."""
        return self._terms.gram_weights(grams)

    def texts(self, keys: Sequence[int]) -> dict[int, list[list[str]]]:
        """The terms of the texts of entries; those that are gone are left out."""
        self._read = found = self._rows_of(keys)
        return {key: parted(row[_TERMS]) for key, row in found.items()}

    def _rows_of(self, keys: Sequence[int]) -> dict[int, tuple[Any, ...]]:
        return {row[0]: row for row in by_keys(self.rows, f"{_ENTRY} WHERE key IN ({{}})", keys)}

    def keys(self) -> list[int]:
        """The keys of all entries that can be found."""
        return [int(row[0]) for row in self.rows("SELECT key FROM entries WHERE terms != '' ORDER BY key")]

    def derivations(self, beginning: str) -> list[str]:
        """The terms that share as many first letters with a word as derivations do."""
        if len(beginning) < SHARED_BEGINNING:
            return []
        first = beginning[:SHARED_BEGINNING]
        rows = self.rows("SELECT term FROM terms WHERE term >= ? AND term < ?", (first, first + LAST))
        return [str(row[0]) for row in rows]

    def slips(self, term: str) -> list[tuple[str, float]]:
        """The terms that an unknown one may be a slip for, with their likeness (0 to 1), the likest first."""
        from factcheck.archive.slips import slips

        return slips(self.rows, term)

    def has_word(self, word: str) -> bool:
        """Whether a text of the archive has a folded word."""
        return bool(self.rows("SELECT 1 FROM words WHERE word = ?", (word,)))

    def ids(self) -> list[str]:
        """The ids of all claims, in the order of their files."""
        return [str(row[0]) for row in self.rows("SELECT id FROM entries WHERE id IS NOT NULL ORDER BY key")]

    def source(self, source_id: str) -> Source | None:
        """The source with that id."""
        found = self.rows("SELECT row FROM sources WHERE id = ?", (source_id,))
        if not found:
            return None
        sources = load_sources(found[0][0].encode())
        if not sources:
            raise DamagedIndexError(f"the source {source_id}")
        return sources[0]

    def source_ids(self) -> Iterator[str]:
        """The ids of all sources, in the order of their files."""
        return iter([row[0] for row in self.rows("SELECT id FROM sources ORDER BY place")])


def _read_only(path: Path) -> str:
    """The address by which SQLite opens a file for reading. `Path.as_uri` takes 5 ms at its first use."""
    text = path.absolute().as_posix()
    quoted = text.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file://{'' if text.startswith('/') else '/'}{quoted}?mode=ro"


_ENTRY = "SELECT key, id, line, item, spans, terms, crc FROM entries"
_TERMS = 5
"""The place of the terms in it."""


def _checked(row: tuple[Any, ...]) -> KeptEntry:
    *fields, crc = row
    entry = KeptEntry(*fields)
    if checksum(entry.item, entry.spans, entry.terms) != crc:
        raise DamagedIndexError(f"entry {entry.key}")
    return entry
