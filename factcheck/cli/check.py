"""`factcheck check`: every statement of some files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.common import CLEAN, FINDINGS, Console, FactcheckCommand, empty, exit_code
from factcheck.cli.excerpts import read_excerpts
from factcheck.cli.inputs import is_article, named_files
from factcheck.cli.options import (
    allow_empty_option,
    fail_on_option,
    findings_format_option,
    lookup_options,
    rule_options,
    shared_options,
)
from factcheck.cli.outputs import folders
from factcheck.cli.progress import with_progress
from factcheck.errors import InputError
from factcheck.model import Diagnostic, Severity
from factcheck.reporters.findings import finding, unread
from factcheck.reporters.report import Checked, CheckReport, Excerpt, Folders

if TYPE_CHECKING:
    from factcheck.cli.articles import ArticleRun
    from factcheck.model import Edit
    from factcheck.statements import Item
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
    quotation whose words or speaker are not the source's is an error.

    \b
    Examples:
      factcheck check article.md
      factcheck check --diff docs/
      factcheck check statements.txt
      factcheck check --column claim draft.csv --output-format jsonl
      factcheck check claims/*.toml --fail-on warning
      factcheck check draft.txt --output-format text --output-format junit:report.xml
      cut -f2 notes.tsv | factcheck check - --stdin-filename notes.txt
    """
    from factcheck.cli.settling import settled
    from factcheck.rules.selection import Selection

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
    batches = _read(workspace, paths, column, stdin_filename, prose)
    if all(batch.is_empty for batch in batches) and not allow_empty:
        raise empty(f"no statements in {', '.join(files)}")
    items = [item for batch in batches for item in batch.items]
    answers = [
        _answer(workspace, item, limit, curated_only, min_confidence)
        for item in with_progress(items, "checking", quiet=console.verbosity < 0)
    ]
    streams = frozenset({stdin_filename or "<stdin>"} if "-" in paths else ())
    report = _report(batches, answers, streams, folders(workspace))
    report = settled(report, Selection(select, ignore, per_file, severities))
    console.report_findings(report)
    return exit_code(report.findings, fail_on)


@dataclass(frozen=True, slots=True)
class _Batch:
    """The statements of a file; of an article they come with it."""

    items: Sequence[Item]
    article: ArticleRun | None = None

    @property
    def is_empty(self) -> bool:
        return self.article.is_empty if self.article else not self.items


def _read(
    workspace: Workspace, paths: Sequence[str], column: str | None, stdin_filename: str | None, prose: bool
) -> list[_Batch]:
    """All statements, read before the first is answered: an unreadable file stops the run."""
    from factcheck.statements import read_statements

    batches = []
    checker = None
    for path in paths:
        if not is_article(path, stdin_filename, prose=prose):
            batches.append(_Batch(list(read_statements(path, column=column, stdin_filename=stdin_filename))))
            continue
        from factcheck.cli.articles import ArticleRun, open_article
        from factcheck.prose.checking import Checker

        checker = checker or Checker(workspace)
        run = ArticleRun(checker.check(open_article(path, stdin_filename)))
        batches.append(_Batch(run.statements, run))
    return batches


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


def _report(
    batches: Sequence[_Batch],
    answers: Sequence[Checked | Diagnostic],
    streams: frozenset[str],
    places: Folders,
) -> CheckReport:
    """The answers, what they come to as findings, and the lines of these; `streams` are no files."""
    results: list[Checked] = []
    findings: list[Diagnostic] = []
    unread_lines: list[Diagnostic] = []
    excerpts: dict[Diagnostic, Excerpt] = {}
    rest = iter(answers)
    for batch in batches:
        own = list(islice(rest, len(batch.items)))
        if batch.article:
            outcome = batch.article.outcome(own)
            results += outcome.results
            findings += outcome.findings
            excerpts.update(outcome.excerpts)
            continue
        found = [answer if isinstance(answer, Diagnostic) else finding(answer) for answer in own]
        faults = [fault for fault in found if fault is not None]
        results += (answer for answer in own if isinstance(answer, Checked))
        unread_lines += (answer for answer in own if isinstance(answer, Diagnostic))
        findings += faults
        excerpts.update(read_excerpts(faults, Path.cwd(), streams))
    return CheckReport(tuple(results), tuple(findings), tuple(unread_lines), excerpts, places)
