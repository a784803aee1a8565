"""Words and characters that citations share."""

from __future__ import annotations

import re

from factcheck.citing import Cited
from factcheck.model import Stance

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, and what turns the direction of writing around."""


def note(cited: Cited) -> str:
    """The quote, who says it, where, and whether it speaks against the claim."""
    passage = cited.passage
    parts = [passage.speaker or "", f"line {passage.line}"]
    if passage.stance is Stance.REFUTES:
        parts.append("against the claim")
    return f"“{passage.quote}” ({', '.join(filter(None, parts))})"


def legible(text: str) -> str:
    """`text` with controls and changes of direction written out (`\\x1b`); white space and joiners stay."""
    return _UNSEEN.sub(lambda found: found.group().encode("unicode_escape").decode("ascii"), text)
