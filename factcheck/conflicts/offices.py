"""Two holders of different offices: the prime minister is not the minister of fisheries.

Part of `entity`. Leaves alone what only adds to an office: "the minister", "the Danish minister", "the former
minister".
"""

from __future__ import annotations

from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import Analysis
from factcheck.language.frame import Participant
from factcheck.language.phrases import NOMINAL
from factcheck.language.reach import phrase_end
from factcheck.language.tags import Tag

_OFFICES = frozenset(
    "minister secretary president director commissioner chancellor editor officer judge".split()
)
_RANKS = frozenset("prime foreign vice deputy chief general executive".split())
"""Adjectives that make an office another one; others (former, Danish, new) do not."""


def offices_exclude(pair: Pair, one: Participant, other: Participant) -> bool:
    """Whether two participants hold offices of one kind that are told apart."""
    head = pair.statement.words[one.head].lemma
    if head not in _OFFICES or pair.evidence.words[other.head].lemma != head:
        return False
    mine, theirs = _fields(pair, pair.statement, one), _fields(pair, pair.evidence, other)
    linked = {(link.statement, link.evidence) for link in pair.alignment.links}
    tied = any((index, at) in linked for index in mine for at in theirs)
    return bool(mine) and bool(theirs) and not tied


def with_of(analysis: Analysis, last: int) -> int:
    """The end of a phrase that ends at `last`, together with what "of" or "for" adds to it."""
    if last < len(analysis.words) and analysis.words[last].text in ("of", "for"):
        return phrase_end(analysis, last + 1, len(analysis.words))
    return last


def _fields(pair: Pair, analysis: Analysis, part: Participant) -> list[int]:
    """The words that say which office it is."""
    found = [
        index
        for index in range(part.first, part.head)
        if analysis.words[index].text in _RANKS
        or (analysis.tags[index] is Tag.NOUN and pair.lexicon.demonym(analysis.words[index].text) is None)
    ]
    inside = range(part.last, with_of(analysis, part.last))
    found += [
        index for index in inside if analysis.tags[index] in NOMINAL and not _is_place(pair, analysis, index)
    ]
    return found


def _is_place(pair: Pair, analysis: Analysis, index: int) -> bool:
    word = analysis.words[index]
    place = word.name >= 0 and analysis.names[word.name].kind in ("place", "government")
    return place or pair.lexicon.is_place(word.text)
