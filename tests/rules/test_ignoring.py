import pytest

from factcheck.finding import Place
from factcheck.rules.ignoring import find_ignores
from factcheck.rules.selection import EVERYTHING, Selection
from factcheck.validate import validate
from factcheck.workspace import Workspace

QUOTE = "Over three hundred people work in the port today."
WRONG = QUOTE.replace("work", "worked")


@pytest.mark.parametrize(
    ("comment", "codes", "reason"),
    [
        ("# factcheck: ignore[FC303] it is in the caption", ("FC303",), "it is in the caption"),
        ("#factcheck:ignore[fc303, FC2]: why", ("FC303", "FC2"), "why"),
        ("# factcheck: ignore FC303: why", ("FC303",), "why"),
        ("# factcheck: ignore FC303, FC304 — why", ("FC303", "FC304"), "why"),
        ("# factcheck: ignore", (), ""),
        ("# factcheck: ignore[FC303]", ("FC303",), ""),
    ],
)
def test_what_a_comment_says(comment, codes, reason):
    [found] = find_ignores(f"{comment}\na = 1\n", "claims/a.toml")
    assert (found.codes, found.reason, found.location.line, found.first, found.last) == (
        codes,
        reason,
        1,
        2,
        2,
    )


@pytest.mark.parametrize(
    "text",
    [
        'a = "# factcheck: ignore[FC303] in a string"\n',
        "a = '''\n# factcheck: ignore[FC303] in a string\n'''\n",
        "# factcheck is a tool; ignore this\na = 1\n",
    ],
)
def test_what_is_no_comment_for_the_checker(text):
    assert find_ignores(text, "claims/a.toml") == []


def test_lines_and_tables():
    text = (
        "[[claim]] # factcheck: ignore[FC1] a\nb = 1 # factcheck: ignore[FC2] b\n"
        "[[claim.evidence]]\n\n[[claim]]\nc = 1\n"
    )
    table, line = find_ignores(text, "claims/a.toml")
    assert (table.first, table.last) == (1, 4)
    assert (line.first, line.last, line.location.column) == (2, 2, 7)
    assert line.covers("FC201", 2)
    assert not line.covers("FC201", 3)
    assert not line.covers("FC301", 2)


def codes(port, claims, selection=EVERYTHING):
    return [fault.code for fault in validate(Workspace(Place(port.write(claims=claims))), selection)]


@pytest.mark.parametrize(
    ("above_claim", "above_quote", "behind_quote", "found"),
    [
        ("", "", "", ["FC201"]),
        ("# factcheck: ignore[FC201] why", "", "", []),
        ("# factcheck: ignore[FC2] why", "", "", []),
        ("# factcheck: ignore why", "", "", []),
        ("", "# factcheck: ignore[FC201] why", "", []),
        ("", "", "# factcheck: ignore[FC201] why", []),
        ("", "# factcheck: ignore[FC201]", "", ["FC117"]),
        ("# factcheck: ignore[FC202] why", "", "", ["FC116", "FC201"]),
        ("", "", "# factcheck: ignore[FC303] why", ["FC116", "FC201"]),
    ],
)
def test_ignores(port, above_claim, above_quote, behind_quote, found):
    head, _, rest = port.claims.partition(f"quote = '{QUOTE}'")
    claims = f"{above_claim}\n{head}{above_quote}\nquote = '{WRONG}' {behind_quote}{rest}"
    assert sorted(codes(port, claims)) == found


def test_what_was_not_looked_for_is_not_missed(port):
    claims = f"# factcheck: ignore[FC303] why\n{port.claims}"
    assert codes(port, claims, Selection(select=("FC1", "FC2"))) == []
    assert codes(port, claims, Selection(ignore=("FC303",))) in ([], ["FC116"])
    assert codes(port, claims) == ["FC116"]
