"""The first, the largest: superlatives, alone, shared or further down."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.conflicts.matter import Ties, clash, clause_of
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.reach import breaks, clause_end, word_set
from factcheck.language.tags import Tag
from factcheck.model import Conflict

_CODE = "scope"
_AMONG = word_set("among amongst amid")

_RANKED = word_set(
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth 2nd 3rd 4th "
    "5th 6th 7th 8th 9th 10th"
)


def ranked_apart(pair: Pair, *, exclude: bool) -> Iterator[Conflict]:
    """the first / among the first; the largest / one of the largest / the second largest."""
    ties = None
    for index in _superlatives(pair.statement):
        if _shared_rank(pair.statement, index) is not None or _ranked(pair.statement, index) is not None:
            continue
        ties = pair.ties
        for target in sorted(_same_superlative(pair, ties, index)):
            theirs = _ranked(pair.evidence, target) if exclude else _shared_rank(pair.evidence, target)
            if theirs is not None and _same_thing(pair, ties, index, target):
                yield clash(
                    pair,
                    _CODE,
                    (index, index + 1),
                    (theirs, target + 1),
                    "the one and only against one of several",
                )
                return


@lru_cache(maxsize=READINGS)
def _superlatives(analysis: Analysis) -> tuple[int, ...]:
    return tuple(index for index in range(len(analysis.words)) if _superlative(analysis, index))


def _superlative(analysis: Analysis, index: int) -> bool:
    word = analysis.words[index]
    if word.text in ("first", "last", "best", "worst", "top", "leading", "main", "foremost"):
        return _definite(analysis, index)
    if word.text in ("most", "least"):
        graded = index + 1 < len(analysis.words) and analysis.tags[index + 1] in (Tag.ADJECTIVE, Tag.ADVERB)
        return graded and _definite(analysis, index)
    return (
        len(word.text) > 5
        and word.text.endswith("est")
        and word.text != word.lemma
        and _definite(analysis, index)
    )


def _definite(analysis: Analysis, index: int) -> bool:
    """True behind "the", a possessive, or "single" and "very"."""
    before = [word.text for word in analysis.words[max(0, index - 3) : index]]
    raw = [word.raw for word in analysis.words[max(0, index - 2) : index]]
    return bool({"the", "its", "their", "our", "his", "her"} & set(before)) or any(
        item.endswith(("'s", "’s")) for item in raw
    )


def _same_superlative(pair: Pair, ties: Ties, index: int) -> set[int]:
    text = pair.statement.words[index].text
    exact = {at for at, word in enumerate(pair.evidence.words) if word.text == text}
    return exact or {at for at in ties.of(index) if _superlative(pair.evidence, at)}


def _shared_rank(analysis: Analysis, index: int) -> int | None:
    """Where "among the", "one of the" or "among the five" begins before a superlative; None without one."""
    for at in range(index - 1, max(-1, index - 5), -1):
        text = analysis.words[at].text
        if breaks(analysis, at + 1):
            return None
        if text in _AMONG:
            return at
        if (
            text == "of"
            and at
            and analysis.words[at - 1].text in ("one", "some", "two", "three", "several", "part")
        ):
            return at - 1
    return None


def _ranked(analysis: Analysis, index: int) -> int | None:
    """Where "second", "third" or "3rd" stands right before a superlative; None without one."""
    if index and analysis.words[index - 1].text in _RANKED and _shared_rank(analysis, index) is None:
        return index - 1
    return None


def _same_thing(pair: Pair, ties: Ties, index: int, target: int) -> bool:
    """True where what follows a superlative is tied, and the subjects of the two clauses go together."""
    mine = [
        at
        for at in range(index + 1, min(clause_end(pair.statement, index), index + 4))
        if not pair.statement.words[at].stop
    ]
    theirs = set(range(target + 1, min(len(pair.evidence.words), target + 7)))
    around = any(ties.of(at) & theirs for at in mine)
    if not around:
        return False
    one, other = clause_of(pair.statement, index), clause_of(pair.evidence, target)
    if one is None or other is None or one.subject is None or other.subject is None:
        return True
    return ties.same_parts(one.verb, other.verb)
