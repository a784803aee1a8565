"""Where the values of a TOML text stand, so that one can be replaced and every other byte left alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.datafiles import DataPath
from factcheck.tomlfile import (
    BASIC,
    HEADER,
    LITERAL,
    MULTILINE,
    NAME,
    NAMES,
    TomlSyntaxError,
    bare_name,
    table_path,
)

_KEY = re.compile(rf"[ \t]*+((?:{NAME})(?:[ \t]*+\.[ \t]*+(?:{NAME}))*+)[ \t]*+=[ \t]*+")
_SCALAR = re.compile(rf"{MULTILINE}|{BASIC}|{LITERAL}|[^\s,\[\]{{}}#]++(?: \d\d:[^\s,\]}}#]++)?+")
_BETWEEN = re.compile(r"(?:[\s,]++|#[^\n]*+)*+")


@dataclass(frozen=True, slots=True)
class TomlValue:
    """Where a value stands in the text, from its first character to its last."""

    start: int
    end: int
    inline: bool
    """True in an inline table, where a further key follows after a comma and not on a line of its own."""


def toml_values(text: str) -> dict[DataPath, TomlValue]:
    """Where every value of a TOML text stands, by its path; those in arrays and inline tables too.

    Raises `TomlSyntaxError` for what `parse_toml` would not take.
    """
    found: dict[DataPath, TomlValue] = {}
    counts: dict[DataPath, int] = {}
    table: DataPath = ()
    position = 0
    try:
        while position < len(text):
            if header := HEADER.match(text, position):
                names = [bare_name(name) for name in NAMES.findall(header[2])]
                table = table_path(names, header[1] == "[[", counts)
                position = header.end()
                continue
            if key := _KEY.match(text, position):
                path = (*table, *map(bare_name, NAMES.findall(key[1])))
                position = _take_value(text, key.end(), path, False, found)
            position = text.find("\n", position) + 1 or len(text)
    except (IndexError, RecursionError):
        raise TomlSyntaxError("cannot be read as TOML", text.count("\n", 0, position) + 1, 1) from None
    return found


def _take_value(
    text: str,
    start: int,
    path: DataPath,
    inline: bool,
    found: dict[DataPath, TomlValue],
) -> int:
    """Note the value that begins at `start`, and what it holds. Gives where it ends."""
    if text[start] in "[{":
        end = _take_items(text, start, path, found)
    else:
        scalar = _SCALAR.match(text, start)
        if scalar is None:
            raise IndexError(start)
        end = scalar.end()
    found[path] = TomlValue(start, end, inline)
    return end


def _take_items(text: str, start: int, path: DataPath, found: dict[DataPath, TomlValue]) -> int:
    """Note the items of an array or of an inline table."""
    array = text[start] == "["
    number = 0
    position = _after_blank(text, start + 1)
    while text[position] != ("]" if array else "}"):
        if array:
            position = _take_value(text, position, (*path, number), False, found)
            number += 1
        else:
            key = _KEY.match(text, position)
            if key is None:
                raise IndexError(position)
            names = map(bare_name, NAMES.findall(key[1]))
            position = _take_value(text, key.end(), (*path, *names), True, found)
        position = _after_blank(text, position)
    return position + 1


def _after_blank(text: str, position: int) -> int:
    blank = _BETWEEN.match(text, position)
    return blank.end() if blank else position
