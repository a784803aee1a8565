import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.model import Diagnostic, Location
from factcheck.statements import SUFFIXES, Statement, read_statements
from factcheck.statements.lines import MAX_LINE


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Writes a file into the current folder and gives its name."""
    monkeypatch.chdir(tmp_path)

    def writer(name, content):
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        (tmp_path / name).write_bytes(data)
        return name

    return writer


def places(items):
    """Text (None for a diagnostic), line and column of each."""
    return [(getattr(item, "text", None), item.location.line, item.location.column) for item in items]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", "One.\n\n  Two.  \r\n# Three\n", [("One.", 1, 1), ("Two.", 3, 3), ("# Three", 4, 1)]),
        ("a.txt", "\ufeffOne.\nno end", [("One.", 1, 1), ("no end", 2, 1)]),
        ("A.TXT", "Über 300.\n", [("Über 300.", 1, 1)]),
        ("a.txt", "", []),
        ("a.csv", "id,statement\n1,One.\n2,Two.\n", [("One.", 2, 3), ("Two.", 3, 3)]),
        ("a.csv", "\ufeffstatement\r\nOne.\r\n", [("One.", 2, 1)]),
        ("a.csv", "id, statement \n1,One.\n", [("One.", 2, 3)]),
        ("a.csv", 'id,statement\n1,"One, two"\n', [("One, two", 2, 4)]),
        ("a.csv", 'id,statement\n"a, ""b"" c",  One.\n', [("One.", 2, 16)]),
        # A cell of several lines: the next row's line still counts them.
        ("a.csv", 'note,statement\n"x\ny",One.\nz,Two.\n', [("One.", 3, 4), ("Two.", 4, 3)]),
        ("a.csv", 'statement,note\n"One\ntwo",x\nThree.,y\n', [("One\ntwo", 2, 2), ("Three.", 4, 1)]),
        ("a.csv", 'n,statement\nx,"\n  One."\n', [("One.", 3, 3)]),
        ("a.csv", "statement,note\n\n,,\nOne.,x,\n", [("One.", 4, 1)]),
        ("a.csv", "", []),
        ("a.csv", "statement\n", []),
        ("a.tsv", "id\tstatement\n1\tOne, two.\n", [("One, two.", 2, 3)]),
        ("a.jsonl", '{"statement": "One."}\n\n{"statement": " Two. "}', [("One.", 1, 1), ("Two.", 3, 1)]),
    ],
)
def test_statements_and_their_places(write, name, content, expected):
    assert places(read_statements(write(name, content))) == expected


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "text,statement\nOne.,no\n"),
        ("a.tsv", "text\tstatement\nOne.\tno\n"),
        ("a.jsonl", '{"text": "One.", "statement": "no"}\n'),
    ],
)
def test_another_column(write, name, content):
    assert [item.text for item in read_statements(write(name, content), column="text")] == ["One."]


CLAIMS = """\
# comment
[[claim]]
id = "one"
statement = "One."
[[claim.evidence]]
source = "s"
quote = 'One'

