"""What the page's script needs to know, as JSON that can stand in HTML."""

from __future__ import annotations

import json
from typing import Any

from factcheck.model import Location, Stance
from factcheck.reporters.html.marking import one_line
from factcheck.reporting.values import Answer, ReportedClaim, WorkspaceReport

_UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&"}
Payload = dict[str, Any]


def embedded(report: WorkspaceReport) -> str:
    """The data; nothing in it can end the element that it stands in, or begin another."""
    citations: dict[str, int] = {}
    data = {
        "claims": [_claim(report, item) for item in report.claims],
        "segments": _segments(report),
        "against": _segments(report, Stance.REFUTES),
        "sentences": [
            {
                "claims": list(item.claims),
                "cite": citations.setdefault(one_line(item.citation), len(citations)),
                "status": item.coverage.status.value,
                "reason": one_line(item.reason or ""),
                "place": _place(item.coverage.location, len(report.sources) > 1),
                "speaker": one_line(item.coverage.speaker or ""),
            }
            for item in report.sentences
        ],
        "citations": list(citations),
        "answers": [_answer(report, answer) for answer in report.answers],
    }
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).translate(_UNSAFE)


def _place(location: Location, with_path: bool) -> str:
    return one_line(f"{location.path}, line {location.line}" if with_path else f"line {location.line}")


def _claim(report: WorkspaceReport, item: ReportedClaim) -> Payload:
    quotes = [report.quotes[number] for number in item.quotes]
    return {
        "id": item.claim.id,
        "tags": [one_line(tag) for tag in item.claim.tags],
        "speakers": sorted({one_line(q.passage.speaker) for q in quotes if q.passage.speaker}),
        "labels": sorted({report.answers[number].label.value for number in item.answers}),
        "segments": [quote.segment for quote in quotes],
    }


def _segments(report: WorkspaceReport, stance: Stance | None = None) -> dict[str, list[int]]:
    """By a segment's number, the claims that cite it, in this stance or in any."""
    found: dict[str, list[int]] = {}
    for source in report.sources:
        for segment in (segment for block in source.blocks for segment in block.segments):
            quotes = [report.quotes[number] for number in segment.quotes]
            claims = {quote.claim for quote in quotes if stance in (None, quote.passage.stance)}
            if claims:
                found[str(segment.number)] = sorted(claims)
    return found


def _answer(report: WorkspaceReport, answer: Answer) -> Payload:
    met = {match.claim_id for match in answer.deciding}
    tags = {tag for item in report.claims if item.claim.id in met for tag in item.claim.tags}
    people = {e.speaker for match in answer.deciding for e in match.evidence if e.speaker}
    return {"label": answer.label.value, "tags": sorted(map(one_line, tags)), "speakers": sorted(map(one_line, people))}
