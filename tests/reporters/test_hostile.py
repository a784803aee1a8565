"""What strangers write reaches every format as text: nothing of it is acted on, nothing breaks the format."""

import csv
import io
import json
import re
from xml.etree import ElementTree as StandardTree

import pytest
from defusedxml import ElementTree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.reporters import FINDINGS_REPORTERS
from factcheck.reporters.layout import Style
from factcheck.text import visible

HOSTILE = [
    "\x1b[2J\x1b]0;title\x07",
    "\x9b31m",
    "one\ntwo\r\nthree\rfour",
    "\u2028\u2029\x85\x0b\x0c",
    "\n::error file=a,line=1::b",
    "::set-output name=a::b",
    "##[error]a",
    "%0A::error::a%",
    "]]>",
    "<![CDATA[a]]>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a --> <b>",
    "\u202eevil\u2066\u200f",
    "\ud800 \udcff",
    "\x00",
    "\ufffe\uffff",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '"quoted" and , ; \t',
    "a | b | c",
    "| --- |",
    "# a\n\n- b\n\n1. c\n\n> d\n\n```\ne\n```\n\n    f",
    "[a](javascript:alert(1)) ![b](c) <http://d> http://e www.f.gh [g]: h",
    "`code` ``more`` ~~~ *a* _b_ ~~c~~",
    "a\\",
    "{0} {1}",
    "🙈\u0301日本",
]


def encoded(text):
    """As the command writes it: what is no character stands as an escape."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def rendered(output_format, report):
    return encoded(FINDINGS_REPORTERS[output_format](report, Style()))


@pytest.fixture(params=HOSTILE, ids=ascii)
def bad(request):
    return request.param


@pytest.fixture(params=[0, 1], ids=["check", "validate"])
def report(request, bad, hostile_reports):
    return hostile_reports(bad)[request.param]


@pytest.mark.parametrize(
    "output_format", [name for name in FINDINGS_REPORTERS if name not in ("json", "jsonl")]
)
def test_only_visible_characters_are_written(output_format, report):
    text = rendered(output_format, report)
    assert all(char.isprintable() or char in "\n\u3000\u00a0" for char in text.replace("\r\n", "\n"))


def test_json_keeps_what_was_written(report, bad):
    assert json.loads(rendered("json", report))["findings"][-1]["message"] == bad


def test_json_lines_are_one_object_each(report):
    lines = rendered("jsonl", report).split("\n")
    assert lines.pop() == ""
    assert all(isinstance(json.loads(line), dict) for line in lines)


def test_sarif_tells_it_without_links(report, bad):
    results = json.loads(rendered("sarif", report))["runs"][0]["results"]
    message = results[-1]["message"]["text"]
    assert message.startswith(visible(bad).replace("](", "]\\("))
    assert "](" not in message


def test_gitlab_tells_it_in_one_line(report, bad):
    issue = json.loads(rendered("gitlab", report))[-1]
    assert issue["description"].startswith(f"FC201: {visible(bad)}")


@pytest.mark.parametrize("parse", [ElementTree.fromstring, StandardTree.fromstring])
def test_xml_parses_back_without_entities(report, bad, parse):
    text = rendered("junit", report)
    told = "\n".join(parse(text.encode("utf-8")).itertext())
    assert f"error FC201 {visible(bad)}\n" in told


def test_no_cell_is_a_formula(report, bad):
    header, *rows = csv.reader(io.StringIO(rendered("csv", report), newline=""), strict=True)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    told = {row[header.index("message")].removeprefix("'").replace("\n", "\\n") for row in rows}
    assert visible(bad) in told


def test_a_workflow_command_is_the_only_one_in_its_line(report, bad):
    for line in rendered("github", report).splitlines():
        assert re.fullmatch(r"::(error|warning|notice) title=[^:]+::[^\r\n]*", line)
    assert visible(bad).replace("%", "%25") in encoded(line)


def test_markdown_renders_to_the_letter(report, bad):
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = html.parse(rendered("markdown", report))
    assert {token.type for token in tokens}.isdisjoint(
        {"html_block", "fence", "code_block", "heading_open", "hr", "ordered_list_open", "lheading"}
    )
    texts = [
        "".join(child.content or " " for child in token.children)
        for token in tokens
        if token.type == "inline"
    ]
    children = {child.type for token in tokens for child in token.children or ()}
    assert children <= {"text", "text_special", "strong_open", "strong_close", "softbreak", "hardbreak"}
    assert any(visible(" ".join(bad.split())) in text for text in texts)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(bad=st.text(min_size=1, max_size=60))
def test_any_text_passes_through_every_format(hostile_reports, bad):
    for report in hostile_reports(bad):
        for output_format in FINDINGS_REPORTERS:
            text = rendered(output_format, report)
            assert "\x1b" not in text
        json.loads(rendered("sarif", report))
        json.loads(rendered("gitlab", report))
        ElementTree.fromstring(rendered("junit", report).encode("utf-8"))
        list(csv.reader(io.StringIO(rendered("csv", report), newline=""), strict=True))
