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
from factcheck.records import NamedTuple

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


class Kin(NamedTuple):
    """The keys of a word: in a statement it is `told` by the ones, in a text `found` by the others."""

    told: frozenset[Key]
    found: frozenset[Key]


def kin_of(file: LexiconFile, limits: Limits, form: Form, meaning: Meaning) -> Kin:
    """The keys of a word of this form and meaning."""
    shared: set[Key] = {*_spelled(form), *_siblings(file, limits, form, meaning)}
    shared.update(
        [number << 3 | _SENSE for number, weight in meaning.senses.items() if weight >= limits.synonym]
    )
    if meaning.demonym is not None:
        shared.add(_PEOPLE)
    broad = [number << 3 for number, weight in meaning.senses.items() if weight >= limits.broader]
    above = [number << 3 for number, (_, weight) in meaning.above.items() if weight >= limits.narrower]
    related = meaning.ids | meaning.antonyms | meaning.synonyms | meaning.derived | meaning.kinds
    told: set[Key] = {
        *[number << 3 | _WORD for number in related],
        *[number << 3 | _LISTED for number in meaning.ids],
        *[number | _BROADER for number in broad],
        *[number | _NARROWER for number in above],
        *_stems(form, meaning, "told"),
    }
    found: set[Key] = {
        *[number << 3 | _WORD for number in meaning.ids],
        *[number << 3 | _LISTED for number in meaning.synonyms | meaning.kinds],
        *[number | _BROADER for number in above],
        *[number | _NARROWER for number in broad],
        *_stems(form, meaning, "found"),
    }
    return Kin(frozenset(shared | told), frozenset(shared | found))


def _spelled(form: Form) -> Iterator[str]:
    for lemma in form.lemmas:
        yield lemma
        yield from spellings(lemma)


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
