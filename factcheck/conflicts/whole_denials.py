"""A statement that denies, word for word, what the evidence says.

Taken without its denial, the statement is borne out: every word of weight in it has a counterpart in one
sentence of the evidence, where it is affirmed. Then what it denies is so, even where the denied word has no
counterpart of its own kind: "is not a folk hero" / "made him a folk hero".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from factcheck.conflicts.matter import Ties, weighs
from factcheck.conflicts.pair import Pair
from factcheck.conflicts.sides import Side
from factcheck.language.negation_kinds import Negation, NegationKind
from factcheck.language.reach import sentence_of

_PLAIN = (NegationKind.VERBAL, NegationKind.NOMINAL, NegationKind.LEXICAL)
_LEAST = 2
"""So many words of weight at least must be borne out."""
_NEAR = 4
"""So many words apart at most, the counterparts of neighbours count as neighbours."""


def denied_as_a_whole(
    pair: Pair, statement: Side, evidence: Side, ties: Ties, known: Collection[int] = ()
) -> Iterator[tuple[Negation, int, int]]:
    """The statement's denial, the word that it denies and the word of the evidence that affirms it: one at the most.

    `known` are words of the statement that other texts which say the same account for.
    """
    negation = _only_denial(statement)
    if negation is None:
        return
    but = {*range(*negation.cue), *known}
    weighty = [
        index
        for index in range(len(pair.statement.words))
        if weighs(pair.statement, index) and not negation.cue[0] <= index < negation.cue[1]
    ]
    if len(weighty) < _LEAST or not ties.covers_statement(0, len(pair.statement.words), but):
        return
    focus = next((index for index in negation.focus if ties.of(index)), None)
    target = _affirmed(statement, evidence, ties, focus) if focus is not None else None
    if focus is None or target is None or not ties.same_parts(focus, target):
        return
    first, last = sentence_of(pair.evidence, target)
    found = [
        [at for at in sorted(ties.of(index)) if first <= at < last]
        for index in weighty
        if index not in known or ties.of(index)
    ]
    borne = all(any(evidence.sign(at) is True for at in places) for places in found)
    if borne and 2 * len(found) >= len(weighty) and _together(found):
        yield negation, focus, target


def _only_denial(statement: Side) -> Negation | None:
    found = statement.negations
    if len(found) != 1 or not found[0].holds or found[0].kind not in _PLAIN:
        return None
    return found[0]


def _affirmed(statement: Side, evidence: Side, ties: Ties, focus: int) -> int | None:
    """A word of the evidence that affirms the denied word, both being said of what is so."""
    if statement.sign(focus) is not False:
        return None
    for target in sorted(ties.of(focus)):
        if evidence.sign(target) is True and _is_so(evidence, target) and _is_so(statement, focus):
            return target
    return None


def _is_so(side: Side, index: int) -> bool:
    return side.mood(index) is None


def _together(places: list[list[int]]) -> bool:
    """True where the counterparts of at least half the neighbours are neighbours too."""
    near = [
        any(abs(one - other) <= _NEAR for one in left for other in right) for left, right in pairwise(places)
    ]
    return 2 * sum(near) >= len(near)
