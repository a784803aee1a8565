"""Lines for a terminal: style, width and wrapping that leaves the text itself alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from factcheck.model import Label, Severity, Span
from factcheck.records import NamedTuple
from factcheck.text import visible

PLAIN, BOLD, DIM, RED, GREEN, YELLOW, GREY, CYAN = "", "1", "2", "31", "32", "33", "90", "36"
LABEL_COLORS = {
    Label.SUPPORTED: GREEN,
    Label.REFUTED: RED,
    Label.CONFLICTING: YELLOW,
    Label.NOT_ENOUGH_INFO: GREY,
}
SEVERITY_COLORS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.NOTE: CYAN}

Piece = tuple[str, str]
"""Text that is fit to print, and the SGR code that it is printed with."""


class Style(NamedTuple):
    """How text is laid out: columns, whether with colour, and how much of it.

    verbosity: 0 as usual, negative for less, positive for more.
    """

    width: int = 80
    color: bool = False
    verbosity: int = 0

    def paint(self, text: str, *codes: str) -> str:
        """`text` with SGR codes around it, where there is colour."""
        codes = tuple(filter(None, codes))
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self.color and codes and text else text


def cells(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_char_cells(char) for char in text)


def _char_cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def printable(text: str) -> str:
    """`text` with everything but its line feeds made visible."""
    return "\n".join(visible(line) for line in text.split("\n"))


def marked(text: str, spans: Iterable[Span], code: str = BOLD) -> list[Piece]:
    """Raw `text` as pieces fit to print, those within `spans` with `code`."""
    pieces: list[Piece] = []
    reach = 0
    for span in sorted(spans):
        start, end = max(span.start, reach), min(span.end, len(text))
        if start >= end:
            continue
        pieces.append((printable(text[reach:start]), PLAIN))
        pieces.append((printable(text[start:end]), code))
        reach = end
    pieces.append((printable(text[reach:]), PLAIN))
    return pieces


def wrap(pieces: Iterable[Piece], style: Style, first: str = "", rest: str | None = None) -> str:
    """Pieces set in lines of the style's width: some spaces become line breaks, nothing else changes.

    `first` stands before the first line, `rest` (`first` if not given) before the others. A word
    that is longer than a line is not broken.
    """
    rest = first if rest is None else rest
    lines = [
        line
        for paragraph in _split(pieces, "\n")
        for line in _fill(_split(paragraph, " "), style.width - cells(rest))
    ]
    return "\n".join(
        ((first if number == 0 else rest) + _painted(line, style)).rstrip(" ")
        if not line
        else (first if number == 0 else rest) + _painted(line, style)
        for number, line in enumerate(lines)
    )


def _split(pieces: Iterable[Piece], at: str) -> list[list[Piece]]:
    """The pieces between the places of `at`, none of them empty."""
    parts: list[list[Piece]] = [[]]
    for text, code in pieces:
        first, *rest = text.split(at)
        if first:
            parts[-1].append((first, code))
        parts += [[(part, code)] if part else [] for part in rest]
    return parts


def _fill(words: list[list[Piece]], width: int) -> Iterator[list[Piece]]:
    line: list[Piece] = list(words[0])
    used = _width(line)
    for word in words[1:]:
        length = _width(word)
        if used + 1 + length > width:
            yield line
            line, used = list(word), length
        else:
            joined = line[-1][1] if line and word and line[-1][1] == word[0][1] else PLAIN
            line = [*line, (" ", joined), *word]
            used += 1 + length
    yield line


def _width(pieces: list[Piece]) -> int:
    return sum([cells(text) for text, _ in pieces])


def _painted(pieces: list[Piece], style: Style) -> str:
    runs = groupby(pieces, key=lambda piece: piece[1])
    return "".join([style.paint("".join([text for text, _ in run]), code) for code, run in runs])


def shorten(text: str, width: int) -> str:
    """`text` fit to print on one line of at most `width` columns, cut with "…" where it is longer."""
    shown = visible(" ".join(text.split()) if text.isprintable() else text)
    if cells(shown) <= width:
        return shown
    kept, used = [], 1
    for char in shown:
        used += _char_cells(char)
        if used > width:
            break
        kept.append(char)
    return "".join(kept).rstrip() + "…"


def plural(count: int, noun: str) -> str:
    """ "1 claim", "2 claims"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def percent(confidence: float) -> str:
    """A probability as a percentage; only certainty is 100% and only impossibility 0%."""
    rounded = round(confidence * 100)
    if 0 < confidence < 1:
        rounded = min(99, max(1, rounded))
    return f"{rounded}%"
