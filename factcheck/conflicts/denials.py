"""A denial on one side that the other does not share: no clash for that, and no support either.

"A girl is not fishing from a dock" neither bears out that she is fishing nor rules it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.negation import negations
from factcheck.model import Conflict

CODE = "polarity"


def overreach(pair: Pair) -> Iterator[Conflict]:
    """At most one: the first linked word that only one side denies."""
    mine, theirs = _denied(pair.statement), _denied(pair.evidence)
    if not mine and not theirs:
        return
    for link in pair.alignment.links:
        if pair.statement.words[link.statement].stop:
            continue
        if (link.statement in mine) is not (link.evidence in theirs):
            yield Conflict(
                CODE,
                pair.statement_span(link.statement, link.statement + 1),
                pair.evidence_span(link.evidence, link.evidence + 1),
            )
            return


@lru_cache(maxsize=READINGS)
def _denied(analysis: Analysis) -> frozenset[int]:
    """The words that a denial of the text covers."""
    covered: set[int] = set()
    for negation in negations(analysis):
        if negation.holds:
            covered.update(range(*negation.scope))
            covered.update(negation.focus)
    return frozenset(covered)
