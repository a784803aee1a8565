"""What to do about a file that cannot be read or written, by what the system says is wrong."""

from __future__ import annotations

import errno

_READING = {
    errno.EACCES: "give yourself the right to read it and the folder that it lies in",
    errno.EPERM: "give yourself the right to read it and the folder that it lies in",
    errno.ELOOP: "links lead in a circle there: mend them",
    errno.EMFILE: "too many files are open: raise the limit (ulimit -n)",
    errno.ENAMETOOLONG: "no file has so long a name: check the path",
    errno.EISDIR: "that is a folder: name a file in it",
    errno.EIO: "look after the disk that it lies on",
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
_TO_EXISTING = "the folder is not there: check the path"
_CHANGING = {
    errno.EACCES: "give yourself the right to write there, or work on a copy of the workspace",
    errno.EPERM: "give yourself the right to write there, or work on a copy of the workspace",
    errno.EROFS: "the disk is read-only: work on a copy of the workspace",
    errno.ENOSPC: "make room on the disk, then run it again",
    errno.EISDIR: "that is a folder: move it away",
    errno.ELOOP: "links lead in a circle there, or a link is where a file should be: mend them",
    errno.ENOENT: _TO_EXISTING,
    errno.ENOTDIR: _TO_EXISTING,
    errno.EFBIG: "the limit for the size of a file is reached: raise it (ulimit -f), then run it again",
    errno.EIO: "look after the disk, or work on a copy of the workspace",
}
_GOING_ON = {
    errno.ENOSPC: "make room on the disk or within your quota",
    errno.EFBIG: "raise the limit for the size of a file (ulimit -f)",
}
_QUOTA = getattr(errno, "EDQUOT", errno.ENOSPC)
"""Where the system knows quotas: as good as a full disk."""


def of_reading(error: OSError | ValueError) -> str:
    """What to do where a file or folder cannot be read."""
    return _READING.get(_number(error), "check the path")


def of_writing(error: OSError | ValueError) -> str:
    """What to do where a file cannot be written."""
    return _WRITING.get(_number(error), "name another file")


def of_changing(error: OSError | ValueError) -> str:
    """What to do where a file of the workspace itself cannot be written."""
    return _CHANGING.get(_number(error), "work on a copy of the workspace, on another disk")


def of_going_on(error: OSError | ValueError) -> str:
    """What to do where a file cannot be written by a command that goes on from where it broke off."""
    mend = _GOING_ON.get(_number(error))
    return f"{mend}, then run the same command again: it goes on from there" if mend else of_writing(error)


def reason_of(error: OSError | ValueError) -> str:
    """What the system says is wrong, without the file's name."""
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


def _number(error: OSError | ValueError) -> int:
    number = error.errno if isinstance(error, OSError) else None
    if number == _QUOTA:
        return errno.ENOSPC
    return 0 if number is None else number
