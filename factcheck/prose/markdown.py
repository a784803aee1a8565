"""The prose of a Markdown file: paragraphs, list items and block quotations, as markdown-it reads them.

Code, tables, headings, HTML, images, footnote marks and the targets of links are left out. Markdown-it
gives the lines of a block but no places within it; its inline rules are wrapped to note where each
was applied.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum

from markdown_it import MarkdownIt, rules_inline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from factcheck.model import Span
from factcheck.prose.blocks import Block, Piece, block_of

_NEWLINE = re.compile(r"\r\n?|\n")
_CHAR = re.compile(r"[^\r\n]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]")
_HIDING = ("image", "autolink", "html_inline")
_DELIMITING = ("emphasis", "strikethrough")
_RULES = ("text", "newline", "escape", "backticks", "link", "entity", *_HIDING, *_DELIMITING)


_Rule = Callable[[StateInline, bool], bool]


class _As(Enum):
    """What becomes of a character of a block."""

    OPEN = 0
    """Not decided: what no rule takes stands for itself, but for the marks of a link."""
    TEXT = 1
    HIDDEN = 2
    SPACE = 3
    CODE = 4


class _Recorder:
    """Notes, for one block at a time, what becomes of each of its characters."""

    def __init__(self) -> None:
        self.fate: list[_As] = []
        self.instead: dict[int, tuple[str, int]] = {}
        """Of an entity: what it stands for, and where it ends."""
        self.delimiters: list[tuple[Token, int, int]] = []
        """Tokens that are markup or text, which is known at the end, and their places."""
        self.muted = 0

    def begin(self, length: int) -> None:
        """Make ready for a block of so many characters."""
        self.fate = [_As.OPEN] * length
        self.instead.clear()
        self.delimiters.clear()

    def paint(self, start: int, end: int, fate: _As) -> None:
        """Give characters that nothing else was decided of a fate."""
        for at in range(start, end):
            if self.fate[at] is _As.OPEN:
                self.fate[at] = fate

    def note(self, rule: str, state: StateInline, start: int, before: int) -> None:
        """Note what a rule has read: from `start` to the state's place, with tokens from `before` on."""
        end, src = state.pos, state.src
        if rule == "text":
            self.paint(start, end, _As.TEXT)
        elif rule == "newline" or (rule == "escape" and src[start + 1] == "\n"):
            self.paint(start, start + 1, _As.SPACE)
            self.paint(start + 1, end, _As.HIDDEN)
        elif rule == "escape":
            token = state.tokens[-1]
            self.paint(start, start + 1, _As.HIDDEN if token.content != token.markup else _As.TEXT)
            self.paint(start + 1, end, _As.TEXT)
        elif rule == "entity":
            self.instead[start] = (state.tokens[-1].content, end)
            self.paint(start, start + 1, _As.TEXT)
            self.paint(start + 1, end, _As.HIDDEN)
        elif rule == "backticks":
            code = len(state.tokens) > before and state.tokens[-1].type == "code_inline"
            self.paint(start, end, _As.CODE if code else _As.TEXT)
        elif rule in _DELIMITING:
            # From the end: a token of the text before the mark may have been pushed first.
            for token in reversed(state.tokens[before:]):
                if end > start:
                    self.delimiters.append((token, end - len(token.content), end))
                    end -= len(token.content)
        else:
            if rule == "html_inline" and src[start : start + 3].lower() == "<br":
                self.paint(start, start + 1, _As.SPACE)
            self.paint(start, end, _As.HIDDEN)

    def finish(self, content: str) -> None:
        """Decide what could be told only at the end."""
        struck: int | None = None
        for token, start, end in sorted(self.delimiters, key=lambda item: item[1]):
            is_text = token.type == "text" and token.content != ""
            for at in range(start, end):
                self.fate[at] = _As.TEXT if is_text else _As.HIDDEN
            if token.type == "s_open":
                struck = end
            elif token.type == "s_close" and struck is not None:
                self.fate[struck:start] = [_As.HIDDEN] * (start - struck)
        for match in _FOOTNOTE.finditer(content):
            self.fate[match.start() : match.end()] = [_As.HIDDEN] * len(match.group())


