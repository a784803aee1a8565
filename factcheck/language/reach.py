"""How far a word reaches: the ends of clauses and phrases as negations, hedges and quantifiers see them.

Works on tags and punctuation alone, and stops early rather than late: what a word does not reach, the
checks leave alone.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.tags import Tag


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as a text, with spaces between them."""
    return frozenset(words.split())


_HARD = frozenset(".!?;:()[]\n—–")
_SPLITTING = word_set("but although though while whereas so yet nor")
_JOINING = frozenset(("and", "or"))
_VERBAL = frozenset((Tag.VERB, Tag.AUXILIARY, Tag.MODAL, Tag.PRONOUN, Tag.NEGATION))
_NOMINAL = frozenset((Tag.NOUN, Tag.NAME, Tag.FIGURE, Tag.DATE))
_PHRASE = frozenset((Tag.DETERMINER, Tag.ADJECTIVE, Tag.ADVERB, *_NOMINAL))
_PASSED = frozenset((Tag.ADVERB, Tag.AUXILIARY, Tag.MODAL, Tag.TO, Tag.NEGATION, Tag.PRONOUN))


def gap(analysis: Analysis, index: int) -> str:
    """The text between a word and the one before it; empty for the first word."""
    if not index:
        return ""
    return analysis.text[analysis.words[index - 1].span.end : analysis.words[index].span.start]


def breaks(analysis: Analysis, index: int, commas: bool = True) -> bool:
    """True where a mark that ends a clause stands before a word; a comma is one if `commas` says so."""
    between = gap(analysis, index)
    if between in ("", " ", "-"):
        return False
    return not _HARD.isdisjoint(between) or " - " in between or (commas and "," in between)


def clause_end(analysis: Analysis, start: int) -> int:
    """The index after the last word of the clause that word `start` stands in, commas ending it too."""
    ends = _clause_ends(analysis)
    return ends[start + 1] if start + 1 < len(ends) else len(analysis.words)


@lru_cache(maxsize=READINGS)
def _clause_ends(analysis: Analysis) -> tuple[int, ...]:
    """For each word the first that begins another clause, itself or a later one."""
    tags, words = analysis.tags, analysis.words
    ends = [len(words)] * len(words)
    end = len(words)
    for index in range(len(words) - 1, -1, -1):
        joins = words[index].text in _JOINING and index + 1 < len(words) and tags[index + 1] in _VERBAL
        if joins or words[index].text in _SPLITTING or breaks(analysis, index):
            end = index
        ends[index] = end
    return tuple(ends)


def clause_start(analysis: Analysis, start: int) -> int:
    """The index of the first word of the clause that word `start` stands in."""
    for index in range(start, 0, -1):
        if breaks(analysis, index) or analysis.words[index].text in _SPLITTING:
            return index
        if analysis.tags[index] in (Tag.SUBORDINATOR, Tag.RELATIVE):
            return index
    return 0


def sentence_of(analysis: Analysis, index: int) -> tuple[int, int]:
    """The sentence that a word stands in, as half-open word indices."""
    first = index
    while first and not _ends(gap(analysis, first)):
        first -= 1
    last = index + 1
    while last < len(analysis.words) and not _ends(gap(analysis, last)):
        last += 1
    return first, last


def _ends(between: str) -> bool:
    return any(mark in between for mark in "!?\n") or ("." in between and between.strip() != "...")


def is_question(analysis: Analysis, last: int) -> bool:
    """True where a question mark stands behind the word before `last`, the end of a sentence."""
    end = analysis.words[last].span.start if last < len(analysis.words) else len(analysis.text)
    return "?" in analysis.text[analysis.words[last - 1].span.end : end]


def next_verb(analysis: Analysis, start: int, end: int) -> int | None:
    """The main verb at `start`, behind adverbs and auxiliaries only; None where something else comes."""
    for index in range(start, min(end, len(analysis.words))):
        if analysis.tags[index] is Tag.VERB:
            return index
        if analysis.tags[index] not in _PASSED:
            return None
    return None


def finite_verb(analysis: Analysis, start: int, end: int) -> int | None:
    """The predicate of a clause that begins at `start`: its first main verb, or what a copula gives."""
    for index in range(start, min(end, len(analysis.words))):
        if analysis.tags[index] is Tag.VERB:
            return index
        if analysis.tags[index] in (Tag.AUXILIARY, Tag.MODAL):
            verb = next_verb(analysis, index + 1, end)
            return verb if verb is not None else complement(analysis, index + 1, end)
    return None


def complement(analysis: Analysis, start: int, end: int) -> int | None:
    """The word that a copula or a preposition leads to: an adjective, or the head of a noun phrase."""
    tags = analysis.tags
    index = start
    while index < end and (tags[index] in _PASSED or tags[index] in (Tag.PREPOSITION, Tag.OTHER)):
        index += 1
    head = None
    first = index
    while index < end and tags[index] in _PHRASE and not (index > first and breaks(analysis, index)):
        if index > first and tags[index] is Tag.DETERMINER and tags[index - 1] is not Tag.DETERMINER:
            break
        if tags[index] in _NOMINAL or (
            tags[index] is Tag.ADJECTIVE and (head is None or tags[head] is Tag.ADJECTIVE)
        ):
            head = index
        index += 1
    return head


def phrase_end(analysis: Analysis, start: int, end: int) -> int:
    """The index after the phrase that begins at `start`: adjectives, nouns, and what "of" adds."""
    index = start
    while index < end and not (index > start and breaks(analysis, index)):
        if (
            analysis.tags[index] in _PHRASE
            or (index > start and analysis.words[index].text == "of")
            or (index == start and analysis.tags[index] in (Tag.PREPOSITION, Tag.TO))
        ):
            index += 1
        else:
            break
    return index


def is_verb_form(analysis: Analysis, index: int) -> bool:
    """True for a main verb."""
    return analysis.tags[index] is Tag.VERB
