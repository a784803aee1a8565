"""Write what is made from the program: docs/rules/, docs/reference/ and the schema of settings. Run it from the
root: `python docs/build.py`. A test holds the files against it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from making import reference

from factcheck.cli import cli
from factcheck.cli.settings import NOT_SET, option_key
from factcheck.model import Severity
from factcheck.reporters import FINDINGS_REPORTERS
from factcheck.rules import RULES, Rule, page

ROOT = Path(__file__).resolve().parents[1]
HEADINGS = {
    "FC1": "The files of a workspace",
    "FC2": "Quotes and their sources",
    "FC3": "Evidence and statements",
    "FC4": "What `factcheck check` finds",
}
Schema = dict[str, Any]


def files() -> dict[Path, str]:
    """The contents of every file that is made, by its path below the root."""
    rules = {Path(f"docs/rules/{rule.code}.md"): page(rule) for rule in RULES}
    settings = config_schema()
    schema = json.dumps(settings, indent=2, ensure_ascii=False) + "\n"
    return {
        Path("docs/rules/README.md"): index(),
        **rules,
        Path("factcheck/schemas/config.schema.json"): schema,
        **{Path("docs/reference") / name: text for name, text in reference.pages(settings).items()},
    }


def index() -> str:
    """The list of the rules."""
    lines = ["# Rules", "", "`factcheck rule CODE` prints a page on the terminal."]
    for hundred, heading in HEADINGS.items():
        lines += ["", f"## {heading}", "", "| code | name | a finding is |", "|---|---|---|"]
        lines += [_row(rule) for rule in RULES if rule.code.startswith(hundred)]
    return "\n".join(lines) + "\n"


def _row(rule: Rule) -> str:
    return f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} |"


def config_schema() -> Schema:
    """What a file of settings may hold: the flags of the commands, and at the top those that several have."""
    tables: dict[str, Schema] = {}
    seen: dict[str, list[Schema]] = {}
    for names, command in commands(cli, ()):
        keys = {option_key(option): rule_of(option) for option in options(command)}
        keys.pop("version", None)
        for key, rule in keys.items():
            seen.setdefault(key, []).append(rule)
        properties = tables
        for name in names[:-1]:
            properties = properties.setdefault(name, table({}))["properties"]
        properties[names[-1]] = table(keys)
    shared = {key: rules[0] for key, rules in seen.items() if len(rules) > 1 and rules[0] in rules[1:]}
    shared["output-format"] = {
        "type": "string",
        "enum": list(FINDINGS_REPORTERS),
        "description": "How to print, for the commands that know the format.",
    }
    clash = shared.keys() & tables.keys()
    if clash:
        raise SystemExit(f"a flag and a command have one name: {clash}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factcheck settings: factcheck.toml, or [tool.factcheck] in pyproject.toml",
        **table(dict(sorted(shared.items())) | dict(sorted(tables.items()))),
    }


def table(properties: dict[str, Schema]) -> Schema:
    """A table with these keys and no others."""
    return {"type": "object", "additionalProperties": False, "properties": properties}


def commands(group: click.Group, names: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that takes settings, with the names that lead to it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*names, name))
        elif command is not None and name != "config":
            yield (*names, name), command


def options(command: click.Command) -> list[click.Option]:
    """The flags of a command that a file may set."""
    return [
        param for param in command.params if isinstance(param, click.Option) and param.name not in NOT_SET
    ]


TABLES: dict[str, Schema] = {
    "per-file-ignores": {"type": "array", "items": {"type": "string"}},
    "column": {"type": "string"},
    "rating": {"type": "string", "enum": ["supports", "refutes", "neither"]},
    "severity": {"type": "string", "enum": [severity.value for severity in Severity]},
}
"""Flags that are tables in a file, and what their values are."""


def rule_of(option: click.Option) -> Schema:
    """The schema of a flag's value."""
    key, about = option_key(option), {"description": option.help or ""}
    if key in TABLES and option.multiple:
        return {"type": "object", "additionalProperties": TABLES[key], **about}
    if option.count:
        return {"type": "integer", **about}
    if option.is_flag:
        return {"type": "boolean", **about}
    one = _scalar(option.type)
    return {"type": "array", "items": one, **about} if option.multiple else {**one, **about}


def _scalar(kind: click.ParamType) -> Schema:
    if isinstance(kind, click.Choice):
        return {"type": "string", "enum": list(kind.choices)}
    if isinstance(kind, click.types.IntParamType):
        return {"type": "integer"}
    return {"type": "number"} if isinstance(kind, click.types.FloatParamType) else {"type": "string"}


if __name__ == "__main__":
    for path, text in files().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
