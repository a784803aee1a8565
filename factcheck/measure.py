"""What is measured of a statement and a text before it is decided: named features, each 0 to about 1."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from operator import mul

from factcheck.align import LINK_WEIGHTS, Link
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.clauses import Clause
from factcheck.language.lexicon import Relation
from factcheck.language.negation import negations
from factcheck.language.tags import BE, Tag
from factcheck.language.words import Word
from factcheck.model import Conflict
from factcheck.records import NamedTuple
from factcheck.similarity import similarity

NAME_WEIGHT = 1.0
FIGURE_WEIGHT = 1.0
"""A name, a figure or a date that is not accounted for weighs as much as the rarest word."""
NEGATION_WEIGHT = 0.8
NEGATING = frozenset(
    "not never no none nobody nothing nowhere neither nor without cannot can't couldn't won't wouldn't don't doesn't "
    "didn't isn't aren't wasn't weren't haven't hasn't hadn't shouldn't mustn't".split()
)
"""A denial is a word of weight: a text without any does not account for it."""
SCOPING = {
    word: group
    for group in (
        frozenset("all every each entire whole always".split()),
        frozenset("only sole solely exclusively".split()),
        frozenset("last latest final".split()),
    )
    for word in group
}
"""Words of reach and rank, by those that say as much: a text without any of them does not account for one."""
TIMES_OF_DAY = frozenset("morning afternoon evening night noon midday midnight dawn dusk daybreak".split())
"""They make a date finer: a text without them does not say so much."""
LIGHT = 0.3
"""Verbs below this weight ("take", "give") say little of what is done."""
NEIGHBOURS = 3
"""So many words apart at most, linked neighbours of the statement count as neighbours in the text."""
LONG = 30
"""Texts of so many words and more count as long."""


class Features(NamedTuple):
    """What the label and its confidence rest on."""

    coverage: float
    """Share of the statement's weight that the text accounts for."""
    matter: float
    """The same, clashing words left out: whether the two speak of the same matter."""
    heaviest: float
    """Weight of the heaviest unaccounted word, figure or date."""
    loose_names: float
    loose_figures: float
    loose_nouns: float
    loose_verbs: float
    loose_modifiers: float
    """Unaccounted weight by kind of word: names, figures and dates, nouns, verbs, adjectives and adverbs."""
    opposed: float
    """Weight of the heaviest unaccounted word to which the text has an opposite or a sibling."""
    narrower: float
    """The same, where the text has a broader word."""
    inexact: float
    """Share of the accounted weight that rests on synonyms, derivations, broader words, misspellings."""
    coherence: float
    """Share of the statement's neighbouring words whose counterparts stand near one another, in order."""
    breadth: float
    """Share of the text's own weight that the statement takes up."""
    likeness: float
    """The similarity, 0 to 1."""
    conflicts: float
    overreach: float
    """1 where the statement says more than the text bears out ("all" of "most"), else 0."""
    must_have: float
    """1 where a name, a figure, a date or the verb of a clause that does not clash is unaccounted for, else 0."""
    length: float
    """Of the statement, 1 for `LONG` words and more."""
    room: float
    """Of the text, the same."""

    def values(self, names: Sequence[str]) -> tuple[float, ...]:
        """The features named, in that order."""
        return tuple(float(getattr(self, name)) for name in names)


class Accounts:
    """How much of each word of a statement a text (or several that say the same) accounts for; never changed.

    `shares` is 0 to 1 a word; `weights` what the word weighs.
    """

    __slots__ = ("loose", "shares", "weights")

    def __init__(self, shares: Sequence[float], weights: Sequence[float]) -> None:
        self.shares = shares
        self.weights = weights
        self.loose = [index for index, share in enumerate(shares) if not share and weights[index]]
        """The words with weight that nothing accounts for."""


