"""What words have to do with one another: lemmas, synonyms, opposites, broader and narrower words.

The data come from WordNet 3.0 (see `data/LICENSE.wordnet`), packed by `benchmarks/build_lexicon.py`.
Words are given folded, as `text.Token.text` has them. Only the most frequent senses count, by the
tags of SemCor, as WordNet ships them.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from factcheck.files import PACKAGE
from factcheck.language import lexicon_file as layout
from factcheck.language.kin import EXCLUSIVE, PLACES, Key, found_by, told_by
from factcheck.language.lexicon_file import LexiconFile
from factcheck.language.morphology import bare, same_spelled, same_stem
from factcheck.language.word_forms import (
    DEFAULT_LIMITS,
    Form,
    Hierarchy,
    Limits,
    Meaning,
    form_of,
    meaning_of,
)
from factcheck.records import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

DATA = f"{PACKAGE}/data/lexicon.bin"


class Relation(Enum):
    """What a word of a statement is to a word of the evidence."""

    SAME = "same"
    """Forms of one word."""
    DERIVED = "derived"
    """treat/treatment, Ukraine/Ukrainian, quick/quickly; also degrees of one adjective (large/largest)."""
    SYNONYM = "synonym"
    """Another word for it."""
    BROADER = "broader"
    """The statement's word says less: animal, where the evidence says dog."""
    NARROWER = "narrower"
    """The statement's word says more than the evidence does."""
    ANTONYM = "antonym"
    """Opposites."""
    SIBLING = "sibling"
    """Kinds of the same thing that exclude one another: dog/cat, Monday/Tuesday, Paris/London."""


REMEMBERED = 200_000
"""So many relations are kept at most."""


class _Opened(NamedTuple):
    """The phrases that a word begins."""

    heads: tuple[str, ...]
    """The base forms of the word that begin any."""
    names: frozenset[str]
    """The phrases, their words joined by "_"."""
    seconds: frozenset[str]
    """Their second words."""


_NOTHING_OPENED = _Opened((), frozenset(), frozenset())


