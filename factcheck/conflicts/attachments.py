"""Who a long text says something of: no clash, but no support either, where it is of somebody else.

"Ruiz played the lead" is not borne out by "With the union and its head Ruiz, we showed the film, with Ortega in
the lead": all the words are there, and another name stands by them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.conflicts.matter import clause_of
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.clauses import Clause
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Name
from factcheck.language.phrases import Phrase
from factcheck.language.tags import BE, HAVE, Tag
from factcheck.model import Conflict

CODE = "role"
FAR = 8
"""From so many words on, a name stands apart from what is said."""
NEAR = 4
"""Up to so many words before or after it, a name stands by what is said."""


def overreach(pair: Pair) -> Iterator[Conflict]:
    """At most one conflict."""
    for found in (*_of_others(pair), *_turned_round(pair)):
        yield found
        return


def _turned_round(pair: Pair) -> Iterator[Conflict]:
    """A phrase that speaks as a verb ("takes the place of") whose two sides stand the other way round."""
    words, linked = pair.statement.words, pair.alignment.partners
    for clause in pair.statement.clauses:
        if not words[clause.verb].phrase:
            continue
        verb, subject = linked.get(clause.verb), clause.subject
        if verb is None or subject is None or clause.passive:
            continue
        after = [
            linked[at] for at in range(clause.group[1], clause.last) if at in linked and not words[at].stop
        ]
        before = linked.get(subject.head)
        if before is not None and after and after[0] < verb < before:
            found = clause_of(pair.evidence, verb)
            if found is not None and not found.passive:
                yield pair.conflict(
                    CODE,
                    pair.statement_span(subject.first, subject.last),
                    pair.evidence_span(before, before + 1),
                )
                return


def _of_others(pair: Pair) -> Iterator[Conflict]:
    """The subject of a clause whose predicate stands by another name in the text, far from it."""
    doings = _doings(pair.statement)
    if not doings:
        return
    linked, taken = pair.alignment.partners, pair.alignment.taken
    actors = _actors(pair.evidence, pair.lexicon)
    known = {pair.evidence.words[at].text for at in taken if pair.evidence.words[at].name >= 0}
    strangers = [
        name
        for name in actors
        if known.isdisjoint(word.text for word in pair.evidence.words[name.first : name.last])
    ]
    for subject, doing in doings if strangers else ():
        owner = linked.get(subject.head)
        said = [linked[index] for index in doing if index in linked]
        if owner is None or not said or min(abs(at - owner) for at in said) < FAR:
            continue
        for name in strangers:
            if all(_distance(name, at) <= NEAR for at in said):
                yield pair.conflict(
                    CODE,
                    pair.statement_span(subject.first, subject.last),
                    pair.evidence_span(name.first, name.last),
                )
                return


@lru_cache(maxsize=READINGS)
def _doings(analysis: Analysis) -> tuple[tuple[Phrase, list[int]], ...]:
    """The names that do something in a text, and what is said that they do."""
    return tuple(
        (clause.subject, _said(analysis, clause))
        for clause in analysis.clauses
        if clause.subject is not None
        and clause.finite
        and not clause.passive
        and analysis.words[clause.subject.head].name >= 0
    )


@lru_cache(maxsize=READINGS)
def _actors(analysis: Analysis, lexicon: Lexicon) -> tuple[Name, ...]:
    """The names that may be somebody's."""
    return tuple(name for name in analysis.names if _may_act(analysis, lexicon, name))


def _may_act(analysis: Analysis, lexicon: Lexicon, name: Name) -> bool:
    """True for a name that may be somebody's: no place, no people's adjective."""
    text = " ".join(word.text for word in analysis.words[name.first : name.last])
    if name.kind in ("place", "government", "event", "thing") or lexicon.is_place(text):
        return False
    return all(lexicon.demonym(word.text) is None for word in analysis.words[name.first : name.last])


def _said(analysis: Analysis, clause: Clause) -> list[int]:
    """What is said: the verb, or with "is" and "had" the content words right behind it."""
    verb = analysis.words[clause.verb]
    if verb.text not in BE and verb.text not in HAVE:
        return [clause.verb]
    found: list[int] = []
    for index in range(clause.group[1], clause.last):
        if analysis.tags[index] is Tag.PREPOSITION and found:
            break
        if not analysis.words[index].stop and analysis.words[index].name < 0:
            found.append(index)
    return found


def _distance(name: Name, index: int) -> int:
    return max(name.first - index, index - name.last + 1, 0)
