"""Dates of a text as stretches of days, and their comparison.

A date that is written without its year is resolved against the date of issue to the most recent such
day; without one it stays partial (`start` and `end` are None) and only month and day are compared.
"""

from __future__ import annotations

from factcheck.language.date_parser import STARTERS, may_date, read_date
from factcheck.language.date_relations import relate_dates
from factcheck.language.date_values import DateExpression, DateRelation
from factcheck.language.lexer import Lexed, lex
from factcheck.language.periods import (
    Issue,
    PartialDate,
    Period,
    read_issue,
    resolve,
    swap_winter,
    with_guessed_year,
)

__all__ = ["DateExpression", "DateRelation", "dates", "may_have_dates", "relate_dates"]


_FUTURE = frozenset(
    "will shall 'll plan plans planned planning upcoming scheduled due expect expects expected going "
    "would".split()
)


_LINKS = frozenset(("to", "until", "till", "through", "and", "or"))


_DASHES = frozenset(("-", "–", "—", "‑", "−", "--"))


_RELATIONS = {
    "since": DateRelation.SINCE,
    "from": DateRelation.SINCE,
    "until": DateRelation.UNTIL,
    "till": DateRelation.UNTIL,
    "through": DateRelation.UNTIL,
    "by": DateRelation.BY,
    "before": DateRelation.BEFORE,
    "after": DateRelation.AFTER,
    "following": DateRelation.AFTER,
}


_PHRASES = {
    ("prior", "to"): DateRelation.BEFORE,
    ("ahead", "of"): DateRelation.BEFORE,
    ("up", "to"): DateRelation.UNTIL,
    ("as", "of"): DateRelation.SINCE,
    ("later", "than"): DateRelation.BY,
    ("starting", "in"): DateRelation.SINCE,
    ("starting", "from"): DateRelation.SINCE,
    ("starting", "on"): DateRelation.SINCE,
    ("beginning", "in"): DateRelation.SINCE,
    ("beginning", "on"): DateRelation.SINCE,
}


_LEADING = frozenset(("the", "year", "month", "of", "season"))


_NEAR_WORDS = 12


def may_have_dates(text: str) -> bool:
    """Whether there can be a date in a text, whenever it was issued; a fast test."""
    return may_date(lex(text))


def dates(text: str, issued: str | None = None) -> tuple[DateExpression, ...]:
    """The dates of `text`, in order, without overlaps; `issued` is ISO 8601. Never raises."""
    words = lex(text)
    if not may_date(words):
        return ()
    issue = read_issue(issued)
    found: list[DateExpression] = []
    at, free = 0, 0
    while at < len(words.words):
        word = words.words[at]
        if word not in STARTERS and not "0" <= word[0] <= "9":
            at += 1
            continue
        read = read_date(words, at, issue)
        if read is None:
            at += 1
            continue
        partial, after = read
        partial, after = _range(words, at, partial, after, issue)
        found.append(_expression(words, at, after, partial, issue, free))
        at = free = max(after, at + 1)
    return tuple(found)


def _range(words: Lexed, at: int, first: PartialDate, after: int, issue: Issue | None) -> Read:
    """The range that begins with `first`, or `first` itself."""
    gap, ahead = words.gap(after - 1).strip(), words.word(after)
    before = _word_before(words, at)
    if gap == "," and before == "from" and ahead in ("to", "until", "through"):
        gap = ""
    link = words.word(after) if gap == "" else ""
    start = after if gap in _DASHES else after + 1
    if (gap not in _DASHES and link not in _LINKS) or start >= len(words.words):
        return first, after
    if (link in ("and", "or") and before != "between") or (link and words.gap(after).strip()):
        return first, after
    if words.word(start) in ("now", "present", "today") and link:
        return first, after
    start += words.word(start) == "the" and words.word(start + 1) not in ("past", "last")
    read = read_date(words, start, issue) if start < len(words.words) else None
    if read is None or read[0].ranged:
        return first, after
    second, end = read
    if first.year is None and first.fixed is None:
        first = first._replace(year=second.year, explicit=second.explicit)
    elif second.year is None and second.fixed is None and first.year is not None and second.month is not None:
        wraps = (second.month, second.day or 0) < (first.month or 1, first.day or 0)
        second = second._replace(year=first.year + wraps)
    one, two = _resolved(words, at, first, issue)[1], _resolved(words, start, second, issue)[1]
    if one is None or two is None or one.start >= two.end or one.start > two.start:
        return first, after
    return PartialDate(
        fixed=Period(one.start, two.end, max(one.slack, two.slack)),
        explicit=first.explicit and second.explicit,
        ranged=True,
    ), end


