"""Claims as text with `char_location` citations, the shape in which language models cite plain text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.citing import Cited
from factcheck.exporters import CitedClaim, Export
from factcheck.model import Stance

Payload = dict[str, Any]
"""What `json` takes."""


def render(export: Export) -> str:
    """`documents`, to which `document_index` refers, and `content`: blocks of text with citations.

    A citation says that it bears its text out. Quotes against a claim have a block of their own, the text of
    which says so.
    """
    indices = {source.id: index for index, source in enumerate(export.sources)}
    documents = [
        {"title": source.title, "id": source.id, "path": source.path, "sha256": source.sha256}
        for source in export.sources
    ]
    content = [block for item in export.claims for block in _blocks(item, indices)]
    return json.dumps({"documents": documents, "content": content}, ensure_ascii=False, indent=2) + "\n"


def _blocks(item: CitedClaim, indices: dict[str, int]) -> Iterator[Payload]:
    statement = item.claim.statement
    for stance, text in ((Stance.SUPPORTS, statement), (Stance.REFUTES, f"Against the claim: “{statement}”")):
        cited = [one for one in item.cited if one.passage.stance is stance]
        if cited:
            yield {"type": "text", "text": text, "citations": [_citation(one, indices) for one in cited]}


def _citation(cited: Cited, indices: dict[str, int]) -> Payload:
    span = cited.passage.span
    return {
        "type": "char_location",
        "cited_text": cited.passage.quote,
        "document_index": indices[cited.source.id],
        "document_title": cited.source.title,
        "start_char_index": span.start,
        "end_char_index": span.end,
    }
