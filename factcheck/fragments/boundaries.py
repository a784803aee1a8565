"""Where words begin and end, by the main rules of UAX #29."""

from __future__ import annotations

import unicodedata

_MID_LETTER = frozenset("'’.:·‧")
_MID_NUMBER = frozenset("'’.,;٫٬")


def is_boundary(text: str, at: int) -> bool:
    """Whether a word begins or ends at this offset."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if unicodedata.category(after) in ("Mn", "Mc", "Me", "Cf"):
        return False
    back = at - 1
    while back > 0 and unicodedata.category(before) in ("Mn", "Mc", "Me", "Cf"):
        back -= 1
        before = text[back]
    if _is_word(before) and _is_word(after):
        return _is_ideographic(before) or _is_ideographic(after)
    if _is_word(before) and at + 1 < len(text):
        return not _joins(before, after, text[at + 1])
    if _is_word(after) and back > 0:
        return not _joins(text[back - 1], before, after)
    return True


def _joins(before: str, mark: str, after: str) -> bool:
    """Whether a mark joins what stands around it to one word: don't, 1.5."""
    if before.isdecimal() and after.isdecimal():
        return mark in _MID_NUMBER
    return before.isalpha() and after.isalpha() and mark in _MID_LETTER


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _is_ideographic(char: str) -> bool:
    """Of a script without spaces between words: Han, Hiragana, Thai, Lao, Myanmar, Khmer."""
    code = ord(char)
    return (
        0x0E00 <= code < 0x0F00
        or 0x1000 <= code < 0x10A0
        or 0x1780 <= code < 0x1800
        or 0x2E80 <= code < 0x30A0
        or 0x3400 <= code < 0xA000
        or 0xF900 <= code < 0xFB00
        or 0x20000 <= code < 0x40000
    )


def is_firm(text: str, at: int) -> bool:
    """Whether every browser sees a boundary here: those of scripts without spaces go by dictionaries."""
    if not is_boundary(text, at):
        return False
    between = 0 < at < len(text) and _is_word(text[at - 1]) and _is_word(text[at])
    return not between
