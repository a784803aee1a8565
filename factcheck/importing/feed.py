"""The items of a JSON text of any size, such as the `DataFeed` of an archive, in constant memory.

The text is cut into the elements of its arrays (`dataFeedElement`, `@graph`, `itemListElement`, or a plain
array), and each is read by the standard library's scanner. What is not within another value is taken apart,
and so is what is too large to be read whole.

The scanner is given bytes as characters (Latin-1): JSON's own signs are ASCII, offsets are then those of the
file, and one letter of another script does not make the reading of all others slow. An element that is not all
ASCII is read once more as the UTF-8 that it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Protocol

from factcheck.importing.values import LARGEST, Fault, Point
from factcheck.tomlfile import TOO_MANY_DIGITS

CONTAINERS = frozenset(("dataFeedElement", "@graph", "itemListElement"))
"""The keys of arrays whose elements are items."""
CHUNK = 1 << 18
"""Bytes that are read at a time, until an item needs more."""
DEEPEST = 16
"""Containers within one another that are taken apart."""
_SHOWN = 2_000
_BETWEEN = re.compile(r"[ \t\r\n,]*")
_BLANK = re.compile(r"[ \t\r\n]*")
_BOM = "\xef\xbb\xbf"
_STRUCTURE = re.compile(r'["\[\]{}]')
_IN_STRING = re.compile(r'["\\]')
_SCALAR_END = re.compile(r"[,\]}]")
_OF_CONTAINER = re.compile(r'"(?:dataFeedElement|@graph|itemListElement)"\s*:\s*[\[{]')


class Bytes(Protocol):
    """What is read from."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""
        ...


