"""`factcheck report` as a command: what it writes, what it says, what it refuses."""

import html
import json
import re
import sys

import pytest

from factcheck.reporting import read_results

pytest.importorskip("jinja2", reason="jinja2 is not installed (the extra `report`)")
from factcheck.reporters.html import marking


def test_it_writes_one_page_that_asks_for_nothing(report):
    text = report().read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "default-src 'none'" in html.unescape(text)
    assert not re.search(r"<(link|img|iframe|object|embed|base|form action)\b", text)
    assert not re.search(r"""\s(src|style|on\w+)=["']""", text)
    assert re.findall(r'href="(?!#)([^"]*)"', text) == []


def test_the_same_workspace_gives_the_same_page(report):
    assert report().read_bytes() == report().read_bytes()


def test_it_says_what_it_wrote(run, port_folder):
    result = run("report", "-o", "page.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "page.html: 3 claims, 1 source\n"
    assert run("report", "-o", "page.html", "-q").stderr == ""


def test_without_a_file_the_page_goes_to_standard_output(run):
    result = run("report")
    assert result.exit_code == 0
    assert result.stdout.rstrip().endswith("</html>")


def test_results_as_lines_and_as_json_give_one_page(run, report, port_folder):
    with_json = report().read_bytes()
    run("check", "draft.txt", "--output-format", "jsonl", "-o", "results.jsonl")
    run("report", "--results", "results.jsonl", "-o", "lines.html")
    assert (port_folder / "lines.html").read_bytes() == with_json


def test_answers_to_a_text_that_has_changed_are_said_to_be_outdated(run, port, report):
    report()
    port.write(text=port.text.replace("The port of Porto Lume reopened", "So the port of Porto Lume reopened"))
    result = run("report", "--results", "results.json", "-o", "page.html")
    assert "quote what the sources do not say there now: run `factcheck check` again" in result.stderr
    assert "Outdated:" in (port.folder / "page.html").read_text(encoding="utf-8")


def test_evidence_that_does_not_hold_is_shown_as_such(run, port):
    port.write(claims=port.claims.replace("after a fire.", "after a flood."))
    assert run("report", "-o", "page.html").exit_code == 0
    text = (port.folder / "page.html").read_text(encoding="utf-8")
    assert "does not hold" in text
    assert "after a flood." in text


def test_misquotations_of_an_article_are_shown(run, port_folder):
    said = "“Over four hundred people work in the port today,” said Ines Varga."
    (port_folder / "article.md").write_text(f"{said}\n", encoding="utf-8")
    run("check", "article.md", "--output-format", "json", "-o", "results.json")
    run("report", "--results", "results.json", "-o", "page.html")
    text = (port_folder / "page.html").read_text(encoding="utf-8")
    assert "Other findings" in text
    assert "error FC405" in text


def test_a_publishers_verdict_is_shown_with_its_claim(run, port):
    review = (
        '[[claim]]\nid = "reported"\nstatement = "The port was sold."\n[claim.review]\nstance = "refutes"\n'
        'rating = "Pants on fire"\npublisher = "Lume Facts"\nurl = "https://example.org/review"\n'
    )
    port.write(claims=port.claims + review)
    assert run("report", "-o", "page.html").exit_code == 0
    text = (port.folder / "page.html").read_text(encoding="utf-8")
    assert "“<bdi>Pants on fire</bdi>”" in text
    assert re.findall(r'href="(?!#)([^"]*)"', text) == ["https://example.org/review"]


def test_every_claim_has_its_citation(report):
    text = report(statements=None).read_text(encoding="utf-8")
    for part in re.findall(r'<li class="claim".*?</li>', text, re.DOTALL):
        assert re.search(r'class="citation">[^<]*line \d+\.', part)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--results", "none.json"), "none.json: there is no such file"),
        (("--results", "claims/port.toml"), "claims/port.toml:1: neither JSON nor JSON Lines"),
        (("--results", "."), ".: is a folder, not a file"),
        (("-o", "nowhere/page.html"), "nowhere/page.html: cannot be written"),
    ],
)
def test_what_cannot_be_used_is_told(run, options, message):
    result = run("report", *options)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_workspace_without_claims_is_no_report(run, port):
    port.write(claims="")
    assert run("report", "-o", "page.html").exit_code == 2
    assert run("report", "-o", "page.html", "--allow-empty").exit_code == 0


