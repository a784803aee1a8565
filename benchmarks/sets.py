"""Labelled sets, found by name below a data folder."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SEED = 20250731
MEASURED_EVERY = 3
"""Every third row of a file, after a seeded shuffle, is kept for measuring; the others are for fitting."""


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def sample(rows: Sequence[dict[str, Any]], limit: int | None) -> list[dict[str, Any]]:
    """A seeded sample of at most `limit` rows, in the order of the file."""
    if limit is None or len(rows) <= limit:
        return list(rows)
    chosen = sorted(random.Random(SEED).sample(range(len(rows)), limit))
    return [rows[index] for index in chosen]


def part(rows: Sequence[dict[str, Any]], measured: bool) -> list[dict[str, Any]]:
    """The rows kept for measuring, or the rest, which is for fitting."""
    order = list(range(len(rows)))
    random.Random(SEED).shuffle(order)
    kept = {index for place, index in enumerate(order) if place % MEASURED_EVERY == 0}
    return [row for index, row in enumerate(rows) if (index in kept) is measured]
