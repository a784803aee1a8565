"""Ratings of publishers to stances: the table, what is looked up, what the user changes."""

import tomllib

import pytest

from factcheck.importing.ratings import STANCES, Ratings
from factcheck.importing.values import Rejected


def stance(words, *changes):
    found = Ratings(changes).rated(words)
    return found.reason if isinstance(found, Rejected) else found[1]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("True", "supports"),
        ("TRUE.", "supports"),
        ("Correct", "supports"),
        ("Verdadeiro", "supports"),
        ("False", "refutes"),
        (" false! ", "refutes"),
        ("Pants on Fire!", "refutes"),
        ("Supported", "supports"),
        ("Refuted", "refutes"),
        ("Conflicting", "neither-side"),
        ("Unsupported", "neither-side"),
        ("Not supported", "unknown-rating"),
        ("Not refuted", "unknown-rating"),
        ("pants-on-fire", "refutes"),
        ("Faux", "refutes"),
        ("Фейк", "refutes"),
        ("False: no such law exists", "refutes"),
        ("Fake – the video is from 2014", "refutes"),
        ("Half true", "neither-side"),
        ("Half-True", "neither-side"),
        ("Mostly true", "neither-side"),
        ("Misleading. It lacks context", "neither-side"),
        ("Satire", "neither-side"),
        ("True: but not of this photograph", "unknown-rating"),
        ("True, in part", "unknown-rating"),
        ("Not entirely true", "unknown-rating"),
        ("Untrue", "refutes"),
        ("falsehoods abound", "unknown-rating"),
        ("", "no-rating"),
        ("!", "unknown-rating"),
        ("false " * 100, "unknown-rating"),
    ],
)
def test_what_a_rating_does(words, expected):
    assert stance(words) == expected


def test_the_user_has_the_last_word():
    assert stance("Half true", ("half TRUE", "refutes")) == "refutes"
    assert stance("True", ("True", "neither")) == "neither-side"
    assert stance("Three llamas", ("three-llamas", "supports")) == "supports"


@pytest.mark.parametrize(
    ("value", "worst", "best", "expected"),
    [
        (1, 1, 5, "refutes"),
        (5, 1, 5, "supports"),
        (3, 1, 5, "neither"),
        (0, 1, 5, None),
        (1, 1, 1, None),
        (float("nan"), 1, 5, None),
    ],
)
def test_a_scale_counts_at_its_ends(value, worst, best, expected):
    assert Ratings.of_number(value, worst, best) == expected


def test_the_table_is_printed_as_settings_have_it():
    ratings = Ratings([('of "Lume"'.replace('"', ""), "supports")])
    table = tomllib.loads(ratings.written())["import"]["rating"]
    assert set(table.values()) == set(STANCES)
    assert table["pants on fire"] == "refutes"
    assert table["of lume"] == "supports"
    assert Ratings(table.items()).digest() == ratings.digest()


def test_a_change_of_the_table_is_another_table():
    assert Ratings().digest() != Ratings([("True", "neither")]).digest()
