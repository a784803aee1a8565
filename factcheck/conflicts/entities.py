"""Another somebody, somewhere or something in a place that the quote fills.

Flagged, as `entity`, are a statement and a quote that tell of the same event, where one of its participants
is another one, and the two exclude each other:

- another place: "The treaty was signed in Rome." / "The treaty was signed in London."
- another maker or doer of what is done once: "The film was directed by Ana Ruiz." / "… by Ivan Petrov."
- another people: "She is a Danish actress." / "She is a Norwegian actress."
- another kind: "A hockey player scores a goal." / "A football player scores a goal."
- what something with a name is: "Dune is a film." / "Dune is a book."
- another thing of the same sort, in one scene: "A dog runs on the beach." / "A cat runs on the beach."

Left alone are:

- a place within the other, or around it ("in Kyiv" / "in Ukraine"), aliases, a family name or first name
  alone, initials, titles;
- lists, on either side, and what "including", "such as" or "among others" picks out of one: they leave
  room for more;
- a name that is merely missing from the quote;
- doers of what many do ("Poland joined the EU" / "Germany joined the EU"), customers, visitors, members;
- words that do not exclude each other (actor/singer, country/government), and opposite adjectives, which
  are `direction`'s;
- another event: other dates or figures, another action, nothing else in common; what is denied or
  possible.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.conflicts import namesakes, origins
from factcheck.conflicts.closed_slots import FILLED, GOALS, MOVED, OFFICES, ONCE, PLACED
from factcheck.conflicts.exclusion import is_name, is_person, names_exclude, things_exclude
from factcheck.conflicts.identity import ALIKE, is_asserted, keys, same, same_occasion, same_predicate
from factcheck.conflicts.offices import offices_exclude, with_of
from factcheck.conflicts.pair import Pair
from factcheck.conflicts.peoples import people_of, peoples_differ, said_peoples
from factcheck.language.analysis import Analysis
from factcheck.language.frame import AGENT, PATIENT, Frame, Kind, Participant
from factcheck.language.frames import read_frames
from factcheck.language.intervals import Relation as Fit
from factcheck.language.lexicon import Relation
from factcheck.language.tags import BE, Tag
from factcheck.model import Conflict
from factcheck.records import NamedTuple

CODE = "entity"


class _Meeting(NamedTuple):
    """Two frames of the same event."""

    mine: Frame
    theirs: Frame
    shared: tuple[tuple[Participant, Participant], ...]
    """Participants that are the same in the same slot."""


def check(pair: Pair) -> Iterator[Conflict]:
    """Yields a conflict for each participant that is another one, at most one an event."""
    linked = pair.alignment.linked()
    loose = [index for index in pair.statement.content if index not in linked]
    if not linked or not loose or not same_occasion(pair):
        return
    mine = [
        frame for frame in read_frames(pair.statement, pair.lexicon) if _holds(pair.statement, frame, loose)
    ]
    theirs = read_frames(pair.evidence, pair.lexicon)
    people = _people(pair, mine, theirs)
    if people:
        yield people
        return
    for frame in mine:
        if not is_asserted(pair.statement, frame):
            continue
        meetings = [
            _Meeting(frame, other, tuple(_shared(pair, frame, other)))
            for other in theirs
            if same_predicate(pair, frame, other)
        ]
        if not meetings:
            continue
        found = (
            _participant(pair, meetings)
            or _modifier(pair, meetings)
            or _peopled(pair, meetings)
            or _office(pair, meetings)
        )
        if found:
            yield found
            return
    for other in (*namesakes.check(pair), *origins.check(pair)):
        yield other
        return


def _holds(analysis: Analysis, frame: Frame, words: Sequence[int]) -> bool:
    """Whether any of some words is in a participant, with what "of" adds, or in what somebody is said to be."""
    spans = [(part.first, with_of(analysis, part.last)) for part in frame.participants]
    if frame.said is not None:
        spans.append(frame.said)
    return any(first <= index < last for first, last in spans for index in words)


def _shared(pair: Pair, mine: Frame, theirs: Frame) -> Iterator[tuple[Participant, Participant]]:
    for one in mine.participants:
        for other in theirs.participants:
            if _same_slot(one, other) and same(pair, one, other):
                yield one, other
                break


def _same_slot(one: Participant, other: Participant) -> bool:
    if one.side is not None and one.side == other.side:
        return True
    return one.slot == other.slot


def _participant(pair: Pair, meetings: list[_Meeting]) -> Conflict | None:
    """Another participant in a slot that the evidence fills, where no frame of it holds the stated one."""
    for one in meetings[0].mine.participants:
        if one.listed or _is_known(pair, one):
            continue
        for meeting in meetings:
            others = [other for other in meeting.theirs.participants if other.slot == one.slot]
            if len(others) != 1 or others[0].listed or not is_asserted(pair.evidence, meeting.theirs):
                continue
            if _is_taken(pair, others[0]) or not _is_closed(pair, meeting, one, others[0]):
                continue
            return _heads(pair, one, others[0])
    return None


def _phrase(analysis: Analysis, part: Participant) -> str:
    words = analysis.words
    return analysis.text[words[part.first].span.start : words[part.last - 1].span.end]


def _is_known(pair: Pair, one: Participant) -> bool:
    """True where the evidence speaks of it anywhere, by whatever name."""
    linked = pair.alignment.linked()
    names = keys(pair.statement, pair.lexicon, one.first, one.last)
    if names:
        return not names.isdisjoint(keys(pair.evidence, pair.lexicon, 0, len(pair.evidence.words)))
    word = pair.statement.words[one.head]
    return word.stop or word.figure >= 0 or word.date >= 0 or one.head in linked


def _is_taken(pair: Pair, other: Participant) -> bool:
    """True where the statement speaks of it too, or it is a pronoun that may be anybody."""
    names = keys(pair.evidence, pair.lexicon, other.first, other.last)
    if names:
        return not names.isdisjoint(keys(pair.statement, pair.lexicon, 0, len(pair.statement.words)))
    word = pair.evidence.words[other.head]
    return word.stop or other.head in pair.alignment.taken


def _is_closed(pair: Pair, meeting: _Meeting, one: Participant, other: Participant) -> bool:
    said = meeting.mine.kind is Kind.COMPLEMENT
    if said and not _is_office(pair, meeting, one):
        subject = any(mine.slot == AGENT for mine, _ in meeting.shared)
        if one.slot not in ("in", "by") or not subject:
            return False
    mine, theirs = is_name(pair.statement, one), is_name(pair.evidence, other)
    if mine and theirs:
        return names_exclude(pair, one, other) and _name_closed(pair, meeting, one)
    if mine or theirs or said:
        return False
    return things_exclude(pair, one, other) and _thing_closed(pair, meeting, one, other)


def _is_office(pair: Pair, meeting: _Meeting, one: Participant) -> bool:
    """True for who holds an office of the same body: "Chile's ambassador is Ruiz", "the mayor of Faro"."""
    word = pair.statement.words[meeting.mine.predicate]
    whose = any(mine.slot in ("of", "to") for mine, _ in meeting.shared)
    return one.slot == AGENT and whose and word.lemma in OFFICES


def _name_closed(pair: Pair, meeting: _Meeting, one: Participant) -> bool:
    """Whether an event has one such participant: a place, what is done once, or enough else in common."""
    lemmas = {pair.statement.words[meeting.mine.predicate].text}
    lemmas |= set(pair.lexicon.lemmas(pair.statement.words[meeting.mine.predicate].text))
    once = not ONCE.isdisjoint(lemmas)
    others = [mine for mine, _ in meeting.shared if mine.head != one.head]
    if meeting.mine.kind is Kind.COMPLEMENT:
        return True
    if one.slot in PLACED:
        return bool(others)
    figures = any(comparison.fit is Fit.SUPPORTS for comparison in pair.alignment.figures)
    if one.slot == AGENT:
        return any(part.slot == PATIENT for part in others) and (once or (figures and len(others) > 1))
    if one.slot in GOALS and not MOVED.isdisjoint(lemmas):
        return any(part.slot == PATIENT and _is_definite(pair.statement, part) for part in others)
    if one.slot == PATIENT or one.slot in GOALS:
        return any(part.slot == AGENT for part in others) and (len(others) > 1 or figures)
    return False


def _thing_closed(pair: Pair, meeting: _Meeting, one: Participant, other: Participant) -> bool:
    """Whether both tell of one scene, in which there is one such thing."""
    others = [mine for mine, _ in meeting.shared if mine.head != one.head]
    if one.slot == AGENT:
        return _is_indefinite(pair.evidence, other)
    subjects = [part for part in others if part.slot == AGENT]
    if pair.statement.words[meeting.mine.predicate].text in BE and one.slot == PATIENT:
        named = any(pair.statement.words[part.head].name >= 0 for part in subjects)
        return named and not (is_person(pair, pair.statement, one) or is_person(pair, pair.evidence, other))
    if one.slot not in FILLED or not subjects:
        return False
    return _is_single(pair.evidence, other) or _in_progress(pair.evidence, meeting.theirs)


def _is_definite(analysis: Analysis, part: Participant) -> bool:
    """True for a name, and for what "the" or "its" tells apart: it is in one place at a time."""
    first = analysis.words[part.first]
    return analysis.words[part.head].name >= 0 or first.text in ("the", "this", "its", "his", "her", "their")


def _is_indefinite(analysis: Analysis, part: Participant) -> bool:
    first = analysis.words[part.first]
    return first.text in ("a", "an", "some", "one") or first.figure >= 0


def _is_single(analysis: Analysis, part: Participant) -> bool:
    head = analysis.words[part.head]
    determined = analysis.tags[part.first] in (Tag.DETERMINER, Tag.FIGURE)
    return determined or head.text == head.lemma


def _in_progress(analysis: Analysis, frame: Frame) -> bool:
    return analysis.words[frame.predicate].text.endswith("ing")


def _modifier(pair: Pair, meetings: list[_Meeting]) -> Conflict | None:
    """Another kind of the same: "a hockey player" / "a football player", as the same participant."""
    taken = pair.alignment.taken
    for contrast in pair.alignment.contrasts:
        if contrast.relation is not Relation.SIBLING or contrast.evidence in taken:
            continue
        for meeting in meetings:
            for one, other in meeting.shared:
                if one.listed or other.listed or not _modifies(contrast.statement, one):
                    continue
                enough = one.slot == AGENT or any(part.slot == AGENT for part, _ in meeting.shared)
                if (
                    _modifies(contrast.evidence, other)
                    and enough
                    and is_asserted(pair.evidence, meeting.theirs)
                ):
                    return _words(pair, contrast.statement, contrast.evidence)
    return None


def _peopled(pair: Pair, meetings: list[_Meeting]) -> Conflict | None:
    """Another people's of the same: "Kazakh investors bought it" / "Azerbaijani investors bought it"."""
    for meeting in meetings:
        for one in meeting.mine.participants:
            mine = people_of(pair, pair.statement, one)
            if len(mine) != 1 or one.listed or _is_known(pair, one):
                continue
            for other in meeting.theirs.participants:
                theirs = people_of(pair, pair.evidence, other)
                if len(theirs) != 1 or other.listed or other.slot != one.slot:
                    continue
                heads = pair.statement.words[one.head].text, pair.evidence.words[other.head].text
                words = pair.statement.words[mine[0]].text, pair.evidence.words[theirs[0]].text
                if pair.lexicon.relation(*heads) not in ALIKE or not peoples_differ(pair, *words):
                    continue
                if _name_closed(pair, meeting, one) and is_asserted(pair.evidence, meeting.theirs):
                    return _words(pair, mine[0], theirs[0])
    return None


