import hashlib
import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.contents import sources_bytes
from factcheck.documents import load_document, turns
from factcheck.files import Reader
from factcheck.model import Layout, Location
from factcheck.sources import load_sources

SOURCES = """\
# comment
[[source]]
id = "port"
path = "src_text/port.txt"
sha256 = "{sha256}"
title = "T"
kind = "interview"
publisher = "Courier"
issued = "2024-06"
"""
WHOLE = """\
language = "uk"
url = "https://example.org/a"
[[source.people]]
name = "Ann"
role = "interviewee"
office = "mayor"
[source.layout]
type = "turns-by-name"
speaker = "S"
introduction = "I"
marker = "* "
order = ["A"]
headings = "numbered"
credit_lines = 1
[source.layout.names]
Q = "Bob"
"""
TEXT = b"Hello.\r\n\xc2\xa0"


@pytest.fixture
def write(tmp_path):
    """Writes sources.toml, and the text if there is one; gives the root."""

    def writer(content=None, text=TEXT):
        (tmp_path / "src_text").mkdir(exist_ok=True)
        if text is not None:
            (tmp_path / "src_text" / "port.txt").write_bytes(text)
        content = SOURCES if content is None else content
        digest = hashlib.sha256(text or b"").hexdigest()
        path = tmp_path / "src_text" / "sources.toml"
        path.write_text(content.replace("{sha256}", digest), encoding="utf-8")
        return tmp_path

    return writer


def test_every_field(write):
    [source] = load_sources(write(SOURCES + WHOLE)).sources
    assert (source.id, source.path, source.title, source.kind) == (
        "port",
        "src_text/port.txt",
        "T",
        "interview",
    )
    assert (source.publisher, source.issued, source.language) == ("Courier", "2024-06", "uk")
    assert source.url == "https://example.org/a"
    assert [(who.name, who.role, who.office) for who in source.people] == [("Ann", "interviewee", "mayor")]
    assert source.layout == Layout("turns-by-name", "S", "I", "* ", ("A",), (("Q", "Bob"),), "numbered", 1)
    assert source.location == Location("src_text/sources.toml", 2)


def test_what_may_be_left_out(write):
    [source] = load_sources(write()).sources
    assert (source.language, source.url, source.people, source.layout) == ("en", None, (), Layout())


def test_no_file_is_no_sources(tmp_path):
    assert load_sources(tmp_path) == load_sources(tmp_path / "none")
    assert load_sources(tmp_path).sources == load_sources(tmp_path).diagnostics == ()


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("[[source]]\nid = \n", "FC102", 2),
        (SOURCES + "titel = 1\n", "FC103", 10),
        (SOURCES.replace('title = "T"\n', ""), "FC104", 2),
        (SOURCES.replace("2024-06", "June"), "FC105", 9),
        (SOURCES + '[source.layout]\ntype = "turns"\n', "FC105", 11),
    ],
)
def test_what_is_wrong(write, content, code, line):
    file = load_sources(write(content))
    assert [(item.code, item.location.line) for item in file.diagnostics] == [(code, line)]
    assert file.sources == ()


def test_an_id_that_is_used_twice(write):
    file = load_sources(write(SOURCES + SOURCES))
    assert [(item.code, item.location.line) for item in file.diagnostics] == [("FC107", 11)]


def test_the_text_is_as_it_is_in_the_file(write):
    root = write()
    document, diagnostics = load_document(Reader(root), load_sources(root).sources[0])
    assert diagnostics == ()
    assert document.text == "Hello.\r\n\u00a0"
    assert document.sha256 == hashlib.sha256(TEXT).hexdigest()


def test_a_text_that_changed_comes_with_a_finding(write):
    root = write()
    (root / "src_text" / "port.txt").write_bytes(b"Other.")
    document, [found] = load_document(Reader(root), load_sources(root).sources[0])
    assert document.text == "Other."
    assert found.code == "FC203"
    assert hashlib.sha256(b"Other.").hexdigest() in found.mend


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("src_text/none.txt", TEXT, "FC112"),
        ("src_text/port.txt", b"\xff", "FC112"),
        ("src_text", TEXT, "FC112"),
        ("../port.txt", TEXT, "FC111"),
        ("/etc/passwd", TEXT, "FC111"),
    ],
)
def test_a_text_that_cannot_be_used(write, path, text, code):
    root = write(SOURCES.replace("src_text/port.txt", path), text)
    document, [found] = load_document(Reader(root), load_sources(root).sources[0])
    assert document is None
    assert (found.code, found.location.line) == (code, 2)


def test_a_link_that_leads_out(write):
    root = write(text=None)
    outside = root.parent / f"{root.name}-outside.txt"
    outside.write_bytes(b"secret")
    (root / "src_text" / "port.txt").symlink_to(outside)
    document, [found] = load_document(Reader(root), load_sources(root).sources[0])
    assert document is None
    assert found.code == "FC111"


def told(text, layout):
    """Kind, speaker, section and the first words of every turn."""
    return [
        (turn.kind, turn.speaker, turn.section, turn.span.of(text).split("\n")[0])
        for turn in turns(text, layout)
    ]


def test_turns_by_marker():
    text = (
        "Intro.\n\nMore.\n\nTHE PORT\n\n- Q?\n\n- A.\n\nStill A.\n\nTHE QUAY\n\nA again.\n\n- Q2?\n\nCredit"
    )
    layout = Layout(
        "turns-by-marker", introduction="P", order=("Q", "A"), headings="capitals", credit_lines=1
    )
    assert told(text, layout) == [
        ("introduction", "P", None, "Intro."),
        ("heading", "P", "THE PORT", "THE PORT"),
        ("turn", "Q", "THE PORT", "- Q?"),
        ("turn", "A", "THE PORT", "- A."),
        ("heading", "P", "THE QUAY", "THE QUAY"),
        ("turn", "A", "THE QUAY", "A again."),
        ("turn", "Q", "THE QUAY", "- Q2?"),
        ("credit", "P", None, "Credit"),
    ]


