"""The forms of words: what a word as written can mean, which words and senses stand behind it."""

from __future__ import annotations

from factcheck.language import lexicon_file as layout
from factcheck.language.lexicon_file import LexiconFile, Record
from factcheck.language.morphology import Reading, bare, guess_lemma, readings
from factcheck.records import NamedTuple

_LIVING = frozenset((5, 18, 20, layout.OCCUPATION))
"""Lexicographer files of animals, people and plants: what they all are (person, animal) says something."""


_PARTS = tuple(
    2 if kind in (0, 1, 44) else 3 if kind == 2 else 1 if 29 <= kind <= 43 else 0 for kind in range(256)
)
"""By lexicographer file: the index of its part of speech in POS."""


class Limits(NamedTuple):
    """From where on a link between senses is trusted, chosen with `benchmarks/measure_lexicon.py`.

    A sense's weight (0 to 1) is its share of the word's uses as a part of speech, less where that part
    of speech is unlikely. A size is that of `lexicon_file.Synset`: 8·log2(n+1).
    """

    reading: float = 0.3
    """Share of a part of speech from which on its senses have their full weight."""
    antonym: float = 0.4
    """Least share of a reading whose opposites count (those of the likeliest one always do)."""
    synonym: float = 0.4
    """Least weight, in both words, of a shared sense."""
    listed: float = 0.15
    """Least share of a reading whose listed synonyms count (those of the likeliest one always do)."""
    broader: float = 0.3
    """Least weight of the broader word's sense."""
    narrower: float = 0.4
    """Least weight of the narrower word's sense."""
    broader_size: int = 82
    """Largest size of a broader synset (about 1,200 below)."""
    living_size: int = 112
    """The same for people, animals and plants."""
    noun_levels: int = 12
    """How many steps up a broader noun may stand."""
    verb_levels: int = 1
    """The same for verbs and adjectives."""
    sibling: float = 0.4
    """Least weight, in both words, of senses that exclude one another."""
    sibling_size: int = 70
    """Largest size of what they share (about 430 below)."""
    sibling_steps: int = 5
    """How many steps up and down lie between them, at most."""


DEFAULT_LIMITS = Limits()


class Form(NamedTuple):
    """A word as written: the words that it can be a form of."""

    word: str
    """Without a possessive ending."""
    own: Record | None
    """Its own record, as it is written."""
    readings: tuple[Reading, ...]
    """The likeliest first; empty for what the lexicon has no senses of."""
    lemmas: tuple[str, ...]
    flags: int
    pos: frozenset[str]
    rarity: float

    @property
    def is_stop(self) -> bool:
        """True for a function word."""
        return bool(self.flags & layout.STOP)


class Meaning(NamedTuple):
    """What relations need of a form. Words stand as the ids of their records."""

    ids: frozenset[int]
    """The lemmas."""
    degree: str
    """"er" or "st" of a comparative or superlative, else empty."""
    senses: dict[int, float]
    """Synsets and their weights, 0 to 1."""
    above: dict[int, tuple[int, float]]
    """Broader synsets: steps up, weight."""
    antonyms: frozenset[int]
    derived: frozenset[int]
    demonym: int | None
    synonyms: frozenset[int] = frozenset()
    """Words that are listed as other words for it."""
    kinds: frozenset[int] = frozenset()
    """Words that are listed for what it is a kind of."""


def form_of(file: LexiconFile, word: str) -> Form:
    """The form that `word`, folded, is."""
    plain = bare(word)
    own = file.find(plain)
    found = tuple(readings(file, plain, own))
    own_flags = own.flags if own else 0
    if not found:
        lemma = plain if own else guess_lemma(plain)
        return Form(plain, own, (), (lemma,), own_flags, frozenset(), 0.0 if own_flags & layout.STOP else 1.0)
    best = found[0][0]
    return Form(
        word=plain,
        own=own,
        readings=found,
        lemmas=tuple(dict.fromkeys([record.word for record, _, _ in found])),
        flags=best.flags & ~layout.STOP | own_flags,
        pos=frozenset([layout.POS[pos] for _, pos, _ in found]),
        rarity=0.0 if own_flags & layout.STOP else min([record.rarity for record, _, _ in found]) / 255,
    )