def _office(pair: Pair, meetings: list[_Meeting]) -> Conflict | None:
    """The holder of another office: "opened by the prime minister" / "by the minister of fisheries"."""
    for meeting in meetings:
        for one in meeting.mine.participants:
            if one.listed or not _name_closed(pair, meeting, one):
                continue
            for other in meeting.theirs.participants:
                told = (
                    other.slot == one.slot and not other.listed and is_asserted(pair.evidence, meeting.theirs)
                )
                if told and offices_exclude(pair, one, other):
                    return _heads(pair, one, other)
    return None


def _heads(pair: Pair, one: Participant, other: Participant) -> Conflict:
    return pair.conflict(
        CODE,
        pair.statement_span(one.first, one.last),
        pair.evidence_span(other.first, other.last),
        f"{_phrase(pair.statement, one)} is not {_phrase(pair.evidence, other)}",
    )


def _modifies(index: int, part: Participant) -> bool:
    return part.first <= index < part.head


def _words(pair: Pair, one: int, other: int) -> Conflict:
    mine, theirs = pair.statement.words[one], pair.evidence.words[other]
    return pair.conflict(CODE, mine.span, theirs.span, f"{mine.raw} is not {theirs.raw}")


def _people(pair: Pair, mine: Sequence[Frame], theirs: Sequence[Frame]) -> Conflict | None:
    """ "is a Danish actress" / "is a Norwegian actress": another people's, of the same somebody."""
    told = [frame for frame in mine if frame.said is not None]
    said = [(frame, found) for frame in told if len(found := said_peoples(pair, pair.statement, frame)) == 1]
    for frame, one in said:
        for other in theirs:
            found = said_peoples(pair, pair.evidence, other)
            if len(found) != 1 or not (
                is_asserted(pair.statement, frame) and is_asserted(pair.evidence, other)
            ):
                continue
            words = pair.statement.words[one[0]].text, pair.evidence.words[found[0]].text
            if peoples_differ(pair, *words) and any(
                part.slot == AGENT for part, _ in _shared(pair, frame, other)
            ):
                return _words(pair, one[0], found[0])
    return None
