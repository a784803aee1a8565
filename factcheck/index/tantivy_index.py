"""Candidates from tantivy, a search library in Rust: twenty times as fast as FTS5 at a million entries.

It comes with the extra `archive`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from factcheck.errors import MissingExtraError
from factcheck.index.engines import DamagedIndexError, WeighedTerm

_HEAP = 64_000_000
"""Bytes that hold what is not yet written."""
_THREADS = 1


def library() -> Any:  # noqa: ANN401
    """The library. Raises `MissingExtraError`, naming the extra, where it is not installed."""
    try:
        import tantivy
    except ImportError:
        raise MissingExtraError(
            "the index is one of tantivy, which is not installed",
            'pip install "factcheck-cli[archive]", or build it anew: factcheck index --engine fts5',
        ) from None
    return tantivy


def _schema(tantivy: Any) -> Any:  # noqa: ANN401
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("key", indexed=True, fast=True)
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    return builder.build()


class TantivyWriter:
    """Fills an index in a folder. What was taken in is there once it is finished."""

    def __init__(self, folder: Path) -> None:
        self._tantivy = library()
        self._folder = folder
        self._writer: Any = None

    def create(self) -> None:
        """Make the index."""
        self._folder.mkdir()
        self._tantivy.Index(_schema(self._tantivy), path=str(self._folder))

    def _open(self) -> Any:  # noqa: ANN401
        if self._writer is None:
            index = self._tantivy.Index.open(str(self._folder))
            self._writer = index.writer(heap_size=_HEAP, num_threads=_THREADS)
        return self._writer

    def add(self, entries: Iterable[tuple[int, str]]) -> None:
        """Take entries in: their keys, their terms."""
        add, make = self._open().add_document, self._tantivy.Document
        for key, terms in entries:
            document = make(terms=terms)
            document.add_unsigned("key", key)
            add(document)

    def remove(self, entries: Iterable[tuple[int, str]]) -> None:
        """Leave entries out."""
        delete = self._open().delete_documents_by_term
        for key, _ in entries:
            delete("key", key)

    def finish(self) -> None:
        """Write what was taken in."""
        writer = self._open()
        writer.commit()
        writer.wait_merging_threads()
        self._writer = None

    def close(self) -> None:
        """Forget what was not written."""
        if self._writer is not None:
            self._writer.rollback()
            self._writer = None


class TantivyEngine:
    """Finds entries in the index of a folder."""

    pool = 80

    def __init__(self, folder: Path) -> None:
        """Raises `MissingExtraError` where tantivy is not installed, `DamagedIndexError` where there is no index."""
        self._tantivy = library()
        try:
            index = self._tantivy.Index.open(str(folder))
            index.config_reader(reload_policy="manual", num_warmers=0)
            self._schema = index.schema
            self._searcher = index.searcher()
        except (ValueError, OSError) as error:
            raise DamagedIndexError(str(error)) from error

    def find(self, terms: Sequence[WeighedTerm], limit: int, *, wide: bool = False) -> list[int]:
        """The keys of the entries with the highest BM25. Raises `DamagedIndexError`."""
        if not terms:
            return []
        query, searcher = self._tantivy.Query, self._searcher
        most = searcher.num_docs or 1
        wanted = []
        for term in terms:
            one = query.term_query(self._schema, "terms", term.term, index_option="freq")
            own = (
                math.log(1.0 + (most - term.entries + 0.5) / (term.entries + 0.5))
                if term.entries < most
                else 1.0
            )
            wanted.append((self._tantivy.Occur.Should, query.boost_query(one, term.weight / (own or 1.0))))
        try:
            found = searcher.search(query.boolean_query(wanted), limit, count=False)
            addresses = [address for _, address in found.hits]
            return [int(key) for key in searcher.fast_field_values("key", addresses)]
        except (ValueError, TypeError, OSError) as error:
            raise DamagedIndexError(str(error)) from error
