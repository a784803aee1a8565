"""Claims for people: as a table, and one of them whole with its quotes in their context."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Stance
from factcheck.reporters.layout import (
    BOLD,
    DIM,
    PLAIN,
    RED,
    Piece,
    Style,
    marked,
    plural,
    printable,
    shorten,
    wrap,
)
from factcheck.reporters.report import ListedClaim, ListReport, QuoteInContext, ShowReport
from factcheck.text import visible

_ROOMY = 100
"""From so many columns on, the table shows speakers and tags too."""


def render_list(report: ListReport, style: Style) -> str:
    """The claims as a table, and how many of how many they are (unless quiet)."""
    lines = [_table(report, style)] if report.claims else []
    if style.verbosity >= 0:
        shown = len(report.claims)
        total = plural(report.total, "claim")
        lines.append(total if shown == report.total else f"{shown} of {total}")
    return "\n\n".join(lines) + "\n" if lines else ""


def _table(report: ListReport, style: Style) -> str:
    from factcheck.reporters.table import table

    roomy = style.width >= _ROOMY
    headers = ["id", *(["speaker", "tags"] if roomy else []), "statement"]
    return table(headers, [_row(listed, roomy, style) for listed in report.claims], style)


def _row(listed: ListedClaim, roomy: bool, style: Style) -> list[Piece]:
    claim = listed.claim
    speakers = shorten(", ".join(listed.speakers), style.width // 6)
    tags = shorten(", ".join(claim.tags), style.width // 6)
    return [
        (visible(claim.id), PLAIN),
        *([(speakers, PLAIN), (tags, PLAIN)] if roomy else []),
        (visible(" ".join(claim.statement.split())), PLAIN),
    ]


def render_show(report: ShowReport, style: Style) -> str:
    """The claim, then each quote between what stands around it in the source."""
    claim = report.claim
    head = [
        wrap([(printable(claim.id), BOLD)], style),
        wrap([(printable(claim.statement), PLAIN)], style),
        *(_field("also", wording, style) for wording in claim.also),
    ]
    fields = {
        "tags": ", ".join(claim.tags),
        "note": claim.note,
        "checked": " ".join(
            (f"by {claim.checked_by}" if claim.checked_by else "", claim.checked_on or "")
        ).strip(),
        "file": str(claim.location),
    }
    head += [_field(name, value, style) for name, value in fields.items() if value]
    if claim.review:
        from factcheck.reporters.text_review import review_lines

        head += review_lines(claim.review, style, "  ", checked=bool(report.quotes))
    blocks = ["\n".join(head), *("\n".join(_quote(quote, style)) for quote in report.quotes)]
    for source, stored, location in report.unusable:
        told = f"not used, since it does not stand once and to the letter in {source}:"
        lines = [
            wrap([(visible(str(location)), PLAIN)], style),
            wrap([(visible(told), RED)], style, "  "),
            wrap([(f"“{printable(stored)}”", DIM)], style, "  "),
        ]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _quote(quote: QuoteInContext, style: Style) -> Iterator[str]:
    passage = quote.passage
    side = "supports" if passage.stance is Stance.SUPPORTS else "refutes"
    told = ", ".join(filter(None, (side, passage.speaker, f"{passage.path}:{passage.line}:{passage.column}")))
    yield wrap([(visible(told), PLAIN)], style)
    pieces = [
        (printable(quote.before), DIM),
        ("“", PLAIN),
        *((text, BOLD) for text, _ in marked(passage.quote, ())),
        ("”", PLAIN),
        (printable(quote.after), DIM),
    ]
    yield wrap(pieces, style, "  ")
    if passage.citation:
        yield wrap([("cite: ", DIM), (printable(passage.citation), PLAIN)], style, "  ", "    ")


def _field(name: str, value: str, style: Style) -> str:
    return wrap([(f"{name}: ", DIM), (printable(value), PLAIN)], style, "  ", "    ")
