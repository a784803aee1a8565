"""`factcheck validate`: the workspace itself."""

from __future__ import annotations

import click

from factcheck.cli.common import Console, FactcheckCommand, empty, exit_code
from factcheck.cli.excerpts import read_excerpts
from factcheck.cli.options import (
    allow_empty_option,
    fail_on_option,
    findings_format_option,
    shared_options,
)
from factcheck.cli.outputs import folders
from factcheck.reporters.report import ValidateReport


@click.command("validate", cls=FactcheckCommand)
@fail_on_option
@allow_empty_option
@findings_format_option
@shared_options(formats=False)
@click.pass_obj
def command(console: Console, fail_on: str, allow_empty: bool) -> int:
    """Check the workspace: files, ids, hashes of sources, and that every quote is verbatim.

    Reports everything that is wrong, each with its place and how to mend it.

    \b
    Examples:
      factcheck validate
      factcheck validate --workspace ../archive --fail-on warning
      factcheck validate --output-format json -o report.json
      factcheck validate --output-format text --output-format sarif:factcheck.sarif
    """
    from factcheck.validate import validate

    workspace = console.find()
    findings = tuple(validate(workspace))
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
