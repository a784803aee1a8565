"""Quantities as intervals, read twice, and what one does to another."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.dates import dates
from factcheck.language.intervals import Interval, Relation
from factcheck.language.quantities import Quantity, quantities, relate


def read(text: str) -> tuple[Quantity, ...]:
    return quantities(text, dates(text))


def only(text: str) -> Quantity:
    [quantity] = read(text)
    return quantity


SPANS = [
    ("Since 2022, over three hundred Ukrainian children came.", ["over three hundred"]),
    ("It cost $1.2 billion.", ["$1.2 billion"]),
    ("It was 50 percent of it.", ["50 percent"]),
    ("From 2022 to 2024, 134,000 hectares were cleared.", ["134,000 hectares"]),
    ("two 30-children groups", ["two", "30"]),
    ("US$5 million", ["US$5 million"]),
    ("EUR 80 million", ["EUR 80 million"]),
    ("5+ years", ["5+ years"]),
    ("-5%", ["-5%"]),
    ("between 5 and 10 million euros", ["between 5 and 10 million euros"]),
    ("founded on February 6, 1992 in 1919-1920, in the 1990s", []),
    ("2000 people came", ["2000"]),
    ("1 in 5 children", ["1 in 5"]),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_spans_hold_the_whole_expression(text: str, expected: list[str]) -> None:
    assert [quantity.span.of(text) for quantity in read(text)] == expected


UNITS = [
    ("134,000 hectares", "hectare", 134_000),
    ("10 km", "m", 10_000),
    ("5000 m", "m", 5000),
    ("2 tonnes", "kg", 2000),
    ("a 12-month program", "year", 1),
    ("€80m", "EUR", 80e6),
    ("eighty million euros", "EUR", 80e6),
    ("300 thousand dollars", "USD", 300_000),
    ("a billion-dollar worth", "USD", 1e9),
    ("£3.5bn", "GBP", 3.5e9),
    ("50 per cent", "%", 50),
    ("half of it", "%", 50),
    ("one in five", "%", 20),
    ("nine out of ten", "%", 90),
    ("doubled", "times", 2),
    ("5 million tonnes a year", "kg/year", 5e9),
    ("300 patients a day", "/day", 300),
    ("50 km/h", "m/hour", 50_000),
    ("100 square kilometres", "hectare", 10_000),
    ("3 GWh", "kWh", 3e6),
    ("half an hour", "day", 0.0208333333333333),
    ("300 people", None, 300),
]


@pytest.mark.parametrize(("text", "unit", "figure"), UNITS)
def test_units_are_canonical(text: str, unit: str | None, figure: float) -> None:
    quantity = only(text)
    assert (quantity.unit, quantity.figure) == (unit, figure)


READINGS = [
    ("over 300", Interval(300, inf, low_open=True), Interval(300, 450, low_open=True)),
    ("over 67,000", Interval(67_000, inf, low_open=True), Interval(67_000, 70_000, low_open=True)),
    ("over 19", Interval(19, inf, low_open=True), Interval(19, 22, low_open=True)),
    ("over 25", Interval(25, inf, low_open=True), Interval(25, 37.5, low_open=True)),
    ("over 3.5 million", Interval(3.5e6, inf, low_open=True), Interval(3.5e6, 5e6, low_open=True)),
    ("more than two", Interval(2, inf, low_open=True), Interval(2, 12, low_open=True)),
    ("at least 50", Interval(50, inf), Interval(50, inf)),
    ("300 or more", Interval(300, inf), Interval(300, inf)),
    ("fewer than 200", Interval(-inf, 200, high_open=True), Interval(100, 200, high_open=True)),
    ("up to 500", Interval(-inf, 500), Interval(0, 500)),
    ("no more than two", Interval(-inf, 2), Interval(0, 2)),
    ("nearly 300", Interval(240, 300, high_open=True), Interval(240, 300, high_open=True)),
    ("about 500", Interval(450, 550), Interval(450, 550)),
    ("some 500", Interval(450, 550), Interval(450, 550)),
    ("500 or so", Interval(450, 550), Interval(450, 550)),
    ("exactly 412", Interval(412, 412), Interval(412, 412)),
    ("412", Interval(412, 412), Interval(412, 412)),
    ("20–30", Interval(20, 30), Interval(20, 30)),
    ("five to ten", Interval(5, 10), Interval(5, 10)),
    ("between 5 and 10", Interval(5, 10), Interval(5, 10)),
    ("five or six", Interval(5, 6), Interval(5, 6)),
    ("more than half", Interval(50, inf, low_open=True), Interval(50, 100, low_open=True)),
]


@pytest.mark.parametrize(("text", "said", "meant"), READINGS)
def test_both_readings(text: str, said: Interval, meant: Interval) -> None:
    quantity = only(text)
    assert (quantity.said, quantity.meant) == (said, meant)


COUNTED = [
    ("over three hundred Ukrainian children have come", ("ukrainian", "children")),
    ("134,000 hectares of Azerbaijani land were cleared", ("azerbaijani", "land")),
    ("more than half of the mines", ("mines",)),
    ("half the mines", ("mines",)),
    ("300 of the children", ("children",)),
    ("the number of mines was 300", ("mines",)),
    ("$1.2 billion in aid", ("aid",)),
    ("dozens of people", ("people",)),
    ("about 500 of them", ()),
    ("its seventh and final season", ("final", "season")),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_what_is_counted(text: str, counted: tuple[str, ...]) -> None:
    assert only(text).counted == counted


def test_a_figure_in_a_compound_counts_its_own_noun() -> None:
    two, thirty = read("two 30-children groups")
    assert (two.counted, thirty.counted) == (("groups",), ("children", "groups"))


def test_a_change_is_two_quantities_with_one_unit() -> None:
    assert [(q.figure, q.unit) for q in read("it rose from 5 to 10 percent")] == [(5, "%"), (10, "%")]


YES, NO, OPEN, OTHER = Relation.SUPPORTS, Relation.REFUTES, Relation.OPEN, Relation.DIFFERENT
RELATIONS = [
    # statement, evidence
    ("more than 250", "over three hundred", YES),
    ("over three thousand", "over three hundred", NO),
    ("fewer than 200", "over three hundred", NO),
    ("exactly 412", "over three hundred", OPEN),
    ("300 children", "over three hundred", YES),
    ("over 300", "300 children", YES),
    ("about 300", "over 300", YES),
    ("300", "nearly 300", YES),
    ("500", "about five hundred", YES),
    ("500", "up to 500", OPEN),
    ("30", "over three hundred", NO),
    ("3,000", "over three hundred", NO),
    ("two", "more than two", NO),
    ("24 universities", "over two dozen universities", YES),
    ("two dozen", "24", YES),
    ("33 years", "more than 33 years", YES),
    ("23 years", "more than 33 years", NO),
    ("134 thousand", "134,000", YES),
    ("143,000", "134,000", NO),
    ("134,000", "134,213", YES),
    ("$1.2 billion", "$1,234,567,890", YES),
    ("1.3 billion", "1.2 billion", NO),
    ("3.8 percent", "3.83 percent", YES),
    ("9.5 percent", "9.4 percent", NO),
    ("32%", "32.4%", YES),
    ("32%", "33%", NO),
    ("300 children", "312 children", NO),
    ("fifty-two", "forty-two", NO),
    ("€80m", "eighty million euros", YES),
    ("80 million dollars", "eighty million euros", OTHER),
    ("134,000 mines", "134,000 hectares", OTHER),
    ("a tenth of them", "more than half of them", NO),
    ("50 percent", "half", YES),
    ("two thirds", "half", NO),
    ("most of them", "60 percent", YES),
    ("at least 5", "7", YES),
    ("7", "at least 5", OPEN),
    ("5", "5 to 10", OPEN),
    ("3", "5 to 10", NO),
    ("between 5 and 10", "7", YES),
    ("no children", "300 children", NO),
    ("first", "second", NO),
    ("first", "1st", YES),
    ("first", "one child", OTHER),
    ("doubled", "tripled", NO),
    ("5 km", "5000 m", YES),
    ("hundreds", "over three hundred", YES),
    ("dozens", "50", YES),
    ("dozens", "two million people", NO),
    ("24 months", "2 years", YES),
]


@pytest.mark.parametrize(("statement", "evidence", "relation"), RELATIONS)
def test_relations(statement: str, evidence: str, relation: Relation) -> None:
    assert relate(only(statement), only(evidence)) is relation


COMPARATORS = ["", "over ", "at least ", "fewer than ", "up to ", "nearly ", "about ", "exactly ", "only "]
ENDINGS = [" children", " percent", " euros", " km", "", " or more children", " years"]


@given(st.sampled_from(COMPARATORS), st.integers(2, 10**9), st.sampled_from(ENDINGS))
def test_a_quantity_supports_itself(comparator: str, value: int, ending: str) -> None:
    quantity = quantities(f"{comparator}{value:,}{ending}")[0]
    assert quantity.said.low <= quantity.figure <= quantity.said.high
    assert relate(quantity, quantity) is Relation.SUPPORTS


@given(st.integers(2, 10**9), st.integers(2, 10**9))
def test_two_exact_figures_support_each_other_only_if_near(one: int, other: int) -> None:
    relation = relate(only(f"exactly {one} children"), only(f"exactly {other} children"))
    assert (relation is Relation.SUPPORTS) == (one == other)
    assert relation is not Relation.OPEN


PIECES = [
    "over",
    "than",
    "more",
    "5",
    "-",
    "to",
    "from",
    "$",
    "€",
    "million",
    "%",
    "of",
    "the",
    "a",
    "in",
    "ten",
    "+",
    "or",
    "km",
]
TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
)


@given(TEXTS)
def test_any_text_is_read_and_spans_are_in_order(text: str) -> None:
    end = 0
    for quantity in read(text):
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.said.low <= quantity.said.high
        end = quantity.span.end


@given(TEXTS, TEXTS)
def test_any_two_quantities_can_be_related(one: str, other: str) -> None:
    for statement in read(one):
        for evidence in read(other):
            assert relate(statement, evidence) in Relation
