"""Compiling a workspace into the tables of an archive, in memory that does not grow with its claims."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from factcheck.anchor.places import occurrences
from factcheck.archive.documents import LazyDocuments
from factcheck.archive.reading import Batch, BatchReader, Counted, Row, batches, toml_rows
from factcheck.archive.rows import (
    TEXTS,
    checksum,
    claim_of_item,
    joined,
    sentence_json,
    spans_json,
    words_of_pieces,
)
from factcheck.archive.stamps import Stamp, now, stamp
from factcheck.claims import leads_out, load_claims
from factcheck.compiled import dump_sources
from factcheck.files import Reader, inside
from factcheck.finding import Place
from factcheck.index.analysis import Analyser
from factcheck.model import CoverageException, Diagnostic, Document, Source, Span
from factcheck.workspace import AnchoredEvidence, Workspace, sentences_outside, unknown_source

Advance = Callable[[int], None]
"""Is told how many more bytes of claims have been read."""
ReadBatches = Callable[[Iterator[tuple[bytes, int]]], Iterator[Batch]]
"""From batches of lines of a file to what they hold, in order."""


class UnsoundError(Exception):
    """The workspace has faults: it is not compiled."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(f"{len(self.diagnostics)} faults")


class Writer(Protocol):
    """What takes the terms of entries in, to find them by."""

    def create(self) -> None:
        """Begin with nothing."""

    def add(self, entries: Iterable[tuple[int, str]]) -> None:
        """Take entries in: their keys, their terms."""

    def remove(self, entries: Iterable[tuple[int, str]]) -> None:
        """Leave entries out that were taken in with those terms."""

    def complete(self) -> None:
        """Nothing more is taken in: what can be done meanwhile may begin."""

    def finish(self) -> None:
        """Make what was taken in fast to search, and sure."""

    def close(self) -> None:
        """Let go of what is open, finished or not."""


class Building(Workspace):
    """A workspace whose documents are read when they are asked for."""

    def __init__(self, place: Place, sources: Sequence[Source]) -> None:
        super().__init__(place)
        self.by_id = {source.id: source for source in sources}
        self.wrong: dict[str, tuple[Diagnostic, ...]] = {}
        """By the id of a source: what is wrong with its text."""
        self._lazy = LazyDocuments(
            Reader(place.root), self.by_id.get, lambda: iter(self.by_id), self.wrong.__setitem__
        )

    @property
    def documents(self) -> LazyDocuments:
        """The texts, read when asked for."""
        return self._lazy


