"""Filling an index of tantivy. Looking up needs none of this."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

from factcheck.index.tantivy_index import library

_HEAP = 256_000_000
"""Bytes that hold what is not yet written, at most: a million entries are then written at once, as one segment,
which is faster to search than several, and maps less of its files into memory."""
_THREADS = 1


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
        self._written: Future[None] | None = None

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
            document = make()
            document.add_text("terms", terms)
            document.add_unsigned("key", key)
            add(document)

    def remove(self, entries: Iterable[tuple[int, str]]) -> None:
        """Leave entries out."""
        delete = self._open().delete_documents_by_term
        for key, _ in entries:
            delete("key", key)

    def complete(self) -> None:
        """Begin to write what was taken in: nothing more comes."""
        pool = ThreadPoolExecutor(1)
        self._written = pool.submit(_write, self._open())
        pool.shutdown(wait=False)

    def finish(self) -> None:
        """Have written what was taken in."""
        if self._written is None:
            _write(self._open())
        else:
            self._written.result()
        self._writer = self._written = None

    def close(self) -> None:
        """Forget what was not written."""
        if self._written is not None:
            wait([self._written])
        elif self._writer is not None:
            self._writer.rollback()
        self._writer = self._written = None


def _write(writer: Any) -> None:  # noqa: ANN401
    writer.commit()
    writer.wait_merging_threads()
