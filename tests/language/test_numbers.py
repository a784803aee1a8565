"""Number words and figures → values with spans."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.numbers import numbers
from factcheck.language.spelled import NumberKind

VALUES = [
    ("134,000 hectares", [134_000]),
    ("134 000 hectares", [134_000]),
    ("134\u00a0000 hectares", [134_000]),
    ("134 thousand", [134_000]),
    ("134k", [134_000]),
    ("1.2 billion", [1.2e9]),
    ("1,2 billion", [1.2e9]),
    ("1.1 million", [1.1e6]),
    ("€80m", [80e6]),
    ("$3.5bn", [3.5e9]),
    ("80m people", [80e6]),
    ("a track 80m long", [80]),
    ("1,34,000", [134_000]),
    ("1.234.567", [1_234_567]),
    ("forty-two patients", [42]),
    ("one hundred and five", [105]),
    ("three thousand two hundred and five", [3205]),
    ("one million two hundred thousand five hundred", [1_200_500]),
    ("eighty million euros", [80e6]),
    ("two dozen", [24]),
    ("a dozen", [12]),
    ("half a dozen", [6]),
    ("a couple of days", [2]),
    ("half a million", [500_000]),
    ("a quarter of a million", [250_000]),
    ("two and a half million", [2.5e6]),
    ("a million and a half", [1.5e6]),
    ("three point five", [3.5]),
    ("billion-dollar", [1e9]),
    ("minus five", [-5]),
    ("-5%", [-5]),
    ("two three four", [2, 3, 4]),
    ("no children", [0]),
    ("zero deaths", [0]),
    ("2½ hours", [2.5]),
    ("a hundred, a thousand", [100, 1000]),
    ("three lakh", [300_000]),
    ("OVER THREE HUNDRED CHILDREN", [300]),
    ("Over Three Hundred Children", [300]),
]


@pytest.mark.parametrize(("text", "values"), VALUES)
def test_values(text: str, values: list[float]) -> None:
    assert [number.value for number in numbers(text)] == values


FRACTIONS = [
    ("half of the mines", 50),
    ("a third of them", 33.3333333333333),
    ("two thirds", 66.6666666666667),
    ("two-thirds majority", 66.6666666666667),
    ("three quarters", 75),
    ("a tenth of the mines", 10),
    ("one fifth", 20),
    ("3/4 of it", 75),
    ("most of the land", 50),
]


@pytest.mark.parametrize(("text", "percent"), FRACTIONS)
def test_fractions_are_in_per_cent(text: str, percent: float) -> None:
    [number] = numbers(text)
    assert (number.kind, number.value) == (NumberKind.FRACTION, percent)


ORDINALS = [("the first", 1), ("5th", 5), ("twenty-first", 21), ("a third time", 3)]


@pytest.mark.parametrize(("text", "value"), ORDINALS)
def test_ordinals(text: str, value: float) -> None:
    [number] = numbers(text)
    assert (number.kind, number.value) == (NumberKind.ORDINAL, value)


FACTORS = [
    ("twice as many", 2),
    ("doubled", 2),
    ("three times", 3),
    ("5x", 5),
    ("tenfold", 10),
    ("double the number", 2),
]


@pytest.mark.parametrize(("text", "value"), FACTORS)
def test_factors(text: str, value: float) -> None:
    [number] = numbers(text)
    assert (number.kind, number.value) == (NumberKind.FACTOR, value)


VAGUE = [
    ("dozens of people", 24, inf),
    ("hundreds of thousands of children", 200_000, inf),
    ("thousands", 2000, inf),
    ("tens of millions", 20e6, inf),
    ("a few hundred", 200, 1000),
    ("several thousand", 2000, 10_000),
    ("a multi-billion-dollar project", 2e9, inf),
]


@pytest.mark.parametrize(("text", "low", "high"), VAGUE)
def test_vague_numbers_are_open(text: str, low: float, high: float) -> None:
    [number] = numbers(text)
    assert (number.value, number.upper) == (low, high)


NONE = [
    "the conference URC2025",
    "GPT-4 answered",
    "the Revival-P 3 machine",
    "Covid-19 spread",
    "the III Shusha Forum",
    "53BP1 and p53",
    "as shown [12], [3, 14–16]",
    "Article 5 of the treaty, page 12",
    "the crew of Apollo 11 landed",
    "World War Two ended",
    "at 10:30, at 5 p.m.",
    "open 24/7",
    "version 1.2.3 and 192.168.0.1",
    "one of the sections",
    "no one came",
    "they help one another",
    "the one who came",
    "one day he left",
    "infection.4",
    "at first, first of all",
    "the other half",
    "a couple sat there",
    "nobody doubts it",
    "no progress was made",
    "²²² ²",
    "9" * 5000,
]


@pytest.mark.parametrize("text", NONE)
def test_names_references_and_pronouns_are_no_numbers(text: str) -> None:
    assert numbers(text) == ()


KEPT = [
    ("one hospital opened", 1),
    ("only one of the hospitals", 1),
    ("In Ukraine 300 children were treated", 300),
    ("under-fives and 300 children", 300),
    ("10 [95% CI]", 10),
]


@pytest.mark.parametrize(("text", "value"), KEPT)
def test_numbers_beside_names_are_kept(text: str, value: float) -> None:
    assert numbers(text)[0].value == value


UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(value: int, joint: str) -> str:
    if value < 20:
        return UNITS[value]
    if value < 100:
        return TENS[value // 10] + (f"-{UNITS[value % 10]}" if value % 10 else "")
    if value < 1000:
        rest = f"{joint}{spell(value % 100, joint)}" if value % 100 else ""
        return f"{UNITS[value // 100]} hundred{rest}"
    for scale, name in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand")):
        if value >= scale:
            rest = f" {spell(value % scale, joint)}" if value % scale else ""
            return f"{spell(value // scale, joint)} {name}{rest}"
    raise AssertionError(value)


@given(st.integers(2, 10**12 - 1), st.sampled_from([" ", " and "]))
def test_spelled_integers_come_back(value: int, joint: str) -> None:
    text = f"It was {spell(value, joint)}."
    [number] = numbers(text)
    assert number.value == value
    assert number.span.of(text) == text[7:-1]


@given(st.integers(0, 10**12))
def test_figures_come_back(value: int) -> None:
    assert [number.value for number in numbers(f"about {value:,} things")] == [value]
    assert [number.value for number in numbers(f"about {value} things")] == [value]


PIECES = [
    "one",
    "hundred",
    "and",
    "a",
    "half",
    "of",
    "million",
    "third",
    "-",
    " ",
    "5",
    "1,000",
    "th",
    "k",
    "%",
    "²",
    ".",
]


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(PIECES)).map(" ".join),
        st.lists(st.sampled_from(PIECES)).map("".join),
    )
)
def test_any_text_is_read_and_spans_are_in_order(text: str) -> None:
    end = 0
    for number in numbers(text):
        assert end <= number.span.start < number.span.end <= len(text)
        end = number.span.end
