"""Claims as JSON Lines, the format of `claims/NAME.jsonl`: nothing that a curator wrote is lost."""

from __future__ import annotations

import json
from typing import Any

from factcheck.exporters import Export
from factcheck.model import Claim, Evidence, Review

Payload = dict[str, Any]
"""What `json` takes; its shape is that of `claims.schema.json`."""


def render(export: Export) -> str:
    """One claim a line, its keys as in claims files; what a claim has not is left out."""
    return "".join(
        json.dumps(_claim(item.claim), ensure_ascii=False, separators=(",", ":")) + "\n"
        for item in export.claims
    )


def _claim(claim: Claim) -> Payload:
    item = {
        "id": claim.id,
        "statement": claim.statement,
        "also": list(claim.also),
        "tags": list(claim.tags),
        "note": claim.note,
        "checked_by": claim.checked_by,
        "checked_on": claim.checked_on,
        "evidence": [_evidence(evidence) for evidence in claim.evidence],
        "review": _review(claim.review) if claim.review else None,
    }
    return {key: value for key, value in item.items() if value}


def _evidence(evidence: Evidence) -> Payload:
    item = {
        "source": evidence.source,
        "quote": evidence.selector.exact,
        "prefix": evidence.selector.prefix,
        "suffix": evidence.selector.suffix,
        "stance": evidence.stance.value,
        "speaker": evidence.speaker,
    }
    return {key: value for key, value in item.items() if value}


def _review(review: Review) -> Payload:
    return {key: value for key, value in review._asdict().items() if value is not None}
