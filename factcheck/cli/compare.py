"""`factcheck compare`: one statement against one text, without a workspace."""

from __future__ import annotations

import click

from factcheck.cli.common import CLEAN, FINDINGS, Console, FactcheckCommand
from factcheck.cli.given import STDIN, argument, one_line, standard_input
from factcheck.cli.options import explain_option, shared_options
from factcheck.errors import InputError
from factcheck.model import Label

MAX_EVIDENCE = 100_000
"""Code points. Longer texts belong into a workspace, where the passage that bears on it is found."""


def _date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """`2025`, `2025-07` or `2025-07-22`, and nothing else."""
    import re
    from datetime import date

    if value is None:
        return None
    try:
        if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value):
            raise ValueError
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        raise click.BadParameter("must be a date: 2025, 2025-07 or 2025-07-22.") from None
    return value


@click.command("compare", cls=FactcheckCommand)
@click.argument("statement", metavar="STATEMENT")
@click.argument("evidence", metavar="EVIDENCE")
@click.option("--date", metavar="DATE", callback=_date, help="When the evidence was issued: YYYY[-MM[-DD]].")
@click.option("--speaker", metavar="NAME", help="Who says what the evidence says.")
@explain_option
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever the answer.")
@shared_options(workspace=False)
@click.pass_obj
def command(
    console: Console,
    statement: str,
    evidence: str,
    date: str | None,
    speaker: str | None,
    explain: bool,
    exit_zero: bool,
) -> int:
    """Hold STATEMENT against EVIDENCE, which is taken to be true. No workspace is needed.

    Either may be `-` for standard input. The date is what "last year" in the evidence is reckoned
    from. Exits 0 only if the statement is supported.

    \b
    Examples:
      factcheck compare "The school never opened." "The school opened in September 2023."
      factcheck compare "It opened in 2024." "It opened last year." --date 2025-07-22
      pbpaste | factcheck compare "More than 250 children were treated." -
    """
    from factcheck.comparing import compare

    if statement == evidence == STDIN:
        raise click.UsageError("Only one of STATEMENT and EVIDENCE can be '-'.")
    said = one_line(standard_input()) if statement == STDIN else argument(statement)
    text = _checked(standard_input("text") if evidence == STDIN else argument(evidence, "evidence").strip())
    speaker = speaker and argument(speaker, "speaker")
    verdict = compare(said, text, date=date, speaker=speaker)
    if explain:
        from factcheck.explain import explain_pair
        from factcheck.reporters.report import Explained

        console.report(Explained(verdict, explain_pair(verdict, text, date=date, speaker=speaker)))
    else:
        console.report(verdict)
    return CLEAN if exit_zero or verdict.label is Label.SUPPORTED else FINDINGS


def _checked(evidence: str) -> str:
    """The evidence. Raises `InputError` if it is empty or too long."""
    if not evidence:
        raise InputError("the evidence is empty", "give the text to hold the statement against")
    if len(evidence) > MAX_EVIDENCE:
        raise InputError(
            f"the evidence has {len(evidence):,} characters; {MAX_EVIDENCE:,} is the most that is taken",
            "give the passage that bears on the statement, or put the text into a workspace",
        )
    return evidence
