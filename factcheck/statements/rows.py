"""Lines on their way to a CSV reader, which may have to be read again."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator

from factcheck.errors import InputError
from factcheck.statements.lines import TOO_LONG, Line

NO_HEADER = "the first line must name the columns"
_UNDOUBLED = "double a quotation mark that is part of a cell, and put others around the cell"
_FAULTS = (
    (
        "new-line character",
        "a carriage return stands outside quotation marks",
        "end each line with a line feed",
    ),
    ("field larger", f"a cell is longer than {csv.field_size_limit():,} characters", "divide it"),
    ("unexpected end", "a quotation mark is not closed", "close it, or double one that is part of a cell"),
    ("expected after", "more follows a closing quotation mark", _UNDOUBLED),
)
"""What the reader's own words hold, what is wrong in ours, and what to do about it."""


def row_fault(error: csv.Error) -> tuple[str, str]:
    """What is wrong with a row that does not parse, and what to do about it."""
    said = str(error)
    for words, told, mend in _FAULTS:
        if words in said:
            return told, mend
    return said, "divide it" if said == TOO_LONG else ""


def unread_header(shown: str, error: csv.Error) -> InputError:
    """The error for a table whose first line does not parse."""
    told, mend = row_fault(error)
    return InputError(f"{shown}:1: the header does not parse: {told}", mend or NO_HEADER)


class RowLines(Iterator[str]):
    """Feeds lines to a CSV reader and keeps those of the row that is being read.

    A line that is too long raises `csv.Error`, as a row that does not parse does.
    """

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._waiting: deque[Line] = deque()
        self.row: list[Line] = []

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else next(self._lines)
        self.row.append(line)
        if line.text is None:
            raise csv.Error(TOO_LONG)
        return line.text

    def begin(self) -> None:
        """A new row begins with the next line."""
        self.row = []

    def first(self) -> str:
        """The next line, which is given out again; "" where there is none, or one that is too long."""
        line = next(self._lines, None)
        if line is None:
            return ""
        self._waiting.appendleft(line)
        return line.text or ""

    def take_back(self) -> Line:
        """Give the row's lines out again, all but the first: a stray quotation mark costs one line, given here.

        Only where the row does not parse, so that it has a line.
        """
        self._waiting.extendleft(reversed(self.row[1:]))
        return self.row[0]

    def waiting(self) -> int:
        """Bytes that were taken back and not given out again."""
        return sum(len((line.text or "").encode()) for line in self._waiting)
