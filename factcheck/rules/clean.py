"""What rules that read language have found nothing in, kept in the user's cache: they take the longest.

An entry is the hash of all that was read. What is kept holds for one workspace, its aliases, and the program
as it is: a program of another version, or with another file, starts anew.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import factcheck
from factcheck.cache import cache_folder, entry_key, read_entry, write_entry
from factcheck.workspace import Workspace

_SIZE = 16
"""Bytes of a hash."""


class Clean:
    """The hashes of what is known to be without faults, by the rules of one module."""

    def __init__(self, workspace: Workspace, kind: str) -> None:
        self._key = None if cache_folder() is None else _key(workspace, kind)
        data = read_entry(self._key, "clean") if self._key else None
        kept = data or b""
        self._known = {kept[at : at + _SIZE] for at in range(0, len(kept), _SIZE)}
        self._seen: set[bytes] = set()

    def knows(self, read: object) -> bool:
        """Whether nothing was found in what is `read`: a value whose `repr` tells all of it."""
        digest = _digest(read)
        if digest in self._known:
            self._seen.add(digest)
        return digest in self._known

    def add(self, read: object) -> None:
        """Take note that nothing was found."""
        self._seen.add(_digest(read))

    def keep(self) -> None:
        """Keep what was seen this time, and no more."""
        if self._key and self._seen != self._known:
            write_entry(self._key, "clean", b"".join(sorted(self._seen)))


def _digest(read: object) -> bytes:
    return hashlib.blake2b(repr(read).encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()


def _key(workspace: Workspace, kind: str) -> str:
    package = Path(factcheck.__file__).parent
    files = [path for path in package.rglob("*") if path.suffix in (".py", ".bin", ".json")]
    stamps = sorted((str(path), path.stat().st_mtime_ns) for path in files)
    names = [(group.names, group.kind) for group in workspace.aliases]
    read = (kind, factcheck.__version__, stamps, str(workspace.root.absolute()), names)
    return entry_key([repr(read).encode("utf-8", "surrogatepass")])
