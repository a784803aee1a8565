"""Stretches of the calendar: a partial date ("early spring 2022", "February 6") → its first and last day.

All arithmetic is clamped to the years 1 to 9999; nothing here raises OverflowError.
"""

from __future__ import annotations

import re
from datetime import date

from factcheck.records import NamedTuple

MONTHS = {
    name: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(),
        start=1,
    )
}
MONTHS |= {name[:3]: number for name, number in MONTHS.items() if name != "may"} | {"sept": 9}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month that a season of the northern half of the globe begins with; each lasts three."""
_SLACK_DAYS = {"year": 31, "season": 21, "month": 5, "decade": 366, "century": 3660}
_ISSUED = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:T.*)?")


class Period(NamedTuple):
    """A half-open stretch of days; `slack` says by how many days its ends are loose."""

    start: date
    end: date
    slack: int = 0


class PartialDate(NamedTuple):
    """A date as it is written: what is not said is None."""

    year: int | None = None
    years: int = 1
    """How many years: 10 for a decade, 100 for a century."""
    month: int | None = None
    months: int = 1
    """How many months: 3 for a season or a quarter, 6 for a half."""
    day: int | None = None
    last_day: int | None = None
    """For "10-11 July"."""
    part: str = ""
    """`early`, `mid` or `late`."""
    season: bool = False
    fixed: Period | None = None
    """For what is counted in days from the date of issue ("yesterday")."""
    explicit: bool = True
    swapped: PartialDate | None = None
    """The other reading of an ambiguous date: month first, the winter that begins in the year."""
    ranged: bool = False
    closed: bool = True
    """False where a bare year, month or season was not tied to anything; only for the parser."""


class Issue(NamedTuple):
    """When a text was issued: some day from `low` to `high`, both included."""

    low: date
    high: date

    @property
    def known_month(self) -> bool:
        """True where it is known to the month or better."""
        return (self.low.year, self.low.month) == (self.high.year, self.high.month)


def read_issue(issued: str | None) -> Issue | None:
    """The issue of an ISO 8601 date (`2025`, `2025-07`, `2025-07-22`), or None for anything else."""
    match = _ISSUED.fullmatch(issued) if issued else None
    if match is None:
        return None
    year, month, day = (int(group) if group else None for group in match.groups())
    if not year or (month is not None and not 1 <= month <= 12):
        return None
    if day is not None and month is not None:
        made = make_day(year, month, day)
        return Issue(made, made) if made else None
    last = month or 12
    return Issue(date(year, month or 1, 1), date(year, last, month_length(year, last)))


def month_length(year: int, month: int) -> int:
    """How many days the month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= month_length(year, month):
        return date(year, month, day)
    return None


def shift(day: date, days: int) -> date:
    """`day` moved by `days`, clamped to the calendar."""
    ordinal = min(max(day.toordinal() + days, 1), date.max.toordinal())
    return date.fromordinal(ordinal)


def month_start(year: int, month: int) -> date:
    """The first day of a month; `month` may run past 12 or below 1."""
    index = min(max(year * 12 + month - 1, 12), 9999 * 12 + 11)
    return date(index // 12, index % 12 + 1, 1)


def resolve(partial: PartialDate) -> Period | None:
    """The stretch of days, or None where the year is not known or the calendar has no such day."""
    if partial.fixed is not None:
        return partial.fixed
    if partial.year is None:
        return None
    if partial.day is not None and partial.month is not None:
        first = make_day(partial.year, partial.month, partial.day)
        last = make_day(partial.year, partial.month, partial.last_day or partial.day)
        return Period(first, shift(last, 1)) if first and last and first <= last else None
    if partial.month is not None:
        whole = Period(
            month_start(partial.year, partial.month),
            month_start(partial.year, partial.month + partial.months),
            _SLACK_DAYS["season"] if partial.season else 0,
        )
        return _part(whole, partial.part, "month" if partial.months == 1 else "season")
    whole = Period(month_start(partial.year, 1), month_start(partial.year + partial.years, 1))
    grain = {1: "year", 10: "decade"}.get(partial.years, "century")
    return _part(whole, partial.part, grain)


def _part(whole: Period, part: str, grain: str) -> Period:
    """The early, middle or late part: a quarter at the ends of a year, a third of anything else."""
    if not part:
        return whole
    days = (whole.end - whole.start).days
    share = 4 if grain == "year" else 3
    if grain == "year":
        year = whole.start.year
        bounds = {"early": (1, 4), "mid": (5, 9), "late": (10, 13)}[part]
        return Period(month_start(year, bounds[0]), month_start(year, bounds[1]), _SLACK_DAYS[grain])
    if grain == "season":
        index = whole.start.month
        offset = {"early": 0, "mid": 1, "late": 2}[part] * (3 if days > 100 else 1)
        length = 3 if days > 100 else 1
        first = month_start(whole.start.year, index + offset)
        return Period(first, month_start(whole.start.year, index + offset + length), _SLACK_DAYS[grain])
    cut = days // share
    start = {"early": whole.start, "mid": shift(whole.start, cut), "late": shift(whole.end, -cut)}[part]
    end = {"early": shift(whole.start, cut), "mid": shift(whole.end, -cut), "late": whole.end}[part]
    return Period(start, end, _SLACK_DAYS[grain])


def with_guessed_year(partial: PartialDate, issue: Issue | None) -> PartialDate:
    """`partial` in the most recent year up to the issue, where it names a month or season but no year."""
    if issue is None or partial.year is not None or partial.month is None or partial.fixed is not None:
        return partial
    year = issue.high.year
    day = partial.day or 1
    later = (partial.month, day) > (issue.high.month, issue.high.day)
    return partial._replace(year=year - 1 if later else year, explicit=False)


def swap_winter(partial: PartialDate) -> PartialDate:
    """A winter with a year is the one that ends in it, or the one that begins in it."""
    if partial.month != 12 or not partial.season or partial.year is None or partial.swapped is not None:
        return partial
    return partial._replace(year=partial.year - 1, swapped=partial)
