"""Claims that rest on a publisher's verdict: what they decide, and how it is told."""

import json

import jsonschema
import pytest

from factcheck.claims import load_claims_folder
from factcheck.compiled import dump, load
from factcheck.explain import explain
from factcheck.finding import Place
from factcheck.lookup import REPORTED, lookup
from factcheck.model import Label, Location, Reason, Stance
from factcheck.reporters.findings import finding, reviews
from factcheck.reporters.json_format import verdict_payload
from factcheck.reporters.layout import Style
from factcheck.reporters.report import Checked
from factcheck.reporters.text_verdict import render_verdict
from factcheck.schema import load_schema
from factcheck.validate import validate
from factcheck.workspace import Workspace


def review(stance, publisher="Lume Check", **more):
    rating = {"supports": "True", "refutes": "False"}[stance]
    url = f"https://{publisher.split()[0].lower()}.example/v"
    return {"stance": stance, "rating": rating, "publisher": publisher, "url": url, **more}


CLAIMS = [
    ("bleach", "Drinking bleach cures the common cold.", review("refutes", claimant="Viral posts")),
    (
        "harbour",
        "The harbour of Sankt Veit admitted 420 ships in 2021.",
        review("supports", issued="2022-01"),
    ),
    ("mayor-1", "The mayor of Sankt Veit closed the hospital in 2019.", review("supports", "One Check")),
    ("mayor-2", "The mayor of Sankt Veit closed the hospital in 2019.", review("refutes", "Two Check")),
    ("divers", "About forty divers work in the port of Porto Lume.", review("refutes", "Two Check")),
    ("bridge", "The bridge of Sankt Veit was opened yesterday.", review("supports", claimed_on="2021-03-04")),
]


@pytest.fixture
def workspace(port_folder):
    lines = [{"id": name, "statement": text, "review": found} for name, text, found in CLAIMS]
    evidence = [{"source": "port", "quote": "about forty of them are divers"}]
    lines.append({**lines[4], "id": "divers-with-evidence", "evidence": evidence})
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (port_folder / "claims" / "archive.jsonl").write_text(text, encoding="utf-8")
    (port_folder / "claims" / "archive.rejected.jsonl").write_text('{"reason": "x"}\n', encoding="utf-8")
    return Workspace(Place(port_folder))


@pytest.mark.parametrize(
    ("statement", "label", "claim"),
    [
        ("Drinking bleach cures the common cold.", Label.REFUTED, "bleach"),
        ("The common cold is cured by drinking bleach.", Label.REFUTED, "bleach"),
        ("Drinking bleach does not cure the common cold.", Label.SUPPORTED, "bleach"),
        ("The harbour of Sankt Veit admitted 420 ships in 2021.", Label.SUPPORTED, "harbour"),
        ("The harbour of Sankt Veit admitted 510 ships in 2021.", Label.REFUTED, "harbour"),
        ("The harbour of Sankt Veit admitted no ships in 2021.", Label.REFUTED, "harbour"),
    ],
)
def test_a_wording_gives_the_stance_by_the_same_rules(workspace, statement, label, claim):
    verdict = lookup(workspace, statement)
    assert (verdict.label, verdict.reason) == (label, Reason.REPORTED)
    assert 0.5 < verdict.confidence <= REPORTED
    match = verdict.matches[0]
    assert match.claim.id == claim
    assert (match.evidence, match.verbatim) == ((), None)
    assert match.review.review is match.claim.review


@pytest.mark.parametrize(
    "statement",
    [
        "Drinking bleach cures malaria.",
        "Drinking vinegar cures the common cold.",
        "Viral posts say that bleach is sold in Sankt Veit.",
        "The harbour of Sankt Veit admitted 420 ships in 2021 and gave each of them a medal.",
    ],
)
def test_what_the_wording_does_not_say_is_open(workspace, statement):
    verdict = lookup(workspace, statement)
    assert verdict.label is not Label.SUPPORTED
    assert verdict.reason is not Reason.REPORTED


def test_publishers_that_disagree_conflict(workspace):
    verdict = lookup(workspace, "The mayor of Sankt Veit closed the hospital in 2019.")
    assert (verdict.label, verdict.reason) == (Label.CONFLICTING, Reason.BOTH_SIDES)
    assert {match.claim.id for match in verdict.matches[:2]} == {"mayor-1", "mayor-2"}
    one = finding(Checked(Location("a.txt"), verdict))
    assert "One Check rated it" in one.message
    assert "Two Check rated it" in one.message
    assert "publishers stand against one another" in explain(workspace, verdict).why


