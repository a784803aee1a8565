"""Whether a figure counts something, or is part of a name, a time of day or a reference."""

from __future__ import annotations

from factcheck.language.lexer import FUNCTION_WORDS, Lexed, is_digits, looks_plural
from factcheck.language.number_words import (
    ATTACHED_SCALES,
    SCALES,
    SMALL,
    TENS,
)
from factcheck.language.units import ATTACHED_UNITS, CURRENCY_SIGNS, UNIT_STARTS

_DIGITS = frozenset("0123456789")


_REFERENCE_SIGNS = frozenset("0123456789,;–- ")


# A figure after one of these is the thing's name, not how many there are.
_LABELS = frozenset(
    "no nos № # number article articles section chapter page pages figure fig table paragraph clause "
    "part phase type grade step level version channel route highway flight room group formula area "
    "season episode volume vol issue appendix item resolution pp line stage protocol apartment "
    "versions release releases build port ports status error code".split()
)


def stands_alone(words: Lexed, index: int) -> bool:
    """False for a figure inside a name, a time of day, a reference or a label."""
    text, start, end = words.text, words.starts[index], words.ends[index]
    before, two = text[start - 1 : start], text[max(0, start - 2) : start]
    if before.isalpha() and not _is_currency_code(words, index):
        return False
    if before in ("_", "/", "@", "&") or before == "'":
        return False
    if before == "." and len(two) == 2 and not two[0].isspace():
        return False
    if before in ("-", "‑", "‐", ":") and two[:1].isalnum() and (two[:1].isalpha() or before == ":"):
        return False
    if text[end : end + 1] == ":" and text[end + 1 : end + 2].isdigit():
        return False
    if text[end : end + 1] in ("_", "@"):
        return False
    if words.word(index + 1) in ("am", "pm", "o'clock") or text[end : end + 4].lower() in (" a.m", " p.m"):
        return False
    return not (_is_reference(words, index) or _is_label(words, index) or _is_version(words, index))


def _is_currency_code(words: Lexed, index: int) -> bool:
    code = words.word(index - 1)
    return code in ("usd", "eur", "gbp", "uah", "azn", "us", "rub", "pln", "chf", "jpy", "cny")


def _is_reference(words: Lexed, index: int) -> bool:
    """Whether the figure stands among figures only in square brackets ("[12]", "[3, 14–16]")."""
    text, start, end = words.text, words.starts[index] - 1, words.ends[index]
    first, last = max(0, start - 40), min(len(text), end + 40)
    while start > first and text[start] in _REFERENCE_SIGNS:
        start -= 1
    if start < 0 or text[start] != "[":
        return False
    while end < last and text[end] in _REFERENCE_SIGNS:
        end += 1
    return end < len(text) and text[end] == "]"


def _is_label(words: Lexed, index: int) -> bool:
    """Whether the figure names the thing before it ("Article 5", "Apollo 11", "Billboard 200")."""
    gap = words.gap(index - 1)
    if index == 0 or gap.strip(" .\u00a0"):
        return False
    before, raw = words.words[index - 1], words.raw(index - 1)
    if before in _LABELS:
        counted = before in ("no", "number") and not gap.startswith(".") and words.word(index - 2) == "a"
        return not counted and not _is_measured(words, index)
    if gap.strip() or raw.islower() or raw in _CURRENCY_CODES or not _is_plain(words.words[index]):
        return False
    if before in FUNCTION_WORDS or before in _BEFORE_COUNTS or before.endswith("ly"):
        return False
    if _is_capital(words, index - 1) and is_digits(words.words[index]):
        return False
    counts = len(raw) > 1 and is_digits(words.words[index]) and _counts_plural(words, index)
    return not (_is_measured(words, index) or counts)


def _is_plain(word: str) -> bool:
    """True for a whole number and for one with a point: 11, 6.2."""
    whole, _, part = word.partition(".")
    return is_digits(whole) and (not part or is_digits(part))


