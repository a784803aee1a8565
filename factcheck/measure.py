"""What is measured of a statement and a text before it is decided: named features, each 0 to about 1."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise

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


class Accounts(NamedTuple):
    """How much of each word of a statement a text (or several that say the same) accounts for.

    `shares` is 0 to 1 a word; `weights` what the word weighs.
    """

    shares: tuple[float, ...]
    weights: tuple[float, ...]

    @property
    def loose(self) -> tuple[int, ...]:
        """The words with weight that nothing accounts for."""
        return tuple(
            index
            for index, (share, weight) in enumerate(zip(self.shares, self.weights, strict=True))
            if weight and not share
        )


def measure(
    pair: Pair, accounts: Accounts, found: Sequence[Conflict], *, overreach: bool = False
) -> Features:
    """The features of a pair under `accounts`, with its conflicts, and whether it overreaches, known."""
    statement = pair.statement
    clashing = {
        index
        for index, word in enumerate(statement.words)
        if any(conflict.statement_span.overlaps(word.span) for conflict in found)
    }
    total = sum(accounts.weights)
    accounted = _sum(accounts, range(len(accounts.weights)))
    rest = [index for index in range(len(accounts.weights)) if index not in clashing]
    rest_total = sum(accounts.weights[index] for index in rest)
    exact = sum(
        weight for weight, share in zip(accounts.weights, accounts.shares, strict=True) if share == 1.0
    )
    loose = accounts.loose
    by_kind = _loose_by_kind(statement, accounts, loose)
    contrasts = _contrasts(pair, accounts, loose)
    return Features(
        coverage=accounted / total if total else 0.0,
        matter=_sum(accounts, rest) / rest_total if rest_total else 0.0,
        heaviest=max((accounts.weights[index] for index in loose), default=0.0),
        loose_names=by_kind["name"],
        loose_figures=by_kind["figure"],
        loose_nouns=by_kind["noun"],
        loose_verbs=by_kind["verb"],
        loose_modifiers=by_kind["modifier"],
        opposed=contrasts[0],
        narrower=contrasts[1],
        inexact=1 - exact / accounted if accounted else 0.0,
        coherence=coherence(pair.alignment.links, statement),
        breadth=breadth(pair.evidence, pair.alignment.links),
        likeness=likeness(statement, pair.evidence),
        conflicts=min(len({conflict.code for conflict in found}), 3) / 3,
        overreach=float(overreach),
        must_have=float(
            any(_must_have(statement, accounts, index) for index in loose if index not in clashing)
        ),
        length=min(len(statement.words), LONG) / LONG,
        room=min(len(pair.evidence.words), LONG) / LONG,
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
        phrase.head == index and not _sum(accounts, range(phrase.first, phrase.last))
        for clause in statement.clauses
        for phrase in clause.objects
    )


def _complement(statement: Analysis, clause: Clause) -> int:
    """What the subject of a clause with "is" is said to be: the index of its first word of content, or -1."""
    if statement.words[clause.verb].text not in BE:
        return -1
    after = range(clause.group[1], clause.last)
    return next((index for index in after if statement.words[index].weight and statement.tags[index] in _SAID), -1)


_SAID = (Tag.ADJECTIVE, Tag.NOUN, Tag.VERB)


def _sum(accounts: Accounts, indices: Collection[int]) -> float:
    return sum(accounts.weights[index] * accounts.shares[index] for index in indices)


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


def breadth(evidence: Analysis, links: Sequence[Link]) -> float:
    """Share of the text's weight that the statement takes up."""
    taken = {link.evidence for link in links}
    total = sum(word.weight for word in evidence.words)
    return sum(evidence.words[index].weight for index in taken) / total if total else 0.0


def likeness(one: Analysis, other: Analysis) -> float:
    """How alike two texts are in their words, 0 to 1."""
    return similarity(folded(one), folded(other)) / 100


@lru_cache(maxsize=READINGS)
def folded(analysis: Analysis) -> str:
    """The folded words of a text, joined by spaces."""
    return " ".join(word.text for word in analysis.words)


@lru_cache(maxsize=READINGS)
def is_scoping(word: Word) -> bool:
    """True for a word of reach or rank that is no part of a figure, a date or a name."""
    return word.text in SCOPING and word.figure < 0 and word.date < 0 and word.name < 0


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
