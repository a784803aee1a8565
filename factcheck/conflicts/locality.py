"""Who and where each word of a long text belongs to: no clash, but no support either, where it is another's.

A quote of two sentences may hold every word of a false statement. "Chilean attacks" is not borne out by "a school
ruined by Peruvian attacks was rebuilt with the help of Chile", nor "met in Lima on 12 May" by "met in Rome. After that,
a meeting was held in Lima on 12 May". What a name is bound to in the statement (`language.bindings`), it must be
bound to in the text, or at least no other name may be. And "Ana Ruiz is a Chilean actress" is not borne out by
"Chileans know the actress Ana Ruiz": whose she is, no other verb may part from her.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.align import LOCATIVE
from factcheck.conflicts.identity import keys
from factcheck.conflicts.matter import Ties
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.bindings import ORIGIN, SAID, TARGET, WHOLE, Binding, read_bindings
from factcheck.language.frame import PATIENT
from factcheck.language.intervals import Relation as Fit
from factcheck.language.lexicon import Lexicon, Relation
from factcheck.language.reach import sentence_of
from factcheck.language.tags import BE, HAVE, Tag
from factcheck.model import Conflict

CODE = "role"
APART = 3
"""From more words on, a name stands apart from what it is bound to elsewhere."""
_KEPT = 64
"""For so many pairs what was found is kept."""
BESIDE = 4
"""Up to so many words before a noun, a name or "our" belongs to it."""
_DONE_TO = frozenset((PATIENT, WHOLE))
_FITTING = {
    ORIGIN: frozenset((ORIGIN, WHOLE)),
    PATIENT: frozenset((PATIENT, WHOLE, TARGET)),
}
"""As what a name must be bound to a third word, to be bound as the statement has it: the sender, not the receiver."""
_GOALS = frozenset("for to against from with of".split())
_PARTING = frozenset((*LOCATIVE, *_GOALS, "and")) - {"of"}
_ALIKE = (Relation.SAME, Relation.DERIVED, Relation.SYNONYM, Relation.BROADER)
_HELD = frozenset((ORIGIN, WHOLE, TARGET))
_LIGHT = BE | HAVE
"""Verbs that say too little for anybody to be bound to them."""
_OWNERS = frozenset("our their its his her my your".split())


def overreach(pair: Pair) -> Iterator[Conflict]:
    """At most one."""
    if len(pair.evidence.words) < len(pair.statement.words):
        return
    ties = pair.ties
    for found in (
        *_bound_elsewhere(pair, ties),
        *_placed_elsewhere(pair, ties),
        *_from_another_sentence(pair, ties),
        *_called_otherwise(pair, ties),
        *_unbound(pair, ties),
    ):
        yield found
        return


def _bound_elsewhere(pair: Pair, ties: Ties) -> Iterator[Conflict]:
    stated = _bound(pair.statement, pair.lexicon)
    if not stated:
        return
    theirs = read_bindings(pair.evidence, pair.lexicon)
    settled = _settled(pair)
    for binding, named in stated:
        part = binding.part
        if part.first in settled:
            continue
        places = {at for index in named for at in ties.of(index)}
        anchors = ties.of(binding.anchor)
        held = places | ties.of(part.head)  # "Chilean aid" is bound where the aid is
        if not places or not anchors or _is_bound(theirs, binding, held, anchors):
            continue
        near = min(abs(at - place) for at in anchors for place in places) <= APART
        rival = _rival(pair, theirs, binding, places, anchors)
        if rival is None and _owns(pair, named, binding.anchor):
            rival = None if _own(pair.evidence, places, anchors) else _home(theirs, places)
        if rival is None and binding.role == "in":
            rival = _goal(pair.evidence, places)
        if (
            rival is not None
            and not (near and rival in anchors)
            and not _listed(pair.evidence, places, rival)
        ):
            yield _conflict(pair, part.first, part.last, rival)
            return


@lru_cache(maxsize=READINGS)
def _bound(analysis: Analysis, lexicon: Lexicon) -> tuple[tuple[Binding, tuple[int, ...]], ...]:
    """What names and peoples are bound to, with their words; what somebody is only said to be left out."""
    found = []
    for binding in read_bindings(analysis, lexicon):
        indices = range(binding.part.first, binding.part.last)
        named = tuple([index for index in indices if _tells(analysis, lexicon, index)])
        if named and binding.role != SAID and analysis.words[binding.anchor].text not in _LIGHT:
            found.append((binding, named))
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def _settled(pair: Pair) -> set[int]:
    """The first words of phrases behind a preposition of which one reading holds in the text: of "a fund for
    equipment for Peru" only one need be Peru's."""
    ties, theirs = pair.ties, read_bindings(pair.evidence, pair.lexicon)
    found: set[int] = set()
    for binding in read_bindings(pair.statement, pair.lexicon):
        if binding.role in (ORIGIN, PATIENT):
            continue
        first, last, *_ = binding.part
        places = {at for index in range(first, last) for at in ties.of(index)}
        if _is_bound(theirs, binding, places, ties.of(binding.anchor)):
            found.add(first)
    return found


