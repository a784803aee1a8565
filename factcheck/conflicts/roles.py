"""Who did what to whom: the same two in each other's place.

Flagged, as `role`, are a statement and a quote that tell of the same action between the same two, the one
acting in the statement being acted upon in the quote. Active and passive, converse verbs, nouns of action
and adjectives of nationality are read alike:

- "Poland lent Lithuania money." / "Lithuania lent Poland money."
- "The dog was bitten by the man." / "The dog bit the man."
- "Lithuania borrowed from Poland." / "Lithuania lent money to Poland."
- "Ukrainian aid to Azerbaijan is growing." / "Azerbaijan provides aid to Ukraine."
- "The train runs from Oslo to Bergen." / "The train runs from Bergen to Oslo."
- "Anna is the mother of Maria." / "Maria is the mother of Anna."
- "Peru gave Chile a ship." / "We thank Chile for giving the ship." (the receiver is said to have given it)

Left alone are:

- order alone, in lists ("Ukraine and Azerbaijan"), where "is" equates the two ("Peru was the first to pay" /
  "the first to pay was Peru"), and where the action is mutual (meet, cooperate, agree, marry, "relations
  between", "each other");
- the same thing told from its other end ("Poland lent to Lithuania" / "Lithuania borrowed from Poland");
- an arrangement of which the quote holds both directions;
- what is denied, possible or a condition on either side, and what has other dates or figures: another
  event, which the first does not rule out;
- a statement of which only one participant is in the quote.

`overreach` names what is left of these: a participant of the statement in a place where the quote has another
one of the statement's. It makes not-enough-info, also where the quote is denied, merely possible or about
another day:

- "Peru's envoy spoke to Kenyan students." / "Kenya's envoy spoke in Peru."
- "Peru might give Chile a ship." / "Chile gave Peru a ship."
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from factcheck.conflicts.exchanges import Exchange, clashing, exchanges
from factcheck.conflicts.identity import is_asserted, keys, same, same_occasion, same_predicate
from factcheck.conflicts.mutual import is_mutual, says_mutual
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.frame import AGENT, PATIENT, Frame, Kind, Participant, Side
from factcheck.language.frames import read_frames
from factcheck.language.lexicon import Lexicon
from factcheck.language.tags import BE
from factcheck.model import Conflict

CODE = "role"

_LOOSE = frozenset(
    "with between among and near beside alongside opposite like unlike as of for about by".split()
)
"""Prepositions that put nobody in a place of his own, unless on one of two sides."""


def check(pair: Pair) -> Iterator[Conflict]:
    """Yields one conflict for the first action whose participants are in each other's place."""
    if _shared(pair) < 2 or not same_occasion(pair):
        return
    for found in chain(_of_frames(pair), _of_bindings(pair)):
        yield found
        return


def _of_bindings(pair: Pair) -> Iterator[Conflict]:
    """Participants in each other's place in any construction."""
    found = None if says_mutual(pair) else clashing(pair, exchanges(pair))
    if found is not None:
        yield _exchanged(pair, found, "the same two, each in the other's part")


def _of_frames(pair: Pair) -> Iterator[Conflict]:
    """Participants in each other's place in two frames of the same event."""
    mine = _told(pair.statement, pair.lexicon)
    if not mine or says_mutual(pair):
        return
    theirs = _joining(pair.evidence, pair.lexicon)
    for frame in mine if theirs else ():
        if frame.kind is not Kind.VERB and _is_repeated(pair, frame):
            continue
        linked = [other for other in theirs if same_predicate(pair, frame, other, loosely=True)]
        found = _swap(pair, frame, linked) if linked else None
        if found:
            yield found
            return


@lru_cache(maxsize=READINGS)
def _joining(analysis: Analysis, lexicon: Lexicon) -> tuple[Frame, ...]:
    """The frames with more than one participant."""
    return tuple([frame for frame in read_frames(analysis, lexicon) if len(frame.participants) > 1])


@lru_cache(maxsize=READINGS)
def _told(analysis: Analysis, lexicon: Lexicon) -> tuple[Frame, ...]:
    """What a statement tells of two participants that have parts of their own, as a fact, and once."""
    joining = _joining(analysis, lexicon)
    verbs = [analysis.words[frame.predicate].lemma for frame in joining if frame.kind is Kind.VERB]
    told = []
    for frame in joining:
        word = analysis.words[frame.predicate]
        repeated = (
            frame.kind is Kind.VERB and verbs.count(word.lemma) > 1
        )  # maybe told from both ends, unseen
        if word.lemma == "say" or repeated or is_mutual(word.text, lexicon) or _equates(analysis, frame):
            continue
        if is_asserted(analysis, frame):
            told.append(frame)
    return tuple(told)


def _shared(pair: Pair) -> int:
    """How many words of weight the two have in common."""
    return len(
        {link.evidence for link in pair.alignment.links if not pair.statement.words[link.statement].stop}
    )


def _equates(analysis: Analysis, frame: Frame) -> bool:
    """True for "A is the first B": whoever says that the first B is A says the same."""
    words = analysis.words
    return words[frame.predicate].text in BE and any(
        words[part.first].text == "the" for part in frame.participants if part.slot == PATIENT
    )


