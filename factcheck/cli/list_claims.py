"""`factcheck list`: the claims as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from factcheck.cli.common import CLEAN, Console, FactcheckCommand
from factcheck.cli.options import allow_empty_option, shared_options
from factcheck.model import Claim
from factcheck.reporters.report import ListedClaim, ListReport
from factcheck.text import fold_word

if TYPE_CHECKING:
    from factcheck.workspace import Workspace


@click.command("list", cls=FactcheckCommand)
@click.option(
    "--tag", "tags", metavar="TAG", multiple=True, help="Only claims with this tag (each, if repeated)."
)
@click.option("--source", metavar="ID", help="Only claims that quote this source.")
@click.option("--speaker", metavar="NAME", help="Only claims that quote somebody whose name holds NAME.")
@click.option("--text", metavar="TEXT", help="Only claims whose id, wording, note or quotes hold TEXT.")
@allow_empty_option
@shared_options()
@click.pass_obj
def command(
    console: Console,
    tags: tuple[str, ...],
    source: str | None,
    speaker: str | None,
    text: str | None,
    allow_empty: bool,
) -> int:
    """List the claims, all of them or those that pass every filter. Capitals do not matter.

    \b
    Examples:
      factcheck list
      factcheck list --tag aid --speaker Gusev
      factcheck list --text corridor --output-format jsonl
    """
    workspace = console.open(allow_empty=allow_empty, curated_only=True)
    listed = [
        ListedClaim(claim, tuple(dict.fromkeys(_speakers(workspace, claim.id))))
        for claim in workspace.claims
        if (source is None or any(evidence.source == source for evidence in claim.evidence))
        and _has_tags(claim, tags)
        and (text is None or _has_text(claim, text))
    ]
    kept = tuple(item for item in listed if speaker is None or _any_holds(item.speakers, speaker))
    console.report(ListReport(kept, len(workspace.claims)))
    return CLEAN


def _speakers(workspace: Workspace, claim_id: str) -> Iterator[str]:
    for passage in workspace.cite(claim_id):
        if passage.speaker:
            yield passage.speaker


def _has_tags(claim: Claim, tags: tuple[str, ...]) -> bool:
    own = {tag.casefold() for tag in claim.tags}
    return all(tag.casefold() in own for tag in tags)


def _has_text(claim: Claim, wanted: str) -> bool:
    quotes = (evidence.selector.exact for evidence in claim.evidence)
    review = claim.review
    reported = (review.publisher, review.rating, review.url, review.claimant or "") if review else ()
    return _any_holds((claim.id, *claim.wordings, claim.note or "", *quotes, *reported), wanted)


def _any_holds(texts: Iterable[str], wanted: str) -> bool:
    needle = fold_word(wanted)
    return any(needle in fold_word(text) for text in texts)
