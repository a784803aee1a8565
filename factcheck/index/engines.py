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
    rarity: float
    """Its inverse document frequency."""
    likeness: float = 1.0
    """How much it is what was asked for, 0 to 1."""

    @property
    def weight(self) -> float:
        """What an entry gains that has it."""
        return self.rarity * self.likeness


class Engine(Protocol):
    """Finds the keys of entries by their terms."""

    @property
    def pool(self) -> int:
        """How many keys to ask for: an engine that scores coarsely needs more."""
        ...

    @property
    def is_exact(self) -> bool:
        """Whether its scores are BM25."""
        ...

    def find(self, terms: Sequence[WeighedTerm], limit: int, *, wide: bool = False) -> dict[int, float]:
        """At most `limit` keys of entries with some of the terms, those whose terms weigh most, with their scores.

        `wide` is for a second try: it may take longer.
        """
        ...


def default_engine() -> str:
    """tantivy where it is installed, else FTS5."""
    from importlib.util import find_spec

    return TANTIVY if find_spec("tantivy") else FTS5
