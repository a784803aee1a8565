"""Stretches of an article that are read as prose, each with a map to the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Span
from factcheck.text import paragraphs


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a list's item, without its markup; a line's end inside it is a space."""

    text: str
    starts: tuple[int, ...]
    """For each character of `text`, the offset in the file at which it begins."""
    ends: tuple[int, ...]
    """And the one right after it: an entity such as `&amp;` is one character here and five there."""
    holes: tuple[int, ...] = ()
    """Offsets in `text` where code was left out."""

    def raw(self, span: Span) -> Span:
        """The stretch of the file that a stretch of `text` was read from. Raises `IndexError` for an empty one."""
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def seamless(self, span: Span) -> bool:
        """True where the file has nothing between the characters of `span`: no markup, no line's prefix."""
        return all(self.ends[at] == self.starts[at + 1] for at in range(span.start, span.end - 1))


@dataclass(frozen=True, slots=True)
class Piece:
    """A character, or what stands for one, and its place in the file; `hole` marks code left out."""

    char: str
    start: int
    end: int
    hole: bool = False


def block_of(pieces: Iterable[Piece]) -> Block | None:
    """A block of characters in order, runs of spaces as one; None where there is nothing but white space."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    holes: list[int] = []
    for piece in pieces:
        if piece.hole:
            holes.append(len(chars))
        if piece.char == " " and (not chars or chars[-1] == " "):
            if chars and ends[-1] == piece.start:
                ends[-1] = piece.end
            continue
        for char in piece.char:
            chars.append(char)
            starts.append(piece.start)
            ends.append(piece.end)
    text = "".join(chars)
    return Block(text, tuple(starts), tuple(ends), tuple(holes)) if text.strip() else None


_LINE_END = re.compile(r"\r?\n[ \t]*")


def plain_blocks(text: str, hidden: Sequence[Span] = ()) -> list[Block]:
    """The paragraphs of plain text; `hidden` are stretches to pass over."""
    skipped = {at for span in hidden for at in range(span.start, span.end)}
    found = (block_of(_plain_pieces(text, span, skipped)) for span in paragraphs(text))
    return [block for block in found if block is not None]


def _plain_pieces(text: str, span: Span, skipped: set[int]) -> Iterator[Piece]:
    at = span.start
    while at < span.end:
        if text[at] in "\r\n" and (match := _LINE_END.match(text, at, span.end)):
            yield Piece(" ", at, match.end())
            at = match.end()
            continue
        if at not in skipped:
            yield Piece(text[at], at, at + 1)
        at += 1
