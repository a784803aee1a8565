"""A source's text as it is now, and who speaks where in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factcheck.digests import sha256_hex
from factcheck.errors import InputError
from factcheck.files import Reader, decode
from factcheck.model import Diagnostic, Document, Layout, Severity, Source, Span, Turn
from factcheck.text import paragraphs, strip_span

_NUMBERED = r"\d+(?:\.\d+)*\.?\s+\S.{0,78}$"


def load_document(reader: Reader, source: Source) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """The text of a source as it is now; a text whose hash differs comes with a diagnostic."""
    try:
        data = reader.read(source.path)
        if data is None:
            message = f"the path {source.path!r} leads out of the workspace"
            return None, (source_diagnostic("FC111", message, source, "keep sources inside the workspace"),)
        text = decode(data, source.path)
    except InputError as error:
        return None, (source_diagnostic("FC112", error.message, source, error.mend),)
    digest = sha256_hex(data)
    document = Document(source, text, digest, turns(text, source.layout))
    if digest == source.sha256:
        return document, ()
    message = f"{source.path} has changed: its SHA-256 is {digest}, not {source.sha256}"
    mend = f'check its quotes, then set sha256 = "{digest}"'
    return document, (source_diagnostic("FC203", message, source, mend),)


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
    """One piece a paragraph, or a line with a label; `continued` where it goes on with the turn before it."""
    blocks = paragraphs(text)
    credits_from = len(text)
    if blocks and layout.credit_lines > 0:
        credits_from = blocks[max(0, len(blocks) - layout.credit_lines)].start
    if layout.type == "turns-by-name":
        blocks = [part for block in blocks for part in _at_labels(text, block, dict(layout.names))]
    section: str | None = None
    taken = 0
    fresh = True
    for span in blocks:
        paragraph = span.of(text)
        if span.start >= credits_from:
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


def _at_labels(text: str, block: Span, names: Mapping[str, str]) -> Iterator[Span]:
    """A paragraph divided before each line that begins with a label: turns need no blank line between them."""
    start = block.start
    at = text.find("\n", start, block.end)
    while at != -1:
        following = text.find("\n", at + 1, block.end)
        line = text[at + 1 : block.end if following == -1 else following]
        label, colon, _ = line.partition(":")
        if colon and label.strip() in names:
            yield strip_span(text, Span(start, at))
            start = at + 1
        at = following
    yield strip_span(text, Span(start, block.end))


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
    return style == "numbered" and bool(re.match(_NUMBERED, paragraph)) and paragraph[-1] not in ".!?…:;,"


def source_diagnostic(code: str, message: str, source: Source, mend: str) -> Diagnostic:
    """What is wrong with a source, at its place in the file that describes it."""
    return Diagnostic(code, Severity.ERROR, message, source.location, mend)
