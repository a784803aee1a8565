"""`src_text/sources.toml` and `sources.jsonl` to `Source`s, their texts to `Document`s with their turns."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.contents import SOURCES_FILE, SOURCES_LINES, SourcesFile
from factcheck.datafiles import parse_file, parse_lines, schema_diagnostics
from factcheck.documents import source_diagnostic
from factcheck.files import uncollected
from factcheck.model import Diagnostic, Layout, Location, Person, Source
from factcheck.schema import load_schema

_NO_LAYOUT = Layout()


def load_sources(root: Path) -> SourcesFile:
    """Read `src_text/sources.toml` and `src_text/sources.jsonl` below `root`, whichever there are."""
    found: list[Diagnostic] = []
    sources = [*_of_toml(root / SOURCES_FILE, found), *_of_lines(root / SOURCES_LINES, found)]
    if found:
        return SourcesFile((), tuple(found))
    return SourcesFile(tuple(sources), tuple(_duplicates(sources)))


def _of_toml(path: Path, found: list[Diagnostic]) -> list[Source]:
    toml = parse_file(path, SOURCES_FILE, found) if _is_there(path) else None
    if toml is None:
        return []

    def place(at: tuple[str | int, ...]) -> Location:
        return Location(SOURCES_FILE, toml.line(at))

    wrong = list(schema_diagnostics(toml.data, load_schema("sources"), place, lambda _: None))
    found.extend(wrong)
    items = () if wrong else toml.data.get("source", ())
    return [_source(item, place(("source", n))) for n, item in enumerate(items)]


def _of_lines(path: Path, found: list[Diagnostic]) -> list[Source]:
    if not os.path.exists(path):  # noqa: PTH110 - a folder that cannot be read is told of once, above
        return []
    full = load_schema("sources")
    rules = {**full["$defs"]["source"], "$defs": full["$defs"]}
    with uncollected():
        return [_source(item, place) for item, place in parse_lines(path, SOURCES_LINES, rules, found)]


def _is_there(path: Path) -> bool:
    """Whether there is something to read, or something that cannot be: reading it then tells why."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _source(item: dict[str, Any], location: Location) -> Source:
    layout = item.get("layout")
    return Source(
        id=item["id"],
        path=item["path"],
        sha256=item["sha256"],
        title=item["title"],
        kind=item["kind"],
        publisher=item["publisher"],
        issued=item["issued"],
        language=item.get("language", "en"),
        people=tuple(Person(who["name"], who["role"], who.get("office")) for who in item.get("people", ())),
        layout=_layout(layout) if layout else _NO_LAYOUT,
        location=location,
        url=item.get("url"),
    )


def _layout(layout: dict[str, Any]) -> Layout:
    return Layout(
        type=layout.get("type", "none"),
        speaker=layout.get("speaker"),
        introduction=layout.get("introduction"),
        marker=layout.get("marker", "- "),
        order=tuple(layout.get("order", ())),
        names=tuple(layout.get("names", {}).items()),
        headings=layout.get("headings", "none"),
        credit_lines=layout.get("credit_lines", 0),
    )


def _duplicates(sources: list[Source]) -> Iterator[Diagnostic]:
    seen: dict[str, Source] = {}
    for source in sources:
        first = seen.setdefault(source.id, source)
        if first is not source:
            message = f"the source id `{source.id}` is already used at {first.location}"
            yield source_diagnostic("FC107", message, source, "give this source an id of its own")
