"""Reports of `check` that can be written while the answers come: in parts, each with what goes to the end.

The parts on end, then their tails on end, are what the format gives for the whole: a statement is a part, and
so is an article. The other formats need all answers first, for a table's widths or for counts at the top.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from factcheck.reporters.layout import Style
from factcheck.reporters.report import CheckReport
from factcheck.reporters.tally import Tally

STREAMED = ("jsonl", "csv", "concise")
"""The formats that are written while the answers come."""


class Stream(NamedTuple):
    """A format in its parts."""

    header: str
    part: Callable[[CheckReport, Style], str]
    tail: Callable[[CheckReport, Style], str]
    """What of a part stands behind all parts."""
    end: Callable[[Tally, Style], str]


def stream(name: str) -> Stream:
    """The format of this name, one of `STREAMED`."""
    if name == "jsonl":
        from factcheck.reporters import jsonl

        return Stream("", _plain(jsonl.answers), _plain(jsonl.others), _nothing)
    if name == "csv":
        from factcheck.reporters import csv_format

        header = csv_format.CHECK_HEADER
        return Stream(header, _plain(csv_format.answers), _plain(csv_format.others), _nothing)
    from factcheck.reporters import concise

    return Stream("", concise.headlines, _nothing, _summary)


def _plain(render: Callable[[CheckReport], str]) -> Callable[[CheckReport, Style], str]:
    return lambda report, style: render(report)


def _nothing(_counted: object, _style: Style) -> str:
    return ""


def _summary(tally: Tally, style: Style) -> str:
    from factcheck.reporters.text_check import tallied

    return f"{tallied(tally)}\n" if style.verbosity >= 0 else ""
