"""From where to where: no support from a route the other way round, nor from a country for its capital.

"The ferry runs from Bergen to Oslo" is not borne out by "the ferry service from Oslo to Bergen", nor "from Lima to
Quito" by "from Peru to Ecuador". Left alone is a text that has the route the stated way as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.tags import Tag
from factcheck.model import Conflict

CODE = "role"
_FROM, _TO = "from", frozenset("to into towards toward".split())
_STOPPING = frozenset((Tag.VERB, Tag.AUXILIARY, Tag.PRONOUN, Tag.CONJUNCTION))
_REACH = 6
"""Up to so many words lie between a preposition and the place that it governs."""


def overreach(pair: Pair) -> Iterator[Conflict]:
    """At most one."""
    words = pair.statement.words
    for start, end in _routes(pair.statement):
        ties = pair.ties
        origins, goals = ties.of(start), ties.of(end)
        if not origins or not goals:
            continue
        evidence = pair.evidence
        stated = _any(evidence, origins, {_FROM}) and _any(evidence, goals, _TO)
        turned = _any(evidence, origins, _TO) and _any(evidence, goals, {_FROM})
        capital = any(
            pair.statement.names[words[index].name].kind == "government"
            and words[index].text not in {evidence.words[at].text for at in places}
            for index, places in ((start, origins), (end, goals))
        )
        if capital or (turned and not stated):
            there = min(origins)
            yield pair.conflict(
                CODE, pair.statement_span(start, start + 1), pair.evidence_span(there, there + 1)
            )
            return


@lru_cache(maxsize=READINGS)
def _routes(analysis: Analysis) -> tuple[tuple[int, int], ...]:
    """The first words of the names in "from A to B"."""
    starts = [name.first for name in analysis.names if _governor(analysis, name.first) == _FROM]
    ends = [name.first for name in analysis.names if _governor(analysis, name.first) in _TO]
    return tuple((start, end) for start in starts for end in ends if 0 < end - start <= _REACH)


def _any(analysis: Analysis, places: Iterable[int], prepositions: Iterable[str]) -> bool:
    return any(_governor(analysis, place) in prepositions for place in places)


def _governor(analysis: Analysis, index: int) -> str:
    """The preposition, but for "of", that the noun phrase of a word stands behind; "" where there is none."""
    for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
        word, tag = analysis.words[at], analysis.tags[at]
        if tag in _STOPPING:
            return ""
        if word.text == _FROM or word.text in _TO or (tag is Tag.PREPOSITION and word.text != "of"):
            return word.text
    return ""
