"""Numbers in words: "three thousand two hundred and five", "two thirds", "one and a half million"."""

from __future__ import annotations

from enum import StrEnum
from math import inf

from factcheck.language.lexer import FUNCTION_WORDS, Lexed
from factcheck.language.number_words import (
    ORDINALS,
    PARTS,
    SCALES,
    SMALL,
    TENS,
)
from factcheck.records import NamedTuple

_DIGITS = frozenset("0123456789")


_NOT_BEFORE_ONE = frozenset("no any every each which this that the another some as only-begotten".split())


_ONE_AFTER = frozenset(["another", "who's", "day's", "self"])


class NumberKind(StrEnum):
    """What a number counts with."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    """A part of a whole; its value is in per cent."""
    FACTOR = "factor"
    """How many times."""


class Read(NamedTuple):
    """What a reader found: the value and the last token of it."""

    value: float
    last: int
    kind: NumberKind = NumberKind.CARDINAL
    approximate: bool = False
    upper: float | None = None


def exact(value: float) -> float:
    """`value` without the dust of binary fractions (15 significant digits)."""
    return float(f"{value:.15g}")


def is_part(words: Lexed, index: int) -> bool:
    """Whether "third" after an article or figure is a part ("a third of") and no ordinal ("a third time")."""
    follow = words.word(index + 1)
    return not words.close(index) or follow in FUNCTION_WORDS or follow.endswith(("er", "ly"))


def last_scale(words: Lexed, index: int) -> int:
    """The last of the scale words that begin at `index` ("hundred thousand")."""
    while words.close(index) and words.word(index + 1) in SCALES and SCALES[words.word(index + 1)] >= 1e3:
        index += 1
    return index


def scale_product(words: Lexed, first: int, last: int) -> float:
    """The product of the scale words from `first` to `last` ("hundred thousand": 100,000)."""
    value = 1.0
    for index in range(first, min(last, first + 4) + 1):
        value *= SCALES[words.word(index)]
    return value


def read_spelled(words: Lexed, index: int, seed: float | None = None) -> Read | None:
    """A spelled number from `index` on; `seed` is the figure before a scale ("134 thousand").

    Each word may add only what the places still free can hold: after "forty" less than ten, after
    "hundred" less than a hundred. "two three" is two numbers, "three thousand two hundred" is one.
    """
    state = _Spelling(group=seed or 0.0, room=inf if seed is None else 1.0)
    last, at = index - 1, index
    while at < len(words.words):
        if last >= index and not words.close(last):
            break
        if words.words[at] == "and" and last >= index and state.room >= 100 and words.close(at):
            after = words.word(at + 1)
            at += (after in SMALL and after != "zero") or after in TENS
        if not state.take(words.words[at], first=last < index):
            break
        last, at = at, at + 1
    if last < index and seed is None:
        return _ordinal(words, index)
    return read_tail(words, index, Read(exact(state.total + state.group), last))


class _Spelling:
    """A spelled number while it is read: `room` is what the next word must stay below."""

    def __init__(self, group: float, room: float) -> None:
        self.group = group
        self.room = room
        self.total = 0.0
        self.scale = inf

    def take(self, word: str, first: bool) -> bool:
        """Adds a word, if it can belong to the number."""
        if word in SMALL or word in TENS:
            value = SMALL.get(word, TENS.get(word, 0.0))
            if value >= self.room or (value == 0 and not first):
                return False
            self.group, self.room = self.group + value, 10.0 if word in TENS else 1.0
        elif word == "hundred":
            if (self.room > 10 and not first) or self.group >= 100 or 100 * self.group >= self.scale:
                return False
            self.group, self.room = 100 * (self.group or 1.0), 100.0
        elif word in SCALES and SCALES[word] < self.scale and (first or self.group > 0):
            self.total += (self.group or 1.0) * SCALES[word]
            self.group, self.room, self.scale = 0.0, SCALES[word], SCALES[word]
        else:
            return False
        return True


def read_tail(words: Lexed, index: int, read: Read) -> Read | None:
    """What may follow a cardinal and change it: "-first", "thirds", "dozen", "and a half", "times"."""
    after, at = words.word(read.last + 1), read.last + 1
    if not words.close(read.last):
        return _lone_one(words, index, read)
    last_word = words.word(read.last)
    if after in ORDINALS and (
        (last_word in TENS and ORDINALS[after] < 10) or after.endswith(("redth", "andth"))
    ):
        if after.endswith("dth") and not after.endswith("hundredth"):
            return Read(read.value * ORDINALS[after], at, NumberKind.ORDINAL)
        return Read(read.value + ORDINALS[after], at, NumberKind.ORDINAL)
    if (
        after in PARTS
        and read.value >= 1
        and (after.endswith("s") or (read.value == 1 and is_part(words, at)))
    ):
        if words.word(at + 1) == "of" and words.word(at + 2) == "a" and words.word(at + 3) in SCALES:
            return Read(exact(read.value / PARTS[after] * SCALES[words.word(at + 3)]), at + 3)
        return Read(exact(100 * read.value / PARTS[after]), at, NumberKind.FRACTION)
    if after in ("dozen", "dozens", "couple") and read.value < 100:
        return Read(exact(read.value * (2 if after == "couple" else 12)), at, approximate=True)
    if after == "and" and words.word(at + 1) == "a" and words.word(at + 2) in ("half", "quarter"):
        part = 0.5 if words.word(at + 2) == "half" else 0.25
        unit = SCALES.get(last_word, 1.0)
        scale = SCALES.get(words.word(at + 3), 1.0)
        return Read(exact((read.value + part * unit) * scale), at + 2 + (scale > 1))
    if after in ("point", "dot") and read.value < 100 and words.word(at + 1) in SMALL:
        return _decimal(words, at + 1, read.value)
    if after in ("times", "time", "fold") and not (after == "time" and read.value == 1):
        return Read(read.value, at, NumberKind.FACTOR)
    return _lone_one(words, index, read)


def _decimal(words: Lexed, at: int, whole: float) -> Read:
    digits = ""
    while len(digits) < 6 and SMALL.get(words.word(at), 10.0) < 10 and words.close(at - 1):
        digits += str(int(SMALL[words.word(at)]))
        at += 1
    value = whole + float(f"0.{digits or '0'}")
    scale = SCALES.get(words.word(at), 1.0)
    return Read(exact(value * scale), at if scale > 1 else at - 1)


def _lone_one(words: Lexed, index: int, read: Read) -> Read | None:
    """`read`, unless it is "one" as a pronoun ("no one", "one of the", "one can")."""
    if words.word(index) != "one" or read.last > index:
        return read
    before, after = words.word(index - 1), words.word(index + 1)
    if after == "in" or (after == "out" and words.word(index + 2) == "of"):
        numeral = words.word(index + (3 if after == "out" else 2))
        return read if numeral[:1] in _DIGITS or numeral in SMALL or numeral in TENS else None
    if before in ("only", "just", "exactly", "than", "least", "most") and before != "most":
        return read
    if before in _NOT_BEFORE_ONE or after in _ONE_AFTER or not words.close(index):
        return None
    if after in FUNCTION_WORDS or after in ("day", "time", "side", "hand", "thing", "sided", "way", "knows"):
        return None
    return read


def _ordinal(words: Lexed, index: int) -> Read | None:
    word = words.words[index]
    if word not in ORDINALS or "-" in words.gap(index):
        return None
    if word == "first" and (words.word(index - 1) == "at" or words.word(index + 1) == "of"):
        return None
    return Read(ORDINALS[word], index, NumberKind.ORDINAL)
