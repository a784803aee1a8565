"""An article: its blocks, its sentences, and where each of them stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from factcheck.model import Location, Span
from factcheck.prose.blocks import Block, plain_blocks
from factcheck.prose.directives import Directive, find_directives
from factcheck.text import LineIndex, sentences

MARKDOWN = (".md", ".markdown")
"""Endings of files that are read as Markdown."""
_FRONT_MATTER = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n[\s\S]*?(?<=\n)\1[ \t]*(?:\r?\n|\Z)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block."""

    block: Block
    span: Span
    """In the block's text."""

    @property
    def text(self) -> str:
        """The sentence, without markup and on one line."""
        return self.span.of(self.block.text)

    @property
    def raw(self) -> Span:
        """Its place in the file."""
        return self.block.raw(self.span)

    @property
    def broken(self) -> bool:
        """True where code was left out inside it."""
        return any(self.span.start < hole <= self.span.end for hole in self.block.holes)


class Article:
    """A text that was read as prose. `path` names it in places."""

    def __init__(
        self, path: str, text: str, blocks: list[Block], directives: list[Directive], *, markdown: bool
    ) -> None:
        self.path = path
        self.text = text
        """As the file holds it."""
        self.markdown = markdown
        self.blocks = tuple(blocks)
        self.directives = tuple(directives)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order."""
        return tuple(Sentence(block, span) for block in self.blocks for span in sentences(block.text))

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.text)

    def location(self, offset: int) -> Location:
        """The place of an offset of the file."""
        return Location(self.path, *self._lines.place(offset))

    def offset(self, place: Location) -> int:
        """The inverse of `location`."""
        return self._lines.offset(place.line, place.column)

    def line(self, offset: int) -> tuple[str, int]:
        """The line that holds an offset, without its end, and the offset at which it begins."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return self.text[start : len(self.text) if end < 0 else end].rstrip("\r"), start


def read_article(text: str, path: str, *, markdown: bool | None = None) -> Article:
    """`text` as prose: Markdown, or plain text in paragraphs; by the ending of `path` if not told."""
    if markdown is None:
        markdown = Path(path).suffix.lower() in MARKDOWN
    directives = find_directives(text)
    hidden = list(_hidden(text, directives, markdown))
    if markdown:
        from factcheck.prose.markdown import markdown_blocks

        return Article(path, text, markdown_blocks(text, hidden), directives, markdown=True)
    return Article(path, text, plain_blocks(text, hidden), directives, markdown=False)


def _hidden(text: str, directives: list[Directive], markdown: bool) -> Iterator[Span]:
    """What is no part of the article: front matter, a byte order mark, comments for the checker."""
    front = _FRONT_MATTER.match(text) if markdown else None
    end = front.end() if front else int(text.startswith("\ufeff"))
    if end:
        yield Span(0, end)
    yield from (directive.span for directive in directives if directive.span.start >= end)
