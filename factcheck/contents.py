"""What the two folders of a workspace hold, and which files those are."""

from __future__ import annotations

from pathlib import Path

from factcheck.model import Alias, Claim, CoverageException, Diagnostic, Source
from factcheck.records import NamedTuple

ALIASES_FILE = "aliases.toml"
EXCEPTIONS_FILE = "exceptions.toml"
SOURCES_FILE = "src_text/sources.toml"
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
    """The files of `claims/`, sorted by name."""
    folder = root / "claims"
    return sorted(path for path in folder.glob("*") if path.suffix in (".toml", ".jsonl") and path.is_file())


def claims_bytes(root: Path) -> list[bytes]:
    """The names and contents of the files of `claims/`, in order. Raises `OSError`."""
    parts: list[bytes] = []
    for path in claims_files(root):
        parts += [path.name.encode("utf-8", "surrogateescape"), path.read_bytes()]
    return parts


def sources_bytes(root: Path) -> list[bytes]:
    """The contents of the files that describe sources. Raises `OSError`."""
    return [path.read_bytes() for name in (SOURCES_FILE, SOURCES_LINES) if (path := root / name).exists()]
