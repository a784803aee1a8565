"""Dates that are counted from the date of issue: "last year", "this July", "yesterday", "two weeks ago"."""

from __future__ import annotations

from factcheck.language.lexer import Lexed
from factcheck.language.number_words import SMALL, TENS
from factcheck.language.periods import MONTHS, SEASONS, Issue, PartialDate, Period, month_start, shift

_WEEKDAYS = {
    name: number
    for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_POINTERS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652, "century": 36524}
_UNITS |= {f"{unit}s": days for unit, days in _UNITS.items()}
VAGUE = frozenset(("few", "several", "some", "many", "couple"))
_MAX_COUNT = 3000
RELATIVE_STARTS = frozenset(
    {*_POINTERS, *_DAYS, *VAGUE, *_WEEKDAYS, *SMALL, *TENS, "a", "an", "the", "earlier", "later", "now"}
)
Read = tuple[PartialDate, int]
_UNKNOWN = PartialDate(explicit=False)


def read_relative(words: Lexed, index: int, issue: Issue | None) -> Read | None:
    """The relative date that begins at token `index`; unresolved (no year) where `issue` is None."""
    word = words.words[index]
    if word in _DAYS:
        return _days(issue, _DAYS[word]), index + 1
    if word in ("earlier", "later") and words.word(index + 1) in ("this", "in") and words.close(index):
        return _within_this_year(words, index, issue)
    if word in _WEEKDAYS:
        return _weekday(words, index, issue)
    if word == "the":
        if words.word(index + 1) in ("last", "past", "previous", "current", "coming", "next"):
            return _pointed(words, index + 1, issue)
        return None
    if word in _POINTERS:
        return _pointed(words, index, issue)
    return _ago(words, index, issue)


def _days(issue: Issue | None, offset: int, length: int = 1, slack: int = 0) -> PartialDate:
    """`length` days that begin `offset` days from the issue."""
    if issue is None:
        return _UNKNOWN
    period = Period(shift(issue.low, offset), shift(issue.high, offset + length), slack)
    return PartialDate(fixed=period, explicit=False)


def _within_this_year(words: Lexed, index: int, issue: Issue | None) -> Read | None:
    """Reads "earlier this year", "later this month"; "earlier in 2022" is left to the year."""
    unit, late = words.word(index + 2), words.words[index] == "later"
    if words.word(index + 1) != "this" or unit not in ("year", "month", "week"):
        return None
    if issue is None:
        return _UNKNOWN, index + 3
    if unit == "week":
        return _days(issue, 0 if late else -7, 8), index + 3
    start = month_start(issue.low.year, 1 if unit == "year" else issue.low.month)
    end = month_start(issue.high.year + (unit == "year"), 1 if unit == "year" else issue.high.month + 1)
    period = Period(issue.low, end) if late else Period(start, shift(issue.high, 1))
    return PartialDate(fixed=period, explicit=False), index + 3


def _weekday(words: Lexed, index: int, issue: Issue | None) -> Read | None:
    """The most recent such day up to the issue; only where the issue is known to the day."""
    if words.word(index - 1) not in ("on", "last", "by", "until", "since", "before", "after"):
        return None
    if issue is None or issue.low != issue.high:
        return _UNKNOWN, index + 1
    back = (issue.high.weekday() - _WEEKDAYS[words.words[index]]) % 7
    return _days(issue, -back), index + 1


def _pointed(words: Lexed, index: int, issue: Issue | None) -> Read | None:
    """Reads "last year", "this July", "next spring", "the past two years"."""
    if not words.close(index):
        return None
    word, follow = words.words[index], words.word(index + 1)
    step = _POINTERS[word]
    if follow in ("year", "month", "week", "decade", "century"):
        return _whole(words, index, step, follow, issue)
    month = MONTHS.get(follow) or SEASONS.get(follow)
    if month is not None and word in ("last", "this", "next", "past", "previous", "coming"):
        if follow in MONTHS and not words.raw(index + 1)[0].isupper():
            return None
        return _nearest(month, follow in SEASONS, step, issue), index + 2
    if follow in _WEEKDAYS and word in ("last", "this", "next"):
        return _weekday(words, index + 1, issue) if step < 0 else (_UNKNOWN, index + 2)
    if word in ("last", "past", "previous"):
        count = _count(words, index + 1)
        if count and words.word(count[1]) in _UNITS:
            return _stretch(count[0] * _UNITS[words.word(count[1])], issue), count[1] + 1
    return None


