"""What each participant of a text is bound to, and how: a flat, generous reading beside the frames.

Frames tell of events with at least two participants, and are read where the grammar is plain. A binding
ties one participant to one word (a verb, a noun, a name): "Peruvian dancers" binds Peru to the dancers,
"dancers from Peru" and "Peru's dancers" the same way, "made by Ford" binds Ford to the making, "the port of
Lima" Lima to the port.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.frame import AGENT, PATIENT, Frame, Kind, Participant, Side
from factcheck.language.frames import read_frames, read_phrases
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Name
from factcheck.language.phrases import Phrase
from factcheck.language.tags import CLOSED, Tag
from factcheck.records import NamedTuple

ORIGIN = "origin"
"""Whose it is, who does it, where it comes from."""
TARGET = "target"
"""Where it goes, whom it is for."""
WHOLE = "of"
"""What it is of: its owner or, of an action that has a doer, what is done to."""
SAID = "said"
"""Of whom it is said, with "is" or in an apposition."""
_ROLE_OF = {
    **dict.fromkeys(("from", "by"), ORIGIN),
    **dict.fromkeys(("to", "for", "into", "onto", "against", "toward", "towards"), TARGET),
    **dict.fromkeys(("in", "at", "near", "inside", "within", "on"), "in"),
}
_SUPPLYING = frozenset("provide supply furnish equip present serve entrust".split())
"""Verbs that name the receiver as their object and the gift behind "with"."""

_SHARES = frozenset("lot number group majority minority part share half third quarter dozen rest all".split())


class Binding(NamedTuple):
    """A participant, the word that it is bound to, and its role there."""

    part: Participant
    role: str
    """ORIGIN, TARGET, WHOLE, SAID, PATIENT or another preposition."""
    anchor: int


@lru_cache(maxsize=READINGS)
def read_bindings(analysis: Analysis, lexicon: Lexicon) -> tuple[Binding, ...]:
    """The bindings of a text, without repetitions."""
    found = [
        *(
            binding
            for frame in read_frames(analysis, lexicon)
            for binding in _of_frame(analysis, lexicon, frame)
        ),
        *_of_phrases(analysis, lexicon),
        *(
            binding
            for name in analysis.names
            if name.kind != "name" and name.last - name.first > 2
            for binding in _in_name(analysis, lexicon, name)
        ),
    ]
    found += _shares(analysis, found)
    acted = {binding.anchor for binding in found if binding.role == ORIGIN}
    done_to = [
        binding._replace(role=PATIENT) if binding.role == WHOLE and binding.anchor in acted else binding
        for binding in found
    ]
    return tuple({(item.part.first, item.role, item.anchor): item for item in done_to}.values())


def _shares(analysis: Analysis, found: Sequence[Binding]) -> Iterator[Binding]:
    """Some of the Danes are Danes: what is said of a share is said of those that it is a share of."""
    words, tags = analysis.words, analysis.tags
    wholes = {phrase.first: phrase for phrase in read_phrases(analysis) if phrase.preposition == "of"}
    for binding in found:
        part = binding.part
        whole = wholes.get(part.last + 1)
        vague = (
            tags[part.head] in (Tag.DETERMINER, Tag.PRONOUN, Tag.FIGURE) or words[part.head].lemma in _SHARES
        )
        if whole is not None and vague and words[part.last].text == "of":
            yield binding._replace(part=_part(whole.first, whole.last, whole.head))


def _of_frame(analysis: Analysis, lexicon: Lexicon, frame: Frame) -> Iterator[Binding]:
    if frame.kind is Kind.COMPLEMENT:
        for part in frame.participants:
            if part.slot == AGENT:
                yield Binding(part, SAID, frame.predicate)
                yield from _peoples(analysis, lexicon, frame, part.head)
        return
    supplied = _is_supplying(analysis, frame)
    receiver = _receiver(frame)
    for part in frame.participants:
        if supplied and part.slot in ("with", PATIENT):
            role = PATIENT if part.slot == "with" else TARGET
        elif part is receiver:
            role = TARGET
        elif part.slot == AGENT or part.slot in _ROLE_OF:
            role = part.side.value if part.side is not None else _ROLE_OF[part.slot]
        elif part.slot == PATIENT and frame.kind is Kind.NOUN:
            role = TARGET
        else:
            role = part.slot
        if part.slot == "by" and part.side is None:
            role = ORIGIN
        yield Binding(part, role, frame.predicate)


def _peoples(analysis: Analysis, lexicon: Lexicon, frame: Frame, named: int) -> Iterator[Binding]:
    """ "Ana Ruiz, a Chilean", "is a Chilean poet": which people's somebody is said to be."""
    for index in range(*frame.said) if frame.said is not None else ():
        if lexicon.demonym(analysis.words[index].text) is not None:
            yield Binding(_part(index, index + 1, index), ORIGIN, named)


