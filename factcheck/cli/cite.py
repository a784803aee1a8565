"""`factcheck cite`: quotes to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.common import CLEAN, Console, FactcheckCommand
from factcheck.cli.completion import claim_ids
from factcheck.cli.options import shared_options
from factcheck.errors import InputError, WorkspaceError
from factcheck.model import Label, Reason, Verdict
from factcheck.reporters.cite import PEOPLE_READ, STYLES
from factcheck.reporters.layout import percent, plural

if TYPE_CHECKING:
    from factcheck.citing import Cited, Citer
    from factcheck.model import Claim, Match
    from factcheck.workspace import Workspace


@click.command("cite", cls=FactcheckCommand)
@click.argument("ids", metavar="ID...", nargs=-1, required=True, shell_complete=claim_ids)
@click.option(
    "--style", type=click.Choice(list(STYLES)), default="text", show_default=True, help="What to print."
)
@shared_options(formats=False)
@click.pass_obj
def command(console: Console, ids: tuple[str, ...], style: str) -> int:
    """Print the quotes of claims with their sources, as they stand there now.

    Where a source has a URL, the link leads to the very words. A quote that no longer holds is not
    cited. BibLaTeX, RIS and CSL-JSON have an entry a quote; Zotero and pandoc make APA or any other
    style of them. An entry a source: factcheck export csl-json.

    \b
    Examples:
      factcheck cite children-treated-over-300
      factcheck cite children-treated-over-300 --style markdown >> notes.md
      factcheck cite children-treated-over-300 aid-continues-energy-equipment --style csl-json
    """
    from factcheck.citing import Citer

    workspace = console.find()
    try:
        workspace.require_sound()
    except WorkspaceError as error:
        names = ", ".join(f"`{claim_id}`" for claim_id in ids)
        raise WorkspaceError(f"{names} cannot be cited: {error}", error.diagnostics, error.mend) from None
    claims = [workspace.claim(claim_id) for claim_id in dict.fromkeys(ids)]
    citer = Citer(workspace)
    cited = [one for claim in claims for one in _of_claim(citer, claim)]
    console.write(STYLES[style](cited), for_people=style in PEOPLE_READ)
    return CLEAN


def _of_claim(citer: Citer, claim: Claim) -> tuple[Cited, ...]:
    """The citations of a claim. Raises `InputError` where it rests on a publisher's verdict alone."""
    if claim.only_reported and claim.review is not None:
        message = f"`{claim.id}` rests on the verdict of {claim.review.publisher}: there is no quote to cite"
        raise InputError(message, f"it stands at {claim.review.url}")
    return citer.of_claim(claim)


def cite_answer(console: Console, workspace: Workspace, verdict: Verdict, style: str) -> None:
    """Print the citations of the quotes that an answer rests on; the answer goes to standard error."""
    from factcheck.citing import Citer

    passages = [evidence for match in _grounds(verdict) for evidence in match.evidence]
    cited = Citer(workspace).of_passages(passages)
    certain = "" if verdict.label is Label.NOT_ENOUGH_INFO else f" ({percent(verdict.confidence)})"
    found = plural(len(cited), "quote") if cited else "nothing to cite"
    console.note(f"{verdict.label}{certain}: {found}")
    console.write(STYLES[style](cited), for_people=style in PEOPLE_READ)


def _grounds(verdict: Verdict) -> tuple[Match, ...]:
    """The matches that decide; for a question and for a few words, which nothing decides, the nearest."""
    if verdict.label is Label.NOT_ENOUGH_INFO:
        return verdict.matches if verdict.reason in (Reason.QUESTION, Reason.KEYWORDS) else ()
    first = verdict.matches[:1]
    apart = verdict.label is Label.CONFLICTING and first and first[0].label is not Label.CONFLICTING
    return verdict.matches[:2] if apart else first
