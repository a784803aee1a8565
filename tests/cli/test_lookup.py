"""`factcheck lookup`."""

import json
import os
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("label", "code"), [("supported", 0), ("refuted", 1), ("conflicting", 1), ("not-enough-info", 1)]
)
def test_exits_0_only_for_supported(run, answers, label, code):
    result = run("lookup", label, "it", "is")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (code, f"{label}  81% confidence")
    assert run("lookup", "--exit-zero", label).exit_code == 0


def test_words_need_no_quotes(run, answers):
    run("lookup", "supported", "by", "the port's own books")
    assert answers.calls[0][0] == "supported by the port's own books"


def test_options_reach_the_engine(run, answers):
    run("lookup", "supported", "--limit", "7", "--curated-only", "--min-confidence", "0.9")
    assert answers.calls == [("supported", {"limit": 7, "curated_only": True, "min_confidence": 0.9})]
    run("lookup", "supported")
    assert answers.calls[1] == ("supported", {"limit": 3, "curated_only": False, "min_confidence": 0.0})


def test_standard_input_is_one_statement(run, answers):
    assert run("lookup", "-", stdin="\ufeffsupported by\nwhat is piped in\n").exit_code == 0
    assert answers.calls[0][0] == "supported by what is piped in"


def test_a_dash_among_words_is_a_word(run, answers):
    run("lookup", "supported", "-", "or", "not")
    assert answers.calls[0][0] == "supported - or not"


def test_words_after_two_dashes_may_begin_with_one(run, answers):
    run("lookup", "--", "supported", "-5%")
    assert answers.calls[0][0] == "supported -5%"


def test_text_shows_what_an_editor_needs(run, answers):
    text = run("lookup", "refuted").stdout
    for shown in (
        "refuted  81%  railway-agreement",
        "“In May 2024 the port signed an agreement with the railway.”",
        "Tomas Reyl",
        "src_text/port.txt:11:3",
        "cite: Tomas Reyl, “The port is open again”, Lume Courier, June 2024, line",
    ):
        assert shown in text


@pytest.mark.parametrize("output_format", ["json", "jsonl"])
def test_json(run, answers, output_format):
    result = run("lookup", "refuted", "--output-format", output_format)
    payload = json.loads(result.stdout)
    assert (payload["label"], payload["confidence"]) == ("refuted", 0.8123)
    assert payload["matches"][0]["similarity"] == 88.9
    assert len(result.stdout.splitlines()) == 1 or output_format == "json"


def test_the_format_may_come_from_the_environment(run, answers):
    result = run("lookup", "refuted", env={"FACTCHECK_OUTPUT_FORMAT": "jsonl"})
    assert json.loads(result.stdout)["label"] == "refuted"
    chosen = run("lookup", "refuted", "--output-format", "text", env={"FACTCHECK_OUTPUT_FORMAT": "jsonl"})
    assert chosen.stdout.startswith("refuted")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["lookup"], "Missing argument 'STATEMENT...'"),
        (["lookup", "a", "--limit", "0"], "0 is not in the range 1<=x<=100"),
        (["lookup", "a", "--min-confidence", "1.5"], "1.5 is not in the range 0<=x<=1"),
        (["lookup", "a", "--min-confidence", "nan"], "must be a number from 0 to 1"),
        (["lookup", "a", "--output-format", "xml"], "'xml' is not one of"),
        (["lookup", "a", "--limt", "2"], "--limit"),
        (["lookup", "fell", "to", "-5%"], "Put -- before words that begin with a dash."),
    ],
)
def test_usage_errors(run, args, told):
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


@pytest.mark.parametrize("statement", ["", " ", "\n\t"])
def test_an_empty_statement(run, statement):
    result = run("lookup", statement)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "the statement is empty" in result.stderr


def test_a_statement_of_a_megabyte_is_refused(run):
    assert run("lookup", "-", stdin="port " * 220_000).exit_code == 2
    assert run("lookup", "-", stdin="port " * 200_000).exit_code == 2
    assert run("lookup", "port " * 20_000).exit_code == 2


def test_no_more_is_read_than_could_be_a_statement(run):
    result = run("lookup", "-", stdin=b"\xff" * (1 << 21))
    assert "more than 1,048,576 bytes" in result.stderr


def test_standard_input_that_is_not_utf_8(run):
    result = run("lookup", "-", stdin=b"caf\xe9 au lait")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "standard input: not UTF-8: byte 0xe9 at offset 3" in result.stderr


def test_words_that_are_no_text(run):
    result = run("lookup", "caf\udce9")
    assert result.exit_code == 2
    assert "the statement is not UTF-8 (at character 4)" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="arguments are Unicode there")
def test_words_that_are_not_utf_8(shell):
    result = shell("lookup", os.fsdecode(b"caf\xe9"))
    assert (result.returncode, result.stdout) == (2, b"")
    assert b"the statement is not UTF-8 (at character 4)" in result.stderr


def test_escapes_in_the_statement_are_shown_not_acted_on(run, answers):
    assert "supported \\x1b[31mred\\u202e" in run("lookup", "supported \x1b[31mred\u202e").stdout


@pytest.mark.parametrize(
    ("statement", "label"),
    [
        ("Over three hundred people work in the port of Porto Lume.", "supported"),
        ("Over three thousand people work in the port of Porto Lume.", "refuted"),
        ("The moon is made of green cheese.", "not-enough-info"),
    ],
)
def test_the_whole_way_from_a_statement_to_its_label(run, statement, label):
    result = run("lookup", statement, "--output-format", "json")
    payload = json.loads(result.stdout)
    assert payload["label"] == label
    for match in payload["matches"]:
        for evidence in match["evidence"]:
            text = Path(evidence["path"]).read_bytes().decode("utf-8")
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_nothing_to_look_in(port, run):
    port.write(claims=None)
    (port.folder / "claims" / "port.toml").unlink()
    assert run("lookup", "--curated-only", "The port is open.").exit_code == 2
    (port.folder / "src_text" / "sources.toml").unlink()
    result = run("lookup", "The port is open.")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "the workspace has no claims: nothing was checked" in result.stderr
    assert run("lookup", "The port is open.", "--allow-empty").exit_code == 1


def test_explained(run):
    statement = "Over three thousand people work in the port of Porto Lume."
    payload = json.loads(run("lookup", statement, "--explain", "--output-format", "json").stdout)
    explanation = payload["explanation"]
    assert [one["claim_id"] for one in explanation["candidates"] if one["decides"]] == ["port-staff"]
    text = run("lookup", statement, "--explain").stdout
    assert "\nWhy\nCandidate 1 decides. The two clash (quantity), and the probability" in text
    assert "\nCandidate 1: port-staff  (decides)\n" in text
    without = run("lookup", statement).stdout
    assert text.startswith(without.rstrip("\n"))
    assert "explanation" not in json.loads(run("lookup", statement, "--output-format", "json").stdout)
