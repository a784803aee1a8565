"""`factcheck check`: every statement of some files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.common import Console, FactcheckCommand, empty, exit_code
from factcheck.cli.excerpts import read_excerpts
from factcheck.cli.options import (
    allow_empty_option,
    fail_on_option,
    findings_format_option,
    lookup_options,
    shared_options,
)
from factcheck.cli.outputs import folders
from factcheck.cli.progress import with_progress
from factcheck.errors import InputError
from factcheck.model import Diagnostic
from factcheck.reporters.findings import finding, unread
from factcheck.reporters.report import Checked, CheckReport, Folders

if TYPE_CHECKING:
    from factcheck.statements import Item
    from factcheck.workspace import Workspace


@click.command("check", cls=FactcheckCommand)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--column", metavar="NAME", help="The column or key that holds the statement.  [default: statement]"
)
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input in places.")
@lookup_options
@fail_on_option
@allow_empty_option
@findings_format_option
@shared_options(formats=False)
@click.pass_obj
def command(
    console: Console,
    files: tuple[str, ...],
    column: str | None,
    stdin_filename: str | None,
    limit: int,
    curated_only: bool,
    min_confidence: float,
    fail_on: str,
    allow_empty: bool,
) -> int:
    """Check every statement of the files.

    A FILE is text (one statement a line), .csv or .tsv, .jsonl, a claims file (.toml: each claim
    against its own and the other claims' evidence), or `-` for standard input. What is refuted or
    conflicting is an error, what lacks evidence a warning.

    \b
    Examples:
      factcheck check statements.txt
      factcheck check --column claim draft.csv --output-format jsonl
      factcheck check claims/*.toml --fail-on warning
      factcheck check draft.txt --output-format text --output-format junit:report.xml
      cut -f2 notes.tsv | factcheck check - --stdin-filename notes.txt
    """
    workspace = console.open(allow_empty=allow_empty, curated_only=curated_only)
    items = _read(files, column, stdin_filename)
    if not items and not allow_empty:
        raise empty(f"no statements in {', '.join(files)}")
    answers = [
        _answer(workspace, item, limit, curated_only, min_confidence)
        for item in with_progress(items, "checking", quiet=console.verbosity < 0)
    ]
    streams = frozenset({stdin_filename or "<stdin>"} if "-" in files else ())
    report = _report(answers, streams, folders(workspace))
    console.report_findings(report)
    return exit_code(report.findings, fail_on)


def _read(files: tuple[str, ...], column: str | None, stdin_filename: str | None) -> list[Item]:
    """All statements, read before the first is answered: an unreadable file stops the run."""
    from factcheck.statements import read_statements

    return [
        item for path in files for item in read_statements(path, column=column, stdin_filename=stdin_filename)
    ]


def _answer(
    workspace: Workspace, item: Item, limit: int, curated_only: bool, min_confidence: float
) -> Checked | Diagnostic:
    """The answer to a statement; a diagnostic for what is none, or cannot be answered."""
    from factcheck.lookup import lookup

    if isinstance(item, Diagnostic):
        return item
    try:
        verdict = lookup(
            workspace,
            item.text,
            limit=limit,
            curated_only=curated_only,
            min_confidence=min_confidence,
            own=item.claim_id,
        )
    except InputError as error:
        return unread(error, item.location)
    return Checked(item.location, verdict)


def _report(answers: Sequence[Checked | Diagnostic], streams: frozenset[str], places: Folders) -> CheckReport:
    """The answers, what they come to as findings, and the lines of these; `streams` are no files."""
    found = (answer if isinstance(answer, Diagnostic) else finding(answer) for answer in answers)
    findings = tuple(fault for fault in found if fault is not None)
    return CheckReport(
        results=tuple(answer for answer in answers if isinstance(answer, Checked)),
        findings=findings,
        unread=tuple(answer for answer in answers if isinstance(answer, Diagnostic)),
        excerpts=read_excerpts(findings, Path.cwd(), streams),
        folders=places,
    )
