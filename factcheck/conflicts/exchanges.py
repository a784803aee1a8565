"""Participants that stand in one another's place, whatever the construction: what `roles` builds on.

The bindings of both texts are held against each other. Where the statement binds A to a word, and the text
binds B there instead, A being somewhere else in the text and B somewhere else in the statement, the two may
have been exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.conflicts.identity import is_asserted, keys, same
from factcheck.conflicts.matter import Ties, clause_of
from factcheck.conflicts.mutual import is_mutual_word
from factcheck.conflicts.pair import Pair
from factcheck.language.bindings import ORIGIN, TARGET, WHOLE, Binding, read_bindings
from factcheck.language.frame import PATIENT, Frame, Kind, Participant
from factcheck.language.frames import affairs
from factcheck.language.tags import BE, Tag
from factcheck.records import NamedTuple

_KEPT = 64
"""For so many pairs what was found is kept: several checks ask for it."""


class Exchange(NamedTuple):
    """Where the statement has one participant and the text another one of the statement's."""

    stated: Binding
    other: Participant
    """The statement's participant that the text has there."""
    found: Binding
    named: bool
    """True where both are names, or peoples."""


@lru_cache(maxsize=_KEPT)
def exchanges(pair: Pair) -> tuple[Exchange, ...]:
    """The places of the statement that the text fills with another of its participants.

    For names one such place is enough; other participants count only where each is in the other's place.
    """
    mine = read_bindings(pair.statement, pair.lexicon)
    if len(mine) < 2:
        return ()
    theirs = read_bindings(pair.evidence, pair.lexicon)
    found = tuple(_exchanges(pair, mine, theirs)) if theirs else ()
    return tuple(one for one in found if one.named or any(crossed(pair, one, two) for two in found))


def crossed(pair: Pair, one: Exchange, two: Exchange) -> bool:
    """True where two exchanges put each of the same two in the other's place."""
    return _alike(pair, one.stated.part, two.other) and _alike(pair, two.stated.part, one.other)


def _alike(pair: Pair, one: Participant, other: Participant) -> bool:
    """Whether two participants of the statement are the same."""
    left = keys(pair.statement, pair.lexicon, one.first, one.last)
    right = keys(pair.statement, pair.lexicon, other.first, other.last)
    if left and right:
        return not left.isdisjoint(right)
    return pair.statement.words[one.head].lemma == pair.statement.words[other.head].lemma


def _exchanges(pair: Pair, mine: Sequence[Binding], theirs: Sequence[Binding]) -> Iterator[Exchange]:
    ties = pair.ties
    anchors = {binding.anchor for binding in theirs}
    for stated in mine:
        if not _counts(pair, stated):
            continue
        alike = _same_anchors(pair, ties, stated.anchor, anchors)
        if not alike:
            continue
        there = [other for other in theirs if other.anchor in alike]
        fillers = [other for other in there if other.role == stated.role]
        if not fillers or any(_is_same(pair, ties, stated.part, other.part) for other in fillers):
            continue
        if stated.role == WHOLE and any(
            same(pair, stated.part, other.part) for other in there if other.role == ORIGIN
        ):
            continue
        if not _is_present(pair, ties, stated.part):
            continue
        beside = [
            other.part
            for other in mine
            if other.role == stated.role
            and pair.statement.words[other.anchor].lemma == pair.statement.words[stated.anchor].lemma
        ]
        for found in fillers:
            if _is_pronoun(pair, found) or any(same(pair, part, found.part) for part in beside):
                continue
            other = _counterpart(pair, mine, stated.part, found.part)
            if other is not None:
                named = all(
                    keys(pair.statement, pair.lexicon, part.first, part.last) for part in (stated.part, other)
                )
                yield Exchange(stated, other, found, named)


def _is_same(pair: Pair, ties: Ties, stated: Participant, found: Participant) -> bool:
    """Whether the text has a participant of the statement: another one's dog is told apart at the dog."""
    nouns = pair.statement.words[stated.head].name < 0 and pair.evidence.words[found.head].name < 0
    return (nouns and ties.tied(stated.head, found.head)) or same(pair, stated, found)


def _is_pronoun(pair: Pair, found: Binding) -> bool:
    return pair.evidence.tags[found.part.head] in (Tag.PRONOUN, Tag.DETERMINER)


def _counts(pair: Pair, stated: Binding) -> bool:
    """False for members of lists, pronouns, figures, and where neither side of a word is another's."""
    word = pair.statement.words[stated.part.head]
    if stated.part.listed or word.stop or word.date >= 0 or (word.figure >= 0 and word.name < 0):
        return False
    return pair.statement.words[stated.anchor].text not in BE and not is_mutual_word(pair, stated.anchor)


