"""Which words of a text the words of a statement are tied to: forms, kin, misspellings."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from factcheck.align.values import LINK_WEIGHTS, Link, LinkKind
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.kin import Key
from factcheck.language.lexicon import Lexicon, Relation

TYPO_LENGTH = 5
"""Shorter words are never taken for misspellings of others: too many lie one letter apart."""
TYPO_DISTANCE = {False: 1, True: 2}
"""How many edits a misspelling may have: below and from 8 letters."""
KIND_OF = {
    Relation.SAME: LinkKind.SAME,
    Relation.DERIVED: LinkKind.DERIVED,
    Relation.SYNONYM: LinkKind.SYNONYM,
    Relation.BROADER: LinkKind.BROADER,
}
_STATEMENTS = 64
"""Of so many statements it is kept which words have to do with theirs."""

Related = tuple[int, int, Relation]
"""A word of the statement, a word of the evidence, and what the one is to the other."""


def lemma_links(
    statement: Analysis, evidence: Analysis, links: Mapping[int, Link], lexicon: Lexicon
) -> dict[int, Link]:
    """Forms of the same word; where there are several, the one nearest to where its neighbour went."""
    places = _places(evidence, lexicon)
    words = statement.words
    made: dict[int, Link] = {}
    used = {link.evidence for link in links.values()}
    expected = 0
    for index, forms in enumerate(_forms(statement, lexicon)):
        if index in links:
            expected = links[index].evidence + 1
            continue
        found = [places[form] for form in forms if form in places]
        if not found:
            continue
        best = found[0][0]
        if len(found) > 1 or len(found[0]) > 1:
            options = {place for group in found for place in group}
            best = min(options, key=lambda place: (place in used, abs(place - expected), place))
        stop = words[index].stop
        if best in used and not stop:
            repeated = next((other for other in made.values() if other.evidence == best), None)
            if repeated is not None and words[repeated.statement].lemma != words[index].lemma:
                continue
        made[index] = Link(index, best, LinkKind.SAME)
        if not stop:
            used.add(best)
            expected = best + 1
    return made


@lru_cache(maxsize=READINGS)
def _forms(analysis: Analysis, lexicon: Lexicon) -> Sequence[Sequence[str]]:
    """By word, the word and what it can be a form of."""
    return [lexicon.forms(word.phrase or word.text) for word in analysis.words]


@lru_cache(maxsize=READINGS)
def _places(analysis: Analysis, lexicon: Lexicon) -> Mapping[str, Sequence[int]]:
    """Where the words stand that are forms of a word."""
    places: dict[str, list[int]] = {}
    for index, forms in enumerate(_forms(analysis, lexicon)):
        for form in forms:
            if form in places:
                places[form].append(index)
            else:
                places[form] = [index]
    return places


class _Kindred:
    """Which words of a statement other words can have to do with."""

    def __init__(self, statement: Analysis, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._places: dict[Key, list[int]] = {}
        for index in statement.content:
            for key in lexicon.told(statement.words[index].sense):
                self._places.setdefault(key, []).append(index)
        self._keys = frozenset(self._places)
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """The words of the statement that a word of a text can have to do with, in order."""
        known = self._known.get(word)
        if known is None:
            shared = self._keys & self._lexicon.found(word)
            found = {index for key in shared for index in self._places[key]} if shared else ()
            known = self._known[word] = tuple(sorted(found))
        return known


@lru_cache(maxsize=_STATEMENTS)
def _kindred(statement: Analysis, lexicon: Lexicon) -> _Kindred:
    return _Kindred(statement, lexicon)


def related(
    statement: Analysis, evidence: Analysis, taken: Collection[int], lexicon: Lexicon
) -> list[Related]:
    """Which words of the evidence the words of content that are not taken have to do with, in order."""
    kindred = _kindred(statement, lexicon)
    found: list[Related] = []
    for place, sense in _senses(evidence):
        for index in kindred.of(sense):
            if index not in taken:
                relation = lexicon.relation(statement.words[index].sense, sense)
                if relation is not None:
                    found.append((index, place, relation))
    found.sort(key=_place)
    return found


@lru_cache(maxsize=READINGS)
def _senses(analysis: Analysis) -> Sequence[tuple[int, str]]:
    """The words of content, and what the lexicon is asked of them for."""
    return [(index, analysis.words[index].sense) for index in analysis.content]


def _place(tie: Related) -> tuple[int, int]:
    return tie[0], tie[1]


def related_links(ties: Sequence[Related], links: Mapping[int, Link]) -> dict[int, Link]:
    """Derived words, synonyms, broader words: the strongest tie first."""
    used = {link.evidence for link in links.values()}
    found: list[tuple[float, int, int, LinkKind]] = []
    for index, place, relation in ties:
        kind = KIND_OF.get(relation)
        if kind:
            found.append((-LINK_WEIGHTS[kind] + 0.5 * (place in used), index, place, kind))
    found.sort()
    made: dict[int, Link] = {}
    for _, index, place, kind in found:
        if index not in made and place not in used:
            made[index] = Link(index, place, kind)
            used.add(place)
    for _, index, place, kind in found:
        made.setdefault(index, Link(index, place, kind))
    return made


def typo_links(
    statement: Analysis, evidence: Analysis, links: Mapping[int, Link], lexicon: Lexicon
) -> dict[int, Link]:
    """Words that no dictionary holds and that are a slip away from a word of the evidence."""
    made: dict[int, Link] = {}
    odd = [index for index in _unknown(statement, lexicon) if index not in links]
    if not odd:
        return made
    from rapidfuzz.distance import OSA  # few statements have a word that no dictionary holds

    used = {link.evidence for link in links.values()}
    for index in odd:
        word = statement.words[index].text
        limit = TYPO_DISTANCE[len(word) >= 8]
        for place in evidence.content:
            other = evidence.words[place].text
            if place in used or word[0] != other[0]:
                continue
            if OSA.distance(word, other, score_cutoff=limit) <= limit:
                made[index] = Link(index, place, LinkKind.TYPO)
                break
    return made


@lru_cache(maxsize=READINGS)
def _unknown(analysis: Analysis, lexicon: Lexicon) -> Sequence[int]:
    """The words of content that no dictionary holds, the short ones left out."""
    texts = [(index, analysis.words[index].text) for index in analysis.content]
    return [
        index
        for index, text in texts
        if len(text) >= TYPO_LENGTH
        and not (lexicon.pos(text) or lexicon.is_place(text) or lexicon.is_person(text))
    ]
