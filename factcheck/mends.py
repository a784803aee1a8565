"""What to do about a file that cannot be read or written, by what the system says is wrong."""

from __future__ import annotations

import errno

_READING = {
    errno.EACCES: "give yourself the right to read it and the folder that it lies in",
    errno.EPERM: "give yourself the right to read it and the folder that it lies in",
    errno.ELOOP: "links lead in a circle there: mend them",
    errno.EMFILE: "too many files are open: raise the limit (ulimit -n)",
    errno.ENAMETOOLONG: "no file has so long a name: check the path",
}
_WRITING = {
    errno.ENOENT: "name a file in a folder that exists",
    errno.ENOTDIR: "name a file in a folder that exists",
    errno.EISDIR: "that is a folder: name a file in it",
    errno.EACCES: "name a file in a folder that you may write to",
    errno.EPERM: "name a file in a folder that you may write to",
    errno.EROFS: "nothing can be written there: name a file on another disk",
    errno.ENOSPC: "make room on the disk, or name a file on another one",
    errno.EFBIG: "the limit for the size of a file is reached: raise it (ulimit -f), or write less",
    errno.ENAMETOOLONG: "give the file a shorter name",
    errno.EIO: "look after the disk, or name a file on another one",
}
_QUOTA = getattr(errno, "EDQUOT", None)
"""Where the system knows quotas: as good as a full disk."""


def of_reading(error: OSError | ValueError) -> str:
    """What to do where a file or folder cannot be read."""
    return _READING.get(_number(error), "check the path")


def of_writing(error: OSError | ValueError) -> str:
    """What to do where a file cannot be written."""
    number = _number(error)
    return _WRITING.get(errno.ENOSPC if number == _QUOTA else number, "name another file")


def reason_of(error: OSError | ValueError) -> str:
    """What the system says is wrong, without the file's name."""
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


def _number(error: OSError | ValueError) -> int:
    number = error.errno if isinstance(error, OSError) else None
    return 0 if number is None else number
