"""Numbers in digits: "134,000", "134 000", "1.2 billion", "80m", "5th", "2½", "3/4"."""

from __future__ import annotations

from factcheck.language.figure_context import is_code, is_length, is_negative, stands_alone
from factcheck.language.lexer import Lexed, is_digits
from factcheck.language.number_words import (
    ABBREVIATED_SCALES,
    ATTACHED_SCALES,
    PLURAL_SCALES,
    SCALES,
    SIGNS,
)
from factcheck.language.spelled import NumberKind, Read, exact, read_spelled, read_tail
from factcheck.language.units import ATTACHED_UNITS

_DIGITS = frozenset("0123456789")


_MAX_DIGITS = 21


_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")


def read_figure(words: Lexed, index: int) -> Read | None:
    """A number that begins with digits."""
    if not stands_alone(words, index):
        return None
    value = _value(words.words[index])
    if value is None:
        return None
    last = index
    while words.gap(last) in (" ", "\u00a0", "\u202f", "\u2009") and _is_group(words, index, last + 1):
        value, last = value * 1000 + float(words.words[last + 1]), last + 1
    if words.gap(last) == "/":
        return _slashed(words, last, value)
    if words.gap(last) in ("", " ", "\u2044") and words.word(last + 1) in SIGNS:
        return Read(exact(value + SIGNS[words.word(last + 1)]), last + 1)
    value = -value if is_negative(words, index) else value
    follow = words.gap(last) + words.word(last + 1)
    if follow[:1].isalpha():
        return _attached(words, index, last, value)
    if follow in ("'s", "’s"):
        return None
    return _with_scale(words, index, Read(value, last))


def _with_scale(words: Lexed, index: int, read: Read) -> Read | None:
    """Takes the scale word along that follows a figure ("134 thousand", "5 bn")."""
    last, after = read.last, words.word(read.last + 1)
    if not words.close(last):
        return read_tail(words, index, read)
    if "-" in words.gap(last) and is_code(words, last + 1):
        return None
    if after in SCALES:
        return read_spelled(words, last + 1, read.value)
    scale = ABBREVIATED_SCALES.get(after) or PLURAL_SCALES.get(after)
    return Read(exact(read.value * scale), last + 1) if scale else read_tail(words, index, read)


def _value(figure: str) -> float | None:
    """The value of a figure, or None for a version ("1.2.3") or one of absurd length."""
    if len(figure) > _MAX_DIGITS:
        return None
    parts = figure.split(".")
    if len(parts) > 2:
        grouped = len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])
        return float("".join(parts)) if grouped else None
    if "," in figure:
        tail = figure.rsplit(",", 1)[1]
        figure = figure.replace(",", "" if len(tail.split(".")[0]) == 3 else ".")
    return float(figure)


def _is_group(words: Lexed, first: int, index: int) -> bool:
    """Whether the token at `index` is a group of thousands after a space ("134 000")."""
    head, group = words.words[first], words.word(index)
    plain = is_digits(head) and len(head) <= 3 and head[0] != "0" and index - first <= 5
    return plain and len(group) == 3 and is_digits(group) and words.gap(index)[:1] not in ("-", "/", ":", "%")


def _slashed(words: Lexed, last: int, value: float) -> Read | None:
    """A simple fraction ("3/4", "4/5"); "24/7" and "9/11" are none."""
    other = words.word(last + 1)
    whole = is_digits(other) and len(other) <= 3 and words.gap(last + 1)[:1] not in ("/", "-")
    if not whole or not 0 < value < float(other) or float(other) not in (2, 3, 4, 5, 6, 8, 10, 100):
        return None
    return Read(exact(100 * value / float(other)), last + 1, NumberKind.FRACTION)


def _attached(words: Lexed, index: int, last: int, value: float) -> Read | None:
    """Digits with letters right after them: ordinals, scales, units; anything else is a name."""
    suffix = words.word(last + 1)
    if suffix in _ORDINAL_ENDINGS:
        return Read(value, last + 1, NumberKind.ORDINAL)
    if suffix == "x":
        return Read(value, last + 1, NumberKind.FACTOR)
    if suffix in ATTACHED_SCALES and not (suffix == "m" and is_length(words, index, last)):
        return Read(exact(value * ATTACHED_SCALES[suffix]), last + 1)
    return Read(value, last) if suffix in ATTACHED_UNITS else None
