"""Strings as TOML writes them, in the manner of the string that they replace."""

from __future__ import annotations

LITERAL, BASIC = "'", '"'
LITERAL_LINES, BASIC_LINES = "'''", '"""'
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def toml_string(value: str, manner: str = LITERAL) -> str:
    """`value` as a TOML string that reads back as it.

    manner: the marks that it should have: `'` or `'''` for its letters as they are, `"` or three of
    them with escapes. Where it cannot be written so, the next that can is taken; `"` always can.
    """
    if manner == LITERAL and _is_plain(value) and not set(value) & {"'", "\n"}:
        return f"'{value}'"
    if manner in (LITERAL, LITERAL_LINES) and _fits_literal_lines(value):
        return f"'''{value}'''"
    if manner == BASIC_LINES and not value.startswith("\n"):
        return '"""' + "\n".join(_escaped(line) for line in value.split("\n")) + '"""'
    return f'"{_escaped(value)}"'


def manner_of(written: str) -> str:
    """The marks of a TOML string as it is written in a file."""
    for marks in (LITERAL_LINES, BASIC_LINES, LITERAL):
        if written.startswith(marks):
            return marks
    return BASIC


def _is_plain(value: str) -> bool:
    """No control characters but tabs and line feeds, which is all that literal strings may hold."""
    return not any((char < " " and char not in "\t\n") or char == "\x7f" for char in value)


def _fits_literal_lines(value: str) -> bool:
    loose = any(line != line.rstrip() for line in value.split("\n")[:-1])
    edged = value.startswith(("\n", "'")) or value.endswith("'")
    return _is_plain(value) and not loose and not edged and "'''" not in value


def _escaped(value: str) -> str:
    return "".join(
        _ESCAPES.get(char) or (f"\\u{ord(char):04x}" if char < " " or char == "\x7f" else char)
        for char in value
    )
