"""Quotations in a text: what stands between quotation marks and is somebody's words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import Span

FEWEST = 3
"""Words of a quotation; one or two in quotation marks are a term, or are not meant."""
_PAIRS = {"“": "”", "„": "“”", "«": "»", "‟": "”"}
_WORD = re.compile(r"[^\W_]+(?:['’ʼ\-‐‑][^\W_]+)*")
_SMALL = 4
"""Letters from which on every word of a title is capitalised."""
_OPENING = frozenset("“„«‟\"‘'")
_ENDS = ".,!?…"
_LONGEST = 20_000
"""Characters after which an opening mark is given up."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks."""

    inner: Span
    outer: Span
    """With the marks. It ends with `inner` where a quotation goes on in the next paragraph."""
    mark: str
    """The opening mark."""


def quoted(text: str) -> list[Quoted]:
    """The stretches between quotation marks, in order, none inside another."""
    marks = _Marks(text)
    found = []
    at = 0
    while at < len(text):
        stretch = marks.opened(at) if text[at] in _OPENING else None
        if stretch is None:
            at += 1
        else:
            found.append(stretch)
            at = stretch.outer.end
    return found


def is_words_of_somebody(words: str) -> bool:
    """False for a term, for a title and for what holds no words."""
    found = _WORD.findall(words)
    if len(found) < FEWEST:
        return False
    long = [word for word in found if len(word) >= _SMALL]
    is_title = len(long) > 0 and all(word[0].isupper() or word[0].isdigit() for word in long)
    return not is_title or len(found) > 12


class _Marks:
    """The quotation marks of a text, each looked at once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pairs: dict[str, dict[int, int]] = {}
        self._ends: dict[tuple[str, bool], list[int]] = {}

    def opened(self, at: int) -> Quoted | None:
        """The stretch that the mark at `at` opens; None if it opens none."""
        text, mark = self._text, self._text[at]
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if mark in "\"‘'" and (before.isalnum() or after.isspace() or before in ".,!?"):
            return None
        end = self._end(at, mark)
        if 0 <= end - at <= _LONGEST:
            return Quoted(Span(at + 1, end), Span(at, end + 1), mark)
        # A quotation of several paragraphs is opened in each and closed in the last.
        if mark in '“"' and at == 0 and len(text) <= _LONGEST:
            return Quoted(Span(1, len(text)), Span(0, len(text)), mark)
        return None

    def _end(self, at: int, mark: str) -> int:
        """Where the mark at `at` is closed; -1 where it is not."""
        if mark in _PAIRS:
            if mark not in self._pairs:
                self._pairs[mark] = _paired(self._text, mark)
            return self._pairs[mark].get(at, -1)
        if mark == '"':
            return self._next(at, mark, stopped=False)
        # Single marks look like apostrophes, as in "the boys' toys": one after a stop is surely none.
        closing = "’" if mark == "‘" else "'"
        end = self._next(at, closing, stopped=True)
        return self._next(at, closing, stopped=False) if end < 0 and mark == "‘" else end

    def _next(self, at: int, mark: str, *, stopped: bool) -> int:
        """The first place after `at` where a mark of one form for both ends may close; `stopped`: after a stop."""
        key = (mark, stopped)
        if key not in self._ends:
            self._ends[key] = list(_closing(self._text, mark, stopped))
        places = self._ends[key]
        number = bisect_right(places, at)
        return places[number] if number < len(places) else -1


def _paired(text: str, mark: str) -> dict[int, int]:
    """For each opening mark of a kind the place of its closing one."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for place, char in enumerate(text):
        if char == mark:
            opened.append(place)
        elif char in _PAIRS[mark] and opened:
            found[opened.pop()] = place
    return found


def _closing(text: str, mark: str, stopped: bool) -> Iterator[int]:
    place = text.find(mark, 1)
    while place > 0:
        before = text[place - 1]
        after = text[place + 1] if place + 1 < len(text) else " "
        if not after.isalnum() and (before in _ENDS if stopped else not before.isspace()):
            yield place
        place = text.find(mark, place + 1)
