"""Number words and figures → values with their places.

Figures that belong to a name ("URC2025", "GPT-4", "Covid-19"), to a time of day or to a reference
("[12]", "No. 5") are no numbers. Roman numerals are never read.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from factcheck.language.figure_context import is_in_name, past_name
from factcheck.language.figures import read_figure
from factcheck.language.lexer import Lexed, lex, looks_plural
from factcheck.language.number_words import (
    FACTOR_ADJECTIVES,
    FACTORS,
    MANIFOLD,
    ORDINALS,
    PARTS,
    PLURAL_SCALES,
    SCALES,
    SMALL,
    STARTERS,
    TENS,
    VAGUE_PLURALS,
)
from factcheck.language.spelled import (
    NumberKind,
    Read,
    exact,
    is_part,
    last_scale,
    read_spelled,
    scale_product,
)
from factcheck.model import Span
from factcheck.records import NamedTuple

_DIGITS = frozenset("0123456789")
_SPANS_OF_TIME = frozenset("second minute hour day week fortnight month year decade century".split())
_COUNTED_BY_ARTICLES = frozenset(
    ("few", "half", "dozen", "couple", "single", *PARTS, *_SPANS_OF_TIME, *SCALES)
)
"""What makes a number with "a" before it."""
_MEASURING = frozenset(
    "than over about nearly almost least within under around roughly exactly just for".split()
)
"""Before "an hour", these say that it is measured: one hour."""
_DETERMINERS = frozenset("the that its their what this his her our your my".split())


class Number(NamedTuple):
    """A number in a text. `span` counts code points; `first` and `last` count tokens of `lex`."""

    span: Span
    value: float
    upper: float
    """The same as `value`, but for a vague number ("hundreds", "a few hundred"): the most it can be."""
    kind: NumberKind
    approximate: bool
    """For dozens and couples."""
    first: int
    last: int


def numbers(text: str) -> tuple[Number, ...]:
    """All numbers of `text`, in order, without overlaps. Never raises."""
    return tuple(scan(lex(text)))


def scan(words: Lexed) -> Iterator[Number]:
    """The numbers of a text that is cut into tokens already."""
    index, count = 0, len(words.words)
    while index < count:
        word = words.words[index]
        if word[0] not in _DIGITS and (word not in STARTERS or _says_nothing(words, index)):
            index += 1
            continue
        read = _read(words, index)
        if read is None:
            index = past_name(words, index) if word[0] in _DIGITS else index + 1
            continue
        upper = read.value if read.upper is None else read.upper
        yield Number(
            words.span(index, read.last), read.value, upper, read.kind, read.approximate, index, read.last
        )
        index = read.last + 1


def _says_nothing(words: Lexed, index: int) -> bool:
    """True for most articles: no word follows with which they make a number."""
    return words.words[index] in ("a", "an") and words.word(index + 1) not in _COUNTED_BY_ARTICLES


def _read(words: Lexed, index: int) -> Read | None:
    word = words.words[index]
    if word[0] in _DIGITS:
        return read_figure(words, index)
    if is_in_name(words, index):
        return None
    if word in ("minus", "a", "an", "half", "quarter", "several", "few", "many", "no", "multi", "most"):
        return _opener(words, index, word)
    if word in FACTORS:
        return Read(FACTORS[word], index, NumberKind.FACTOR)
    if word in FACTOR_ADJECTIVES:
        follows = words.word(index + 1) in _DETERMINERS
        return Read(FACTOR_ADJECTIVES[word], index, NumberKind.FACTOR) if follows else None
    if word in VAGUE_PLURALS:
        return _vague(words, index)
    if word in MANIFOLD:
        return Read(2 * MANIFOLD[word], index, upper=inf)
    if word in ("dozen", "couple"):
        return Read(12.0, index, approximate=True) if word == "dozen" else None
    return read_spelled(words, index)


def _opener(words: Lexed, index: int, word: str) -> Read | None:
    """Numbers that begin with a word that is no number itself."""
    follow = words.word(index + 1)
    if not words.close(index):
        return _half(words, index) if word == "half" else None
    if word == "minus":
        read = _read(words, index + 1) if follow[:1] in _DIGITS or follow in SMALL or follow in TENS else None
        return Read(-read.value, read.last, read.kind) if read and read.kind is NumberKind.CARDINAL else None
    if word == "half":
        return _half(words, index)
    if word == "multi":
        return Read(2 * SCALES[follow], index + 1, upper=inf) if follow in SCALES else None
    if word == "no":
        return Read(0.0, index) if looks_plural(follow) and not words.is_name_like(index + 1) else None
    if word == "most":
        whole = follow == "of" and words.word(index - 1) not in ("the", "at", "a")
        return Read(50.0, index, NumberKind.FRACTION, upper=100.0) if whole else None
    if word in ("several", "few", "many"):
        return _few(words, index, follow)
    if word == "quarter":
        return _part(words, index, PARTS[word]) if words.word(index + 3) in _SPANS_OF_TIME else None
    return _after_article(words, index, follow)


def _few(words: Lexed, index: int, follow: str) -> Read | None:
    if follow == "dozen":
        return Read(24.0, index + 1, upper=120.0)
    if follow in SCALES:
        last = last_scale(words, index + 1)
        scale = exact(scale_product(words, index + 1, last))
        return Read(2 * scale, last, upper=10 * scale)
    return None


def _after_article(words: Lexed, index: int, follow: str) -> Read | None:
    after = words.word(index + 2)
    if follow == "few" and words.close(index + 1):
        return _few(words, index + 1, after)
    if follow == "half":
        return _half(words, index + 1)
    if follow in PARTS and not follow.endswith("s"):
        return _part(words, index + 1, PARTS[follow])
    if follow == "dozen":
        return Read(12.0, index + 1, approximate=True)
    if follow == "couple":
        return _couple(words, index, after)
    if follow == "single":
        return Read(0.0 if words.word(index - 1) == "not" else 1.0, index + 1)
    if follow in _SPANS_OF_TIME:
        half = words.words[index + 2 : index + 5] == ("and", "a", "half")
        return Read(1.5 if half else 1.0, index) if half or words.word(index - 1) in _MEASURING else None
    return read_spelled(words, index + 1) if follow in SCALES else None


def _part(words: Lexed, index: int, parts: float) -> Read | None:
    """Reads "a third of", "a quarter of a million", "a quarter of an hour"; not "a third time"."""
    if (
        words.words[index + 1 : index + 3] in (("of", "an"), ("of", "a"))
        and words.word(index + 3) in _SPANS_OF_TIME
    ):
        return Read(exact(1 / parts), index + 2)
    if words.words[index + 1 : index + 3] == ("of", "a") and words.word(index + 3) in SCALES:
        return Read(exact(SCALES[words.word(index + 3)] / parts), index + 3)
    return Read(exact(100 / parts), index, NumberKind.FRACTION) if is_part(words, index) else None


def _couple(words: Lexed, index: int, after: str) -> Read | None:
    """Reads "a couple of days", "a couple hundred"; a couple by itself is two people that belong together."""
    at = index + 3 if after == "of" else index + 2
    multiple = 12.0 if words.word(at) == "dozen" else SCALES.get(words.word(at), 1.0)
    if multiple > 1:
        return Read(2 * multiple, at, approximate=True)
    return Read(2.0, index + 1, approximate=True) if after == "of" or looks_plural(after) else None


def _half(words: Lexed, index: int) -> Read | None:
    before, follow = words.word(index - 1), words.word(index + 1)
    if before in ORDINALS or before in ("other", "latter", "former", "better"):
        return None
    if words.words[max(0, index - 2) : index] == ("and", "a") and words.word(index - 3) in _SPANS_OF_TIME:
        return None  # "an hour and a half" is read at its beginning
    half = Read(50.0, index, NumberKind.FRACTION)
    if not words.close(index):
        return half
    at = index + 2 if follow in ("a", "an") else index + 1
    if words.word(at) in SCALES:
        last = last_scale(words, at)
        return Read(exact(0.5 * scale_product(words, at, last)), last)
    if words.word(at) == "dozen":
        return Read(6.0, at, approximate=True)
    if "-" in words.gap(index):
        return None
    if follow in ("time", "way", "life", "hearted", "truth", "brother", "sister", "past"):
        return None
    if at == index + 2 and (words.word(at) in _SPANS_OF_TIME or words.word(at) in ("kilometre", "mile")):
        return Read(0.5, index + 1)
    return half


def _vague(words: Lexed, index: int) -> Read | None:
    low, high = VAGUE_PLURALS[words.words[index]]
    last = index
    if words.word(index + 1) == "of" and words.all_close(index, index + 2):
        scale = PLURAL_SCALES.get(words.word(index + 2))
        if scale:
            multiple = {"dozens": 24.0, "tens": 20.0, "hundreds": 200.0, "thousands": 2000.0}
            return Read(exact(multiple.get(words.words[index], 2.0) * scale), index + 2, upper=inf)
        last = index
    if words.words[index] in ("tens", "scores") and words.word(index + 1) != "of":
        return None
    return Read(low, last, upper=high if words.words[index] == "tens" else inf)
