"""What a date in a text is."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from factcheck.model import Span
from factcheck.records import NamedTuple


class DateRelation(StrEnum):
    """How a statement is tied to its date."""

    IN = "in"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"


class DateExpression(NamedTuple):
    """A date, a stretch of time, or one end of it, in a text."""

    span: Span
    """The date in code points, with "since", "before" and the like, without "in" and "on"."""
    start: date | None
    end: date | None
    """Half-open; both None where the year is not known."""
    relation: DateRelation
    explicit: bool
    """As written; False for what was counted or guessed from the date of issue."""
    month: int | None = None
    day: int | None = None
    slack: int = 0
    """By how many days the ends are loose ("early", seasons, "ago")."""
    ranged: bool = False
    """Written with both ends ("from 2022 to 2024")."""
    other: tuple[date, date] | None = None
    """The other reading of an ambiguous date ("12/07/2025", "winter 2022")."""
