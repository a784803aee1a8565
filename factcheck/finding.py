"""Where the workspace is: named, found upward, or the one that ships with the program."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.errors import InputError
from factcheck.records import NamedTuple

ENVIRONMENT = "FACTCHECK_WORKSPACE"
CONFIG_FILE = "factcheck.toml"
PYPROJECT = "pyproject.toml"


class Place(NamedTuple):
    """Where a workspace is. `bundled` is true for the one that ships with the program."""

    root: Path
    bundled: bool = False


def find_workspace(start: Path, explicit: str | None = None) -> Place:
    """The workspace to use: `explicit`, else `FACTCHECK_WORKSPACE`, else upward from `start`, else the bundled one.

    Raises `InputError` where a named folder is none.
    """
    named = explicit or os.environ.get(ENVIRONMENT)
    if named:
        root = Path(named)
        if not root.is_dir():
            raise InputError(
                f"{named}: there is no such folder",
                "give --workspace the folder that holds claims/ and src_text/",
            )
        if not is_workspace(root):
            raise InputError(
                f"{named}: is not a workspace: it holds neither {CONFIG_FILE} nor claims/ and src_text/",
                "create claims/ and src_text/ in it",
            )
        return Place(root)
    for folder in (start, *start.parents):
        if is_workspace(folder):
            return Place(folder)
    return Place(bundled_root(), bundled=True)


def is_workspace(folder: Path) -> bool:
    """True where `folder` has a `factcheck.toml`, a `[tool.factcheck]`, or both `claims/` and `src_text/`."""
    if (folder / CONFIG_FILE).is_file():
        return True
    if (folder / "claims").is_dir() and (folder / "src_text").is_dir():
        return True
    return _has_section(folder / PYPROJECT)


def find_config(start: Path) -> Path | None:
    """The nearest file with settings in `start` or above it; None if there is none."""
    for folder in (start, *start.parents):
        if (folder / CONFIG_FILE).is_file():
            return folder / CONFIG_FILE
        if _has_section(folder / PYPROJECT):
            return folder / PYPROJECT
    return None


def _has_section(path: Path) -> bool:
    """True where a `pyproject.toml` has settings of this program: `[tool.factcheck]`, or a table below it."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return any(line.strip().startswith("[tool.factcheck") for line in text.splitlines())


def bundled_root() -> Path:
    """The workspace that ships with the program: in the package, or beside it in a checkout."""
    package = Path(__file__).parent
    shipped = package / "bundled"
    return shipped if shipped.is_dir() else package.parent
