"""The lines that findings are about, read from their files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from factcheck.errors import InputError
from factcheck.model import Diagnostic, Span
from factcheck.reporters.report import Excerpt

_LONGEST = 2000
"""Characters of a line that are kept; of a longer one, those around the place."""
_WORD = re.compile(r"\w+|\S")
_KEY = re.compile(r"\s*[\w-]+\s*=\s*(?=\S)")


def read_excerpts(
    findings: Iterable[Diagnostic], folder: Path, streams: frozenset[str] = frozenset()
) -> Mapping[Diagnostic, Excerpt]:
    """The excerpt of each finding whose line can be read; paths begin at `folder`.

    `streams` are names of what was no file: there a finding's own text stands in for its line.
    """
    by_path: dict[str, list[Diagnostic]] = {}
    excerpts = {}
    for found in findings:
        if found.location.path not in streams:
            by_path.setdefault(found.location.path, []).append(found)
        elif found.subject and "\n" not in found.subject:
            line = " " * (found.location.column - 1) + found.subject
            excerpts[found] = excerpt(line, found)
    for path, group in by_path.items():
        lines = _lines(folder / path, {found.location.line for found in group})
        excerpts.update(
            (found, excerpt(lines[found.location.line], found))
            for found in group
            if lines.get(found.location.line, "").strip()
        )
    return excerpts


def _lines(path: Path, wanted: set[int]) -> dict[int, str]:
    """The wanted lines of a file, as far as it has them and they are UTF-8."""
    from factcheck.statements.lines import read_lines

    found: dict[int, str] = {}
    last = max(wanted)
    try:
        with path.open("rb") as stream:
            for line in read_lines(stream, str(path)):
                if line.number in wanted and line.text is not None:
                    found[line.number] = line.text.rstrip("\r\n")
                if line.number >= last:
                    break
    except (OSError, ValueError, InputError):
        pass  # the finding itself says what is wrong with the file
    return found


def excerpt(line: str, found: Diagnostic) -> Excerpt:
    """The line of a finding and what is meant of it: the focus, the subject, or what stands at the place."""
    return cut(line, next(_places(line, found)))


def cut(line: str, span: Span) -> Excerpt:
    """The line as an excerpt; of a very long one, what stands around `span`."""
    if len(line) <= _LONGEST:
        return Excerpt(line, span)
    skipped = max(0, span.start - _LONGEST // 4)
    kept = line[skipped : skipped + _LONGEST]
    return Excerpt(kept, Span(span.start - skipped, min(span.end - skipped, len(kept))), skipped)


def _places(line: str, found: Diagnostic) -> Iterator[Span]:
    """Where it may stand in the line, the best first; always at least one."""
    start = min(found.location.column - 1, len(line))
    focus = found.focus
    if found.subject:
        at = line.find(found.subject, start)
        if at >= 0:
            part = focus or Span(0, len(found.subject))
            yield Span(at + part.start, at + part.end)
        # In quotation marks of another notation the subject may be escaped, and its words not.
        words = focus.of(found.subject) if focus else ""
        if words and line.count(words, start) == 1:
            at = line.index(words, start)
            yield Span(at, at + len(words))
    if start:
        word = _WORD.match(line, start)
        yield Span(start, word.end() if word else start)
    key = _KEY.match(line)
    text = line.strip()
    begin = key.end() if key else line.find(text)
    yield Span(begin, line.find(text) + len(text))
