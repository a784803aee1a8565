"""For spreadsheets (RFC 4180): a row a statement and its finding, or a row a fault of the workspace.

A cell that a spreadsheet would take for a formula begins with an apostrophe; characters that cannot be
seen are written out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

from factcheck.model import Diagnostic, Label
from factcheck.reporters.findings import grounds, reviews
from factcheck.reporters.layout import Style, printable
from factcheck.reporters.report import Checked, CheckReport, FindingsReport

FAULT = ("path", "line", "column", "code", "severity", "message", "mend", "claim_id")
ANSWER = ("statement", "label", "confidence", "reason")
EVIDENCE = ("speaker", "quote", "source", "source_path", "source_line", "source_column", "citation")
REVIEW = ("publisher", "rating", "review_url")
"""Of a publisher's verdict, where the answer rests on one."""
_CHECK = (*FAULT, *ANSWER, *EVIDENCE, *REVIEW)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = Mapping[str, str | int | float | None]


def render(report: FindingsReport, style: Style) -> str:
    """A header and the rows, each ended by CR LF."""
    if isinstance(report, CheckReport):
        return CHECK_HEADER + answers(report) + others(report)
    return _rows([FAULT]) + _table(FAULT, (_fault(found) for found in report.findings))


def answers(report: CheckReport) -> str:
    """The rows of the statements in their order, each with its findings."""
    return _table(_CHECK, _answered(report))


def others(report: CheckReport) -> str:
    """The rows of the findings that stand for no statement."""
    answered = {result.location for result in report.results}
    return _table(_CHECK, (_fault(found) for found in report.findings if found.location not in answered))


def _table(header: tuple[str, ...], rows: Iterator[Row]) -> str:
    return _rows([_cell(row.get(name)) for name in header] for row in rows)


def _rows(rows: Iterable[Sequence[str | int | float]]) -> str:
    out = StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


CHECK_HEADER = _rows([_CHECK])
"""The first row of what `check` gives."""


def _cell(value: str | int | float | None) -> str | int | float:
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    guard = "'" if value.startswith(_FORMULA) else ""
    return guard + printable(value)


def _answered(report: CheckReport) -> Iterator[Row]:
    findings = report.by_place()
    for result in report.results:
        answer = _answer(result)
        faults = findings.get(result.location, ())
        if not faults:
            yield answer
        for found in faults:
            yield {**answer, **_fault(found)}


def _fault(found: Diagnostic) -> Row:
    return {
        "path": found.location.path,
        "line": found.location.line,
        "column": found.location.column,
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "mend": found.mend,
        "claim_id": found.claim,
    }


def _answer(result: Checked) -> Row:
    """A statement, its answer, and the passage that decides it."""
    verdict = result.verdict
    decided = verdict.label is not Label.NOT_ENOUGH_INFO
    claim = verdict.matches[0].claim if verdict.matches and decided else None
    row: Row = {
        "path": result.location.path,
        "line": result.location.line,
        "column": result.location.column,
        "claim_id": claim.id if claim else None,
        "statement": verdict.statement,
        "label": verdict.label.value,
        "confidence": round(verdict.confidence, 4),
        "reason": verdict.reason.value,
    }
    for review in reviews(result)[:1] if decided else ():
        return {**row, "publisher": review.publisher, "rating": review.rating, "review_url": review.url}
    evidence = grounds(result) if decided else ()
    if not evidence:
        return row
    first = evidence[0]
    return {
        **row,
        "speaker": first.speaker,
        "quote": first.quote,
        "source": first.source,
        "source_path": first.path,
        "source_line": first.line,
        "source_column": first.column,
        "citation": first.citation,
    }
