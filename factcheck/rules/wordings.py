"""No two wordings are the same, whatever their case, quotation marks, dashes and spaces (FC110)."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.anchor.folding import plain
from factcheck.model import Claim, Diagnostic, Severity
from factcheck.rules.evidence import shortened
from factcheck.rules.places import Places
from factcheck.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Diagnostic]:
    """The wordings that another claim, or the same one, has already."""
    seen: dict[str, Claim] = {}
    places = Places(workspace.root)
    for claim in workspace.claims:
        if claim.only_reported:
            continue  # several publishers may rate the same words
        own_wordings: set[str] = set()
        for number, wording in enumerate(claim.wordings):
            key = plain(wording)
            first = seen.setdefault(key, claim)
            own = first is claim
            if own and key not in own_wordings:
                own_wordings.add(key)
                continue
            other = "this claim" if own else f"claim `{first.id}` ({first.location})"
            message = f"“{shortened(wording)}” is already a wording of {other}"
            mend = "leave one out" if own else "make one claim of the two, or say what differs"
            where = places.of_wording(claim, number)
            yield Diagnostic("FC110", Severity.WARNING, message, where, mend, claim.id, wording)
