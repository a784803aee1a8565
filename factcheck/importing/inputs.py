"""The inputs of an import: JSON-LD, pages, tables, JSON Lines; each read item by item."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import PurePath
from typing import Any, BinaryIO

from factcheck.datafiles import parse_json_object
from factcheck.errors import InputError
from factcheck.importing.feed import CHUNK, Feed
from factcheck.importing.rows import FIELDS
from factcheck.importing.values import LARGEST, Fault, Point, Reader
from factcheck.mends import of_reading, reason_of
from factcheck.schema import nearest
from factcheck.statements.lines import TOO_LONG, Line, read_lines
from factcheck.statements.rows import RowLines, row_fault, unread_header

KINDS: Mapping[str, tuple[str, ...]] = {
    "json": (".json", ".jsonld"),
    "html": (".html", ".htm", ".xhtml"),
    "csv": (".csv",),
    "tsv": (".tsv", ".tab"),
    "jsonl": (".jsonl", ".ndjson"),
}
"""The kinds of input, and what the names of each end in."""
_DELIMITERS = {"csv": ",", "tsv": "\t"}
_SEPARATORS = {";": "a semicolon", "\t": "a tab", ",": "a comma"}
"""What may stand between the cells of a table, and what it is called."""
_IN_QUOTES = re.compile(r'"[^"]*"')
"""Stands in Python's message on a number of too many digits, which tells users nothing."""
_JSON_LD = "application/ld+json"
_SHOWN = 2_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Tracked:
    """A stream of bytes that knows its place, and the hash of all that was read of it."""

    def __init__(self, stream: BinaryIO, shown: str) -> None:
        self._stream, self.shown = stream, shown
        self._hash = sha256()
        self.hashed = 0
        """How many bytes were read in all."""
        self.offset = 0
        """Where the next byte stands."""

    def read(self, size: int = -1, /) -> bytes:
        """At most so many bytes. Raises `InputError` where they cannot be read."""
        return self._noted(lambda: self._stream.read(size))

    def readline(self, limit: int = -1, /) -> bytes:
        """A line, or at most so many bytes of it. Raises `InputError` where it cannot be read."""
        return self._noted(lambda: self._stream.readline(limit))

    def _noted(self, read: Callable[[], bytes]) -> bytes:
        try:
            data = read()
        except OSError as error:
            raise InputError(f"{self.shown}: cannot be read: {reason_of(error)}", of_reading(error)) from None
        if not self.offset and data.startswith(_UTF_16):
            raise InputError(f"{self.shown}: is UTF-16", "save the file as UTF-8")
        self.offset += len(data)
        new = self.offset - self.hashed
        if new > 0:
            self._hash.update(data if new == len(data) else data[-new:])
            self.hashed = self.offset
        return data

    def digest(self) -> str:
        """Of all that was read, in hexadecimal."""
        return self._hash.hexdigest()

    def seek(self, offset: int) -> None:
        """Go to a place: back, or onward over what is read and not kept."""
        if offset < self.offset:
            self._stream.seek(offset)
            self.offset = offset
        while self.offset < offset and self.read(min(CHUNK, offset - self.offset)):
            pass


def kind_of(path: str, named: str | None) -> str:
    """The kind of an input by its name. Raises `InputError` for a name that tells nothing."""
    if named is not None:
        return named
    suffix = PurePath(path).suffix.lower()
    for kind, suffixes in KINDS.items():
        if suffix in suffixes:
            return kind
    known = ", ".join(suffix for suffixes in KINDS.values() for suffix in suffixes)
    raise InputError(f"{path}: the name does not tell what it is", f"{known}; or say it: --input-format json")


def open_reader(stream: Tracked, kind: str, columns: Mapping[str, str], start: Point) -> Reader:
    """The reader of an input, at `start`. `columns` names the column of a field where it is not the field's own.

    Raises `InputError` for a table without a column that is named, or without one of statements.
    """
    match kind:
        case "json":
            stream.seek(start.offset)
            return Feed(stream, start)
        case "html":
            return _Page(stream)
        case "jsonl":
            return _Lines(stream, columns, start)
        case _:
            return _Table(stream, _DELIMITERS[kind], columns, start)


class _Page:
    """The JSON-LD blocks of a page."""

    def __init__(self, stream: Tracked) -> None:
        self._stream = stream
        self._feed: Feed | None = None
        self.number = 0
        self.broken = False
        self.note = ""

    def items(self) -> Iterator[Any]:
        for block in self._blocks():
            data = _Block(block.encode("utf-8", "surrogateescape"))
            self._feed = Feed(data, Point(0, self.number))
            for item in self._feed.items():
                self.number = self._feed.number
                yield item

    def _blocks(self) -> Iterator[str]:
        parser = _Scripts()
        decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        while data := self._stream.read(CHUNK):
            parser.feed(decoder.decode(data))
            yield from parser.taken()
        parser.feed(decoder.decode(b"", True))
        parser.close()
        yield from parser.taken()

    def point(self) -> Point:
        return Point(0, self.number)

    def text(self) -> bytes | None:
        return self._feed.text() if self._feed else None


