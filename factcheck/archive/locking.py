"""One builder at a time: a lock that the system releases when its holder ends, however it ends.

SQLite's own locks are used, which hold on every system and on most network file systems.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.archive.layout import LOCK

PATIENCE = 3600.0
"""Seconds that a builder waits for another."""


@contextmanager
def building_lock(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the right to write to the folder of an index.

    Raises `OSError` where the folder cannot be written to, or another builder takes longer than `patience`.
    """
    connection = None
    try:
        connection = sqlite3.connect(folder / LOCK, timeout=patience, isolation_level=None)
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        if connection is not None:
            connection.close()
        raise OSError(f"the index cannot be locked: {error}") from error
    try:
        yield
    finally:
        connection.close()
