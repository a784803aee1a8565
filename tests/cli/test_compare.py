"""`factcheck compare`."""

import json

import jsonschema
import pytest

from factcheck.schema import load_schema

LENT = "Poland lent Lithuania eighty million euros in 2019."
OTHER = "Poland lent Lithuania eighty million euros in 2017."


def verdict(result):
    payload = json.loads(result.stdout)
    jsonschema.Draft202012Validator(load_schema("verdict")).validate(payload)
    return payload


@pytest.mark.parametrize(
    ("statement", "evidence", "label", "code"),
    [
        (LENT, LENT, "supported", 0),
        (OTHER, LENT, "refuted", 1),
        ("The school teaches three languages.", LENT, "not-enough-info", 1),
    ],
)
def test_exits_0_only_for_supported(run, statement, evidence, label, code):
    result = run("compare", statement, evidence)
    assert (result.exit_code, result.stdout.splitlines()[0].split()[0]) == (code, label)
    assert run("compare", "--exit-zero", statement, evidence).exit_code == 0


@pytest.mark.parametrize("output_format", ["json", "jsonl"])
def test_the_json_is_a_verdict_without_a_source(run, output_format):
    result = run("compare", OTHER, LENT, "--speaker", "Ines Varga", "--output-format", output_format)
    payload = verdict(result)
    (match,) = payload["matches"]
    (evidence,) = match["evidence"]
    assert (match["claim_id"], match["curated"]) == (None, False)
    assert [evidence[key] for key in ("source", "path", "citation", "issued")] == [None] * 4
    assert (evidence["quote"], evidence["start"], evidence["end"]) == (LENT, 0, len(LENT))
    assert evidence["speaker"] == "Ines Varga"
    assert evidence["conflicts"][0]["code"] == "date"
    assert "explanation" not in payload


def test_text_shows_no_place_where_there_is_none(run):
    text = run("compare", OTHER, LENT, "--speaker", "Ines Varga").stdout
    assert text.splitlines()[2] == "The evidence says otherwise."
    assert f"“{LENT}”" in text
    assert "Ines Varga" in text
    for absent in ("cite:", ":1:1", "uncurated", "None", "workspace"):
        assert absent not in text


def test_no_workspace_is_needed(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_WORKSPACE", str(tmp_path / "nowhere"))
    result = run("compare", LENT, LENT)
    assert (result.exit_code, result.stderr) == (0, "")
    assert run("compare", LENT, LENT, "--workspace", ".").exit_code == 2


def test_relative_dates_are_reckoned_from_the_date(run):
    words = ("compare", "The port opened in 2024.", "The port opened last year.")
    assert run(*words, "--date", "2025-07-22").stdout.startswith("supported")
    assert run(*words, "--date", "2023").stdout.startswith("refuted")
    payload = verdict(run(*words, "--date", "2025-07", "--output-format", "json"))
    assert payload["matches"][0]["evidence"][0]["issued"] == "2025-07"


@pytest.mark.parametrize(
    "date", ["", "25", "2025-13", "2025-02-30", "2025-7", "2025-07-22T00", "0000", "last year"]
)
def test_what_is_no_date(run, date):
    result = run("compare", LENT, LENT, "--date", date)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "must be a date: 2025, 2025-07 or 2025-07-22" in result.stderr


@pytest.mark.parametrize(("args", "stdin"), [(("-", LENT), OTHER + "\n"), ((OTHER, "-"), "\ufeff" + LENT)])
def test_either_may_come_on_standard_input(run, args, stdin):
    assert run("compare", *args, stdin=stdin).stdout.startswith("refuted")


def test_lines_of_the_evidence_stay_as_they_are(run):
    payload = verdict(run("compare", LENT, "-", "--output-format", "json", stdin=LENT.replace(" in", "\nin")))
    assert payload["matches"][0]["evidence"][0]["quote"] == LENT.replace(" in", "\nin")
    assert payload["label"] == "supported"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("a",), "Missing argument 'EVIDENCE'"),
        (("-", "-"), "Only one of STATEMENT and EVIDENCE can be '-'."),
        (("", LENT), "the statement is empty"),
        ((LENT, " \n"), "the evidence is empty"),
        ((LENT, "port " * 20_001), "100,000 is the most that is taken"),
        ((LENT, "caf\udce9"), "the evidence is not UTF-8 (at character 4)"),
        (("caf\udce9", LENT), "the statement is not UTF-8 (at character 4)"),
        ((LENT, LENT, "--speaker", "caf\udce9"), "the speaker is not UTF-8"),
    ],
)
def test_what_cannot_be_compared(run, args, told):
    result = run("compare", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_explained_text(run):
    text = run("compare", OTHER, LENT, "--explain").stdout
    for shown in (
        "\nWhy\nCandidate 1 decides. The two clash (date), and the probability that it is",
        "\nthresholds: supported 0.",
        "“2017” → “2019”: does not bear the date out",
        "“Lithuania” → “Lithuania”: the same word",
        "features: coverage ",
        "conflict: date: you wrote “2017”; the source says “2019”",
    ):
        assert shown in text


def test_explained_json(run):
    payload = verdict(run("compare", OTHER, LENT, "--explain", "--output-format", "json"))
    (candidate,) = payload["explanation"]["candidates"]
    assert (candidate["decides"], candidate["index_score"], candidate["text"]) == (True, None, LENT)
    assert candidate["alignment"][-1] == {
        "statement": "2017",
        "text": "2019",
        "kind": "other-date",
        "weight": candidate["alignment"][-1]["weight"],
        "statement_span": [46, 50],
        "text_span": [46, 50],
    }
