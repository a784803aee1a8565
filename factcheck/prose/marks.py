"""Quotations in a text: what stands between quotation marks and is somebody's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import Span

FEWEST = 3
"""Words of a quotation; one or two in quotation marks are a term, or are not meant."""
_PAIRS = {"“": "”", "„": "“”", "«": "»", "‟": "”"}
_WORD = re.compile(r"[^\W_]+(?:['’ʼ\-‐‑][^\W_]+)*")
_SMALL = 4
"""Letters from which on every word of a title is capitalised."""
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
    found = []
    at = 0
    while at < len(text):
        stretch = _opened(text, at) if text[at] in "“„«‟\"‘'" else None
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


def _opened(text: str, at: int) -> Quoted | None:
    """The stretch that the mark at `at` opens; None if it opens none."""
    mark = text[at]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark in "\"‘'" and (before.isalnum() or after.isspace() or before in ".,!?"):
        return None
    if mark in _PAIRS:
        end = _paired(text, at)
    elif mark == '"':
        end = next(_closing(text, at, '"'), -1)
    else:
        end = _single(text, at)
    if end >= 0:
        return Quoted(Span(at + 1, end), Span(at, end + 1), mark)
    # A quotation of several paragraphs is opened in each and closed in the last.
    if mark in '“"' and at == 0:
        return Quoted(Span(1, len(text)), Span(0, len(text)), mark)
    return None


def _paired(text: str, at: int) -> int:
    depth = 0
    for place in range(at, min(len(text), at + _LONGEST)):
        if text[place] == text[at]:
            depth += 1
        elif text[place] in _PAIRS[text[at]]:
            depth -= 1
            if depth == 0:
                return place
    return -1


def _closing(text: str, at: int, mark: str) -> Iterator[int]:
    """The places after `at` where a mark of one form for both ends may close."""
    place = text.find(mark, at + 1, at + _LONGEST)
    while place >= 0:
        after = text[place + 1] if place + 1 < len(text) else " "
        if not text[place - 1].isspace() and not after.isalnum():
            yield place
        place = text.find(mark, place + 1, at + _LONGEST)


def _single(text: str, at: int) -> int:
    """The end of a quotation in single marks, which apostrophes look like."""
    mark = "’" if text[at] == "‘" else "'"
    for place in _closing(text, at, mark):
        if text[place - 1] in _ENDS:
            return place
    # "the boys' toys": without a stop before it, only a curly mark can be told from an apostrophe.
    return next(_closing(text, at, mark), -1) if mark == "’" else -1
