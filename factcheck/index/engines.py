"""What finds candidates on disk: SQLite's FTS5, or tantivy where it is installed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

FTS5, TANTIVY = "fts5", "tantivy"
ENGINES = (FTS5, TANTIVY)


class DamagedIndexError(Exception):
    """What is kept cannot be read, or is not what was written."""


class WeighedTerm(NamedTuple):
    """A term to look for."""

    term: str
    entries: int
    """How many entries have it."""
    weight: float
    """What an entry gains that has it."""


class Engine(Protocol):
    """Finds the keys of entries by their terms."""

    @property
    def pool(self) -> int:
        """How many keys to ask for: an engine that scores coarsely needs more."""
        ...

    def find(self, terms: Sequence[WeighedTerm], limit: int, *, wide: bool = False) -> list[int]:
        """At most `limit` keys of entries with some of the terms, those first whose terms weigh most.

        `wide` is for a second try: it may take longer.
        """
        ...


def default_engine() -> str:
    """tantivy where it is installed, else FTS5."""
    from importlib.util import find_spec

    return TANTIVY if find_spec("tantivy") else FTS5