def _placed_elsewhere(pair: Pair, ties: Ties) -> Iterator[Conflict]:
    """A place of the statement's that the text has with another verb: made in Lima / made in Peru, used in Lima."""
    words = pair.statement.words
    stated = [item for item in _bound(pair.statement, pair.lexicon) if item[0].role == "in"]
    theirs = read_bindings(pair.evidence, pair.lexicon) if stated else ()
    for binding, told in stated:
        part, anchors = binding.part, ties.of(binding.anchor)
        if not any(words[index].name >= 0 for index in told) or not anchors or part.first in _settled(pair):
            continue
        named = [index for index in range(part.first, part.last) if words[index].name >= 0]
        places = {at for index in named for at in ties.of(index)}
        homes = {
            other.anchor
            for other in theirs
            if other.role == "in" and not places.isdisjoint(range(other.part.first, other.part.last))
        }
        verbs = [home for home in homes if pair.evidence.tags[home] is Tag.VERB]
        if verbs and homes.isdisjoint(anchors) and not _same_deed(pair, binding.anchor, anchors, verbs):
            yield _conflict(pair, part.first, part.last, min(places))
            return


def _same_deed(pair: Pair, stated: int, anchors: set[int], verbs: Sequence[int]) -> bool:
    """Whether one of some verbs means what the statement's does, or depends on what does: expected to come."""
    words = pair.evidence.words
    for verb in verbs:
        if pair.lexicon.relation(pair.statement.words[stated].sense, words[verb].sense) in _ALIKE:
            return True
        if words[verb - 1].text == "to" and any(0 < verb - anchor <= APART for anchor in anchors):
            return True
    return False


def _owns(pair: Pair, named: Sequence[int], anchor: int) -> bool:
    """True for a people or a land right before its noun: Chilean attacks, Chile's railway."""
    word = pair.statement.words[named[-1]]
    people = pair.lexicon.demonym(word.text) is not None or word.raw.endswith(("'s", "’s"))
    return people and named[-1] < anchor and _in_phrase(pair.statement, named[-1], anchor)


def _own(analysis: Analysis, places: set[int], anchors: set[int]) -> bool:
    """Whether one of some words stands before one of others in a noun phrase, or right after it behind "of"."""
    return any(
        (place < at and _in_phrase(analysis, place, at)) or 0 < place - at <= APART
        for place in places
        for at in anchors
    )


def _home(theirs: Sequence[Binding], places: set[int]) -> int | None:
    """What the text binds a word to."""
    return next(
        (other.anchor for other in theirs if not places.isdisjoint(range(other.part.first, other.part.last))),
        None,
    )


def _goal(analysis: Analysis, places: set[int]) -> int | None:
    """A place that the text has only as whom something is for, or against, or from."""
    before = {analysis.words[at - 1].text for at in places if at}
    return min(places) if before and before <= _GOALS else None


def _listed(analysis: Analysis, places: set[int], rival: int) -> bool:
    """True for members of one list: what is said of the one is said of the other."""
    for place in places:
        first, last = min(place, rival), max(place, rival)
        between = [word.text for word in analysis.words[first + 1 : last]]
        if len(between) <= 3 and ("and" in between or "or" in between):
            return True
    return False


