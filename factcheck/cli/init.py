"""`factcheck init`: a new workspace."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.common import CLEAN, Console, FactcheckCommand
from factcheck.cli.options import shared_options
from factcheck.errors import InputError
from factcheck.text import visible


@click.command("init", cls=FactcheckCommand)
@click.argument("folder", metavar="[DIR]", default=".")
@shared_options(formats=False, workspace=False)
@click.pass_obj
def command(console: Console, folder: str) -> int:
    """Make a workspace in DIR (here, if it is left out), with one small source and one claim.

    A folder that is a workspace already is left alone.

    \b
    Examples:
      factcheck init
      factcheck init archive
    """
    from factcheck.edit.applying import apply, locked
    from factcheck.edit.starting import starting_edits

    root = Path(folder)
    try:
        root.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        from factcheck.mends import reason_of

        raise InputError(f"{folder}: cannot be made: {reason_of(error)}", "name another folder") from None
    with locked(root):
        written = apply(root, starting_edits(root))
    lines = "".join(f"{visible((root / path).as_posix())}: written\n" for path in written)
    console.write(lines if console.verbosity >= 0 else "")
    console.note("`factcheck validate` checks it, `factcheck source add FILE` takes in a text of your own")
    return CLEAN
