"""A text searched as a browser searches a page for a text directive."""

from __future__ import annotations

import re
import unicodedata
from array import array
from typing import NamedTuple
from urllib.parse import quote

from factcheck.fragments.boundaries import is_boundary
from factcheck.model import Span

NO_BREAKS, PARAGRAPHS, LINES = 0, 2, 1
"""How many line feeds in a run of white space end a block: none does; a blank line; a line's end."""

_RUN = re.compile(r"\s+|\S+")
# What decomposition leaves alone, though it differs from its base letter by no more than an accent does.
_BASE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})
_QUOTES = str.maketrans(dict.fromkeys("’‘‛′׳", "'") | dict.fromkeys("“”„‟״", '"'))


class Directive(NamedTuple):
    """The terms of a text directive, decoded."""

    start: str
    end: str | None = None
    prefix: str | None = None
    suffix: str | None = None

    @property
    def encoded(self) -> str:
        """As it stands after `text=`: all but letters, digits, `_`, `.` and `~` percent-encoded, as UTF-8."""
        parts = [f"{_term(self.prefix)}-"] if self.prefix else []
        parts += [_term(self.start)] + ([_term(self.end)] if self.end else [])
        parts += [f"-{_term(self.suffix)}"] if self.suffix else []
        return ",".join(parts)


def _term(text: str) -> str:
    return quote(text, safe="", errors="replace").replace("-", "%2D")


class Page:
    """A text as a browser searches it. `breaks` says where its blocks end."""

    def __init__(self, text: str, breaks: int = PARAGRAPHS) -> None:
        self._text = text
        self._folded, self._starts = _fold(text, breaks)

    def find(self, directive: Directive) -> Span | None:
        """The stretch of the text that the directive leads to, in code points; None where it leads nowhere."""
        terms = [_fold(term, NO_BREAKS)[0] if term else None for term in directive]
        if "" in terms:
            return None  # a term of nothing that can be searched for
        start, end, prefix, suffix = (term or "" for term in terms)
        if not start:
            return None
        search = 0
        while (match := self._first(start, prefix, search, bool(end) or not suffix)) is not None:
            begin, reach, search = match
            if end:
                return self._to(begin, reach, end, suffix)
            if not suffix or self._here(suffix, self._skip(reach), True):
                return self._span(begin, reach)
        return None

    def _first(self, start: str, prefix: str, search: int, bounded: bool) -> tuple[int, int, int] | None:
        """The first match of `start` (behind `prefix`) from `search` on, and where to search after it."""
        if not prefix:
            found = self._next(start, search, bounded)
            return None if found < 0 else (found, found + len(start), found + 1)
        while (found := self._next(prefix, search, False)) >= 0:
            search = found + 1
            at = self._skip(found + len(prefix))
            if self._here(start, at, bounded):
                return at, at + len(start), search
        return None

    def _to(self, begin: int, reach: int, end: str, suffix: str) -> Span | None:
        """From a match of the start to the first match of the end that the suffix follows."""
        while (found := self._next(end, reach, not suffix)) >= 0:
            reach = found + len(end)
            if not suffix or self._here(suffix, self._skip(reach), True):
                return self._span(begin, reach)
        return None

    def _next(self, term: str, search: int, end_bounded: bool) -> int:
        """Where `term` stands first from `search` on, from a word boundary on; -1 where it does not."""
        found = self._folded.find(term, search)
        while found >= 0 and not (
            self._is_boundary(found) and self._fits(found, found + len(term), end_bounded)
        ):
            found = self._folded.find(term, found + 1)
        return found

    def _here(self, term: str, at: int, end_bounded: bool) -> bool:
        return self._folded.startswith(term, at) and self._fits(at, at + len(term), end_bounded)

    def _fits(self, begin: int, reach: int, end_bounded: bool) -> bool:
        """Whether a match divides no character that folds to several, and ends at a boundary if it has to."""
        whole = self._is_whole(begin) and self._is_whole(reach)
        return whole and (not end_bounded or is_boundary(self._text, self._span(begin, reach).end))

    def _is_whole(self, at: int) -> bool:
        return not 0 < at < len(self._starts) or self._starts[at] != self._starts[at - 1]

    def _is_boundary(self, at: int) -> bool:
        return is_boundary(self._text, self._starts[at])

    def _skip(self, at: int) -> int:
        while at < len(self._folded) and self._folded[at] in " \n":
            at += 1
        return at

    def _span(self, begin: int, reach: int) -> Span:
        end = self._starts[reach - 1] + 1
        while end < len(self._text) and unicodedata.category(self._text[end])[0] == "M":
            end += 1
        return Span(self._starts[begin], end)


def _fold(text: str, breaks: int) -> tuple[str, array[int]]:
    """The text by its base letters, and for each folded character where its own stands.

    A run of white space becomes a space, or a line feed where it ends a block.
    """
    pieces: list[str] = []
    starts = array("I")
    for run in _RUN.finditer(text):
        part, begin = run.group(), run.start()
        if part.isspace():
            pieces.append("\n" if breaks and part.count("\n") >= breaks else " ")
            starts.append(begin)
        elif part.isascii():
            pieces.append(part.lower())
            starts.extend(range(begin, run.end()))
        else:
            for place, char in enumerate(part, begin):
                folded = _base(char)
                pieces.append(folded)
                starts.extend([place] * len(folded))
    return "".join(pieces), starts


def _base(char: str) -> str:
    """A character at the primary level of the Unicode Collation Algorithm, by its decomposition."""
    if char.isascii():
        return char.lower()
    plain = unicodedata.normalize("NFKD", char.translate(_QUOTES).casefold())
    kept = (part for part in plain if unicodedata.category(part) not in ("Mn", "Me", "Cf"))
    return "".join(kept).casefold().translate(_BASE)
