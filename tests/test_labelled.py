"""Statements with their labels, from files."""

import io

import pytest

from factcheck.errors import InputError
from factcheck.model import Label
from factcheck.statements.labelled import read_labelled

TABLE = """\
id,statement,label
1,"The port, they say, is open.",SUPPORTED

2,It is shut.,refuted
3,Who knows?,Not enough_info
"""
LINES = '{"statement": "The port is open.", "label": "supported"}\n\n{"statement": "Both.", "label": "conflicting"}\n'


@pytest.fixture
def write(tmp_path):
    def writer(name, text):
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8"))
        return str(path)

    return writer


def test_a_table(write):
    rows = read_labelled(write("a.csv", "\ufeff" + TABLE))
    assert [(row.text, row.label) for row in rows] == [
        ("The port, they say, is open.", Label.SUPPORTED),
        ("It is shut.", Label.REFUTED),
        ("Who knows?", Label.NOT_ENOUGH_INFO),
    ]
    assert [(row.location.line, row.location.column) for row in rows] == [(2, 4), (4, 3), (5, 3)]


def test_lines_of_json(write):
    rows = read_labelled(write("a.jsonl", LINES))
    assert [row.label for row in rows] == [Label.SUPPORTED, Label.CONFLICTING]


def test_other_columns(write):
    path = write("a.tsv", "claim\tverdict\nIt is shut.\trefuted\n")
    (row,) = read_labelled(path, column="claim", label_column="verdict")
    assert (row.text, row.label) == ("It is shut.", Label.REFUTED)


def test_standard_input_is_lines_of_json_unless_it_has_a_name():
    assert len(read_labelled("-", stdin=io.BytesIO(LINES.encode()))) == 2
    named = read_labelled("-", stdin=io.BytesIO(TABLE.encode()), stdin_filename="x.csv")
    assert named[0].location.path == "x.csv"


def test_an_empty_file_has_no_rows(write):
    assert read_labelled(write("a.csv", "")) == []


@pytest.mark.parametrize(
    ("name", "text", "told", "mend"),
    [
        ("a.txt", "It is shut.\n", "a.txt: files of labelled statements end in .csv, .tsv, .jsonl", "column"),
        ("a.csv", "statement,label\nA b.,suported\n", "a.csv:2:6: “suported” is not a label", "`supported`?"),
        (
            "a.csv",
            "statement,label\nA b.,true\n",
            "“true” is not a label",
            "the labels are supported, refuted",
        ),
        ("a.csv", "statement,label\nA b.,\n", "a.csv:2:6: the cell in the column `label` is empty", ""),
        (
            "a.csv",
            "statement,label\n,refuted\n",
            "a.csv:2:1: the cell in the column `statement` is empty",
            "",
        ),
        (
            "a.csv",
            "statement,verdict\nA,refuted\n",
            "the column `label` is not in the header",
            "--label-column",
        ),
        ("a.csv", "claim,label\nA,refuted\n", "the column `statement` is not in the header", "with --column"),
        ("a.jsonl", '{"statement": "A"}\n', "a.jsonl:1:1: the key `label` is missing", "--label-column"),
        ("a.jsonl", '{"statement": "A", "label": null}\n', "`label` must be a text", ""),
        ("a.jsonl", "{\n", "a.jsonl:1:1: not valid JSON", ""),
        ("a.csv", 'statement,label\n"A,refuted\n', "a.csv:2:1: the row does not parse", ""),
    ],
)
def test_the_first_row_that_is_wrong_stops_it(write, name, text, told, mend):
    with pytest.raises(InputError) as caught:
        read_labelled(write(name, text))
    assert told in caught.value.message
    assert mend in caught.value.mend


def test_a_file_that_is_not_there():
    with pytest.raises(InputError, match=r"missing\.csv: there is no such file"):
        read_labelled("missing.csv")