def markdown_blocks(text: str, hidden: Sequence[Span]) -> list[Block]:
    """The prose of a Markdown text, block by block; `hidden` are stretches to pass over, in order."""
    prepared = _prepared(text, hidden)
    recorder = _Recorder()
    parser = _parser(recorder)
    env: dict[str, object] = {}
    tokens = parser.parse(prepared, env)
    lines = _lines(prepared)
    skipped = {at for span in hidden for at in range(span.start, span.end)}
    blocks = []
    for before, token in itertools.pairwise(tokens):
        if token.type != "inline" or before.type != "paragraph_open" or not token.map:
            continue
        offsets = _offsets(token.content, prepared, lines, token.map[0])
        if offsets is None:
            continue
        recorder.begin(len(token.content))
        parser.inline.parse(token.content, parser, env, [])
        recorder.finish(token.content)
        block = block_of(_pieces(token.content, offsets, recorder, skipped))
        if block is not None:
            blocks.append(block)
    return blocks


def _parser(recorder: _Recorder) -> MarkdownIt:
    """CommonMark with tables and struck-out text, its inline rules noting their places."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.disable(["inline", "fragments_join", "text_join"], ignoreInvalid=True)
    given: dict[str, _Rule] = {
        "backticks": rules_inline.backtick,
        "emphasis": rules_inline.emphasis.tokenize,
        "strikethrough": rules_inline.strikethrough.tokenize,
    }
    for name in _RULES:
        rule = given.get(name) or getattr(rules_inline, name)
        parser.inline.ruler.at(name, _noting(name, rule, recorder))
    return parser


def _noting(name: str, rule: _Rule, recorder: _Recorder) -> _Rule:
    def noting(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        recorder.muted += name == "image"
        try:
            done = rule(state, silent)
        finally:
            recorder.muted -= name == "image"
        if done and not silent and not recorder.muted:
            recorder.note(name, state, start, before)
        return done

    return noting


def _prepared(text: str, hidden: Sequence[Span]) -> str:
    """The text with the stretches to pass over as characters that mean nothing in Markdown."""
    parts, at = [], 0
    for span in hidden:
        parts.append(text[at : span.start])
        # At the very beginning stands front matter, which is to leave empty lines behind.
        parts.append(_CHAR.sub("\ufdd0" if span.start else " ", span.of(text)))
        at = span.end
    return ("".join(parts) + text[at:]).replace("\0", "\ufffd")


def _lines(text: str) -> list[tuple[int, int]]:
    """Where each line begins and ends, as Markdown divides them."""
    lines, start = [], 0
    for match in _NEWLINE.finditer(text):
        lines.append((start, match.start()))
        start = match.end()
    return [*lines, (start, len(text))]


def _offsets(content: str, text: str, lines: list[tuple[int, int]], first: int) -> list[int] | None:
    """For each character of a block's content its offset in the text; None where the two do not fit."""
    offsets: list[int] = []
    for number, line in enumerate(content.split("\n"), first):
        if number >= len(lines):
            return None
        start, end = lines[number]
        core = line.strip()
        at = text.rfind(core, start, end) if core else end
        if at < 0:
            return None
        lead = len(line) - len(line.lstrip()) if core else 0
        offsets.extend(max(start, at - lead + index) for index in range(len(line)))
        offsets.append(end)
    return offsets[:-1]


def _pieces(content: str, offsets: list[int], recorder: _Recorder, skipped: set[int]) -> Iterator[Piece]:
    in_code = False
    for at, char in enumerate(content):
        fate, place = recorder.fate[at], offsets[at]
        if fate is _As.CODE and not in_code:
            yield Piece("", place, place, hole=True)
        in_code = fate is _As.CODE
        if fate in (_As.HIDDEN, _As.CODE) or place in skipped:
            continue
        if at in recorder.instead:
            shown, end = recorder.instead[at]
            yield Piece(shown, place, offsets[end - 1] + 1)
        else:
            yield Piece(" " if fate is _As.SPACE or char == "\n" else char, place, place + 1)
