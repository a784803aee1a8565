"""For scripts: one object. Its shape is a contract; the schemas are in `factcheck/schemas/`."""

from __future__ import annotations

import json
from typing import Any

from factcheck.model import (
    Claim,
    Conflict,
    Diagnostic,
    Label,
    Match,
    MatchedEvidence,
    MatchedReview,
    Review,
    Severity,
    Span,
    Verdict,
)
from factcheck.reporters.report import (
    Checked,
    CheckReport,
    Explained,
    ListedClaim,
    ListReport,
    Report,
    ShowReport,
    ValidateReport,
    count_severity,
)

SCHEMA_VERSION = 1
Payload = dict[str, Any]
"""What `json` takes; checked against the schemas by the tests."""


def render(report: Report) -> str:
    """The report as one indented object."""
    return json.dumps(payload(report), ensure_ascii=False, indent=2) + "\n"


def payload(report: Report) -> Payload:
    """The report as the object that the schemas describe."""
    match report:
        case Verdict():
            return verdict_payload(report)
        case Explained():
            from factcheck.reporters.json_explain import explanation_payload

            return {**verdict_payload(report.verdict), "explanation": explanation_payload(report.explanation)}
        case CheckReport():
            return _check(report)
        case ValidateReport():
            return _validate(report)
        case ListReport():
            return _list(report)
        case ShowReport():
            return _show(report)


def verdict_payload(verdict: Verdict) -> Payload:
    """A verdict; `withheld` is there only where a label was found and not given."""
    withheld = {} if verdict.withheld is None else {"withheld": verdict.withheld.value}
    return {
        "schema_version": SCHEMA_VERSION,
        "statement": verdict.statement,
        "label": verdict.label.value,
        "confidence": round(verdict.confidence, 4),
        "reason": verdict.reason.value,
        **withheld,
        "caveats": list(verdict.caveats),
        "matches": [_match(match, verdict.statement) for match in verdict.matches],
    }


def checked_payload(result: Checked) -> Payload:
    """A verdict with the place of its statement."""
    place = result.location
    return {
        **verdict_payload(result.verdict),
        "path": place.path,
        "line": place.line,
        "column": place.column,
    }


def diagnostic_payload(found: Diagnostic) -> Payload:
    """A diagnostic; `mend` may be empty."""
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "path": found.location.path,
        "line": found.location.line,
        "column": found.location.column,
        "mend": found.mend,
        "claim_id": found.claim,
    }


def claim_payload(claim: Claim) -> Payload:
    """A claim as its curator wrote it, with its place."""
    return {
        "id": claim.id,
        "statement": claim.statement,
        "also": list(claim.also),
        "tags": list(claim.tags),
        "note": claim.note,
        "checked_by": claim.checked_by,
        "checked_on": claim.checked_on,
        **({} if claim.review is None else {"review": review_payload(claim.review)}),
        "path": claim.location.path,
        "line": claim.location.line,
    }


def review_payload(review: Review) -> Payload:
    """A publisher's verdict on a claim."""
    return {**review._asdict(), "stance": review.stance.value}


def listed_payload(listed: ListedClaim) -> Payload:
    """A claim of a list, with whom and what it quotes."""
    return {
        **claim_payload(listed.claim),
        "sources": list(listed.sources),
        "speakers": list(listed.speakers),
    }


def _match(match: Match, statement: str) -> Payload:
    claim = match.claim
    return {
        "claim_id": claim.id if claim else None,
        "claim": claim.statement if claim else None,
        "curated": claim is not None,
        "note": claim.note if claim else None,
        "label": match.label.value,
        "similarity": round(match.similarity, 1),
        "confidence": round(match.confidence, 4),
        "verbatim": match.verbatim,
        "evidence": [_evidence(evidence, statement) for evidence in match.evidence],
        **_review(match, statement),
    }


def _review(match: Match, statement: str) -> Payload:
    """The publisher's verdict on the claim, where there is one; what clashes where nothing else is at hand."""
    if match.claim is None or match.claim.review is None:
        return {}
    found = match.review or MatchedReview(match.claim.review, "")
    clashes = [conflict_payload(conflict, statement, found.wording) for conflict in found.conflicts]
    return {
        "review": {
            **review_payload(found.review),
            "conflicts": clashes,
            "unaccounted": [span_payload(span) for span in found.unaccounted],
        }
    }


def _evidence(evidence: MatchedEvidence, statement: str) -> Payload:
    return {
        **_passage(evidence),
        "conflicts": [
            conflict_payload(conflict, statement, evidence.quote) for conflict in evidence.conflicts
        ],
        "unaccounted": [span_payload(span) for span in evidence.unaccounted],
    }


def _passage(evidence: MatchedEvidence) -> Payload:
    return {
        "source": evidence.source,
        "path": evidence.path,
        "issued": evidence.issued,
        "stance": evidence.stance.value,
        "speaker": evidence.speaker,
        "quote": evidence.quote,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "line": evidence.line,
        "column": evidence.column,
        "citation": evidence.citation,
    }


def conflict_payload(conflict: Conflict, statement: str, quote: str) -> Payload:
    """A conflict with the words of the statement and of the quote; spans are half-open, in code points."""
    return {
        "code": conflict.code,
        "statement": conflict.statement_span.of(statement),
        "evidence": conflict.evidence_span.of(quote),
        "statement_span": span_payload(conflict.statement_span),
        "evidence_span": span_payload(conflict.evidence_span),
    }


def span_payload(span: Span) -> list[int]:
    """A span as its two offsets."""
    return [span.start, span.end]


def _check(report: CheckReport) -> Payload:
    return {
        "schema_version": SCHEMA_VERSION,
        "results": [checked_payload(result) for result in report.results],
        "findings": [diagnostic_payload(found) for found in report.findings],
        "summary": {
            "statements": len(report.results),
            "labels": {label.value: report.count(label) for label in Label},
            "unread": len(report.unread),
            **_severities(report.findings),
        },
    }


def _validate(report: ValidateReport) -> Payload:
    return {
        "schema_version": SCHEMA_VERSION,
        "findings": [diagnostic_payload(found) for found in report.findings],
        "summary": {
            "claims": report.claims,
            "evidence": report.evidence,
            "sources": report.sources,
            **_severities(report.findings),
        },
    }


def _severities(findings: tuple[Diagnostic, ...]) -> Payload:
    return {f"{severity.value}s": count_severity(findings, severity) for severity in Severity}


def _list(report: ListReport) -> Payload:
    return {
        "schema_version": SCHEMA_VERSION,
        "claims": [listed_payload(listed) for listed in report.claims],
        "summary": {"claims": len(report.claims), "total": report.total},
    }


def _show(report: ShowReport) -> Payload:
    return {
        "schema_version": SCHEMA_VERSION,
        **claim_payload(report.claim),
        "evidence": [
            {**_passage(quote.passage), "before": quote.before, "after": quote.after}
            for quote in report.quotes
        ],
        "unusable": [
            {"source": source, "quote": stored, "path": location.path, "line": location.line}
            for source, stored, location in report.unusable
        ],
    }
