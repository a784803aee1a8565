"""For scripts that read line by line: one object a line, the same objects as in `json`.

`check` gives the statements' answers, then a diagnostic for each finding that is no answer's: a line that
could not be read, a quotation of an article;
`validate` one diagnostic a line; `list` one claim a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from factcheck.reporters.findings import OF_ANSWERS
from factcheck.reporters.json_format import (
    SCHEMA_VERSION,
    Payload,
    checked_payload,
    diagnostic_payload,
    listed_payload,
    payload,
)
from factcheck.reporters.report import CheckReport, ListReport, Report, ValidateReport


def render(report: Report) -> str:
    """The report's objects, one a line; empty where there are none."""
    match report:
        case CheckReport():
            return answers(report) + others(report)
        case ValidateReport():
            return _lines(_versioned(diagnostic_payload(found)) for found in report.findings)
        case ListReport():
            return _lines(_versioned(listed_payload(listed)) for listed in report.claims)
        case _:
            return _lines([payload(report)])


def answers(report: CheckReport) -> str:
    """The statements' answers, one a line."""
    return _lines(checked_payload(result) for result in report.results)


def others(report: CheckReport) -> str:
    """The findings that are no statement's answer, one a line."""
    found = (found for found in report.findings if found.code not in OF_ANSWERS)
    return _lines(_versioned(diagnostic_payload(one)) for one in found)


def _lines(items: Iterable[Payload]) -> str:
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)


def _versioned(item: Payload) -> Payload:
    return {"schema_version": SCHEMA_VERSION, **item}
