"""`factcheck show`: one claim, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.common import CLEAN, Console, FactcheckCommand
from factcheck.cli.completion import claim_ids
from factcheck.cli.options import shared_options
from factcheck.model import Span
from factcheck.reporters.report import QuoteInContext, ShowReport
from factcheck.text import sentences

if TYPE_CHECKING:
    from factcheck.workspace import AnchoredEvidence, Workspace


@click.command("show", cls=FactcheckCommand)
@click.argument("claim_id", metavar="ID", shell_complete=claim_ids)
@shared_options()
@click.pass_obj
def command(console: Console, claim_id: str) -> int:
    """Show a claim: its wordings, its note, and its quotes with the sentences around them.

    \b
    Examples:
      factcheck show children-treated
      factcheck show children-treated --output-format json
    """
    workspace = console.open()
    claim = workspace.claim(claim_id)
    anchored = workspace.anchored[claim_id]
    used = [found.evidence for found in anchored]
    unusable = tuple(
        (evidence.source, evidence.selector.exact, evidence.location)
        for evidence in claim.evidence
        if evidence not in used
    )
    console.report(ShowReport(claim, tuple(_in_context(workspace, found) for found in anchored), unusable))
    return CLEAN


def _in_context(workspace: Workspace, found: AnchoredEvidence) -> QuoteInContext:
    """The quote with the rest of its sentences and one sentence more on either side, within the turn."""
    text, span = found.document.text, found.span
    start, end = surroundings(text, span, found.document.turn_at(span.start).span)
    passage = workspace.passage(found.document, span, found.evidence.stance)
    return QuoteInContext(passage, text[start : span.start], text[span.end : end])


def surroundings(text: str, quote: Span, within: Span) -> tuple[int, int]:
    """Where the context of a quote begins and ends: its own sentences whole, and their neighbours."""
    near = [sentence for sentence in sentences(text) if sentence.overlaps(within)]
    before = [sentence for sentence in near if sentence.start < quote.start]
    after = [sentence for sentence in near if sentence.end > quote.end]
    first = before[-2:] if before and before[-1].end > quote.start else before[-1:]
    last = after[:2] if after and after[0].start < quote.end else after[:1]
    start = max(first[0].start, within.start) if first else quote.start
    end = min(last[-1].end, within.end) if last else quote.end
    return start, max(end, quote.end)
