"""Alias groups: some name of each is met in the workspace (FC118), and no name is in two (FC119)."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Alias, Diagnostic, Severity
from factcheck.text import tokenize
from factcheck.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Diagnostic]:
    """The groups that nothing uses, and the names that stand in two groups."""
    if not workspace.aliases:
        return
    if not workspace.diagnostics:  # what could not be read may have the names
        yield from _unused(workspace)
    yield from _twice(workspace)


def _unused(workspace: Workspace) -> Iterator[Diagnostic]:
    met = _words_in_order(workspace)
    for group in workspace.aliases:
        if not any(f" {' '.join(_words(name))} " in met for name in group.names):
            message = f"no claim and no source has a name of this group: {_shown(group)}"
            mend = "take the group out, or write a name as the sources do"
            yield Diagnostic("FC118", Severity.NOTE, message, group.location, mend, subject=group.names[0])


def _words_in_order(workspace: Workspace) -> str:
    texts = [document.text for document in workspace.documents.values()]
    texts += [wording for claim in workspace.claims for wording in claim.wordings]
    return " " + " | ".join(" ".join(_words(text)) for text in texts) + " "


def _words(text: str) -> list[str]:
    return [token.text.removesuffix("'s").removesuffix("'") for token in tokenize(text)]


def _twice(workspace: Workspace) -> Iterator[Diagnostic]:
    """A capital's name for its government may stand beside the name of the place."""
    seen: dict[tuple[str, bool], Alias] = {}
    for group in workspace.aliases:
        governs = group.kind == "government"
        for name in dict.fromkeys(" ".join(_words(name)) for name in group.names):
            first = seen.setdefault((name, governs), group)
            if first is not group:
                message = f"“{name}” is in the group of “{first.names[0]}” too ({first.location})"
                mend = "leave it in the group that is meant: only one of them is looked at"
                yield Diagnostic("FC119", Severity.WARNING, message, group.location, mend, subject=name)


def _shown(group: Alias) -> str:
    return ", ".join(group.names[:3]) + (", …" if len(group.names) > 3 else "")
