"""Which words can have anything to do with one another: a net in front of `Lexicon.relation`.

Each word has the keys that it is told by where a statement has it, and those that it is found by where a text has it.
Two words without a key in common have no relation; two with one may have, and `Lexicon.relation` tells which.
Most words of a text have nothing to do with a statement, and sets tell so without holding each word against each.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.language import lexicon_file as layout
from factcheck.language.lexicon_file import LexiconFile
from factcheck.language.morphology import SHORTEST_STEM, spellings
from factcheck.language.word_forms import Form, Limits, Meaning

EXCLUSIVE = {4: 58, 5: 80, 6: 80, 13: 80, 20: 80, 23: 80, 28: 80, layout.OCCUPATION: 80, layout.COLOUR: 80}
"""Lexicographer files whose kinds exclude one another, and the largest size of what they share: sports
and the like, animals, artifacts, food, plants, quantities, times, callings, colours. Kinds of communication,
people, groups, states, verbs and the rest overlap: a warning is an order, a daughter a woman."""
PLACES = frozenset((3, 14, 15, 17))
"""Lexicographer files of what two places can both be: regions, groups (states), locations, landforms."""

Key = int | str
_WORD, _LISTED, _SENSE, _BROADER, _NARROWER, _SIBLING = range(6)
"""What the number of a word or a synset is a key to: the last three bits."""
_PEOPLE = -1


def told_by(file: LexiconFile, limits: Limits, form: Form, meaning: Meaning) -> frozenset[Key]:
    """The keys that a word of a statement is told by."""
    keys = _shared(file, limits, form, meaning)
    for related in (meaning.ids, meaning.antonyms, meaning.synonyms, meaning.derived, meaning.kinds):
        keys += [number << 3 | _WORD for number in related]
    keys += [number << 3 | _LISTED for number in meaning.ids]
    keys += [number << 3 | _BROADER for number in _broad(limits, meaning)]
    keys += [number << 3 | _NARROWER for number in _above(limits, meaning)]
    keys += _stems(form, meaning, "told")
    return frozenset(keys)


def found_by(file: LexiconFile, limits: Limits, form: Form, meaning: Meaning) -> frozenset[Key]:
    """The keys that a word of a text is found by."""
    keys = _shared(file, limits, form, meaning)
    keys += [number << 3 | _WORD for number in meaning.ids]
    for listed in (meaning.synonyms, meaning.kinds):
        keys += [number << 3 | _LISTED for number in listed]
    keys += [number << 3 | _BROADER for number in _above(limits, meaning)]
    keys += [number << 3 | _NARROWER for number in _broad(limits, meaning)]
    keys += _stems(form, meaning, "found")
    return frozenset(keys)


def _shared(file: LexiconFile, limits: Limits, form: Form, meaning: Meaning) -> list[Key]:
    """The keys of a word on either side: its spellings, its senses, what it is a kind of, whether it is a people."""
    keys: list[Key] = [*form.lemmas]
    for lemma in form.lemmas:
        keys += spellings(lemma)
    keys += [number << 3 | _SENSE for number, weight in meaning.senses.items() if weight >= limits.synonym]
    keys += _siblings(file, limits, form, meaning)
    if meaning.demonym is not None:
        keys.append(_PEOPLE)
    return keys


def _broad(limits: Limits, meaning: Meaning) -> list[int]:
    return [number for number, weight in meaning.senses.items() if weight >= limits.broader]


def _above(limits: Limits, meaning: Meaning) -> list[int]:
    return [number for number, (_, weight) in meaning.above.items() if weight >= limits.narrower]


def _stems(form: Form, meaning: Meaning, side: str) -> list[str]:
    """Words that share a stem have to do with one another where one of them has no senses."""
    lemma = form.lemmas[0]
    if len(lemma) < SHORTEST_STEM:
        return []
    stem = lemma[:SHORTEST_STEM]
    return [f"{side} {stem}"] if meaning.senses else [f"told {stem}", f"found {stem}"]


def _siblings(file: LexiconFile, limits: Limits, form: Form, meaning: Meaning) -> Iterator[int]:
    """What a word is a kind of, where kinds of it can exclude one another."""
    place = form.flags & layout.PLACE
    for number, (steps, weight) in meaning.above.items():
        size, kind = file.size(number), file.kind(number)
        least = limits.broader if kind == layout.COLOUR else limits.sibling
        largest = limits.sibling_size if place and kind in PLACES else EXCLUSIVE.get(kind, 0)
        if weight >= least and steps < limits.sibling_steps and size <= min(limits.sibling_size, largest):
            yield number << 3 | _SIBLING
