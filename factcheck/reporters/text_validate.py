"""Diagnostics for people: `path:line:column: severity CODE message`, the claim; below, the line and the mend."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Diagnostic, Severity
from factcheck.reporters.layout import BOLD, CYAN, PLAIN, SEVERITY_COLORS, Style, plural, wrap
from factcheck.reporters.report import Excerpt, ValidateReport, count_severity
from factcheck.reporters.text_excerpt import excerpt_lines
from factcheck.text import visible


def render_validate(report: ValidateReport, style: Style) -> str:
    """Every finding with its mend, then the summary (unless quiet)."""
    blocks = [_diagnostics(report, style)] if report.findings else []
    if style.verbosity >= 0:
        blocks.append(summary(report) + "\n")
    return "\n".join(blocks)


def render_diagnostics(findings: tuple[Diagnostic, ...], style: Style) -> str:
    """Every diagnostic with its mend."""
    return "".join(line + "\n" for found in findings for line in diagnostic_lines(found, style))


def _diagnostics(report: ValidateReport, style: Style) -> str:
    """Every finding; where lines are shown, with an empty line between findings."""
    blocks = (
        "\n".join(diagnostic_lines(found, style, report.excerpts.get(found))) for found in report.findings
    )
    return ("\n\n" if report.excerpts else "\n").join(blocks) + "\n"


def headline(found: Diagnostic, style: Style) -> str:
    """One line that editors and scripts can read, never broken."""
    severity = style.paint(found.severity, BOLD, SEVERITY_COLORS[found.severity])
    owner = f" [{visible(found.claim)}]" if found.claim else ""
    return f"{visible(str(found.location))}: {severity} {found.code} {visible(found.message)}{owner}"


def diagnostic_lines(found: Diagnostic, style: Style, excerpt: Excerpt | None = None) -> Iterator[str]:
    """The headline; below it, the line of the file with carets under the place, and the mend."""
    yield headline(found, style)
    if excerpt is not None:
        yield from excerpt_lines(found, excerpt, style)
    if found.mend:
        yield wrap([("help", CYAN), (f": {visible(found.mend)}", PLAIN)], style, "  ", "        ")


def summary(report: ValidateReport) -> str:
    """What was looked at, and how many findings of each severity."""
    reported = sum(claim.only_reported for claim in report.checked)
    looked = ", ".join(
        (plural(report.claims, "claim"), plural(report.evidence, "quote"), plural(report.sources, "source"))
    )
    if reported:
        looked += f" ({reported} by a publisher's verdict alone)"
    counts = [
        plural(count, severity)
        for severity in Severity
        if (count := count_severity(report.findings, severity))
    ]
    return f"{looked}: {', '.join(counts) if counts else 'no faults'}"