def _same_anchors(pair: Pair, ties: Ties, mine: int, anchors: set[int]) -> set[int]:
    """Those of the text's anchors that are tied to one of the statement, or belong to the same affair."""
    tied = ties.of(mine) & anchors
    one = affairs(pair.lexicon, pair.statement.words[mine].text)[0]
    if not one or pair.statement.tags[mine] is Tag.NAME:
        return tied
    words, tags = pair.evidence.words, pair.evidence.tags
    return tied | {
        anchor
        for anchor in anchors
        if tags[anchor] is not Tag.NAME and not one.isdisjoint(affairs(pair.lexicon, words[anchor].text)[0])
    }


def _is_present(pair: Pair, ties: Ties, part: Participant) -> bool:
    """True where the text speaks of a participant of the statement."""
    names = keys(pair.statement, pair.lexicon, part.first, part.last)
    if names:
        return not names.isdisjoint(keys(pair.evidence, pair.lexicon, 0, len(pair.evidence.words)))
    return bool(ties.of(part.head))


def _counterpart(
    pair: Pair, mine: Sequence[Binding], stated: Participant, found: Participant
) -> Participant | None:
    """Another participant of the statement that is the one that the text has."""
    own = keys(pair.statement, pair.lexicon, stated.first, stated.last)
    for binding in mine:
        part = binding.part
        if part.first < stated.last and stated.first < part.last:
            continue
        names = keys(pair.statement, pair.lexicon, part.first, part.last)
        if same(pair, part, found) and own.isdisjoint(names):
            lemma = pair.statement.words[stated.head].lemma
            if names or pair.statement.words[part.head].lemma != lemma:
                return part
    return None


def clashing(pair: Pair, found: Sequence[Exchange]) -> Exchange | None:
    """The first exchange that the two texts cannot both be right about.

    That is one with its reverse, a doer in the place of whom it is done to, with the same thing, or another
    people for the same somebody. Every
    name of the statement is in the text, and what is told is told as a fact.
    """
    if not found or not all(_has_name(pair, index) for index in range(len(pair.statement.names))):
        return None
    sure = [one for one in found if _is_asserted(pair, one)]
    for one in sure:
        if (
            _other_people(pair, one)
            or _receiver_gives(pair, one)
            or any(crossed(pair, one, two) for two in sure)
        ):
            return one
    return None


def _has_name(pair: Pair, number: int) -> bool:
    name = pair.statement.names[number]
    names = keys(pair.statement, pair.lexicon, name.first, name.last)
    return not names.isdisjoint(keys(pair.evidence, pair.lexicon, 0, len(pair.evidence.words)))


def _is_asserted(pair: Pair, one: Exchange) -> bool:
    return all(
        is_asserted(text, Frame(anchor, Kind.NOUN, (part,), clause_of(text, anchor)))
        for text, anchor, part in (
            (pair.statement, one.stated.anchor, one.stated.part),
            (pair.evidence, one.found.anchor, one.found.part),
        )
    )


def _other_people(pair: Pair, one: Exchange) -> bool:
    """True where the same somebody is said to be of one people, and of another one."""
    if pair.statement.tags[one.stated.anchor] is not Tag.NAME:
        return False
    mine = pair.lexicon.demonym(pair.statement.words[one.stated.part.head].text)
    theirs = pair.lexicon.demonym(pair.evidence.words[one.found.part.head].text)
    return mine is not None and theirs is not None


def _receiver_gives(pair: Pair, one: Exchange) -> bool:
    """True where the doer of the text is the receiver of the statement, and the same thing is given."""
    mine = read_bindings(pair.statement, pair.lexicon)
    theirs = read_bindings(pair.evidence, pair.lexicon)
    here = [item for item in mine if item.anchor == one.stated.anchor and item.role != one.stated.role]
    there = [item for item in theirs if item.anchor == one.found.anchor and item.role != one.found.role]
    receives = any(_alike(pair, item.part, one.other) for item in here)
    things = [item for item in here if not _alike(pair, item.part, one.other) and item.role == PATIENT]
    given = any(
        same(pair, item.part, other.part) for item in things for other in there if other.role == PATIENT
    )
    passed_on = any(
        item.part.slot in ("to", PATIENT)
        and item.role == TARGET
        and not same(pair, one.stated.part, item.part)
        for item in there
    )
    return one.stated.role == ORIGIN and receives and given and not (passed_on or one.found.part.listed)
