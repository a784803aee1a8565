"""`factcheck check`."""

import io
import json

import pytest

from factcheck.cli import progress

LABELS = "supported one\nrefuted two\n\nconflicting three\nnot-enough-info four\n"


@pytest.fixture
def statements(port_folder):
    def write(text, name="draft.txt"):
        (port_folder / name).write_text(text, encoding="utf-8")
        return name

    return write


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        ("supported one", "note", 0),
        ("not-enough-info", "error", 0),
        ("not-enough-info", "warning", 1),
        ("not-enough-info", "note", 1),
        ("not-enough-info", "never", 0),
        ("refuted", "error", 1),
        ("refuted", "never", 0),
        ("conflicting", "error", 1),
        ("unanswerable", "error", 1),
    ],
)
def test_exit_code_by_severity(run, answers, statements, text, fail_on, code):
    assert run("check", statements(text), "--fail-on", fail_on).exit_code == code


def test_errors_fail_by_default(run, answers, statements):
    assert run("check", statements("not-enough-info")).exit_code == 0
    assert run("check", statements("refuted")).exit_code == 1


def test_text(run, answers, statements):
    text = run("check", statements(LABELS)).stdout
    for shown in (
        "1:1     supported        81%      railway-agreement  supported one",
        "2:1     refuted          81%      railway-agreement  refuted two",
        "5:1     not-enough-info  81%                         not-enough-info four",
        "draft.txt:2:1: error FC401 refuted (81%): the source refutes it [railway-agreement]",
        "draft.txt:4:1: error FC402 conflicting (81%)",
        "draft.txt:5:1: warning FC403 not-enough-info:",
        "  “In May 2024 the port signed an agreement with the railway.”",
        "4 statements: 1 supported, 1 refuted, 1 conflicting, 1 not-enough-info",
    ):
        assert shown in text


def test_several_files_show_their_names(run, answers, statements):
    text = run("check", statements("supported", "a.txt"), statements("supported", "b.txt")).stdout
    assert "a.txt:1:1" in text
    assert "b.txt:1:1" in text


def test_quiet_has_no_summary(run, answers, statements):
    assert "statements:" not in run("check", "-q", statements(LABELS)).stdout


def test_json(run, answers, statements):
    payload = json.loads(run("check", statements(LABELS), "--output-format", "json").stdout)
    places = [(item["path"], item["line"], item["column"], item["label"]) for item in payload["results"]]
    assert places[2] == ("draft.txt", 4, 1, "conflicting")
    assert [found["code"] for found in payload["findings"]] == ["FC401", "FC402", "FC403"]
    assert payload["summary"]["statements"] == 4


def test_json_lines(run, answers, statements):
    lines = run("check", statements(LABELS + "what?\n"), "--output-format", "jsonl").stdout.splitlines()
    objects = [json.loads(line) for line in lines]
    assert [item.get("label") for item in objects] == [
        "supported",
        "refuted",
        "conflicting",
        "not-enough-info",
        None,
    ]
    assert (objects[-1]["code"], objects[-1]["line"]) == ("FC404", 6)


def test_what_does_not_parse_is_a_finding_and_the_rest_goes_on(run, answers, statements):
    name = statements('{"statement": "supported"}\n{broken\n{"statement": "refuted"}\n', "draft.jsonl")
    result = run("check", name)
    assert "draft.jsonl:2:1: error FC404" in result.stdout
    assert "2 statements: 1 supported, 1 refuted" in result.stdout
    assert "1 line not read" in result.stdout


def test_column(run, answers, statements):
    name = statements("who,what\nme,supported by that\n", "draft.csv")
    assert run("check", name, "--column", "what").exit_code == 0
    result = run("check", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "the column `statement` is not in the header" in result.stderr


def test_standard_input_with_a_name(run, answers):
    assert "<stdin>:1:1: error FC401" in run("check", "-", stdin="refuted\n").stdout
    named = run("check", "-", "--stdin-filename", "draft.txt", stdin="refuted\n")
    assert "draft.txt:1:1: error FC401" in named.stdout


def test_a_claims_file_is_held_against_its_own_evidence(run, answers):
    run("check", "claims/port.toml", "--limit", "5", "--curated-only", "--min-confidence", "0.5")
    asked = [options["own"] for _, options in answers.calls]
    assert asked == ["port-staff", "port-reopened", "railway-agreement"]
    first = answers.calls[0][1]
    assert first == {"limit": 5, "curated_only": True, "min_confidence": 0.5, "own": "port-staff"}


@pytest.mark.parametrize("text", ["", "\n\n  \n"])
def test_nothing_to_check_does_not_look_green(run, answers, statements, text):
    name = statements(text)
    result = run("check", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"no statements in {name}: nothing was checked" in result.stderr
    assert run("check", name, "--allow-empty").exit_code == 0


def test_an_unreadable_file_stops_the_run_before_anything_is_printed(run, answers, statements):
    result = run("check", statements("supported"), "missing.txt", "-o", "report.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "missing.txt: there is no such file" in result.stderr
    assert answers.calls == []


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("seconds", "quiet", "stream", "shown"),
    [
        (0.9, False, Terminal, False),
        (1.5, False, Terminal, True),
        (1.5, True, Terminal, False),
        (1.5, False, io.StringIO, False),
    ],
)
def test_a_progress_bar_only_on_a_terminal_and_only_for_long_work(monkeypatch, seconds, quiet, stream, shown):
    clock = iter([0.0, *[seconds] * 9])
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", stream())
    assert list(progress.with_progress(list("abc"), "checking", quiet=quiet)) == list("abc")
    import sys

    assert ("checking" in sys.stderr.getvalue()) is shown
