"""What a word of direction is said of, and what it compares with."""

from __future__ import annotations

from factcheck.conflicts.matter import clause_of
from factcheck.language.analysis import Analysis
from factcheck.language.clauses import Clause, Phrase
from factcheck.language.reach import breaks, clause_end, phrase_end, sentence_of
from factcheck.language.tags import Tag

_PRONOUNS = frozenset(("it", "they", "this", "these"))
_DEGREES = frozenset(("more", "less", "increasingly", "decreasingly"))


def described_noun(analysis: Analysis, index: int) -> int | None:
    """The noun that an adjective stands before, the last of its phrase; None for anything else."""
    at, head = index + 1, None
    if (
        analysis.words[index].text in _DEGREES
        and at < len(analysis.words)
        and analysis.tags[at] is Tag.ADJECTIVE
    ):
        return at
    if analysis.tags[index] not in (Tag.ADJECTIVE, Tag.FIGURE):
        return None
    while at < len(analysis.words) and not breaks(analysis, at):
        if analysis.tags[at] in (Tag.NOUN, Tag.NAME):
            head = at
        elif analysis.tags[at] not in (Tag.ADJECTIVE, Tag.FIGURE):
            break
        at += 1
    return head


def themes_of(analysis: Analysis, index: int) -> set[int]:
    """The words that a word of direction is said of, most of them heads of noun phrases."""
    tag = analysis.tags[index]
    found = _phrase_around(analysis, index) if tag is Tag.NOUN else set()
    clause = clause_of(analysis, index)
    if clause is None:
        near = range(max(0, index - 3), min(len(analysis.words), index + 4))
        return found | {at for at in near if at != index and not analysis.words[at].stop}
    subjects = _meant(analysis, clause)
    for phrase in (*subjects, *(clause.objects if tag is not Tag.ADJECTIVE else ())):
        if not phrase.first <= index < phrase.last:
            end = phrase.last
            if end < len(analysis.words) and analysis.words[end].text in (
                "of",
                "in",
                "to",
                "with",
                "between",
                "for",
            ):
                end = phrase_end(analysis, end + 1, len(analysis.words))
            found |= {at for at in range(phrase.first, end) if not analysis.words[at].stop}
    return found


def _meant(analysis: Analysis, clause: Clause) -> tuple[Phrase, ...]:
    """The subjects of a clause; for "it" and "they" those of the clause before it in the sentence."""
    if any(analysis.words[phrase.head].text not in _PRONOUNS for phrase in clause.subjects):
        return clause.subjects
    before = [other for other in analysis.clauses if other.verb < clause.group[0] and other.subjects]
    if not clause.subjects or not before or sentence_of(analysis, clause.verb)[0] > before[-1].verb:
        return clause.subjects
    return before[-1].subjects


def _phrase_around(analysis: Analysis, index: int) -> set[int]:
    """The other content words of the noun phrase of a noun, and of what "of" or "in" adds to it."""
    inside = (Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.FIGURE)
    first, last = index, index + 1
    while first and analysis.tags[first - 1] in inside and not breaks(analysis, first):
        first -= 1
    while last < len(analysis.words) and analysis.tags[last] in inside and not breaks(analysis, last):
        last += 1
    if last < len(analysis.words) and analysis.words[last].text in ("of", "in", "to", "for"):
        last = phrase_end(analysis, last + 1, len(analysis.words))
    return {at for at in range(first, last) if at != index and not analysis.words[at].stop}


def standard_of(analysis: Analysis, index: int) -> tuple[int, int] | None:
    """What "than" behind a word compares with."""
    for at in range(index + 1, min(clause_end(analysis, index), index + 4)):
        if analysis.words[at].text == "than":
            return at + 1, phrase_end(analysis, at + 1, len(analysis.words))
    return None
