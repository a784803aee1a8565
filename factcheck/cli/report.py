"""`factcheck report`: the workspace as a page to read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.common import CLEAN, Console, FactcheckCommand, empty
from factcheck.cli.options import allow_empty_option, shared_options
from factcheck.errors import InputError
from factcheck.reporters.layout import plural

if TYPE_CHECKING:
    from factcheck.reporting import Results, WorkspaceReport

MOST_BYTES = 256 * 1024 * 1024
"""Of a file of results."""


@click.command("report", cls=FactcheckCommand)
@click.option(
    "--results",
    metavar="FILE",
    multiple=True,
    help="Show the answers of a `check` run: its JSON or JSON Lines (each file, if repeated).",
)
@click.option("--title", metavar="TEXT", help="The page's title.  [default: the source's]")
@allow_empty_option
@shared_options(formats=False)
@click.pass_obj
def command(console: Console, results: tuple[str, ...], title: str | None, allow_empty: bool) -> int:
    """Write one page with the sources, every cited span marked, and the claims that they back.

    The page needs no network and nothing beside it: open it from the file, or send it by e-mail. With
    --results also the verdicts of a `check` run, each statement beside its quote. A claim's address is
    report.html#claim=ID.

    \b
    Examples:
      factcheck report -o report.html
      factcheck check draft.txt --output-format json:results.json
      factcheck report --results results.json -o report.html
    """
    from factcheck.coverage import measure
    from factcheck.reporters.html import render_html
    from factcheck.reporting import Results, gather

    if console.output_file is None and sys.stdout is not None and sys.stdout.isatty():
        raise InputError(
            "a page is not for the terminal", "name a file for it: factcheck report -o report.html"
        )
    workspace = console.open()
    if not workspace.has_claims and not allow_empty:
        raise empty("the workspace has no claims")
    found = sum(map(_results, results), Results())
    report = gather(workspace, measure(workspace), found, title)
    if report.outdated:
        one = report.outdated == 1
        console.note(
            f"{plural(report.outdated, 'answer')} {'quotes' if one else 'quote'} what the sources do not say "
            "there now: run `factcheck check` again"
        )
    if report.unfit:
        verb = "does not fit" if report.unfit == 1 else "do not fit"
        counted = "is" if report.unfit == 1 else "are"
        console.note(
            f"{plural(report.unfit, 'answer')} {verb} this workspace and {counted} counted under no label: "
            "run `factcheck check` again"
        )
    console.write(render_html(report), for_people=False)
    if console.output_file is not None:
        console.tell(f"{console.output_file}: {_summary(report)}\n")
    return CLEAN


def _results(name: str) -> Results:
    from factcheck.files import BOM, decode, read_bytes
    from factcheck.reporting import read_results

    path = Path(name)
    if path.is_file() and path.stat().st_size > MOST_BYTES:
        raise InputError(f"{name}: has more than {MOST_BYTES:,} bytes", "divide it")
    return read_results(decode(read_bytes(path, name), name).removeprefix(BOM), name)


def _summary(report: WorkspaceReport) -> str:
    parts = [plural(len(report.claims), "claim"), plural(len(report.sources), "source")]
    if report.answers:
        parts.append(plural(len(report.answers), "statement"))
    return ", ".join(parts)
