"""Tables for a terminal. The one place that imports tabulate."""

from __future__ import annotations

from collections.abc import Sequence

from tabulate import tabulate

from factcheck.reporters.layout import Piece, Style, cells, shorten

_GAP = 2
_LEAST = 12
"""The columns that the last column keeps, however narrow the terminal."""


def table(headers: Sequence[str], rows: Sequence[Sequence[Piece]], style: Style) -> str:
    """Rows of cells (text fit to print, SGR code) under headers; the last column takes the room left."""
    widths = [
        max(cells(header), *(cells(row[number][0]) for row in rows))
        for number, header in enumerate(headers[:-1])
    ]
    left = max(_LEAST, style.width - sum(widths) - _GAP * len(widths))
    body = [
        [*(style.paint(*cell) for cell in row[:-1]), style.paint(shorten(row[-1][0], left), row[-1][1])]
        for row in rows
    ]
    drawn = tabulate(body, headers, tablefmt="simple", disable_numparse=True)
    return "\n".join(line.rstrip() for line in drawn.splitlines())


def shorten_left(text: str, width: int) -> str:
    """`text` of at most `width` columns, its beginning cut with "…" where it is longer: for places."""
    while cells(text) > width:
        text = "…" + text[2:] if text.startswith("…") else "…" + text[1:]
    return text
