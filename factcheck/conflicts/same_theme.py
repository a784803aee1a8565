"""Whether two words of direction are said of the same thing."""

from __future__ import annotations

from factcheck.conflicts.matter import Ties, clause_of, is_subject
from factcheck.conflicts.opposites import sides_of
from factcheck.conflicts.pair import Pair
from factcheck.conflicts.themes import described_noun, themes_of
from factcheck.language.reach import clause_end, clause_start, word_set
from factcheck.language.tags import Tag

_BONDS = word_set(
    "relation relations relationship tie ties bond link contact friendship partnership cooperation"
)
"""Words for what is between two; dictionaries keep them apart."""


def same_subject(pair: Pair, ties: Ties, mine: int, theirs: int) -> bool:
    """True where what each is said of is tied, and nothing speaks against it."""
    if _other_names(pair, mine, theirs):
        return False
    one, other = described_noun(pair.statement, mine), described_noun(pair.evidence, theirs)
    if one is None and other is None:
        if not (ties.same_parts(mine, theirs) or _same_bond(pair, mine, theirs)):
            return False
        if not _same_object(pair, ties, mine, theirs):
            return False
        if Tag.ADVERB in (pair.statement.tags[mine], pair.evidence.tags[theirs]) and not _same_verb(
            pair, ties, mine, theirs
        ):
            return False
    if one is not None and other is not None and not _same_predication(pair, ties, mine, theirs):
        return False
    left = themes_of(pair.statement, mine) if one is None else {one}
    right = themes_of(pair.evidence, theirs) if other is None else {other}
    return any(
        target in right
        for index in left
        for target in ties.near(index)
        if not pair.statement.words[index].stop
    )


def _same_bond(pair: Pair, mine: int, theirs: int) -> bool:
    """True for relations and ties of the same two, by whatever word."""
    one, other = clause_of(pair.statement, mine), clause_of(pair.evidence, theirs)
    if one is None or other is None or one.subject is None or other.subject is None:
        return False
    heads = pair.statement.words[one.subject.head].lemma, pair.evidence.words[other.subject.head].lemma
    mine_parties = {
        pair.alignment.partner(at)
        for at in range(one.subject.first, one.group[0])
        if pair.statement.words[at].name >= 0
    }
    their_parties = {
        at for at in range(other.subject.first, other.group[0]) if pair.evidence.words[at].name >= 0
    }
    return all(head in _BONDS for head in heads) and len(mine_parties) > 1 and mine_parties == their_parties


def _other_names(pair: Pair, mine: int, theirs: int) -> bool:
    """True where each clause has a name that the other text lacks: prices in Peru, prices in Chile."""
    linked = (
        pair.alignment.partners.keys(),
        pair.alignment.taken,
    )
    return all(
        any(
            name.first >= clause_start(text, index)
            and name.last <= clause_end(text, index)
            and known.isdisjoint(range(name.first, name.last))
            for name in text.names
        )
        for text, index, known in zip((pair.statement, pair.evidence), (mine, theirs), linked, strict=True)
    )


def _same_object(pair: Pair, ties: Ties, mine: int, theirs: int) -> bool:
    """True unless only one of two verbs has an object, and nothing but the subject is common to both.

    The army retreated / the country expanded its fleet.
    """
    one, other = clause_of(pair.statement, mine), clause_of(pair.evidence, theirs)
    if one is None or other is None or one.verb != mine or other.verb != theirs:
        return True
    if bool(one.patients) == bool(other.patients):
        return True
    for left, right in ((one, other), (other, one)):
        heads = [phrase.head for phrase in right.patients]
        if left.subject is not None and any(_tied(ties, left is one, left.subject.head, at) for at in heads):
            return True
    beside = [
        at
        for phrase in (*one.objects, *one.adjuncts)
        for at in range(phrase.first, phrase.last)
        if not pair.statement.words[at].stop
    ]
    there = range(other.group[1], other.last)
    return any(target in there for at in beside for target in ties.of(at))


def _tied(ties: Ties, stated: bool, one: int, other: int) -> bool:
    return ties.tied(one, other) if stated else ties.tied(other, one)


def _same_predication(pair: Pair, ties: Ties, mine: int, theirs: int) -> bool:
    """True unless two things that adjectives tell apart do different things: the new cranes came from
    Finland, the old cranes were sold."""
    one, other = clause_of(pair.statement, mine), clause_of(pair.evidence, theirs)
    if (
        one is None
        or other is None
        or not (is_subject(pair.statement, mine) and is_subject(pair.evidence, theirs))
    ):
        return True
    return ties.tied(one.verb, other.verb)


def _same_verb(pair: Pair, ties: Ties, mine: int, theirs: int) -> bool:
    """True where adverbs qualify the same verb, or belong to a class of their own (went up / fell)."""
    if sides_of(pair, pair.statement, mine) and sides_of(pair, pair.evidence, theirs):
        return True
    one, other = clause_of(pair.statement, mine), clause_of(pair.evidence, theirs)
    return one is not None and other is not None and ties.tied(one.verb, other.verb)
