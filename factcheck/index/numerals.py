"""Numbers in normal form, for finding only: "134,000", "134 thousand" and "134000" become one term.

What a number means for a verdict (units, "about", "over") is read elsewhere; here it is a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_LARGE = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
"""These scale a figure before them, and are words elsewhere."""
_SCALES = _LARGE | _SHORT
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
CONTINUING = frozenset((*_SMALL, *_SCALES, *_ORDINAL_ENDINGS))
"""Words that may go on with the number before them."""
_THOUSANDS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_LONGEST = 30
"""Digits of a figure that are read."""
_LARGEST = 1e15
"""From here on nothing is multiplied any more."""


def number_at(words: Sequence[str], place: int) -> tuple[str, int] | None:
    """The number that begins with `words[place]` as a term, and the place after it; else None.

    `words` are case-folded, without "and".
    """
    word = words[place]
    if word[0].isdecimal():
        value, end = _figure(word), place + 1
    elif word in _SMALL:
        value, end = _spelled(words, place)
    elif word in _LARGE and word != "dozen":
        value, end = 1.0, place
    else:
        return None
    while end < len(words) and words[end] in _SCALES and value < _LARGEST:
        value *= _SCALES[words[end]]
        end += 1
        if value >= 1000 or end >= len(words):
            continue
        if words[end] in _SMALL and not word[0].isdecimal():  # two hundred five
            rest, end = _spelled(words, end)
            value += rest
    if end < len(words) and word[0].isdecimal() and words[end] in _ORDINAL_ENDINGS and end == place + 1:
        end += 1
    return (str(int(value)) if value == int(value) else repr(value)), end


def _spelled(words: Sequence[str], place: int) -> tuple[float, int]:
    """A number below a hundred: "forty", "two", "twelve" after "forty"."""
    value = _SMALL[words[place]]
    place += 1
    if value >= 20 and place < len(words) and 0 < _SMALL.get(words[place], 0) < 10:
        return float(value + _SMALL[words[place]]), place + 1
    return float(value), place


def _figure(word: str) -> float:
    if word.count(".") > 1 or ("," in word and not re.fullmatch(_THOUSANDS, word)):
        word = word.replace(",", "").replace(".", "")
    return float(word.replace(",", "")[:_LONGEST])
