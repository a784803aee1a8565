"""Whether a file is the one that was read, without reading it, as git does it.

A file whose size, times and inode are those that were noted is taken to be the same. Times are coarse: one
that was changed at about the time at which it was read ("racy") may have been changed once more since, with
nothing to show for it. Such a file is hashed again, until it has been left alone for a while.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import NamedTuple

COARSE = 2_000_000_000
"""Nanoseconds in which two changes may bear one time: two seconds on FAT."""
_PIECE = 1 << 20


class Stamp(NamedTuple):
    """What the file system says of a file."""

    size: int
    mtime: int
    """Nanoseconds, as `ctime`."""
    ctime: int
    inode: int


def stamp(path: Path) -> Stamp | None:
    """The stamp of a file; None where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, _inode(found))


def _inode(found: os.stat_result) -> int:
    """The inode, as SQLite's signed 64 bits hold it."""
    return found.st_ino & (1 << 62) - 1


def is_racy(noted: Stamp, hashed: int) -> bool:
    """Whether a file may have changed after it was hashed (nanoseconds since 1970) without a new time."""
    return max(noted.mtime, noted.ctime) >= hashed - COARSE


def now() -> int:
    """Nanoseconds since 1970."""
    return time.time_ns()


def file_hash(path: Path) -> str:
    """The SHA-256 of a file of any size, in hexadecimal. Raises `OSError`."""
    from hashlib import sha256

    digest = sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
