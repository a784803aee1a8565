"""Two facts of one text put together wrongly: no clash, but no support either.

"Applications rose 6 per cent. Costs fell." holds every word of "Costs rose 6 per cent". What the statement says of
somebody or something, the text must not say of another one only:

- a subject or an object of which the text tells elsewhere, while the verb has another one there: "The board moved
  the meeting." / "The chair moved the meeting; the board objected."
- a date or a figure of another verb, where the statement's has one of its own: "She moved in 1961." / "She moved in
  1927 and retired in 1961."

Left alone are pronouns, "the company" behind a name that it may stand for, "A is a B" and what is told of B, what
stands in the same clause (whose part it plays there is the business of `roles`), and verbs of which the text has only
a noun. `of_another` is what dates and figures ask: a figure of another subject clashes with nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.align import Comparison
from factcheck.conflicts.identity import keys
from factcheck.conflicts.matter import Ties, clause_of, weighs
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import Analysis
from factcheck.language.clauses import Clause, Phrase
from factcheck.language.intervals import Relation as Fit
from factcheck.language.reach import sentence_of
from factcheck.language.segments import SHARED, is_attributive, segments
from factcheck.language.tags import BE, DO, HAVE, Tag
from factcheck.model import Conflict, Span

CODE = "role"
_LIGHT = BE | HAVE | DO
_DEFINITE = frozenset("the this that these those its his her their our both".split())
_THINGS = (Tag.NOUN, Tag.NAME)
_PARTING = (Tag.PRONOUN, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.VERB)


def overreach(pair: Pair) -> Iterator[Conflict]:
    """At most one."""
    ties = pair.ties
    for found in (*_of_others(pair, ties), *_measured_elsewhere(pair, ties)):
        yield found
        return


def of_another(pair: Pair, mine: Span, theirs: Span) -> bool:
    """Whether what stands at a span of the statement and at one of the text are told of different subjects.

    True only where the text tells of the statement's subject as well, in another clause.
    """
    one = clause_of(pair.statement, _word_at(pair.statement, mine))
    other = clause_of(pair.evidence, _word_at(pair.evidence, theirs))
    ties = pair.ties
    if one is None or other is None or one.passive is not other.passive or ties.is_ergative(one, other):
        return False
    subjects = [phrase for phrase in one.subjects if _is_thing(pair.statement, phrase)]
    others = _with_equals(pair.evidence, other.subjects)
    return bool(subjects) and all(
        _is_another(pair, ties, phrase, others, (one.verb, other.verb)) for phrase in subjects
    )


def _word_at(analysis: Analysis, span: Span) -> int:
    return next(at for at, word in enumerate(analysis.words) if word.span.end > span.start)


def _of_others(pair: Pair, ties: Ties) -> Iterator[Conflict]:
    """A doer, or something done to, in whose place the text has another one wherever it has the verb."""
    for clause in pair.statement.clauses:
        theirs = _same_verbs(pair, ties, clause)
        if not theirs:
            continue
        for mine, doers in ((clause.agents, True), (clause.patients, False)):
            if (
                not mine
                or not _is_thing(pair.statement, mine[0])
                or _is_parted(pair.statement, mine[0], clause)
            ):
                continue
            if all(
                _has_another(pair, ties, clause, other, doers=doers)
                or _is_told_apart(pair, ties, mine[0], other, doers=doers)
                for other in theirs
            ):
                other = (theirs[0].agents if doers else theirs[0].patients)[0]
                yield _conflict(pair, mine[0].first, mine[0].last, other.head)
                return


def _same_verbs(pair: Pair, ties: Ties, clause: Clause) -> list[Clause]:
    """The clauses of the text with the verb of a clause of the statement; none where a noun says the same."""
    verb = clause.verb
    if pair.statement.words[verb].text in _LIGHT or not weighs(pair.statement, verb):
        return []
    found = []
    for index in sorted(ties.of(verb)):
        other = clause_of(pair.evidence, index)
        verbal = pair.evidence.tags[index] is Tag.VERB and not is_attributive(pair.evidence, index)
        if other is None or not verbal or not _in_group(other, index):
            return []
        found.append(other)
    return found


def _in_group(clause: Clause, index: int) -> bool:
    return clause.group[0] <= index < clause.group[1]


def _is_thing(analysis: Analysis, phrase: Phrase) -> bool:
    return analysis.tags[phrase.head] in _THINGS and not analysis.words[phrase.head].stop


def _is_parted(analysis: Analysis, phrase: Phrase, clause: Clause) -> bool:
    """True where another clause stands between a phrase and the verb that follows it."""
    return any(tag in _PARTING for tag in analysis.tags[phrase.last : clause.group[0]])


def _has_another(pair: Pair, ties: Ties, mine: Clause, theirs: Clause, *, doers: bool) -> bool:
    """Whether a clause of the text has another doer, or another thing done to, than one of the statement."""
    if ties.is_ergative(mine, theirs):
        return False
    stated, found = (mine.agents, theirs.agents) if doers else (mine.patients, theirs.patients)
    others = _with_equals(pair.evidence, found)
    return all(_is_another(pair, ties, phrase, others, (mine.verb, theirs.verb)) for phrase in stated)


def _is_told_apart(pair: Pair, ties: Ties, mine: Phrase, theirs: Clause, *, doers: bool) -> bool:
    """Whether a clause of the text has another one of the same kind: the copper version, where the palladium version
    is asked for and the text has palladium elsewhere."""
    statement, evidence = pair.statement, pair.evidence
    marks = [at for at in range(mine.first, mine.head) if weighs(statement, at)]
    if statement.words[mine.head].name >= 0 or not marks or any(not ties.of(at) for at in marks):
        return False
    numbers = segments(evidence).numbers
    for phrase in theirs.agents if doers else theirs.patients:
        own = [at for at in range(phrase.first, phrase.head) if weighs(evidence, at) and not ties.under(at)]
        apart = all(numbers[place] != numbers[theirs.verb] for at in marks for place in ties.of(at))
        if ties.tied(mine.head, phrase.head) and own and apart:
            return True
    return False


def _with_equals(analysis: Analysis, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Phrases, and what "is" says to be the same: of "A is a film produced by B", A with the film."""
    equal = [
        subject
        for clause in analysis.clauses
        if analysis.words[clause.verb].text in BE
        and any(said.first <= phrase.head < said.last for said in clause.objects for phrase in phrases)
        for subject in clause.subjects
    ]
    return [*phrases, *equal]


