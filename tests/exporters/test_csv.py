"""For spreadsheets."""

import csv
from io import StringIO

import pytest

from factcheck.exporters import EXPORTERS, CitedClaim
from factcheck.exporters.csv_format import COLUMNS


def rows(export):
    text = EXPORTERS["csv"](export)
    assert text.count("\r\n") >= len(export.claims) + 1
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_row_a_quote(export, port):
    export = export()
    found = rows(export)
    assert [row["id"] for row in found] == [
        "port-staff",
        "port-reopened",
        *["railway-agreement"] * 2,
        "port-burnt",
    ]
    assert tuple(found[0]) == COLUMNS
    quoted = [one for item in export.claims for one in item.cited]
    for row, one in zip(found, quoted, strict=False):
        start, end = int(row["start"]), int(row["end"])
        assert port.text[start:end] == row["quote"] == one.passage.quote
        assert row["link"] == one.link
        line = port.text.split("\n")[int(row["line"]) - 1]
        assert line[int(row["column"]) - 1 :].startswith(row["quote"])
    first, last = found[0], found[-1]
    assert first["tags"] == "staff, port"
    assert (first["checked_by"], first["checked_on"], first["note"]) == (
        "N. N.",
        "2024-07-01",
        "As of June 2024.",
    )
    assert (first["speaker"], first["publisher"], first["issued"]) == (
        "Ines Varga",
        "Lume Courier",
        "2024-06",
    )
    assert [row["stance"] for row in found] == ["supports", "supports", "supports", "refutes", ""]
    assert (last["quote"], last["review_rating"], last["review_claimant"]) == ("", "Pants on fire", "'=cmd()")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-5%", "'-5%"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\nx", "\nx"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ("5%", "5%"),
        ('a "b", c\nd', 'a "b", c\nd'),
        ("\x00\u202e", "\x00\u202e"),
    ],
)
def test_no_cell_is_a_formula(export, text, cell):
    made = export()
    claim, cited = made.claims[0]
    claim = claim._replace(statement=text, note=text, tags=(text, "b"))
    changed = made._replace(claims=(CitedClaim(claim, cited),))
    [row] = rows(changed)
    assert row["statement"] == row["note"] == cell
    assert row["tags"] == f"{cell}, b"


def test_no_claims(export):
    assert rows(export()._replace(claims=())) == []
