"""What is kept of an archive as a whole, and the faults that only all of it shows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.archive.layout import INDEXES
from factcheck.model import Alias, CoverageException, Diagnostic, Location, Severity


def make_indexes(connection: sqlite3.Connection) -> list[Diagnostic]:
    """Make the indexes of the filled tables; gives the faults that keep them from being made."""
    for statement in filter(None, map(str.strip, INDEXES.split(";"))):
        try:
            connection.execute(statement)
        except sqlite3.IntegrityError:
            return list(duplicates(connection))
    return []


def duplicates(connection: sqlite3.Connection) -> Iterator[Diagnostic]:
    """The faults of claims whose id another claim has."""
    again = connection.execute(
        "SELECT id, key, line FROM entries WHERE id IN "
        "(SELECT id FROM entries WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1) ORDER BY key"
    ).fetchall()
    seen: dict[str, Location] = {}
    for claim_id, key, line in again:
        row = connection.execute(
            "SELECT path FROM files WHERE first <= ? AND ? < last", (key, key)
        ).fetchone()
        place = Location(row[0] if row else "", line)
        first = seen.setdefault(claim_id, place)
        if first is not place:
            message = f"the id `{claim_id}` is already used at {first}"
            mend = "give this claim an id of its own"
            yield Diagnostic("FC106", Severity.ERROR, message, place, mend, claim_id)


def write_meta(connection: sqlite3.Connection, values: dict[str, Any]) -> None:
    """Keep values by name."""
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())


def names_json(rows: Sequence[Alias | CoverageException]) -> str:
    """Aliases or exceptions as kept: their fields, then those of their places."""
    return json.dumps(
        [[*row[:-1], row.location.path, row.location.line, row.location.column] for row in rows],
        ensure_ascii=False,
    )
