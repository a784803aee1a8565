"""The reference of the settings, from the flags of the commands and the variables that the program reads."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cache import ENVIRONMENT as CACHE
from factcheck.cli.outputs import ENVIRONMENT as FORMAT
from factcheck.finding import ENVIRONMENT as WORKSPACE
from making.commands import SHARED, Command, default_of, every_command, meaning, options
from making.markdown import code, page, table
from making.schemas import type_of

Schema = dict[str, Any]
VARIABLES = (
    (WORKSPACE, "the folder of the workspace, where `--workspace` does not name one"),
    (FORMAT, "how to print, where `--output-format` does not say; with several words, several outputs"),
    (CACHE, "where to keep what was worked out of a workspace; empty for nowhere. By default `factcheck` in "
            "`$XDG_CACHE_HOME`, `%LOCALAPPDATA%` or `~/.cache`. Answers never depend on it"),
    ("NO_COLOR, FORCE_COLOR", "no colour, or colour where there is no terminal, with `--color auto`"),
    ("COLUMNS", "how wide text is; by default as wide as the terminal"),
    ("GITHUB_ACTIONS, GITHUB_WORKFLOW", "where both are set, `check` and `validate` print annotations"),
)  # fmt: skip


def settings_page(schema: Schema) -> str:
    """Every key of a file of settings, from its schema."""
    lines = [
        *("# Settings", ""),
        "Keys of `factcheck.toml`, or of `[tool.factcheck]` in `pyproject.toml`. How a file is found, and which of two",
        "settings holds: [settings](../settings.md). `factcheck config` shows what holds.",
        "",
        "## For every command that has the flag",
        "",
        *table(("key", "type", "what it does"), _shared(schema)),
    ]
    for command in every_command():
        rows = _own(command, schema)
        if rows:
            lines += ["", f"## [{command.name.replace(' ', '.')}]", ""]
            lines += table(("key", "type", "default", "what it does"), rows)
    lines += ["", "## Environment", "", *table(("variable", "what it is"), _variables())]
    return page(lines)


def _shared(schema: Schema) -> list[tuple[str, str, str]]:
    return [
        (code(key), _type(value), value.get("description", ""))
        for key, value in schema["properties"].items()
        if "properties" not in value
    ]


def _own(command: Command, schema: Schema) -> list[tuple[str, str, str, str]]:
    """The keys of a command's table, without those of every command."""
    for name in command.name.split():
        schema = schema["properties"].get(name, {"properties": {}})
    flags = {_key(option): option for option in options(command) if f"--{_key(option)}" not in SHARED}
    return [
        (code(key), _type(value), default_of(flags[key]), meaning(flags[key]))
        for key, value in schema["properties"].items()
        if key in flags
    ]


def _key(option: click.Option) -> str:
    return max(option.opts, key=len).lstrip("-")


def _type(schema: Schema) -> str:
    if schema.get("type") == "object":
        return f"table of {type_of(schema['additionalProperties'], schema, {})}"
    return type_of(schema, schema, {})


def _variables() -> list[tuple[str, str]]:
    return [(", ".join(code(name) for name in names.split(", ")), what) for names, what in VARIABLES]