def measure(
    pair: Pair, accounts: Accounts, found: Sequence[Conflict], *, overreach: bool = False
) -> Features:
    """The features of a pair under `accounts`, with its conflicts, and whether it overreaches, known."""
    statement = pair.statement
    shares, weights, loose = accounts.shares, accounts.weights, accounts.loose
    clashing = _clashing(statement, found) if found else frozenset()
    total = sum(weights)
    borne = list(map(mul, weights, shares))
    accounted = sum(borne)
    rest_total, rest = total, accounted
    if clashing:
        rest_total = sum([weight for index, weight in enumerate(weights) if index not in clashing])
        rest = sum([weight for index, weight in enumerate(borne) if index not in clashing])
    exact = sum([weight for weight, share in zip(weights, shares, strict=True) if share == 1.0])
    by_kind = _loose_by_kind(statement, accounts, loose)
    contrasts = _contrasts(pair, accounts, loose)
    return Features(
        coverage=accounted / total if total else 0.0,
        matter=rest / rest_total if rest_total else 0.0,
        heaviest=max([weights[index] for index in loose], default=0.0),
        loose_names=by_kind["name"],
        loose_figures=by_kind["figure"],
        loose_nouns=by_kind["noun"],
        loose_verbs=by_kind["verb"],
        loose_modifiers=by_kind["modifier"],
        opposed=contrasts[0],
        narrower=contrasts[1],
        inexact=1 - exact / accounted if accounted else 0.0,
        coherence=coherence(pair.alignment.links, statement),
        breadth=breadth(pair),
        likeness=likeness(statement, pair.evidence),
        conflicts=min(len({conflict.code for conflict in found}), 3) / 3,
        overreach=float(overreach),
        must_have=float(
            any(_must_have(statement, accounts, index) for index in loose if index not in clashing)
        ),
        length=min(len(statement.words), LONG) / LONG,
        room=min(len(pair.evidence.words), LONG) / LONG,
    )


def _clashing(statement: Analysis, found: Sequence[Conflict]) -> frozenset[int]:
    """The words of the statement that clash."""
    spans = [conflict.statement_span for conflict in found]
    return frozenset(
        [
            index
            for index, word in enumerate(statement.words)
            if any(span.overlaps(word.span) for span in spans)
        ]
    )


def _must_have(statement: Analysis, accounts: Accounts, index: int) -> bool:
    """True for what a statement cannot stand without: a name, a figure, a date, what is said to be done."""
    word = statement.words[index]
    if word.name >= 0 or word.figure >= 0 or word.date >= 0 or is_scoping(word) or word.text[:1].isdigit():
        return True
    if word.text in TIMES_OF_DAY:
        return True
    if index in _denied(statement):
        return True
    if accounts.weights[index] < LIGHT:
        return False
    if _is_object(statement, accounts, index):
        return True
    return any(
        index == clause.verb if not clause.finite else index in (clause.verb, _complement(statement, clause))
        for clause in statement.clauses
        if clause.finite or clause.objects
    )


@lru_cache(maxsize=READINGS)
def _denied(statement: Analysis) -> frozenset[int]:
    """The verbs that a statement denies."""
    return frozenset(
        focus
        for negation in negations(statement)
        for focus in negation.focus
        if statement.tags[focus] is Tag.VERB
    )


def _is_object(statement: Analysis, accounts: Accounts, index: int) -> bool:
    """True for the head of what is done, where nothing accounts for any word of its phrase."""
    return any(
        phrase.head == index
        and not any(accounts.weights[at] and accounts.shares[at] for at in range(phrase.first, phrase.last))
        for clause in statement.clauses
        if statement.words[clause.verb].text not in BE
        for phrase in clause.objects
    )


def _complement(statement: Analysis, clause: Clause) -> int:
    """What the subject of a clause with "is" is said to be: the index of its first word of content, or -1."""
    if statement.words[clause.verb].text not in BE:
        return -1
    after = range(clause.group[1], clause.last)
    return next(
        (index for index in after if statement.words[index].weight and statement.tags[index] in _SAID), -1
    )