def test_turns_by_name():
    text = "Intro: x\n\nQ: Why?\n\nMR. SMITH: So.\n\nNote: still he.\n\nQ: And?"
    layout = Layout("turns-by-name", introduction="P", names=(("Q", "Ann"), ("MR. SMITH", "John Smith")))
    assert told(text, layout) == [
        ("introduction", "P", None, "Intro: x"),
        ("turn", "Ann", None, "Q: Why?"),
        ("turn", "John Smith", None, "MR. SMITH: So."),
        ("turn", "Ann", None, "Q: And?"),
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_turns_by_name_need_no_blank_lines_between_them(ends):
    text = ends.join(["Q: Why?", "A: So,", "and note: this goes on.", "  Q: And?", "", "A: No.", "Credit"])
    layout = Layout("turns-by-name", names=(("Q", "Ann"), ("A", "Bob")))
    assert [(speaker, first.strip()) for _, speaker, _, first in told(text, layout)] == [
        ("Ann", "Q: Why?"),
        ("Bob", "A: So,"),
        ("Ann", "Q: And?"),
        ("Bob", "A: No."),
    ]


@pytest.mark.parametrize(
    ("text", "layout", "expected"),
    [
        ("One.\n\nTwo.", Layout(speaker="S"), [("text", "S", None, "One.")]),
        ("", Layout(speaker="S"), [("text", "S", None, "")]),
        ("\n\n", Layout(introduction="P"), [("text", "P", None, "")]),
        (
            "1. Freight\n\nIt rose.\n\n2.1 Ferries\n\nFell.",
            Layout(speaker="S", headings="numbered"),
            [
                ("heading", "S", "1. Freight", "1. Freight"),
                ("text", "S", "1. Freight", "It rose."),
                ("heading", "S", "2.1 Ferries", "2.1 Ferries"),
                ("text", "S", "2.1 Ferries", "Fell."),
            ],
        ),
        # A figure that begins a sentence is no heading, and neither are a few capitals.
        (
            "12 ships came.\n\nOK\n\nEU.",
            Layout(headings="numbered"),
            [("text", None, None, "12 ships came.")],
        ),
        ("EU\n\nEU.", Layout(headings="capitals"), [("text", None, None, "EU")]),
        ("One.", Layout(introduction="P", credit_lines=5), [("credit", "P", None, "One.")]),
    ],
)
def test_layouts(text, layout, expected):
    assert told(text, layout) == expected


@given(
    st.lists(st.sampled_from(["- a", "B", "CAPITALS", "Q: x", "B\nQ: x\n Q: y", "1. Head", "", "  "])),
    st.sampled_from(["turns-by-marker", "turns-by-name", "none"]),
    st.sampled_from(["capitals", "numbered", "none"]),
    st.integers(0, 3),
)
def test_the_turns_cover_the_text_without_gaps(blocks, kind, headings, credit):
    text = "\n\n".join(blocks)
    found = turns(
        text, Layout(kind, order=("A", "B"), names=(("Q", "C"),), headings=headings, credit_lines=credit)
    )
    assert found[0].span.start == 0
    assert found[-1].span.end == len(text)
    assert all(left.span.end == right.span.start for left, right in pairwise(found))


def test_sources_of_json_lines_come_after_those_of_toml(tmp_path):
    (tmp_path / "src_text").mkdir()
    toml = SOURCES.format(sha256="0" * 64)
    (tmp_path / "src_text" / "sources.toml").write_text(toml, encoding="utf-8")
    layout = {"type": "turns-by-name", "names": {"Q": "Ann"}}
    entry = {"path": "p", "sha256": "1" * 64, "title": "T", "kind": "k", "publisher": "P", "issued": "2024"}
    lines = [{"id": "a", **entry, "layout": layout}, {"id": "b", **entry}]
    text = "\n".join(json.dumps(line) for line in lines) + "\n\n"
    (tmp_path / "src_text" / "sources.jsonl").write_text(text, encoding="utf-8")
    found = load_sources(tmp_path)
    assert found.diagnostics == ()
    assert [source.id for source in found.sources] == ["port", "a", "b"]
    assert found.sources[1].layout == Layout("turns-by-name", names=(("Q", "Ann"),))
    assert found.sources[2].location == Location("src_text/sources.jsonl", 2)
    assert sources_bytes(tmp_path) == [toml.encode(), text.encode()]


@pytest.mark.parametrize(
    ("line", "code"),
    [("{", "FC102"), ("[]", "FC102"), ('{"id": "a"}', "FC104"), ('{"id": "a", "odd": 1}', "FC103")],
)
def test_a_wrong_line_of_json_is_told_with_its_place(tmp_path, line, code):
    (tmp_path / "src_text").mkdir()
    (tmp_path / "src_text" / "sources.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    found = load_sources(tmp_path)
    assert found.sources == ()
    assert code in {fault.code for fault in found.diagnostics}
    assert {fault.location for fault in found.diagnostics} == {Location("src_text/sources.jsonl", 2)}


def test_a_folder_that_cannot_be_read_is_told_of_once_with_a_mend(tmp_path, monkeypatch):
    def refuse(path, **_):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("os.stat", refuse)
    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    [fault] = load_sources(tmp_path).diagnostics
    assert (fault.code, fault.location.path) == ("FC101", "src_text/sources.toml")
    assert "Permission denied" in fault.message and "the right to read" in fault.mend