def test_evidence_decides_where_there_is_some(workspace):
    verdict = lookup(workspace, "About forty divers work in the port of Porto Lume.")
    assert verdict.label is Label.SUPPORTED
    match = verdict.matches[0]
    assert match.claim.id == "divers-with-evidence"
    assert (match.verbatim, match.review) == (True, None)
    text = render_verdict(verdict, Style(width=100))
    assert "Two Check rated it “False” (against the claim)" in text
    payload = verdict_payload(verdict)["matches"][0]
    assert payload["verbatim"] is True
    assert payload["review"]["publisher"] == "Two Check"


def test_it_is_never_surer_than_evidence(workspace):
    statement = "About forty divers work in the port of Porto Lume."
    matches = {
        match.claim.id: match for match in lookup(workspace, statement, limit=9).matches if match.claim
    }
    assert matches["divers"].confidence <= matches["divers-with-evidence"].confidence


def test_dates_count_from_the_day_of_the_claim(workspace):
    verdict = lookup(workspace, "The bridge of Sankt Veit was opened on 3 March 2021.")
    assert (verdict.label, verdict.reason) == (Label.SUPPORTED, Reason.REPORTED)
    verdict = lookup(workspace, "The bridge of Sankt Veit was opened on 9 March 2021.")
    assert verdict.label is Label.REFUTED


def test_a_claim_is_no_witness_of_itself(workspace):
    verdict = lookup(workspace, CLAIMS[0][1], own="bleach")
    assert all(match.claim is None or match.claim.id != "bleach" for match in verdict.matches)


@pytest.mark.parametrize("statement", ["the common cold", "Does bleach cure the common cold?"])
def test_searches_find_it(workspace, statement):
    verdict = lookup(workspace, statement)
    assert verdict.label is Label.NOT_ENOUGH_INFO
    assert verdict.matches[0].claim.id == "bleach"
    assert "not checked against a source" in render_verdict(verdict, Style(width=100))


@pytest.mark.parametrize(
    "statement", [text for _, text, _ in CLAIMS] + ["The moon.", "Bleach, and 3 ships sank."]
)
def test_the_json_keeps_to_its_schema(workspace, statement):
    payload = verdict_payload(lookup(workspace, statement))
    jsonschema.Draft202012Validator(load_schema("verdict")).validate(payload)


def test_what_is_told(workspace):
    verdict = lookup(workspace, "The harbour of Sankt Veit admitted 510 ships in 2021.")
    payload = verdict_payload(verdict)["matches"][0]
    assert payload["verbatim"] is None
    assert payload["evidence"] == []
    assert payload["review"]["url"] == "https://lume.example/v"
    [clash] = payload["review"]["conflicts"]
    assert (clash["code"], clash["statement"], clash["evidence"]) == ("quantity", "510", "420")
    text = render_verdict(verdict, Style(width=100))
    assert "Lume Check rated it “True”, 2022-01 (for the claim)" in text
    assert "the claim says “420”" in text
    assert "cite:" not in text
    result = Checked(Location("a.txt"), verdict)
    assert [found.publisher for found in reviews(result)] == ["Lume Check"]
    assert "https://lume.example/v" in finding(result).message
    assert explain(workspace, verdict).candidates[0].decides


def test_spans_follow_a_corrected_statement(workspace):
    statement = "The harbuor of Sankt Veit admitted 510 ships in 2021."
    match = lookup(workspace, statement).matches[0]
    assert [clash.statement_span.of(statement) for clash in match.review.conflicts] == ["510"]


def test_facts_that_are_joined(workspace):
    first = "The port of Porto Lume reopened in March 2024"
    statement = f"{first} and the harbour of Sankt Veit admitted 420 ships in 2021."
    verdict = lookup(workspace, statement)
    assert (verdict.label, verdict.reason) == (Label.SUPPORTED, Reason.REPORTED)


def test_validate_does_not_ask_for_evidence(workspace):
    found = [fault for fault in validate(workspace) if fault.claim not in (None, "divers-with-evidence")]
    assert [
        (fault.code, fault.claim) for fault in found if fault.location.path.endswith("archive.jsonl")
    ] == []


def test_toml_holds_it_too(port):
    text = (
        '[[claim]]\nid = "a"\nstatement = "A ship sank."\n\n'
        '[claim.review]\nstance = "refutes"\nrating = "F"\npublisher = "P"\nurl = "https://p.example"\n'
    )
    folder = load_claims_folder(port.write(claims=text))
    assert not folder.diagnostics
    [claim] = folder.claims
    assert claim.only_reported
    assert claim.review.stance is Stance.REFUTES


def test_what_is_compiled_is_the_same(workspace):
    folder = workspace._claims_folder
    anchors = {
        claim.id: tuple(found.span for found in workspace.anchored[claim.id]) for claim in workspace.claims
    }
    kept = load(dump(folder, anchors, (), ()))
    assert [kept.claim(number)[0] for number in range(len(kept))] == list(folder.claims)
    assert len(kept.held) == len(folder.claims)
