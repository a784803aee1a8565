"""Whether words of a statement and words of a text speak of the same somebody or something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.align import LOCATIVE
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.clauses import Clause
from factcheck.language.frame import Frame, Kind, Participant
from factcheck.language.frames import affairs
from factcheck.language.intervals import Relation as Fit
from factcheck.language.lexicon import Lexicon, Relation
from factcheck.language.names import Name
from factcheck.language.tags import BE, NEGATIONS, Tag

ALIKE = (Relation.SAME, Relation.DERIVED, Relation.SYNONYM)
_POSSIBLE = frozenset("may might could would should can couldn't wouldn't can't cannot won't".split())
_DENIALS = NEGATIONS | frozenset("no nobody none nothing neither nor without hardly".split())
_CONDITIONS = frozenset("if unless whether".split())


@lru_cache(maxsize=16 * READINGS)
def keys(analysis: Analysis, lexicon: Lexicon, first: int, last: int) -> frozenset[str]:
    """What the names among words `first` to `last` stand for; peoples stand for their places.

    Two names that share a key may be the same: a family name alone is its bearer's, a person's name and
    an alias are one another's, a capital is its government's unless it is a place.
    """
    return frozenset(_keys(analysis, lexicon, first, last))


def _keys(analysis: Analysis, lexicon: Lexicon, first: int, last: int) -> Iterator[str]:
    for index in range(first, last):
        word = analysis.words[index]
        place = lexicon.demonym(word.text)
        if place is not None:
            yield "@" + place
        if word.name < 0:
            continue
        name = analysis.names[word.name]
        if first <= name.first and name.last <= last:
            yield from _name_keys(analysis, name)
        yield ("@" if lexicon.is_place(word.text) else "$") + word.text


def _name_keys(analysis: Analysis, name: Name) -> Iterator[str]:
    yield name.key
    if name.kind != "name" and not is_seat(analysis, name):
        yield "@" + name.key.partition(":")[2].casefold()
    if name.last - name.first > 1:
        yield "@" + " ".join(word.text for word in analysis.words[name.first : name.last])


def is_seat(analysis: Analysis, name: Name) -> bool:
    """True for a capital that is the place itself ("in Lima"), not its government."""
    before = analysis.words[name.first - 1].text if name.first else ""
    return name.kind == "government" and before in LOCATIVE


def same(pair: Pair, mine: Participant, theirs: Participant) -> bool:
    """Whether a participant of the statement is one of the evidence: by its names, or by its noun."""
    one = keys(pair.statement, pair.lexicon, mine.first, mine.last)
    other = keys(pair.evidence, pair.lexicon, theirs.first, theirs.last)
    if one and other:
        return not one.isdisjoint(other)
    left, right = pair.statement.words[mine.head], pair.evidence.words[theirs.head]
    if one or other:  # a name that begins a sentence may have been taken for a word
        return left.text == right.text and left.raw[0].isupper() and right.raw[0].isupper()
    if left.stop or right.stop:
        return left.text == right.text and pair.statement.tags[mine.head] is Tag.PRONOUN
    return left.lemma == right.lemma or pair.lexicon.relation(left.text, right.text) in ALIKE


def same_predicate(pair: Pair, mine: Frame, theirs: Frame, *, loosely: bool = False) -> bool:
    """Whether two frames tell of the same kind of event, from whichever end.

    `loosely` lets the one say less than the other: "bring" and "carry", "killing" and "murder".
    """
    one, other = pair.statement.words[mine.predicate], pair.evidence.words[theirs.predicate]
    if one.text in BE or other.text in BE:
        return one.text in BE and other.text in BE
    if (mine.kind is Kind.COMPLEMENT) != (theirs.kind is Kind.COMPLEMENT):
        return False
    relation = pair.lexicon.relation(one.sense, other.sense)
    if relation in ALIKE or (loosely and relation in (Relation.BROADER, Relation.NARROWER)):
        return True
    if relation is Relation.BROADER and pair.alignment.partner(mine.predicate) == theirs.predicate:
        return True
    return not affairs(pair.lexicon, one.text)[0].isdisjoint(affairs(pair.lexicon, other.text)[0])


@lru_cache(maxsize=READINGS)
def _texts(analysis: Analysis) -> tuple[str, ...]:
    return tuple(word.text for word in analysis.words)


def is_asserted(analysis: Analysis, frame: Frame) -> bool:
    """False for what is denied, merely possible or a condition: another arrangement may hold beside it."""
    clause = frame.clause
    words = _texts(analysis)
    if clause is None:
        return frame.participants[0].first == 0 or words[frame.participants[0].first - 1] not in _DENIALS
    return not (_denied(analysis, clause) or _supposed(words, clause))


def _denied(analysis: Analysis, clause: Clause) -> bool:
    denials = _denials(analysis)
    if not denials:
        return False
    end = min(clause.last, clause.group[1] + 2)
    start = min([clause.group[0], *[phrase.first for phrase in clause.subjects]])
    return any(start <= index < end for index in denials)


@lru_cache(maxsize=READINGS)
def _denials(analysis: Analysis) -> tuple[int, ...]:
    """Where words stand that deny."""
    texts = enumerate(_texts(analysis))
    return tuple(index for index, word in texts if word in _DENIALS or word.endswith("n't"))


def _supposed(words: Sequence[str], clause: Clause) -> bool:
    group = words[clause.group[0] : clause.verb]
    before = words[max(clause.first - 1, 0) : clause.group[0]]
    return not _POSSIBLE.isdisjoint(group) or not _CONDITIONS.isdisjoint(before)


def same_occasion(pair: Pair) -> bool:
    """False where dates or figures differ: what happened on another day is another event."""
    fits = [comparison.fit for comparison in (*pair.alignment.dates, *pair.alignment.figures)]
    return Fit.REFUTES not in fits
