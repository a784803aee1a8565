"""A report of `check` as the settings of rules have it."""

from __future__ import annotations

from factcheck.reporters.report import CheckReport
from factcheck.rules.selection import EVERYTHING, Selection


def settled(report: CheckReport, selection: Selection) -> CheckReport:
    """The report without the findings that are left out, the others as grave as the settings say."""
    if selection == EVERYTHING:
        return report
    kept = {found: selection.settled(found) for found in report.findings}
    findings = tuple(new for found in report.findings if (new := kept[found]) is not None)
    unread = tuple(new for found in report.unread if (new := kept[found]) is not None)
    excerpts = {
        new: excerpt for found, excerpt in report.excerpts.items() if (new := kept.get(found)) is not None
    }
    return CheckReport(report.results, findings, unread, excerpts, report.folders)
