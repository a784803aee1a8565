"""Comments in TOML files of the workspace that say what to leave alone there, each with its reason.

    # factcheck: ignore[FC303] the name is in the sentence before

At the end of a line a comment bears on that line, on a line of its own on the next line; where that is the
head of a table (`[[claim]]`, `[[source]]`), on the whole table. Several codes have commas between them;
`FC3` stands for all codes that begin so. Findings have the line of what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.model import Location
from factcheck.tomlfile import BASIC, HEADER, LITERAL, MULTILINE

_DIRECTIVE = re.compile(
    r"#\s*factcheck\s*:\s*ignore\b\s*(?:\[(?P<inner>[^\]\n]*)\]|(?P<plain>FC\d{1,3}(?:\s*,\s*FC\d{1,3})*))?"
    r"[ \t:—–-]*(?P<reason>[^\n]*)",
    re.IGNORECASE,
)
_TOKEN = re.compile(rf"{MULTILINE}|{BASIC}|{LITERAL}|(#[^\n]*+)|[^\"'#]++|[\"']")


class Ignore(NamedTuple):
    """A comment that tells `validate` to leave something alone."""

    codes: tuple[str, ...]
    """Codes, or what codes begin with; none for all."""
    reason: str
    location: Location
    last: int
    first: int
    """The lines that it bears on, both included."""
    text: str

    def covers(self, code: str, line: int) -> bool:
        """Whether a finding at a line of this file is one that is meant."""
        return self.first <= line <= self.last and (not self.codes or code.startswith(self.codes))


def find_ignores(text: str, path: str) -> list[Ignore]:
    """The comments of a TOML file that are meant for the checker, in order; `path` is for their places."""
    if "factcheck" not in text:
        return []
    lines = text.split("\n")
    heads = [number for number, line in enumerate(lines, 1) if line.startswith("[[")]
    return [_ignore(match, line, column, lines, heads, path) for match, line, column in _directives(text)]


def _directives(text: str) -> Iterator[tuple[re.Match[str], int, int]]:
    """Each directive with its line and column; what stands in a string is none."""
    line, position = 1, 0
    for token in _TOKEN.finditer(text):
        line += text.count("\n", position, token.start())
        position = token.start()
        if token[1] and (match := _DIRECTIVE.match(token[1])):
            yield match, line, token.start() - text.rfind("\n", 0, token.start())


def _ignore(
    match: re.Match[str], line: int, column: int, lines: Sequence[str], heads: Sequence[int], path: str
) -> Ignore:
    named = match["inner"] or match["plain"] or ""
    codes = tuple(code.strip().upper() for code in named.split(",") if code.strip())
    first = line
    if not lines[line - 1][: column - 1].strip():
        first = next((at for at in range(line + 1, len(lines) + 1) if _says_something(lines[at - 1])), line)
    last = first
    if HEADER.match(lines[first - 1]) and first in heads:
        last = (
            next((head for head in heads if head > first and _same_head(lines, head, first)), len(lines) + 1)
            - 1
        )
    return Ignore(codes, match["reason"].strip(), Location(path, line, column), last, first, match[0])


def _same_head(lines: Sequence[str], one: int, other: int) -> bool:
    """Whether the next table of the same kind begins: `[[claim.evidence]]` is a part of its claim."""
    return lines[one - 1].split("#")[0].strip() == lines[other - 1].split("#")[0].strip()


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
