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
    try:
        connection = _locked(folder / LOCK, patience)
    except sqlite3.OperationalError as error:
        raise OSError(f"the index cannot be locked: {error}") from error
    except sqlite3.DatabaseError:  # something else was written there
        (folder / LOCK).unlink()
        connection = _locked(folder / LOCK, patience)
    try:
        yield
    finally:
        connection.close()


def _locked(path: Path, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("BEGIN EXCLUSIVE")
    except BaseException:
        connection.close()
        raise
    return connection