class Filler:
    """Puts claims and loose sentences into the tables, and counts what is in them."""

    def __init__(
        self,
        building: Building,
        connection: sqlite3.Connection,
        writer: Writer,
        aliases: Sequence[Sequence[str]],
        first_key: int = 1,
    ) -> None:
        self._building = building
        self._db = connection
        self._writer = writer
        self._analyser = Analyser(aliases)
        self._key = first_key
        self.faults: list[Diagnostic] = []
        self._frequencies: Counter[str] = Counter()
        self._counted = Counted()
        self.words: set[str] = set()
        self.entries = self.claims = self.length = self.unusable = 0
        """Entries to find, claims, terms in all entries, pieces of evidence that do not hold."""

    @property
    def next_key(self) -> int:
        """The key that the next entry gets."""
        return self._key

    def frequencies(self) -> Counter[str]:
        """By term: how many of the entries that were put in have it."""
        return self._counted.frequencies() + self._frequencies

    def take_file(self, path: Path, read: ReadBatches, advance: Advance) -> None:
        """Put a claims file in. What is wrong in it goes to `faults`."""
        shown = f"claims/{path.name}"
        if inside(self._building.root, shown) is None:
            self.faults.append(leads_out(shown))
            return
        noted = stamp(path)
        digest, first, hashed = sha256(), self._key, now()
        if path.suffix == ".jsonl":

            def watch(data: bytes) -> None:
                digest.update(data)
                advance(len(data))

            self._take_lines(path, shown, read, watch)
        else:
            digest.update(path.read_bytes())
            rows = toml_rows(path, shown, self._analyser, self.faults)
            for _, _, _, terms, crc in rows:
                if crc is not None:
                    self._frequencies.update(set(terms.split()))
            self.words |= words_of_pieces(self._analyser.fresh_pieces())
            self._take_rows(rows, shown)
            advance(noted.size if noted else 0)
        self.note_file(shown, "claims", noted, hashed, digest.hexdigest(), first)

    def _take_lines(self, path: Path, shown: str, read: ReadBatches, watch: Callable[[bytes], None]) -> None:
        is_wrong = False
        try:
            for batch in read(batches(path, watch)):
                is_wrong = is_wrong or batch.is_wrong
                self.words |= words_of_pieces(batch.words)
                self._counted.take(batch)
                self._take_rows(batch.rows, shown)
        except UnicodeDecodeError:
            is_wrong = True
        if is_wrong:  # the whole story, as every other command tells it
            load_claims(path, shown, self.faults)

    def _take_rows(self, rows: Iterable[Row], shown: str) -> None:
        kept: list[tuple[Any, ...]] = []
        found: list[tuple[int, str]] = []
        first = key = self._key
        for row in rows:
            line, claim_id, item, terms, crc = row
            spans = None
            if crc is None:
                self._key = key
                terms, spans = self._with_evidence(row, shown)
                crc = checksum(item, spans, terms)
            if terms:
                found.append((key, terms))
            kept.append((key, line, claim_id, item, spans, terms, crc))
            key += 1
        self._key = key
        self.claims += key - first
        self._put(kept, found)

    def _put(self, kept: list[tuple[Any, ...]], found: list[tuple[int, str]]) -> None:
        self.entries += len(found)
        self.length += _terms_in(found)
        self._db.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)", kept)
        self._writer.add(found)

    def _with_evidence(self, row: Row, shown: str) -> tuple[str, str | None]:
        """The terms of a claim with those of its quotes, and where these stand; no terms if none holds.

        The key of the claim is the next one.
        """
        line, _, item, own, _ = row
        claim = claim_of_item(item, shown, line)
        for evidence in claim.evidence:
            if evidence.source not in self._building.by_id:
                self.faults.append(unknown_source(claim, evidence, self._building.by_id))
        anchored = [self._building.anchor(evidence) for evidence in claim.evidence]
        spans = spans_json(tuple(found.span if found else None for found in anchored))
        held = [found for found in anchored if found is not None]
        self.unusable += len(anchored) - len(held)
        self._db.executemany(
            "INSERT INTO cited VALUES (?, ?, ?, ?)",
            [(self._key, one.document.source.id, one.span.start, one.span.end) for one in held],
        )
        if not held:
            return "", spans
        quotes = [_quote(one) for one in held]
        texts = [own, *(joined([self._analyser.terms(quote)]) for quote in quotes)]
        terms = TEXTS.join(texts)
        self._frequencies.update(set(terms.split()))
        self.words |= words_of_pieces([*quotes, *claim.wordings])
        return terms, spans

    def take_loose(self, document: Document, exceptions: Sequence[CoverageException]) -> None:
        """Put in the sentences of a document that no claim cites and no exception declares."""
        source = document.source.id
        rows = self._db.execute("SELECT start, stop FROM cited WHERE source = ?", (source,))
        cited = [Span(*row) for row in rows]
        kept: list[tuple[Any, ...]] = []
        found: list[tuple[int, str]] = []
        for exception in exceptions:
            if exception.source == source:
                cited.extend(occurrences(document.text, exception.quote))
        for span in sentences_outside(document, cited):
            text = span.of(document.text)
            terms = joined([self._analyser.terms(text)])
            item = sentence_json(source, span)
            self.words |= words_of_pieces([text])
            self._frequencies.update(set(terms.split()))
            kept.append((self._key, 0, None, item, None, terms, checksum(item, None, terms)))
            found.append((self._key, terms))
            self._key += 1
        self._db.executemany("INSERT INTO loose VALUES (?, ?)", [(key, source) for key, _ in found])
        self._put(kept, found)

    def note_file(
        self, shown: str, kind: str, noted: Stamp | None, hashed: int, digest: str, first: int
    ) -> None:
        """Keep what tells later whether a file has changed."""
        self._db.execute(
            "INSERT INTO files (path, kind, size, mtime, ctime, inode, hashed, sha256, first, last) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (shown, kind, *(noted or (0, 0, 0, 0)), hashed, digest, first, self._key),
        )

    def note_sources(self) -> None:
        """Keep the sources, each by its id."""
        rows = [
            (source.id, place, dump_sources([source]).decode())
            for place, source in enumerate(self._building.by_id.values())
        ]
        self._db.executemany("INSERT INTO sources VALUES (?, ?, ?)", rows)

    def write_words(self) -> None:
        """Add the words of the texts to their table."""
        self._db.executemany(
            "INSERT OR IGNORE INTO words VALUES (?, ?)", [(word, word[::-1]) for word in sorted(self.words)]
        )


def _terms_in(found: Sequence[tuple[int, str]]) -> int:
    """How many terms entries with any have in all."""
    joined_terms = TEXTS.join([terms for _, terms in found])
    return joined_terms.count(" ") + joined_terms.count(TEXTS) + bool(found)


def _quote(found: AnchoredEvidence) -> str:
    return found.span.of(found.document.text)


def read_here(aliases: Sequence[Sequence[str]]) -> ReadBatches:
    """Reads batches in this process."""
    reader = BatchReader(aliases)

    def read(pieces: Iterator[tuple[bytes, int]]) -> Iterator[Batch]:
        for data, first in pieces:
            yield reader.read(data, first)

    return read
