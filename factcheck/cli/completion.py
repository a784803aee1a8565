"""Claim ids for the shell's completion."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.errors import FactcheckError
from factcheck.text import visible

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def claim_ids(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids that begin with what has been typed, each with its statement; none if there is no workspace."""
    from click.shell_completion import CompletionItem

    from factcheck.checking import opened
    from factcheck.finding import find_workspace

    given = ctx.params.get(param.name or "") or ()
    try:
        workspace = opened(find_workspace(Path.cwd(), ctx.params.get("workspace")))
        claims = workspace.claims_beginning(incomplete)
    except (FactcheckError, OSError):
        return []
    return [
        CompletionItem(claim.id, help=visible(claim.statement)) for claim in claims if claim.id not in given
    ]
