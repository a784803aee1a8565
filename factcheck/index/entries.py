"""What an index holds, what it gives back, and the interface of all indexes."""

from __future__ import annotations

from typing import Protocol

from factcheck.records import NamedTuple


class Entry(NamedTuple):
    """A thing to find: `texts` are its statement, its other wordings, its quotes."""

    key: int
    """The caller's; unique, fits 64 bits."""
    texts: tuple[str, ...]


class Hit(NamedTuple):
    """An entry that was found. Scores compare hits of one search, not of two."""

    key: int
    score: float


class Index(Protocol):
    """Finds entries for a query, the best first; equal scores by key."""

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """At most `limit` entries that share something with `query`."""
        ...