def _tells(analysis: Analysis, lexicon: Lexicon, index: int) -> bool:
    """True for a word of a name or of a people; "January" is none."""
    word = analysis.words[index]
    if word.date >= 0:
        return False
    return word.name >= 0 or lexicon.demonym(word.text) is not None


def _is_bound(theirs: Sequence[Binding], binding: Binding, places: set[int], anchors: set[int]) -> bool:
    """Whether the text binds the same to the same, or both to a third word: "sent aid" binds the sender to the aid."""
    if not places.isdisjoint(anchors):  # "the Peruvian capital" / "Lima"
        return True
    fitting = _FITTING.get(binding.role)
    homes = set()
    for other in theirs:
        if places.isdisjoint(range(other.part.first, other.part.last)):
            continue
        if other.anchor in anchors and (binding.role != "in" or other.role in ("in", ORIGIN, WHOLE)):
            return True
        if fitting is None or other.role in fitting:
            homes.add(other.anchor)
    if binding.role == "in" and any(
        other.anchor in anchors and other.role == "in" and other.anchor not in homes for other in theirs
    ):
        return False  # "the clinic in Lima … the one in Quito"
    return any(
        other.anchor in homes
        and other.role != SAID
        and not anchors.isdisjoint(range(other.part.first, other.part.last))
        for other in theirs
    )


def _rival(
    pair: Pair, theirs: Sequence[Binding], binding: Binding, places: set[int], anchors: set[int]
) -> int | None:
    """A word of another somebody that the text binds to what the statement binds a name to."""
    for other in theirs:
        apart = places.isdisjoint(range(other.part.first, other.part.last))
        same = other.role == binding.role or {other.role, binding.role} <= _DONE_TO
        if other.anchor in anchors and same and apart and _is_other(pair, binding, other):
            return other.part.head
    analysis = pair.evidence
    for anchor in anchors:
        if analysis.tags[anchor] is Tag.VERB:
            continue
        for at in range(max(0, anchor - BESIDE), anchor):
            word = analysis.words[at]
            named = word.name >= 0 and word.figure < 0 and analysis.words[anchor].name != word.name
            people = pair.lexicon.demonym(word.text) is not None
            if (
                at not in places
                and (named or people or word.text in _OWNERS)
                and _in_phrase(analysis, at, anchor)
            ):
                return at
    return None


def _is_other(pair: Pair, binding: Binding, other: Binding) -> bool:
    """Another name, or for who does it anything but a pronoun."""
    mine = keys(pair.statement, pair.lexicon, binding.part.first, binding.part.last)
    theirs = keys(pair.evidence, pair.lexicon, other.part.first, other.part.last)
    if theirs:
        return mine.isdisjoint(theirs)
    return binding.role == ORIGIN and not pair.evidence.words[other.part.head].stop


def _in_phrase(analysis: Analysis, first: int, last: int) -> bool:
    """Whether nothing but words of a noun phrase lies between two words."""
    inside = (Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.FIGURE, Tag.DETERMINER)
    return all(tag in inside for tag in analysis.tags[first + 1 : last])


def _from_another_sentence(pair: Pair, ties: Ties) -> Iterator[Conflict]:
    """A place or a date of the statement that the text has only outside the sentence with the rest, which has
    one of its own."""
    evidence = pair.evidence
    sentences = _sentences(evidence)
    if len(sentences) < 2:
        return
    placed = [name.first for name in pair.statement.names if _is_placed(pair.statement, name.first)]
    rest = [
        index
        for index in range(len(pair.statement.words))
        if not pair.statement.words[index].stop
        and index not in placed
        and pair.statement.words[index].date < 0
        and pair.statement.words[index].weight
    ]
    linked = pair.alignment.taken
    main = max(sentences, key=lambda one: sum(_weight(pair, ties, index, one) for index in rest))
    own_place = any(
        _is_placed(evidence, name.first) and name.first not in linked
        for name in evidence.names
        if main[0] <= name.first < main[1]
    )
    for index in placed:
        if own_place and ties.of(index) and not any(main[0] <= at < main[1] for at in ties.of(index)):
            yield _conflict(pair, index, index + 1, min(ties.of(index)))
            return
    yield from _dated_elsewhere(pair, main)


