"""Dates as stretches of days, and what one does to another."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.date_parser import STARTERS, may_date, read_date
from factcheck.language.dates import DateExpression, DateRelation, dates, relate_dates
from factcheck.language.intervals import Relation
from factcheck.language.lexer import lex
from factcheck.language.periods import read_issue

ISSUED = "2025-07"


def only(text: str, issued: str | None = ISSUED) -> DateExpression:
    [expression] = dates(text, issued)
    return expression


WRITTEN = [
    ("2022-02-06", "2022-02-06", "2022-02-07"),
    ("2022-02", "2022-02-01", "2022-03-01"),
    ("6 February 2022", "2022-02-06", "2022-02-07"),
    ("February 6, 1992", "1992-02-06", "1992-02-07"),
    ("September 30 , 1946", "1946-09-30", "1946-10-01"),
    ("the 6th of February 2022", "2022-02-06", "2022-02-07"),
    ("the sixth of February 2022", "2022-02-06", "2022-02-07"),
    ("Tuesday, July 22, 2025", "2025-07-22", "2025-07-23"),
    ("22/07/2025", "2025-07-22", "2025-07-23"),
    ("07/22/2025", "2025-07-22", "2025-07-23"),
    ("12.07.2025", "2025-07-12", "2025-07-13"),
    ("Feb. '22", "2022-02-01", "2022-03-01"),
    ("in August 2024", "2024-08-01", "2024-09-01"),
    ("in 2022", "2022-01-01", "2023-01-01"),
    ("spring of 2022", "2022-03-01", "2022-06-01"),
    ("early spring 2022", "2022-03-01", "2022-04-01"),
    ("late February - early spring 2022", "2022-02-20", "2022-04-01"),
    ("Q1 2024", "2024-01-01", "2024-04-01"),
    ("the third quarter of 2024", "2024-07-01", "2024-10-01"),
    ("the first half of 2024", "2024-01-01", "2024-07-01"),
    ("the 1990s", "1990-01-01", "2000-01-01"),
    ("the nineties", "1990-01-01", "2000-01-01"),
    ("the 19th century", "1801-01-01", "1901-01-01"),
    ("in 1919-1920", "1919-01-01", "1921-01-01"),
    ("from 2022 to 2024", "2022-01-01", "2025-01-01"),
    ("between May and July 2021", "2021-05-01", "2021-08-01"),
    ("from May 2021 to July", "2021-05-01", "2021-08-01"),
    ("July 10–11, 2025", "2025-07-10", "2025-07-12"),
    ("10-11 July 2025", "2025-07-10", "2025-07-12"),
    ("2011/12", "2011-01-01", "2013-01-01"),
    ("the end of 2024", "2024-10-01", "2025-01-01"),
    ("mid-2022", "2022-05-01", "2022-09-01"),
    ("September 2019 – June 2020", "2019-09-01", "2020-07-01"),
]


@pytest.mark.parametrize(("text", "start", "end"), WRITTEN)
def test_written_dates(text: str, start: str, end: str) -> None:
    expression = only(text, None)
    assert (expression.start, expression.end) == (date.fromisoformat(start), date.fromisoformat(end))
    assert expression.explicit


RELATIVE = [
    ("last year", "2024-01-01", "2025-01-01"),
    ("late last year", "2024-10-01", "2025-01-01"),
    ("this year", "2025-01-01", "2026-01-01"),
    ("earlier this year", "2025-01-01", "2025-08-01"),
    ("this July", "2025-07-01", "2025-08-01"),
    ("last month", "2025-06-01", "2025-07-01"),
    ("in February", "2025-02-01", "2025-03-01"),
    ("in December", "2024-12-01", "2025-01-01"),
    ("on February 22", "2025-02-22", "2025-02-23"),
    ("July 20", "2025-07-20", "2025-07-21"),
    ("last summer", "2024-06-01", "2024-09-01"),
    ("yesterday", "2025-06-30", "2025-07-31"),
    ("two years ago", "2023-01-01", "2024-01-01"),
    ("next year", "2026-01-01", "2027-01-01"),
    ("the second half of last year", "2024-07-01", "2025-01-01"),
    ("over the past year", "2024-07-01", "2025-08-01"),
]


@pytest.mark.parametrize(("text", "start", "end"), RELATIVE)
def test_relative_dates(text: str, start: str, end: str) -> None:
    expression = only(text)
    assert (expression.start, expression.end) == (date.fromisoformat(start), date.fromisoformat(end))
    assert not expression.explicit


@pytest.mark.parametrize("text", [text for text, _, _ in RELATIVE if "ago" not in text])
def test_without_an_issue_they_have_no_year(text: str) -> None:
    assert only(text, None).start is None


def test_a_plan_is_not_put_into_the_past() -> None:
    assert only("The forum will be held in February.").start is None
    assert only("They prepare concerts for the Fall.").start is None


TIES = [
    ("since 2022", DateRelation.SINCE, "since 2022"),
    ("from 2022 onwards", DateRelation.SINCE, "from 2022 onwards"),
    ("as of 2022", DateRelation.SINCE, "as of 2022"),
    ("until the end of May 2022", DateRelation.UNTIL, "until the end of May 2022"),
    ("by 2030", DateRelation.BY, "by 2030"),
    ("no later than May 2022", DateRelation.BY, "no later than May 2022"),
    ("before 2022", DateRelation.BEFORE, "before 2022"),
    ("prior to 2022", DateRelation.BEFORE, "prior to 2022"),
    ("after July 2022", DateRelation.AFTER, "after July 2022"),
    ("in 2022", DateRelation.IN, "2022"),
    ("before the invasion in 2021", DateRelation.IN, "2021"),
    ("by late last year", DateRelation.BY, "by late last year"),
]


@pytest.mark.parametrize(("text", "relation", "words"), TIES)
def test_how_a_date_is_tied(text: str, relation: DateRelation, words: str) -> None:
    expression = only(text)
    assert (expression.relation, expression.span.of(text)) == (relation, words)


NONE = [
    "2000 people came",
    "over 2000 people",
    "2022 hectares",
    "$2022",
    "she may go",
    "the march was long",
    "prices fall by half",
    "hot springs",
    "a second hospital",
    "the sun rose",
    "1,992 mines",
    "9" * 5000,
    "31.31.2025",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date(text: str) -> None:
    assert dates(text, ISSUED) == ()


YEARS = [
    ("the 2024 elections", 2024),
    ("in 2000 people came", 2000),
    ("(2013)", 2013),
    ("the 2006 wave", 2006),
]


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_years(text: str, year: int) -> None:
    start = only(text).start
    assert start is not None
    assert start.year == year


def test_may_is_a_month_in_its_place() -> None:
    assert [expression.month for expression in dates("In May we met; on 5 March we may march.", ISSUED)] == [
        5,
        3,
    ]


YES, NO, OPEN = Relation.SUPPORTS, Relation.REFUTES, Relation.OPEN
RELATIONS = [
    # statement, evidence
    ("in 2022", "February 2022", YES),
    ("March 2022", "February 2022", NO),
    ("on 6 February 2022", "February 2022", OPEN),
    ("February 2022", "6 February 2022", YES),
    ("in 2023", "2022", NO),
    ("since 2022", "since February 2022", YES),
    ("since 2021", "since 2022", NO),
    ("in 2022", "since 2022", OPEN),
    ("since 2022", "in 2022", OPEN),
    ("in 2021", "since 2022", NO),
    ("before 2022", "in 2021", YES),
    ("before 2022", "in 2023", NO),
    ("after 2022", "in 2023", YES),
    ("by 2024", "in 2022", YES),
    ("by 2024", "in 2025", NO),
    ("before 2023", "before 2022", YES),
    ("July 12", "12 July", YES),
    ("July 13", "12 July", NO),
    ("12/07/2025", "12/07/2025", YES),
    ("12 July 2025", "12/07/2025", OPEN),
    ("July 2024", "12/07/2025", NO),
    ("from 2022 to 2024", "2022–2024", YES),
    ("from 2021 to 2024", "from 2022 to 2024", NO),
    ("in 2022", "from 2022 to 2024", OPEN),
    ("in 2020", "from 2022 to 2024", NO),
    ("in the 1990s", "in 1992", YES),
    ("in the 20th century", "in 1992", YES),
    ("late 2024", "November 2024", YES),
    ("in September 2024", "late 2024", OPEN),
    ("in May 2024", "late 2024", NO),
    ("last year", "in 2024", YES),
    ("in 2023", "last year", NO),
    ("in early 2022", "late February - early spring 2022", YES),
    ("1 September 2023", "in September 2023", OPEN),
    ("in September 2023", "on 1 September 2023", YES),
]


@pytest.mark.parametrize(("statement", "evidence", "relation"), RELATIONS)
def test_relations(statement: str, evidence: str, relation: Relation) -> None:
    assert relate_dates(only(statement), only(evidence)) is relation


PARTIAL = [
    ("July 12", "12 July", YES),
    ("July 12", "12 July 2025", YES),
    ("July 12, 2025", "12 July", OPEN),
    ("in July", "12 July", YES),
    ("July 12", "in July", OPEN),
    ("August 12", "12 July 2025", NO),
    ("July 13", "12 July", NO),
    ("last year", "in 2024", OPEN),
]


@pytest.mark.parametrize(("statement", "evidence", "relation"), PARTIAL)
def test_dates_without_a_year(statement: str, evidence: str, relation: Relation) -> None:
    assert relate_dates(only(statement, None), only(evidence, None)) is relation


@given(st.dates(date(1700, 1, 1), date(2199, 12, 31)))
def test_all_ways_to_write_a_day_agree(day: date) -> None:
    month = day.strftime("%B")
    written = [
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"the {day.day}th of {month} {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
    ]
    assert {(only(text).start, only(text).end is not None) for text in written} == {(day, True)}


PIECES = [
    "in",
    "May",
    "5",
    "2022",
    "-",
    "last",
    "year",
    "to",
    "from",
    "early",
    "Fall",
    "of",
    "ago",
    "two",
    "'22",
    "9999",
    "Q1",
    "s",
]
TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
)
ISSUES = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.sampled_from(["2025", "2025-07", "0001", "9999-12-31", "2024-02-29", "2025-13"]),
)


@given(TEXTS, ISSUES)
def test_any_text_is_read_and_spans_are_in_order(text: str, issued: str | None) -> None:
    end = 0
    for expression in dates(text, issued):
        assert end <= expression.span.start < expression.span.end <= len(text)
        assert (expression.start is None) == (expression.end is None)
        if expression.start is not None and expression.end is not None:
            assert expression.start <= expression.end
        end = expression.span.end


@given(TEXTS, TEXTS, ISSUES)
def test_any_two_dates_can_be_related(one: str, other: str, issued: str | None) -> None:
    for statement in dates(one, issued):
        assert relate_dates(statement, statement) in (Relation.SUPPORTS, Relation.OPEN)
        for evidence in dates(other, issued):
            assert relate_dates(statement, evidence) in Relation


PARTS_OF_DATES = st.sampled_from(
    sorted((*STARTERS, "year", "years", "month", "day", "of", "in", "few", "ago", "back"))
)


@given(st.lists(PARTS_OF_DATES, max_size=6), ISSUES)
def test_no_date_begins_where_none_is_looked_for(words: list[str], issued: str | None) -> None:
    text = lex(" ".join(words))
    if not may_date(text):
        assert not any(read_date(text, at, read_issue(issued)) for at in range(len(text.words)))
