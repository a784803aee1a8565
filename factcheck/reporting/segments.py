"""A document cut at every place where a quote, a sentence or a paragraph begins or ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.model import Document, Span, Stance
from factcheck.reporting.values import Block, Segment
from factcheck.text import LineIndex, paragraphs, strip_span


class QuotedSpan(NamedTuple):
    """A quote's place in the document that is cut, its place in the report, its claim's, and its stance."""

    span: Span
    quote: int
    claim: int
    stance: Stance


class Cut(NamedTuple):
    """The blocks of a document, and where in its text each of its segments begins."""

    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    """Of the segments, in order: the first one's number is `first`."""
    first: int


def cut(
    document: Document, quoted: Sequence[QuotedSpan], sentences: Sequence[Span], offset: int, first: int
) -> Cut:
    """Cut a document. `sentences` are in order, the first one's number in the report is `offset`.

    Segments are numbered from `first` on.
    """
    lanes = _lanes(quoted)
    spans = list(_paragraphs(document))
    pieces = iter(_pieces(document.text, quoted, [*sentences, *spans], sentences))
    lines = LineIndex(document.text)
    blocks: list[Block] = []
    starts: list[int] = []
    speaker: str | None = None
    piece = next(pieces, None)
    for span in spans:
        segments = []
        while piece is not None and piece.span.start < span.end:
            if piece.span.start >= span.start:
                starts.append(piece.span.start)
                number = first + len(starts) - 1
                segments.append(_segment(document, piece, number, offset, lanes))
            piece = next(pieces, None)
        turn = document.turn_at(span.start)
        opens = turn.kind != "heading" and turn.speaker != speaker
        if turn.kind != "heading":
            speaker = turn.speaker
        line, _ = lines.place(span.start)
        blocks.append(Block(turn.kind, turn.speaker, opens, line, tuple(segments)))
    return Cut(tuple(blocks), tuple(starts), first)


class _Piece(NamedTuple):
    span: Span
    covering: tuple[QuotedSpan, ...]
    ended: tuple[QuotedSpan, ...]
    sentence: int | None


def _segment(
    document: Document, piece: _Piece, number: int, offset: int, lanes: dict[Span, int]
) -> Segment:
    passages: dict[Span, Stance] = {}
    for found in piece.covering:
        if passages.get(found.span) is not Stance.SUPPORTS:
            passages[found.span] = found.stance
    return Segment(
        number=number,
        text=piece.span.of(document.text),
        quotes=tuple(found.quote for found in piece.covering),
        ended=tuple(sorted({found.claim for found in piece.ended})),
        sentence=None if piece.sentence is None else offset + piece.sentence,
        lanes=tuple(sorted((lanes[span], stance) for span, stance in passages.items())),
    )


def _paragraphs(document: Document) -> Iterator[Span]:
    """The paragraphs, divided where a turn begins inside one."""
    inner = sorted({turn.span.start for turn in document.turns})
    at = 0
    for paragraph in paragraphs(document.text):
        start = paragraph.start
        while at < len(inner) and inner[at] < paragraph.end:
            if inner[at] > start:
                yield strip_span(document.text, Span(start, inner[at]))
                start = inner[at]
            at += 1
        rest = strip_span(document.text, Span(start, paragraph.end))
        if len(rest):
            yield rest


def _pieces(
    text: str, quoted: Sequence[QuotedSpan], whole: Sequence[Span], sentences: Sequence[Span]
) -> Iterator[_Piece]:
    """The stretches between the ends of quotes and of `whole` spans, each with what covers it."""
    begins: dict[int, list[QuotedSpan]] = {}
    ends: dict[int, list[QuotedSpan]] = {}
    for found in quoted:
        begins.setdefault(found.span.start, []).append(found)
        ends.setdefault(found.span.end, []).append(found)
    cuts = {edge for found in quoted for edge in (found.span.start, found.span.end)}
    cuts |= {edge for span in whole for edge in (span.start, span.end)}
    cuts |= {0, len(text)}
    active: dict[int, QuotedSpan] = {}
    sentence = 0
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        for found in ends.get(start, ()):
            active.pop(found.quote, None)
        for found in begins.get(start, ()):
            active[found.quote] = found
        while sentence < len(sentences) and sentences[sentence].end <= start:
            sentence += 1
        within = sentence < len(sentences) and sentences[sentence].start <= start
        yield _Piece(
            Span(start, end),
            tuple(active.values()),
            tuple(ends.get(end, ())),
            sentence if within else None,
        )


def _lanes(quoted: Sequence[QuotedSpan]) -> dict[Span, int]:
    """A lane for each passage, from 1, the lowest that no passage which overlaps it has."""
    lanes: dict[Span, int] = {}
    free_from: list[int] = []
    for span in sorted({found.span for found in quoted}, key=lambda span: (span.start, -span.end)):
        lane = next((n for n, end in enumerate(free_from) if end <= span.start), len(free_from))
        free_from[lane : lane + 1] = [span.end]
        lanes[span] = lane + 1
    return lanes
