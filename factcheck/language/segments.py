"""Which words a finite clause has of its own: a text cut into what each of its clauses tells.

`Clause.first` to `Clause.last` overlap; segments do not. A segment begins at the subject of its clause and ends
where the next one begins; participles and infinitives belong to the clause that they hang on, and what stands
before the first verb of a sentence, its subject apart, is everybody's.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.clauses import Clause
from factcheck.language.reach import sentence_of
from factcheck.language.tags import Tag
from factcheck.records import NamedTuple

SHARED = -1
"""The segment of words that no clause has alone."""
_REACH = 6
"""So many words before its verb a relative pronoun is looked for."""
_PARTING = frozenset(";:—–")
_HYPHENS = frozenset("-‐‑")


class Segments(NamedTuple):
    """The finite clauses of a text and, by word, the number of the one whose segment it stands in."""

    clauses: tuple[Clause, ...]
    numbers: tuple[int, ...]


@lru_cache(maxsize=READINGS)
def segments(analysis: Analysis) -> Segments:
    """The segments of a text."""
    clauses = tuple(
        clause
        for clause in analysis.clauses
        if clause.finite and not _is_compound(analysis, clause) and not is_attributive(analysis, clause.verb)
    )
    numbers = [SHARED] * len(analysis.words)
    for number, clause in enumerate(clauses):
        _, end = sentence_of(analysis, clause.verb)
        numbers[clause.group[0] : end] = [number] * (end - clause.group[0])
    before = 0
    for number, clause in enumerate(clauses):
        first = _start(analysis, clause, before)
        numbers[first : clause.group[0]] = [number] * (clause.group[0] - first)
        before = clause.group[1]
    return Segments(clauses, tuple(numbers))


def is_attributive(analysis: Analysis, index: int) -> bool:
    """True for the "adjoining" of "the adjoining shop"."""
    tags = analysis.tags
    return (
        0 < index < len(tags) - 1
        and tags[index - 1] in (Tag.DETERMINER, Tag.ADJECTIVE)
        and tags[index + 1] in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE)
    )


def _is_compound(analysis: Analysis, clause: Clause) -> bool:
    """True for the "made" of "Swiss-made"."""
    start = analysis.words[clause.verb].span.start
    return start > 0 and analysis.text[start - 1] in _HYPHENS


def _start(analysis: Analysis, clause: Clause, before: int) -> int:
    """Where the subject of a clause begins, if it stands behind the verb before and is no relative clause's."""
    group = clause.group[0]
    for at in range(group - 1, before - 1, -1):
        if analysis.tags[at] is Tag.RELATIVE and group - at <= _REACH:
            return at
        if analysis.tags[at] is Tag.SUBORDINATOR:
            return at
        gap = analysis.text[analysis.words[at - 1].span.end : analysis.words[at].span.start] if at else ""
        if not _PARTING.isdisjoint(gap):
            return at
    for phrase in clause.subjects[:1]:
        same = sentence_of(analysis, phrase.first) == sentence_of(analysis, clause.verb)
        if before <= phrase.first and phrase.last <= group and same:
            return phrase.first
    return group
