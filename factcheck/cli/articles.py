"""Articles for `check`: reading them, putting misquotations right, and what their findings are."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from factcheck.cli.excerpts import cut
from factcheck.errors import InputError
from factcheck.files import decode, read_bytes, standard_input
from factcheck.model import Diagnostic, Edit, Span
from factcheck.prose.article import Article, Sentence, read_article
from factcheck.prose.checking import ArticleCheck, Checker, Fault
from factcheck.prose.judged import as_written, statement_fault, without_ignored
from factcheck.prose.mending import put_right
from factcheck.reporters.findings import finding
from factcheck.reporters.report import Checked, Excerpt
from factcheck.statements import STDIN, Statement

LONGEST = 16 * 1024 * 1024
"""Bytes of the longest article: it is read whole."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an article comes to."""

    results: tuple[Checked, ...]
    findings: tuple[Diagnostic, ...]
    excerpts: Mapping[Diagnostic, Excerpt]


def open_article(path: str, stdin_filename: str | None) -> Article:
    """The article of a file, or of standard input. Raises `InputError`."""
    if path == STDIN:
        shown = stdin_filename or "<stdin>"
        data = standard_input().read(LONGEST + 1)
    else:
        shown = path
        data = read_bytes(Path(path), path)
    if len(data) > LONGEST:
        raise InputError(f"{shown}: is longer than {LONGEST:,} bytes", "divide it into several files")
    return read_article(decode(data, shown), shown)


class ArticleRun:
    """An article whose statements wait for their answers."""

    def __init__(self, check: ArticleCheck) -> None:
        self._check = check

    @property
    def is_empty(self) -> bool:
        """True where there is neither a statement nor a quotation."""
        return not self._check.statements and not self._check.quotations

    @property
    def others(self) -> int:
        """How many of its sentences are not looked up."""
        return len(self._check.article.sentences) - len(self._check.statements)

    @cached_property
    def statements(self) -> list[Statement]:
        """What is to be looked up, in order: the statements without those who are told to say so."""
        return [self._statement(sentence) for sentence in self._check.statements]

    def _statement(self, sentence: Sentence) -> Statement:
        text = self._check.stated(sentence).of(sentence.text)
        ended = text if text.endswith((".", "!", "?")) else f"{text}."
        return Statement(ended, self._check.location(sentence))

    def outcome(self, answers: Sequence[Checked | Diagnostic]) -> Outcome:
        """The findings, given the answer to each statement; an answer that could not be had is none."""
        results: dict[Sentence, Checked] = {}
        faults = list(self._check.faults)
        owner: dict[Diagnostic, Sentence] = {}
        for sentence, answer in zip(self._check.statements, answers, strict=True):
            if isinstance(answer, Diagnostic):
                continue
            verdict = as_written(answer.verdict, sentence.text, self._check.stated(sentence).start)
            checked = Checked(answer.location, verdict)
            results[sentence] = checked
            fault = statement_fault(self._check, sentence, verdict, finding(checked))
            if fault is not None:
                owner[fault.diagnostic] = sentence
                faults.append(fault)
        kept, ignored = without_ignored(self._check, faults)
        for fault in ignored:
            if fault.diagnostic in owner:
                del results[owner[fault.diagnostic]]
        return Outcome(
            tuple(results.values()),
            tuple(fault.diagnostic for fault in kept),
            {fault.diagnostic: self._excerpt(fault) for fault in kept},
        )

    def _excerpt(self, fault: Fault) -> Excerpt:
        """The line that the finding names, and what is wrong on it as far as it stands there."""
        article = self._check.article
        place = fault.diagnostic.location
        line, start = article.line(article.offset(place))
        begin, end = fault.raw.start - start, fault.raw.end - start
        if not 0 <= begin < len(line):
            begin, end = place.column - 1, len(line)
        return cut(line, Span(begin, max(begin, min(end, len(line)))))


def mends(paths: Sequence[str], checker: Checker) -> tuple[Path, list[Edit]]:
    """The edits that put the misquotations of these files right, and the folder that their paths begin at."""
    files = [Path(path) for path in paths if path != STDIN]
    root = Path(os.path.commonpath([file.resolve().parent for file in files])) if files else Path()
    if all(file.resolve().is_relative_to(Path.cwd()) for file in files):
        root = Path.cwd()
    edits = []
    for file in files:
        old = read_bytes(file, str(file))
        if len(old) > LONGEST:
            continue
        new = put_right(read_article(decode(old, str(file)), str(file)), checker).encode("utf-8")
        if new != old:
            edits.append(Edit(file.resolve().relative_to(root).as_posix(), old, new))
    return root, edits