class Hierarchy:
    """Which synsets stand above which, up to where they say next to nothing. What was looked up is kept."""

    def __init__(self, file: LexiconFile, limits: Limits) -> None:
        self.limits = limits
        self._file = file
        self._known: dict[int, tuple[int, ...]] = {}

    def above(self, number: int) -> tuple[int, ...]:
        """The synsets right above one."""
        found = self._known.get(number)
        if found is None:
            if len(self._known) >= _MOST_SYNSETS:
                self._known.clear()
            file, limits = self._file, self.limits
            largest = limits.living_size if file.kind(number) in _LIVING else limits.broader_size
            found = tuple([parent for parent in file.parents(number) if file.size(parent) <= largest])
            self._known[number] = found
        return found

    def is_noun(self, number: int) -> bool:
        """Whether a synset is one of nouns."""
        return _PARTS[self._file.kind(number)] == 0


_MOST_SYNSETS = 50_000
"""Of so many synsets it is kept what stands above them."""


def meaning_of(file: LexiconFile, hierarchy: Hierarchy, form: Form) -> Meaning:
    """What `form` can mean; for a word without senses what its own record says."""
    own, limits = form.own, hierarchy.limits
    records = {record.id: record for record, _, _ in form.readings} or ({own.id: own} if own else {})
    best = form.readings[0] if form.readings else None
    sure = [record for record, _, share in form.readings[1:] if share >= limits.antonym]
    sure += [best[0]] if best else []
    sure += [own] if own else []
    senses = _senses(file, limits, form.readings)
    return Meaning(
        ids=frozenset(records),
        degree=form.word[-2:] if best and layout.POS[best[1]] in "ar" and best[0].word != form.word else "",
        senses=senses,
        above=_closure(hierarchy, senses),
        antonyms=_union([record.antonyms for record in sure]),
        derived=_union([record.derived for record in records.values()]),
        demonym=next(iter([one.demonym for one in records.values() if one.demonym is not None]), None),
        synonyms=_listed(limits, form, best, kinds=False),
        kinds=_listed(limits, form, best, kinds=True),
    )


def _union(sets: list[frozenset[int]]) -> frozenset[int]:
    filled = [found for found in sets if found]
    return filled[0].union(*filled[1:]) if filled else _NONE


_NONE: frozenset[int] = frozenset()


def _listed(limits: Limits, form: Form, best: Reading | None, *, kinds: bool) -> frozenset[int]:
    """The listed synonyms of the likely readings of a form, or what they are kinds of."""
    found: list[int] = []
    for reading in form.readings:
        record, pos, share = reading
        listed = record.kinds if kinds else record.synonyms
        if listed and (share >= limits.listed or reading is best):
            found += [target for target, part in listed if part == pos]
    return frozenset(found) if found else _NONE


def _senses(file: LexiconFile, limits: Limits, found: tuple[Reading, ...]) -> dict[int, float]:
    """The synsets that a form can mean. Those of an unlikely part of speech weigh less."""
    senses: dict[int, float] = {}
    for record, pos, share in found:
        factor = min(1.0, share / limits.reading)
        for number, weight in record.senses:
            kind = file.kind(number)
            if _PARTS[kind] == pos:
                scaled = weight / 127 * (1.0 if kind == layout.COLOUR else factor)
                senses[number] = max(senses.get(number, 0.0), scaled)
    return senses


def _closure(hierarchy: Hierarchy, senses: dict[int, float]) -> dict[int, tuple[int, float]]:
    """The broader synsets of the main senses, up to where they say next to nothing."""
    limits = hierarchy.limits
    above: dict[int, tuple[int, float]] = {}
    level = [(number, weight) for number, weight in senses.items() if weight >= limits.broader]
    for steps in range(1, limits.noun_levels + 1):
        if steps > limits.verb_levels:
            level = [one for one in level if hierarchy.is_noun(one[0])]
        level = [(parent, weight) for number, weight in level for parent in hierarchy.above(number)]
        if not level:
            break
        for number, weight in level:
            if number not in above or weight > above[number][1]:
                above[number] = (steps, weight)
    return above
