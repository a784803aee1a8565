"""Quotes as annotations of their sources (W3C Web Annotation Data Model, JSON-LD), one a quote."""

from __future__ import annotations

import json
from calendar import monthrange
from typing import Any
from urllib.parse import quote

from factcheck.citing import Cited
from factcheck.exporters import CitedClaim, Export, address
from factcheck.fragments import safe_url
from factcheck.model import Claim, Source

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
Payload = dict[str, Any]
"""What `json` takes."""


def render(export: Export) -> str:
    """An array of annotations, each with a context of its own.

    Offsets count code points of the workspace's text, which `cached` names where `source` is the address of
    the page. Paths are relative to the workspace.
    """
    items = [_annotation(export, item, one) for item in export.claims for one in item.cited]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _annotation(export: Export, item: CitedClaim, cited: Cited) -> Payload:
    span = cited.passage.span
    place = (cited.source.id, cited.source.sha256, str(span.start), str(span.end))
    claim = item.claim
    creator = {"creator": {"type": "Person", "name": claim.checked_by}} if claim.checked_by else {}
    return {
        "@context": CONTEXT,
        "id": address(export, cited.key, *place),
        "type": "Annotation",
        "motivation": "assessing",
        **creator,
        "body": _bodies(claim, cited),
        "target": _target(cited),
    }


def _bodies(claim: Claim, cited: Cited) -> list[Payload]:
    """The statement, what the quote does to it, and the tags."""
    return [
        _body(claim.statement, "describing"),
        _body(cited.passage.stance.value, "assessing"),
        *([_body(claim.note, "commenting")] if claim.note else []),
        *(_body(tag, "tagging") for tag in claim.tags),
    ]


def _body(text: str, purpose: str) -> Payload:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}


def _target(cited: Cited) -> Payload:
    source, passage = cited.source, cited.passage
    path = quote(source.path, errors="replace")
    cached = {"cached": path} if source.url else {}
    return {
        "type": "SpecificResource",
        "source": safe_url(source.url) if source.url else path,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": passage.quote,
                "prefix": cited.before,
                "suffix": cited.after,
            },
            {"type": "TextPositionSelector", "start": passage.span.start, "end": passage.span.end},
        ],
        "state": {"type": "TimeState", **_dates(source), **cached},
    }


def _dates(source: Source) -> Payload:
    """The day of issue; where only the month or the year is known, its first and its last moment."""
    parts = [int(part) for part in source.issued.split("-")]
    if len(parts) == 3:
        return {"sourceDate": f"{source.issued}T00:00:00Z"}
    year = parts[0]
    first, last = (parts[1], parts[1]) if len(parts) == 2 else (1, 12)
    return {
        "sourceDateStart": f"{year:04}-{first:02}-01T00:00:00Z",
        "sourceDateEnd": f"{year:04}-{last:02}-{monthrange(year, last)[1]:02}T23:59:59Z",
    }
