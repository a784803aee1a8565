"""Why an answer is so: told by the same figures that decide."""

import json

import pytest

from factcheck.align import LinkKind
from factcheck.api import open_workspace
from factcheck.calibrate import Calibration
from factcheck.comparing import compare
from factcheck.explain import explain, explain_pair
from factcheck.model import Label, Reason
from factcheck.reporters import text_explain
from factcheck.reporters.json_explain import explanation_payload
from factcheck.schema import load_schema

ACCOUNTED = {"same", "alias", "derived", "synonym", "broader", "typo", "figure", "date", "elsewhere"}
LENT = "Poland lent Lithuania eighty million euros in 2019."
PAIRS = [
    (LENT, LENT),
    ("Poland lent Lithuania eighty million euros in 2017.", LENT),
    ("The school teaches three languages.", "The school opened its doors on 1 September 2023."),
    ("Who lent what?", LENT),
    ("Over three thousand people work in the port.", "Over three hundred people work in the port."),
]
STATEMENTS = [
    "Over three hundred people work in the port of Porto Lume.",
    "Over three thousand people work in the port of Porto Lume.",
    "The port of Porto Lume signed an agreement with the railway in May 2024.",
    "The moon is made of green cheese.",
    "How many people work in the port?",
    "The port of Porto Lume reopened in March 2024 and over three thousand people work in the port.",
]


def test_every_kind_of_link_is_in_the_contract_and_has_words():
    kinds = load_schema("verdict")["$defs"]["tie"]["properties"]["kind"]["enum"]
    assert {kind.value for kind in LinkKind} <= ACCOUNTED
    assert set(kinds) == {*text_explain.ACCOUNTED, *text_explain.UNACCOUNTED, *text_explain.WITHOUT}
    assert set(kinds) > ACCOUNTED


@pytest.fixture
def workspace(port_folder):
    return open_workspace(port_folder)


@pytest.mark.parametrize(("statement", "evidence"), PAIRS)
def test_a_pair_is_told_by_what_decides_it(statement, evidence):
    verdict = compare(statement, evidence)
    explanation = explain_pair(verdict, evidence)
    (candidate,) = explanation.candidates
    calibration = Calibration.load()
    assert candidate.decides is (verdict.label is not Label.NOT_ENOUGH_INFO)
    assert (candidate.label, candidate.confidence) == (verdict.label, verdict.confidence)
    assert (candidate.text, candidate.claim, candidate.index_score, candidate.rank) == (
        evidence,
        None,
        None,
        None,
    )
    assert dict(explanation.thresholds) == {
        label: calibration.threshold(label) for label in (Label.SUPPORTED, Label.REFUTED)
    }
    if candidate.decides:
        assert dict(candidate.probabilities)[verdict.label] == verdict.confidence


def test_ties_name_every_word_of_weight_once():
    verdict = compare("Poland lent Lithuania 80 million euros in 2017.", LENT)
    (candidate,) = explain_pair(verdict, LENT).candidates
    told = [
        (tie.statement.of(verdict.statement), tie.text.of(LENT) if tie.text else None, tie.kind)
        for tie in candidate.ties
    ]
    assert told == [
        ("Poland", "Poland", "same"),
        ("lent", "lent", "same"),
        ("Lithuania", "Lithuania", "same"),
        ("80 million euros", "eighty million euros", "figure"),
        ("2017", "2019", "other-date"),
    ]


def test_what_nothing_accounts_for_is_told():
    verdict = compare("Poland lent Lithuania a submarine.", LENT)
    (candidate,) = explain_pair(verdict, LENT).candidates
    loose = {tie.statement for tie in candidate.ties if tie.kind not in ACCOUNTED}
    assert {span.of(verdict.statement) for span in loose} == {"submarine"}
    assert "probability that it is supported" in candidate.why


@pytest.mark.parametrize("statement", STATEMENTS)
def test_candidates_are_those_that_were_judged(workspace, statement):
    verdict = workspace.lookup(statement)
    explanation = explain(workspace, verdict)
    told = {(one.claim, one.label) for one in explanation.candidates}
    if not explanation.parts and verdict.reason not in (Reason.QUESTION, Reason.KEYWORDS):
        for match in verdict.matches:
            assert (match.claim.id if match.claim else None, match.label) in told
    ranks = [one.rank for one in explanation.candidates]
    assert ranks == sorted(ranks, reverse=True)
    assert all(one.index_score is not None for one in explanation.candidates)
    for one in explanation.candidates:
        for tie in one.ties:
            assert tie.statement.of(statement)
            assert tie.text is None or tie.text.of(one.text)
        for conflict in one.conflicts:
            assert conflict.evidence_span.end <= len(one.text)


def test_the_candidate_that_decides_is_marked(workspace):
    verdict = workspace.lookup(STATEMENTS[1])
    explanation = explain(workspace, verdict)
    (decisive,) = [one for one in explanation.candidates if one.decides]
    assert (decisive.claim, decisive.label) == ("port-staff", Label.REFUTED)
    assert explanation.why.startswith("Candidate 1 decides. The two clash (quantity), and the probability")


def test_a_label_that_was_withheld_is_told(workspace):
    verdict = workspace.lookup(STATEMENTS[1], min_confidence=1.0)
    explanation = explain(workspace, verdict)
    assert "“refuted” was found, but its probability of" in explanation.why
    assert any(one.decides for one in explanation.candidates)


def test_nothing_decides_a_question(workspace):
    explanation = explain(workspace, workspace.lookup(STATEMENTS[4]))
    assert "can be neither true nor false" in explanation.why
    assert not any(one.decides for one in explanation.candidates)


def test_facts_that_are_joined_are_told_one_by_one(workspace):
    statement = STATEMENTS[5]
    explanation = explain(workspace, workspace.lookup(statement))
    assert explanation.parts or any(one.decides for one in explanation.candidates)
    for part in explanation.parts:
        assert part.statement != statement
        assert part.candidates


def test_only_curated_candidates_where_only_those_were_asked_for(workspace):
    verdict = workspace.lookup(STATEMENTS[0], curated_only=True)
    explanation = explain(workspace, verdict, curated_only=True)
    assert all(one.claim for one in explanation.candidates)
    assert all(one.index_score is not None for one in explanation.candidates)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_same_question_gets_the_same_bytes(port_folder, statement):
    def told():
        workspace = open_workspace(port_folder)
        return json.dumps(explanation_payload(explain(workspace, workspace.lookup(statement))))

    assert told() == told()
