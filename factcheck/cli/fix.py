"""`factcheck fix`: mend what is safe to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.common import CLEAN, FINDINGS, Console, FactcheckCommand
from factcheck.cli.options import shared_options

if TYPE_CHECKING:
    from factcheck.edit.fixing import FixPlan
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

    Exits 1 if something is left, or with --diff if there is something to change.

    \b
    Examples:
      factcheck fix --diff
      factcheck fix
      factcheck fix --unsafe-fixes --diff | less
    """
    from factcheck.edit.applying import apply, locked
    from factcheck.edit.fixing import plan

    if diff:
        return _show(console, plan(console.find_own(), unsafe=unsafe))
    workspace = console.find_own()
    with locked(workspace.root):
        found = plan(workspace, unsafe=unsafe)
        apply(workspace.root, found.edits)
    _report(console, workspace, found)
    return FINDINGS if found.left else CLEAN


def _show(console: Console, found: FixPlan) -> int:
    """The diff where output goes, what is told of it on standard error."""
    from factcheck.edit.applying import diff
    from factcheck.reporters.text_fix import render_fix

    console.write_diff(diff(found.edits))
    console.tell(render_fix(found, console.style(), written=False))
    return FINDINGS if found.edits or found.left else CLEAN


def _report(console: Console, workspace: Workspace, found: FixPlan) -> None:
    from factcheck.reporters.text_fix import render_fix

    console.write(render_fix(found, console.style(), written=True))
    others = [fault for fault in workspace.diagnostics if fault.code != "FC203"]
    if others:
        console.note("the workspace's files have other faults; see `factcheck validate`")
