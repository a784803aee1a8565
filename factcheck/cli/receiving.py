"""Answers as they come: to where they are written, or kept until all are there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.checking import Answer, Answered, Writer, report_of
from factcheck.cli.excerpts import read_excerpts
from factcheck.cli.outputs import folders
from factcheck.cli.reading import Inputs, Origin
from factcheck.cli.streams import Streams
from factcheck.model import Diagnostic
from factcheck.reporters.report import CheckReport, Excerpt

if TYPE_CHECKING:
    from factcheck.workspace import Workspace


class Receiver:
    """Takes the answers in their order to where they are written, or kept for the end."""

    def __init__(self, writer: Writer, streams: Streams, collected: Collected | None) -> None:
        self.writer = writer
        self.collected = collected
        self.is_any = False
        """Whether there was anything to check."""
        self._streams = streams
        self._article: list[Answer] = []

    def take(self, origin: Origin, answered: Answered) -> None:
        """The answers to a part."""
        if origin.article is not None:
            self._article += answered.answers
            if origin.last:
                self._take_article(origin)
            return
        self.is_any = True
        if answered.written is not None:
            self._streams.add(answered.written, origin.size)
            return
        reports = [report_of((answer,)) for answer in answered.answers]
        if self.collected is not None:
            self.collected.add(origin.path, answered.answers)
        self._streams.add(self.writer.write(reports), origin.size)

    def _take_article(self, origin: Origin) -> None:
        if origin.article is None:
            return
        outcome = origin.article.outcome(self._article)
        self._article = []
        self.is_any = self.is_any or not origin.article.is_empty
        report = CheckReport(outcome.results, outcome.findings, (), outcome.excerpts)
        if self.collected is not None:
            self.collected.add_article(report)
        self._streams.add(self.writer.write([report]), 1)


class Collected:
    """All that was found, for formats that need it whole."""

    def __init__(self, inputs: Inputs) -> None:
        self._streams = frozenset({inputs.stdin_filename or "<stdin>"} if inputs.has_stdin else ())
        self._whole = CheckReport((), ())
        self._parts: list[CheckReport] = []
        self._path: str | None = None
        self._answers: list[Answer] = []

    def add(self, path: str, answers: Sequence[Answer]) -> None:
        """Answers to statements of a file."""
        if path != self._path:
            self._close()
            self._path = path
        self._answers += answers

    def add_article(self, report: CheckReport) -> None:
        """What an article came to."""
        self._close()
        self._parts.append(report)

    def _close(self) -> None:
        """The file whose answers came last is at its end: the lines that its findings are about are read."""
        if self._path is not None:
            report = report_of(self._answers)
            excerpts = read_excerpts(report.findings, Path.cwd(), self._streams)
            self._parts.append(CheckReport(report.results, report.findings, report.unread, excerpts))
        self._path, self._answers = None, []

    def report(self, workspace: Workspace) -> CheckReport:
        """The whole."""
        self._close()
        excerpts: dict[Diagnostic, Excerpt] = {}
        for part in self._parts:
            excerpts.update(part.excerpts)
        return CheckReport(
            tuple(result for part in self._parts for result in part.results),
            tuple(found for part in self._parts for found in part.findings),
            tuple(found for part in self._parts for found in part.unread),
            excerpts,
            folders(workspace),
        )
