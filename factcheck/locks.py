"""Holding a file, so that no other process of this program writes to it meanwhile."""

from __future__ import annotations

import os
import sys

_LOCKED_BYTE = 1 << 20
"""Windows locks bytes, not files; this one is far behind what a small file holds."""

if sys.platform == "win32":
    import msvcrt

    def try_to_hold(handle: int) -> bool:
        """Whether the open file is held from now on, until it is closed; not where another process holds it.

        Raises `OSError` where nothing can be held.
        """
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def try_to_hold(handle: int) -> bool:
        """Whether the open file is held from now on, until it is closed; not where another process holds it.

        Raises `OSError` where nothing can be held.
        """
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
