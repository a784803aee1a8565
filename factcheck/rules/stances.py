"""The same words do not both support and refute a claim (FC301)."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Diagnostic, Stance
from factcheck.rules.evidence import evidence_fault, passages
from factcheck.workspace import AnchoredEvidence, Workspace


def check(workspace: Workspace) -> Iterator[Diagnostic]:
    """The refuting quotes that hold, or lie in, a supporting one of their claim."""
    for claim in workspace.claims:
        if len({evidence.stance for evidence in claim.evidence}) == 1:
            continue
        found = workspace.anchored.get(claim.id, ())
        supports = [item for item in found if item.evidence.stance is Stance.SUPPORTS]
        for refuting in found:
            if refuting.evidence.stance is Stance.REFUTES and any(one(refuting, item) for item in supports):
                message = "the same words both support and refute the claim"
                mend = "decide on one stance, or quote the words that each side rests on"
                related = passages(workspace, refuting.document, (refuting.span,))
                yield evidence_fault("FC301", message, claim, refuting.evidence, mend, related)


def one(left: AnchoredEvidence, right: AnchoredEvidence) -> bool:
    """Whether one of two quotes lies in the other."""
    return left.document is right.document and (
        left.span.contains(right.span) or right.span.contains(left.span)
    )
