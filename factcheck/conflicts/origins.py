"""Where somebody is from: "a pilot from Odesa" / "a pilot from Kharkiv".

Part of `entity`. Flags another place of origin of the same people, whatever the sentence around it:

- "Ana Ruiz, a nurse from Lima, won." / "Ana Ruiz is a nurse from Quito."
- "The children came from the Faro region." / "a group of children from the Beja region visited".

Leaves alone: places inside one another, several origins, what is denied, and things ("goods from Chile"),
which may come from several places.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.conflicts.exclusion import names_exclude
from factcheck.conflicts.identity import same_occasion
from factcheck.conflicts.matter import clause_of
from factcheck.conflicts.pair import Pair
from factcheck.conflicts.sides import Side
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.frame import Participant
from factcheck.language.frames import read_phrases
from factcheck.language.lexicon import Lexicon, Relation
from factcheck.language.phrases import Phrase
from factcheck.model import Conflict
from factcheck.records import NamedTuple

CODE = "entity"
_COMING = frozenset("come hail be originate travel arrive".split())
_DIVISIONS = frozenset("region oblast province district county governorate state".split())
_GROUPS = frozenset("group groups team delegation".split())


class _Origin(NamedTuple):
    """A place (the index of its name's last word) and those who are from there."""

    place: int
    division: str
    """"region" for "the Faro region", else empty."""
    people: int


def check(pair: Pair) -> Iterator[Conflict]:
    """At most one conflict."""
    stated = _origins(pair.statement, pair.lexicon)
    mine = [origin for origin in stated if not _is_linked(pair, origin.place)]
    theirs = _origins(pair.evidence, pair.lexicon) if mine else ()
    if not theirs or not same_occasion(pair):
        return
    ties, taken = pair.ties, pair.alignment.taken
    sides = Side(pair.statement), Side(pair.evidence)
    for one in mine:
        others = [other for other in theirs if other.people in ties.near(one.people)]
        if len(others) != 1 or others[0].place in taken or not _excludes(pair, one, others[0]):
            continue
        if sides[0].sign(one.people) is True and sides[1].sign(others[0].people) is True:
            yield _conflict(pair, one, others[0])
            return


def _is_linked(pair: Pair, index: int) -> bool:
    return index in pair.alignment.linked()


@lru_cache(maxsize=READINGS)
def _origins(analysis: Analysis, lexicon: Lexicon) -> tuple[_Origin, ...]:
    return tuple(_read(analysis, lexicon))


def _read(analysis: Analysis, lexicon: Lexicon) -> Iterator[_Origin]:
    phrases = read_phrases(analysis)
    for number, phrase in enumerate(phrases):
        if phrase.preposition != "from" or phrase.listed:
            continue
        place = next(
            (at for at in range(phrase.last - 1, phrase.first - 1, -1) if _begins_name(analysis, at)), -1
        )
        people = _people(analysis, lexicon, phrases, number)
        if place >= 0 and people >= 0:
            head = analysis.words[phrase.last - 1].text
            yield _Origin(place, head if head in _DIVISIONS else "", people)


def _begins_name(analysis: Analysis, index: int) -> bool:
    """True for a word of a name that tells a place apart: not the "region" of a region's name."""
    word = analysis.words[index]
    return word.name >= 0 and word.text not in _DIVISIONS


def _people(analysis: Analysis, lexicon: Lexicon, phrases: tuple[Phrase, ...], number: int) -> int:
    """Those who are from somewhere: the noun before "from", or the subject of "came from"; -1 for things."""
    before = phrases[number - 1] if number else None
    start = phrases[number].first - 1
    if before is not None and before.last == start:
        return _persons(analysis, lexicon, before.head)
    clause = clause_of(analysis, start)
    if clause is None or analysis.words[clause.verb].lemma not in _COMING or clause.group[1] != start:
        return -1
    for subject in clause.subjects:
        found = _persons(analysis, lexicon, subject.head)
        if found >= 0:
            return found
    return -1


def _persons(analysis: Analysis, lexicon: Lexicon, head: int) -> int:
    """The noun for people at `head`, or that a group is one of; -1 where there is none."""
    words = analysis.words
    if words[head].text in _GROUPS and head + 2 < len(words) and words[head + 1].text == "of":
        head += 2
    people = words[head].text in ("people", "children", "kids") or (
        words[head].name < 0 and lexicon.relation("person", words[head].text) is Relation.BROADER
    )
    return head if people else -1


def _excludes(pair: Pair, one: _Origin, other: _Origin) -> bool:
    if one.division or other.division:
        return one.division == other.division
    return names_exclude(pair, _part(one), _part(other))


def _part(origin: _Origin) -> Participant:
    return Participant(origin.place, origin.place + 1, origin.place, "from", None, False)


def _conflict(pair: Pair, one: _Origin, other: _Origin) -> Conflict:
    mine, theirs = pair.statement.words[one.place], pair.evidence.words[other.place]
    return pair.conflict(CODE, mine.span, theirs.span, f"{mine.raw} is not {theirs.raw}")
