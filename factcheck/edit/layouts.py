"""How a transcript seems to be laid out: a guess, to be offered to a person and never taken unasked."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from factcheck.documents import is_heading
from factcheck.text import paragraphs

MARKERS = ("- ", "– ", "— ", "• ", "* ")
_LABEL = re.compile(r"([A-ZÀ-ÖØ-ÞА-ЯЄІЇҐ][\w.'’-]*(?: [\w.'’-]+){0,4}):\s")
_LEAST = 3
"""So many paragraphs at least have to look like turns."""
_SHARE = 0.3
"""And so large a share of all."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a text looks like; `labels` in the order in which they first appear."""

    type: str = "none"
    marker: str = "- "
    labels: tuple[str, ...] = ()
    headings: str = "none"

    def __str__(self) -> str:
        if self.type == "turns-by-marker":
            return f"turns that begin with “{self.marker}”"
        return f"turns by name ({', '.join(self.labels)})" if self.labels else "no turns"


def guess_layout(text: str) -> Guess:
    """The layout that a text seems to have."""
    blocks = [span.of(text) for span in paragraphs(text)]
    headings = next((style for style in ("capitals", "numbered") if _headings(blocks, style) > 1), "none")
    enough = max(_LEAST, _SHARE * len(blocks))
    lines = [line for block in blocks for line in block.split("\n")]
    labels = Counter(match[1] for line in lines if (match := _LABEL.match(line)))
    repeated = tuple(label for label, count in labels.items() if count > 1)
    if len(repeated) > 1 and sum(labels[label] for label in repeated) >= enough:
        return Guess("turns-by-name", labels=repeated, headings=headings)
    counts = {marker: sum(block.startswith(marker) for block in blocks) for marker in MARKERS}
    marker = max(MARKERS, key=lambda mark: counts[mark])
    if counts[marker] >= enough:
        return Guess("turns-by-marker", marker, headings=headings)
    return Guess(headings=headings)


def _headings(blocks: list[str], style: str) -> int:
    return sum(is_heading(block, style) for block in blocks)
