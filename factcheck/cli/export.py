"""`factcheck export`: claims in the formats of other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.common import CLEAN, Console, FactcheckCommand, empty
from factcheck.cli.completion import claim_ids
from factcheck.cli.options import allow_empty_option, shared_options
from factcheck.cli.progress import with_progress
from factcheck.exporters import AS_CURATED, EXPORTERS, WITH_ADDRESSES, CitedClaim, Export

if TYPE_CHECKING:
    from factcheck.model import Claim
    from factcheck.workspace import Workspace


def _address(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    known = ("http://", "https://")
    if value is not None and (not value.startswith(known) or value.split() != [value] or value in known):
        raise click.BadParameter("must be an address that begins with http:// or https://.")
    return value


@click.command("export", cls=FactcheckCommand)
@click.argument("name", metavar="FORMAT", type=click.Choice(list(EXPORTERS)))
@click.argument("ids", metavar="[ID]...", nargs=-1, shell_complete=claim_ids)
@click.option(
    "--tag",
    "tags",
    metavar="TAG",
    multiple=True,
    help="Export only claims with this tag (with each, if repeated).",
)
@click.option("--source", metavar="ID", help="Export only claims that quote this source.")
@click.option(
    "--base-url",
    metavar="URL",
    callback=_address,
    help="Where the claims are published: addresses of claims are made of this and their ids.",
)
@allow_empty_option
@shared_options(formats=False)
@click.pass_obj
def command(
    console: Console,
    name: str,
    ids: tuple[str, ...],
    tags: tuple[str, ...],
    source: str | None,
    base_url: str | None,
    allow_empty: bool,
) -> int:
    """Write claims in a format of other programs: all of them, or those with an ID that pass the filters.

    \b
    FORMAT is one of
      jsonl           claims as claims/NAME.jsonl holds them; nothing is lost
      csv             a row a quote, for spreadsheets
      web-annotation  W3C Web Annotation (JSON-LD), an annotation a quote
      claimreview     schema.org ClaimReview (JSON-LD)
      csl-json        the sources, for Zotero, pandoc and other reference managers
      char-location   text with the char_location citations of language models
      sqlite          a database, with the sources

    Quotes are resolved against their sources as they are written. Where one no longer holds, nothing is
    written. (jsonl holds quotes as they were written down.)

    \b
    Examples:
      factcheck export jsonl -o claims.jsonl
      factcheck export csv --tag aid -o aid.csv
      factcheck export claimreview --base-url https://example.org/facts/ -o feed.json
    """
    workspace = console.find()
    workspace.require_sound()
    claims = _chosen(workspace, ids, tags, source)
    if not claims and not allow_empty:
        raise empty("no claim passes the filters" if workspace.claims else "the workspace has no claims")
    if name in WITH_ADDRESSES and base_url is None and claims:
        console.note("without --base-url the claims have made-up names (urn:uuid:…) for addresses")
    items = _as_curated(claims) if name in AS_CURATED else _cited(console, workspace, claims)
    made = EXPORTERS[name](Export(items, workspace.sources, base_url))
    if isinstance(made, bytes):
        console.write_bytes(made)
    else:
        console.write_data(made)
    return CLEAN


def _chosen(
    workspace: Workspace, ids: tuple[str, ...], tags: tuple[str, ...], source: str | None
) -> tuple[Claim, ...]:
    """The claims that are named, or all, as far as they pass the filters. Raises `InputError` for an unknown id."""
    claims = tuple(map(workspace.claim, dict.fromkeys(ids))) if ids else workspace.claims
    wanted = {tag.casefold() for tag in tags}
    return tuple(
        claim
        for claim in claims
        if wanted <= {tag.casefold() for tag in claim.tags}
        and (source is None or any(evidence.source == source for evidence in claim.evidence))
    )


def _as_curated(claims: tuple[Claim, ...]) -> tuple[CitedClaim, ...]:
    return tuple(CitedClaim(claim, ()) for claim in claims)


def _cited(console: Console, workspace: Workspace, claims: tuple[Claim, ...]) -> tuple[CitedClaim, ...]:
    from factcheck.citing import Citer

    citer = Citer(workspace)
    watched = with_progress(claims, "Resolving quotes", quiet=console.verbosity < 0)
    return tuple(CitedClaim(claim, citer.of_claim(claim)) for claim in watched)
