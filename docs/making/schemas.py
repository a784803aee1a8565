"""The reference of JSON and of the workspace's files, from the JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from making.markdown import code, page, table

Schema = dict[str, Any]
FILES = {
    "claims": "claims/*.toml, claims/*.jsonl",
    "aliases": "claims/aliases.toml",
    "exceptions": "claims/exceptions.toml",
    "sources": "src_text/sources.toml",
}
"""The schemas of what a workspace holds, and where it holds it. All others but the settings' are of output."""


def schemas() -> dict[str, Schema]:
    """The schemas by their names."""
    folder = files("factcheck") / "schemas"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".schema.json"))
    return {
        name.removesuffix(".schema.json"): json.loads((folder / name).read_text(encoding="utf-8"))
        for name in names
    }


def json_page() -> str:
    """What the commands print as JSON."""
    known = schemas()
    lines = [
        *("# JSON", ""),
        "What `--output-format json` and `jsonl` print: a table a schema. The schemas themselves are in",
        "`factcheck/schemas/`; `schema_version` says which version of the format it is.",
        "",
        "`a.b` is a key in an object, `a[]` each item of a list, `a.*` each value of an object whose keys are free.",
    ]
    for name, schema in known.items():
        if name not in FILES and name != "config":
            lines += ["", f"## {name}", "", *_told(schema), *schema_table(schema, known)]
    return page(lines)


def files_page() -> str:
    """What the files of a workspace hold."""
    known = schemas()
    lines = [
        *("# Files of a workspace", ""),
        "`a.b` is a key in a table, `a[]` each item of a list, `a.*` each value of a table whose keys are free.",
        "`factcheck validate` holds the files against this and against its [rules](../rules/README.md).",
    ]
    for name, path in FILES.items():
        lines += ["", f"## {name}", "", f"`{path}`", "", *schema_table(known[name], known, "required")]
    return page(lines)


def _told(schema: Schema) -> list[str]:
    title = schema.get("title", "")
    return [f"{title}.", ""] if title else []


def schema_table(schema: Schema, known: dict[str, Schema], required: str = "always there") -> list[str]:
    """A table of all keys below a schema."""
    head = ("key", "type", required, "meaning")
    return table(head, _rows(schema, schema, known, "", ()))


def _rows(
    schema: Schema, root: Schema, known: dict[str, Schema], prefix: str, within: tuple[str, ...]
) -> Iterator[tuple[str, str, str, str]]:
    required = schema.get("required", [])
    for key, given in schema.get("properties", {}).items():
        path = f"{prefix}{key}"
        found, home, names, elsewhere = _resolved(given, root, known)
        kind = elsewhere or type_of(found, home, known)
        yield code(path), kind, "yes" if key in required else "", _meaning(found)
        if elsewhere or within.count(names) > 1:
            continue
        yield from _below(found, home, known, path, (*within, names) if names else within)


def _below(
    schema: Schema, root: Schema, known: dict[str, Schema], path: str, within: tuple[str, ...]
) -> Iterator[tuple[str, str, str, str]]:
    """The keys of an object, of the items of a list, of the values of an object with free keys."""
    yield from _rows(schema, root, known, f"{path}.", within)
    for key, mark in (("items", "[]"), ("additionalProperties", ".*")):
        inner = schema.get(key)
        if isinstance(inner, dict):
            found, home, name, elsewhere = _resolved(inner, root, known)
            if not elsewhere and not (name and name in within):
                yield from _below(found, home, known, f"{path}{mark}", (*within, name) if name else within)


def _resolved(schema: Schema, root: Schema, known: dict[str, Schema]) -> tuple[Schema, Schema, str, str]:
    """What a schema refers to, the schema that this is in, its name, and a link where another table has it."""
    reference = schema.get("$ref")
    if reference is None:
        return schema, root, "", ""
    address, _, pointer = reference.partition("#")
    home = root
    link = ""
    if address:
        name, home = next((name, other) for name, other in known.items() if other.get("$id") == address)
        link = f"[{pointer.rpartition('/')[2] or name}](#{name})"
    found = home
    for part in pointer.strip("/").split("/") if pointer else []:
        found = found[part]
    return {**found, **{key: value for key, value in schema.items() if key != "$ref"}}, home, reference, link


def type_of(schema: Schema, root: Schema, known: dict[str, Schema]) -> str:
    """What a value may be."""
    if "const" in schema:
        return code(json.dumps(schema["const"]))
    if "enum" in schema:
        return ", ".join(code(json.dumps(value).strip('"')) for value in schema["enum"])
    for word in ("anyOf", "oneOf"):
        if word in schema and "type" not in schema:
            return " or ".join(type_of(_resolved(one, root, known)[0], root, known) for one in schema[word])
    kinds = schema.get("type", "object")
    names = [kinds] if isinstance(kinds, str) else kinds
    return " or ".join(_named(name, schema, root, known) for name in names) + _range(schema)


def _named(name: str, schema: Schema, root: Schema, known: dict[str, Schema]) -> str:
    if name == "array":
        inner, home, _, elsewhere = _resolved(schema.get("items", {}), root, known)
        return f"list of {elsewhere or type_of(inner, home, known)}" if inner else "list"
    return name


def _range(schema: Schema) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is None or high is None:
        return f", {low} or more" if low is not None else ""
    return f", {low} to {high}"


def _meaning(schema: Schema) -> str:
    parts = [schema.get("description", ""), schema.get("title", "")]
    told = [part for part in parts if part and part != "a text with something in it"]
    return " ".join(part if part.endswith((".", "…")) else f"{part[0].upper()}{part[1:]}." for part in told)