class Lexicon:
    """A lexicon over its data file. Words are read when they are first asked for, and kept."""

    def __init__(self, file: LexiconFile, limits: Limits = DEFAULT_LIMITS) -> None:
        self._file = file
        self._limits = limits
        self._hierarchy = Hierarchy(file, limits)
        self._forms: dict[str, Form] = {}
        self._meanings: dict[str, Meaning] = {}
        self._relations: dict[tuple[str, str], Relation | None] = {}
        self._lands: dict[str, str | None] = {}
        self._phrases: dict[str, _Opened] = {}
        self._spelled: dict[str, tuple[str, ...]] = {}
        self._told: dict[str, frozenset[Key]] = {}
        self._found: dict[str, frozenset[Key]] = {}

    @classmethod
    def open(cls, path: Path | str = DATA) -> Lexicon:
        """The lexicon in `path`, else the one of the package. Raises `InputError` if it cannot be read."""
        return cls(LexiconFile(path))

    def form(self, word: str) -> Form:
        """What a word as written can be a form of."""
        form = self._forms.get(word)
        if form is None:
            if len(self._forms) >= _MOST_FORMS:
                self._forms.clear()
            form = self._forms[word] = form_of(self._file, word)
        return form

    def lemma(self, word: str) -> str:
        """The likeliest base form: children → child, sent → send; unknown words lose 's and a plural s."""
        return self.form(word).lemmas[0]

    def lemmas(self, word: str) -> tuple[str, ...]:
        """All plausible base forms, the likeliest first; at least one."""
        return self.form(word).lemmas

    def forms(self, word: str) -> tuple[str, ...]:
        """The word itself, then its other plausible base forms."""
        found = self._spelled.get(word)
        if found is None:
            if len(self._spelled) >= _MOST_FORMS:
                self._spelled.clear()
            found = self._spelled[word] = tuple(dict.fromkeys((word, *self.form(word).lemmas)))
        return found

    def relation(self, a: str, b: str) -> Relation | None:
        """What `a`, of a statement, is to `b`, of evidence; None where nothing is known."""
        key = (a, b)
        if key not in self._relations:
            if len(self._relations) >= REMEMBERED:
                self._relations.clear()
            self._relations[key] = self._relate(a, b)
        return self._relations[key]

    def _relate(self, a: str, b: str) -> Relation | None:
        if self.told(a).isdisjoint(self.found(b)):
            return None
        one, other = self._meaning(a), self._meaning(b)
        left, right = self.form(a), self.form(b)
        if left.lemmas[0] == right.lemmas[0] or not one.ids.isdisjoint(other.ids):
            return Relation.SAME if one.degree == other.degree else Relation.DERIVED
        if any(same_spelled(mine, theirs) for mine in left.lemmas for theirs in right.lemmas):
            return Relation.SAME
        if not one.antonyms.isdisjoint(other.ids):
            return Relation.ANTONYM
        if left.is_stop or right.is_stop:
            return None
        if self._synonyms(one, other):
            return Relation.SYNONYM
        named = not (one.senses and other.senses)
        if _derived(one, other) or (named and same_stem(left.lemmas[0], right.lemmas[0])):
            return Relation.DERIVED
        if not one.ids.isdisjoint(other.kinds) or self._above(one, other):
            return Relation.BROADER
        if not other.ids.isdisjoint(one.kinds) or self._above(other, one):
            return Relation.NARROWER
        places = bool(left.flags & right.flags & layout.PLACE)
        return Relation.SIBLING if self._siblings(one, other, places) or self._foreign(one, other) else None

    def told(self, word: str) -> frozenset[Key]:
        """The keys of a word of a statement: it has no relation to words that are found by none of them."""
        keys = self._told.get(word)
        if keys is None:
            if len(self._told) >= _MOST_FORMS:
                self._told.clear()
            keys = told_by(self._file, self._limits, self.form(word), self._meaning(word))
            self._told[word] = keys
        return keys

    def found(self, word: str) -> frozenset[Key]:
        """The keys by which a word of a text is found."""
        keys = self._found.get(word)
        if keys is None:
            if len(self._found) >= _MOST_FORMS:
                self._found.clear()
            keys = found_by(self._file, self._limits, self.form(word), self._meaning(word))
            self._found[word] = keys
        return keys

    def phrase(self, words: Sequence[str], at: int) -> tuple[str, int] | None:
        """The longest listed phrase that begins with `words[at]`, in any form of it, and the index after it.

        The phrase's own name, its words joined by "_", stands for it in `relation` and `lemmas`.
        """
        opened = self._opened(words[at])
        if not opened.heads or at + 1 >= len(words) or not self._continues(opened, words[at + 1]):
            return None
        for end in range(min(at + _LONGEST, len(words)), at + 1, -1):
            rest = words[at + 1 : end]
            based = [self.lemma(word) if len(word) > _PARTICLE else word for word in rest]
            for head in opened.heads:
                for tail in (rest, based):
                    name = "_".join((head, *tail))
                    if bare(name) in opened.names:
                        return name, end
        return None

    def _continues(self, opened: _Opened, word: str) -> bool:
        """Whether a word can be the second one of a phrase, as it stands or in its base form."""
        return bare(word) in opened.seconds or bare(self.lemma(word)) in opened.seconds

    def _opened(self, word: str) -> _Opened:
        """The phrases that a word begins."""
        found = self._phrases.get(word)
        if found is None:
            if len(self._phrases) >= _MOST_FORMS:
                self._phrases.clear()
            found = self._phrases[word] = self._phrases_of(word)
        return found

    def _phrases_of(self, word: str) -> _Opened:
        form = self.form(word)
        records = [record for record, _, _ in form.readings] or ([form.own] if form.own else [])
        heads = {record.word: record for record in records if record.phrases}
        names = [self._file.word(number) for record in heads.values() for number in record.phrases]
        seconds = frozenset([bare(name.split("_", 2)[1]) for name in names])
        return _Opened(tuple(heads), frozenset(names), seconds) if heads else _NOTHING_OPENED

    def rarity(self, word: str) -> float:
        """0 for function words, rising to 1 for words that SemCor does not have."""
        return self.form(word).rarity

    def is_stop(self, word: str) -> bool:
        """True for function words, negations among them."""
        return self.form(word).is_stop

    def pos(self, word: str) -> frozenset[str]:
        """The parts of speech that the form can be: "n", "v", "a", "r"; empty for unknown words."""
        return self.form(word).pos

    def demonym(self, word: str) -> str | None:
        """The place of a people or of its adjective, folded: ukrainian → ukraine, danes → denmark."""
        if word in self._lands:
            return self._lands[word]
        if len(self._lands) >= _MOST_FORMS:
            self._lands.clear()
        place = self._meaning(word).demonym
        land = self._file.word(place) if place is not None else self._of_land(word)
        self._lands[word] = land
        return land

    def _of_land(self, word: str) -> str | None:
        """The land of a people that WordNet names only the land of: kazakh → kazakhstan, uzbeks → uzbekistan."""
        people = word.removesuffix("s")
        named = len(people) > 3 and not self.form(people).pos - {"n"} and people.isalpha()
        return next((people + ending for ending in _LANDS if named and self.is_place(people + ending)), None)

    def is_place(self, word: str) -> bool:
        """True for the name of a place that WordNet knows, whatever else the word can mean (turkey)."""
        return bool(self.form(word).flags & layout.PLACE)

    def is_person(self, word: str) -> bool:
        """True for the name of a person that WordNet knows, whatever else the word can mean (bush)."""
        return bool(self.form(word).flags & layout.PERSON)

    def is_name(self, word: str) -> bool:
        """True for a word that WordNet knows only as a name."""
        return bool(self.form(word).flags & layout.NAME)

    def is_known(self, word: str) -> bool:
        """True for a word that the lexicon has in any part of speech, as a name or as a function word."""
        form = self.form(word)
        return bool(form.pos or form.flags)

    def within(self, part: str, whole: str) -> bool:
        """True where the place `part` lies in the place `whole`: kyiv in ukraine."""
        return self._inside(self._meaning(part), self._meaning(whole))

    def is_capital(self, city: str, country: str) -> bool:
        """True for the capital of a country, both folded: lima, peru."""
        if (
            not self.is_place(city)
            or not self._meaning(_CAPITAL).senses.keys() & self._meaning(city).above.keys()
        ):
            return False
        return self.within(city, country)

    def _inside(self, part: Meaning, whole: Meaning) -> bool:
        numbers = list(part.senses)
        for _ in range(_PLACE_STEPS):
            numbers = [above for number in numbers for above in self._file.wholes(number)]
            if not whole.senses.keys().isdisjoint(numbers):
                return True
        return False

    def _meaning(self, word: str) -> Meaning:
        meaning = self._meanings.get(word)
        if meaning is None:
            if len(self._meanings) >= _MOST_FORMS:
                self._meanings.clear()
            meaning = self._meanings[word] = meaning_of(self._file, self._hierarchy, self.form(word))
        return meaning

    def _synonyms(self, one: Meaning, other: Meaning) -> bool:
        if not (one.synonyms.isdisjoint(other.ids) and other.synonyms.isdisjoint(one.ids)):
            return True
        shared = one.senses.keys() & other.senses.keys()
        return any(min(one.senses[key], other.senses[key]) >= self._limits.synonym for key in shared)

    def _above(self, broad: Meaning, narrow: Meaning) -> bool:
        shared = broad.senses.keys() & narrow.above.keys()
        return any(
            broad.senses[key] >= self._limits.broader and narrow.above[key][1] >= self._limits.narrower
            for key in shared
        )

    def _siblings(self, one: Meaning, other: Meaning, places: bool) -> bool:
        limits = self._limits
        for key in one.above.keys() & other.above.keys():
            left, right = one.above[key], other.above[key]
            size, kind = self._file.size(key), self._file.kind(key)
            least = limits.broader if kind == layout.COLOUR else limits.sibling
            if min(left[1], right[1]) < least or left[0] + right[0] > limits.sibling_steps:
                continue
            if kind in PLACES and places:
                if size <= limits.sibling_size:
                    return not (self._inside(one, other) or self._inside(other, one))
            elif size <= min(limits.sibling_size, EXCLUSIVE.get(kind, 0)):
                return True
        return False

    def _foreign(self, one: Meaning, other: Meaning) -> bool:
        """True for peoples of different places, neither inside the other: french, german."""
        if one.demonym is None or other.demonym is None:
            return False
        left, right = self._file.record(one.demonym).word, self._file.record(other.demonym).word
        return self._siblings(self._meaning(left), self._meaning(right), places=True)


def _derived(one: Meaning, other: Meaning) -> bool:
    known = one.demonym is not None and one.demonym == other.demonym
    return known or not one.derived.isdisjoint(other.ids)


_MOST_FORMS = 20_000
"""How many analysed forms are kept before all are dropped."""
_LANDS = ("stan", "istan")
"""What the names of lands add to those of their peoples."""
_CAPITAL = "capital"
_LONGEST = 4
"""So many words at most make a phrase."""
_PARTICLE = 4
"""Words of a phrase up to this length stand as they are; longer ones in any form."""
_PLACE_STEPS = 4
"""How far up the parts of places are followed: district, city, province, country."""
