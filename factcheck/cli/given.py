"""Texts that come as arguments or on standard input."""

from __future__ import annotations

from factcheck.errors import InputError

STDIN = "-"
_MOST_BYTES = 1 << 20
"""No more than this is read from standard input: a statement is a sentence or two."""


def argument(text: str, what: str = "statement") -> str:
    """A text of the command line; `what` names it in messages. Raises `InputError` if it is not UTF-8."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"the {what} is not UTF-8 (at character {error.start + 1})"
        raise InputError(message, "set the terminal to UTF-8") from None
    return text


def standard_input(what: str = "statement") -> str:
    """What standard input holds, without white space around it. Raises `InputError` for what is too long."""
    from factcheck import files

    data = files.standard_input().read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        message = f"standard input holds more than {_MOST_BYTES:,} bytes: too long for a {what}"
        raise InputError(message, "put the sentences into a file, one a line, and run `factcheck check`")
    return files.decode(data, "standard input").removeprefix(files.BOM).strip()


def one_line(text: str) -> str:
    """A statement that was given over several lines, on one."""
    return " ".join(text.split("\n")).strip()
