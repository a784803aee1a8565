"""Events and who takes part in them, read from clauses and from noun phrases.

A frame is a predicate (a verb, a noun such as "aid" or "invasion", what somebody is said to be) with its
participants, each in a slot: `agent`, `patient`, or the preposition that ties it to the predicate. Slots
fall on two sides, from where and to where, so that "X lends to Y", "Y borrows from X", "X's loan to Y" and
"Y was lent money by X" can be held against one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.clauses import Clause
from factcheck.language.frame import AGENT, PATIENT, Frame, Kind, Participant, Side
from factcheck.language.lexicon import Lexicon
from factcheck.language.phrases import NOMINAL, Phrase, noun_phrases, read_gaps
from factcheck.language.tags import BE, Tag

# Verbs of one affair, each told from where it starts (left) and from where it ends (right).
_CONVERSES = (
    ("lend loan", "borrow"),
    ("sell", "buy purchase acquire procure"),
    ("give provide supply donate grant send deliver award", "receive get obtain accept"),
    ("teach tutor", "learn study"),
    ("export", "import"),
    ("beat defeat win overcome", "lose"),
    ("precede", "follow succeed"),
    ("own possess", "belong"),
    ("employ hire", "work"),
    ("lease let rent", "rent"),
    ("bequeath leave", "inherit"),
    ("cause", "result stem"),
    ("answer reply respond", ""),
)


def _affairs() -> dict[str, tuple[frozenset[int], bool]]:
    found: dict[str, tuple[frozenset[int], bool]] = {}
    for number, sides in enumerate(_CONVERSES):
        for turned, verbs in enumerate(sides):
            for verb in verbs.split():
                known = found.get(verb, (frozenset(), bool(turned)))[0]
                found[verb] = known | {number}, bool(turned)
    return found


_AFFAIRS = _affairs()
_LIGHT = frozenset(
    "provide give offer send get receive make take launch deliver grant supply extend carry pay obtain have "
    "accept owe show express impose conduct begin start continue stop end increase reduce expand".split()
)
"""Verbs that leave it to their object to say what is done: "provide aid to", "launch an attack on"."""
_TARGETS = frozenset(("to", "into", "onto", "against", "toward", "towards", "for"))
_HELD = frozenset("hold conduct organise organize stage launch occur happen take".split())
"""Verbs that say of an action, as their subject, that it is done: "a meeting of the board was held"."""


@lru_cache(maxsize=16 * READINGS)
def affairs(lexicon: Lexicon, word: str) -> tuple[frozenset[int], bool]:
    """Which affairs a verb or its noun belongs to, and whether it tells them from where they end."""
    for lemma in (word, *lexicon.lemmas(word)):
        if lemma in _AFFAIRS:
            return _AFFAIRS[lemma]
    return frozenset(), False


def read_phrases(analysis: Analysis) -> tuple[Phrase, ...]:
    """The noun phrases of a text, in order."""
    if analysis.noun_phrases is None:
        gaps = read_gaps(analysis.text, analysis.words)
        analysis.noun_phrases = noun_phrases(analysis.words, analysis.tags, gaps)
    return analysis.noun_phrases


@lru_cache(maxsize=READINGS)
def read_frames(analysis: Analysis, lexicon: Lexicon) -> tuple[Frame, ...]:
    """The frames of a text: of its clauses in order, then of its noun phrases."""
    return tuple(_frames(analysis, lexicon))


def _frames(analysis: Analysis, lexicon: Lexicon) -> Iterator[Frame]:
    named: dict[int, tuple[Phrase, ...]] = {}
    for clause in analysis.clauses:
        yield from _of_clause(analysis, lexicon, clause, named)
        if analysis.words[clause.verb].text in BE and clause.finite:
            named.update((phrase.head, clause.subjects) for phrase in clause.objects)
    phrases = read_phrases(analysis)
    yield from _appositions(analysis, phrases)
    for number, phrase in enumerate(phrases):
        frame = _of_phrase(analysis, lexicon, phrase, phrases[number + 1 : number + 6])
        if frame:
            yield frame


def _of_clause(
    analysis: Analysis, lexicon: Lexicon, clause: Clause, named: dict[int, tuple[Phrase, ...]]
) -> Iterator[Frame]:
    """The frames of a clause; `named` says who is what earlier clauses call it: "X is a film made by Y"."""
    word = analysis.words[clause.verb].text
    turned = affairs(lexicon, word)[1]
    agents = [(phrase, AGENT) for phrase in _with_names(clause.agents, named)]
    patients = [(phrase, PATIENT) for phrase in _with_names(clause.patients, named)]
    if clause.passive:
        patients += [(phrase, PATIENT) for phrase in clause.objects]
    others = [
        (phrase, phrase.preposition)
        for phrase in clause.adjuncts
        if phrase.preposition
        and phrase.preposition != "of"
        and analysis.tags[phrase.head] is not Tag.DATE
        and not (clause.passive and phrase.preposition == "by")
        and not _of_subject(analysis, clause, phrase)
    ]
    parts = [_participant(phrase, slot, turned) for phrase, slot in (*agents, *patients, *others)]
    yield Frame(clause.verb, Kind.VERB, tuple(parts), clause)
    if word in BE and clause.subjects:
        yield from _complements(analysis, clause)
    elif clause.objects and not clause.passive:
        yield from _light(analysis, clause, parts)
    if clause.subjects and analysis.words[clause.verb].lemma in _HELD:
        yield from _held(analysis, clause, parts)


def _of_subject(analysis: Analysis, clause: Clause, phrase: Phrase) -> bool:
    """True for what a preposition adds to a noun before the verb: "performers from Ukraine are"."""
    before = phrase.first - 2
    return before >= 0 and phrase.last <= clause.group[0] and analysis.tags[before] in NOMINAL


def _with_names(phrases: tuple[Phrase, ...], named: dict[int, tuple[Phrase, ...]]) -> list[Phrase]:
    return [other for phrase in phrases for other in (*named.get(phrase.head, ()), phrase)]


def _complements(analysis: Analysis, clause: Clause) -> Iterator[Frame]:
    """ "is the father of", "is larger than": the noun or adjective is the predicate."""
    subjects = [_participant(phrase, AGENT, False) for phrase in clause.subjects]
    adjuncts = [
        _participant(phrase, phrase.preposition, False)
        for phrase in clause.adjuncts
        if phrase.preposition
        and phrase.first >= clause.group[1]
        and analysis.tags[phrase.head] is not Tag.DATE
    ]
    for phrase in clause.objects[:1]:
        subject = clause.subjects[0]
        if analysis.tags[phrase.head] is Tag.NAME and analysis.tags[subject.head] is Tag.NOUN:
            whose = [
                _participant(other, "of", False)
                for other in clause.adjuncts
                if other.preposition == "of" and other.first == subject.last + 1
            ]
            holder = _participant(phrase, AGENT, False)
            yield _complement(analysis, subject, [holder, *whose], adjuncts, clause)
        else:
            yield _complement(analysis, phrase, subjects, adjuncts, clause)
    index = clause.group[1]
    while index < len(analysis.tags) and analysis.tags[index] is Tag.ADVERB:
        index += 1
    if index < len(analysis.tags) and analysis.tags[index] is Tag.ADJECTIVE and adjuncts:
        yield Frame(index, Kind.COMPLEMENT, (*subjects, *adjuncts), clause)


def _complement(
    analysis: Analysis,
    phrase: Phrase,
    subjects: list[Participant],
    adjuncts: list[Participant],
    clause: Clause | None,
) -> Frame:
    own = [_slotted(part, "of") for part in _owners(analysis, phrase)]
    said = (phrase.first, phrase.last)
    return Frame(phrase.head, Kind.COMPLEMENT, (*subjects, *own, *adjuncts), clause, said)


def _held(analysis: Analysis, clause: Clause, parts: Iterable[Participant]) -> Iterator[Frame]:
    """ "a meeting of the board was held in": the subject is the predicate."""
    subject = clause.subjects[0]
    word = analysis.words[clause.verb].lemma
    light = (
        clause.passive
        or (word == "take" and "place" in _heads(analysis, clause))
        or word in ("occur", "happen")
    )
    if light and analysis.tags[subject.head] is Tag.NOUN:
        whose = [
            _participant(phrase, AGENT, False)
            for phrase in clause.adjuncts
            if phrase.preposition == "of" and phrase.first == subject.last + 1
        ]
        others = [part for part in parts if part.slot not in (AGENT, PATIENT)]
        yield Frame(subject.head, Kind.NOUN, (*whose, *others), clause)
        if whose:
            done_to = [_slotted(part, "of") for part in whose]
            yield Frame(subject.head, Kind.NOUN, (*done_to, *others), clause)


def _heads(analysis: Analysis, clause: Clause) -> list[str]:
    return [analysis.words[phrase.head].text for phrase in clause.objects]


def _appositions(analysis: Analysis, phrases: Sequence[Phrase]) -> Iterator[Frame]:
    """ "Ana Ruiz, a Chilean pilot", "the Chilean pilot Ana Ruiz": what a name is said to be in passing."""
    for number, phrase in enumerate(phrases):
        if analysis.tags[phrase.head] is not Tag.NAME:
            continue
        name = analysis.names[analysis.words[phrase.head].name]
        agent = Participant(name.first, name.last, phrase.head, AGENT, Side.ORIGIN, phrase.listed)
        if phrase.first < name.first and analysis.tags[name.first - 1] in (Tag.NOUN, Tag.ADJECTIVE):
            said = (phrase.first, name.first)
            yield Frame(name.first - 1, Kind.COMPLEMENT, (agent,), None, said)
        after = phrases[number + 1] if number + 1 < len(phrases) else None
        if after is None or after.first != phrase.last or phrase.listed or after.listed:
            continue
        own = [_slotted(part, "of") for part in _owners(analysis, after)]
        article = analysis.words[after.first].text in ("a", "an", "the")
        if (article or own) and analysis.tags[after.head] in (Tag.NOUN, Tag.NAME):
            yield Frame(after.head, Kind.COMPLEMENT, (agent, *own), None, (after.first, after.last))


def _light(analysis: Analysis, clause: Clause, parts: Iterable[Participant]) -> Iterator[Frame]:
    """ "provide aid to": the object is the predicate of whoever takes part in the verb."""
    phrase = clause.objects[-1]
    if analysis.tags[phrase.head] is Tag.NOUN and analysis.words[clause.verb].lemma in _LIGHT:
        yield Frame(phrase.head, Kind.NOUN, tuple(part for part in parts if part.head != phrase.head), clause)


def _of_phrase(
    analysis: Analysis, lexicon: Lexicon, phrase: Phrase, following: Sequence[Phrase]
) -> Frame | None:
    """ "Azerbaijani aid to Ukraine", "Russia's invasion of Georgia", "a loan from Poland to Lithuania"."""
    if analysis.tags[phrase.head] is not Tag.NOUN:
        return None
    turned = affairs(lexicon, analysis.words[phrase.head].text)[1]
    owners = [*_owners(analysis, phrase), *_peoples(analysis, lexicon, phrase)]
    parts = [_participant(_phrase_of(part), AGENT, turned) for part in owners]
    end = phrase.last
    for follower in following:
        if follower.first != end + 1 or analysis.tags[end] is not Tag.PREPOSITION:
            break
        slot = follower.preposition or ""
        target = slot == "of" and bool(owners)
        origin = slot == "by"
        part = _participant(follower, slot, turned)
        if target or origin:
            side = Side.TARGET if target != turned else Side.ORIGIN
            part = Participant(part.first, part.last, part.head, slot, side, part.listed)
        parts.append(part)
        end = follower.last
    return Frame(phrase.head, Kind.NOUN, tuple(parts), None) if len(parts) > 1 else None


def _phrase_of(part: Participant) -> Phrase:
    return Phrase(part.first, part.last, part.head, None, part.listed)


def _slotted(part: Participant, slot: str) -> Participant:
    return Participant(part.first, part.last, part.head, slot, None, part.listed)


def _owners(analysis: Analysis, phrase: Phrase) -> list[Participant]:
    """Who has what the phrase names: "Poland's"."""
    found = []
    for index in range(phrase.first, phrase.head):
        raw = analysis.words[index].raw
        after = analysis.words[index + 1]
        if raw.endswith(("'s", "’s")) or (
            after.text == "s" and after.span.start - analysis.words[index].span.end < 3
        ):
            name = analysis.words[index].name
            first = analysis.names[name].first if name >= 0 else index
            found.append(Participant(max(first, phrase.first), index + 1, index, AGENT, Side.ORIGIN, False))
    return found


def _peoples(analysis: Analysis, lexicon: Lexicon, phrase: Phrase) -> list[Participant]:
    """Which people's it is: "Azerbaijani"."""
    return [
        Participant(index, index + 1, index, AGENT, Side.ORIGIN, False)
        for index in range(phrase.first, phrase.head)
        if lexicon.demonym(analysis.words[index].text) is not None
    ]


def _participant(phrase: Phrase, slot: str, turned: bool) -> Participant:
    side = None
    if slot == AGENT:
        side = Side.TARGET if turned else Side.ORIGIN
    elif slot == "from":
        side = Side.ORIGIN
    elif slot in _TARGETS:
        side = Side.ORIGIN if turned else Side.TARGET
    elif slot == PATIENT and not turned:
        side = Side.TARGET
    return Participant(phrase.first, phrase.last, phrase.head, slot, side, phrase.listed)
