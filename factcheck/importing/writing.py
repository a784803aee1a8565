"""Where an import puts what it makes, so that it can break off at any moment and go on.

Claims are appended in whole lines, and on the disk before the state says so. The state is a small file beside
them: it is there before the first claim is, so that a line which a crash tears is known to be an import's, and
it goes when the import is done.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from factcheck.errors import InputError
from factcheck.files import write_atomic
from factcheck.importing.values import Counts, Point
from factcheck.mends import of_going_on, reason_of

FORMAT = 2
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
    claims: int
    """The size of the claims file, in bytes; more may have been added since, by whomsoever."""
    rejected: int
    """The size of the file of what was rejected, in bytes."""
    counts: Counts

    def dump(self) -> bytes:
        """As the state's file holds it."""
        data = {"format": FORMAT, **self._asdict(), "point": list(self.point), "counts": asdict(self.counts)}
        return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")

    @classmethod
    def begin(cls, settings: str, claims: int) -> State:
        """That of an import that has read nothing yet."""
        return cls(settings, 0, sha256().hexdigest(), Point(), claims, 0, Counts())

    def stands(self, target: Path, aside: Path) -> bool:
        """Whether both files still hold what had been written; of what is no plain file nobody can tell."""
        for path, size in ((target, self.claims), (aside, self.rejected)):
            try:
                found = path.stat()
            except OSError:
                return not size
            if stat.S_ISREG(found.st_mode) and found.st_size < size:
                return False
        return True


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


@contextmanager
def _told(shown: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"{shown}: cannot be written: {reason_of(error)}", of_going_on(error)) from None


class _Lines:
    """A file that lines are appended to, and of which is known how far it is whole."""

    def __init__(self, path: Path, shown: str, size: int | None) -> None:
        """Made where there is none, and cut off at `size`. Raises `InputError`."""
        self._path, self._shown = path, shown
        with _told(shown):
            self._made = not os.path.lexists(path)
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
            self._plain = stat.S_ISREG(os.fstat(self._handle).st_mode)  # /dev/null is none
            self.size = size or 0
            if self._plain:
                if size is not None:
                    os.ftruncate(self._handle, size)
                self.size = os.lseek(self._handle, 0, os.SEEK_END)

    def write(self, data: bytes) -> None:
        """Append bytes, all of them: the system may take only some, and say only later that the disk is full."""
        with _told(self._shown):
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(self._handle, rest) :]
        self.size += len(data)

    def cut(self) -> None:
        """Cut off what a `write` that failed or was interrupted left behind."""
        if self._plain:
            with _told(self._shown):
                os.ftruncate(self._handle, self.size)
                os.lseek(self._handle, 0, os.SEEK_END)

    def sync(self) -> None:
        """Have it on the disk."""
        if self._plain:
            with _told(self._shown):
                os.fsync(self._handle)

    def close(self) -> None:
        with suppress(OSError):
            os.close(self._handle)

    def remove_empty(self, *, made: bool = False) -> None:
        """Take the file away where nothing is in it; with `made` only where it was not there before."""
        if self._plain and not self.size and (self._made or not made):
            self._path.unlink(missing_ok=True)


class Output:
    """The claims file and the file of what was rejected, open for as long as an import runs."""

    def __init__(self, target: Path, aside: Path, state: State | None, shown: tuple[str, str]) -> None:
        """`shown` is how the two are named in messages. Raises `InputError` where they cannot be written."""
        self._target, self._shown = target, shown[0]
        self._lost = False
        with _told(shown[0]):
            target.parent.mkdir(parents=True, exist_ok=True)
        self._claims = _Lines(target, shown[0], None)
        try:
            self._rejected = _Lines(aside, shown[1], state.rejected if state else 0)
        except InputError:
            self._claims.close()
            self._claims.remove_empty(made=True)
            raise

    def write(self, claims: list[bytes], rejected: list[bytes]) -> None:
        """Append lines to both files; they may still be torn by a crash. Raises `InputError`."""
        if claims:
            self._claims.write(b"".join(claims))
        if rejected:
            self._rejected.write(b"".join(rejected))

    @property
    def sizes(self) -> tuple[int, int]:
        """How far the two files are whole, in bytes."""
        return self._claims.size, self._rejected.size

    def keep(self, state: State) -> None:
        """Have all that was written on the disk, then the state that says so. Raises `InputError`.

        Once the disk has failed to take what was written, no later state is kept: it would promise too much.
        """
        if self._lost:
            return
        self._lost = True
        for lines in (self._claims, self._rejected):
            lines.cut()
            lines.sync()
        self._lost = False
        with _told(self._shown):
            write_atomic(state_path(self._target), state.dump())

    def stop(self, state: State | None) -> None:
        """Break off: cut off what is not whole, and keep the state; none where there is nothing to go on from.

        Something is wrong already, so nothing is raised; where the disk takes no more, the state before stands.
        """
        with suppress(InputError, OSError):
            if state is not None and state.point != Point():
                self.keep(state)
                return
            self._claims.cut()
            self._rejected.cut()
            state_path(self._target).unlink(missing_ok=True)
            for lines in (self._claims, self._rejected):
                lines.remove_empty(made=True)

    def finish(self) -> None:
        """All is done: have it on the disk, take the state away, and either file where nothing is in it."""
        for lines in (self._claims, self._rejected):
            lines.sync()
        with _told(self._shown):
            state_path(self._target).unlink(missing_ok=True)
            for lines in (self._claims, self._rejected):
                lines.remove_empty()

    def close(self) -> None:
        """Close both."""
        self._claims.close()
        self._rejected.close()


def mend_end(target: Path, shown: str, *, ours: bool) -> bool:
    """See to it that a claims file ends with a whole line. True where a torn one was cut off.

    A last line without an end that reads as JSON gets one. Raises `InputError` for a torn line in a file
    that no import was broken off in (`ours`): it may be somebody's work. `shown` names it in messages.
    """
    if not target.exists():
        return False
    if not target.is_file():
        raise InputError(
            f"{shown}: is not a file that claims could be added to", "name a file claims/NAME.jsonl"
        )
    with _told(shown), target.open("r+b") as handle:
        start, line = _last_line(handle)
        if not line or line.endswith(b"\n"):
            return False
        try:
            json.loads(line)
        except ValueError:
            if not ours:
                raise InputError(f"{shown}: its last line is torn", "mend it or cut it off") from None
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