def _is_another(
    pair: Pair, ties: Ties, stated: Phrase, found: Sequence[Phrase], verbs: tuple[int, int]
) -> bool:
    """Whether none of some phrases of the text can be one of the statement's, which the text has elsewhere."""
    evidence = pair.evidence
    places = ties.of(stated.head)
    if not places or not found or not all(_is_thing(evidence, phrase) for phrase in found):
        return False
    if any(_is_same(pair, ties, stated, phrase, verbs) for phrase in found):
        return False
    if any(evidence.words[phrase.first].text in _DEFINITE and min(places) < phrase.first for phrase in found):
        return False
    return all(_is_apart(evidence, place, verbs[1]) for place in places)


def _is_same(pair: Pair, ties: Ties, stated: Phrase, found: Phrase, verbs: tuple[int, int]) -> bool:
    mine = keys(pair.statement, pair.lexicon, stated.first, stated.last)
    theirs = keys(pair.evidence, pair.lexicon, found.first, found.last)
    return not mine.isdisjoint(theirs) or ties.same_phrase(stated, found, *verbs)


def _is_apart(analysis: Analysis, index: int, verb: int) -> bool:
    """Whether a word stands in another sentence than a verb, or in another finite clause."""
    if sentence_of(analysis, index) != sentence_of(analysis, verb):
        return True
    own = next(
        (
            clause
            for clause in analysis.clauses
            if any(phrase.first <= index < phrase.last for phrase in clause.subjects)
        ),
        clause_of(analysis, index),
    )
    return own is not None and own.finite and not _in_group(own, verb)


def _measured_elsewhere(pair: Pair, ties: Ties) -> Iterator[Conflict]:
    """A date or a figure that the text gives to another verb, where the statement's has one of its own."""
    for comparisons, kind in ((pair.alignment.dates, "date"), (pair.alignment.figures, "figure")):
        for found in comparisons:
            places = _places(pair, found, kind) if found.fit is Fit.SUPPORTS else None
            clause = clause_of(pair.statement, places[0]) if places else None
            own = clause_of(pair.evidence, places[1]) if places else None
            if places is None or clause is None or own is None:
                continue
            for holder in dict.fromkeys((clause, _main(pair.statement, clause))):
                verbs = _same_verbs(pair, ties, holder)
                if verbs and all(
                    _has_its_own(pair.evidence, other, own, found.evidence, kind) for other in verbs
                ):
                    yield _conflict(pair, places[0], places[0] + 1, places[1])
                    return


def _main(analysis: Analysis, clause: Clause) -> Clause:
    """The finite clause of which a clause is the object ("recommended cutting"); else the clause itself."""
    found = segments(analysis)
    number = found.numbers[clause.verb]
    if clause.finite or number == SHARED:
        return clause
    main = found.clauses[number]
    return main if 0 <= clause.group[0] - main.group[1] <= 1 else clause


def _places(pair: Pair, found: Comparison, kind: str) -> tuple[int, int] | None:
    """The first words of a date or a figure of the statement, and of the text."""
    mine = _first(pair.statement, kind, found.statement)
    theirs = _first(pair.evidence, kind, found.evidence)
    return None if mine is None or theirs is None else (mine, theirs)


def _first(analysis: Analysis, kind: str, number: int) -> int | None:
    return next((at for at, word in enumerate(analysis.words) if getattr(word, kind) == number), None)


def _has_its_own(analysis: Analysis, clause: Clause, other: Clause, number: int, kind: str) -> bool:
    """Whether a clause, not the one that has a date or a figure, has another one."""
    if clause.group == other.group:
        return False
    first = clause.group[0]
    if clause.finite:
        numbers = segments(analysis).numbers
        own = numbers[clause.verb]
        first = next((at for at, one in enumerate(numbers) if one == own != SHARED), first)
    if kind == "figure":  # "the 30 per cent recommended"
        first = min([first, *(phrase.first for phrase in (*clause.subjects, *clause.objects))])
    held = {getattr(word, kind) for word in analysis.words[first : clause.last]} - {-1}
    return bool(held) and number not in held


def _conflict(pair: Pair, first: int, last: int, there: int) -> Conflict:
    return pair.conflict(CODE, pair.statement_span(first, last), pair.evidence_span(there, there + 1))
