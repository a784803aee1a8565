"""Workflow commands of GitHub Actions, which become annotations beside the lines.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
GitHub shows 10 annotations of a kind in a step and drops the rest without a word, so that the tenth
tells of those that are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Diagnostic, Severity
from factcheck.reporters.layout import Style, plural
from factcheck.reporters.report import FindingsReport
from factcheck.reporters.text_validate import headline
from factcheck.text import visible

MOST = 10
"""Annotations of a kind that GitHub shows in a step."""
_LISTED = 50
"""How many of those that are left out are named."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: FindingsReport, style: Style) -> str:
    """One annotation a line, the gravest first."""
    return "".join(f"{line}\n" for severity in Severity for line in _of_kind(report, severity))


def _of_kind(report: FindingsReport, severity: Severity) -> Iterator[str]:
    found = [finding for finding in report.findings if finding.severity is severity]
    shown = found if len(found) <= MOST else found[: MOST - 1]
    for finding in shown:
        yield _annotation(report, finding, finding.code, _message(finding))
    if left := found[len(shown) :]:
        yield _annotation(report, left[0], f"{plural(len(left), severity)} more", _left_out(left))


def _message(found: Diagnostic) -> str:
    owner = f" [{found.claim}]" if found.claim else ""
    return "\n".join(visible(line) for line in (found.message + owner, found.mend) if line)


def _left_out(left: Sequence[Diagnostic]) -> str:
    told = f"GitHub shows {MOST} annotations of a kind in a step. These are left out:"
    lines = [told, *(headline(found, Style()) for found in left[:_LISTED])]
    if len(left) > _LISTED:
        lines.append(f"and {len(left) - _LISTED:,} more")
    return "\n".join(lines)


def _annotation(report: FindingsReport, found: Diagnostic, title: str, message: str) -> str:
    """A command at a finding's place. The place is always within one line: GitHub takes no columns otherwise."""
    line, column = found.location.line, found.location.column
    properties: dict[str, str | int] = {"title": title, "file": report.path_of(found), "line": line}
    excerpt = report.excerpts.get(found)
    if excerpt is None:
        properties["col"] = column
    else:
        start, end = excerpt.columns
        properties |= {"col": start, "endLine": line, "endColumn": end}
    told = ",".join(f"{name}={_property(visible(str(value)))}" for name, value in properties.items())
    return f"::{_COMMANDS[found.severity]} {told}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
