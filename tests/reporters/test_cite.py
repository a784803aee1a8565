"""Citations to paste."""


import pytest

from factcheck.model import Stance
from factcheck.reporters.cite import as_markdown, as_text


@pytest.fixture
def passage(verdicts):
    return verdicts["refuted"].matches[0].evidence[0]


def test_text(passage, golden):
    refuting = passage._replace(stance=Stance.REFUTES)
    golden("cite.txt", as_text([passage, refuting]))


def test_markdown(passage, golden):
    refuting = passage._replace(stance=Stance.REFUTES, quote="One.\n\nTwo.")
    golden("cite.md", as_markdown([passage, refuting]))


@pytest.mark.parametrize(
    ("quote", "written"),
    [
        ("a * b_c", "> a \\* b\\_c"),
        ("[x](y) <b> `c`", "> \\[x\\](y) \\<b\\> \\`c\\`"),
        ("# no heading", "> \\# no heading"),
        ("1. no list", "> 1\\. no list"),
        ("2022 was", "> 2022 was"),
        ("- no list", "> \\- no list"),
        ("a\\b", "> a\\\\b"),
        ("A &amp; B", "> A \\&amp; B"),
        ("\x1b[31m", "> \\\\x1b\\[31m"),
    ],
)
def test_markdown_renders_to_the_letter(passage, quote, written):
    block = as_markdown([passage._replace(quote=quote)])
    assert block.splitlines()[0] == written


def test_without_a_citation_the_place_stands_in(passage):
    assert as_text([passage._replace(citation=None)]).endswith("src_text/port.txt, line 9\n")
