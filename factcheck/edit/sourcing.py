"""`source add`: a text into the workspace, with its hash, its layout and the file that it came in."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.contents import SOURCES_FILE
from factcheck.drifted import ORIGINALS
from factcheck.edit.applying import read_for_edit
from factcheck.edit.entries import written_entry
from factcheck.edit.extracting import PLAIN, Extracted
from factcheck.edit.filetext import append_to_toml
from factcheck.errors import InputError, WorkspaceError
from factcheck.files import BOM, decode, inside
from factcheck.model import Edit, Layout, Person
from factcheck.schema import load_schema, problems
from factcheck.sources import load_sources
from factcheck.text import visible

_CONTROLS = ("Cc", "Zl", "Zp")
"""Categories of characters that end a line, or do something to a terminal."""


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """What is said of a new source, beside its text."""

    id: str
    title: str
    kind: str
    publisher: str
    issued: str
    """ISO 8601, as exactly as it is known."""
    language: str = "en"
    url: str | None = None
    people: tuple[Person, ...] = ()
    layout: Layout = field(default_factory=Layout)


def source_edits(root: Path, draft: SourceDraft, extracted: Extracted, file: Path) -> tuple[Edit, ...]:
    """The edits that take a source in: its text, its original, then its entry. Take `locked` around it.

    A text that lies in `src_text/` already stays where it is; `file` is where it was read from. Raises
    `InputError` for an id that is taken, a file that is in the way and metadata that is not well formed;
    `WorkspaceError` where `sources.toml` has faults.
    """
    known = load_sources(root)
    if known.diagnostics:
        raise WorkspaceError("src_text/sources.toml has faults", known.diagnostics, "mend them first")
    for source in known.sources:
        if source.id == draft.id:
            raise InputError(
                f"the source id `{draft.id}` is already used at {source.location}", "give it another --id"
            )
    path = place_in_workspace(root, file) or f"src_text/{draft.id}.txt"
    entry = _entry(draft, path, hashlib.sha256(extracted.text).hexdigest())
    for key, value in entry.items():
        _require_lines(key, value)
    for problem in problems({"source": [entry]}, load_schema("sources")):
        key = next((str(part) for part in reversed(problem.path) if isinstance(part, str)), "source")
        raise InputError(f"{key}: {problem.message}", problem.mend)
    return (
        *_new_file(root, path, extracted.text),
        *_new_file(root, f"{ORIGINALS}/{draft.id}{extracted.suffix}", extracted.original),
        _listed(root, entry),
    )


def _require_lines(key: str, value: object) -> None:
    """Raise `InputError` for a line break or another control character: formats of citations are made of lines."""
    if isinstance(value, str):
        wrong = next((char for char in value if unicodedata.category(char) in _CONTROLS), None)
        if wrong is not None and (key, wrong) != ("marker", "\t"):
            raise InputError(f"{key}: holds the control character {visible(wrong)}", "write it on one line, without")
    elif isinstance(value, dict):
        for name, item in value.items():
            _require_lines(key, name)
            _require_lines(name, item)
    elif isinstance(value, list):
        for item in value:
            _require_lines(key, item)


def place_in_workspace(root: Path, file: Path) -> str | None:
    """The path of a text that lies below `src_text/` already; None for one that has to be copied there."""
    if file.suffix.lower() not in PLAIN:
        return None
    target = file.resolve()
    folder = inside(root, "src_text")
    if folder is None or not target.is_relative_to(folder) or target.is_relative_to(folder / "originals"):
        return None
    return target.relative_to(root.resolve()).as_posix()


def _new_file(root: Path, path: str, data: bytes) -> Iterator[Edit]:
    """The edit that makes a file; none where it is there already, as a run that was cut short leaves it."""
    old = read_for_edit(root, path)
    if old is None:
        yield Edit(path, None, data)
    elif old != data:
        raise InputError(f"{path}: exists already, with other content", "give the source another --id")


def _listed(root: Path, entry: dict[str, Any]) -> Edit:
    old = read_for_edit(root, SOURCES_FILE)
    text = "" if old is None else decode(old, SOURCES_FILE)
    bom = BOM if text.startswith(BOM) else ""
    try:
        new = append_to_toml(text.removeprefix(BOM), written_entry("source", entry), "source", entry)
    except InputError as error:
        raise InputError(f"{SOURCES_FILE}: {error.message}", "describe the source there by hand") from None
    return Edit(SOURCES_FILE, old, (bom + new).encode("utf-8"))


def _entry(draft: SourceDraft, path: str, sha256: str) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": draft.id,
        "path": path,
        "sha256": sha256,
        "title": draft.title,
        "kind": draft.kind,
        "publisher": draft.publisher,
        "issued": draft.issued,
        "language": draft.language,
        "url": draft.url,
        "people": [_without_empty(name=who.name, role=who.role, office=who.office) for who in draft.people],
        "layout": _layout(draft.layout),
    }
    return {key: value for key, value in entry.items() if value}


def _layout(layout: Layout) -> dict[str, Any]:
    by_marker = layout.type == "turns-by-marker"
    by_name = layout.type == "turns-by-name"
    if by_marker and not layout.order:
        raise InputError("turns by marker need the speakers in their order", "name each with --order")
    if by_name and not layout.names:
        raise InputError("turns by name need the speakers", "name each with --name LABEL=SPEAKER")
    said = _without_empty(
        type=layout.type,
        speaker=layout.speaker,
        marker=layout.marker if by_marker else None,
        order=list(layout.order) if by_marker else None,
        names=dict(layout.names) if by_name else None,
        introduction=layout.introduction,
        headings=layout.headings if layout.headings != "none" else None,
        credit_lines=layout.credit_lines or None,
    )
    return {} if said == {"type": "none"} else said


def _without_empty(**values: object) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
