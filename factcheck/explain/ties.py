"""What ties the words of a statement to those of a text."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.align import Comparison
from factcheck.conflicts.pair import Pair
from factcheck.explain.values import Tie
from factcheck.judge import Judgement
from factcheck.language.analysis import Analysis
from factcheck.language.intervals import Relation as Fit
from factcheck.measure import word_weights
from factcheck.model import Span


def ties(pair: Pair, judgement: Judgement) -> Iterator[Tie]:
    """A tie for each word, figure and date of the statement that has weight, in order."""
    statement, text, alignment = pair.statement, pair.evidence, pair.alignment
    linked = alignment.linked()
    figures = {comparison.statement: comparison for comparison in alignment.figures}
    dates = {comparison.statement: comparison for comparison in alignment.dates}
    for index, (word, weight) in enumerate(zip(statement.words, word_weights(statement), strict=True)):
        if not weight:
            continue
        if word.figure >= 0 and word.figure in figures:
            found = figures[word.figure]
            spans = statement.quantities[word.figure].span, text.quantities[found.evidence].span
            yield Tie(spans[0], weight, _figure_kind("figure", found), spans[1])
        elif word.date >= 0 and word.date in dates:
            found = dates[word.date]
            spans = statement.dates[word.date].span, text.dates[found.evidence].span
            yield Tie(spans[0], weight, _figure_kind("date", found), spans[1])
        elif index in linked:
            link = linked[index]
            yield Tie(word.span, weight, link.kind.value, text.words[link.evidence].span)
        else:
            yield _loose(pair, judgement, index, weight)


def _figure_kind(kind: str, comparison: Comparison) -> str:
    borne_out = comparison.fit is Fit.SUPPORTS and comparison.same_thing
    return kind if borne_out else f"other-{kind}"


def _loose(pair: Pair, judgement: Judgement, index: int, weight: float) -> Tie:
    """The tie of a word that no word of the text accounts for."""
    span = _expression(pair.statement, index)
    clashes = any(found.statement_span.overlaps(span) for found in judgement.conflicts)
    if not clashes and not any(loose.overlaps(span) for loose in judgement.unaccounted):
        return Tie(span, weight, "elsewhere")
    for contrast in pair.alignment.contrasts:
        if contrast.statement == index:
            other = pair.evidence.words[contrast.evidence].span
            return Tie(span, weight, contrast.relation.value, other)
    return Tie(span, weight, "clash" if clashes else "none")


def _expression(statement: Analysis, index: int) -> Span:
    """The word at `index`, or the whole figure or date that it is of."""
    word = statement.words[index]
    if word.figure >= 0:
        return statement.quantities[word.figure].span
    return statement.dates[word.date].span if word.date >= 0 else word.span
