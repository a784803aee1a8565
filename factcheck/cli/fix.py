"""`factcheck fix`: mend what is safe to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.common import CLEAN, FINDINGS, Console, FactcheckCommand
from factcheck.cli.options import shared_options
from factcheck.errors import WorkspaceError
from factcheck.reporters.layout import plural

if TYPE_CHECKING:
    from factcheck.edit.fixing import FixPlan
    from factcheck.model import Diagnostic
    from factcheck.workspace import Workspace


@click.command("fix", cls=FactcheckCommand)
@click.option("--diff", is_flag=True, help="Show what would be changed as a diff, and write nothing.")
@click.option(
    "--unsafe-fixes",
    "unsafe",
    is_flag=True,
    help="Also write what needs a judgement: other words in a quote.",
)
@shared_options(formats=False)
@click.pass_obj
def command(console: Console, diff: bool, unsafe: bool) -> int:
    """Mend quotes and hashes, and say what became of the quotes of sources that have changed.

    Safe: quotation marks, dashes, spaces and capitals of a quote become the source's; a quote that stands
    more than once gets the words around the one that its speaker says; the hash of a source is taken
    anew where every quote still stands. A quote whose words have changed is shown word by word, and
    written with --unsafe-fixes only; one that is gone, or may be any of several, is never touched.

    Exits 1 if something is left, or with --diff if there is something to change; 2 if a file of the workspace
    cannot be used, which is told after what could be mended.

    \b
    Examples:
      factcheck fix --diff
      factcheck fix
      factcheck fix --unsafe-fixes --diff | less
    """
    from factcheck.edit.applying import apply, locked
    from factcheck.edit.fixing import plan

    workspace = console.find_own()
    if diff:
        found = plan(workspace, unsafe=unsafe)
    else:
        with locked(workspace.root):
            found = plan(workspace, unsafe=unsafe)
            apply(workspace.root, found.edits)
    others = tuple(fault for fault in workspace.diagnostics if fault.code != "FC203")
    if found.mended or found.left or not others:
        (_show if diff else _report)(console, found)
    if others:
        raise _unusable(workspace, others)
    return FINDINGS if found.left or (diff and found.edits) else CLEAN


def _show(console: Console, found: FixPlan) -> None:
    """The diff where output goes, what is told of it on standard error."""
    from factcheck.edit.applying import diff
    from factcheck.reporters.text_fix import render_fix

    console.write_diff(diff(found.edits))
    console.tell(render_fix(found, console.style(), written=False))


def _report(console: Console, found: FixPlan) -> None:
    from factcheck.reporters.text_fix import render_fix

    console.write(render_fix(found, console.style(), written=True))


def _unusable(workspace: Workspace, faults: tuple[Diagnostic, ...]) -> WorkspaceError:
    return WorkspaceError(
        f"the workspace {workspace.root} has {plural(len(faults), 'fault')} that `fix` does not mend",
        faults,
        f"mend {'it' if len(faults) == 1 else 'them'}, then run `factcheck fix` again",
    )
