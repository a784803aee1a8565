"""Texts of strangers as HTML: nothing in them acts, and what is marked in them is cut out for the template."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from factcheck.model import Span
from factcheck.reporting.values import AnswerEvidence, AnswerReview
from factcheck.text import SPACES, visible

_KEPT = SPACES + "\n\t\r"


class Piece(NamedTuple):
    """A stretch of a text, and what it is: `clash`, `unaccounted` or nothing."""

    text: str
    kind: str
    number: int
    """Which clash it belongs to, from 1; 0 for none."""


def shown(text: str) -> Markup:
    """`text` escaped, its control and formatting characters written out, each in an element of its own."""
    if all(char.isprintable() or char in _KEPT for char in text):
        return escape(text)
    return Markup("").join(
        char if char.isprintable() or char in _KEPT else _written_out(char) for char in text
    )


def _written_out(char: str) -> Markup:
    code = char.encode("unicode_escape").decode("ascii")
    name = unicodedata.name(char, "control character").lower()
    return Markup('<span class="control" title="{}">{}</span>').format(name, code)


def one_line(text: str) -> str:
    """For attributes and for data: in one line, everything in it visible."""
    return visible(" ".join(text.split()))


def statement_pieces(statement: str, evidence: AnswerEvidence | AnswerReview) -> list[Piece]:
    """A statement cut where words clash with the quote, or find no counterpart in it."""
    clashes = [(clash.statement, number) for number, clash in enumerate(evidence.clashes, 1)]
    return _cut(statement, clashes, evidence.unaccounted)


def evidence_pieces(evidence: AnswerEvidence) -> list[Piece]:
    """A quote cut where its words clash with the statement."""
    clashes = [(clash.evidence, number) for number, clash in enumerate(evidence.clashes, 1)]
    return _cut(evidence.quote, clashes, ())


def _cut(text: str, clashes: Iterable[tuple[Span, int]], unaccounted: Iterable[Span]) -> list[Piece]:
    """A clash goes before what is unaccounted for, and the first clash before the others."""
    spans = [(span, "clash", number) for span, number in clashes if len(span)]
    spans += [(span, "unaccounted", 0) for span in unaccounted if len(span)]
    edges = sorted({0, len(text), *(edge for span, _, _ in spans for edge in (span.start, span.end))})
    pieces: list[Piece] = []
    for start, end in pairwise(edges):
        here = Span(start, end)
        kind, number = next(((kind, n) for span, kind, n in spans if span.contains(here)), ("", 0))
        if pieces and pieces[-1][1:] == (kind, number):
            pieces[-1] = Piece(pieces[-1].text + here.of(text), kind, number)
        else:
            pieces.append(Piece(here.of(text), kind, number))
    return pieces