class _Block:
    """Bytes to read from."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self, size: int, /) -> bytes:
        piece, self._data = self._data[:size], self._data[size:]
        return piece


class _Scripts(HTMLParser):
    """Collects the JSON-LD blocks of a page, each at most so large as sixteen items."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._parts: list[str] | None = None
        self._size = 0
        self._blocks: list[str] = []

    def taken(self) -> list[str]:
        """The blocks that were found since this was last asked."""
        found, self._blocks = self._blocks, []
        return found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("type") if tag == "script" else None
        if kind is not None and kind.partition(";")[0].strip().lower() == _JSON_LD:
            self._parts, self._size = [], 0

    def handle_data(self, data: str) -> None:
        if self._parts is not None and self._size <= 16 * LARGEST:
            self._parts.append(data)
            self._size += len(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._finish()

    def close(self) -> None:
        super().close()
        self._finish()  # a page that ends within a block

    def _finish(self) -> None:
        if self._parts is not None:
            text = "".join(self._parts).strip()
            self._blocks.append(_WRAPPING.sub("", text))
            self._parts = None


_WRAPPING = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*\Z")
"""What hides a block from very old browsers, and from XML."""


class _Lines:
    """The objects of a JSON Lines file, their keys by the names of the fields."""

    def __init__(self, stream: Tracked, columns: Mapping[str, str], start: Point) -> None:
        stream.seek(start.offset)
        self._stream, self.number = stream, start.number
        self._fields = {header: field for field, header in columns.items()}
        self._text = ""
        self.broken = False
        self.note = ""

    def items(self) -> Iterator[Any]:
        for line in read_lines(self._stream, self._stream.shown):
            if line.text is not None and not line.text.strip():
                continue
            self.number += 1
            self._text = (line.text or "").strip()
            yield self._value(line)

    def _value(self, line: Line) -> object:
        if line.text is None:
            return Fault("too-large", TOO_LONG)
        item, problem = parse_json_object(line.text)
        if item is None:
            return Fault("not-json", problem, self._text[:_SHOWN])
        if self._fields:
            item = {self._fields.get(key, key): value for key, value in item.items()}
        return item

    def point(self) -> Point:
        return Point(self._stream.offset, self.number)

    def text(self) -> bytes | None:
        return self._text.encode("utf-8", "backslashreplace")


class _Table:
    """The rows of a table, each by the names of the fields."""

    def __init__(self, stream: Tracked, delimiter: str, columns: Mapping[str, str], start: Point) -> None:
        stream.seek(0)
        self._stream, self.number = stream, start.number
        self._lines = RowLines(read_lines(stream, stream.shown))
        self._delimiter = _separator(self._lines.first(), delimiter, columns)
        self.note = ""
        if self._delimiter != delimiter:
            self.note = f"read with {_SEPARATORS[self._delimiter]} between the cells, as the header has it"
        self._reader = csv.reader(self._lines, delimiter=self._delimiter, strict=True)
        self.broken = False
        try:
            header = [name.strip() for name in next(self._reader, [])]
        except csv.Error as error:
            raise unread_header(stream.shown, error) from None
        self._fields = _fields(header, columns, stream.shown)
        self._header = header
        if start.offset > stream.offset:
            stream.seek(start.offset)

    def items(self) -> Iterator[Any]:
        while True:
            self._lines.begin()
            try:
                row = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                self.number += 1
                text = (self._lines.take_back().text or "")[:_SHOWN].rstrip("\r\n")
                yield Fault("not-a-row", f"the row does not parse: {row_fault(error)[0]}", text)
                self._reader = csv.reader(self._lines, delimiter=self._delimiter, strict=True)
                continue
            if any(cell.strip() for cell in row):
                self.number += 1
                yield self._value(row)

    def _value(self, row: list[str]) -> object:
        if len(row) > len(self._header) and any(cell.strip() for cell in row[len(self._header) :]):
            detail = f"the row has {len(row)} cells, the header has {len(self._header)}"
            return Fault("not-a-row", detail, self._delimiter.join(row)[:_SHOWN])
        return {field: row[index] for field, index in self._fields.items() if index < len(row)}

    def point(self) -> Point:
        return Point(self._stream.offset - self._lines.waiting(), self.number)

    def text(self) -> bytes | None:
        return None


def _separator(header: str, usual: str, columns: Mapping[str, str]) -> str:
    """What stands between the cells: the usual, or another one where only that makes a column of statements.

    Where none does, another one counts where the header has the usual nowhere: the error then names the columns.
    """
    wanted = columns.get("statement", "statement").lower()
    bare = _IN_QUOTES.sub("", header)
    for char in (usual, *_SEPARATORS):
        if wanted in (cell.strip().strip('"').strip().lower() for cell in header.split(char)):
            return char
    return next((char for char in (usual, *_SEPARATORS) if char in bare), usual)


def _fields(header: list[str], columns: Mapping[str, str], shown: str) -> dict[str, int]:
    """Where the cell of each field stands. Raises `InputError` for a column that is not there."""
    places = {name.lower().replace(" ", "_"): index for index, name in reversed(list(enumerate(header)))}
    found = {field: places[field] for field in FIELDS if field in places}
    for field, name in columns.items():
        if name not in header:
            near = nearest(name, header)
            mend = f"did you mean `{near}`?" if near else "columns: " + ", ".join(header)
            raise InputError(f"{shown}: the column `{name}` is not in the header", mend)
        found[field] = header.index(name)
    if "statement" not in found:
        mend = f"say which it is, as in --column statement=HEADER; columns: {', '.join(header)}"
        raise InputError(f"{shown}: there is no column `statement`", mend)
    return found
