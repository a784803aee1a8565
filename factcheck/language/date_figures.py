"""Dates in figures only, and years: "2022-02-06", "12/07/2025", "2022/23", "1990s"."""

from __future__ import annotations

import re

from factcheck.language.lexer import Lexed, is_digits, looks_plural
from factcheck.language.number_words import SCALES
from factcheck.language.periods import MONTHS, PartialDate
from factcheck.language.units import UNIT_STARTS

PARTS = {
    "early": "early", "mid": "mid", "late": "late", "beginning": "early", "start": "early", "end": "late",
    "middle": "mid", "outset": "early", "close": "late",
}  # fmt: skip
Read = tuple[PartialDate, int]
"""A date, and the token after it."""
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_SURE_YEARS = range(1980, 2036)


ISO = re.compile(r"([12][0-9]{3})-([01][0-9])(?:-([0-3][0-9])(?:T[0-9:.]{2,15}Z?)?)?(?![0-9-])")


NUMERIC = re.compile(r"([0-3]?[0-9])([./-])([0-3]?[0-9])\2((?:[12][0-9])?[0-9]{2})(?![0-9./-])")


_CUES = frozenset(
    "in since until till by from during of before after year years early mid late around circa "
    "through between throughout spring summer autumn fall winter season to and following".split()
)


def read_iso(match: re.Match[str]) -> PartialDate | None:
    """The date of a match of `ISO`; None for "2011-12", which is a span of two years."""
    year, month = int(match[1]), int(match[2])
    if match[3] is None and (month == (year + 1) % 100 or not 1 <= month <= 12):
        return None
    return (
        PartialDate(year=year, month=month, day=int(match[3]) if match[3] else None)
        if 1 <= month <= 12
        else None
    )


def read_numeric(match: re.Match[str]) -> PartialDate | None:
    """The date of a match of `NUMERIC`; day first, with month first as the other reading where both fit."""
    one, other, year = int(match[1]), int(match[3]), expand(match[4])
    if len(match[4]) == 2 and match[2] == ".":
        return None
    day_first = PartialDate(year=year, month=other, day=one) if 1 <= other <= 12 and 1 <= one <= 31 else None
    month_first = (
        PartialDate(year=year, month=one, day=other) if 1 <= one <= 12 and 1 <= other <= 31 else None
    )
    if match[2] == "." or month_first is None or one == other:
        return day_first
    return day_first._replace(swapped=month_first) if day_first else month_first


def expand(figure: str) -> int:
    """The year of two or four digits."""
    year = int(figure)
    return year if year >= 100 else year + (2000 if year < 70 else 1900)


def read_year(words: Lexed, index: int) -> int | None:
    """The year at a token ("2022", "'22" after a month), whatever stands around it."""
    word = words.word(index)
    if not is_digits(word):
        return None
    start = words.starts[index]
    if len(word) == 2 and words.text[start - 1 : start] in ("'", "’", "‘"):
        return expand(word)
    year = int(word) if len(word) == 4 else 0
    glued = words.gap(index) == "" and words.word(index + 1) not in ("s",)
    return year if _FIRST_YEAR <= year <= _LAST_YEAR and not glued else None


def from_year(words: Lexed, index: int, year: int) -> Read | None:
    """A year, a decade, or two years with one written short ("2022/23")."""
    if words.word(index + 1) == "s" and words.gap(index) in ("", "'", "’"):
        years = 100 if year % 100 == 0 and year < 2000 else 10
        return (PartialDate(year=year, years=years), index + 2) if year % 10 == 0 else None
    if len(words.words[index]) == 2:
        return None
    short = words.word(index + 1)
    short_year = int(short) if len(short) == 2 and is_digits(short) else 0
    dashed = words.gap(index) in ("-", "–", "/") and words.gap(index + 1)[:1] not in ("-", "/")
    if dashed and short_year > year % 100:
        return PartialDate(year=year, years=short_year - year % 100 + 1, ranged=True), index + 2
    month = MONTHS.get(short)
    if month and words.gap(index) == " " and words.raw(index + 1)[0].isupper() and read_day(words, index + 2):
        return PartialDate(year=year, month=month, day=read_day(words, index + 2)), index + 3
    return (PartialDate(year=year), index + 1) if _is_year(words, index, year) else None


def _is_year(words: Lexed, index: int, year: int) -> bool:
    """Whether four digits by themselves are a year and not a count ("2000 people", "over 2000")."""
    before, follow = words.word(index - 1), words.word(index + 1)
    near = words.gap(index) == " "
    if before in _COUNTING or (before == "about" and looks_plural(follow)):
        return False
    if words.close(index) and (follow in UNIT_STARTS or follow in SCALES) and len(follow) > 1:
        return False
    if words.gap(index - 1) == "-" and before.isalpha() and before not in (*PARTS, "pre", "post"):
        return False
    plural = near and looks_plural(follow)
    later = near and words.close(index + 1) and looks_plural(words.word(index + 2))
    cue = before in _CUES or before in MONTHS or words.gap(index - 1).endswith("(")
    if (plural or later) and year % 10 == 0 and before not in ("in", "since", "the", *MONTHS):
        return False
    if plural and year not in _SURE_YEARS and before not in ("in", "since"):
        return False
    return cue or year in _SURE_YEARS or (year >= 1700 and not plural)


_COUNTING = frozenset(
    "over than nearly almost some exactly only just precisely $ € £ least approximately".split()
)


def read_day(words: Lexed, index: int) -> int | None:
    """The day of the month that the token can be, 1 to 31."""
    word = words.word(index)
    return int(word) if is_digits(word) and len(word) <= 2 and 1 <= int(word) <= 31 else None


def past_ordinal(words: Lexed, index: int) -> int:
    """The token after a day, past "st", "nd", "rd" or "th"."""
    glued = words.gap(index) == "" and words.word(index + 1) in _ORDINAL_ENDINGS
    return index + 2 if glued else index + 1


def joins(words: Lexed, index: int) -> bool:
    """Whether the token at `index` may continue the date that the token before it is in."""
    gap = words.gap(index - 1)
    joint = gap.strip(" \t\u00a0\n'’‘").rstrip(" ") in ("", ",", ".", ".,", "-")
    return joint and gap.count("\n") < 2 and index < len(words.words)


def with_year(words: Lexed, at: int, partial: PartialDate) -> Read:
    """Takes a year along that follows at token `at`."""
    of = words.word(at) == "of" or (words.word(at) == "in" and partial.season)
    place = at + 1 if of else at
    if place < len(words.words) and joins(words, place) and (not of or joins(words, at)):
        year = read_year(words, place)
        if year is not None and not (words.word(place + 1) == "s" and words.gap(place) == ""):
            return partial._replace(year=year), place + 1
    return partial, at
