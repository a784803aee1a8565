"""The one place that writes to a workspace: whole files, one writer at a time, never over a stranger's change."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from difflib import unified_diff
from pathlib import Path

from factcheck.errors import InputError
from factcheck.files import inside, read_bytes, remove_leftovers, write_atomic
from factcheck.locks import try_to_hold
from factcheck.mends import of_changing, reason_of
from factcheck.model import Edit

LOCK_FILE = ".factcheck-lock"
_PATIENCE = 30.0
"""Seconds that a writer waits for another one."""
_PAUSE = 0.02


def apply(root: Path, edits: Iterable[Edit]) -> tuple[str, ...]:
    """Write what `edits` say below `root`, in their order. Gives the paths that were written.

    Nothing is written if a path leads out of the workspace or a file is not what its edit was worked
    out from. Each file is replaced whole and is on the disk when this returns; a crash between two files
    leaves the first new and the second old. Take `locked` around reading and applying.
    Raises `InputError`.
    """
    pairs = [(_target(root, edit), edit) for edit in edits]
    for target, edit in pairs:
        _require_unchanged(target, edit)
    for target, edit in pairs:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            remove_leftovers(target.parent)
            write_atomic(target, edit.new)
        except OSError as error:
            raise _unwritable(edit.path, error) from None
    return tuple(edit.path for _, edit in pairs)


def diff(edits: Iterable[Edit]) -> str:
    """The edits as one unified diff, as `patch -p1` and `git apply` take it."""
    return "".join(_file_diff(edit) for edit in edits)


def read_for_edit(root: Path, path: str) -> bytes | None:
    """A file's bytes, None where there is none. Raises `InputError`, also where `path` leads out of `root`."""
    target = inside(root, path)
    if target is None:
        raise _leads_out(path)
    return read_bytes(target, path) if target.exists() else None


def _target(root: Path, edit: Edit) -> Path:
    target = inside(root, edit.path)
    if target is None:
        raise _leads_out(edit.path)
    return target


def _leads_out(path: str) -> InputError:
    return InputError(f"{path}: leads out of the workspace", "nothing outside the workspace is written")


def _require_unchanged(target: Path, edit: Edit) -> None:
    if edit.old is None:
        if target.exists() or target.is_symlink():
            raise InputError(f"{edit.path}: exists already", "nothing was written; name another file")
    elif read_bytes(target, edit.path) != edit.old:
        raise InputError(f"{edit.path}: changed since it was read", "nothing was written; run it again")


def _unwritable(path: str, error: OSError) -> InputError:
    return InputError(f"{path}: cannot be written: {reason_of(error)}", of_changing(error))


def _file_diff(edit: Edit) -> str:
    if b"\0" in edit.new:
        return f"Binary file {edit.path} is new\n"
    old, new = ((data or b"").decode("utf-8", "replace") for data in (edit.old, edit.new))
    before = "/dev/null" if edit.old is None else f"a/{edit.path}"
    lines = unified_diff(_lines(old), _lines(new), before, f"b/{edit.path}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    """The lines with their line feeds; `splitlines` would divide at other characters too."""
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])


@contextmanager
def locked(root: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Keep other writers of the workspace out for as long as the block runs.

    The system lets go of the lock of a process that dies, so none is ever stale. Waits `patience`
    seconds at most, then raises `InputError`, as it does where the folder cannot be written to.
    """
    path = root / LOCK_FILE
    until = time.monotonic() + patience
    while (handle := _try_to_hold(path)) is None:
        if time.monotonic() > until:
            raise InputError(
                f"another factcheck{_holder(path)} is writing to this workspace",
                "wait until it is done, or end it",
            )
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        _let_go(path, handle)


def _try_to_hold(path: Path) -> int | None:
    """An open handle that holds the lock, or None where another process does."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    shown = f"{path.parent.resolve()}{os.sep}{path.name}"
    try:
        handle = os.open(path, flags, 0o666)
    except OSError as error:
        raise _unwritable(shown, error) from None
    try:
        is_held = try_to_hold(handle) and _is_still(path, handle)
    except OSError as error:
        os.close(handle)
        raise InputError(f"{shown}: cannot be locked: {reason_of(error)}", of_changing(error)) from None
    if not is_held:
        os.close(handle)
        return None
    try:
        os.truncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
    except OSError as error:
        _let_go(path, handle)
        raise _unwritable(shown, error) from None
    return handle


def _is_still(path: Path, handle: int) -> bool:
    """False where the one who held the lock before has removed the file meanwhile."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _holder(path: Path) -> str:
    try:
        number = path.read_bytes()[:20].strip()
    except OSError:
        return ""
    return f" (process {number.decode()})" if number.isdigit() else ""


def _let_go(path: Path, handle: int) -> None:
    # Removed while it is held: whoever opened the file meanwhile finds out by `_is_still`.
    if sys.platform == "win32":
        os.close(handle)
    with suppress(OSError):  # Windows: somebody else may have opened it; it stays for them
        path.unlink()
    if sys.platform != "win32":
        os.close(handle)
