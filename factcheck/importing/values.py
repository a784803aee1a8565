"""What importing hands from reader to writer: items of an input, what became of each, and how far it got."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Protocol

LARGEST = 1 << 20
"""Bytes of the largest item that is taken in."""


class Rejected(NamedTuple):
    """Why an item is not taken in."""

    reason: str
    """A few words, the same for all items that are rejected for the same: `unknown-rating`."""
    detail: str = ""
    """What it is in this one."""


class Fault(NamedTuple):
    """An item that could not be read; `text` is the beginning of it."""

    reason: str
    detail: str
    text: str = ""


class Point(NamedTuple):
    """A place between two items of an input, from which it can be read on."""

    offset: int = 0
    """In bytes."""
    number: int = 0
    """How many items stand before it."""
    open: str = ""
    """The brackets that are open there: `{[` inside the array of a feed."""


class Reader(Protocol):
    """Reads the items of an input one by one, in bounded memory."""

    broken: bool
    """True once the input has ended, or cannot be read on, before its end."""

    number: int
    """Of the item that was given last, from 1."""

    note: str
    """What it took the input for, where that is not what was said; else ""."""

    def items(self) -> Iterator[Any]:
        """The items in order: values of JSON, or cells by their fields; a `Fault` for one that cannot be read."""
        ...

    def point(self) -> Point:
        """The place after the item that was given last."""
        ...

    def text(self) -> bytes | None:
        """The text of the item that was given last, where that is JSON."""
        ...


@dataclass(slots=True)
class Counts:
    """What became of the items so far."""

    added: int = 0
    known: int = 0
    """Claims that the workspace has already."""
    rejected: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    """How many items were rejected for what."""
    ratings: dict[str, int] = field(default_factory=dict)
    """The ratings that the table does not know, and how often they stand; at most `MOST_RATINGS`."""
    undated: int = 0
    """Claims that were taken in, or were there, without a date that is none."""

    @property
    def items(self) -> int:
        """How many there were in all."""
        return self.added + self.known + self.rejected

    def copy(self) -> Counts:
        """The counts as they are now."""
        return replace(self, reasons=dict(self.reasons), ratings=dict(self.ratings))


MOST_RATINGS = 1000
"""How many ratings that the table does not know are counted one by one."""


class Import(NamedTuple):
    """What an import has done. Paths are relative to the workspace, or as they were given."""

    path: str
    into: str
    aside: str
    """Where what was rejected is written."""
    counts: Counts
    resumed: int = 0
    """How many items an earlier run had dealt with."""
    changed: bool = False
    """True where an earlier run had begun, and input or settings are not what they were then."""
    broken: bool = False
    """True where the input ends or breaks off before its end."""
    note: str = ""
    """What the reader took the input for, where that is not what was said; else ""."""
