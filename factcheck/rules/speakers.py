"""The speaker that evidence names speaks there, and no quote joins two speakers' words (FC204)."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.anchor import verbatim
from factcheck.model import Diagnostic
from factcheck.rules.evidence import evidence_fault, passages, quoted
from factcheck.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Diagnostic]:
    """The quotes that somebody else speaks, or that two speak."""
    for claim, evidence, document in quoted(workspace):
        if evidence.speaker is None and len(document.turns) == 1:
            continue
        anchor = verbatim(document, evidence.selector).anchor
        if anchor is None:
            continue
        speaker = document.turn_at(anchor.span.start).speaker
        last = document.turn_at(anchor.span.end - 1).speaker
        if last == speaker and evidence.speaker in (None, speaker):
            continue
        where = workspace.location(document, anchor.span.start)
        related = passages(workspace, document, (anchor.span,))
        if last != speaker:
            message = f"the quote at {where} runs from {_named(speaker)} into the words of {_named(last)}"
            yield evidence_fault("FC204", message, claim, evidence, "quote one speaker at a time", related)
        else:
            message = f"{_named(speaker)} speaks at {where}, not “{evidence.speaker}”"
            mend = f'set speaker = "{speaker}"' if speaker else "leave `speaker` out"
            yield evidence_fault("FC204", message, claim, evidence, mend, related)


def _named(speaker: str | None) -> str:
    return f"“{speaker}”" if speaker else "nobody who is named"
