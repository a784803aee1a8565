"""Whether what fills a slot in the statement and what fills it in the text cannot be the same."""

from __future__ import annotations

from factcheck.conflicts.closed_slots import GOALS, PLACED
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import Analysis
from factcheck.language.frame import AGENT, Participant
from factcheck.language.lexicon import Relation
from factcheck.language.tags import Tag


def is_name(analysis: Analysis, part: Participant) -> bool:
    """Whether a participant is a name, and not something of somebody's."""
    return analysis.words[part.head].name >= 0


def names_exclude(pair: Pair, one: Participant, other: Participant) -> bool:
    """Whether two names cannot stand for the same: two places apart, two people or bodies of other names."""
    mine, theirs = _text(pair.statement, one), _text(pair.evidence, other)
    places = _is_place(pair, pair.statement, one), _is_place(pair, pair.evidence, other)
    if all(places):
        return not (pair.lexicon.within(mine, theirs) or pair.lexicon.within(theirs, mine))
    if one.slot in PLACED or one.slot in GOALS:
        return _is_town(pair, pair.statement, one) and _is_town(pair, pair.evidence, other)
    return not (any(places) or _initials_of(mine, theirs) or _initials_of(theirs, mine))


def _is_town(pair: Pair, analysis: Analysis, part: Participant) -> bool:
    """Whether a name in a place's slot may be a town: a city, or one word that no dictionary has.

    A country or a region may hold the other place; what is known as something else is none.
    """
    name = analysis.names[analysis.words[part.head].name]
    text = _text(analysis, part)
    if pair.lexicon.is_place(text):
        return pair.lexicon.relation("city", text) is Relation.BROADER
    single = part.last - part.first == 1 and name.last - name.first == 1
    return single and name.kind in ("name", "place") and not pair.lexicon.is_known(text)


def _text(analysis: Analysis, part: Participant) -> str:
    name = analysis.names[analysis.words[part.head].name]
    return " ".join(word.text for word in analysis.words[name.first : name.last])


def _is_place(pair: Pair, analysis: Analysis, part: Participant) -> bool:
    name = analysis.names[analysis.words[part.head].name]
    return name.kind == "place" or pair.lexicon.is_place(_text(analysis, part))


def _initials_of(short: str, long: str) -> bool:
    letters = "".join(word[0] for word in long.split() if word not in ("of", "the", "and", "for"))
    return len(letters) > 1 and short.replace(" ", "") in (letters, letters[:-1])


def things_exclude(pair: Pair, one: Participant, other: Participant) -> bool:
    """Whether two things are of kinds that exclude each other: dog/cat, piano/guitar; doers: man/woman."""
    left, right = pair.statement.words[one.head], pair.evidence.words[other.head]
    if Tag.NOUN not in (pair.statement.tags[one.head], pair.evidence.tags[other.head]):
        return False
    relation = pair.lexicon.relation(left.text, right.text)
    return relation is Relation.SIBLING or (relation is Relation.ANTONYM and one.slot == AGENT)


def is_person(pair: Pair, analysis: Analysis, part: Participant) -> bool:
    """True for kinds of people: one may be an actor and a singer, but no film is a book."""
    return pair.lexicon.relation("person", analysis.words[part.head].text) is Relation.BROADER
