"""The sources that claims quote as CSL-JSON, one item a source, for a list of references."""

from __future__ import annotations

import json

from factcheck.citing.csl import csl_item
from factcheck.exporters import Export


def render(export: Export) -> str:
    """An array of items in the order of the workspace's sources; an item's id is the source's."""
    quoted = {evidence.source for item in export.claims for evidence in item.claim.evidence}
    items = [csl_item(source, source.id, None) for source in export.sources if source.id in quoted]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
