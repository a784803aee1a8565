"""What a check sees: a statement and a text held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.align import Alignment
from factcheck.language.analysis import Analysis
from factcheck.language.lexicon import Lexicon
from factcheck.model import Conflict, Span

if TYPE_CHECKING:
    from factcheck.conflicts.matter import Ties


class Pair:
    """A statement, a text that may be evidence for it, and how they align; never changed.

    Indices are of `statement.words` and `evidence.words`; spans are of `statement.text` and
    `evidence.text`. Pairs are equal only to themselves: what is found of one can be kept by it.
    """

    __slots__ = ("_ties", "alignment", "evidence", "lexicon", "statement")

    def __init__(
        self, statement: Analysis, evidence: Analysis, alignment: Alignment, lexicon: Lexicon
    ) -> None:
        self.statement = statement
        self.evidence = evidence
        self.alignment = alignment
        self.lexicon = lexicon
        self._ties: Ties | None = None

    @property
    def ties(self) -> Ties:
        """The links with all that repeats what is linked."""
        if self._ties is None:
            from factcheck.conflicts.matter import Ties  # which reads pairs

            self._ties = Ties(self)
        return self._ties

    def conflict(self, code: str, statement: Span, evidence: Span, detail: str = "") -> Conflict:
        """A conflict between a stretch of the statement and one of the evidence."""
        return Conflict(code, statement, evidence, detail)

    def statement_span(self, first: int, last: int) -> Span:
        """The span of the statement's words `first` to `last` (half-open)."""
        return _span(self.statement, first, last)

    def evidence_span(self, first: int, last: int) -> Span:
        """The span of the evidence's words `first` to `last` (half-open)."""
        return _span(self.evidence, first, last)


def _span(analysis: Analysis, first: int, last: int) -> Span:
    return Span(analysis.words[first].span.start, analysis.words[last - 1].span.end)
