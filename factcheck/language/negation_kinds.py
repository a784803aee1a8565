"""Negations as values, and what the readers of their kinds share."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from factcheck.language.analysis import Analysis
from factcheck.language.reach import (
    clause_end,
    clause_start,
    complement,
    next_verb,
    phrase_end,
    word_set,
)
from factcheck.language.tags import DO, Tag
from factcheck.records import NamedTuple


class NegationKind(StrEnum):
    """What kind of word negates."""

    VERBAL = "verbal"
    """not, n't, never, no longer, neither … nor before a predicate."""
    NOMINAL = "nominal"
    """no, none, nobody, nothing, without, lack of: a thing that is not there."""
    LEXICAL = "lexical"
    """refuse to, fail to, unable to: a verb or adjective that says that something is not done."""
    DENIAL = "denial"
    """deny: somebody says that it is not so."""
    ENDED = "ended"
    """no longer, cease, stop: it was so once."""
    CONTRAST = "contrast"
    """not X but Y, X instead of Y, X rather than Y: only the phrase is denied."""


class Negation(NamedTuple):
    """A negation of a text. Indices are of words; `cue` and `scope` are half-open."""

    cue: tuple[int, int]
    focus: tuple[int, ...]
    """The predicate that is denied, or the head of the phrase; several words are alternatives."""
    scope: tuple[int, int]
    kind: NegationKind
    holds: bool = True
    """False where another negation turns it round again ("never failed to", "nobody denies")."""
    firm: bool = True
    """False where nothing follows about the focus ("did not deny", "did not refuse")."""
    verb: int = -1
    """The verb that governs a denied phrase ("found no drugs"), or -1."""


_RAISING = word_set("think believe expect suppose imagine seem appear guess reckon feel know say mean")
"""Negated, these say little of what follows; what they deny is never held against a statement."""

_IMPLICATIVE = word_set("manage able bother dare succeed allow permit get use go about")
"""Negated, what depends on these is negated as well: "was not able to sign", "did not manage to"."""

LIGHT = word_set("be have do")

_SUPPORT = word_set("play take make give show")

_SUPPORTED = word_set("part role place action notice step decision effort attempt mention comment progress")
"""Nouns that say what is done where the verb before them only carries them: took no part."""


def word_at(analysis: Analysis, index: int) -> str:
    """The folded word at an index; empty outside the text."""
    return analysis.words[index].text if 0 <= index < len(analysis.words) else ""


def read_partial(analysis: Analysis, cue: tuple[int, int]) -> Iterator[Negation]:
    """A negation that leaves open what follows: not all, not until May, did not think that."""
    end = clause_end(analysis, cue[0])
    if cue[1] < end:
        yield Negation(cue, (), (cue[1], end), NegationKind.VERBAL, holds=False, firm=False)


def infinitive(analysis: Analysis, start: int, end: int) -> int | None:
    """The verb of "to sign" or "in signing" at `start`."""
    if start + 1 >= end or analysis.words[start].text not in ("to", "in", "from", "of"):
        return None
    verb = verb_after(analysis, start + 1, end)
    if verb is None and analysis.tags[start + 1] in (Tag.NOUN, Tag.OTHER):
        return start + 1
    return verb


def verb_after(analysis: Analysis, start: int, end: int) -> int | None:
    """The main verb of a verb group at `start`, helped by "having", "being" and adverbs."""
    verb = next_verb(analysis, start, end)
    if verb is not None and analysis.words[verb].lemma in ("have", "be"):
        return next_verb(analysis, verb + 1, end) or verb
    return verb


def negated_predicate(analysis: Analysis, index: int, start: int, end: int) -> tuple[int, ...]:
    """The negated predicate behind a cue, and what depends on it where an implicative verb leads there."""
    words, tags = analysis.words, analysis.tags
    verb = next_verb(analysis, start, end)
    if verb is None and (words[index].text in DO or (index and words[index - 1].text in DO)):
        verb = next((at for at in range(start, end) if tags[at] not in (Tag.ADVERB, Tag.PRONOUN)), None)
    if verb is None:
        while start < end and tags[start] in (Tag.PRONOUN, Tag.DETERMINER) and _inverted(analysis, index):
            start += 1
        verb = complement(analysis, start, end)
    if verb is None or words[verb].lemma in _RAISING:
        return ()
    if words[verb].lemma in LIGHT or tags[verb] is Tag.AUXILIARY:
        thing = complement(analysis, verb + 1, end) if verb + 1 < end else None
        return (verb,) if thing is None else (thing,)
    if words[verb].lemma in _IMPLICATIVE or words[verb].text in ("allowed", "permitted"):
        lower = infinitive(analysis, verb + 1, end)
        return (verb, lower) if lower is not None else (verb,)
    return (verb,)


def _inverted(analysis: Analysis, index: int) -> bool:
    """True where "never" or "nor" opens a clause: never has anybody signed."""
    return analysis.words[index].text in ("never", "nor", "neither") and index + 1 < len(analysis.words)


def governing_verb(analysis: Analysis, index: int) -> int | None:
    """The verb whose object a word is: the last verb before it in its clause."""
    first = clause_start(analysis, index)
    for at in range(index - 1, first - 1, -1):
        if analysis.tags[at] in (Tag.VERB, Tag.AUXILIARY):
            return at
    return None


def read_phrase(analysis: Analysis, index: int, start: int, kind: NegationKind) -> Iterator[Negation]:
    """without X, without doing X, instead of X: the phrase or the verb right behind the cue."""
    end = clause_end(analysis, index)
    verb = verb_after(analysis, start, end)
    if verb is not None:
        yield Negation((index, start), (verb,), (start, end), kind)
        return
    stop = phrase_end(analysis, start, end)
    head = complement(analysis, start, stop) if stop > start else None
    if head is not None:
        governs = content_verb(analysis, index) if kind is NegationKind.CONTRAST else -1
        last = stop if kind is NegationKind.CONTRAST else end
        yield Negation((index, start), (head,), (start, last), kind, verb=governs)


def content_verb(analysis: Analysis, index: int) -> int:
    """The verb that governs a phrase, or -1 where it is one that says nothing by itself."""
    verb = governing_verb(analysis, index)
    if verb is None or analysis.tags[verb] is Tag.AUXILIARY or analysis.words[verb].lemma in LIGHT:
        return -1
    if analysis.words[verb].lemma in _SUPPORT and any(
        word.lemma in _SUPPORTED for word in analysis.words[index + 1 : index + 4]
    ):
        return -1
    return verb