class _Head:
    """The keys of an object that is taken apart, without those whose values are passed on item by item."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.contains = False
        """Whether there are such values."""
        self._size = 0

    def add(self, key: str, value: object, size: int) -> None:
        """Keep a value of so many bytes, where there is room."""
        self._size += size
        if self._size <= LARGEST:
            self.values[key] = value

    @property
    def is_item(self) -> bool:
        """Whether the object is an item itself: it holds none, or a review beside them."""
        return not self.contains or not _BESIDE.isdisjoint(self.values)


_BESIDE = frozenset(("item", "mainEntity", "review", "hasPart", "claimReviewed"))


class Feed:
    """Reads a stream that stands at `start`. Bytes that are not UTF-8 make the item that holds them unfit."""

    def __init__(self, stream: Bytes, start: Point = Point()) -> None:  # noqa: B008 - a value
        self._stream = stream
        self._scan = _DECODER.raw_decode
        self._buffer = ""
        self._base = start.offset
        """The offset in bytes of the buffer's first character."""
        self._at = 0
        self._end = False
        self._open = list(start.open)
        self._heads: list[_Head | None] = [None for _ in start.open]
        """Of the objects that are open, what they hold besides items; None for arrays."""
        self.number = start.number
        """Of the item that was given last."""
        self._last = (0, 0)
        """Where the value that was read last begins and ends."""
        self._gap = 0
        """How far the next value is from the last one, where they are joined by the seam."""
        self._seam = ""
        """What stands around the place where one value ends and the next begins."""
        self.note = ""
        self.broken = False
        """True once the text has ended, or cannot be read on, before its end."""

    def point(self) -> Point:
        """The place after the item that was given last."""
        return Point(self._base + self._at, self.number, "".join(self._open))

    def text(self) -> bytes | None:
        """The text of the item that was given last; None for one that was taken apart."""
        start, end = self._last
        return self._buffer[start:end].encode("latin-1") or None

    def items(self) -> Iterator[Any]:
        """The items in order; the last one is a `Fault` where the text breaks off."""
        while not self._base and len(self._buffer) < len(_BOM) and self._more():
            pass
        if not self._base and self._buffer.startswith(_BOM):
            self._at = len(_BOM)
        while not self.broken and self._to_next():
            along = False
            while (near := self._next()) is not None:
                along = True
                self.number += 1
                yield near[0]
            if not along:
                yield from self._step()
        if self._open and not self.broken:
            yield self._broken("truncated", "the text ends before its brackets are closed")

    def _to_next(self) -> bool:
        """Go to the next value, key or closing bracket; False at the end of the text."""
        while True:
            self._at = _BETWEEN.match(self._buffer, self._at).end()  # type: ignore[union-attr]  # matches anywhere
            if self._at < len(self._buffer):
                return True
            if not self._more():
                return False

    def _step(self) -> Iterator[Any]:
        """Deal with what begins here."""
        char = self._buffer[self._at]
        if char in "]}":
            if self._open[-1:] != [_OPENS[char]]:
                yield self._broken("not-json", f"a bracket is closed that is not open: {char}")
                return
            self._open.pop()
            self._at += 1
            self._last = (self._at, self._at)
            self._seam = ""
            head = self._heads.pop()
            if head is not None and head.is_item:
                self.number += 1
                yield head.values
        elif self._open and self._open[-1] == "{":
            yield from self._pair()
        elif not self._open and char in "[{":
            self._enter(char)
        else:
            found = self._read()
            if isinstance(found, Fault):
                yield from self._unread(found)
            else:
                self.number += 1
                yield found[0]

    def _next(self) -> tuple[Any] | None:
        """The value that begins here, if it reaches to a seam, after which the reader stands at the next one.

        A value that reads to its end is the right one, however the end was found.
        """
        start, buffer = self._at, self._buffer
        if not self._seam:
            first, last = self._last
            if last - first < _BEFORE or not last < start <= len(buffer) - _AFTER or self._open[-1:] != ["["]:
                return None
            self._seam = buffer[last - _BEFORE : start + _AFTER]
            self._gap = start - last
        end = buffer.find(self._seam, start, start + _NEAR) + _BEFORE
        if end < start:
            if len(buffer) > start + _NEAR:
                self._seam = ""
            return None
        text = buffer[start:end]
        if not text.endswith("}"):  # a number, say, may go on
            return None
        if not text.isascii():
            text = _decoded(text)
        try:
            value, read = self._scan(text)
        except (ValueError, RecursionError):
            read = -1
        if read != len(text):
            self._seam = ""
            return None
        self._last = (start, end)
        self._at = end + self._gap
        return (value,)

    def _unread(self, fault: Fault) -> Iterator[Any]:
        """A value that cannot be read whole: taken apart where it is too large or cut off, else rejected."""
        cut = fault.reason in ("too-large", "truncated")
        if cut and self._buffer[self._at] in "{[" and len(self._open) < DEEPEST and self._is_container():
            self._enter(self._buffer[self._at])
            return
        yield from self._rejected(fault)

    def _enter(self, bracket: str) -> None:
        if self._heads and self._heads[-1] is not None:
            self._heads[-1].contains = True
        self._heads.append(_Head() if bracket == "{" else None)
        self._open.append(bracket)
        self._at += 1
        self._last = (self._at, self._at)
        self._seam = ""

    def _is_container(self) -> bool:
        if self._buffer[self._at] == "[":
            return True
        return _OF_CONTAINER.search(self._buffer, self._at, self._at + LARGEST) is not None

    def _rejected(self, fault: Fault) -> Iterator[Any]:
        """Pass over a value that cannot be read; the text breaks off where no end of it is found."""
        self.number += 1
        shown = _decoded(self._buffer[self._at : self._at + _SHOWN])
        bracketed = self._buffer[self._at] in '"[{'
        whole = self._skip()
        if not whole and bracketed:
            fault = Fault("truncated", "the text ends within this item")
        self._last = (self._at, self._at)
        self.broken = not whole
        yield fault._replace(text=shown)
        if not self._goes_on():
            yield self._broken("not-json", "what follows cannot be read")

    def _goes_on(self) -> bool:
        """Whether what may follow a value does."""
        self._at = _BLANK.match(self._buffer, self._at).end()  # type: ignore[union-attr]  # matches anywhere
        if self.broken or (self._at == len(self._buffer) and not self._more()) or not self._open:
            return True
        return self._buffer[self._at] in ",]} \t\r\n"

    def _pair(self) -> Iterator[Any]:
        """A key of a container and its value: entered where that holds items, passed over otherwise."""
        key = self._read()
        colon = self._after_blanks() if not isinstance(key, Fault) else ""
        if isinstance(key, Fault) or not isinstance(key[0], str) or colon != ":":
            yield self._broken("not-json", "what follows cannot be read: a key is expected")
            return
        self._at += 1
        begins = self._after_blanks()
        if key[0] in CONTAINERS and begins in ("[", "{") and len(self._open) < DEEPEST:
            self._enter(begins)
            return
        found = self._read() if begins else Fault("truncated", "")
        head = self._heads[-1]
        if not isinstance(found, Fault):
            if head is not None:
                head.add(key[0], found[0], self._last[1] - self._last[0])
        elif not begins or not self._skip():
            yield self._broken("truncated", f"the text ends within the value of `{key[0][:80]}`")

    def _after_blanks(self) -> str:
        """The next character that is no white space; "" at the end."""
        while True:
            self._at = _BLANK.match(self._buffer, self._at).end()  # type: ignore[union-attr]  # matches anywhere
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._more():
                return ""

    def _read(self) -> tuple[Any] | Fault:
        """The value that begins here, after which the reader then stands; or why it cannot be read."""
        while True:
            start = self._at
            try:
                value, end = self._scan(self._buffer, start)
            except json.JSONDecodeError as error:
                message, at = error.msg, error.pos
            except RecursionError:
                return Fault("too-deep", "its brackets are nested too deeply")
            except ValueError:
                return Fault("not-json", TOO_MANY_DIGITS)
            else:
                if end > len(self._buffer) - 3 and not self._end:
                    self._more()  # a number may go on: 1e+
                    continue
                if end - start > LARGEST:
                    return _too_large()
                self._last = (start, end)
                self._at = end
                text = self._buffer[start:end]
                return (value if text.isascii() else _DECODER.decode(_decoded(text)),)
            if self._is_final(message, at):
                cut_off = at >= len(self._buffer) or message.startswith(_OPEN_STRING)
                reason = "truncated" if cut_off else "not-json"
                return Fault(reason, f"{message} (after {at - start} characters)")
            if len(self._buffer) - start > LARGEST:
                return _too_large()
            self._more()

    def _is_final(self, message: str, at: int) -> bool:
        """Whether a fault at a place of the buffer stays one, however the text goes on."""
        may_close = message.startswith(_OPEN_STRING) or at >= len(self._buffer) - _LONGEST_WORD
        return self._end or not may_close

    def _more(self) -> bool:
        """Read on, dropping what is done; False at the end of the text."""
        if self._end:
            return False
        if self._at:
            self._base += self._at
            self._buffer = self._buffer[self._at :]
            self._last = (self._last[0] - self._at, self._last[1] - self._at)
            self._at = 0
        data = self._stream.read(max(CHUNK, len(self._buffer)))
        self._end = not data
        self._buffer += data.decode("latin-1")
        return bool(data)

    def _skip(self) -> bool:
        """Pass over the value that begins here by its brackets, holding none of it. False where it has no end."""
        depth = 0
        while True:
            if depth == 0 and self._buffer[self._at] not in '"[{':
                return self._to(_SCALAR_END)
            if not self._to(_STRUCTURE):
                return False
            char = self._buffer[self._at]
            self._at += 1
            if char == '"':
                if not self._end_string():
                    return False
            else:
                depth += 1 if char in "[{" else -1
            if depth <= 0:
                return True

    def _end_string(self) -> bool:
        while self._to(_IN_STRING):
            self._at += 1
            if self._buffer[self._at - 1] == '"':
                return True
            if self._at == len(self._buffer) and not self._more():
                return False
            self._at += 1
        return False

    def _to(self, wanted: re.Pattern[str]) -> bool:
        """Go to the next place of `wanted`; False where there is none."""
        while True:
            found = wanted.search(self._buffer, self._at)
            if found:
                self._at = found.start()
                return True
            self._at = len(self._buffer)
            if not self._more():
                return False

    def _broken(self, reason: str, detail: str) -> Fault:
        self.broken = True
        self.number += 1
        self._last = (self._at, self._at)
        at = self.point().offset
        shown = _decoded(self._buffer[self._at : self._at + _SHOWN])
        return Fault(reason, f"{detail} (at byte {at})", shown)


_BEFORE, _AFTER = 2, 12
"""Characters before the end of a value and after the beginning of the next one that make a seam."""
_OPENS = {"]": "[", "}": "{"}
_OPEN_STRING = "Unterminated string"
_NEAR = 1 << 16
"""Characters in which a seam is looked for."""
_DECODER = json.JSONDecoder(strict=False)
_LONGEST_WORD = 16
"""Characters before the end of what was read where an error may go away with more: `tru`, `\\u00`, `-Infin`."""


def _decoded(text: str) -> str:
    """Bytes as characters read as UTF-8; what is none as halves of surrogate pairs, which no file takes."""
    return text.encode("latin-1").decode("utf-8", "surrogateescape")


def _too_large() -> Fault:
    return Fault("too-large", f"it is larger than {LARGEST:,} bytes")
