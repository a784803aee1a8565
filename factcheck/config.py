"""Settings from a file: `factcheck.toml`, or `[tool.factcheck]` in a `pyproject.toml`, found upward.

What a flag sets, a key of the same name sets: at the top for every command that has the flag, in a table
of a command's name for that command. Command line, environment, the command's table, the top, default: what comes
first holds.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.datafiles import DataPath, parse_file, schema_diagnostics
from factcheck.errors import InputError, WorkspaceError
from factcheck.finding import PYPROJECT
from factcheck.model import Diagnostic, Location
from factcheck.schema import load_schema

_SECTION = ("tool", "factcheck")


class Setting(NamedTuple):
    """A value of a file and where it stands."""

    value: Any
    """A string, a number, true or false, or a list of strings: as the command line has it."""
    location: Location


class Config(NamedTuple):
    """A file of settings, sound by the schema. `shown` is its path as messages have it."""

    path: Path
    shown: str
    data: dict[str, Any]
    lines: dict[DataPath, int]
    """Where the keys stand; paths begin at the settings."""

    def settings(self, command: Sequence[str], keys: Collection[str]) -> dict[str, Setting]:
        """What the file says of a command's flags: `keys` are their names, as in `fail-on`."""
        found = {key: self._setting((key,)) for key in keys if key in self.data}
        table: object = self.data
        for name in command:
            table = table.get(name) if isinstance(table, dict) else None
        if isinstance(table, dict) and command:
            found.update({key: self._setting((*command, key)) for key in keys if key in table})
        return found

    def _setting(self, path: DataPath) -> Setting:
        value: Any = self.data
        for part in path:
            value = value[part]
        return Setting(_flat(value), Location(self.shown, line_of(self.lines, path)))


def _flat(value: object) -> object:
    """A table as the list that the command line takes: `claims/old.toml:FC3`, `FC303=note`."""
    if not isinstance(value, dict):
        return value
    return [
        f"{key}:{','.join(item)}" if isinstance(item, list) else f"{key}={item}"
        for key, item in value.items()
    ]


def line_of(lines: dict[DataPath, int], path: DataPath) -> int:
    """The line (from 1) of the nearest key that encloses `path`."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def load_config(path: Path) -> Config:
    """The settings of a file.

    Raises `InputError` if it cannot be read, `WorkspaceError` if it does not parse or says what nobody knows.
    """
    if not path.is_file():
        raise InputError(f"{path}: there is no such file", "give --config a file of settings")
    current = Path.cwd()
    shown = str(path.relative_to(current) if path.is_relative_to(current) else path)
    faults: list[Diagnostic] = []
    toml = parse_file(path, shown, faults)
    if toml is None:
        raise _broken(shown, faults)
    depth = len(_SECTION) if path.name == PYPROJECT else 0
    data: Any = toml.data
    for part in _SECTION[:depth]:
        data = data.get(part, {}) if isinstance(data, dict) else {}
    if not isinstance(data, dict):
        raise InputError(f"{shown}: [tool.factcheck] must be a table")
    prefix = _SECTION[:depth]
    lines = {at[depth:]: line for at, line in toml.lines.items() if at[:depth] == prefix}

    def place(at: DataPath) -> Location:
        return Location(shown, line_of(lines, at))

    faults += schema_diagnostics(data, load_schema("config"), place, lambda _: None)
    if faults:
        raise _broken(shown, faults)
    return Config(path, shown, data, lines)


def _broken(shown: str, faults: Sequence[Diagnostic]) -> WorkspaceError:
    count = "a fault" if len(faults) == 1 else f"{len(faults)} faults"
    mend = "mend it, or run with --isolated; `factcheck config` shows what holds"
    return WorkspaceError(f"the settings in {shown} have {count}", tuple(faults), mend)
