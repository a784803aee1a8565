"""`factcheck calibrate`: how far the answers on one's own labelled statements can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.common import CLEAN, FINDINGS, Console, FactcheckCommand, empty
from factcheck.cli.options import allow_empty_option, shared_options
from factcheck.cli.progress import with_progress
from factcheck.errors import InputError
from factcheck.scoring import Answer

if TYPE_CHECKING:
    from factcheck.statements.labelled import Labelled
    from factcheck.workspace import Workspace


def _probability(_context: click.Context, _parameter: click.Parameter, value: float) -> float:
    if value != value:
        raise click.BadParameter("must be a number from 0 to 1.")
    return value


@click.command("calibrate", cls=FactcheckCommand)
@click.argument("labelled", metavar="LABELLED")
@click.option(
    "--precision",
    type=click.FloatRange(0, 1),
    default=0.95,
    show_default=True,
    callback=_probability,
    metavar="P",
    help="The share of the answers given that should be right.",
)
@click.option("--column", metavar="NAME", help="The column or key of the statement.  [default: statement]")
@click.option("--label-column", metavar="NAME", help="The column or key of the label.  [default: label]")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input; tells its format.")
@click.option("--curated-only", is_flag=True, help="Leave out sentences that no claim cites.")
@allow_empty_option
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the report.",
)
@shared_options(formats=False)
@click.pass_obj
def command(
    console: Console,
    labelled: str,
    precision: float,
    column: str | None,
    label_column: str | None,
    stdin_filename: str | None,
    curated_only: bool,
    allow_empty: bool,
) -> int:
    """Look up statements whose right labels you know, and measure the answers.

    LABELLED is .csv, .tsv or .jsonl with a statement and a label in each row: supported, refuted,
    conflicting or not-enough-info. Printed: precision and coverage by threshold, the confusion
    matrix, the reliability of the confidence, and the least --min-confidence that is as precise as
    wished. Exits 1 where no threshold is.

    \b
    Examples:
      factcheck calibrate labelled.csv
      factcheck calibrate labelled.jsonl --precision 0.99 --output-format json
    """
    from factcheck.reporters.calibration import CalibrationReport, render_calibration, render_calibration_json
    from factcheck.statements.labelled import read_labelled

    workspace = console.open(allow_empty=allow_empty, curated_only=curated_only)
    rows = read_labelled(labelled, column=column, label_column=label_column, stdin_filename=stdin_filename)
    if not rows and not allow_empty:
        raise empty(f"no statements in {labelled}")
    answers = _answers(workspace, rows, curated_only, quiet=console.verbosity < 0)
    report = CalibrationReport(answers, precision)
    if console.output_format == "json":
        console.write(render_calibration_json(report), for_people=False)
    else:
        console.write(render_calibration(report, console.style()))
    return FINDINGS if rows and report.pinned is None else CLEAN


def _answers(
    workspace: Workspace, rows: Sequence[Labelled], curated_only: bool, *, quiet: bool
) -> tuple[Answer, ...]:
    """What `lookup` says to each statement, beside what is right."""
    from factcheck.lookup import lookup

    found = []
    for row in with_progress(rows, "looking up", quiet=quiet):
        try:
            verdict = lookup(workspace, row.text, curated_only=curated_only)
        except InputError as error:
            raise InputError(f"{row.location}: {error.message}", error.mend) from None
        found.append(Answer(row.label.value, verdict.label.value, verdict.confidence))
    return tuple(found)