def _is_repeated(pair: Pair, frame: Frame) -> bool:
    """True where either side has the word of an action more than once: maybe from both ends, unseen."""
    lemma = pair.statement.words[frame.predicate].lemma
    return any(
        sum(word.lemma == name for word in analysis.words) > 1
        for analysis, name in ((pair.statement, lemma), (pair.evidence, _partner_lemma(pair, frame)))
    )


def _partner_lemma(pair: Pair, frame: Frame) -> str:
    link = pair.alignment.linked().get(frame.predicate)
    return pair.evidence.words[link.evidence].lemma if link else pair.statement.words[frame.predicate].lemma


def _swap(pair: Pair, frame: Frame, linked: list[Frame]) -> Conflict | None:
    for place, one in enumerate(frame.participants):
        for two in frame.participants[place + 1 :]:
            if one.slot == two.slot or not _distinct(pair, one, two):
                continue
            found = _swapped(pair, frame, (one, two), linked)
            if found:
                return _conflict(pair, (one, two), found)
            taken = _taken_over(pair, (one, two), frame, linked)
            if taken:
                return _conflict(pair, (one, two), (taken, taken))
    return None


def _taken_over(
    pair: Pair, mine: tuple[Participant, Participant], frame: Frame, linked: list[Frame]
) -> Participant | None:
    """Who does in the evidence what is done to them in the statement, to the same thing, the doer missing."""
    doers = [part for part in mine if part.slot == AGENT and part.side is Side.ORIGIN]
    others = [
        part
        for part in mine
        if part.side is Side.TARGET and keys(pair.statement, pair.lexicon, part.first, part.last)
    ]
    if len(doers) != 1 or len(others) != 1 or frame.kind is not Kind.VERB or doers[0].listed:
        return None
    everywhere = Participant(0, len(pair.evidence.words), 0, AGENT, None, False)
    if not keys(pair.statement, pair.lexicon, doers[0].first, doers[0].last) or same(
        pair, doers[0], everywhere
    ):
        return None
    for other in linked:
        things = [
            part
            for part in frame.participants
            if part not in mine and any(p.slot == PATIENT and same(pair, part, p) for p in other.participants)
        ]
        found = [part for part in other.participants if part.slot == AGENT and same(pair, others[0], part)]
        if things and len(found) == 1 and not found[0].listed and is_asserted(pair.evidence, other):
            return found[0]
    return None


def _distinct(pair: Pair, one: Participant, two: Participant) -> bool:
    left = keys(pair.statement, pair.lexicon, one.first, one.last)
    right = keys(pair.statement, pair.lexicon, two.first, two.last)
    return (
        left.isdisjoint(right)
        and pair.statement.words[one.head].lemma != pair.statement.words[two.head].lemma
    )


def _swapped(
    pair: Pair, frame: Frame, mine: tuple[Participant, Participant], linked: list[Frame]
) -> tuple[Participant, Participant] | None:
    """The two participants of the evidence, if they are in each other's place and never in their own."""
    found = None
    for other in linked:
        ones = [part for part in other.participants if same(pair, mine[0], part)]
        twos = [part for part in other.participants if same(pair, mine[1], part)]
        for one in ones:
            for two in twos:
                if one == two:
                    continue
                if _as_stated(mine, (one, two)):
                    return None
                if (
                    not found
                    and _crossed(frame, other, mine, (one, two))
                    and is_asserted(pair.evidence, other)
                ):
                    found = one, two
    return found


def _as_stated(mine: tuple[Participant, Participant], theirs: tuple[Participant, Participant]) -> bool:
    literal = mine[0].slot == theirs[0].slot and mine[1].slot == theirs[1].slot
    sided = mine[0].side is not None and mine[1].side is not None
    return (literal and not sided) or (
        sided
        and mine[0].side == theirs[0].side
        and mine[1].side == theirs[1].side
        and mine[0].side != mine[1].side
    )


def _crossed(
    frame: Frame, other: Frame, mine: tuple[Participant, Participant], theirs: tuple[Participant, Participant]
) -> bool:
    one, two = mine
    sides = one.side is not None and two.side is not None and one.side != two.side
    if sides and one.side == theirs[1].side and two.side == theirs[0].side:
        return True
    if one.slot != theirs[1].slot or two.slot != theirs[0].slot:
        return False
    if frame.kind is Kind.COMPLEMENT and other.kind is Kind.COMPLEMENT:
        return not {one.slot, two.slot} & (_LOOSE - {"of"})
    return not {one.slot, two.slot} & (_LOOSE | {"than"})


def _conflict(
    pair: Pair, mine: tuple[Participant, Participant], theirs: tuple[Participant, Participant]
) -> Conflict:
    return pair.conflict(
        CODE,
        pair.statement_span(min(part.first for part in mine), max(part.last for part in mine)),
        pair.evidence_span(min(part.first for part in theirs), max(part.last for part in theirs)),
        "the same two, each in the other's part",
    )


def overreach(pair: Pair) -> Iterator[Conflict]:
    """At most one: a participant where the text has another one of the statement's, without a clash."""
    for exchange in exchanges(pair):
        yield _exchanged(pair, exchange, "another one of the statement's stands there")
        return


def _exchanged(pair: Pair, exchange: Exchange, detail: str) -> Conflict:
    mine, theirs = exchange.stated.part, exchange.found.part
    return pair.conflict(
        CODE,
        pair.statement_span(mine.first, mine.last),
        pair.evidence_span(theirs.first, theirs.last),
        detail,
    )