def _is_supplying(analysis: Analysis, frame: Frame) -> bool:
    """True for "supply A with B" and "A is supplied with B"."""
    given = any(part.slot == "with" for part in frame.participants)
    return given and frame.kind is Kind.VERB and analysis.words[frame.predicate].lemma in _SUPPLYING


def _receiver(frame: Frame) -> Participant | None:
    """The first of two objects: "lent the port money", "the port was lent money"."""
    objects = [part for part in frame.participants if part.slot == PATIENT and not part.listed]
    if frame.kind is not Kind.VERB or len(objects) != 2:
        return None
    one, two = objects
    if frame.clause is not None and frame.clause.passive:
        return one if one.last <= frame.predicate < two.first else None
    return one if one.last == two.first and one.side is Side.TARGET else None


def _of_phrases(analysis: Analysis, lexicon: Lexicon) -> Iterator[Binding]:
    phrases = read_phrases(analysis)
    for number, phrase in enumerate(phrases):
        yield from _inside(analysis, lexicon, phrase)
        if phrase.preposition is None or phrase.listed or analysis.tags[phrase.head] is Tag.DATE:
            continue
        before = _carrier(phrases, number)
        if before is not None and analysis.tags[before.head] in (Tag.NOUN, Tag.NAME):
            role = _ROLE_OF.get(phrase.preposition, phrase.preposition)
            yield Binding(_part(phrase.first, phrase.last, phrase.head), role, before.head)


def _carrier(phrases: Sequence[Phrase], number: int) -> Phrase | None:
    """The phrase that a preposition follows: "the port" of Lima."""
    before = phrases[number - 1] if number else None
    return before if before is not None and before.last == phrases[number].first - 1 else None


def _inside(analysis: Analysis, lexicon: Lexicon, phrase: Phrase) -> Iterator[Binding]:
    """Whose what a phrase names is: names and peoples before its main word."""
    words = analysis.words
    head_name = words[phrase.head].name
    start = analysis.names[head_name].first if head_name >= 0 else phrase.head
    seen = -1
    for index in range(phrase.first, start):
        name = words[index].name
        people = lexicon.demonym(words[index].text) is not None
        if (name < 0 and not people) or (name >= 0 and name == seen):
            continue
        seen = name
        first = analysis.names[name].first if name >= 0 else index
        last = analysis.names[name].last if name >= 0 else index + 1
        part = _part(first, last, last - 1)
        yield Binding(part, ORIGIN, phrase.head)
        if head_name >= 0 and analysis.tags[start - 1] is Tag.NOUN and last < start:
            yield Binding(part, ORIGIN, start - 1)


def _in_name(analysis: Analysis, lexicon: Lexicon, name: Name) -> Iterator[Binding]:
    """What a long name says: "Peru's ambassador to Chile", where all of it is one name."""
    words = analysis.words
    anchor = -1
    for index in range(name.first, name.last):
        word = words[index]
        owner = word.raw.endswith(("'s", "’s")) or lexicon.demonym(word.text) is not None
        if index + 1 < name.last and owner:
            following = range(index + 1, name.last)
            stop = next((at for at in following if words[at].text in CLOSED), name.last)
            if stop > index + 1:
                anchor = stop - 1
                yield Binding(_part(index, index + 1, index), ORIGIN, anchor)
        elif word.text in CLOSED and index + 1 < name.last and index > name.first:
            anchor = index - 1 if words[index - 1].text not in CLOSED else anchor
            target = next(
                (at for at in range(name.last - 1, index, -1) if lexicon.is_place(words[at].text)), -1
            )
            role = _ROLE_OF.get(word.text, word.text)
            if target > index and anchor >= 0:
                yield Binding(_part(target, target + 1, target), role, anchor)


def _part(first: int, last: int, head: int) -> Participant:
    return Participant(first, last, head, "", None, False)
