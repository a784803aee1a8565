"""Documents read when they are asked for, so many kept at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from factcheck.documents import load_document
from factcheck.files import Reader
from factcheck.model import Diagnostic, Document, Source

KEPT = 256
"""Documents that are kept at most."""


class LazyDocuments(Mapping[str, Document]):
    """The texts of a workspace by source id.

    `source_of` gives a source by its id; `tell` is told, by a source's id, what is
    wrong with its text, each time it is read.
    """

    def __init__(
        self,
        reader: Reader,
        source_of: Callable[[str], Source | None],
        ids: Callable[[], Iterator[str]],
        tell: Callable[[str, tuple[Diagnostic, ...]], None],
    ) -> None:
        self._reader = reader
        self._source_of = source_of
        self._ids = ids
        self._tell = tell
        self._kept: dict[str, Document] = {}

    def __getitem__(self, source_id: str) -> Document:
        found = self._kept.get(source_id)
        if found is not None:
            return found
        source = self._source_of(source_id)
        document = self._load(source) if source is not None else None
        if document is None:
            raise KeyError(source_id)
        while len(self._kept) >= KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[source_id] = document
        return document

    def _load(self, source: Source) -> Document | None:
        document, wrong = load_document(self._reader, source)
        if wrong:
            self._tell(source.id, wrong)
        return document

    def __iter__(self) -> Iterator[str]:
        return self._ids()

    def __len__(self) -> int:
        return sum(1 for _ in self._ids())
