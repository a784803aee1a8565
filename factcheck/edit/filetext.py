"""Data files changed in place: strings set, entries added, every other byte as it was."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from factcheck.datafiles import DataPath, parse_json_object
from factcheck.edit.tomlstrings import BASIC, manner_of, toml_string
from factcheck.edit.tomlvalues import TomlValue, toml_values
from factcheck.errors import InputError
from factcheck.tomlfile import parse_toml

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Setting:
    """Strings to set in the table or object at `path`; keys that are new there go after `after`."""

    path: DataPath
    values: Mapping[str, str]
    after: str


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    text: str


def set_in_toml(text: str, settings: Sequence[Setting]) -> str:
    """A TOML text with strings set. Raises `InputError` where the result would not read as meant."""
    places = toml_values(text)
    changes: list[_Change] = []
    for setting in settings:
        changes += _changes(text, places, setting)
    return _checked_toml(_applied(text, changes), _with_settings(parse_toml(text).data, settings))


def append_to_toml(text: str, written: str, array: str, entry: Data) -> str:
    """A TOML text with one more table of an array at its end: `written`, which reads as `entry`.

    Raises `InputError` where the result would not read as meant: the array may be written inline.
    """
    ends = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text.strip() else ends if text.endswith("\n") else 2 * ends
    if text.endswith(2 * ends):
        gap = ""
    new = text + gap + written.replace("\n", ends)
    data = deepcopy(parse_toml(text).data)
    data.setdefault(array, [])
    if not isinstance(data[array], list):
        raise _unsafe()
    data[array].append(entry)
    return _checked_toml(new, data)


def set_in_jsonl(text: str, number: int, settings: Sequence[Setting]) -> str:
    """A JSON Lines text with strings set in the object of line `number` (from 1)."""
    lines = text.split("\n")
    line = lines[number - 1]
    item, problem = parse_json_object(line)
    if item is None:
        raise InputError(f"line {number} is not valid JSON: {problem}")
    body = line.rstrip()
    lines[number - 1] = _dumped_like(body, item, _with_settings(item, settings)) + line[len(body) :]
    return "\n".join(lines)


def append_to_jsonl(text: str, entry: Data) -> str:
    """A JSON Lines text with one more line."""
    gap = "" if not text or text.endswith("\n") else "\n"
    return f"{text}{gap}{json.dumps(entry, ensure_ascii=False)}\n"


def _changes(text: str, places: Mapping[DataPath, TomlValue], setting: Setting) -> Iterable[_Change]:
    after = places.get((*setting.path, setting.after))
    for key, value in setting.values.items():
        place = places.get((*setting.path, key))
        if place is not None:
            old = text[place.start : place.end]
            yield _Change(place.start, place.end, toml_string(value, manner_of(old)))
        elif after is None:
            raise _unsafe()
        elif after.inline:
            yield _Change(after.end, after.end, f", {key} = {toml_string(value, BASIC)}")
        else:
            yield _new_line(text, after, f"{key} = {toml_string(value, BASIC)}")


def _new_line(text: str, after: TomlValue, written: str) -> _Change:
    """A line below that of a value, indented and ended alike."""
    begins = text.rfind("\n", 0, text.rfind("=", 0, after.start)) + 1
    line = text[begins : after.start]
    indent = line[: len(line) - len(line.lstrip())]
    ends = text.find("\n", after.end)
    if ends == -1:
        newline = "\r\n" if "\r\n" in text else "\n"
        return _Change(len(text), len(text), f"{newline}{indent}{written}")
    newline = "\r\n" if text[ends - 1] == "\r" else "\n"
    return _Change(ends + 1, ends + 1, f"{indent}{written}{newline}")


def _applied(text: str, changes: list[_Change]) -> str:
    """The text with all changes made; those at one place in their order."""
    parts: list[str] = []
    reach = 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        parts += [text[reach : change.start], change.text]
        reach = change.end
    return "".join([*parts, text[reach:]])


def _with_settings(data: Data, settings: Iterable[Setting]) -> Data:
    changed = deepcopy(data)
    for setting in settings:
        table: Any = changed
        for step in setting.path:
            table = table[step]
        table |= setting.values
    return changed


def _checked_toml(text: str, meant: Data) -> str:
    try:
        read = parse_toml(text).data
    except InputError:
        raise _unsafe() from None
    if read != meant:
        raise _unsafe()
    return text


def _unsafe() -> InputError:
    return InputError("cannot be edited without changing more than was meant", "edit it by hand")


def _dumped_like(line: str, item: Data, changed: Data) -> str:
    """`changed` on one line, in the manner in which `line` writes `item`, if it is one of the usual ones."""
    for ascii_only in (False, True):
        for separators in ((", ", ": "), (",", ":"), (",", ": ")):
            if json.dumps(item, ensure_ascii=ascii_only, separators=separators) == line:
                return json.dumps(changed, ensure_ascii=ascii_only, separators=separators)
    return json.dumps(changed, ensure_ascii=False)
