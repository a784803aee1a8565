"""Ids of statements, and layouts of transcripts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.edit.adding import slug
from factcheck.edit.layouts import guess_layout


@pytest.mark.parametrize(
    ("statement", "taken", "made"),
    [
        ("The port reopened in March 2024.", (), "the-port-reopened-in-march-2024"),
        ("Ukraine's café—open!", (), "ukraines-cafeopen"),
        ("One two three four five six seven eight", (), "one-two-three-four-five-six-seven"),
        ("A b", ("a-b", "a-b-2"), "a-b-3"),
        ("x" * 100, (), "x" * 60),
    ],
)
def test_slugs(statement, taken, made):
    assert slug(statement, taken) == made


@given(st.text(min_size=1))
def test_a_slug_is_always_an_id(statement):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(statement))


@pytest.mark.parametrize(
    ("paragraphs", "shown", "headings"),
    [
        (["Lead", "- Who?", "- Me.", "- Why?", "- So."], "turns that begin with “- ”", "none"),
        (["Lead", "— Who?", "— Me.", "— Why?"], "turns that begin with “— ”", "none"),
        (["Q: Who?", "A: Me.", "Q: Why?", "A: So."], "turns by name (Q, A)", "none"),
        (
            ["MR. SMITH: Who?", "Dr. Lee: Me.", "MR. SMITH: Why?", "Dr. Lee: So."],
            "turns by name (MR. SMITH, Dr. Lee)",
            "none",
        ),
        (["Q: Who?\nA: Me.\nQ: Why?\nA: So."], "turns by name (Q, A)", "none"),
        (["Prose.", "- one item", "More prose.", "And more."], "no turns", "none"),
        (["Note: one.", "Prose.", "More.", "Note: two."], "no turns", "none"),
        (["THE PORT", "Prose.", "ITS PEOPLE", "Prose."], "no turns", "capitals"),
        (["1. Freight", "Prose.", "2. People", "Prose."], "no turns", "numbered"),
        ([], "no turns", "none"),
    ],
)
def test_layouts(paragraphs, shown, headings):
    guess = guess_layout("\n\n".join(paragraphs))
    assert (str(guess), guess.headings) == (shown, headings)
