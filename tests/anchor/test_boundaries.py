import pytest

from factcheck.anchor.boundaries import is_boundary


@pytest.mark.parametrize(
    "marked",
    [
        "par|ty",
        "non-|violent",
        "non|-violent",
        "don|'t",
        "Azerbaijan|’s",
        "Azerbaijan’|s",
        "-|5%",
        "5|%",
        "$|5",
        "1|.5",
        "1.|5",
        "20|–30",
        "20–|30",
        "<|0.05",
        "<|=",
        "±|2",
        "e|\u0301",
        "сло|во",
        "12|3",
    ],
)
def test_no_quote_ends_here(marked):
    before, after = marked.split("|")
    assert not is_boundary(before + after, len(before))


@pytest.mark.parametrize(
    "marked",
    [
        "|word",
        "word|",
        "a |b",
        "a| b",
        "end|.",
        "end.| Then",
        "“|quoted",
        "(|5",
        "fell—|5 of them",
        "l’|Europe",
        "1990|, then",
        "1990|.",
        "東|京",
        "ภา|ษา",
        "word —| word",
        " |-5",
    ],
)
def test_a_quote_may_end_here(marked):
    before, after = marked.split("|")
    assert is_boundary(before + after, len(before))
