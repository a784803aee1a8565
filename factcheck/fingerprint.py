"""What a workspace holds, as one hash: whether two workspaces are the same, or one has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

FOLDERS = ("claims", "src_text")
_PIECE = 1 << 20


def workspace_fingerprint(root: Path, texts: Iterable[str] = ()) -> str:
    """The SHA-256 of the names and contents of a workspace's files, in hexadecimal.

    `texts` are the paths, from `root`, of sources' texts that may lie elsewhere than in `src_text/`.
    Hidden files and folders, and what cannot be read, count as not there.
    """
    import hashlib

    whole = hashlib.sha256()
    for path in sorted({*_files(root), *(root / text for text in texts)}):
        digest = file_digest(path)
        if digest is not None:
            whole.update(path.relative_to(root).as_posix().encode("utf-8", "surrogateescape") + b"\0")
            whole.update(digest)
    return whole.hexdigest()


def _files(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for path in (root / folder).rglob("*"):
            hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
            if not hidden and path.is_file():
                yield path


def file_digest(path: Path) -> bytes | None:
    """The SHA-256 of a file's bytes, read piece by piece; None where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return _digest(stream)
    except OSError:
        return None


def _digest(stream: BinaryIO) -> bytes:
    import hashlib

    digest = hashlib.sha256()
    while piece := stream.read(_PIECE):
        digest.update(piece)
    return digest.digest()