[[claim]]
id = "two"
also = [
    "Deux.",
]
statement = '''
Two
lines.'''
"""


def test_claims_file(write):
    items = list(read_statements(write("claims.toml", CLAIMS)))
    assert items == [
        Statement("One.", Location("claims.toml", 4), "one"),
        Statement("Two\nlines.", Location("claims.toml", 14), "two"),
    ]


def test_claims_of_json_lines_keep_their_ids(write):
    claim = {"id": "one", "statement": "One.", "evidence": []}
    row = {"id": "row", "statement": "Two."}
    name = write("a.jsonl", json.dumps(claim) + "\n" + json.dumps(row) + "\n")
    assert [item.claim_id for item in read_statements(name)] == ["one", None]


@pytest.mark.parametrize(
    ("name", "content", "line", "column", "words"),
    [
        ("a.jsonl", '{"statement": "One."\n', 1, 1, "not valid JSON"),
        ("a.jsonl", "[1]\n", 1, 1, "must hold an object"),
        ("a.jsonl", "[" * 100_000 + "\n", 1, 1, "not valid JSON"),
        ("a.jsonl", '{"statment": "One."}\n', 1, 1, "`statement` is missing"),
        ("a.jsonl", '{"statement": 3}\n', 1, 1, "must be a text"),
        ("a.jsonl", '{"statement": " "}\n', 1, 1, "is empty"),
        ("a.jsonl", r'{"statement": "\ud800"}' + "\n", 1, 1, "surrogate"),
        ("a.csv", "id,statement\n1\n", 2, 1, "1 cell, too few"),
        ("a.csv", "id,statement\n1,Over 300, in 2022\n", 2, 1, "3 cells, the header has 2"),
        ("a.csv", "id,statement\n1, \n", 2, 3, "is empty"),
        ("a.csv", "id,statement\n1,\n", 2, 3, "is empty"),
        ("a.csv", 'id,statement\n1,"One" two\n', 2, 1, "does not parse"),
        ("a.csv", 'id,statement\n1,"One\n', 2, 1, "does not parse: a quotation mark is not closed"),
        ("a.csv", "statement\n" + "x" * 200_000 + "\n", 2, 1, "a cell is longer than 131,072 characters"),
        ("a.csv", "statement\nOne.\rTwo.\n", 2, 1, "a carriage return stands outside quotation marks"),
        ("a.jsonl", '{"n": ' + "9" * 10_000 + "}\n", 1, 1, "more than some thousand digits"),
        ("a.toml", '[[claim]]\nid = "x"\n', 1, 1, "no statement"),
        ("a.toml", "[[claim]]\nstatement = 3\n", 2, 1, "must be a text"),
        ("a.txt", b"x" * (MAX_LINE + 1) + b"\n", 1, 1, "longer than"),
        ("a.csv", b"statement\n" + b"x" * (MAX_LINE + 1) + b"\n", 2, 1, "longer than"),
        ("a.jsonl", b"x" * (MAX_LINE + 1) + b"\n", 1, 1, "longer than"),
    ],
)
def test_what_does_not_parse_is_a_finding_and_the_rest_goes_on(write, name, content, line, column, words):
    good = {
        "jsonl": '{"statement": "Good."}\n',
        "csv": "Good.,Good.\n" if "id,statement" in str(content) else "Good.\n",
        "toml": '[[claim]]\nstatement = "Good."\n',
        "txt": "Good.\n",
    }[name.split(".")[1]]
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    found, *rest = read_statements(write(name, data + good.encode("utf-8")))
    assert isinstance(found, Diagnostic)
    assert (found.code, found.severity) == ("FC404", "error")
    assert found.location == Location(name, line, column)
    assert words in found.message
    assert [item.text for item in rest] == ["Good."]


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.jsonl", "a.txt"])
def test_an_empty_file_gives_nothing(write, name, content):
    assert list(read_statements(write(name, content))) == []


def test_a_missing_key_names_the_nearest(write):
    [found] = read_statements(write("a.jsonl", '{"statment": "One."}\n'))
    assert found.mend == "did you mean `statment`? Name it with --column"


@pytest.mark.parametrize(
    ("name", "content", "words", "mend"),
    [
        ("none.txt", None, "there is no such file", "check the path"),
        ("a.pdf", "x", ".txt, .csv, .tsv, .jsonl, .toml", "`-`"),
        ("a", "x", ".txt, .csv, .tsv, .jsonl, .toml", "`-`"),
        ("a.txt", b"ok\nab\xff\n", "not UTF-8: byte 0xff at offset 5 (line 2)", "UTF-8"),
        ("a.csv", b"statement\nab\xff\n", "offset 12 (line 2)", "UTF-8"),
        ("a.jsonl", b"\xff\xfe{", "offset 0 (line 1)", "UTF-8"),
        ("a.toml", b"\xff", "not UTF-8", "UTF-8"),
        ("a.csv", "id,statment\n1,x\n", "`statement` is not in the header", "did you mean `statment`?"),
        ("a.csv", "id,text\n1,x\n", "`statement` is not in the header", "there are: id, text"),
        ("a.csv", "\n1,x\n", "`statement` is not in the header", "the first line must name the columns"),
        ("a.csv", "id,statement\r1,x\r", "header does not parse: a carriage return", "line feed"),
        ("a.csv", "statement,statement\n1,x\n", "more than once", "statement"),
        ("a.csv", '"statement\n', "header does not parse: a quotation mark is not closed", "close it"),
        ("a.toml", "[[claim]]\nid = \n", "a.toml:2:6: not valid TOML", ""),
        ("a.toml", "a = " + "[" * 20_000, "not valid TOML: nested too deeply", ""),
        ("a.toml", "a = " + "9" * 10_000, "not valid TOML: it holds a whole number of more than", ""),
        ("a.toml", '[[alias]]\nnames = ["x"]\n', "not a claims file", "[[claim]]"),
        ("a.toml", 'claim = "x"\n', "not a claims file", "[[claim]]"),
    ],
)
def test_what_cannot_be_used(write, name, content, words, mend):
    if content is not None:
        write(name, content)
    with pytest.raises(InputError) as caught:
        list(read_statements(name))
    assert caught.value.message.startswith(name)
    assert words in caught.value.message
    assert mend in caught.value.mend


def test_a_folder_is_no_file(tmp_path):
    folder = tmp_path / "a.txt"
    folder.mkdir()
    with pytest.raises(InputError, match="is a folder"):
        list(read_statements(str(folder)))


def test_a_path_that_no_file_can_have():
    with pytest.raises(InputError, match="cannot be read"):
        list(read_statements("a\0.txt"))


@pytest.mark.parametrize(
    ("filename", "content", "expected"),
    [
        (None, "One.\nTwo.\n", [("One.", 1, 1), ("Two.", 2, 1)]),
        ("notes", "a,b\n", [("a,b", 1, 1)]),
        ("notes.csv", "id,statement\n1,One.\n", [("One.", 2, 3)]),
        ("notes.JSONL", '{"statement": "One."}', [("One.", 1, 1)]),
        ("notes.toml", '[[claim]]\nstatement = "One."', [("One.", 2, 1)]),
    ],
)
def test_standard_input(filename, content, expected):
    items = list(read_statements("-", stdin=io.BytesIO(content.encode()), stdin_filename=filename))
    assert places(items) == expected
    assert {item.location.path for item in items} == {filename or "<stdin>"}


def test_standard_input_that_cannot_be_read():
    class Broken(io.RawIOBase):
        def readline(self, _size=-1):
            raise OSError(5, "Input/output error")

    with pytest.raises(InputError, match="<stdin>: cannot be read: Input/output error"):
        list(read_statements("-", stdin=Broken()))


def test_lines_are_read_as_they_are_asked_for():
    class Endless(io.RawIOBase):
        def readline(self, _size=-1):
            return b"Again.\n"

    items = read_statements("-", stdin=Endless())
    assert [next(items).location.line for _ in range(3)] == [1, 2, 3]


def test_every_known_ending_is_read(write):
    for suffix in SUFFIXES:
        assert list(read_statements(write(f"empty{suffix}", ""))) == []


cells = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Zl", "Zp", "Cc"]) | st.just("\n"))


@given(st.lists(st.tuples(cells, cells), min_size=1), st.sampled_from([",", "\t"]))
def test_every_written_cell_is_found_at_its_place(rows, delimiter):
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(["note", "statement"])
    writer.writerows(rows)
    text = buffer.getvalue()
    name = "x.csv" if delimiter == "," else "x.tsv"
    items = list(read_statements("-", stdin=io.BytesIO(text.encode()), stdin_filename=name))
    found = [item.text for item in items if isinstance(item, Statement)]
    assert found == [statement.strip() for _, statement in rows if statement.strip()]
    lines = text.split("\n")
    for item in items:
        if isinstance(item, Statement):
            assert lines[item.location.line - 1][item.location.column - 1] == item.text[0]
