"""The line that a finding is about, and what is meant of it."""

import pytest

from factcheck.cli.excerpts import excerpt, read_excerpts
from factcheck.model import Diagnostic, Location, Severity, Span


def found(subject="", focus=None, *, line=1, column=1, path="a.txt"):
    return Diagnostic("FC401", Severity.ERROR, "m", Location(path, line, column), "", None, subject, focus)


@pytest.mark.parametrize(
    ("line", "finding", "meant"),
    [
        ("the port is open", found("the port is open"), "the port is open"),
        ("the port is open", found("the port is open", Span(4, 8)), "port"),
        ("  the port", found("the port", Span(4, 8), column=3), "port"),
        ("port, the port", found("the port", Span(4, 8), column=7), "port"),
        ("quote = 'the port is open'", found("the port is open", Span(4, 8)), "port"),
        (r'quote = "the \"port\" is shut"', found('the "port" is shut', Span(14, 18)), "shut"),
        (r'{"statement": "\u0041 port"}', found("A port"), r'{"statement": "\u0041 port"}'),
        (r"quote = 'is it is'", found("nowhere is", Span(8, 10)), "'is it is'"),
        ("quote = '''the port", found("the port\nis open"), "'''the port"),
        ("[[claim]]", found(), "[[claim]]"),
        ("  word here  ", found(), "word here"),
        ("id = port", found(column=6), "port"),
        ("id = §§", found(column=6), "§"),
        ("id =", found(column=5), ""),
        ("id", found(column=99), ""),
    ],
)
def test_what_is_meant(line, finding, meant):
    shown = excerpt(line, finding)
    assert shown.span.of(shown.line) == meant
    assert shown.line == line


def test_of_a_very_long_line_a_part_is_kept():
    line = "x" * 9000 + " port " + "y" * 9000
    shown = excerpt(line, found("port"))
    assert shown.span.of(shown.line) == "port"
    assert len(shown.line) <= 2000
    assert shown.columns == (9002, 9006)


def test_what_is_meant_may_be_longer_than_what_is_kept():
    shown = excerpt("x" * 9000, found("x" * 9000))
    assert shown.columns == (1, len(shown.line) + 1)


def test_lines_are_read_once_for_each_file(tmp_path):
    (tmp_path / "a.txt").write_bytes("\ufeffone\r\ntwo\r\n\r\nfour".encode())
    findings = [found(line=number) for number in (1, 2, 3, 4, 5)]
    shown = read_excerpts(findings, tmp_path)
    assert [shown[item].line if item in shown else None for item in findings] == [
        "one",
        "two",
        None,
        "four",
        None,
    ]


@pytest.mark.parametrize("data", [None, b"\xff\n", b"\x00" * 10])
def test_a_file_that_cannot_be_read_gives_no_excerpt(tmp_path, data):
    if data is not None:
        (tmp_path / "a.txt").write_bytes(data)
    shown = read_excerpts([found(), found(path="\0"), found(path=".")], tmp_path)
    assert all(item.line for item in shown.values())
    assert data is not None or not shown


def test_a_stream_is_shown_by_the_statement_itself(tmp_path):
    (tmp_path / "a.txt").write_text("another text\n", "utf-8")
    finding = found("the port", Span(4, 8), column=3)
    nothing = found(line=2)
    shown = read_excerpts([finding, nothing], tmp_path, frozenset({"a.txt"}))
    assert list(shown) == [finding]
    assert (shown[finding].line, shown[finding].columns) == ("  the port", (7, 11))


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("draft.txt", "\n  refuted by that\n", "  2 | refuted by that\n    | ^^^^^^^^^^^^^^^\n"),
        ("draft.csv", "no,statement\n7,refuted by\n", "  2 | 7,refuted by\n    |   ^^^^^^^^^^\n"),
        (
            "draft.jsonl",
            '{"statement": "refuted"}\n',
            '  1 | {"statement": "refuted"}\n    |                ^^^^^^^\n',
        ),
    ],
)
def test_the_place_in_files_of_statements(run, answers, port_folder, name, text, line):
    (port_folder / name).write_text(text, "utf-8")
    assert line in run("check", name).stdout


def test_standard_input(run, answers):
    assert "  1 | refuted by\n    | ^^^^^^^^^^\n" in run("check", "-", stdin="refuted by\n").stdout


def test_the_words_of_a_quote_that_differ(run, port):
    port.write(claims=port.claims.replace("people work in the port today", "folks work in the port today"))
    shown = run("validate").stdout
    carets = " " * 28 + "^" * 5
    assert f"  12 | quote = 'Over three hundred folks work in the port today.'\n     | {carets}\n" in shown
