import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Span
from factcheck.text import LineIndex, fold_word, paragraphs, sentences, strip_span, tokenize, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Over 300 children", ["over", "300", "children"]),
        ("134,000 mines, 1.2 billion", ["134,000", "mines", "1.2", "billion"]),
        ("Ukraine’s can't", ["ukraine's", "can't"]),
        ("anti-tank", ["anti", "tank"]),
        ("$5 is 50%", ["$", "5", "is", "50", "%"]),
        ("2022-2024", ["2022", "2024"]),
        ("URC2025", ["urc", "2025"]),
        ("", []),
        ("… — !", []),
        ("Straße", ["strasse"]),
    ],
)
def test_tokens(text, expected):
    assert [token.text for token in tokenize(text)] == expected


@given(st.text())
def test_tokens_are_in_order_and_stand_where_they_say(text):
    reach = 0
    for token in tokenize(text):
        assert token.span.start >= reach
        assert token.span.of(text) == token.raw
        reach = token.span.end


@pytest.mark.parametrize(
    ("word", "expected"), [("USA", "usa"), ("Don’t", "don't"), ("e\u0301TÉ", "été"), ("ʼn", "'n")]
)
def test_folded_words(word, expected):
    assert fold_word(word) == expected


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, (1, 1)),
        ("ab\ncd", 0, (1, 1)),
        ("ab\ncd", 2, (1, 3)),
        ("ab\ncd", 3, (2, 1)),
        ("ab\ncd", 5, (2, 3)),
        ("a\r\nb", 3, (2, 1)),
        ("𝒜\u0301b\n", 2, (1, 3)),
        ("\n\n", 2, (3, 1)),
    ],
)
def test_lines_and_columns(text, offset, expected):
    assert LineIndex(text).place(offset) == expected


@given(st.text(st.sampled_from("ab\n\r")), st.data())
def test_a_place_leads_back_to_its_offset(text, data):
    offset = data.draw(st.integers(0, len(text)))
    line, column = LineIndex(text).place(offset)
    assert sum(len(row) + 1 for row in text.split("\n")[: line - 1]) + column - 1 == offset


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Mr. Gusev met Dr. Who at 5 p.m. in St. Ives.", ["Mr. Gusev met Dr. Who at 5 p.m. in St. Ives."]),
        ("The U.S. Senate met.", ["The U.S. Senate met."]),
        ("J. R. Tolkien wrote.", ["J. R. Tolkien wrote."]),
        ("It cost 1.5 million. It rose.", ["It cost 1.5 million.", "It rose."]),
        ("He said “No.” Then he left.", ["He said “No.”", "Then he left."]),
        ("Wait... what? Yes.", ["Wait... what?", "Yes."]),
        ("A heading\n\nA sentence. ", ["A heading", "A sentence."]),
        ("One line\nand the next. End", ["One line\nand the next.", "End"]),
        ("a\n \t\r\n\nb", ["a", "b"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences(text, expected):
    assert [span.of(text) for span in sentences(text)] == expected


@given(st.text(st.sampled_from('aB .!?…"’)(\n-\t1')))
def test_sentences_leave_out_nothing_but_space(text):
    spans = sentences(text)
    assert all(span == strip_span(text, span) and len(span) for span in spans)
    inside = "".join(span.of(text) for span in spans)
    assert "".join(inside.split()) == "".join(text.split())
    assert spans == sorted(spans)


@pytest.mark.parametrize("text", ["." * 300_000 + "x", "?)" * 200_000, ". (" * 100_000, "\n \n" * 100_000])
def test_long_rows_of_marks_are_read(text):
    assert "".join(span.of(text) for span in sentences(text)).replace(" ", "") == "".join(text.split())


def test_paragraphs():
    text = "\n\n one\ntwo \n  \nthree\n"
    assert [span.of(text) for span in paragraphs(text)] == ["one\ntwo", "three"]


def test_a_stretch_of_space_is_stripped_to_nothing():
    assert len(strip_span("  \n ", Span(1, 3))) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("“Ünïcode” — ok\u00a0", "“Ünïcode” — ok\u00a0"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\u202eb\u200b", "a\\u202eb\\u200b"),
        ("line\nfeed\t", "line\\nfeed\\t"),
        ("\udcff\x00", "\\udcff\\x00"),
    ],
)
def test_nothing_is_acted_on(text, expected):
    assert visible(text) == expected


@given(st.text(st.characters()))
def test_what_is_visible_can_be_printed(text):
    shown = visible(text)
    shown.encode("utf-8")
    assert all(char.isprintable() or char.isspace() for char in shown)
    assert not set(shown) & set("\n\r\t\x1b\x85\u2028\u2029")
