"""What is more than what: no support from a text that compares nothing, or the other way round.

"More men than women came" is not borne out by "men and women came", nor "The sick ate more than the healthy" by "the
healthy ate more than the sick". Left alone are figures ("more than 300").
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.conflicts.matter import Ties, weighs
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import Analysis
from factcheck.language.reach import sentence_of
from factcheck.language.tags import Tag
from factcheck.model import Conflict

CODE = "direction"
_COMPARING = frozenset(
    "than compared versus exceed exceeds exceeded outnumber outnumbered outnumbers double twice times most".split()
)
_REACH = 10
"""So many words behind "than" belong to what is compared with."""


def overreach(pair: Pair) -> Iterator[Conflict]:
    """At most one."""
    for at in _comparisons(pair.statement) if pair.evidence.words else ():
        theirs = _comparisons(pair.evidence)
        if not _compares(pair.evidence):
            yield pair.conflict(CODE, pair.statement_span(at, at + 1), pair.evidence_span(0, 1))
            return
        ties = pair.ties
        turned = [there for there in theirs if _is_turned(pair, ties, at, there)]
        if turned and len(turned) == len(theirs):
            yield pair.conflict(
                CODE, pair.statement_span(at, at + 1), pair.evidence_span(turned[0], turned[0] + 1)
            )
            return


def _comparisons(analysis: Analysis) -> list[int]:
    """Where "than" stands, but before figures."""
    words = analysis.words
    return [
        at
        for at, word in enumerate(words)
        if word.text == "than" and at + 1 < len(words) and words[at + 1].figure < 0 and word.figure < 0
    ]


def _compares(analysis: Analysis) -> bool:
    return any(
        word.text in _COMPARING or (word.text.endswith("er") and tag in (Tag.ADJECTIVE, Tag.ADVERB))
        for word, tag in zip(analysis.words, analysis.tags, strict=True)
    )


def _is_turned(pair: Pair, ties: Ties, mine: int, theirs: int) -> bool:
    """Whether what stands before the one "than" stands behind the other one, and the other way round."""
    first, last = sentence_of(pair.statement, mine)
    begin, end = sentence_of(pair.evidence, theirs)
    crossed = [False, False]
    for at in range(first, min(last, mine + _REACH)):
        places = {place for place in ties.of(at) if begin <= place < end}
        if not weighs(pair.statement, at) or not places:
            continue
        behind = at > mine
        if all((place > theirs) is not behind for place in places):
            crossed[behind] = True
    return all(crossed)
