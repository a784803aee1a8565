"""After whom something is named, and who somebody is: names that stand for one and no other.

Part of `entity`:

- "The school bears the name of Ada Bell." / "The school is named after Ruth Bell."
- "the bank and its director, Ana Ruiz" / "the bank and its director Eva Diaz"
- "The ambassador is Ana Ruiz." where "the ambassador" is an alias of Pedro Diaz, whom the text names.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.conflicts.closed_slots import OFFICES
from factcheck.conflicts.identity import keys
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.clauses import Clause
from factcheck.language.names import Name
from factcheck.language.tags import BE, NEGATIONS, Tag
from factcheck.model import Conflict
from factcheck.records import NamedTuple

_CODE = "entity"
_NAMED = frozenset("named called renamed christened".split())
_BEARING = frozenset("bear bears bearing bore carry carries carrying carried".split())
_REACH = 6
"""How many words lie between what is named and "named", at most."""


class _Namesake(NamedTuple):
    """Something (the index of its noun) and the name that it bears."""

    holder: int
    name: Name


def check(pair: Pair) -> Iterator[Conflict]:
    """At most one conflict."""
    for found in (*_named_apart(pair), *_identified_apart(pair), *_held_apart(pair)):
        yield found
        return


def _named_apart(pair: Pair) -> Iterator[Conflict]:
    mine = _namesakes(pair.statement)
    theirs = _namesakes(pair.evidence) if mine else ()
    if not theirs:
        return
    ties = pair.ties
    for one in mine:
        for other in theirs:
            if ties.tied(one.holder, other.holder) and _apart(pair, one.name, other.name):
                yield _conflict(pair, one.name, other.name)
                return


@lru_cache(maxsize=READINGS)
def _namesakes(analysis: Analysis) -> tuple[_Namesake, ...]:
    return tuple(_read_namesakes(analysis))


def _read_namesakes(analysis: Analysis) -> Iterator[_Namesake]:
    """ "named after X", "bears the name of X", with the nearest noun before it that is no name."""
    words = analysis.words
    if not any(word.text in _NAMED or word.text in _BEARING for word in words):
        return
    for name in analysis.names:
        before = [word.text for word in words[max(0, name.first - 5) : name.first]]
        verb = _naming(analysis, name.first, before)
        if verb is not None and not _denied(analysis, verb):
            holder = _holder(analysis, verb)
            if holder is not None:
                yield _Namesake(holder, name)


def _naming(analysis: Analysis, first: int, before: list[str]) -> int | None:
    """Where the verb stands that says that something bears the name at `first`."""
    skipped = next(
        (n for n in range(1, 4) if first >= n and analysis.tags[first - n] is Tag.PREPOSITION), None
    )
    if skipped is None:
        return None
    preposition = analysis.words[first - skipped].text
    verb = first - skipped - 1
    if preposition in ("after", "for") and verb >= 0 and analysis.words[verb].text in _NAMED:
        return verb
    bears = preposition == "of" and verb > 1 and analysis.words[verb].text == "name"
    if bears and before and analysis.words[verb - 2].text in _BEARING:
        return verb - 2
    return None


def _denied(analysis: Analysis, verb: int) -> bool:
    return any(word.text in NEGATIONS for word in analysis.words[max(0, verb - 3) : verb])


def _holder(analysis: Analysis, verb: int) -> int | None:
    """What the verb says it of: its subject, else the noun before it."""
    for clause in analysis.clauses:
        if (
            clause.verb == verb
            and clause.subject is not None
            and analysis.tags[clause.subject.head] is Tag.NOUN
        ):
            return clause.subject.head
    near = range(verb - 1, max(-1, verb - _REACH), -1)
    return next((index for index in near if analysis.tags[index] is Tag.NOUN), None)


def _apart(pair: Pair, mine: Name, theirs: Name) -> bool:
    """True for two names that are not parts of each other: what sets the one apart is nowhere in the text."""
    if mine.key == theirs.key:
        return False
    left, right = _words(pair.statement, mine), _words(pair.evidence, theirs)
    words = {word.text for word in pair.evidence.words}
    return bool(left - right) and bool(right - left) and words.isdisjoint(left - right)


def _held_apart(pair: Pair) -> Iterator[Conflict]:
    """ "the bank and its head Ana Ruiz", where the text has "the bank and its head Eva Ruiz"."""
    mine = _holders(pair.statement)
    theirs = _holders(pair.evidence) if mine else ()
    if not theirs:
        return
    ties, words = pair.ties, {word.text for word in pair.evidence.words}
    for one in mine:
        others = [other for other in theirs if other.holder in ties.of(one.holder)]
        if len(others) != 1 or not _apart(pair, one.name, others[0].name):
            continue
        family = pair.statement.words[one.name.last - 1].text
        if family not in words and _same_body(pair, one.name, others[0].name):
            yield _conflict(pair, one.name, others[0].name)
            return


@lru_cache(maxsize=READINGS)
def _holders(analysis: Analysis) -> tuple[_Namesake, ...]:
    return tuple(_read_holders(analysis))


def _read_holders(analysis: Analysis) -> Iterator[_Namesake]:
    """Offices that a full name follows: "its head, Ana Ruiz"."""
    for name in analysis.names:
        at = name.first - 1
        if at < 0 or name.last - name.first < 2 or name.kind not in ("name", "person"):
            continue
        if analysis.words[at].text in OFFICES and analysis.tags[at] is Tag.NOUN:
            yield _Namesake(at, name)


def _same_body(pair: Pair, mine: Name, theirs: Name) -> bool:
    """Whether both texts have another name in common: of the body, where somebody holds the office."""
    for link in pair.alignment.links:
        named = pair.statement.words[link.statement].name >= 0
        outside = (
            not mine.first <= link.statement < mine.last and not theirs.first <= link.evidence < theirs.last
        )
        if named and outside:
            return True
    return False


def _identified_apart(pair: Pair) -> Iterator[Conflict]:
    """ "The ambassador is Ana Ruiz", where the ambassador is known by another name, which the text has."""
    for known, said in _identified(pair.statement):
        stated = keys(pair.statement, pair.lexicon, said.first, said.last)
        if not stated.isdisjoint(keys(pair.evidence, pair.lexicon, 0, len(pair.evidence.words))):
            continue
        own, taken = _words(pair.statement, known), _words(pair.statement, said)
        for name in pair.evidence.names:
            other = _words(pair.evidence, name)
            if name.key == known.key and other != own and other.isdisjoint(taken):
                yield _conflict(pair, said, name)
                return


@lru_cache(maxsize=READINGS)
def _identified(analysis: Analysis) -> tuple[tuple[Name, Name], ...]:
    """Persons that the workspace knows, each with a name that the text says that they are, and does not deny."""
    return tuple(
        found
        for clause in analysis.clauses
        for found in _identified_by(analysis, clause)
        if not _denied(analysis, clause.group[1])
    )


def _identified_by(analysis: Analysis, clause: Clause) -> Iterator[tuple[Name, Name]]:
    """A person that the workspace knows with a name that a clause says that they are, both ways round."""
    if analysis.words[clause.verb].text not in BE or clause.subject is None or len(clause.objects) != 1:
        return
    numbers = [analysis.words[phrase.head].name for phrase in (clause.subject, clause.objects[0])]
    if min(numbers) < 0:
        return
    one, two = (analysis.names[number] for number in numbers)
    for known, said in ((one, two), (two, one)):
        named = said.kind in ("name", "person") and said.last - said.first > 1 and said.key != known.key
        if known.kind == "person" and named:
            yield known, said


def _words(analysis: Analysis, name: Name) -> set[str]:
    return {word.text for word in analysis.words[name.first : name.last]}


def _conflict(pair: Pair, mine: Name, theirs: Name) -> Conflict:
    one, other = mine.span.of(pair.statement.text), theirs.span.of(pair.evidence.text)
    return pair.conflict(_CODE, mine.span, theirs.span, f"{one} is not {other}")
