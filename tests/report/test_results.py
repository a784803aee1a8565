"""The results of `check`, read back."""

import json

import pytest

from factcheck.errors import InputError
from factcheck.model import Label, Location
from factcheck.reporting import read_results

EVIDENCE = {
    "source": "port", "path": "src_text/port.txt", "issued": "2024-06", "stance": "supports", "speaker": None,
    "quote": "The port.", "start": 3, "end": 12, "line": 2, "column": 1, "citation": "C.",
    "conflicts": [
        {"code": "date", "statement": "a", "evidence": "T", "statement_span": [0, 1], "evidence_span": [0, 1]}
    ],
    "unaccounted": [[2, 3]],
}  # fmt: skip
MATCH = {
    "claim_id": "c", "claim": "C", "curated": True, "note": None, "label": "refuted", "similarity": 80.5,
    "confidence": 0.9, "evidence": [EVIDENCE],
}  # fmt: skip
ANSWER = {
    "schema_version": 1, "statement": "a b c", "label": "refuted", "confidence": 0.9, "reason": "conflict",
    "caveats": ["perhaps"], "matches": [MATCH], "path": "draft.txt", "line": 4, "column": 1,
}  # fmt: skip
FINDING = {
    "schema_version": 1, "code": "FC405", "severity": "error", "message": "misquoted", "path": "a.md", "line": 3,
    "column": 9, "mend": "write it so", "claim_id": None,
}  # fmt: skip


def with_answer(**changes):
    return json.dumps({"schema_version": 1, "results": [{**ANSWER, **changes}], "findings": [], "summary": {}})


def with_evidence(**changes):
    return with_answer(matches=[{**MATCH, "evidence": [{**EVIDENCE, **changes}]}])


@pytest.mark.parametrize(
    "text",
    [
        with_answer(),
        json.dumps(ANSWER) + "\n",
        json.dumps(ANSWER) + "\n\n" + json.dumps(FINDING) + "\n",
    ],
    ids=["json", "one line", "lines with another finding"],
)
def test_answers_are_read(text):
    (answer,) = read_results(text, "r.json").answers
    assert (answer.statement, answer.label, answer.location) == ("a b c", Label.REFUTED, Location("draft.txt", 4, 1))
    (evidence,) = answer.matches[0].evidence
    assert [(clash.code, clash.statement.of("a b c")) for clash in evidence.clashes] == [("date", "a")]
    assert [span.of("a b c") for span in evidence.unaccounted] == ["b"]


def test_findings_are_read():
    lines = read_results(json.dumps(ANSWER) + "\n" + json.dumps(FINDING) + "\n", "r.json").findings
    whole = read_results(json.dumps({"schema_version": 1, "results": [], "findings": [FINDING]}), "r.json").findings
    assert [(found.code, str(found.location), found.mend) for found in lines] == [("FC405", "a.md:3:9", "write it so")]
    assert whole == lines


def test_a_publishers_verdict_is_read():
    clash = {**EVIDENCE["conflicts"][0], "evidence_span": [40, 45], "evidence": "words"}
    review = {
        "stance": "refutes", "rating": "False", "publisher": "Lume Courier", "url": "https://example.org/1",
        "issued": "2024-07", "claimant": None, "claimed_on": None, "conflicts": [clash], "unaccounted": [],
    }  # fmt: skip
    (answer,) = read_results(with_answer(matches=[{**MATCH, "evidence": [], "review": review}]), "r.json").answers
    found = answer.matches[0].review
    assert (found.publisher, found.rating, found.clashes[0].words) == ("Lume Courier", "False", "words")


def test_an_answer_of_lookup_has_no_place():
    answer = {key: value for key, value in ANSWER.items() if key not in ("path", "line", "column")}
    assert read_results(json.dumps(answer, indent=2), "r.json").answers[0].location is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "r.json: there are no answers in it"),
        ("{}", "r.json: `schema_version` must be 1; found none"),
        ('{"schema_version": 2}', "r.json: `schema_version` must be 1; found 2"),
        ('{"schema_version": 1}', "r.json: has neither `results` nor an answer"),
        ('{"schema_version": 1, "results": []}', "r.json: there are no answers in it"),
        ('{"schema_version": 1, "results": {}}', "r.json: `results` must be a list"),
        ('{"schema_version": 1, "results": [1]}', "r.json, results 1: must be an object"),
        ("[]", "r.json:1: must be an object"),
        ("<html>", "r.json:1: neither JSON nor JSON Lines"),
        ("[" * 100_000, "r.json:1: neither JSON nor JSON Lines"),
        (json.dumps(ANSWER) + "\n{", "r.json:2: neither JSON nor JSON Lines"),
        (with_answer(label="true"), "r.json, results 1: `label` must be one of supported, refuted"),
        (with_answer(statement=None), "r.json, results 1: `statement` must be a string"),
        (with_answer(confidence=float("nan")), "r.json, results 1: `confidence` must be a number from 0 to 1"),
        (with_answer(confidence=True), "r.json, results 1: `confidence` must be a number from 0 to 1"),
        (with_answer(line=0), "r.json, results 1: `line` must be a whole number from 1"),
        (with_answer(caveats=[1]), "r.json, results 1: `caveats` must be a list of strings"),
        (with_evidence(unaccounted=[[2, 30]]), "results 1, matches 1, evidence 1: `unaccounted` must be a span"),
        (with_evidence(end=1), "results 1, matches 1, evidence 1: `end` must be a whole number from 3"),
        (with_evidence(stance="denies"), "results 1, matches 1, evidence 1: `stance` must be one of"),
    ],
)
def test_what_is_no_file_of_results_is_told_with_its_place(text, message):
    with pytest.raises(InputError) as error:
        read_results(text, "r.json")
    assert message in error.value.message
    assert "factcheck check" in error.value.mend