def test_without_jinja2_the_extra_is_named(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    result = run("report", "-o", "page.html")
    assert result.exit_code == 2
    assert "factcheck-cli[report]" in result.stderr


def test_the_real_command_writes_it(shell):
    assert shell("report", "-o", "page.html").returncode == 0
    assert (shell.folder / "page.html").read_bytes().endswith(b"</html>\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a < b & \"c\" 'd'", "a &lt; b &amp; &#34;c&#34; &#39;d&#39;"),
        ("don’t—stop\u00a0here", "don’t—stop\u00a0here"),
        ("two\nlines\tand", "two\nlines\tand"),
        ("שלום", "שלום"),
        ("a\u202eb", 'a<span class="control" title="right-to-left override">\\u202e</span>b'),
        ("\x1b[31m", '<span class="control" title="control character">\\x1b</span>[31m'),
    ],
)
def test_text_is_shown_as_it_is_and_does_nothing(text, expected):
    assert str(marking.shown(text)) == expected


def test_words_that_clash_are_cut_out(report, port_folder):
    report(statements="Over three thousand people work in the port of Porto Lume.\n")
    results = read_results((port_folder / "results.json").read_text(encoding="utf-8"), "results.json")
    (answer,) = results.answers
    evidence = answer.matches[0].evidence[0]
    said = {piece.text for piece in marking.statement_pieces(answer.statement, evidence) if piece.kind == "clash"}
    quoted = {piece.text for piece in marking.evidence_pieces(evidence) if piece.kind == "clash"}
    assert (said, quoted) == ({"Over three thousand"}, {"Over three hundred"})


def test_the_data_stands_in_its_element_whole(report):
    text = report().read_text(encoding="utf-8")
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)[1]
    assert not set(data) & set("<>&")
    assert [claim["id"] for claim in json.loads(data)["claims"]] == ["port-reopened", "port-staff", "railway-agreement"]


@pytest.mark.parametrize(
    ("forge", "unfit"),
    [
        (lambda match: None, False),
        (lambda match: match.update(claim_id="nobody"), True),
        (lambda match: match.update(claim="The port of Porto Lume closed in March 2024."), True),
        (lambda match: match.update(claim_id="port-staff"), True),
        (lambda match: match.update(claim_id=None, evidence=[]), True),
        (lambda match: match["evidence"][0].update(quote="x" * len(match["evidence"][0]["quote"])), True),
        (lambda match: match["evidence"][0].update(source="elsewhere"), True),
        (lambda match: match["evidence"][0].update(stance="refutes"), True),
    ],
)
def test_an_answer_that_does_not_fit_the_workspace_is_counted_under_no_label(
    run, report, port_folder, forge, unfit
):
    report(statements="The port of Porto Lume reopened in March 2024.\n")
    found = json.loads((port_folder / "results.json").read_text(encoding="utf-8"))
    assert found["results"][0]["label"] == "supported"
    forge(found["results"][0]["matches"][0])
    (port_folder / "results.json").write_text(json.dumps(found), encoding="utf-8")
    result = run("report", "--results", "results.json", "-o", "page.html")
    assert result.exit_code == 0
    assert ("1 answer does not fit this workspace" in result.stderr) is unfit
    page = (port_folder / "page.html").read_text(encoding="utf-8")
    assert ("Does not fit this workspace:" in page) is unfit
    assert ("1 does not fit this workspace" in page) is unfit
    assert ("supported <b>1</b>" in page) is not unfit


def test_an_answer_that_rests_on_nothing_does_not_fit(run, report, port_folder):
    report(statements="The port of Porto Lume reopened in March 2024.\n")
    found = json.loads((port_folder / "results.json").read_text(encoding="utf-8"))
    found["results"][0]["matches"] = []
    (port_folder / "results.json").write_text(json.dumps(found), encoding="utf-8")
    result = run("report", "--results", "results.json", "-o", "page.html")
    assert "1 answer does not fit this workspace" in result.stderr
