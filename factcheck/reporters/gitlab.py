"""GitLab's Code Quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
GitLab does not show `check_name`, so that the code stands before the description too.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from factcheck.model import Diagnostic, Severity
from factcheck.reporters.identity import fingerprints
from factcheck.reporters.layout import Style
from factcheck.reporters.report import FindingsReport
from factcheck.text import visible

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: FindingsReport, style: Style) -> str:
    """An array of the findings; an empty one where there are none."""
    prints = fingerprints(report)
    issues = [_issue(report, found, *mark) for found, mark in zip(report.findings, prints, strict=True)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(report: FindingsReport, found: Diagnostic, digest: str, number: int) -> dict[str, Any]:
    excerpt = report.excerpts.get(found)
    column = excerpt.columns[0] if excerpt else found.location.column
    owner = f" [{found.claim}]" if found.claim else ""
    return {
        "description": visible(f"{found.code}: {found.message}{owner}"),
        "check_name": found.code,
        "fingerprint": sha256(f"{digest}:{number}".encode()).hexdigest(),
        "severity": _SEVERITIES[found.severity],
        "location": {
            "path": visible(report.path_of(found)),
            "positions": {"begin": {"line": found.location.line, "column": column}},
        },
    }
