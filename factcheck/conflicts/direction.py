"""`direction`: the one says up where the other says down, before where it says after, safe where it says
dangerous.

Flags opposites that are said of the same thing, by the same doer where there is one:

- "Gas exports have shrunk." / "Our exports of gas have grown every year."
- "Ties have warmed." / "Relations have deteriorated."
- "The party opposes the bill." / "The party supports the bill."
- "The lake is safe." / "The lake is dangerous."
- "The fire broke out before the match." / "The fire broke out after the match."

Leaves alone:

- opposites said of other things ("Prices rose." / "Wages fell."), by other doers ("Japan sold the ship." /
  "China bought the ship.");
- evidence that has both ("rose, then fell"), or that says what the statement says in another word;
- an opposite that is denied ("rose" / "did not fall"), planned or only possible;
- opposites seen from the other end ("A is larger than B" / "B is smaller than A").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.conflicts.matter import Ties, clause_of
from factcheck.conflicts.opposites import candidate_pairs, says_both
from factcheck.conflicts.pair import Pair
from factcheck.conflicts.same_theme import same_subject
from factcheck.conflicts.themes import standard_of
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.frames import affairs
from factcheck.language.intervals import Relation as Fit
from factcheck.language.irrealis import covering, irrealis
from factcheck.language.irrealis_words import IrrealisKind
from factcheck.language.negation import negations
from factcheck.language.reach import clause_end, clause_start, word_set
from factcheck.language.tags import Tag
from factcheck.model import Conflict

CODE = "direction"

_REVERSIBLE = word_set(
    "open close begin start end finish launch arrive leave depart enter exit join buy sell "
    "marry divorce appear disappear reopen shut lock unlock load unload come go ascend "
    "descend born die conclude commence stop"
)
"""Events that follow one another: both may have happened unless they are said of the same time."""

_TIMES = {"before": "after", "after": "before"}


def check(pair: Pair) -> Iterator[Conflict]:
    """One conflict at the most."""
    for found in (*_opposites(pair), *_times(pair)):
        yield found
        return


def _two_ends(pair: Pair, mine: int, theirs: int) -> bool:
    """True for two ends of one affair where a passive hides whose end it is: "was sold to A" / "A bought"."""
    one, _ = affairs(pair.lexicon, pair.statement.words[mine].text)
    other, _ = affairs(pair.lexicon, pair.evidence.words[theirs].text)
    if one.isdisjoint(other):
        return False
    clauses = (clause_of(pair.statement, mine), clause_of(pair.evidence, theirs))
    return any(clause is None or clause.passive for clause in clauses)


def _opposites(pair: Pair) -> Iterator[Conflict]:
    candidates = list(candidate_pairs(pair))
    if not candidates:
        return
    ties = pair.ties
    for mine, theirs in candidates:
        if (
            not says_both(pair, mine, theirs)
            and not _two_ends(pair, mine, theirs)
            and not _denied(pair.statement, mine)
            and not _denied(pair.evidence, theirs)
            and _mood(pair.statement, mine) is _mood(pair.evidence, theirs)
            and _same_time(pair, mine, theirs)
            and same_subject(pair, ties, mine, theirs)
            and _not_mirrored(pair, ties, mine, theirs)
        ):
            one, other = pair.statement.words[mine].raw, pair.evidence.words[theirs].raw
            yield pair.conflict(
                CODE,
                pair.statement_span(mine, mine + 1),
                pair.evidence_span(theirs, theirs + 1),
                f"“{one}” and “{other}” are opposites",
            )


def _denied(analysis: Analysis, index: int) -> bool:
    """True where a negation reaches a word, or any predicate of its clause."""
    first, last = clause_start(analysis, index), clause_end(analysis, index)
    for negation in negations(analysis):
        reached = negation.scope[0] <= index < negation.scope[1] or index in negation.focus
        if reached or any(first <= focus < last for focus in negation.focus):
            return True
    return False


def _mood(analysis: Analysis, index: int) -> IrrealisKind | None:
    """In what way a word is not said to be so; an infinitive that nothing governs tells an aim."""
    found = covering(irrealis(analysis), index)
    if found is None and analysis.tags[index] is Tag.VERB and index and analysis.tags[index - 1] is Tag.TO:
        return IrrealisKind.INTENDED
    return None if found is None else found.kind


def _same_time(pair: Pair, mine: int, theirs: int) -> bool:
    """False where both bear dates that do not go together, and for events that follow one another
    unless both bear a date or neither is over."""
    here, there = _dates_near(pair.statement, mine), _dates_near(pair.evidence, theirs)
    dated = bool(here and there)
    if dated:
        fits = [
            item.fit for item in pair.alignment.dates if item.statement in here and item.evidence in there
        ]
        if not fits or Fit.REFUTES in fits:
            return False
    words, tags = (
        (pair.statement.words[mine], pair.evidence.words[theirs]),
        (pair.statement.tags[mine], pair.evidence.tags[theirs]),
    )
    if not any(word.lemma in _REVERSIBLE for word in words) or Tag.VERB not in tags:
        return True
    return dated or any(word.text == word.lemma or word.text.endswith(("s", "ing")) for word in words)


def _dates_near(analysis: Analysis, index: int) -> set[int]:
    """The dates of the clause of a word."""
    span = range(clause_start(analysis, index), clause_end(analysis, index))
    return {analysis.words[at].date for at in span if analysis.words[at].date >= 0}


def _not_mirrored(pair: Pair, ties: Ties, mine: int, theirs: int) -> bool:
    """False where both compare with something and not with the same: A is larger than B, B smaller than A."""
    one, other = standard_of(pair.statement, mine), standard_of(pair.evidence, theirs)
    if one is None and other is None:
        return True
    if one is None or other is None:
        return False
    return any(
        ties.tied(index, at)
        for index in range(*one)
        for at in range(*other)
        if not pair.statement.words[index].stop
    )


def _times(pair: Pair) -> Iterator[Conflict]:
    """before the war / after the war, of the same thing."""
    mine = _befores(pair.statement)
    theirs = _befores(pair.evidence) if mine else ()
    if not theirs:
        return
    ties = pair.ties
    if {pair.statement.words[at].text for at in mine} & {pair.evidence.words[at].text for at in theirs}:
        return
    for index in mine:
        for at in theirs:
            if _same_anchor(pair, ties, index, at) and _same_event(pair, ties, index, at):
                yield pair.conflict(
                    CODE,
                    pair.statement_span(index, index + 1),
                    pair.evidence_span(at, at + 1),
                    "one says before, the other after",
                )
                return


@lru_cache(maxsize=READINGS)
def _befores(analysis: Analysis) -> tuple[int, ...]:
    """Where "before" or "after" stands."""
    return tuple(at for at, word in enumerate(analysis.words) if word.text in _TIMES)


def _same_anchor(pair: Pair, ties: Ties, index: int, at: int) -> bool:
    """True where all content words behind the one are tied to words behind the other."""
    one = _anchor(pair.statement, index)
    other = set(_anchor(pair.evidence, at))
    return bool(one) and all(ties.of(word) & other for word in one)


def _anchor(analysis: Analysis, index: int) -> list[int]:
    end = clause_end(analysis, index)
    return [at for at in range(index + 1, min(end, index + 6)) if not analysis.words[at].stop]


def _same_event(pair: Pair, ties: Ties, index: int, at: int) -> bool:
    """True where the verb that each depends on is the same, neither denied nor left open."""
    one = _governor(pair.statement, index)
    other = _governor(pair.evidence, at)
    if one is None or other is None or not ties.tied(one, other):
        return False
    if _denied(pair.statement, one) or _denied(pair.evidence, other):
        return False
    return ties.same_parts(one, other) and _mood(pair.statement, one) is _mood(pair.evidence, other)


def _governor(analysis: Analysis, index: int) -> int | None:
    before = [clause.verb for clause in analysis.clauses if clause.verb < index]
    return before[-1] if before else next((clause.verb for clause in analysis.clauses), None)
