"""Pieces of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table; a bar in a cell stays a bar, and a column without anything in it is left out."""
    filled = [list(row) for row in rows]
    kept = [column for column in range(len(head)) if any(row[column] for row in filled)]
    lines = [[head[column] for column in kept], ["---"] * len(kept)]
    lines += [[_cell(row[column]) for column in kept] for row in filled]
    return [f"| {' | '.join(line)} |" for line in lines]


def page(lines: Iterable[str]) -> str:
    """The lines as a file."""
    return "\n".join(lines).strip("\n") + "\n"


def code(text: str) -> str:
    """The text as code; nothing for nothing."""
    return f"`{text}`" if text else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
