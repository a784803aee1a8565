"""No, nobody, none, neither … nor: negations by a quantifier."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.language.analysis import Analysis
from factcheck.language.negation_kinds import (
    Negation,
    NegationKind,
    content_verb,
    governing_verb,
    negated_predicate,
    read_partial,
    read_phrase,
    word_at,
)
from factcheck.language.reach import (
    breaks,
    clause_end,
    complement,
    finite_verb,
    next_verb,
    phrase_end,
    word_set,
)
from factcheck.language.tags import Tag

_NO_IDIOM = word_set(
    "doubt matter wonder more less fewer later sooner earlier longer better worse different "
    "other larger bigger higher lower stranger small mean question secret surprise exception cost charge"
)
"""After "no" these make something else than "there is none of it"."""


def read_no(analysis: Analysis, index: int) -> Iterator[Negation]:
    """no X, no one, no longer; not "no doubt", "no fewer than"."""
    after = word_at(analysis, index + 1)
    if (
        index + 1 >= len(analysis.words)
        or breaks(analysis, index + 1)
        or analysis.tags[index + 1] is Tag.FIGURE
    ):
        return
    if after in ("longer", "more") and analysis.tags[index + 1] is not Tag.NOUN:
        yield from _no_longer(analysis, index)
    elif after == "one":
        yield from read_quantified(analysis, index, index + 2)
    elif after in ("other", "different"):
        yield from read_partial(analysis, (index, index + 1))
    elif after not in _NO_IDIOM and analysis.tags[index + 1] not in (Tag.VERB, Tag.PRONOUN, Tag.PREPOSITION):
        yield from read_quantified(analysis, index, index + 1)


def _no_longer(analysis: Analysis, index: int) -> Iterator[Negation]:
    if word_at(analysis, index + 1) != "longer":
        return
    end = clause_end(analysis, index)
    focus = negated_predicate(analysis, index, index + 2, end)
    if focus:
        yield Negation((index, index + 2), focus, (index + 2, end), NegationKind.ENDED)


def read_quantified(analysis: Analysis, index: int, start: int) -> Iterator[Negation]:
    """no X, nobody, nothing, none of: as a subject they deny the predicate, elsewhere the thing.

    `start` is the index after the cue.
    """
    tags = analysis.tags
    if word_at(analysis, start) in ("but", "except") or word_at(analysis, start + 1) == "than":
        return
    end = clause_end(analysis, index)
    stop = max(phrase_end(analysis, start, end), start)
    if _excepted(analysis, start, stop, end):
        yield from read_partial(analysis, (index, start))
        return
    governor = tags[index - 1] if index and not breaks(analysis, index) else None
    if governor is Tag.PREPOSITION:
        yield from _adverbial(analysis, index, start, stop, end)
        return
    verb = governing_verb(analysis, index)
    if verb is None:
        predicate = finite_verb(analysis, stop, end)
        if predicate is not None:
            yield Negation((index, start), (predicate,), (start, end), NegationKind.NOMINAL)
        return
    head = complement(analysis, start, stop) if stop > start else None
    if head is not None:
        governs = content_verb(analysis, index)
        yield Negation((index, start), (head,), (start, end), NegationKind.NOMINAL, verb=governs)
    elif tags[verb] is Tag.VERB:
        yield Negation((index, start), (verb,), (start, end), NegationKind.NOMINAL)


_LIMITS = word_set("unless until till before")


def _excepted(analysis: Analysis, start: int, stop: int, end: int) -> bool:
    """True where an exception follows, so that something is left: no country but Norway, nobody … unless, until."""
    if start < stop and word_at(analysis, stop) in ("but", "except", "save"):
        return True
    return any(word.text in _LIMITS for word in analysis.words[stop:end])


def _adverbial(analysis: Analysis, index: int, start: int, stop: int, end: int) -> Iterator[Negation]:
    """with no X; in no way, by no means, at no point: those deny the predicate."""
    head = complement(analysis, start, stop) if stop > start else None
    if head is None:
        return
    if analysis.words[head].lemma in ("way", "mean", "means", "point", "time", "circumstance", "stage"):
        predicate = next_verb(analysis, stop, end)
        if predicate is None:
            predicate = complement(analysis, stop, end)
        if predicate is not None:
            yield Negation((index - 1, stop), (predicate,), (stop, end), NegationKind.VERBAL)
    else:
        yield Negation((index - 1, start), (head,), (start, stop), NegationKind.NOMINAL)


def read_neither(analysis: Analysis, index: int) -> Iterator[Negation]:
    """neither A nor B signed; neither signed nor ratified; nor did he sign."""
    start, end = index + 1, clause_end(analysis, index)
    if start >= len(analysis.words) or _paired(analysis, index):
        return
    verb = next_verb(analysis, start, end)
    if verb is not None:
        yield Negation((index, start), (verb,), (verb, end), NegationKind.VERBAL)
        return
    if analysis.tags[start] in (Tag.AUXILIARY, Tag.MODAL):
        predicate = finite_verb(analysis, start + 1, end)
        if predicate is None and start + 1 < end:
            predicate = complement(analysis, start + 1, end)
        if predicate is not None:
            yield Negation((index, start + 1), (predicate,), (start + 1, end), NegationKind.VERBAL)
        return
    if governing_verb(analysis, index) is None:
        end = (
            clause_end(analysis, min(start + 8, len(analysis.words) - 1))
            if word_at(analysis, end) == "nor"
            else end
        )
        predicate = finite_verb(analysis, phrase_end(analysis, start, end), end)
        if predicate is not None:
            yield Negation((index, start), (predicate,), (predicate, end), NegationKind.NOMINAL)
        return
    yield from read_phrase(analysis, index, start, NegationKind.CONTRAST)


def _paired(analysis: Analysis, index: int) -> bool:
    """True for a "nor" that only continues a subject that "neither" opened."""
    if analysis.words[index].text != "nor" or index + 1 >= len(analysis.words):
        return False
    opened = any(word.text == "neither" for word in analysis.words[max(index - 8, 0) : index])
    return opened and governing_verb(analysis, index) is None