_SAID = (Tag.ADJECTIVE, Tag.NOUN, Tag.VERB)


def _loose_by_kind(statement: Analysis, accounts: Accounts, loose: Sequence[int]) -> dict[str, float]:
    sums = dict.fromkeys(("name", "figure", "noun", "verb", "modifier"), 0.0)
    for index in loose:
        sums[_kind(statement, index)] += accounts.weights[index]
    return {kind: min(total, 2.0) / 2 for kind, total in sums.items()}


def _kind(statement: Analysis, index: int) -> str:
    word, tag = statement.words[index], statement.tags[index]
    if word.figure >= 0 or word.date >= 0:
        return "figure"
    if word.name >= 0:
        return "name"
    if tag is Tag.VERB:
        return "verb"
    return "modifier" if tag in (Tag.ADJECTIVE, Tag.ADVERB) else "noun"


def _contrasts(pair: Pair, accounts: Accounts, loose: Sequence[int]) -> tuple[float, float]:
    open_words = set(loose)
    opposed = narrower = 0.0
    for contrast in pair.alignment.contrasts:
        if contrast.statement in open_words:
            weight = max(accounts.weights[contrast.statement], 0.3)
            if contrast.relation is Relation.NARROWER:
                narrower = max(narrower, weight)
            else:
                opposed = max(opposed, weight)
    return opposed, narrower


def coherence(links: Sequence[Link], statement: Analysis) -> float:
    """Share of neighbouring linked content words whose counterparts are near one another and in order."""
    content = [link for link in links if not statement.words[link.statement].stop]
    pairs = list(pairwise(content))
    if not pairs:
        return 1.0
    near = sum(0 < after.evidence - before.evidence <= NEIGHBOURS for before, after in pairs)
    return near / len(pairs)


def breadth(pair: Pair) -> float:
    """Share of the text's weight that the statement takes up."""
    words, total = pair.evidence.words, _mass(pair.evidence)
    return sum([words[index].weight for index in pair.alignment.taken]) / total if total else 0.0


@lru_cache(maxsize=READINGS)
def _mass(analysis: Analysis) -> float:
    """What the words of a text weigh."""
    return sum([word.weight for word in analysis.words])


def likeness(one: Analysis, other: Analysis) -> float:
    """How alike two texts are in their words, 0 to 1."""
    return similarity(folded(one), folded(other)) / 100


@lru_cache(maxsize=READINGS)
def folded(analysis: Analysis) -> str:
    """The folded words of a text, joined by spaces."""
    return " ".join(word.text for word in analysis.words)


def is_scoping(word: Word) -> bool:
    """True for a word of reach or rank that is no part of a figure, a date or a name."""
    return word.text in SCOPING and word.figure < 0 and word.date < 0 and word.name < 0


@lru_cache(maxsize=READINGS)
def word_weights(statement: Analysis) -> tuple[float, ...]:
    """What each word weighs: its rarity; names, figures and dates their own weight, on their first word."""
    weights = []
    seen_figures: set[int] = set()
    seen_dates: set[int] = set()
    for word in statement.words:
        if word.text in NEGATING or is_scoping(word):
            weights.append(NEGATION_WEIGHT)
        elif word.figure >= 0:
            weights.append(0.0 if word.figure in seen_figures else FIGURE_WEIGHT)
            seen_figures.add(word.figure)
        elif word.date >= 0:
            weights.append(0.0 if word.date in seen_dates else FIGURE_WEIGHT)
            seen_dates.add(word.date)
        else:
            weights.append(NAME_WEIGHT if word.name >= 0 else word.weight)
    return tuple(weights)


def share_of(link: Link | None) -> float:
    """How much of a word a link accounts for."""
    return LINK_WEIGHTS[link.kind] if link else 0.0
