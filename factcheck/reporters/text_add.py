"""What `add` has to say of a claim: how it sits with its quote, and where it went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.edit.adding import Held
from factcheck.edit.quoting import Quoted
from factcheck.model import Label, Location
from factcheck.reporters.layout import BOLD, GREEN, PLAIN, RED, YELLOW, Piece, Style, percent, printable, wrap
from factcheck.reporters.text_fix import word_diff_pieces
from factcheck.reporters.text_verdict import clash, joined
from factcheck.text import visible


def render_added(location: Location, identifier: str, quoted: Quoted, where: Location, style: Style) -> str:
    """Where the claim went, and its quote in the source's letters."""
    lines = [f"{visible(str(location))}: {style.paint('added', BOLD, GREEN)} {visible(identifier)}"]
    if style.verbosity >= 0:
        lines.append(wrap([(f"“{printable(quoted.text)}”", PLAIN)], style, "  "))
        lines.append(wrap([(visible(passage_line(quoted, where)), PLAIN)], style, "  "))
    return "".join(f"{line}\n" for line in lines)


def passage_line(quoted: Quoted, where: Location) -> str:
    """Who speaks in a passage, and where it stands."""
    return ", ".join(filter(None, (quoted.speaker, str(where))))


def render_differences(quoted: Quoted, style: Style) -> str:
    """In what a pasted quote differs from the passage that it is taken for; empty if in nothing."""
    if quoted.changes:
        told = "the quote is not verbatim; the source has other words:"
        pieces = word_diff_pieces(quoted.given, quoted.changes)
        return f"{_headed(told, YELLOW, style)}\n{wrap(pieces, style, '  ')}\n"
    if quoted.folds:
        return f"note: the quote was pasted with other {', '.join(quoted.folds)}: the source's are written\n"
    return ""


def render_held(held: Sequence[Held], quoted: Quoted, style: Style) -> str:
    """What the quote does to each wording: what clashes, and what it does not account for."""
    return "".join(f"{line}\n" for item in held for line in _held(item, quoted, style))


def _held(held: Held, quoted: Quoted, style: Style) -> Iterator[str]:
    judgement = held.judgement
    if held.contrary:
        told = "the quote bears the statement out, but its stance is “refutes”:"
        told = "the statement clashes with its quote:" if judgement.conflicts else told
        yield _headed(told, RED, style)
        yield wrap([(printable(held.wording), PLAIN)], style, "  ")
        for conflict in judgement.conflicts:
            yield wrap([(clash(conflict, held.wording, quoted.text), PLAIN)], style, "  ", "    ")
    elif judgement.unaccounted and judgement.label is not Label.REFUTED:
        words = ", ".join(
            f"“{span.of(held.wording)}”" for span in joined(judgement.unaccounted, held.wording)
        )
        pieces: list[Piece] = [(printable(f"note: not in the quote: {words}"), PLAIN)]
        yield wrap(pieces, style, "", "  ")
    elif style.verbosity > 0:
        yield f"note: {judgement.label} by its quote, {percent(judgement.confidence)} confidence"


def _headed(told: str, color: str, style: Style) -> str:
    return style.paint(told, BOLD, color)
