"""`factcheck cite`: quotes to paste."""

from __future__ import annotations

import click

from factcheck.cli.common import CLEAN, Console, FactcheckCommand
from factcheck.cli.completion import claim_ids
from factcheck.cli.options import shared_options
from factcheck.errors import InputError
from factcheck.model import MatchedEvidence
from factcheck.reporters.cite import STYLES


@click.command("cite", cls=FactcheckCommand)
@click.argument("ids", metavar="ID...", nargs=-1, required=True, shell_complete=claim_ids)
@click.option(
    "--style", type=click.Choice(list(STYLES)), default="text", show_default=True, help="What to print."
)
@shared_options(formats=False)
@click.pass_obj
def command(console: Console, ids: tuple[str, ...], style: str) -> int:
    """Print the quotes of claims with their sources, as they stand there now.

    \b
    Examples:
      factcheck cite children-treated
      factcheck cite children-treated --style markdown >> notes.md
    """
    workspace = console.open()
    passages: list[MatchedEvidence] = []
    for claim_id in ids:
        found = workspace.cite(claim_id)
        if not found:
            message = f"no quote of `{claim_id}` stands in its source to the letter"
            raise InputError(message, "`factcheck validate` says what is wrong with each")
        passages += found
    console.write(STYLES[style](passages))
    return CLEAN
