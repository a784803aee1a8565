"""`scope`: the one says all, only, always, the first or the largest, the other some, others too, sometimes,
among the first, one of the largest.

`check` flags what cannot both be true:

- "All members voted." / "Only half of the members voted." / "Not all members voted."
- "None of the seats is free." / "Most of the seats are free."
- "She is the only candidate." / "She is not the only candidate."
- "Only Finland signed." / "Finland and Norway signed."
- "The bank is the largest in Norway." / "The bank is the second largest in Norway."
- "Hardly any of the types are the same." / "The types are mostly the same."

`overreach` names what the evidence does not bear out, though both may be true; it makes not-enough-info:

- "All members voted." / "Most members voted."
- "Only Finland signed." / "Finland signed."
- "They were the first to help." / "They were among the first to help."
- "The bank is the largest." / "The bank is one of the largest."
- "It always rains in May." / "It usually rains in May."

Both leave alone: quantities of other things ("All pupils passed." / "Some teachers left."), a statement that
says less than the evidence ("Some members voted." / "All members voted."), the same quantifier on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.conflicts.matter import Ties
from factcheck.conflicts.pair import Pair
from factcheck.conflicts.ranks import ranked_apart
from factcheck.conflicts.singling import only_denied, singled_out
from factcheck.language.analysis import Analysis
from factcheck.language.quantifiers import Quantifier, quantifiers
from factcheck.language.reach import clause_end, clause_start, word_set
from factcheck.model import Conflict

CODE = "scope"

_SUPERLATIVES = word_set("first last only best worst most least main chief top leading biggest largest")


def check(pair: Pair) -> Iterator[Conflict]:
    """What cannot both be true: one conflict at the most."""
    for found in (
        *_shares(pair, exclude=True),
        *only_denied(pair),
        *singled_out(pair, exclude=True),
        *ranked_apart(pair, exclude=True),
    ):
        yield found
        return


def overreach(pair: Pair) -> Iterator[Conflict]:
    """What the statement says beyond the evidence, without a clash: one at the most."""
    for found in (
        *_shares(pair, exclude=False),
        *singled_out(pair, exclude=False),
        *ranked_apart(pair, exclude=False),
    ):
        yield found
        return


def _shares(pair: Pair, *, exclude: bool) -> Iterator[Conflict]:
    """Two shares of the same thing that exclude one another, or of which the statement's is the larger."""
    mine = quantifiers(pair.statement)
    theirs = quantifiers(pair.evidence) if mine else ()
    if not mine or not theirs:
        return
    ties = pair.ties
    for one in mine:
        for other in theirs:
            apart = other.high < one.low or other.low > one.high
            beyond = other.low < one.low and not apart
            if (apart if exclude else beyond) and _same_range(pair, ties, one, other):
                word, match = (
                    pair.statement_span(one.first, one.last),
                    pair.evidence_span(other.first, other.last),
                )
                detail = f"“{word.of(pair.statement.text)}” against “{match.of(pair.evidence.text)}”"
                yield pair.conflict(CODE, word, match, detail)
                return


def _same_range(pair: Pair, ties: Ties, one: Quantifier, other: Quantifier) -> bool:
    """True where both quantify over the same thing and say the same of it."""
    if one.often is not other.often:
        return False
    if one.range and other.range:
        heads = all(ties.of(index) & other.range for index in one.range)
        return heads and _same_predicate(pair, ties, one, other)
    if one.range or other.range:
        whole = one.range or other.range
        tied = any(ties.of(index) for index in one.range) or any(ties.under(index) for index in other.range)
        return bool(whole) and tied and not one.often and _same_predicate(pair, ties, one, other)
    return _same_predicate(pair, ties, one, other)


def _same_predicate(pair: Pair, ties: Ties, one: Quantifier, other: Quantifier) -> bool:
    """True where all of the statement's predicate is tied into the evidence's clause."""
    mine, theirs = _predicate(pair.statement, one), _predicate(pair.evidence, other)
    return bool(mine) and all(ties.of(index) & theirs for index in mine)


def _predicate(analysis: Analysis, quantifier: Quantifier) -> set[int]:
    """The content words of a quantifier's clause outside what it quantifies over."""
    first, last = clause_start(analysis, quantifier.first), clause_end(analysis, quantifier.first)
    inside = set(range(quantifier.first, quantifier.last)) | quantifier.range
    return {
        at
        for at in range(first, last)
        if at not in inside
        and not analysis.words[at].stop
        and analysis.words[at].figure < 0
        and analysis.words[at].date < 0
    }
