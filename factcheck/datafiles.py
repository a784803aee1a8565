"""Data files of a workspace (TOML, JSON Lines) read and held against their schema, as diagnostics."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from factcheck.errors import InputError
from factcheck.files import read_text
from factcheck.model import Diagnostic, Location, Severity
from factcheck.schema import Problem, Schema, acceptor, problems
from factcheck.tomlfile import TOO_DEEP, TOO_MANY_DIGITS, TomlFile, TomlSyntaxError, parse_toml

DataPath = tuple[str | int, ...]
_DECODER = json.JSONDecoder()
_PROBLEM_CODES = {"unknown-key": "FC103", "missing-key": "FC104", "wrong-value": "FC105"}


def parse_file(path: Path, shown: str, found: list[Diagnostic]) -> TomlFile | None:
    """A TOML file parsed, or None with a diagnostic in `found`."""
    try:
        return parse_toml(read_text(path, shown))
    except TomlSyntaxError as error:
        place = Location(shown, error.line, error.column)
        found.append(Diagnostic("FC102", Severity.ERROR, f"not valid TOML: {error.message}", place))
    except InputError as error:
        found.append(unreadable(error, shown))
    return None


def unreadable(error: InputError, shown: str) -> Diagnostic:
    """The diagnostic for a file that cannot be read."""
    message = error.message.removeprefix(f"{shown}: ")
    return Diagnostic("FC101", Severity.ERROR, message, Location(shown), error.mend)


def schema_diagnostics(
    data: object,
    schema: Schema,
    place: Callable[[DataPath], Location],
    claim: Callable[[DataPath], str | None],
) -> Iterator[Diagnostic]:
    """The breaches of `schema` in `data` as diagnostics, each at the place of what is wrong."""
    for problem in problems(data, schema):
        yield Diagnostic(
            _PROBLEM_CODES[problem.kind],
            Severity.ERROR,
            _with_key(problem),
            place(problem.path),
            problem.mend,
            claim(problem.path),
        )


def _with_key(problem: Problem) -> str:
    if problem.kind != "wrong-value" or not problem.path:
        return problem.message
    keys = [part for part in problem.path if isinstance(part, str)]
    return f"`{keys[-1]}` {problem.message}" if keys else problem.message


def parse_lines(
    path: Path, shown: str, rules: Schema, found: list[Diagnostic]
) -> Iterator[tuple[dict[str, Any], Location]]:
    """The objects of a JSON Lines file that keep to `rules`, each with its place; faults go to `found`."""
    try:
        text = read_text(path, shown)
    except InputError as error:
        found.append(unreadable(error, shown))
        return
    accepts = acceptor(rules)
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.isspace():
            continue
        place = Location(shown, number)
        item, error_text = parse_json_object(line)
        if item is None:
            found.append(Diagnostic("FC102", Severity.ERROR, f"not valid JSON: {error_text}", place))
        elif accepts(item):
            yield item, place
        else:
            found.extend(_line_faults(item, rules, place))


def _line_faults(item: dict[str, Any], rules: Schema, place: Location) -> Iterator[Diagnostic]:
    identifier = item.get("id")
    owner = identifier if isinstance(identifier, str) else None
    return schema_diagnostics(item, rules, lambda _: place, lambda _: owner)


def parse_json_object(line: str) -> tuple[dict[str, Any] | None, str]:
    """A line of JSON that must hold an object: the object and "", or None and what is wrong."""
    try:
        item, end = _DECODER.raw_decode(line)
        if end != len(line):
            item = json.loads(line)  # white space around it, or something else, which this names
    except json.JSONDecodeError as error:
        return None, str(error)
    except ValueError:
        return None, TOO_MANY_DIGITS
    except RecursionError:
        return None, TOO_DEEP
    if not isinstance(item, dict):
        return None, "the line must hold an object"
    return item, ""
