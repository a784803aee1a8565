"""`factcheck calibrate`."""

import json

import jsonschema
import pytest

from factcheck.errors import InputError
from factcheck.model import Label, Reason, Verdict
from factcheck.schema import load_schema

ROWS = [
    ("supported 0.9", "supported"),
    ("supported 0.8", "supported"),
    ("supported 0.6", "not-enough-info"),
    ("refuted 0.7", "refuted"),
    ("not-enough-info 0.5", "not-enough-info"),
]


@pytest.fixture
def given(monkeypatch):
    """A statement's first word is its label, the second the confidence in it; `calls` holds the options."""
    calls = []

    def lookup(workspace, statement, **options):
        calls.append(options)
        if " " not in statement:
            raise InputError("the statement cannot be answered", "write another")
        label, confidence = statement.split()
        return Verdict(statement, Label(label), float(confidence), Reason.MATCH, (), ())

    monkeypatch.setattr("factcheck.lookup.lookup", lookup)
    return calls


@pytest.fixture
def table(port_folder):
    def write(rows, name="labelled.csv"):
        lines = ["statement,label", *(",".join(row) for row in rows)]
        (port_folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        return name

    return write


def test_json(run, given, table):
    result = run("calibrate", table(ROWS), "--output-format", "json")
    payload = json.loads(result.stdout)
    jsonschema.Draft202012Validator(load_schema("calibration")).validate(payload)
    assert result.exit_code == 0
    assert (payload["statements"], payload["accuracy"], payload["decided"]) == (5, 0.8, 0.8)
    assert payload["false_support"] == pytest.approx(1 / 3, abs=1e-4)
    assert payload["confusion"]["not-enough-info"] == {
        "supported": 1,
        "refuted": 0,
        "conflicting": 0,
        "not-enough-info": 1,
    }
    assert payload["pin"]["threshold"] == 0.61
    assert (payload["pin"]["precision"], payload["pin"]["coverage"]) == (1.0, 0.6)
    assert payload["thresholds"][0]["given"] == 4
    assert payload["labels"]["conflicting"] == {"precision": None, "recall": None, "f1": None}
    assert [one["answers"] for one in payload["reliability"]] == [1, 1, 1, 1, 1]


def test_text(run, given, table):
    text = run("calibrate", table(ROWS)).stdout
    for shown in (
        "5 statements: 80.0% right, 80.0% decided",
        "false statements called supported: 33.3%",
        "expected calibration error: ",
        "fewer than 100 statements: these figures are rough",
        "For a precision of 95.0%: --min-confidence 0.61 (100.0% right (44 to 100%)",
        "\n0.70         3        3        100.0%       44 to 100%      60.0%\n",
        "\nnot-enough-info  1        0       0         1          100.0%       50.0%\n",
    ):
        assert shown in text
    assert "--min-confidence" not in run("calibrate", "-q", table(ROWS)).stdout


def test_a_precision_that_no_threshold_reaches_is_a_finding(run, given, table):
    name = table([("supported 0.9", "refuted"), ("supported 0.8", "supported")])
    result = run("calibrate", name)
    assert result.exit_code == 1
    assert "No threshold makes the answers right in 95.0% of cases" in result.stdout
    assert run("calibrate", name, "--precision", "0.5").exit_code == 0
    assert json.loads(run("calibrate", name, "--output-format", "json").stdout)["pin"] is None


def test_options_reach_the_engine(run, given, table):
    run("calibrate", table(ROWS[:1]), "--curated-only")
    run("calibrate", table(ROWS[:1]))
    assert given == [{"curated_only": True}, {"curated_only": False}]


def test_standard_input(run, given):
    line = json.dumps({"statement": "supported 0.9", "label": "supported"})
    assert run("calibrate", "-", stdin=line).exit_code == 0
    assert (
        run(
            "calibrate", "-", "--stdin-filename", "a.csv", stdin="statement,label\nrefuted 1,refuted"
        ).exit_code
        == 0
    )


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("supported 0.9", "true")], "labelled.csv:2:15: “true” is not a label"),
        ([("unanswerable", "supported")], "labelled.csv:2:1: the statement cannot be answered"),
        ([], "no statements in labelled.csv: nothing was checked"),
    ],
)
def test_what_cannot_be_measured(run, given, table, rows, told):
    result = run("calibrate", table(rows))
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_nothing_to_measure_may_be_all_right(run, given, table):
    result = run("calibrate", table([]), "--allow-empty")
    assert result.exit_code == 0
    assert "0 statements" in result.stdout


@pytest.mark.parametrize("precision", ["-0.1", "1.1", "nan", "much"])
def test_a_precision_is_a_share(run, given, table, precision):
    assert run("calibrate", table(ROWS), "--precision", precision).exit_code == 2


def test_the_whole_way(run, table):
    name = table(
        [
            ("Over three hundred people work in the port of Porto Lume.", "supported"),
            ("Over three thousand people work in the port of Porto Lume.", "refuted"),
            ("The moon is made of green cheese.", "not-enough-info"),
        ]
    )
    payload = json.loads(run("calibrate", name, "--output-format", "json").stdout)
    assert (payload["accuracy"], payload["false_support"]) == (1.0, 0.0)