def _whole(words: Lexed, index: int, step: int, unit: str, issue: Issue | None) -> Read | None:
    after = index + 2
    if words.word(after) == "s":
        after += 1
    word = words.words[index]
    if issue is None:
        return _UNKNOWN, after
    since = word == "past" or (word == "last" and words.word(index - 1) == "the" and unit != "century")
    if since:
        return _stretch(_UNITS[unit], issue), after
    if unit == "week":
        monday = -issue.high.weekday() + 7 * step
        return _days(issue, monday, 7, slack=3), after
    if unit == "month":
        if not issue.known_month:
            return _UNKNOWN, after
        start = month_start(issue.high.year, issue.high.month + step)
        return PartialDate(year=start.year, month=start.month, explicit=False), after
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    first = issue.high.year - (issue.high.year - (size == 100)) % size if size > 1 else issue.high.year
    return PartialDate(year=first + step * size, years=size, explicit=False), after


def _nearest(month: int, season: bool, step: int, issue: Issue | None) -> PartialDate:
    """The last, this year's or the next such month or season."""
    partial = PartialDate(month=month, months=3 if season else 1, season=season, explicit=False)
    if issue is None:
        return partial
    year, now = issue.high.year, issue.high.month
    if step < 0 and month + partial.months - 1 >= now:
        year -= 1
    if step > 0 and month <= now:
        year += 1
    return partial._replace(year=year)


def _stretch(days: int, issue: Issue | None) -> PartialDate:
    """The `days` that end with the issue ("over the past year")."""
    if issue is None:
        return _UNKNOWN
    period = Period(shift(issue.low, -days), shift(issue.high, 1), max(3, days // 12))
    return PartialDate(fixed=period, explicit=False)


def _count(words: Lexed, index: int) -> tuple[int, int] | None:
    """A small whole number in words or digits at `index`, and the token after it."""
    word = words.word(index)
    if word.isascii() and word.isdigit() and len(word) <= 4:
        return (int(word), index + 1) if 0 < int(word) <= _MAX_COUNT else None
    if word in ("a", "an") and words.word(index + 1) not in VAGUE:
        return 1, index + 1
    if word in TENS:
        unit = int(SMALL.get(words.word(index + 1), 0.0))
        follows = 0 < unit < 10 and words.close(index)
        return int(TENS[word]) + (unit if follows else 0), index + 1 + follows
    value = int(SMALL.get(word, 0.0))
    return (value, index + 1) if value else None


def _ago(words: Lexed, index: int, issue: Issue | None) -> Read | None:
    """Reads "two years ago"; without an issue, or with a comparator, it stays a quantity."""
    if words.word(index - 1) in ("than", "over", "least", "most", "nearly", "almost", "under"):
        return None
    at = index + (words.words[index] in ("a", "an"))
    vague = words.word(at) in VAGUE
    if vague:
        at += 1 + (words.word(at + 1) == "of")
        count: tuple[int, int] | None = (3, at)
    else:
        count = _count(words, index)
    if count is None or issue is None:
        return None
    number, at = count
    unit = words.word(at)
    if (
        unit not in _UNITS
        or words.word(at + 1) not in ("ago", "back", "earlier")
        or not words.all_close(index, at + 1)
    ):
        return None
    if words.word(at + 1) == "earlier":
        return None
    return _shifted(number, unit.removesuffix("s"), vague, issue), at + 2


def _shifted(number: int, unit: str, vague: bool, issue: Issue) -> PartialDate:
    """The day, month or year that lies `number` units before the issue, with the looseness of such talk."""
    if vague:
        most = 7 * _UNITS[unit]
        period = Period(shift(issue.low, -most), shift(issue.high, -2 * _UNITS[unit] + 1), 2 * _UNITS[unit])
        return PartialDate(fixed=period, explicit=False)
    days = number * _UNITS[unit]
    if unit == "day":
        return _days(issue, -days, 1, slack=0 if number < 10 else 5)
    if unit == "week":
        return _days(issue, -days - 3, 7, slack=4)
    if unit == "month":
        low = month_start(issue.low.year, issue.low.month - number)
        high = month_start(issue.high.year, issue.high.month - number + 1)
        return PartialDate(fixed=Period(low, high, 31), explicit=False)
    years = number * {"year": 1, "decade": 10}.get(unit, 100)
    low, high = month_start(issue.low.year - years, 1), month_start(issue.high.year - years + 1, 1)
    return PartialDate(fixed=Period(low, high, 183 if years < 10 else 183 + 36 * years), explicit=False)
