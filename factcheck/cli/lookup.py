"""`factcheck lookup`: one statement."""

from __future__ import annotations

import click

from factcheck.cli.answering import Lookup
from factcheck.cli.common import Console, FactcheckCommand
from factcheck.cli.options import allow_empty_option, explain_option, lookup_options, shared_options

CITE_STYLES = ("text", "markdown", "html", "biblatex", "ris", "csl-json")
"""The names of `reporters.cite.STYLES`, which a lookup without citations does not import."""


@click.command("lookup", cls=FactcheckCommand)
@click.argument("words", metavar="STATEMENT...", nargs=-1, required=True)
@lookup_options
@explain_option
@click.option(
    "--cite",
    "style",
    type=click.Choice(CITE_STYLES),
    help="Print the quotes that the answer rests on, to paste, instead of the answer.",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever the answer: for searching.")
@allow_empty_option
@shared_options()
@click.pass_obj
def command(
    console: Console,
    words: tuple[str, ...],
    limit: int,
    curated_only: bool,
    min_confidence: float,
    explain: bool,
    style: str | None,
    exit_zero: bool,
    allow_empty: bool,
) -> int:
    """Look a statement up: is it so, who said it, where does it stand?

    The words need no quotes. `-` reads the statement from standard input. A question or a few words
    get the nearest quotes. Exits 0 only if the statement is supported.

    \b
    Examples:
      factcheck lookup Diplomatic relations were established on 6 February 1992
      factcheck lookup --curated-only --output-format json "Baku sent aid in 2022"
      factcheck lookup --exit-zero GUAM corridor
      factcheck lookup --explain "Baku sent its first aid in March 2022"
      factcheck lookup --cite biblatex "Baku sent aid in 2022" >> quotes.bib
      echo "Baku sent aid in 2022" | factcheck lookup -
    """
    if style and (explain or _is_given("output_format")):
        raise click.UsageError("--cite prints quotes alone: leave out --explain and --output-format.")
    asked = Lookup(
        console, words, limit, curated_only, min_confidence, explain, exit_zero, allow_empty, style
    )
    return asked.answer()


def _is_given(name: str) -> bool:
    source = click.get_current_context().get_parameter_source(name)
    return source is click.core.ParameterSource.COMMANDLINE
