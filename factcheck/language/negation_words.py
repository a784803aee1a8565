"""Deny, refuse, fail, lack, cease: verbs, nouns and adjectives that deny."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.language.analysis import Analysis
from factcheck.language.negation_kinds import (
    Negation,
    NegationKind,
    infinitive,
    read_phrase,
    verb_after,
    word_at,
)
from factcheck.language.reach import (
    clause_end,
    complement,
    finite_verb,
    phrase_end,
    word_set,
)
from factcheck.language.tags import Tag

_TO_VERBS = word_set("fail refuse decline neglect omit forget")

_ING_VERBS = word_set("avoid cease stop quit refrain abstain desist")

_ENDING = word_set("cease stop quit")

_FROM_VERBS = word_set("prevent stop ban bar prohibit block hinder")

_TO_NOUNS = word_set("failure refusal inability unwillingness reluctance unable unwilling incapable")

_LACKING = word_set("lack absence devoid")

_REPORTS = word_set("claim allegation report accusation charge rumour rumor suggestion assertion")


def read_lexical(analysis: Analysis, index: int, lemma: str) -> Iterator[Negation]:
    """Verbs, nouns and adjectives that say that something is not done, not so or not there."""
    words = analysis.words
    end, start = clause_end(analysis, index), index + 1
    follows = word_at(analysis, start)
    if lemma in ("deny", "denial"):
        yield from _denial(analysis, index, end)
    elif lemma in _TO_VERBS or lemma in _TO_NOUNS:
        verb = infinitive(analysis, start, end)
        if verb is not None and (follows in ("to", "of")):
            yield Negation((index, verb), (verb,), (verb, end), NegationKind.LEXICAL)
    elif lemma in _ING_VERBS:
        at = start + (follows in ("from", "to"))
        verb = verb_after(analysis, at, end)
        if verb is not None and (words[verb].text.endswith("ing") or (follows == "to" and lemma == "cease")):
            kind = NegationKind.ENDED if lemma in _ENDING else NegationKind.LEXICAL
            yield Negation((index, at), (verb,), (verb, end), kind)
        elif lemma in _FROM_VERBS:
            yield from _from(analysis, index, end)
    elif lemma in _FROM_VERBS:
        yield from _from(analysis, index, end)
    elif lemma in _LACKING:
        at = start + (follows == "of")
        if at > start or (words[index].text != "absence" and analysis.tags[index] is Tag.VERB):
            yield from read_phrase(analysis, index, at, NegationKind.NOMINAL)


def _from(analysis: Analysis, index: int, end: int) -> Iterator[Negation]:
    """prevent X from doing Y."""
    for at in range(index + 1, min(end - 1, index + 8)):
        if analysis.words[at].text == "from":
            verb = verb_after(analysis, at + 1, end)
            if verb is not None and analysis.words[verb].text.endswith("ing"):
                yield Negation((index, index + 1), (verb,), (index + 1, end), NegationKind.LEXICAL)
            return


def _denial(analysis: Analysis, index: int, end: int) -> Iterator[Negation]:
    """deny having signed, deny that he signed, deny involvement, deny claims that he signed."""
    words, start = analysis.words, index + 1
    at = start
    while at < end and (analysis.tags[at] is Tag.DETERMINER or words[at].lemma in _REPORTS):
        at += 1
    reported = any(words[between].lemma in _REPORTS for between in range(start, at))
    if word_at(analysis, at) in ("that", "of", "about"):
        at += 1
    elif reported:
        return
    verb = verb_after(analysis, at, end)
    if (verb is None and word_at(analysis, at - 1) == "that") or (
        verb is None and analysis.tags[min(at, end - 1)] is Tag.PRONOUN
    ):
        verb = finite_verb(analysis, at, end)
    if verb is not None:
        yield Negation((index, start), (verb,), (at, end), NegationKind.DENIAL)
        return
    stop = phrase_end(analysis, at, end)
    later = finite_verb(analysis, stop, end) if at > start or stop < end else None
    head = complement(analysis, at, stop) if stop > at else None
    if later is not None and analysis.words[later].text != words[index].text:
        yield Negation((index, start), (later,), (at, end), NegationKind.DENIAL)
    elif head is not None:
        yield Negation((index, start), (head,), (at, end), NegationKind.DENIAL)
