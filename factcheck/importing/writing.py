"""Where an import puts what it makes, so that it can break off at any moment and go on.

Claims are appended in whole lines, and on the disk before the state says so. The state is a small file beside
them; it goes when the import is done.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from factcheck.errors import InputError
from factcheck.files import write_atomic
from factcheck.importing.values import Counts, Point

FORMAT = 1
_TAIL = 1 << 16


class State(NamedTuple):
    """How far an import got."""

    settings: str
    """A hash of all that bears on what becomes of an item."""
    hashed: int
    """How many bytes of the input had been read."""
    sha256: str
    """Of those."""
    point: Point
    rejected: int
    """The size of the file of what was rejected, in bytes."""
    counts: Counts

    def dump(self) -> bytes:
        """As the state's file holds it."""
        data = {"format": FORMAT, **self._asdict(), "point": list(self.point), "counts": asdict(self.counts)}
        return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def state_path(target: Path) -> Path:
    """Where the state of an import into `target` is kept."""
    return target.with_name(f".{target.name}.import")


def load_state(target: Path) -> State | None:
    """The state of an import that was broken off; None where there is none, or none that can be used."""
    try:
        data: dict[str, Any] = json.loads(state_path(target).read_bytes())
        if data.pop("format") != FORMAT:
            return None
        point, counts = Point(*data.pop("point")), Counts(**data.pop("counts"))
        return State(point=point, counts=counts, **data)
    except (OSError, ValueError, TypeError, KeyError):
        return None


class Output:
    """The claims file and the file of what was rejected, open for as long as an import runs."""

    def __init__(self, target: Path, aside: Path, state: State | None) -> None:
        """Raises `InputError` where they cannot be written."""
        self._target, self._aside = target, aside
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._claims = _opened(target)
            self._claims.seek(0, os.SEEK_END)
            self._rejected = _opened(aside)
            self._rejected.truncate(state.rejected if state else 0)
            self._rejected.seek(0, os.SEEK_END)
        except OSError as error:
            name = error.filename or target
            raise InputError(f"{name}: cannot be written: {error.strerror or error}") from None
        self._sizes = self._claims.tell(), self._rejected.tell()

    def write(self, claims: list[bytes], rejected: list[bytes]) -> None:
        """Append lines to both files; they may still be torn by a crash."""
        if claims:
            self._claims.write(b"".join(claims))
        if rejected:
            self._rejected.write(b"".join(rejected))
        self._sizes = self._claims.tell(), self._rejected.tell()

    @property
    def rejected_size(self) -> int:
        """The size of the file of what was rejected."""
        return self._sizes[1]

    def keep(self, state: State) -> None:
        """Have all that was written on the disk, then the state that says so."""
        for handle, size in ((self._claims, self._sizes[0]), (self._rejected, self._sizes[1])):
            handle.truncate(size)  # what an interrupted `write` left behind
            handle.flush()
            os.fsync(handle.fileno())
        write_atomic(state_path(self._target), state.dump())

    def close(self, *, done: bool) -> None:
        """Close both; when all is `done`, take the state away, and the second file where nothing is in it."""
        for handle in (self._claims, self._rejected):
            if done:
                handle.flush()
                os.fsync(handle.fileno())
            handle.close()
        if done:
            state_path(self._target).unlink(missing_ok=True)
            for path, size in zip((self._target, self._aside), self._sizes, strict=True):
                if not size:
                    path.unlink(missing_ok=True)


def _opened(path: Path) -> BinaryIO:
    """A file open for reading and writing, whatever it holds; made where there is none."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    return os.fdopen(handle, "r+b", buffering=0)


def mend_end(target: Path, *, ours: bool) -> bool:
    """See to it that a claims file ends with a whole line. True where a torn one was cut off.

    A last line without an end that reads as JSON gets one. Raises `InputError` for a torn line in a file
    that no import was broken off in (`ours`): it may be somebody's work.
    """
    if not target.exists():
        return False
    with target.open("r+b") as handle:
        start, line = _last_line(handle)
        if not line or line.endswith(b"\n"):
            return False
        try:
            json.loads(line)
        except ValueError:
            if not ours:
                raise InputError(f"{target.name}: its last line is torn", "mend it or cut it off") from None
            handle.truncate(start)
            return True
        handle.seek(0, os.SEEK_END)
        handle.write(b"\n")
    return False


def _last_line(handle: BinaryIO) -> tuple[int, bytes]:
    """Where the last line begins, and the line."""
    start = handle.seek(0, os.SEEK_END)
    line = b""
    while start:
        step = min(_TAIL, start)
        handle.seek(start - step)
        line = handle.read(step) + line
        start -= step
        cut = line.rfind(b"\n", 0, len(line) - 1)
        if cut >= 0:
            return start + cut + 1, line[cut + 1 :]
    return start, line
