"""TOML files whose tables and keys keep their line numbers, which `tomllib` does not tell."""

from __future__ import annotations

import re
import tomllib
from typing import Any, NamedTuple

from factcheck.errors import InputError

BASIC = r"\"[^\"\\\n]*+(?:\\.[^\"\\\n]*+)*+\""
LITERAL = r"'[^'\n]*+'"
NAME = rf"[A-Za-z0-9_-]++|{BASIC}|{LITERAL}"
NAMES = re.compile(NAME)
HEADER = re.compile(rf"[ \t]*+(\[\[?+)((?:[ \t.]|{NAME})++)\].*+\n?")
_KEY = re.compile(rf"[ \t]*+({NAME})[ \t]*+[.=]")
MULTILINE = (
    r"\"{3}[^\"\\]*+(?:(?:\\[\s\S]|\"{1,2}(?!\"))[^\"\\]*+)*+\"{3,5}"
    r"|'{3}[^']*+(?:'{1,2}(?!')[^']*+)*+'{3,5}"
)
_WHOLE = rf"{MULTILINE}|{BASIC}|{LITERAL}|#[^\n]*+"
_TO_BRACKET_OR_END = re.compile(rf"(?:{_WHOLE}|[^\n\[{{\]}}\"'#]++)*+[\n\[{{\]}}]")
_TO_BRACKET = re.compile(rf"(?:{_WHOLE}|[^\[{{\]}}\"'#]++)*+[\[{{\]}}]")
_SYNTAX_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")


TOO_DEEP = "nested too deeply"
TOO_MANY_DIGITS = "it holds a whole number of more than some thousand digits"
"""What Python does not read, in TOML as in JSON: the time for such a number grows with the square."""


class TomlFile(NamedTuple):
    """A parsed TOML file. `lines` maps the path of a table or key, as in `("claim", 2)`, to its line."""

    data: dict[str, Any]
    lines: dict[tuple[str | int, ...], int]

    def line(self, path: tuple[str | int, ...]) -> int:
        """The line (from 1) of the nearest table or key that encloses `path`; of an array, its first table's."""
        while path and path not in self.lines:
            if (*path, 0) in self.lines:
                return self.lines[*path, 0]
            path = path[:-1]
        return self.lines.get(path, 1)


class TomlSyntaxError(InputError):
    """TOML that does not parse; `line` and `column` say where."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def parse_toml(text: str) -> TomlFile:
    """Parse TOML text.

    Raises `TomlSyntaxError`, also for nesting that is too deep to be read.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _SYNTAX_PLACE.search(message)
        end = (text.count("\n") + 1, len(text) - text.rfind("\n"))
        line, column = (int(place[1]), int(place[2])) if place and place[1] else end
        raise TomlSyntaxError(_SYNTAX_PLACE.sub("", message), line, column) from None
    except (RecursionError, ValueError) as error:
        raise TomlSyntaxError(
            TOO_DEEP if isinstance(error, RecursionError) else TOO_MANY_DIGITS, 1, 1
        ) from None
    return TomlFile(data, _lines(text))


def _lines(text: str) -> dict[tuple[str | int, ...], int]:
    """Where tables and keys of a valid file stand; keys inside inline tables and arrays are left out."""
    places: dict[tuple[str | int, ...], int] = {}
    counts: dict[tuple[str | int, ...], int] = {}
    table: tuple[str | int, ...] = ()
    position, number = 0, 1
    while position < len(text):
        if header := HEADER.match(text, position):
            names = [bare_name(name) for name in NAMES.findall(header[2])]
            table = table_path(names, header[1] == "[[", counts)
            places.setdefault(table, number)
            position, number = header.end(), number + 1
            continue
        if key := _KEY.match(text, position):
            places.setdefault((*table, bare_name(key[1])), number)
        end = _statement_end(text, position)
        number += text.count("\n", position, end)
        position = end
    return places


def bare_name(name: str) -> str:
    """A key without the quotation marks around it."""
    return name[1:-1] if name[0] in "\"'" else name


def _statement_end(text: str, start: int) -> int:
    """Where the line ends that begins at `start`, or the last line of its value."""
    position, depth = start, 0
    while match := (_TO_BRACKET if depth else _TO_BRACKET_OR_END).match(text, position):
        position = match.end()
        mark = text[position - 1]
        if mark == "\n":
            return position
        depth += 1 if mark in "[{" else -1
    return len(text)


def table_path(
    names: list[str], array: bool, counts: dict[tuple[str | int, ...], int]
) -> tuple[str | int, ...]:
    """The path of a header's table. `counts` holds how many tables each array has so far, and is updated."""
    path: tuple[str | int, ...] = ()
    for depth, name in enumerate(names):
        path = (*path, name)
        if array and depth == len(names) - 1:
            counts[path] = counts.get(path, 0) + 1
        if path in counts:
            path = (*path, counts[path] - 1)
    return path
