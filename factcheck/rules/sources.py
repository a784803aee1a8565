"""Sources: a layout that takes turns says whose they are (FC104), and every source is quoted (FC113)."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Diagnostic, Severity
from factcheck.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Diagnostic]:
    """The layouts without their speakers, and the sources that no claim quotes."""
    quoted = {evidence.source for claim in workspace.claims for evidence in claim.evidence}
    for source in workspace.sources:
        layout = source.layout
        missing = {"turns-by-marker": ("order", layout.order), "turns-by-name": ("names", layout.names)}
        key, named = missing.get(layout.type, ("", True))
        if not named:
            message = f"`{key}` is missing in the layout: {layout.type} takes the speakers from it"
            yield Diagnostic("FC104", Severity.ERROR, message, source.location, f"add `{key} = …`")
        if source.id not in quoted:
            message = f"no claim quotes the source `{source.id}`"
            yield Diagnostic("FC113", Severity.NOTE, message, source.location, "write claims for it")
