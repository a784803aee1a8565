"""Asking a database for many keys at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

Rows = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]
"""What a query gives with its values."""
_AT_ONCE = 512
"""Keys that are asked for in one query, at most."""


def by_keys(read: Rows, query: str, keys: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    """What a query gives for keys, which go where it has `{}`.

    The last is repeated until there are a power of two: so there are few queries, and SQLite keeps them prepared.
    """
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        count = 1 << (len(some) - 1).bit_length()
        repeated = [*some, *[some[-1]] * (count - len(some))]
        yield from read(query.format("?" + ",?" * (count - 1)), repeated)
