"""`factcheck check`: every statement of some files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from factcheck.batching import Engine
from factcheck.cli.common import CLEAN, FINDINGS, Console, FactcheckCommand
from factcheck.cli.inputs import is_article, named_files
from factcheck.cli.options import (
    allow_empty_option,
    engine_options,
    fail_on_option,
    findings_format_option,
    lookup_options,
    rule_options,
    shared_options,
)
from factcheck.errors import InputError
from factcheck.model import Severity

if TYPE_CHECKING:
    from factcheck.model import Edit
    from factcheck.workspace import Workspace


@click.command("check", cls=FactcheckCommand)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--column", metavar="NAME", help="The column or key that holds the statement.  [default: statement]"
)
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input in places.")
@click.option("--prose", is_flag=True, help="Read .txt files and standard input as articles, too.")
@click.option(
    "--fix", is_flag=True, help="Put the source's words into misquotations of articles, then check."
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@engine_options
@lookup_options
@rule_options
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
    prose: bool,
    fix: bool,
    diff: bool,
    jobs: int,
    scheduler: str | None,
    resume: bool,
    limit: int,
    curated_only: bool,
    min_confidence: float,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    per_file: tuple[tuple[str, tuple[str, ...]], ...],
    severities: tuple[tuple[str, Severity], ...],
    fail_on: str,
    allow_empty: bool,
) -> int:
    """Check articles, or every statement of the files.

    A FILE is an article (.md: its sentences and its quotations), text (one statement a line; with
    --prose an article), .csv or .tsv, .jsonl, a claims file (.toml: each claim against its own and
    the other claims' evidence), `-` for standard input, a folder of articles, or a pattern. What is
    refuted or conflicting is an error, what lacks evidence a warning, in an article a note. A
    quotation whose words or speaker are not the source's is an error. jsonl, csv and concise are written
    while the answers come, the other formats at the end.

    \b
    Examples:
      factcheck check article.md
      factcheck check --diff docs/
      factcheck check statements.txt
      factcheck check --column claim draft.csv --output-format jsonl
      factcheck check claims/*.toml --fail-on warning
      factcheck check draft.txt --output-format text --output-format junit:report.xml
      factcheck check archive.jsonl --jobs auto --output-format jsonl -o answers.jsonl
      factcheck check archive.jsonl --jobs auto --output-format jsonl -o answers.jsonl --resume
      cut -f2 notes.tsv | factcheck check - --stdin-filename notes.txt
    """
    from factcheck.checking import Asked
    from factcheck.cli.batch import Wanted, check_files
    from factcheck.cli.reading import Inputs
    from factcheck.rules.selection import Selection

    if resume and (fix or diff):
        raise click.UsageError("--resume goes with neither --fix nor --diff.")
    workspace = console.open(allow_empty=allow_empty, curated_only=curated_only)
    paths = named_files(files, prose=prose)
    if fix or diff:
        articles = [path for path in paths if path != "-" and is_article(path, None, prose=prose)]
        if not articles:
            raise InputError(
                f"{', '.join(files)}: only files of articles are mended", "name a file that ends in .md"
            )
        edits = _mend(console, workspace, articles, write=fix and not diff)
        if diff:
            return FINDINGS if edits else CLEAN
    inputs = Inputs(tuple(paths), column, stdin_filename, prose)
    if _is_given("column") and not inputs.has_columns:
        raise click.UsageError("--column is for CSV, TSV and JSON Lines, and none of the files is one.")
    wanted = Wanted(
        Asked(limit, curated_only, min_confidence),
        Selection(select, ignore, per_file, severities),
        _engine(jobs, scheduler),
        resume,
        allow_empty,
    )
    tally = check_files(console, workspace, inputs, wanted)
    failed = fail_on != "never" and tally.worst >= Severity(fail_on).rank
    return FINDINGS if failed else CLEAN


def _is_given(name: str) -> bool:
    """Whether an option stands on the command line."""
    source = click.get_current_context().get_parameter_source(name)
    return source is click.core.ParameterSource.COMMANDLINE


def _engine(jobs: int, scheduler: str | None) -> Engine:
    if scheduler and _is_given("jobs"):
        raise click.UsageError("--scheduler has workers of its own: leave --jobs out.")
    return Engine(jobs, scheduler or None)


def _mend(console: Console, workspace: Workspace, articles: Sequence[str], *, write: bool) -> list[Edit]:
    """Put misquotations right, or show how. Gives the edits."""
    from factcheck.cli.articles import mends
    from factcheck.edit import applying
    from factcheck.prose.checking import Checker

    root, edits = mends(articles, Checker(workspace))
    if write:
        for path in applying.apply(root, edits):
            console.note(f"{path}: misquotations are put right")
    else:
        console.write_diff(applying.diff(edits))
    return edits
