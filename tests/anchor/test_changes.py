import pytest

from factcheck.anchor import word_diff


@pytest.mark.parametrize(
    ("quote", "passage", "changes"),
    [
        ("a b c", "a b c", []),
        ("a  b", "a\nb", []),
        ("p < 0.05", "p > 0.05", [("<", ">", "comparator")]),
        ("n<5", "n≤5", [("<", "≤", "comparator")]),
        ("fell 5%", "fell -5%", [("5%", "-5%", "sign")]),
        ("fell +5", "fell −5", [("+5", "−5", "sign")]),
        ("fell -5", "fell −5", [("-5", "−5", "folding")]),
        ("412 mines", "413 mines", [("412", "413", "figure")]),
        ("some mines", "12 mines", [("some", "12", "figure")]),
        ("in the part", "in the party", [("part", "party", "cut")]),
        ("they resign", "they re-sign", [("resign", "re-sign", "word-boundary")]),
        ("go in to it", "go into it", [("in to", "into", "word-boundary")]),
        ("one, two", "one two", [(",", "", "punctuation")]),
        ("he went home", "he ran home", [("went", "ran", "words")]),
        ("he went", "he never went", [("", "never", "words")]),
        ("“he” went", '"he" Went', [("“", '"', "folding"), ("” went", '" Went', "folding")]),
    ],
)
def test_differences_are_named(quote, passage, changes):
    assert [(change.old, change.new, change.kind) for change in word_diff(quote, passage)] == changes


def test_spans_are_those_of_the_words():
    (change,) = word_diff("it fell 5% then", "it fell -5% then")
    assert change.old_span.of("it fell 5% then") == "5%"
    assert change.new_span.of("it fell -5% then") == "-5%"
