"""Which people somebody or something is of."""

from __future__ import annotations

from factcheck.conflicts.closed_slots import TAUGHT
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import Analysis
from factcheck.language.frame import Frame, Participant


def people_of(pair: Pair, analysis: Analysis, part: Participant) -> list[int]:
    """The words before a participant's main word that tell a people."""
    indices = range(part.first, part.head)
    return [index for index in indices if pair.lexicon.demonym(analysis.words[index].text) is not None]


def peoples_differ(pair: Pair, one: str, other: str) -> bool:
    """Whether two words tell peoples of different places, neither within the other."""
    left, right = pair.lexicon.demonym(one), pair.lexicon.demonym(other)
    if left is None or right is None or left == right:
        return False
    return not (pair.lexicon.within(left, right) or pair.lexicon.within(right, left))


def said_peoples(pair: Pair, analysis: Analysis, frame: Frame) -> list[int]:
    """Adjectives of peoples in what somebody is said to be; several ("Irish-American") leave it open."""
    if frame.said is None:
        return []
    first, last = frame.said
    return [
        index
        for index in range(first, last)
        if pair.lexicon.demonym(analysis.words[index].text) is not None
        and not (index + 1 < last and analysis.words[index + 1].lemma in TAUGHT)
    ]
