"""The workspace held against its rules: every fault with a code, a place and a mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.contents import SOURCES_FILE, claims_files
from factcheck.drifted import drifted_quotes, has_changed, told
from factcheck.files import uncollected
from factcheck.model import Diagnostic, Severity
from factcheck.rules import checks
from factcheck.rules.ignoring import Ignore, find_ignores
from factcheck.rules.places import Places
from factcheck.rules.selection import EVERYTHING, Selection
from factcheck.workspace import Workspace

QUOTE_RULES = Selection(select=("FC1", "FC2"), ignore=("FC109",))
"""What is read, and how quotes stand in their sources: what statements say is left alone."""


def validate(workspace: Workspace, selection: Selection = EVERYTHING) -> list[Diagnostic]:
    """All that is wrong in a workspace, in the order of the places: files that do not read, then the rules.

    `selection` says which rules are held, and how grave each is.
    """
    with uncollected():
        found = [
            *_with_drifts(workspace),
            *(fault for check in checks(selection) for fault in check(workspace)),
        ]
        found = list(_not_ignored(workspace, selection, found))
    return sorted(found, key=lambda fault: (fault.location, fault.code, fault.message))


def _with_drifts(workspace: Workspace) -> Iterator[Diagnostic]:
    """The faults of the files; with each source that has changed, what became of its quotes."""
    if not any(map(has_changed, workspace.documents.values())):
        yield from workspace.diagnostics
        return
    drifts = drifted_quotes(workspace)
    became = {workspace.documents[name].source.location: told(quotes) for name, quotes in drifts.items()}
    for fault in workspace.diagnostics:
        if fault.code == "FC203":
            yield fault._replace(message=f"{fault.message}; {became[fault.location]}")
        else:
            yield fault


def _not_ignored(
    workspace: Workspace, selection: Selection, found: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """What the settings and the comments leave; then what is wrong with the comments themselves."""
    ignores = _ignores(workspace)
    used: set[Ignore] = set()
    for fault in found:
        owners = [
            ignore
            for ignore in ignores.get(fault.location.path, ())
            if ignore.covers(fault.code, fault.location.line)
        ]
        used.update(owners)
        settled = None if owners else selection.settled(fault)
        if settled is not None:
            yield settled
    for group in ignores.values():
        for ignore in group:
            fault_of_it = _of_ignore(ignore, ignore in used, selection)
            settled = selection.settled(fault_of_it) if fault_of_it else None
            if settled is not None:
                yield settled


def _ignores(workspace: Workspace) -> dict[str, Sequence[Ignore]]:
    """The comments for the checker, by file."""
    places = Places(workspace.root)
    paths = [f"claims/{path.name}" for path in claims_files(workspace.root) if path.suffix == ".toml"]
    found = {path: find_ignores("\n".join(places.lines(path)), path) for path in (*paths, SOURCES_FILE)}
    return {path: group for path, group in found.items() if group}


def _of_ignore(ignore: Ignore, used: bool, selection: Selection) -> Diagnostic | None:
    """FC116: it ignores nothing, though all that it names was looked for. FC117: it gives no reason."""
    if not used and (not selection.select or all(selection.holds(code) for code in ignore.codes)):
        message = f"this ignores nothing: there is no {_named(ignore)} here"
        return Diagnostic(
            "FC116", Severity.WARNING, message, ignore.location, "take the comment out", subject=ignore.text
        )
    if used and not ignore.reason:
        message = "no reason is given for what is ignored"
        mend = f"add one: # factcheck: ignore[{','.join(ignore.codes) or 'FC…'}] why"
        return Diagnostic("FC117", Severity.NOTE, message, ignore.location, mend, subject=ignore.text)
    return None


def _named(ignore: Ignore) -> str:
    return " or ".join(ignore.codes) or "finding"
