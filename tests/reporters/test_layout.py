"""Wrapping leaves text alone; what is printed is never acted on."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Span
from factcheck.reporters import REPORTERS
from factcheck.reporters.layout import BOLD, Style, cells, marked, percent, plural, printable, shorten, wrap
from factcheck.reporters.table import shorten_left
from factcheck.reporters.text_verdict import joined

SGR = re.compile(r"\x1b\[[0-9;]*m")
PROSE = st.text(st.sampled_from("ab é’\u00a0日 ,.   "), max_size=300)


@given(PROSE, st.integers(5, 60), st.integers(0, 4))
def test_wrapping_turns_spaces_into_line_breaks_and_nothing_else(text, width, indent):
    lines = wrap([(text, "")], Style(width), " " * indent).split("\n")
    margin = " " * indent
    assert " ".join(line.removeprefix(margin) if line.strip(" ") else line[indent:] for line in lines).rstrip(
        " "
    ) == text.rstrip(" ")


@given(PROSE, st.integers(10, 60))
def test_no_line_is_wider_than_the_style_but_by_a_single_word(text, width):
    for line in wrap([(text, "")], Style(width), "  ").split("\n"):
        assert cells(line) <= width or " " not in line.strip(" ")


@given(PROSE, st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300))), st.integers(10, 60))
def test_marking_adds_style_only(text, pairs, width):
    spans = [Span(min(pair), max(pair)) for pair in pairs]
    plain = wrap([(printable(text), "")], Style(width))
    coloured = wrap(marked(text, spans), Style(width, color=True))
    assert SGR.sub("", coloured) == plain


def test_matching_words_are_bold():
    assert wrap(marked("a big port", [Span(2, 5)]), Style(color=True)) == "a \x1b[1mbig\x1b[0m port"


def test_style_goes_on_over_spaces_within_what_is_marked():
    assert wrap([("a b", BOLD)], Style(color=True)) == "\x1b[1ma b\x1b[0m"


def test_style_starts_again_on_the_next_line():
    assert wrap([("aa bb", BOLD)], Style(2, color=True)) == "\x1b[1maa\x1b[0m\n\x1b[1mbb\x1b[0m"


def test_line_feeds_of_the_text_stay_line_feeds():
    assert wrap([("one\n\ntwo three", "")], Style(8), "> ") == "> one\n>\n> two\n> three".replace(
        ">\n", ">\n"
    )


@pytest.mark.parametrize(
    ("text", "columns"), [("port", 4), ("é", 1), ("e\u0301", 1), ("日本", 4), ("’", 1), ("", 0)]
)
def test_cells(text, columns):
    assert cells(text) == columns


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("short", 10, "short"),
        ("exactly ten", 11, "exactly ten"),
        ("a longer text", 9, "a longer…"),
        ("日本日本", 5, "日本…"),
        ("two\nlines", 20, "two\\nlines"),
    ],
)
def test_shorten(text, width, shown):
    assert shorten(text, width) == shown


@pytest.mark.parametrize(
    ("text", "width", "shown"), [("a.txt:1:1", 9, "a.txt:1:1"), ("folder/a.txt:1:1", 10, "…a.txt:1:1")]
)
def test_shorten_left(text, width, shown):
    assert shorten_left(text, width) == shown


@pytest.mark.parametrize(
    ("confidence", "shown"),
    [(0, "0%"), (0.001, "1%"), (0.5, "50%"), (0.974, "97%"), (0.9999, "99%"), (1, "100%")],
)
def test_only_certainty_is_100_percent(confidence, shown):
    assert percent(confidence) == shown


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims"), (1234, "1,234 claims")]
)
def test_plural(count, shown):
    assert plural(count, "claim") == shown


@pytest.mark.parametrize(
    ("spans", "parts"),
    [
        ([], []),
        ([Span(0, 3), Span(4, 7)], ["one two"]),
        ([Span(4, 7), Span(0, 3)], ["one two"]),
        ([Span(0, 3), Span(8, 13)], ["one", "three"]),
        ([Span(0, 7), Span(4, 7)], ["one two"]),
    ],
)
def test_spans_with_only_white_space_between_are_shown_as_one(spans, parts):
    text = "one two three"
    assert [span.of(text) for span in joined(tuple(spans), text)] == parts


@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("width", [20, 40, 80])
def test_text_holds_no_control_characters_but_its_own_style(named_report, color, width):
    _, report = named_report
    text = SGR.sub("", REPORTERS["text"](report, Style(width, color=color)))
    assert not [char for char in text if unicodedata.category(char) in ("Cc", "Cf") and char != "\n"]


def test_no_colour_means_no_escapes(named_report):
    _, report = named_report
    assert "\x1b" not in REPORTERS["text"](report, Style(color=False, verbosity=1))


@pytest.mark.parametrize("name", ["check", "validate", "list"])
def test_quiet_leaves_the_summary_out(reports, name):
    loud = REPORTERS["text"](reports[name], Style())
    quiet = REPORTERS["text"](reports[name], Style(verbosity=-1))
    assert loud.startswith(quiet.rstrip("\n"))
    assert len(loud.splitlines()) - len(quiet.splitlines()) == 2


def test_verbose_shows_similarity(reports):
    report = reports["verdict-refuted"]
    assert "similarity 91.4" in REPORTERS["text"](report, Style(verbosity=1))
    assert "similarity" not in REPORTERS["text"](report, Style())
