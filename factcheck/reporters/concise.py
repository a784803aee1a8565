"""For people who know their findings: one line each, as editors and `grep` take them, then the summary."""

from __future__ import annotations

from factcheck.reporters import text_check, text_validate
from factcheck.reporters.layout import Style
from factcheck.reporters.report import CheckReport, FindingsReport
from factcheck.reporters.text_validate import headline


def render(report: FindingsReport, style: Style) -> str:
    """`path:line:column: severity CODE message [claim]` a finding; what was looked at, unless quiet."""
    return headlines(report, style) + (f"{summary(report)}\n" if style.verbosity >= 0 else "")


def headlines(report: FindingsReport, style: Style) -> str:
    """The findings, one a line."""
    return "".join(f"{headline(found, style)}\n" for found in report.findings)


def summary(report: FindingsReport) -> str:
    """One line: what was looked at, and what came of it."""
    if isinstance(report, CheckReport):
        return text_check.summary(report)
    return text_validate.summary(report)
