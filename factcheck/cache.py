"""What was worked out of a workspace before, kept in the user's cache folder.

Answers never depend on it: an entry is named by the hash of all that it was made from and of the
program's version, and what cannot be read is made anew. It lies outside the workspace, so that nobody
who hands over a workspace can hand over answers with it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.digests import fingerprint
from factcheck.files import read_file, write_atomic

if TYPE_CHECKING:
    from pathlib import Path

ENVIRONMENT = "FACTCHECK_CACHE_DIR"
"""A folder to use instead; empty for none."""
_KEPT = 64
"""So many entries at most; the oldest go."""


def cache_folder() -> str | None:
    """Where entries lie, or None where caching is off or there is no home folder."""
    named = os.environ.get(ENVIRONMENT)
    if named is not None:
        return named or None
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if base:
        return f"{base}/factcheck"
    home = os.environ.get("HOME")
    return f"{home}/.cache/factcheck" if home else None


def entry_key(parts: Iterable[bytes]) -> str:
    """A name for what is made from `parts`, in their order."""
    return fingerprint(*(piece for part in parts for piece in (len(part).to_bytes(8, "big"), part)))


def read_entry(key: str, kind: str) -> bytes | None:
    """The entry, or None where there is none that can be read."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        return read_file(f"{folder}/{key}.{kind}")
    except OSError:
        return None


def write_entry(key: str, kind: str, data: bytes) -> None:
    """Keep an entry; where it cannot be kept, nothing happens."""
    named = cache_folder()
    if named is None:
        return
    from pathlib import Path

    folder = Path(named)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomic(folder / f"{key}.{kind}", data)
        _forget_oldest(folder)
    except OSError:
        return


def append_entry(key: str, kind: str, data: bytes, most: int) -> None:
    """Add to an entry, or begin it anew where it would have more than `most` bytes; not more than these at once."""
    named = cache_folder()
    if named is None or len(data) > most:
        return
    from pathlib import Path

    folder = Path(named)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / f"{key}.{kind}").open("ab") as file:
            if file.tell() + len(data) > most:
                file.truncate(0)
            file.write(data)
    except OSError:
        return


def _forget_oldest(folder: Path) -> None:
    entries = sorted(folder.glob("*.*"), key=lambda path: path.stat().st_mtime)
    for path in entries[:-_KEPT]:
        path.unlink(missing_ok=True)
