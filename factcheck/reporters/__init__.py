"""Values to text, one file a format. Nothing here touches a file or a terminal.

A format is a function from a report and a style to a string that ends with a line feed (or is
empty). The tables name them; a format's module is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.reporters.layout import Style
    from factcheck.reporters.report import FindingsReport, Report


def _text(report: Report, style: Style) -> str:
    from factcheck.reporters.text import render

    return render(report, style)


def _json(report: Report, style: Style) -> str:
    from factcheck.reporters.json_format import render

    return render(report)


def _jsonl(report: Report, style: Style) -> str:
    from factcheck.reporters.jsonl import render

    return render(report)


def _of_findings(module: str) -> Callable[[FindingsReport, Style], str]:
    def render(report: FindingsReport, style: Style) -> str:
        text: str = import_module(f"factcheck.reporters.{module}").render(report, style)
        return text

    return render


REPORTERS: Mapping[str, Callable[[Report, Style], str]] = {"text": _text, "json": _json, "jsonl": _jsonl}
"""The formats of every report."""

FINDINGS_REPORTERS: Mapping[str, Callable[[FindingsReport, Style], str]] = {
    **REPORTERS,
    "concise": _of_findings("concise"),
    "csv": _of_findings("csv_format"),
    "markdown": _of_findings("markdown"),
    "github": _of_findings("github"),
    "gitlab": _of_findings("gitlab"),
    "junit": _of_findings("junit"),
    "sarif": _of_findings("sarif"),
}
"""The formats of reports that hold findings: those of `check` and `validate`."""

FOR_PEOPLE = frozenset({"text", "concise"})
"""The formats that go through the terminal's own encoding; the others are always UTF-8."""
