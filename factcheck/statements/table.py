"""Statements in a column of a CSV or TSV file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.errors import InputError
from factcheck.model import Location
from factcheck.statements.item import Item, Statement, other_name, wrong
from factcheck.statements.lines import Line
from factcheck.statements.rows import NO_HEADER, RowLines, row_fault, unread_header


def from_table(lines: Iterator[Line], shown: str, delimiter: str, column: str) -> Iterator[Item]:
    """The cells of `column`, which the header names; rows without anything in them are left out.

    Raises `InputError` where the header does not parse or has no such column. A file with nothing
    in it gives nothing.
    """
    feed = RowLines(lines)
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise unread_header(shown, error) from None
    if not header and not any(line.text for line in feed.row):
        return
    if header.count(column) != 1:
        problem = "stands more than once in the header" if column in header else "is not in the header"
        raise InputError(f"{shown}: the column `{column}` {problem}", other_name(column, header) or NO_HEADER)
    while True:
        feed.begin()
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            told, mend = row_fault(error)
            yield wrong(f"the row does not parse: {told}", Location(shown, feed.take_back().number), mend)
            continue
        if any(cell.strip() for cell in row):
            yield _from_row(row, header, column, _RowText(shown, delimiter, feed.row))


@dataclass(frozen=True, slots=True)
class _RowText:
    """A row as it is written."""

    path: str
    delimiter: str
    lines: list[Line]

    def place(self, offset: int = 0) -> Location:
        """The place of an offset in the row's text."""
        *before, last = self.lines
        for line in before:
            length = len(line.text or "")
            if offset < length:
                return Location(self.path, line.number, offset + 1)
            offset -= length
        return Location(self.path, last.number, offset + 1)

    def cell(self, index: int) -> int:
        """The offset of a cell's first character, after its quotation mark."""
        text = "".join(line.text or "" for line in self.lines)
        position = 0
        for _ in range(index):
            if text.startswith('"', position):
                position = text.index('"', position + 1)
                while text.startswith('""', position):
                    position = text.index('"', position + 2)
            position = text.index(self.delimiter, position) + 1
        return position + text.startswith('"', position)


def _from_row(row: list[str], header: list[str], column: str, text: _RowText) -> Item:
    index = header.index(column)
    if len(row) <= index:
        return wrong(f"the row has {_cells(row)}, too few for the column `{column}`", text.place())
    if any(cell.strip() for cell in row[len(header) :]):
        # An unquoted separator inside the statement would cut it short without a word.
        mend = "put a cell that holds the separator between quotation marks"
        return wrong(f"the row has {_cells(row)}, the header has {_cells(header)}", text.place(), mend)
    cell = row[index]
    offset = text.cell(index)
    if not cell.strip():
        return wrong(f"the cell in the column `{column}` is empty", text.place(offset))
    return Statement(cell.strip(), text.place(offset + len(cell) - len(cell.lstrip())))


def _cells(row: list[str]) -> str:
    return "1 cell" if len(row) == 1 else f"{len(row)} cells"
