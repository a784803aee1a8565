"""What the two folders of a workspace hold, and which files those are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factcheck.files import read_file
from factcheck.model import Alias, Claim, CoverageException, Diagnostic, Source
from factcheck.records import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_ENDINGS = (".toml", ".jsonl")
ALIASES_FILE = "aliases.toml"
EXCEPTIONS_FILE = "exceptions.toml"
SOURCES_FILE = "src_text/sources.toml"
REJECTED = ".rejected.jsonl"
"""What the names of files end in that `import` writes beside claims: what it could not take in."""
SOURCES_LINES = "src_text/sources.jsonl"
"""One source a line, as archives have them: JSON Lines read ten times as fast as TOML."""


class ClaimsFolder(NamedTuple):
    """All that a workspace's `claims/` holds."""

    claims: tuple[Claim, ...]
    aliases: tuple[Alias, ...]
    exceptions: tuple[CoverageException, ...]
    diagnostics: tuple[Diagnostic, ...]


class SourcesFile(NamedTuple):
    """What `sources.toml` says, and what is wrong in it."""

    sources: tuple[Source, ...]
    diagnostics: tuple[Diagnostic, ...]


def claims_files(root: Path) -> list[Path]:
    """The files of claims in `claims/`, sorted by name; none where there is no such folder.

    Raises `InputError` where the folder cannot be read: it must not pass for an empty one.
    """
    folder = root / "claims"
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if _is_claims_file(entry)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        from factcheck.errors import InputError
        from factcheck.mends import of_reading, reason_of

        message = f"{folder}: the folder cannot be read: {reason_of(error)}"
        raise InputError(message, of_reading(error)) from None
    return sorted(path for name in names if (path := folder / name).suffix in _ENDINGS)


def _is_claims_file(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith(_ENDINGS) and not entry.name.endswith(REJECTED) and entry.is_file()


def claims_bytes(root: str) -> list[bytes]:
    """The names and contents of the files of `claims/`, in order. Raises `OSError`."""
    try:
        with os.scandir(f"{root}/claims") as entries:
            names = [entry.name for entry in entries if entry.name.endswith(_ENDINGS) and entry.is_file()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    parts: list[bytes] = []
    for name in sorted(names):
        parts += [name.encode("utf-8", "surrogateescape"), read_file(f"{root}/claims/{name}")]
    return parts


def sources_bytes(root: str) -> list[bytes]:
    """The contents of the files that describe sources. Raises `OSError`."""
    found = []
    for name in (SOURCES_FILE, SOURCES_LINES):
        try:
            found.append(read_file(f"{root}/{name}"))
        except FileNotFoundError:
            continue
    return found
