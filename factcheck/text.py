"""Text and its places: folding that keeps a map back, sentences, tokens, lines and columns.

Standard library only. Nothing here changes what is shown: folding exists to find.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable

from factcheck.model import Span
from factcheck.records import NamedTuple

APOSTROPHES = "'’‘ʼ′`"
QUOTES = '"“”„‟«»″'
DASHES = "‐‑‒–—―−"
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*"  # 134,000 · 1.2 · 2022
    r"|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"  # words; don't, Ukraine’s
    r"|[%$€£¥₴°]"
)


class Token(NamedTuple):
    """A word, a figure or a currency or percent sign, and its place in the raw text."""

    text: str
    """Case-folded, apostrophes straightened; its length may differ from that of its span."""
    span: Span
    raw: str
    """As written."""


def tokenize(text: str) -> tuple[Token, ...]:
    """Split `text` into tokens, in order. Hyphenated words become several tokens."""
    found = [(match.group(), match.span()) for match in _TOKEN.finditer(text)]
    fold = str.lower if text.isascii() else fold_word
    return tuple([Token(fold(raw), Span(start, end), raw) for raw, (start, end) in found])


def folded_words(text: str) -> list[str]:
    """The texts of the tokens of `text`, in order, where their places do not matter."""
    if text.isascii():
        return _TOKEN.findall(text.lower())
    return [fold_word(word) for word in _TOKEN.findall(text)]


def fold_word(word: str) -> str:
    """Case-fold a word and straighten its apostrophes; compose it (NFC)."""
    if word.isascii():
        return word.lower()
    straight = word.translate(_STRAIGHT)
    return unicodedata.normalize("NFC", straight.casefold())


_STRAIGHT = {ord(mark): "'" for mark in APOSTROPHES}


class LineIndex:
    """Turns offsets into lines and columns, both from 1, columns in code points.

    Lines end at "\\n" (an "\\r" before it belongs to the line).
    """

    def __init__(self, text: str) -> None:
        self._starts = [0]
        position = text.find("\n")
        while position != -1:
            self._starts.append(position + 1)
            position = text.find("\n", position + 1)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column; the inverse of `place`. Raises `IndexError` for a line that is none."""
        return self._starts[line - 1] + column - 1


# A full stop after one of these, or after a single capital, ends no sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev st sr jr vs etc no nos fig vol pp ed gen col lt sgt capt gov sen rep hon "
    "approx ca cf al inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e".split()
)
# Possessive, and from the first mark on only: a megabyte of full stops must not cost its square.
# Like _OPENER, it is compiled when first used.
_END = r"(?<![.!?…])[.!?…]++[\"”’')\]»]*+(?=\s|$)"
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_OPENER = r"[\s\"“‘'(\[«–—-]*"


def paragraphs(text: str) -> list[Span]:
    """The stretches between blank lines, without surrounding white space."""
    spans = []
    start = 0
    for match in [*_PARAGRAPH.finditer(text), None]:
        end = match.start() if match else len(text)
        stripped = strip_span(text, Span(start, end))
        if len(stripped):
            spans.append(stripped)
        start = match.end() if match else end
    return spans


def strip_span(text: str, span: Span) -> Span:
    """`span` without the white space at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, paragraph by paragraph, without surrounding white space.

    A paragraph's end ends a sentence. Abbreviations, initials and decimals do not; neither does a
    stop that a small letter follows.
    """
    spans = []
    for paragraph in paragraphs(text):
        start = paragraph.start
        for match in _ends(text, paragraph):
            if match.end() < paragraph.end and not _ends_sentence(text, match, start, paragraph.end):
                continue
            spans.append(strip_span(text, Span(start, match.end())))
            start = match.end()
        rest = strip_span(text, Span(start, paragraph.end))
        if len(rest):
            spans.append(rest)
    return spans


def _ends(text: str, paragraph: Span) -> Iterable[re.Match[str]]:
    """The marks that may end a sentence of a paragraph. Many statements have none."""
    if not any(mark in text for mark in ".!?…"):
        return ()
    return re.compile(_END).finditer(text, paragraph.start, paragraph.end)


def _ends_sentence(text: str, match: re.Match[str], start: int, stop: int) -> bool:
    follow = re.compile(_OPENER).match(text, match.end(), stop)
    after = follow.end() if follow else match.end()
    if after < stop and text[after].islower():
        return False
    if match.group() != ".":
        return True
    word = re.search(r"[\w.]*$", text[max(start, match.start() - 12) : match.start()])
    last = word.group() if word else ""
    return not (
        last.lower() in _ABBREVIATIONS
        or (len(last) == 1 and last.isupper())
        or re.fullmatch(r"([A-Z]\.)+[A-Z]", last)
    )


def visible(text: str) -> str:
    """`text` with control, formatting and other unprintable characters written out (`\\x1b`, `\\u202e`).

    Line feeds and tabs are escaped too. What is printed from files and from users goes through
    here, so that no terminal escape or direction mark is ever acted on.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in SPACES else _escaped(char) for char in text)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
