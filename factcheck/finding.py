"""Where the workspace is: named, found upward, or the one that ships with the program."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.errors import InputError
from factcheck.files import PACKAGE, read_file
from factcheck.records import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

ENVIRONMENT = "FACTCHECK_WORKSPACE"
CONFIG_FILE = "factcheck.toml"
PYPROJECT = "pyproject.toml"
_PARTS = ("claims", "src_text")
_INDEX = ".factcheck"
_ELSEWHERE = "or name another workspace with --workspace"


class Place(NamedTuple):
    """Where a workspace is. `bundled` is true for the one that ships with the program."""

    folder: str | Path
    bundled: bool = False

    @property
    def root(self) -> Path:
        """The workspace's folder."""
        from pathlib import Path

        return Path(self.folder)


def find_workspace(start: str | Path, explicit: str | None = None) -> Place:
    """The workspace to use: `explicit`, else `FACTCHECK_WORKSPACE`, else upward from `start`, else the bundled one.

    Raises `InputError` where a named folder is none, and where half of one is found on the way up: no other
    workspace may stand in for one that has lost a folder.
    """
    named = explicit or os.environ.get(ENVIRONMENT)
    if named:
        if not os.path.isdir(named):
            raise InputError(
                f"{named}: there is no such folder",
                "give --workspace the folder that holds claims/ and src_text/",
            )
        if not is_workspace(named):
            _refuse_half(named)
            raise InputError(
                f"{named}: is not a workspace: it holds neither {CONFIG_FILE} nor claims/ and src_text/",
                "create claims/ and src_text/ in it",
            )
        return Place(named)
    for folder in _upward(start):
        if is_workspace(folder):
            return Place(folder)
        _refuse_half(folder)
    return Place(_bundled(), bundled=True)


def _refuse_half(folder: str) -> None:
    """Raise `InputError`, naming what is missing, for a folder that holds a part of a workspace and is none.

    So for one that cannot be looked into: nobody knows what it holds.
    """
    if not os.access(folder, os.X_OK):
        raise InputError(
            f"{folder}: cannot be looked into for a workspace",
            f"give yourself the right to read it, {_ELSEWHERE}",
        )
    missing = [name for name in _PARTS if not os.path.isdir(f"{folder}/{name}")]
    if len(missing) == len(_PARTS):
        if os.path.isdir(f"{folder}/{_INDEX}"):
            raise InputError(
                f"{folder}: holds {_INDEX}/, but neither claims/ nor src_text/, of which it is the index",
                f"bring them back, delete {_INDEX}/, {_ELSEWHERE}",
            )
        return
    kept = "src_text" if missing == ["claims"] else "claims"
    if kept == "src_text" or _holds_claims(f"{folder}/{kept}"):
        raise InputError(
            f"{folder}: {missing[0]}/ is missing from the workspace: there is {kept}/ alone",
            f"bring {missing[0]}/ back, make an empty one, {_ELSEWHERE}",
        )


def _holds_claims(folder: str) -> bool:
    """Whether a folder called `claims` may be one of a workspace: not if it holds nothing but other things."""
    try:
        with os.scandir(folder) as found:
            names = [entry.name for entry in found]
    except OSError:
        return True
    return not names or any(name.endswith((".toml", ".jsonl")) for name in names)


def is_workspace(folder: str | Path) -> bool:
    """True where `folder` has a `factcheck.toml`, a `[tool.factcheck]`, or both `claims/` and `src_text/`."""
    if os.path.isfile(f"{folder}/{CONFIG_FILE}"):
        return True
    if os.path.isdir(f"{folder}/claims") and os.path.isdir(f"{folder}/src_text"):
        return True
    return _has_section(f"{folder}/{PYPROJECT}")


def find_config(start: str | Path) -> Path | None:
    """The nearest file with settings in `start`, an absolute path, or above it; None if there is none."""
    found = config_above(start)
    if found is None:
        return None
    from pathlib import Path

    return Path(found)


def config_above(start: str | Path) -> str | None:
    """The same as a string, for which nothing need be imported."""
    for folder in _upward(start):
        if os.path.isfile(f"{folder}/{CONFIG_FILE}"):
            return f"{folder}/{CONFIG_FILE}"
        if _has_section(f"{folder}/{PYPROJECT}"):
            return f"{folder}/{PYPROJECT}"
    return None


def _upward(start: str | Path) -> Iterator[str]:
    """A folder and those above it, as they are written."""
    folder = os.fspath(start)
    yield folder
    while (parent := os.path.dirname(folder)) != folder:
        folder = parent
        yield folder


def _has_section(path: str) -> bool:
    """True where a `pyproject.toml` has settings of this program: `[tool.factcheck]`, or a table below it."""
    try:
        text = read_file(path).decode("utf-8", "replace")
    except OSError:
        return False
    return any(line.strip().startswith("[tool.factcheck") for line in text.splitlines())


def bundled_root() -> Path:
    """The workspace that ships with the program: in the package, or beside it in a checkout."""
    from pathlib import Path

    return Path(_bundled())


def _bundled() -> str:
    shipped = f"{PACKAGE}{os.sep}bundled"
    return shipped if os.path.isdir(shipped) else os.path.dirname(PACKAGE)
