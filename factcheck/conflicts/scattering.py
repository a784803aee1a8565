"""A statement gathered from several clauses of a text: no clash, but no support either.

"An attacker can read the keys over the network" has every word of "An attacker on the spot can read the keys; the
flaw cannot be exploited over the network", and says what neither clause does. What one clause of the statement tells,
one clause of the text has to tell: the one with its verb, with the subject that it shares with another, what "is" makes
the same, and as many phrases from elsewhere as it has words that point there ("it", "their", "the company").

Left alone are dates and figures (`crossings`), what stands before the first verb of a sentence, and what is said in
another verb of the same subject ("They met and signed a treaty in Lima").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from factcheck.conflicts.identity import keys
from factcheck.conflicts.matter import Ties, weighs
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.clauses import Clause, Phrase
from factcheck.language.frames import read_phrases
from factcheck.language.negation import negations
from factcheck.language.reach import sentence_of
from factcheck.language.segments import SHARED, Segments, is_attributive, segments
from factcheck.language.tags import BE, DO, HAVE, Tag
from factcheck.model import Conflict

CODE = "role"
_LIGHT = BE | HAVE | DO
_POINTING = frozenset(
    "he she it they we him her them us its his their our who which that whose this these those one both each former "
    "latter".split()
)
_DEFINITE = frozenset("the this that these those".split())
_PLACING = frozenset(("in", "at", "near"))
_THERE = frozenset("there here where which this that town city country place".split())
"""What can point to a place."""
_ARTICLES = frozenset(("a", "an", "the"))
_NEAR = 3
"""So many words behind "the", the noun that it points with is looked for."""


def overreach(pair: Pair) -> Iterator[Conflict]:
    """At most one: the first phrase that nothing ties to the verb of its clause."""
    found = segments(pair.evidence)
    if len(found.clauses) < 2:
        return
    ties = pair.ties
    for clause in pair.statement.clauses:
        loose = _loose(pair, ties, clause.verb, _phrases(pair, ties, clause), found)
        if loose:
            phrase = loose[0]
            there = min(ties.of(phrase.head))
            yield pair.conflict(
                CODE, pair.statement_span(phrase.first, phrase.last), pair.evidence_span(there, there + 1)
            )
            return


def _phrases(pair: Pair, ties: Ties, clause: Clause) -> list[Phrase]:
    """The phrases of a clause of the statement; a finite one's comparatives (earlier), participles and infinitives
    too, with the phrases of those whose verb the text has not."""
    analysis = pair.statement
    found = [clause]
    single: list[int] = []
    stated = segments(analysis)
    number = stated.numbers[clause.verb]
    if clause in stated.clauses:
        hanging = [other for other in analysis.clauses if _hangs(analysis, stated, other, number)]
        found += [other for other in hanging if not ties.of(other.verb)]
        single = [other.verb for other in hanging]
        single += [
            at
            for at, tag in enumerate(analysis.tags)
            if tag is Tag.ADVERB and stated.numbers[at] == number and analysis.words[at].text.endswith("er")
        ]
    phrases = {
        phrase.head: phrase
        for other in found
        for phrase in (*other.subjects, *other.objects, *other.adjuncts)
    }
    if clause in stated.clauses:
        phrases |= {phrase.head: phrase for phrase in _appositions(analysis, number)}
    return [*phrases.values(), *(Phrase(at, at + 1, at, None) for at in single)]


def _appositions(analysis: Analysis, number: int) -> Iterator[Phrase]:
    """What stands between commas behind a phrase of a clause: Ana, a former diver, won."""
    numbers = segments(analysis).numbers
    for before, phrase in pairwise(read_phrases(analysis)):
        end, start = analysis.words[before.last - 1].span.end, analysis.words[phrase.first].span.start
        article = analysis.words[phrase.first].text in _ARTICLES
        if (
            numbers[phrase.head] == number
            and article
            and "," in analysis.text[end:start]
            and before.last == phrase.first
        ):
            yield phrase


def _hangs(analysis: Analysis, stated: Segments, clause: Clause, number: int) -> bool:
    """Whether a participle or an infinitive hangs on a finite clause: behind it, or before the first verb."""
    own = stated.numbers[clause.verb]
    main = stated.clauses[number]
    leads = (
        own == SHARED
        and clause.verb < main.verb
        and sentence_of(analysis, clause.verb) == sentence_of(analysis, main.verb)
    )
    return not clause.finite and (own == number or leads)


def _loose(
    pair: Pair, ties: Ties, verb: int, phrases: Sequence[Phrase], found: Segments
) -> tuple[Phrase, ...]:
    """The phrases that the text has in none of its clauses with a verb of the statement, nor points to from there."""
    places = ties.of(verb)
    if pair.statement.words[verb].text in _LIGHT or not weighs(pair.statement, verb) or not places:
        return ()
    fewest: tuple[Phrase, ...] | None = None
    denied = verb in _denied(pair.statement)
    for place in sorted(places):
        number = found.numbers[place]
        if (place in _denied(pair.evidence)) is not denied:
            continue
        verbal = pair.evidence.tags[place] is Tag.VERB and not is_attributive(pair.evidence, place)
        if not verbal or number == SHARED:
            return ()
        own = _own(pair.evidence, found, number)
        elsewhere = [phrase for phrase in phrases if _is_elsewhere(pair, ties, phrase, found, number, own)]
        placed = [phrase for phrase in elsewhere if _is_place(pair.statement, phrase)]
        if placed and not any(pair.evidence.words[at].text in _THERE for at in own):
            rest = tuple(placed)
        else:
            rest = tuple(elsewhere) if len(elsewhere) > _pointers(pair, own) else ()
        if fewest is None or len(rest) < len(fewest):
            fewest = rest
    return fewest or ()


def _is_place(analysis: Analysis, phrase: Phrase) -> bool:
    """True for "in Lima", to which "it" or "we" cannot point."""
    return phrase.preposition in _PLACING and analysis.words[phrase.head].name >= 0


@lru_cache(maxsize=READINGS)
def _denied(analysis: Analysis) -> frozenset[int]:
    return frozenset(focus for negation in negations(analysis) if negation.holds for focus in negation.focus)


def _own(analysis: Analysis, found: Segments, number: int) -> frozenset[int]:
    """The words of a clause: its segment, its subject wherever it stands, and what is said to be the same."""
    clause = found.clauses[number]
    own = {at for at, other in enumerate(found.numbers) if other == number}
    phrases = [*clause.subjects, *clause.objects, *_equals(analysis, clause)]
    first = min(own, default=0)
    if first and analysis.tags[first - 1] is Tag.PREPOSITION:  # "essential to how they work"
        own.update(at for at, other in enumerate(found.numbers) if other == found.numbers[first - 1])
    if not clause.subjects:  # "Built of stone, the tower is old"; "The tower, built of stone, is old"
        sentence = sentence_of(analysis, clause.verb)
        for other in found.clauses[max(0, number - 1) : number + 2]:
            phrases += other.subjects if sentence_of(analysis, other.verb) == sentence else ()
    for phrase in phrases:
        own.update(range(phrase.first, phrase.last))
    return frozenset(own)


def _equals(analysis: Analysis, clause: Clause) -> Iterator[Phrase]:
    """What "is" says to be the same as a subject: of "A is a film made by B", the film is A."""
    for other in analysis.clauses:
        if analysis.words[other.verb].text in BE and any(
            said.first <= phrase.head < said.last for said in other.objects for phrase in clause.subjects
        ):
            yield from other.subjects


def _is_elsewhere(
    pair: Pair, ties: Ties, phrase: Phrase, found: Segments, number: int, own: frozenset[int]
) -> bool:
    """Whether the text has a phrase of the statement's, and has it only outside a clause's own words."""
    word = pair.statement.words[phrase.head]
    tied = ties.of(phrase.head)
    if word.date >= 0 or word.figure >= 0 or not weighs(pair.statement, phrase.head) or not tied:
        return False
    evidence = pair.evidence
    lemmas = {evidence.words[at].lemma for at in tied}
    places = [at for at, other in enumerate(evidence.words) if other.lemma in lemmas]
    named = keys(pair.statement, pair.lexicon, phrase.first, phrase.last)
    if named and any(not named.isdisjoint(keys(evidence, pair.lexicon, at, at + 1)) for at in own):
        return False
    subjects = found.clauses[number].subjects
    for at in places:
        there = found.numbers[at]
        joined = phrase.preposition and there != SHARED and found.clauses[there].subjects == subjects
        if at in own or there == SHARED or joined:
            return False
    return True


def _pointers(pair: Pair, own: frozenset[int]) -> int:
    """How many words of a clause point to somebody or something outside of it."""
    words = pair.evidence.words
    linked = {link.evidence for link in pair.alignment.links}
    return sum(
        words[at].text in _POINTING
        or (words[at].text in _DEFINITE and linked.isdisjoint(range(at + 1, at + 1 + _NEAR)))
        for at in own
    )
