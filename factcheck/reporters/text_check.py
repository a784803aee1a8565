"""`check` for people: a row a statement, the findings with their quotes, a line that counts."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Diagnostic, Label, Location
from factcheck.reporters.findings import grounds, reviews
from factcheck.reporters.layout import (
    LABEL_COLORS,
    PLAIN,
    Piece,
    Style,
    percent,
    plural,
    printable,
    shorten,
    wrap,
)
from factcheck.reporters.report import Checked, CheckReport
from factcheck.reporters.table import shorten_left, table
from factcheck.reporters.tally import Tally
from factcheck.reporters.text_validate import diagnostic_lines
from factcheck.reporters.text_verdict import quotation
from factcheck.text import visible

_NARROW = 76
"""Below so many columns the table has no room for claim ids and whole labels."""
_SHORT = {
    Label.SUPPORTED: "supported",
    Label.REFUTED: "refuted",
    Label.CONFLICTING: "conflict",
    Label.NOT_ENOUGH_INFO: "no info",
}


def render_check(report: CheckReport, style: Style) -> str:
    """The table, the findings, the summary (unless quiet)."""
    blocks = []
    if report.results:
        blocks.append(_table(report, style))
    by_place = {result.location: result for result in report.results}
    blocks += ["\n".join(_finding(found, report, by_place, style)) for found in report.findings]
    if style.verbosity >= 0:
        blocks.append(summary(report))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def summary(report: CheckReport) -> str:
    """How many statements got which label, and how many lines could not be read."""
    return tallied(Tally.of(report))


def tallied(tally: Tally) -> str:
    """The summary, of what was counted."""
    counts = ", ".join(f"{count} {label}" for label, count in zip(Label, tally.labels, strict=True))
    line = f"{plural(tally.statements, 'statement')}: {counts}"
    return f"{line}; {plural(tally.unread, 'line')} not read" if tally.unread else line


def _table(report: CheckReport, style: Style) -> str:
    wide = style.width >= _NARROW
    one_file = len({result.location.path for result in report.results}) == 1
    headers = ["line" if one_file else "place", "label", "conf.", *(["claim"] if wide else []), "statement"]
    rows = [_row(result, wide, one_file, style.width) for result in report.results]
    return table(headers, rows, style)


def _row(result: Checked, wide: bool, one_file: bool, width: int) -> list[Piece]:
    verdict, place = result.verdict, result.location
    top = verdict.matches[0].claim if verdict.matches else None
    decided = verdict.label is not Label.NOT_ENOUGH_INFO
    claim = (shorten(top.id, width // 4) if top and decided else "", PLAIN)
    return [
        (
            f"{place.line}:{place.column}" if one_file else shorten_left(visible(str(place)), width // 4),
            PLAIN,
        ),
        (verdict.label if wide else _SHORT[verdict.label], LABEL_COLORS[verdict.label]),
        (percent(verdict.confidence), PLAIN),
        *([claim] if wide else []),
        (visible(" ".join(verdict.statement.split())), PLAIN),
    ]


def _finding(
    found: Diagnostic, report: CheckReport, by_place: dict[Location, Checked], style: Style
) -> Iterator[str]:
    """The diagnostic; under an error, the quotes that it rests on and where they stand."""
    yield from diagnostic_lines(found, style, report.excerpts.get(found))
    result = by_place.get(found.location)
    if result is None or found.subject != result.verdict.statement:
        yield from _passages(found, style)
        return
    if result.verdict.label is Label.NOT_ENOUGH_INFO:
        return
    for review in reviews(result):
        from factcheck.reporters.text_review import review_lines

        yield from review_lines(review, style, "  ")
    for evidence in grounds(result):
        yield quotation(evidence, style, "  ")
        place = f"{evidence.path}:{evidence.line}:{evidence.column}" if evidence.path else ""
        told = ", ".join(filter(None, (evidence.speaker, place)))
        if told:
            yield wrap([(visible(told), PLAIN)], style, "  ")


def _passages(found: Diagnostic, style: Style) -> Iterator[str]:
    """What the sources say there, of a finding that is about no statement's answer."""
    for passage in found.related:
        yield wrap([("“", PLAIN), (printable(passage.text), PLAIN), ("”", PLAIN)], style, "  ")
        yield wrap([(visible(str(passage.location)), PLAIN)], style, "  ")