def _is_measured(words: Lexed, index: int) -> bool:
    """Whether a scale, a unit or a per cent follows a figure."""
    if not words.close(index):
        return False
    follow = words.word(index + 1)
    return follow in SCALES or follow in ATTACHED_SCALES or follow in UNIT_STARTS or follow in ("per", "times")


_AROUND = 40
"""So many words around it, a figure with a point is taken for a version if another one is."""


def _is_version(words: Lexed, index: int) -> bool:
    """Whether a figure with a point is one of several versions: "6.0 or 6.1", where a name has the first."""
    if not _is_bare_decimal(words, index):
        return False
    near = range(max(0, index - _AROUND), min(len(words.words), index + _AROUND))
    return any(
        _is_bare_decimal(words, at) and _is_label(words, at)
        for at in near
        if at != index
    )


def _is_bare_decimal(words: Lexed, index: int) -> bool:
    word = words.words[index]
    if "." not in word or not _is_plain(word) or _is_measured(words, index):
        return False
    return words.word(index - 1) not in CURRENCY_SIGNS and not _is_currency_code(words, index)


def _counts_plural(words: Lexed, index: int) -> bool:
    """Whether a plural noun follows within three words, with nothing but adjectives between."""
    for at in range(index + 1, index + 4):
        word = words.word(at)
        if not words.close(at - 1) or not word[0].isalpha() or word in FUNCTION_WORDS:
            return False
        if looks_plural(word):
            return True
    return False


_BEFORE_COUNTS = frozenset("almost around some over only just another total up fully".split())


_CURRENCY_CODES = ("USD", "EUR", "GBP", "UAH", "AZN", "US", "RUB", "PLN", "CHF")


def _is_capital(words: Lexed, index: int) -> bool:
    """True for a word in capitals among words in capitals (a heading), where case says nothing."""
    raw = words.raw(index)
    if len(raw) < 2 or not raw.isupper():
        return False
    near = [words.raw(at) for at in (index - 1, index + 1, index + 2) if 0 <= at < len(words.words)]
    letters = [word for word in near if word.isalpha() and len(word) > 1]
    return len(letters) > 0 and all(word.isupper() for word in letters)


def is_code(words: Lexed, index: int) -> bool:
    """Whether what a hyphen ties to a figure makes a code of it ("2019-nCoV", "12-LOX")."""
    raw = words.raw(index)
    return any(char.isupper() for char in raw[1:]) and words.words[index] not in ATTACHED_UNITS


def is_negative(words: Lexed, index: int) -> bool:
    """Whether a minus sign stands before the figure, and not a hyphen or a dash."""
    start = words.starts[index]
    return words.text[max(0, start - 1) : start] in ("-", "−") and (
        start < 2 or words.text[start - 2].isspace() or words.text[start - 2] in "($€£"
    )


def is_length(words: Lexed, index: int, last: int) -> bool:
    """Whether the "m" of "80m" is metres: no currency before, and no counted plural after."""
    before = words.word(index - 1)
    if before in ("$", "€", "£", "¥", "₴") or _is_currency_code(words, index):
        return False
    return not (words.close(last + 1) and looks_plural(words.word(last + 2)))


def is_in_name(words: Lexed, index: int) -> bool:
    """Whether a number word is part of a name: capitalised inside a sentence ("World War Two")."""
    if not words.text[words.starts[index]].isupper() or words.opens_sentence(index):
        return False
    if _is_capital(words, index):
        return False
    follow, before = words.word(index + 1), words.word(index - 1)
    spelled_on = follow in SCALES or follow in TENS or follow in SMALL
    return not (spelled_on or before in ("over", "than", "about", "nearly", "some", "around", "almost"))


def past_name(words: Lexed, index: int) -> int:
    """The token after a figure that is no number, and after what is glued to it."""
    index += 1
    while index < len(words.words) and words.gap(index - 1) == "":
        index += 1
    return index
