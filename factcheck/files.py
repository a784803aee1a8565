"""Reading and writing files so that nothing is guessed and nothing is half written."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

BOM = "\ufeff"
TEMPORARY = ".factcheck-tmp-"
"""What the names of temporary files begin with."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""Opens no link; 0 where the system does not know such a thing."""
_BINARY = getattr(os, "O_BINARY", 0)
PACKAGE = __file__.rpartition(os.sep)[0]
"""The folder of this package. (A lookup does without `pathlib`, which takes longer to import than it to answer.)"""
_PIECE = 1 << 16
_STALE = 3600.0
"""Seconds after which a temporary file is nobody's any more."""


def standard_input() -> BinaryIO:
    """The bytes of standard input. Raises `InputError` where it is closed."""
    if sys.stdin is None:
        raise InputError("standard input is closed", "name a file, or pipe the text in")
    return sys.stdin.buffer


def read_bytes(path: Path, shown: str) -> bytes:
    """The bytes of a file; `shown` is its name in messages. Raises `InputError` if it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{shown}: there is no such file", "check the path") from None
    except IsADirectoryError:
        raise InputError(f"{shown}: is a folder, not a file", "name a file in it") from None
    except (OSError, ValueError) as error:
        from factcheck.mends import of_reading, reason_of  # only where something is wrong

        raise InputError(f"{shown}: cannot be read: {reason_of(error)}", of_reading(error)) from None


def decode(data: bytes, shown: str) -> str:
    """UTF-8 bytes as text, line ends untouched. Raises `InputError` with the offset of the first bad byte."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{shown}: not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start} (line {line})",
            "save the file as UTF-8",
        ) from None


def read_text(path: Path, shown: str) -> str:
    """A UTF-8 file as text, without a byte order mark. Raises `InputError`."""
    return decode(read_bytes(path, shown), shown).removeprefix(BOM)


def inside(root: Path, relative: str) -> Path | None:
    """`relative` below `root`, or None where it leads out of it: by `..`, by an absolute path or by a link."""
    try:
        target = (root / relative).resolve()
    except (OSError, ValueError, RuntimeError):
        return None
    return target if target.is_relative_to(root.resolve()) else None


class Reader:
    """Reads files below a folder, and none that lie outside it; made for reading many.

    Where a folder leads is found out once. A file that is no link then lies where its folder does, so
    that it need not be looked at again.
    """

    def __init__(self, root: Path | str) -> None:
        self._root = os.fspath(root)
        self._folders: dict[str, str | None] = {}

    def read(self, relative: str) -> bytes | None:
        """The bytes of a file, None if it lies outside. Raises `InputError` if it cannot be read."""
        parent, _, name = relative.rpartition("/")
        if parent not in self._folders:
            self._folders[parent] = self._folder(parent)
        known = self._folders[parent]
        if known is not None and _NO_LINK and name not in ("", ".", ".."):
            try:
                return _read_whole(os.open(f"{known}/{name}", os.O_RDONLY | _NO_LINK))
            except (OSError, ValueError):
                pass  # a link, or not to be read: the careful way finds out, and says why
        from pathlib import Path

        target = inside(Path(self._root), relative)
        return None if target is None else read_bytes(target, relative)

    def _folder(self, parent: str) -> str | None:
        """Where a folder leads, None where that is outside or cannot be told: then the careful way finds out."""
        try:
            root, folder = os.path.realpath(self._root), os.path.realpath(f"{self._root}/{parent or '.'}")
        except (OSError, ValueError):
            return None
        return folder if folder == root or folder.startswith(root.rstrip(os.sep) + os.sep) else None


def read_file(path: str | Path) -> bytes:
    """The bytes of a file. Raises `OSError`."""
    return _read_whole(os.open(path, os.O_RDONLY | _BINARY))


def _read_whole(handle: int) -> bytes:
    """All that an open file holds; the file is closed. (`read_bytes` takes three times as long.)"""
    try:
        first = os.read(handle, _PIECE)
        if not first:
            return first
        rest = []
        while piece := os.read(handle, _PIECE):
            rest.append(piece)
        return b"".join([first, *rest]) if rest else first
    finally:
        os.close(handle)


def write_atomic(path: Path, data: bytes) -> None:
    """Replace a file's content whole: readers see the old bytes or the new ones, also after a crash.

    Once this returns, the new bytes are on the disk under that name. The file keeps its permissions;
    a link stays, and what it leads to is replaced. Raises `OSError`.
    """
    target = path.resolve()
    temporary = target.with_name(f"{TEMPORARY}{os.urandom(8).hex()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(temporary, flags, 0o666), "wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o7777)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Have the folder's new entry on the disk too, where the system lets a folder be opened."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass  # some file systems do not sync folders; the rename itself is whole all the same
    finally:
        os.close(handle)


def remove_leftovers(folder: Path) -> None:
    """Delete what writers that were killed left behind: temporary files more than an hour old."""
    for path in folder.glob(f"{TEMPORARY}*"):
        try:
            if time.time() - path.stat().st_mtime > _STALE:
                path.unlink()
        except OSError:
            continue


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles while very many values are made: data has none."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
