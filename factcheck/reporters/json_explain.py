"""For scripts: why an answer is so; the key `explanation` of a verdict."""

from __future__ import annotations

from factcheck.explain import CandidateExplanation, Explanation, Tie
from factcheck.reporters.json_format import Payload, conflict_payload, span_payload


def explanation_payload(explanation: Explanation) -> Payload:
    """An explanation as the object that the schema of a verdict describes."""
    return {
        "why": explanation.why,
        "thresholds": {label.value: least for label, least in explanation.thresholds},
        **_candidates(explanation),
        "parts": [
            {"statement": part.statement, "why": part.why, **_candidates(part)} for part in explanation.parts
        ],
    }


def _candidates(explanation: Explanation) -> Payload:
    told = [_candidate(candidate, explanation.statement) for candidate in explanation.candidates]
    return {"candidates": told}


def _candidate(candidate: CandidateExplanation, statement: str) -> Payload:
    return {
        "claim_id": candidate.claim,
        "text": candidate.text,
        "decides": candidate.decides,
        "label": candidate.label.value,
        "reason": candidate.reason.value,
        "confidence": round(candidate.confidence, 4),
        "index_score": _rounded(candidate.index_score),
        "rank": _rounded(candidate.rank),
        "probabilities": {label.value: round(sure, 4) for label, sure in candidate.probabilities},
        "features": {name: round(value, 4) for name, value in candidate.features},
        "alignment": [_tie(tie, statement, candidate.text) for tie in candidate.ties],
        "conflicts": [
            conflict_payload(conflict, statement, candidate.text) for conflict in candidate.conflicts
        ],
        "why": candidate.why,
    }


def _tie(tie: Tie, statement: str, text: str) -> Payload:
    return {
        "statement": tie.statement.of(statement),
        "text": tie.text.of(text) if tie.text else None,
        "kind": tie.kind,
        "weight": round(tie.weight, 4),
        "statement_span": span_payload(tie.statement),
        "text_span": span_payload(tie.text) if tie.text else None,
    }


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)
