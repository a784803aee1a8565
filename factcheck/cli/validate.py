"""`factcheck validate`: the workspace itself."""

from __future__ import annotations

import click

from factcheck.cli.common import Console, FactcheckCommand, empty, exit_code
from factcheck.cli.excerpts import read_excerpts
from factcheck.cli.options import (
    allow_empty_option,
    fail_on_option,
    findings_format_option,
    rule_options,
    shared_options,
)
from factcheck.cli.outputs import folders
from factcheck.model import Severity
from factcheck.reporters.report import ValidateReport


@click.command("validate", cls=FactcheckCommand)
@rule_options
@fail_on_option
@allow_empty_option
@findings_format_option
@shared_options(formats=False)
@click.pass_obj
def command(
    console: Console,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    per_file: tuple[tuple[str, tuple[str, ...]], ...],
    severities: tuple[tuple[str, Severity], ...],
    fail_on: str,
    allow_empty: bool,
) -> int:
    """Check the workspace: files, sources, that every quote is verbatim, and that it bears its claim out.

    Reports everything that is wrong, each with its place and how to mend it. `factcheck rule CODE`
    tells what a code is about; a comment `# factcheck: ignore[CODE] reason` leaves one place alone.

    \b
    Examples:
      factcheck validate
      factcheck validate --select FC1,FC2 --ignore FC113
      factcheck validate --workspace ../archive --fail-on warning
      factcheck validate --output-format json -o report.json
      factcheck validate --output-format text --output-format sarif:factcheck.sarif
    """
    from factcheck.rules.selection import Selection
    from factcheck.validate import validate

    workspace = console.find(is_checked=True)
    findings = tuple(validate(workspace, Selection(select, ignore, per_file, severities)))
    claims = workspace.claims
    if not claims and not findings and not allow_empty:
        raise empty("the workspace has no claims")
    quotes = sum(len(claim.evidence) for claim in claims)
    excerpts = read_excerpts(findings, workspace.root)
    console.report_findings(
        ValidateReport(
            findings, len(claims), quotes, len(workspace.sources), claims, excerpts, folders(workspace)
        )
    )
    return exit_code(findings, fail_on)
