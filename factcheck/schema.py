"""Checks data against the JSON Schemas that ship in the package.

Only the keywords that those schemas use: type, required, properties, additionalProperties, items,
enum, pattern, minLength, minItems, $ref to #/$defs, anyOf with `required` alone. The tests hold it
against the `jsonschema` library, so that what the program accepts and what the published schema says are one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

Schema = dict[str, Any]


class Problem(NamedTuple):
    """A place in data, as keys and indices from the top, that breaks the schema."""

    path: tuple[str | int, ...]
    kind: str
    """`unknown-key`, `missing-key` or `wrong-value`."""
    message: str
    mend: str = ""


def load_schema(name: str) -> Schema:
    """The schema `name` ("claims", "sources", …) as shipped."""
    text = (Path(__file__).parent / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    schema: Schema = json.loads(text)
    return schema


def problems(value: object, schema: Schema) -> Iterator[Problem]:
    """Every place where `value` breaks `schema`, in the order of the data."""
    yield from _check(value, schema, schema.get("$defs", {}), ())


def acceptor(schema: Schema) -> Callable[[object], bool]:
    """A test that is true exactly where `problems` finds none: fast, for data of many lines."""
    accepts = _acceptor(schema, schema.get("$defs", {}))

    def accepted(value: object) -> bool:
        try:
            return bool(accepts(value))
        except TypeError:  # a pattern was asked to search what is no string
            return False

    return accepted


def nearest(word: str, known: list[str]) -> str | None:
    """The entry of `known` most like `word`, if it is like it at all (normalised similarity of 0.6)."""
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    found = process.extractOne(word, known, scorer=Indel.normalized_similarity, score_cutoff=0.6)
    return str(found[0]) if found else None


_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "array": (list,),
    "object": (dict,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}
_TYPE_NAMES = {
    "string": "a string",
    "array": "a list",
    "object": "a table",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}


def _check(value: object, schema: Schema, defs: Schema, path: tuple[str | int, ...]) -> Iterator[Problem]:
    if "$ref" in schema:
        schema = defs[schema["$ref"].removeprefix("#/$defs/")]
    expected = schema.get("type")
    if expected is not None and not _is(value, expected):
        unquoted = expected == "string" and not isinstance(value, (list, dict))
        mend = "put it between quotation marks" if unquoted else ""
        yield Problem(path, "wrong-value", f"must be {_TYPE_NAMES[expected]}, not {_shown(value)}", mend)
    elif isinstance(value, dict):
        yield from _check_object(value, schema, defs, path)
    elif isinstance(value, list):
        yield from _check_array(value, schema, defs, path)
    else:
        yield from _check_scalar(value, schema, path)


def _is(value: object, expected: str) -> bool:
    if isinstance(value, bool):
        return expected == "boolean"
    return isinstance(value, _TYPES[expected])


def _check_object(
    value: dict[str, object], schema: Schema, defs: Schema, path: tuple[str | int, ...]
) -> Iterator[Problem]:
    properties = schema.get("properties", {})
    extra = schema.get("additionalProperties", True)
    for key, item in value.items():
        if key in properties:
            yield from _check(item, properties[key], defs, (*path, key))
        elif extra is False:
            near = nearest(key, list(properties))
            mend = f"did you mean `{near}`?" if near else "known keys: " + ", ".join(properties)
            yield Problem((*path, key), "unknown-key", f"unknown key `{key}`", mend)
        elif isinstance(extra, dict):
            yield from _check(item, extra, defs, (*path, key))
    for key in schema.get("required", ()):
        if key not in value:
            yield Problem(path, "missing-key", f"`{key}` is missing", f"add `{key} = …`")
    choices = _choices(schema)
    if choices and not any(keys <= value.keys() for keys in choices):
        named = " or ".join(f"`{key}`" for keys in choices for key in sorted(keys))
        yield Problem(path, "missing-key", f"{named} is missing", "add one of them")


def _choices(schema: Schema) -> list[frozenset[str]]:
    """The sets of keys of which one has to be there; empty where nothing is said of that."""
    return [frozenset(choice["required"]) for choice in schema.get("anyOf", ())]


def _check_array(
    value: list[object], schema: Schema, defs: Schema, path: tuple[str | int, ...]
) -> Iterator[Problem]:
    if len(value) < schema.get("minItems", 0):
        yield Problem(path, "wrong-value", "must not be empty")
    if "items" in schema:
        for index, item in enumerate(value):
            yield from _check(item, schema["items"], defs, (*path, index))


def _check_scalar(value: object, schema: Schema, path: tuple[str | int, ...]) -> Iterator[Problem]:
    if "enum" in schema and value not in schema["enum"]:
        choices = [str(choice) for choice in schema["enum"]]
        near = nearest(str(value), choices)
        mend = f"did you mean `{near}`?" if near else ""
        yield Problem(path, "wrong-value", f"{_shown(value)} is not one of {', '.join(choices)}", mend)
    if isinstance(value, str):
        if len(value) < schema.get("minLength", 0):
            yield Problem(path, "wrong-value", "must not be empty")
        elif "pattern" in schema and not re.search(schema["pattern"], value):
            yield Problem(path, "wrong-value", f"{_shown(value)} is not {schema.get('title', 'well formed')}")


_Test = Callable[[Any], object]
"""True in a condition for what is accepted; may raise `TypeError` for what is not."""


def _acceptor(schema: Schema, defs: Schema) -> _Test:
    if "$ref" in schema:
        schema = defs[schema["$ref"].removeprefix("#/$defs/")]
    match schema.get("type"):
        case "object":
            return _object_acceptor(schema, defs)
        case "array":
            items = _acceptor(schema["items"], defs) if "items" in schema else lambda _: True
            least = schema.get("minItems", 0)
            return lambda value: type(value) is list and len(value) >= least and all(map(items, value))
        case "string" if "enum" not in schema:
            return _string_acceptor(schema)
        case "string":
            choices = frozenset(schema["enum"])
            return lambda value: type(value) is str and value in choices
        case _:
            return lambda value: not any(_check(value, schema, defs, ()))


def _object_acceptor(schema: Schema, defs: Schema) -> _Test:
    known = {key: _acceptor(rules, defs) for key, rules in schema.get("properties", {}).items()}
    required = frozenset(schema.get("required", ()))
    choices = _choices(schema)
    extra = schema.get("additionalProperties", True)
    others = None if extra is False else _acceptor(extra if isinstance(extra, dict) else {}, defs)

    def accepts(value: object) -> bool:
        if type(value) is not dict:
            return False
        found = 0
        for key, item in value.items():
            test = known.get(key, others)
            if test is None or not test(item):
                return False
            found += key in required
        if choices and not any(keys <= value.keys() for keys in choices):
            return False
        return found == len(required)

    return accepts


def _string_acceptor(schema: Schema) -> _Test:
    """The pattern's own search, where what it finds is long enough: it takes strings only."""
    least = schema.get("minLength", 0)
    search = re.compile(schema.get("pattern", "")).search
    if least == 0 or (least == 1 and not search("")):
        return search
    return lambda value: search(value) and len(value) >= least


def _shown(value: object) -> str:
    """A value as one would write it; `str` of a date, of a number, of true and false."""
    written = isinstance(value, (str, list, dict))
    text = repr(value) if written else str(value).lower()
    return text if len(text) <= 60 else text[:57] + "…"
