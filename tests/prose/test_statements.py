"""Which sentences are looked up, and what of them."""

import pytest

from factcheck.prose import checking
from factcheck.prose.article import read_article
from factcheck.prose.people import People
from factcheck.prose.reported import stated
from factcheck.text import tokenize


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The port reopened in March 2024.", True),
        ("Over three hundred people work there.", True),
        ("Is the port open?", False),
        ("Read the whole interview here.", False),
        ("Please note the date.", False),
        ("What a day!", False),
        ("A port by the sea.", False),
        ("Yes.", False),
        ("The port runs `make` every day.", False),
        ("“Over three hundred people work in the port today,” said Varga.", False),
        ("“Over four hundred people work in the port today,” said Varga.", False),
        ("“Fish is cheaper on Mondays than on Fridays,” said Varga.", True),
        ("Varga added that the port, which burned down, had “reopened in March 2024” with new quays.", True),
    ],
)
def test_what_is_looked_up(checked, text, kept):
    assert [sentence.text for sentence in checked(text).statements] == [text] * kept


def test_a_long_paragraph_is_read_once_and_not_once_a_sentence(checked, monkeypatch):
    read = []

    def counted(text):
        read.append(len(text))
        return tokenize(text)

    monkeypatch.setattr(checking, "tokenize", counted)
    text = "“Over three hundred people work in the port today,” said Varga. The port is open. " * 20
    assert len(checked(text).statements) == 20
    assert sum(read) <= len(text)


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("The port reopened in March, said Ines Varga.", "The port reopened in March"),
        ("The port reopened in March, the interviewer noted.", "The port reopened in March"),
        ("The port reopened in March, she told the Lume Courier.", "The port reopened in March"),
        ("The port reopened in March, according to Varga.", "The port reopened in March"),
        ("Varga said that the port reopened in March.", "the port reopened in March."),
        ("According to Ines Varga, the port reopened in March.", "the port reopened in March."),
        ("Varga denied that the port reopened in March.", None),
        ("Varga did not say that the port reopened in March.", None),
        ("The port reopened in March, John Smith claimed.", None),
        ("The port reopened in March, said John Smith.", None),
        ("According to unofficial figures, forty of them are divers.", None),
        ("The port reopened in March, after a fire.", None),
        ("Yes, said Varga.", None),
    ],
)
def test_who_says_so_is_left_out(port_workspace, sentence, rest):
    assert stated(sentence, People(port_workspace)).of(sentence) == (rest or sentence)


def test_places_of_statements(checked):
    check = checked("One thing is so.\n\n- The port is\n  open now. It is big.\n")
    assert [str(check.location(sentence)) for sentence in check.statements] == [
        "draft.md:1:1",
        "draft.md:3:3",
        "draft.md:4:13",
    ]


def test_an_article_without_anything_is_no_error():
    assert read_article("", "a.md").sentences == ()
