"""For pull requests and job summaries: what was found, as Markdown that renders to the letter."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Diagnostic, Passage
from factcheck.reporters.concise import summary
from factcheck.reporters.layout import Style, percent
from factcheck.reporters.markup import block, inline
from factcheck.reporters.report import Checked, CheckReport, FindingsReport


def render(report: FindingsReport, style: Style) -> str:
    """The summary (unless quiet), `check`'s table of statements, the findings with what the sources say."""
    blocks = [f"**{inline(summary(report))}**"] if style.verbosity >= 0 else []
    if isinstance(report, CheckReport) and report.results:
        head = ["| place | label | confidence | statement |", "| --- | --- | --- | --- |"]
        blocks.append("\n".join([*head, *map(_row, report.results)]))
    blocks += ["\n".join(_finding(found)) for found in report.findings]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _row(result: Checked) -> str:
    verdict = result.verdict
    cells = (str(result.location), verdict.label, percent(verdict.confidence), verdict.statement)
    return f"| {' | '.join(map(inline, cells))} |"


def _finding(found: Diagnostic) -> Iterator[str]:
    """A list item: the place and what is wrong, the mend, each passage as a block quotation."""
    owner = f" \\[{inline(found.claim)}\\]" if found.claim else ""
    place = inline(str(found.location))
    mend = f"\\\n  {inline(found.mend)}" if found.mend else ""
    yield f"- **{found.severity} {found.code}** {place}: {inline(found.message)}{owner}{mend}"
    for passage in found.related:
        yield ""
        yield from _quotation(passage)


def _quotation(passage: Passage) -> Iterator[str]:
    lines = [*block(passage.text).split("\n"), "", "— " + inline(str(passage.location))]
    yield from (f"  > {line}".rstrip() for line in lines)
