"""`src_text/sources.toml` and `sources.jsonl` to `Source`s, their texts to `Document`s with their turns."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.datafiles import parse_file, parse_lines, schema_diagnostics, uncollected
from factcheck.errors import InputError
from factcheck.files import Reader, decode
from factcheck.model import Diagnostic, Document, Layout, Location, Person, Severity, Source, Span, Turn
from factcheck.schema import load_schema
from factcheck.text import paragraphs

SOURCES_FILE = "src_text/sources.toml"
SOURCES_LINES = "src_text/sources.jsonl"
"""One source a line, as archives have them: JSON Lines read ten times as fast as TOML."""
_NO_LAYOUT = Layout()
_NUMBERED = re.compile(r"\d+(?:\.\d+)*\.?\s+\S.{0,78}$")


@dataclass(frozen=True, slots=True)
class SourcesFile:
    """What `sources.toml` says, and what is wrong in it."""

    sources: tuple[Source, ...]
    diagnostics: tuple[Diagnostic, ...]


def load_sources(root: Path) -> SourcesFile:
    """Read `src_text/sources.toml` and `src_text/sources.jsonl` below `root`, whichever there are."""
    found: list[Diagnostic] = []
    sources = [*_of_toml(root / SOURCES_FILE, found), *_of_lines(root / SOURCES_LINES, found)]
    if found:
        return SourcesFile((), tuple(found))
    return SourcesFile(tuple(sources), tuple(_duplicates(sources)))


def sources_bytes(root: Path) -> list[bytes]:
    """The contents of the files that describe sources. Raises `OSError`."""
    return [path.read_bytes() for name in (SOURCES_FILE, SOURCES_LINES) if (path := root / name).exists()]


def _of_toml(path: Path, found: list[Diagnostic]) -> list[Source]:
    toml = parse_file(path, SOURCES_FILE, found) if path.exists() else None
    if toml is None:
        return []

    def place(at: tuple[str | int, ...]) -> Location:
        return Location(SOURCES_FILE, toml.line(at))

    wrong = list(schema_diagnostics(toml.data, load_schema("sources"), place, lambda _: None))
    found.extend(wrong)
    items = () if wrong else toml.data.get("source", ())
    return [_source(item, place(("source", n))) for n, item in enumerate(items)]


def _of_lines(path: Path, found: list[Diagnostic]) -> list[Source]:
    if not path.exists():
        return []
    full = load_schema("sources")
    rules = {**full["$defs"]["source"], "$defs": full["$defs"]}
    with uncollected():
        return [_source(item, place) for item, place in parse_lines(path, SOURCES_LINES, rules, found)]


def load_document(reader: Reader, source: Source) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """The text of a source as it is now; a text whose hash differs comes with a diagnostic."""
    try:
        data = reader.read(source.path)
        if data is None:
            message = f"the path {source.path!r} leads out of the workspace"
            return None, (_diagnostic("FC111", message, source, "keep sources inside the workspace"),)
        text = decode(data, source.path)
    except InputError as error:
        return None, (_diagnostic("FC112", error.message, source, error.mend),)
    digest = hashlib.sha256(data).hexdigest()
    document = Document(source, text, digest, turns(text, source.layout))
    if digest == source.sha256:
        return document, ()
    message = f"{source.path} has changed: its SHA-256 is {digest}, not {source.sha256}"
    mend = f'check its quotes, then set sha256 = "{digest}"'
    return document, (_diagnostic("FC203", message, source, mend),)


def turns(text: str, layout: Layout) -> tuple[Turn, ...]:
    """Who speaks where, by the layout. The turns cover the text without gaps, in order."""
    if layout.type == "none" and layout.headings == "none" and not layout.credit_lines:
        return (_one_turn(text, layout),)
    pieces = list(_pieces(text, layout))
    if not pieces:
        return (_one_turn(text, layout),)
    starts = [0, *(piece.span.start for piece in pieces[1:]), len(text)]
    merged: list[Turn] = []
    for number, piece in enumerate(pieces):
        span = Span(starts[number], starts[number + 1])
        if merged and piece.kind == "continued":
            merged[-1] = Turn(Span(merged[-1].span.start, span.end), *_rest(merged[-1]))
        else:
            kind = "text" if piece.kind == "continued" else piece.kind
            merged.append(Turn(span, piece.speaker, piece.section, kind))
    return tuple(merged)


def _one_turn(text: str, layout: Layout) -> Turn:
    return Turn(Span(0, len(text)), layout.speaker or layout.introduction, None, "text")


def _rest(turn: Turn) -> tuple[str | None, str | None, str]:
    return turn.speaker, turn.section, turn.kind


def _pieces(text: str, layout: Layout) -> Iterator[Turn]:
    """One piece a paragraph; `continued` where it goes on with the turn before it."""
    blocks = paragraphs(text)
    first_credit = len(blocks) - layout.credit_lines
    section: str | None = None
    taken = 0
    fresh = True
    for number, span in enumerate(blocks):
        paragraph = span.of(text)
        if number >= first_credit:
            yield Turn(span, layout.introduction, None, "credit")
        elif is_heading(paragraph, layout.headings):
            section, fresh = paragraph, True
            yield Turn(span, layout.introduction or layout.speaker, section, "heading")
        elif speaker := _turn_start(paragraph, layout, taken):
            taken, fresh = taken + 1, False
            yield Turn(span, speaker, section, "turn")
        elif fresh:
            fresh = False
            yield _unmarked(span, layout, section, taken)
        else:
            yield Turn(span, None, section, "continued")


def _unmarked(span: Span, layout: Layout, section: str | None, taken: int) -> Turn:
    """A paragraph at the beginning of the text or right after a heading that starts no turn."""
    if layout.type == "none":
        return Turn(span, layout.speaker or layout.introduction, section, "text")
    if taken:
        return Turn(span, _last_speaker(layout, taken), section, "turn")
    return Turn(span, layout.introduction, section, "introduction")


def _last_speaker(layout: Layout, taken: int) -> str | None:
    if layout.type == "turns-by-marker" and layout.order:
        return layout.order[(taken - 1) % len(layout.order)]
    return None


def _turn_start(paragraph: str, layout: Layout, taken: int) -> str | None:
    if layout.type == "turns-by-marker" and layout.order and paragraph.startswith(layout.marker):
        return layout.order[taken % len(layout.order)]
    if layout.type == "turns-by-name":
        label, colon, _ = paragraph.partition(":")
        if colon:
            return dict(layout.names).get(label.strip())
    return None


def is_heading(paragraph: str, style: str) -> bool:
    """Whether a paragraph is a section heading in this style (see `Layout.headings`)."""
    if "\n" in paragraph:
        return False
    if style == "capitals":
        return paragraph.isupper() and sum(map(str.isalpha, paragraph)) > 3
    return style == "numbered" and bool(_NUMBERED.match(paragraph)) and paragraph[-1] not in ".!?…:;,"


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
            yield _diagnostic("FC107", message, source, "give this source an id of its own")


def _diagnostic(code: str, message: str, source: Source, mend: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, source.location, mend)
