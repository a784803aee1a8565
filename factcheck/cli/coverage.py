"""`factcheck coverage`: what the claims cite of the sources."""

from __future__ import annotations

import click

from factcheck.cli.common import CLEAN, FINDINGS, Console, FactcheckCommand, empty
from factcheck.cli.options import allow_empty_option, shared_options


def _percent(_context: click.Context, _parameter: click.Parameter, value: float | None) -> float | None:
    if value is not None and value != value:
        raise click.BadParameter("must be a number from 0 to 100.")
    return value


@click.command("coverage", cls=FactcheckCommand)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    callback=_percent,
    metavar="N",
    help="Exit 1 where less than N % of the sentences that are not excepted are cited.",
)
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
def command(console: Console, fail_under: float | None, allow_empty: bool) -> int:
    """Count what the claims cite of their sources.

    By source, section and speaker: the share of the sentences and of the letters that quotes of
    claims cover, without those that claims/exceptions.toml declares; then every uncited sentence
    with its place. With -v also the exceptions.

    \b
    Examples:
      factcheck coverage
      factcheck coverage --fail-under 100
      factcheck coverage --output-format json -o coverage.json
    """
    from factcheck.coverage import measure
    from factcheck.reporters.coverage import render_coverage, render_coverage_json

    report = measure(console.open(is_checked=True))
    count = report.count
    if count.total == count.excepted and not allow_empty:
        raise empty("the sources have no sentence that could be cited")
    if console.output_format == "json":
        console.write(render_coverage_json(report), for_people=False)
    else:
        console.write(render_coverage(report, console.style()))
    return FINDINGS if fail_under is not None and count.share * 100 < fail_under else CLEAN
