"""The line that a finding is about, with a caret under the place."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Diagnostic
from factcheck.reporters.layout import BOLD, DIM, SEVERITY_COLORS, Style, cells
from factcheck.reporters.report import Excerpt
from factcheck.text import visible

_CUT = "…"
_LEAST = 12
"""The columns that a line keeps, however narrow the terminal."""


def excerpt_lines(found: Diagnostic, excerpt: Excerpt, style: Style) -> Iterator[str]:
    """`12 | the line`, cut to the style's width around what is meant, and the carets below it."""
    number = str(found.location.line)
    room = max(_LEAST, style.width - len(number) - 5)
    before, meant, after = _parts(excerpt)
    behind = min(cells(after), _LEAST)
    before = _end_of(before, max(room - cells(meant) - behind, room // 3))
    meant = _beginning_of(meant, room - cells(before))
    after = _beginning_of(after, room - cells(before) - cells(meant))
    carets = "^" * max(1, cells(meant))
    yield f"  {style.paint(f'{number} |', DIM)} {before}{meant}{after}".rstrip(" ")
    margin = " " * (len(number) + 1)
    marks = style.paint(carets, BOLD, SEVERITY_COLORS[found.severity])
    yield f"  {style.paint(f'{margin}|', DIM)} {' ' * cells(before)}{marks}"


def _parts(excerpt: Excerpt) -> tuple[str, str, str]:
    """The line before, at and after the place, fit to print, without its indentation."""
    line, span = excerpt.line, excerpt.span
    indent = len(line) - len(line.lstrip()) if not excerpt.skipped else 0
    before = visible(line[min(indent, span.start) : span.start])
    if excerpt.skipped:
        before = _CUT + before
    return before, visible(span.of(line)), visible(line[span.end :].rstrip())


def _beginning_of(text: str, width: int) -> str:
    """`text` of at most `width` columns, its end cut with "…" where it is longer; empty for no width."""
    if cells(text) <= width:
        return text
    kept = text[: max(0, width)]
    while kept and cells(kept) > width - 1:
        kept = kept[:-1]
    return kept + _CUT if width > 0 else ""


def _end_of(text: str, width: int) -> str:
    """`text` of at most `width` columns, its beginning cut with "…" where it is longer."""
    if cells(text) <= width:
        return text
    kept = text[-width:]
    while kept and cells(kept) > width - 1:
        kept = kept[1:]
    return _CUT + kept
