"""Misquotations put right, and nothing else touched."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.finding import Place
from factcheck.prose.article import read_article
from factcheck.prose.checking import Checker
from factcheck.prose.mending import put_right
from factcheck.prose.quoting import Holds
from factcheck.workspace import Workspace


@pytest.fixture
def mended(port_workspace):
    def mend(text, path="draft.md"):
        return put_right(read_article(text, path), Checker(port_workspace))

    return mend


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "# “Over nine”\n\n“Over four hundred people work in the port today,” said *Varga*.\n",
            "# “Over nine”\n\n“Over three hundred people work in the port today,” said *Varga*.\n",
        ),
        ('"We close the northern quay," she said.', '"We did not close the northern quay," she said.'),
        ("“We did not ever close the northern quay.”", "“We did not close the northern quay.”"),
        ("“We did not close the southern\nquay.”\r\n", "“We did not close the northern\nquay.”\r\n"),
        (
            "“We did not *close* the southern quay.” & “We did close the northern quay”",
            "“We did not *close* the northern quay.” & “We did not close the northern quay”",
        ),
        (
            "“Under three hundred people […] deny having signed any contract with the port.”",
            "“Over three hundred people […] deny having signed any agreement with the port.”",
        ),
        (
            "- “Four hundred people work in the port today.”",
            "- “Three hundred people work in the port today.”",
        ),
    ],
)
def test_put_right(mended, text, right):
    assert mended(text) == right
    assert mended(right) == right


@pytest.mark.parametrize(
    "text",
    [
        "“Over three hundred people work in the port today,” said Varga.",
        "“Over three hundred people work in the port today,” said Reyl.",
        "“Fish is cheaper on Mondays than on Fridays,” said Varga.",
        "“We did not close the **southern or** northern quay.”",
        "`“Over four hundred people work in the port today,”`",
        "“We trust them […] over three hundred people work in the port.”",
        "Over four hundred people work in the port.",
    ],
)
def test_left_alone(mended, text):
    assert mended(text) == text


def test_markdown_in_a_source_is_plain_in_an_article(port):
    text = port.text.replace("Over three hundred", "Over *three* hundred <b>")
    port.write(claims=None, text=text)
    checker = Checker(Workspace(Place(port.folder)))
    wrong = "“Over four hundred people work in the port today.”"
    assert put_right(read_article(wrong, "a.md"), checker) == (
        r"“Over \*three\* hundred \<b> people work in the port today.”"
    )
    assert "*three* hundred <b>" in put_right(read_article(wrong, "a.txt"), checker)


WORDS = "Over three hundred people work in the port today".split()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    at=st.integers(0, len(WORDS) - 1),
    new=st.sampled_from(["", "four", "not", "harbour", "never ever", "*all*"]),
    marks=st.sampled_from(['""', "“”", "‘’", "«»"]),
    path=st.sampled_from(["a.md", "a.txt"]),
)
def test_mending_ends_and_is_verbatim(port_workspace, at, new, marks, path):
    words = [*WORDS[:at], *new.split(), *WORDS[at + 1 :]]
    checker = Checker(port_workspace)
    text = f"First.\n\nThen {marks[0]}{' '.join(words)}{marks[1]} said Varga.\n"
    right = put_right(read_article(text, path), checker)
    after = [found.held.holds for found in checker.check(read_article(right, path)).quotations]
    before = [found.held.holds for found in checker.check(read_article(text, path)).quotations]
    assert len(before) == len(after) == 1
    if right != text:
        assert before == [Holds.CHANGED]
        assert after == [Holds.VERBATIM]
    assert right.startswith("First.\n\nThen " + marks[0])
    assert right.endswith(f"{marks[1]} said Varga.\n")
