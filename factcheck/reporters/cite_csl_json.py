"""Citations as CSL-JSON, one item a quote."""

from __future__ import annotations

import json
from collections.abc import Sequence

from factcheck.citing import Cited
from factcheck.citing.csl import csl_item
from factcheck.citing.notes import note


def render(cited: Sequence[Cited]) -> str:
    """An array of items. The quote and its line are in `note`: a locator belongs to the citation."""
    items = [csl_item(one.source, one.key, one.link, note(one)) for one in cited]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
