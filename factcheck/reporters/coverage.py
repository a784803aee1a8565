"""`coverage` for people and for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.coverage import Count, CoverageReport, GroupCoverage, SentenceCoverage
from factcheck.reporters.layout import BOLD, DIM, PLAIN, YELLOW, Style, plural, shorten, wrap
from factcheck.reporters.table import table
from factcheck.text import visible

SCHEMA_VERSION = 1


def render_coverage(report: CoverageReport, style: Style) -> str:
    """Tables by source, section and speaker, uncited sentences, if verbose the exceptions, the summary."""
    blocks = [
        _table(title, groups, style)
        for title, groups in (
            ("source", report.by_source()),
            ("section", report.by_section()),
            ("speaker", report.by_speaker()),
        )
        if groups
    ]
    if report.uncited:
        blocks.append("\n".join(_sentence(sentence, style) for sentence in report.uncited))
    if report.exceptions and style.verbosity > 0:
        blocks.append("\n".join(_exceptions(report, style)))
    if style.verbosity >= 0:
        blocks.append(summary(report))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def summary(report: CoverageReport) -> str:
    """One line: what is cited of what is not excepted."""
    count = report.count
    counted = plural(count.total - count.excepted, "sentence")
    line = f"{count.cited:,} of {counted} cited ({percentage(count)})"
    line += f", {percentage(report.characters)} of their characters"
    return f"{line}; {count.excepted:,} more excepted" if count.excepted else line


def percentage(count: Count) -> str:
    """The share with one decimal, rounded down, so that only the whole is "100%"."""
    share = count.share
    return "100%" if share == 1 else f"{int(share * 1000) / 10:.1f}%"


def _table(title: str, groups: Sequence[GroupCoverage], style: Style) -> str:
    headers = ["sentences", "cited", "excepted", "share", "of chars", title]
    rows = [
        [
            *((str(number), PLAIN) for number in _numbers(group.sentences)),
            (percentage(group.sentences), PLAIN if group.sentences.share == 1 else YELLOW),
            (percentage(group.characters), PLAIN),
            (visible(" ".join((group.name or "(none)").split())), PLAIN),
        ]
        for group in groups
    ]
    return table(headers, rows, style)


def _numbers(count: Count) -> tuple[int, int, int]:
    return count.total, count.cited, count.excepted


def _sentence(sentence: SentenceCoverage, style: Style) -> str:
    place = f"{visible(str(sentence.location))}: "
    status = style.paint("uncited", BOLD, YELLOW)
    speaker = f" [{visible(sentence.speaker)}]" if sentence.speaker else ""
    text = wrap([(visible(" ".join(sentence.text.split())), PLAIN)], style, "  ")
    return f"{place}{status}{speaker}\n{text}"


def _exceptions(report: CoverageReport, style: Style) -> Iterator[str]:
    for declared in report.exceptions:
        quote = shorten(declared.exception.quote, style.width - 2)
        reason = visible(declared.exception.reason)
        yield f"{visible(str(declared.location))}: excepted: {reason}\n  {style.paint(quote, DIM)}"


def render_coverage_json(report: CoverageReport) -> str:
    """The report as one indented object; `coverage.schema.json` describes it."""
    payload = {
        "schema_version": SCHEMA_VERSION,
        "sentences": _count(report.count),
        "characters": _count(report.characters),
        "sources": [_group(group, "source") for group in report.by_source()],
        "sections": [_group(group, "section") for group in report.by_section()],
        "speakers": [_group(group, "speaker") for group in report.by_speaker()],
        "uncited": [_uncited(sentence) for sentence in report.uncited],
        "exceptions": [
            {
                "source": declared.exception.source,
                **_place(declared.location.path, declared.location.line, declared.location.column),
                "quote": declared.exception.quote,
                "reason": declared.exception.reason,
            }
            for declared in report.exceptions
        ],
    }
    return json.dumps(payload, ensure_ascii=False, indent=2) + "\n"


def _count(count: Count) -> dict[str, Any]:
    numbers = {"total": count.total, "cited": count.cited, "excepted": count.excepted}
    return {**numbers, "share": int(count.share * 10_000) / 10_000}


def _group(group: GroupCoverage, kind: str) -> dict[str, Any]:
    name = {} if kind == "source" else {kind: group.name}
    counts = {"sentences": _count(group.sentences), "characters": _count(group.characters)}
    return {"source": group.source, **name, **counts}


def _uncited(sentence: SentenceCoverage) -> dict[str, Any]:
    place = sentence.location
    return {
        "source": sentence.source,
        **_place(place.path, place.line, place.column),
        "section": sentence.section,
        "speaker": sentence.speaker,
        "text": sentence.text,
    }


def _place(path: str, line: int, column: int) -> dict[str, Any]:
    return {"path": path, "line": line, "column": column}
