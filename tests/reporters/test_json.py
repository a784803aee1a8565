"""The JSON is a contract: schemas in the package, exact keys, UTF-8 unescaped."""

import json
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource

import factcheck
from factcheck.reporters import REPORTERS
from factcheck.reporters.layout import Style

FOLDER = Path(factcheck.__file__).parent / "schemas"
SCHEMAS = {
    name: json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    for name in ("verdict", "check", "validate", "list", "show")
}
REGISTRY = Registry().with_resources(
    [(schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values()]
)


def validator(name, part=""):
    schema = {"$ref": SCHEMAS[name]["$id"] + part}
    return jsonschema.Draft202012Validator(schema, registry=REGISTRY)


def as_json(report):
    return json.loads(REPORTERS["json"](report, Style()))


def as_lines(report):
    return [json.loads(line) for line in REPORTERS["jsonl"](report, Style()).splitlines()]


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_schemas(name):
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


def test_json_keeps_its_schema(named_report):
    name, report = named_report
    validator(name.partition("-")[0]).validate(as_json(report))


@pytest.mark.parametrize(
    ("name", "schema", "part"),
    [
        ("verdict-refuted", "verdict", ""),
        ("validate", "validate", "#/$defs/finding"),
        ("list", "list", "#/$defs/claim"),
        ("show", "show", ""),
    ],
)
def test_json_lines_keep_their_schema(reports, name, schema, part):
    lines = as_lines(reports[name])
    assert lines
    for line in lines:
        assert line["schema_version"] == 1
        validator(schema, part).validate(line)


def test_check_lines_are_answers_then_what_could_not_be_read(reports):
    *answers, unread = as_lines(reports["check"])
    for line, answer in enumerate(answers, 1):
        validator("verdict").validate(answer)
        assert (answer["path"], answer["line"], answer["column"]) == ("drafts/statements.txt", line, 1)
    validator("validate", "#/$defs/finding").validate(unread)
    assert unread["code"] == "FC404"


def test_the_schema_refuses_what_is_not_in_the_contract(reports):
    payload = as_json(reports["verdict-refuted"])
    for damage in ({"extra": 1}, {"label": "true"}, {"confidence": 1.2}, {"path": "a.txt"}):
        with pytest.raises(jsonschema.ValidationError):
            validator("verdict").validate({**payload, **damage})


def test_the_contract_of_a_verdict(verdicts):
    payload = as_json(verdicts["refuted"])
    assert list(payload) == [
        "schema_version",
        "statement",
        "label",
        "confidence",
        "reason",
        "caveats",
        "matches",
    ]
    match = payload["matches"][0]
    assert list(match) == [
        "claim_id",
        "claim",
        "curated",
        "note",
        "label",
        "similarity",
        "confidence",
        "verbatim",
        "evidence",
    ]
    assert list(match["evidence"][0]) == [
        "source",
        "path",
        "issued",
        "stance",
        "speaker",
        "quote",
        "start",
        "end",
        "line",
        "column",
        "citation",
        "conflicts",
        "unaccounted",
    ]
    assert match["evidence"][0]["conflicts"] == [
        {
            "code": "quantity",
            "statement": "Over three thousand",
            "evidence": "Over three hundred",
            "statement_span": [0, 19],
            "evidence_span": [0, 18],
        }
    ]
    assert (payload["confidence"], match["similarity"]) == (0.9712, 91.4)


def test_an_uncurated_sentence_has_no_claim(verdicts):
    match = as_json(verdicts["refuted"])["matches"][1]
    assert (match["claim_id"], match["claim"], match["curated"], match["note"]) == (None, None, False, None)


def test_what_was_withheld_is_told_only_where_something_was(verdicts):
    assert as_json(verdicts["withheld"])["withheld"] == "supported"
    assert "withheld" not in as_json(verdicts["nothing"])


def test_json_is_not_escaped_beyond_need(verdicts):
    assert "port’s own" in REPORTERS["json"](verdicts["refuted"], Style())
    assert as_json(verdicts["hostile"])["statement"] == verdicts["hostile"].statement


def test_check_counts(reports):
    assert as_json(reports["check"])["summary"] == {
        "statements": 4,
        "labels": {"supported": 1, "refuted": 1, "conflicting": 1, "not-enough-info": 1},
        "unread": 1,
        "errors": 3,
        "warnings": 1,
        "notes": 0,
    }
