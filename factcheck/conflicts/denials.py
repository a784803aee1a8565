"""A denial on one side that the other does not share, or that says less: no clash, and no support either.

"A girl is not fishing from a dock" neither bears out that she is fishing nor rules it out; nor does it
bear out that she is not fishing, for she may do so elsewhere: under a denial, what says more follows from
what says less (MacCartney and Manning, "Natural logic for textual inference", 2007).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.negation import negations
from factcheck.language.tags import Tag
from factcheck.model import Conflict

CODE = "polarity"


def overreach(pair: Pair) -> Iterator[Conflict]:
    """At most one: the first linked word that only one side denies, or of which the text denies less."""
    mine, theirs = _denied(pair.statement), _denied(pair.evidence)
    if not mine and not theirs:
        return
    for link in pair.alignment.links:
        word = pair.statement.words[link.statement]
        if word.stop or word.date >= 0:
            continue
        if (link.statement in mine) is not (link.evidence in theirs):
            yield Conflict(
                CODE,
                pair.statement_span(link.statement, link.statement + 1),
                pair.evidence_span(link.evidence, link.evidence + 1),
            )
            return
    if mine and theirs:
        yield from _denies_less(pair)


def _denies_less(pair: Pair) -> Iterator[Conflict]:
    ties = pair.ties
    denied = {focus for negation in negations(pair.statement) if negation.holds for focus in negation.focus}
    for negation in negations(pair.evidence):
        but = {*negation.focus, *range(*negation.cue)}
        for focus in negation.focus if negation.holds else ():
            shared = denied.intersection(ties.under(focus))
            if shared and not ties.covers_evidence(*negation.scope, but):
                index = min(shared)
                yield Conflict(
                    CODE, pair.statement_span(index, index + 1), pair.evidence_span(focus, focus + 1)
                )
                return


@lru_cache(maxsize=READINGS)
def _denied(analysis: Analysis) -> frozenset[int]:
    """The words that a denial of the text covers: its focus, and of its scope what is not taken for granted."""
    covered: set[int] = set()
    for negation in negations(analysis):
        if negation.holds:
            covered.update(index for index in range(*negation.scope) if not _granted(analysis, index))
            covered.update(negation.focus)
    return frozenset(covered)


def _granted(analysis: Analysis, index: int) -> bool:
    """True for a name and for what "the" or "its" points at: these are there, whatever is denied of them."""
    word = analysis.words[index]
    if word.name >= 0:
        return True
    if analysis.tags[index] is not Tag.NOUN:
        return False
    first = index
    while first and analysis.tags[first - 1] in (
        Tag.NOUN,
        Tag.ADJECTIVE,
        Tag.FIGURE,
        Tag.ADVERB,
        Tag.PREPOSITION,
    ):
        if (
            analysis.tags[first - 1] is Tag.PREPOSITION
            and analysis.words[first - 1].text not in _BEFORE_FIGURES
        ):
            break
        first -= 1
    return first > 0 and analysis.words[first - 1].text in _DEFINITE


_BEFORE_FIGURES = frozenset(("over", "under", "about", "around"))
_DEFINITE = frozenset("the this these those its his her their our my your".split())
