"""Claims and sources as one writes them in TOML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.edit.tomlstrings import BASIC, LITERAL, toml_string

_WIDE = 100
"""A list that does not fit into so many columns gets a line for each item."""


def written_entry(array: str, entry: Mapping[str, Any]) -> str:
    """One table of the array `array`, its own tables and arrays of tables below it, in the order of the keys."""
    own = {key: value for key, value in entry.items() if not _is_below(value)}
    lines = [f"[[{array}]]", *(f"{key} = {_value(key, value)}" for key, value in own.items())]
    blocks = ["\n".join(lines)]
    for key, value in entry.items():
        if isinstance(value, Mapping):
            blocks.append(_table(f"[{array}.{key}]", value))
        elif _is_below(value):
            blocks += [_table(f"[[{array}.{key}]]", item) for item in value]
    return "\n\n".join(blocks) + "\n"


def _is_below(value: object) -> bool:
    return isinstance(value, Mapping) or (
        isinstance(value, Sequence)
        and not isinstance(value, str)
        and any(isinstance(item, Mapping) for item in value)
    )


def _table(header: str, table: Mapping[str, Any]) -> str:
    return "\n".join([header, *(f"{key} = {_value(key, value)}" for key, value in table.items())])


def _value(key: str, value: object) -> str:
    if isinstance(value, str):
        return toml_string(value, LITERAL if key == "quote" else BASIC)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{toml_string(name, BASIC)} = {_value('', item)}" for name, item in value.items())
        return f"{{ {inner} }}"
    if isinstance(value, Sequence):
        items = [_value("", item) for item in value]
        line = f"[{', '.join(items)}]"
        if len(line) <= _WIDE:
            return line
        return "[\n" + "".join(f"    {item},\n" for item in items) + "]"
    return str(value)