Read = tuple[PartialDate, int]


def _word_before(words: Lexed, at: int) -> str:
    while words.word(at - 1) in ("the", "early", "mid", "late"):
        at -= 1
    return words.word(at - 1)


def _resolved(
    words: Lexed, at: int, partial: PartialDate, issue: Issue | None
) -> tuple[PartialDate, Period | None]:
    if partial.year is None and partial.month is not None and not _is_future(words, at):
        partial = with_guessed_year(partial, issue)
    partial = swap_winter(partial)
    return partial, resolve(partial)


def _is_future(words: Lexed, at: int) -> bool:
    """Whether the sentence speaks of what is to come, so that "in September" is not the last one."""
    if words.word(at - 1) == "for" or words.words[max(0, at - 2) : at] == ("for", "the"):
        return True
    for step in (-1, 1):
        place = at
        for _ in range(_NEAR_WORDS):
            place += step
            if not 0 <= place < len(words.words):
                break
            if any(mark in words.gap(place if step < 0 else place - 1) for mark in ".!?;\n"):
                break
            if words.words[place] in _FUTURE or words.words[place].endswith("'ll"):
                return True
    return False


def _expression(
    words: Lexed, first: int, after: int, partial: PartialDate, issue: Issue | None, free: int
) -> DateExpression:
    partial, period = _resolved(words, first, partial, issue)
    other = resolve(partial.swapped) if partial.swapped else None
    relation, start = _relation(words, first, after, partial, free)
    last = after - 1
    if (
        relation is DateRelation.SINCE
        and words.word(after) in ("onward", "onwards", "on")
        and words.close(last)
    ):
        last += words.word(after) != "on" or words.word(start) == "from"
    single = partial.fixed is None and partial.months == 1 and partial.years == 1 and not partial.swapped
    return DateExpression(
        span=words.span(start, last),
        start=period.start if period else None,
        end=period.end if period else None,
        relation=relation,
        explicit=partial.explicit,
        month=partial.month if single else None,
        day=partial.day if single else None,
        slack=period.slack if period else 0,
        ranged=partial.ranged,
        other=(other.start, other.end) if other else None,
    )


def _relation(
    words: Lexed, first: int, after: int, partial: PartialDate, free: int
) -> tuple[DateRelation, int]:
    """How the date is tied, and the first token of the whole expression."""
    at = first
    while at - 1 >= free and words.word(at - 1) in _LEADING and words.close(at - 1):
        at -= 1
    before = words.word(at - 1)
    if at - 1 < free or words.gap(at - 1).strip(" \n\t\"'‘’“"):
        return DateRelation.IN, first
    if partial.ranged:
        return DateRelation.IN, at - 1 if before in ("from", "between") else first
    for place in range(first, at - 1, -1):
        phrase = words.words[max(free, place - 2) : place]
        if phrase == ("later", "than") and words.word(place - 3) not in ("no", "not"):
            return DateRelation.AFTER, place - 2
        if phrase in _PHRASES and words.close(place - 2):
            return _PHRASES[phrase], place - 2 - (phrase[0] == "later")
    if before in _RELATIONS and not (before == "from" and _is_genitive(words, at)):
        return _RELATIONS[before], at - 1
    if words.word(after) in ("onward", "onwards") and words.close(after - 1):
        return DateRelation.SINCE, first
    return DateRelation.IN, first


def _is_genitive(words: Lexed, at: int) -> bool:
    """Whether "from" follows a noun with an article ("a letter from 2022") and begins nothing."""
    return words.word(at - 3) in ("a", "an", "the")
