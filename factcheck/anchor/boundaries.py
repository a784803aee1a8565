"""Where a quote may begin and end: never inside a word, and never between a figure and its sign."""

from __future__ import annotations

import unicodedata

HYPHENS = "-‐‑"
SIGNS = "+-−–‐‑±∓~≈"
COMPARATORS = "<>≤≥=≠≮≯≪≫"
CURRENCIES = "$€£¥₴₽₺₼"
UNITS = "%‰°"
_APOSTROPHES = "'’ʼ"
_JOINERS = "\u200c\u200d"
_LONGEST_ENCLITIC = 2
"""Letters after an apostrophe that make no word of their own: 's, 't, 're; "l'Europe" has more."""

_LONGEST_WORD = 200
"""Longer runs of letters and digits are no words."""

# Scripts that put no spaces between words: any place between two of their letters may be a boundary.
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x9FFF),  # Chinese, Japanese
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),
    (0x20000, 0x3FFFF),
)


def is_boundary(text: str, at: int) -> bool:
    """True where a quote may begin or end at offset `at` of `text`.

    Not a boundary: inside a word, a hyphenated word, a contraction or a figure; before a combining
    mark; between a figure and the sign, comparator, currency or per cent sign that touches it; inside
    a comparator of two characters. The ends of the text are boundaries.
    """
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before.isspace() or after.isspace():
        return not is_mark(after)
    if is_mark(after) or before in _JOINERS or after in _JOINERS:
        return False
    if is_word_char(before) and is_word_char(after):
        return is_unspaced(before) or is_unspaced(after)
    second_before = text[at - 2] if at > 1 else ""
    second_after = text[at + 1] if at + 1 < len(text) else ""
    return not (
        _joined(before, after, second_before, second_after)
        or _cuts_figure(before, after, second_before, second_after)
        or _cuts_contraction(text, at, second_before, second_after)
    )


def next_boundary(text: str, at: int, step: int) -> int | None:
    """The nearest boundary from `at` on, leftwards (step -1) or rightwards (1); None in an endless word."""
    for _ in range(_LONGEST_WORD):
        if is_boundary(text, at):
            return at
        at += step
    return None


def is_word_char(char: str) -> bool:
    """A letter, a digit, an underscore or a combining mark."""
    return char.isalnum() or char == "_" or is_mark(char)


def is_mark(char: str) -> bool:
    """A combining mark, which belongs to the letter before it."""
    return char >= "\u0300" and unicodedata.category(char)[0] == "M"


def is_unspaced(char: str) -> bool:
    """A letter of a script that does not separate words."""
    if char < "\u0e00":
        return False
    code = ord(char)
    return any(low <= code <= high for low, high in _UNSPACED)


def _joined(before: str, after: str, second_before: str, second_after: str) -> bool:
    """The place touches the hyphen of "non-violent" or "2020-21"."""
    if after in HYPHENS:
        return is_word_char(before) and second_after != "" and is_word_char(second_after)
    if before in HYPHENS:
        return is_word_char(after) and second_before != "" and is_word_char(second_before)
    return False


def _cuts_figure(before: str, after: str, second_before: str, second_after: str) -> bool:
    figure_after = after.isdigit() or (after in CURRENCIES + "." and second_after.isdigit())
    if figure_after and before in COMPARATORS:
        return True
    if figure_after and before in SIGNS:
        # "fell–5 of them" is a dash between words; "3–5" is a range.
        return before != "–" or not second_before.isalpha()
    if before.isdigit():
        if after in UNITS or after in CURRENCIES:
            return True
        return after in ".,–−" and second_after.isdigit()
    if after.isdigit():
        return before in CURRENCIES or (before in ".," and second_before.isdigit())
    return before in COMPARATORS and after in COMPARATORS


def _cuts_contraction(text: str, at: int, second_before: str, second_after: str) -> bool:
    before, after = text[at - 1], text[at]
    if after in _APOSTROPHES:
        return before.isalpha() and second_after.isalpha()
    if before in _APOSTROPHES and after.isalpha() and second_before.isalpha():
        rest = text[at : at + _LONGEST_ENCLITIC + 1]
        return len(rest) <= _LONGEST_ENCLITIC or not rest.isalpha()
    return False
