"""Reads one date, without its preposition, at a place of a text: `read_date(words, index, issue)`."""

from __future__ import annotations

from factcheck.language.date_figures import (
    ISO,
    NUMERIC,
    PARTS,
    Read,
    from_year,
    read_iso,
    read_numeric,
    read_year,
)
from factcheck.language.date_words import (
    day_first,
    from_ordinal,
    month_first,
    ordinal_words,
    quarter_code,
    read_season,
)
from factcheck.language.lexer import Lexed
from factcheck.language.number_words import ORDINALS, SMALL, TENS
from factcheck.language.periods import MONTHS, SEASONS, Issue, PartialDate
from factcheck.language.relative_dates import RELATIVE_STARTS, VAGUE, read_relative

WEEKDAYS = {
    name: number
    for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}


_SHORT_WEEKDAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())


_DECADES = {
    name: 10 * n
    for n, name in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), 2
    )
}


STARTERS = frozenset(
    {*MONTHS, *SEASONS, *WEEKDAYS, *_SHORT_WEEKDAYS, *PARTS, *_DECADES, *RELATIVE_STARTS, *ORDINALS}
    | {"q1", "q2", "q3", "q4", "q", "h", "h1", "h2", "the", *TENS}
)

_EMPTY_STARTERS = frozenset(("the", "a", "an", *SMALL, *VAGUE)) - {*ORDINALS, *TENS}
"""They begin no date unless a word follows that can begin one, too, or "ago"."""
_SURE = (STARTERS - _EMPTY_STARTERS) | {"ago", "back"}


def may_date(words: Lexed) -> bool:
    """Whether there can be a date in a text; a fast test before anything is read."""
    return any(word in _SURE or "0" <= word[0] <= "9" for word in words.words)


def read_date(words: Lexed, index: int, issue: Issue | None) -> Read | None:
    """The date that begins at token `index`, if one does."""
    word = words.words[index]
    if "0" <= word[0] <= "9":
        return _figures(words, index) or read_relative(words, index, issue)
    if word in PARTS:
        return _part(words, index, issue)
    if word in WEEKDAYS or word in _SHORT_WEEKDAYS:
        return _weekday(words, index, issue)
    if word in MONTHS:
        return month_first(words, index)
    if word in SEASONS:
        return read_season(words, index)
    if word in _DECADES:
        sure = words.word(index - 1) in ("the", *PARTS)
        return (PartialDate(year=1900 + _DECADES[word], years=10), index + 1) if sure else None
    if word in ORDINALS or word in TENS:
        found = ordinal_words(words, index)
        if found:
            return from_ordinal(words, found[1], found[0], issue)
    if word in ("q", "h"):
        return quarter_code(words, index)
    return read_relative(words, index, issue)


def _figures(words: Lexed, index: int) -> Read | None:
    text, start = words.text, words.starts[index]
    before = text[start - 1 : start]
    if before.isalnum() or before in ("$", "€", "£", "_", "#"):
        return None
    for pattern, reader in ((ISO, read_iso), (NUMERIC, read_numeric)):
        match = pattern.match(text, start)
        made = reader(match) if match and before not in (".", "/") else None
        if match and made:
            at = index
            while at < len(words.words) and words.starts[at] < match.end():
                at += 1
            return made, at
    year = read_year(words, index)
    if year is not None:
        return from_year(words, index, year)
    return day_first(words, index)


def _part(words: Lexed, index: int, issue: Issue | None) -> Read | None:
    """Reads "late last year", "mid-2022", "the end of July", "early in 2022"."""
    part, at = PARTS[words.words[index]], index + 1
    if words.words[index] not in ("early", "mid", "late") and words.word(at) != "of":
        return None
    while words.word(at) in ("of", "in", "the", "to") and at < index + 3:
        at += 1
    if at >= len(words.words) or not words.all_close(index, at):
        return None
    if words.word(at) == "to" or words.word(at) in PARTS:
        return None
    found = read_date(words, at, issue)
    if found is None or found[0].day is not None or found[0].fixed is not None or found[0].ranged:
        return None
    return found[0]._replace(part=part), found[1]


def _weekday(words: Lexed, index: int, issue: Issue | None) -> Read | None:
    """A weekday before a date ("Tuesday, July 22"), or by itself ("on Tuesday")."""
    at = index + 1
    if at < len(words.words) and words.gap(index).strip() in ("", ",", ".", ".,"):
        at += words.word(at) == "the"
        follow = words.word(at)
        if follow in MONTHS or follow[:1].isdigit():
            found = read_date(words, at, issue)
            if found is not None and found[0].day is not None:
                return found
    return read_relative(words, index, issue) if words.words[index] in WEEKDAYS else None
