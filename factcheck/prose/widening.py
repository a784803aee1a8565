"""The ends of the passage that a changed quotation is nearest to."""

from __future__ import annotations

import re

from rapidfuzz.distance import Indel

from factcheck.anchor import word_diff
from factcheck.model import Span
from factcheck.text import tokenize

_REACH = 5
"""Words beyond the ends of the nearest passage that are looked at."""


def widened(text: str, quote: str, passage: Span) -> Span:
    """The passage of `text` with the words of its sentence that stand where the quote has others at its ends.

    Of "six hundred children" the nearest passage is "hundred children"; what was said is "three hundred
    children".
    """
    start, end = passage.start, passage.end
    changes = word_diff(quote, passage.of(text))
    if not changes:
        return passage
    if changes[0].old_span.start == 0:
        least = 0 if changes[0].new else len(tokenize(changes[0].old))
        start = _best_on(text, quote, passage, -1, least)
    if changes[-1].old_span.end == len(quote):
        least = 0 if changes[-1].new else len(tokenize(changes[-1].old))
        end = _best_on(text, quote, passage, 1, least)
    return Span(start, end)


def _best_on(text: str, quote: str, passage: Span, step: int, least: int) -> int:
    """The end of the passage, or the place some words on at which it has most of the quote's words."""
    own = passage.start if step < 0 else passage.end
    best, most = own, _common_words(quote, passage.of(text))
    for count in range(1, _REACH + 1):
        at = _words_on(text, own, step * count)
        if at == own:
            break
        common = _common_words(quote, text[at : passage.end] if step < 0 else text[passage.start : at])
        if common > most or (common == most and count == least):
            best, most = at, common
    return best


def _common_words(quote: str, passage: str) -> int:
    """How many words two texts have in the same order."""
    mine = [token.text for token in tokenize(quote)]
    theirs = [token.text for token in tokenize(passage)]
    return (len(mine) + len(theirs) - Indel.distance(mine, theirs)) // 2


def _words_on(text: str, at: int, count: int) -> int:
    """The offset so many words on, or back; `at` itself where the sentence ends before that."""
    reach = 60 * abs(count)
    if count > 0:
        on = re.match(r"(?:[^\S\n]+[^\s.!?;:]*[^\s.!?;:,])" + f"{{{count}}}", text[at : at + reach])
        return at + on.end() if on else at
    back = re.search(r"(?:[^\s.!?;:]+[^\S\n]+)" + f"{{{-count}}}$", text[max(0, at - reach) : at])
    return at - len(back.group()) if back else at
