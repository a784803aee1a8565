"""The lines of a stream of UTF-8, read in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from factcheck.errors import InputError
from factcheck.files import BOM
from factcheck.mends import of_reading, reason_of

MAX_LINE = 4 * 1024 * 1024
"""Bytes of the longest line that is read; a longer one is a finding, so that memory stays bounded."""
TOO_LONG = f"the line is longer than {MAX_LINE} bytes"


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its end. `text` is None where it is longer than `MAX_LINE`."""

    number: int
    text: str | None


class Readable(Protocol):
    """What lines are read from."""

    def readline(self, limit: int = -1, /) -> bytes:
        """A line with its end, or at most `limit` bytes of it. Raises `OSError`."""
        ...


def read_lines(stream: Readable, shown: str) -> Iterator[Line]:
    """The lines of a stream, without a byte order mark; `shown` names it in messages.

    Raises `InputError` for bytes that cannot be read or are not UTF-8.
    """
    offset = 0
    number = 0
    while data := _read(stream, MAX_LINE + 1, shown):
        number += 1
        if len(data) > MAX_LINE:
            offset += len(data)
            while data and not data.endswith(b"\n"):
                data = _read(stream, MAX_LINE, shown)
                offset += len(data)
            yield Line(number, None)
            continue
        text = _decode(data, offset, number, shown)
        offset += len(data)
        yield Line(number, text.removeprefix(BOM) if number == 1 else text)


def _read(stream: Readable, limit: int, shown: str) -> bytes:
    try:
        return stream.readline(limit)
    except OSError as error:
        raise InputError(f"{shown}: cannot be read: {reason_of(error)}", of_reading(error)) from None


def _decode(data: bytes, offset: int, number: int, shown: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        bad = data[error.start]
        raise InputError(
            f"{shown}: not UTF-8: byte 0x{bad:02x} at offset {offset + error.start} (line {number})",
            "save the file as UTF-8",
        ) from None