def _called_otherwise(pair: Pair, ties: Ties) -> Iterator[Conflict]:
    """A people or a land by which the statement calls somebody ("is a Chilean actress"), and the text does not."""
    for subject, index, called in _callings(pair.statement, pair.lexicon):
        there, places = ties.of(subject), ties.of(index)
        if not there or _own(pair.evidence, places, ties.of(called)):
            continue
        if not any(_beside(pair.evidence, at, place) for at in there for place in places):
            yield _conflict(pair, index, index + 1, min(there))
            return


@lru_cache(maxsize=READINGS)
def _callings(analysis: Analysis, lexicon: Lexicon) -> tuple[tuple[int, int, int], ...]:
    """Who is called something of a people or a land, the word for that, and what they are called."""
    words, found = analysis.words, []
    for clause in analysis.clauses:
        if words[clause.verb].text not in BE or not clause.subjects or not clause.objects:
            continue
        subject, called = clause.subjects[0].head, clause.objects[0]
        for index in range(called.first, called.last - 1) if words[subject].name >= 0 else ():
            if lexicon.demonym(words[index].text) is not None or words[index].raw.endswith(("'s", "’s")):
                found.append((subject, index, called.head))
    return tuple(found)


def _unbound(pair: Pair, ties: Ties) -> Iterator[Conflict]:
    """Whose or for whom somebody "is" something, where the text ties the two nowhere: "Ruiz is the envoy of Chile" is
    not borne out by "Ruiz rode through Chile in the envoy's car"."""
    theirs = read_bindings(pair.evidence, pair.lexicon)
    equated = {
        phrase.head
        for clause in pair.statement.clauses
        if pair.statement.words[clause.verb].text in BE
        for phrase in (*clause.subjects, *clause.objects)
    }
    for binding in read_bindings(pair.statement, pair.lexicon):
        first, last, head, *_ = binding.part
        named = (
            binding.role in _HELD
            and _tells(pair.statement, pair.lexicon, head)
            and pair.statement.words[binding.anchor].name < 0
        )
        if binding.anchor not in equated or not named:
            continue
        places, anchors = ties.of(head), ties.of(binding.anchor)
        tied = _is_bound(theirs, binding, places, anchors) or _own(pair.evidence, places, anchors)
        if places and anchors and not tied:
            yield _conflict(pair, first, last, min(places))
            return


def _beside(analysis: Analysis, one: int, other: int) -> bool:
    """Whether no verb but "be", no "and", no place or goal and no end of a sentence lies between two words."""
    first, last = min(one, other), max(one, other)
    return sentence_of(analysis, first) == sentence_of(analysis, last) and not any(
        word.text in _PARTING or (tag is Tag.VERB and word.text not in BE)
        for word, tag in zip(analysis.words[first:last], analysis.tags[first:last], strict=True)
    )


def _dated_elsewhere(pair: Pair, main: tuple[int, int]) -> Iterator[Conflict]:
    held = {word.date for word in pair.evidence.words[main[0] : main[1]] if word.date >= 0}
    for found in pair.alignment.dates:
        if found.fit is Fit.SUPPORTS and held and found.evidence not in held:
            at = next(n for n, word in enumerate(pair.statement.words) if word.date == found.statement)
            there = next(n for n, word in enumerate(pair.evidence.words) if word.date == found.evidence)
            yield _conflict(pair, at, at + 1, there)
            return


def _weight(pair: Pair, ties: Ties, index: int, sentence: tuple[int, int]) -> float:
    word = pair.statement.words[index]
    inside = any(sentence[0] <= at < sentence[1] for at in ties.of(index))
    return (1.0 if word.name >= 0 else word.weight) * inside


def _is_placed(analysis: Analysis, index: int) -> bool:
    return index > 0 and any(word.text in LOCATIVE for word in analysis.words[max(0, index - 2) : index])


@lru_cache(maxsize=READINGS)
def _sentences(analysis: Analysis) -> tuple[tuple[int, int], ...]:
    found = []
    at = 0
    while at < len(analysis.words):
        first, last = sentence_of(analysis, at)
        found.append((first, last))
        at = max(last, at + 1)
    return tuple(found)


def _conflict(pair: Pair, first: int, last: int, there: int) -> Conflict:
    return pair.conflict(CODE, pair.statement_span(first, last), pair.evidence_span(there, there + 1))
