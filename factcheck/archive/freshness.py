"""Whether an index is that of the files as they are now, and what has changed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.archive.stamps import COARSE, Stamp, file_hash, is_racy, now, stamp
from factcheck.archive.store import KeptFile
from factcheck.contents import ALIASES_FILE, EXCEPTIONS_FILE, REJECTED, SOURCES_FILE, SOURCES_LINES

_NAMES = (ALIASES_FILE, EXCEPTIONS_FILE)


class Changes(NamedTuple):
    """What is not as it was when the index was built."""

    changed: tuple[KeptFile, ...] = ()
    removed: tuple[KeptFile, ...] = ()
    added: tuple[str, ...] = ()
    everything: bool = False
    """Whether names, exceptions, sources or texts have changed, on which all entries rest."""
    looked: tuple[tuple[KeptFile, Stamp, int], ...] = ()
    """Files that were hashed and are the same: their stamps, and when they were hashed."""

    @property
    def any(self) -> bool:
        """Whether the index is out of date."""
        return self.everything or bool(self.changed or self.removed or self.added)


def changes(root: Path, kept: Sequence[KeptFile]) -> Changes:
    """What has changed of the files of a workspace since they were noted. Raises `OSError`."""
    known = {one.path: one for one in kept}
    changed: list[KeptFile] = []
    removed: list[KeptFile] = []
    looked: list[tuple[KeptFile, Stamp, int]] = []
    everything = False
    for one in kept:
        found = stamp(root / one.path)
        if found == one.stamp and not is_racy(found, one.hashed):
            continue
        if found is not None and found.size == one.stamp.size:
            hashed = now()
            if file_hash(root / one.path) == one.sha256:
                looked.append((one, found, hashed))
                continue
        if one.kind != "claims":
            everything = True
        elif found is None:
            removed.append(one)
        else:
            changed.append(one)
    added = [name for name in present(root) if name not in known]
    everything = everything or any(not name.startswith("claims/") for name in added)
    everything = everything or any(f"claims/{name}" in added for name in _NAMES)
    return Changes(tuple(changed), tuple(removed), tuple(added), everything, tuple(looked))


def settled(looked: Sequence[tuple[KeptFile, Stamp, int]]) -> list[tuple[KeptFile, Stamp, int]]:
    """Those whose new stamps are worth keeping: they will not have to be hashed again."""
    return [
        (kept, found, hashed)
        for kept, found, hashed in looked
        if found != kept.stamp or max(found.mtime, found.ctime) < hashed - COARSE
    ]


def present(root: Path) -> Iterator[str]:
    """The files of claims and of sources that a workspace has now, relative to it. Raises `OSError`."""
    with os.scandir(root / "claims") as found:
        names = sorted(one.name for one in found if _is_claims_file(one.name) and one.is_file())
    yield from (f"claims/{name}" for name in names)
    yield from (name for name in (SOURCES_FILE, SOURCES_LINES) if (root / name).exists())


def _is_claims_file(name: str) -> bool:
    return Path(name).suffix in (".toml", ".jsonl") and not name.endswith(REJECTED)
