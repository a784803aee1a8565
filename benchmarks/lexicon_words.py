"""Collects from WordNet what the lexicon says of each word; see `benchmarks.build_lexicon`."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from math import log2

from benchmarks.lexicon_lists import COLOURS, DERIVED, IRREGULAR, OCCUPATIONS, SPELLINGS, STOP_WORDS
from benchmarks.wordnet import Entry, Key, WordNet
from factcheck.language import lexicon_file as layout

SINGLE = re.compile(r"[a-z]+(?:'[a-z]+)*")
LONGEST = 6
"""Senses kept for a part of speech."""
LEAST_SHARE = 0.08
"""Senses with a smaller share of the word's uses are left out."""
LOCATIONS, THINGS, PEOPLE = 15, 17, 18
"""Lexicographer files: noun.location, noun.object (rivers, mountains), noun.person."""

Shares = dict[Key, float]


@dataclass(slots=True)
class Word:
    """What the file will say of a word; the other words stand as they are written."""

    flags: int = 0
    rarity: int = 255
    tags: dict[str, int] = field(default_factory=dict)
    senses: dict[str, Shares] = field(default_factory=dict)
    derived: set[str] = field(default_factory=set)
    antonyms: dict[str, float] = field(default_factory=dict)
    bases: list[tuple[str, str]] = field(default_factory=list)
    demonym: str | None = None
    synonyms: set[tuple[str, str]] = field(default_factory=set)
    """Listed words for the same, each with the part of speech in which they are."""
    kinds: set[tuple[str, str]] = field(default_factory=set)
    """Listed words for what it is a kind of, each with the part of speech in which it is."""
    phrases: set[str] = field(default_factory=set)
    """Listed phrases that begin with the word, joined by "_"."""

    def chance(self, pos: str) -> float:
        """How much of the word's use is as that part of speech, by SemCor's tags."""
        return (self.tags.get(pos, 0) + 0.5) / (sum(self.tags.values()) + 0.5 * len(self.tags))


def shares(senses: list[tuple[Key, int]]) -> Shares:
    """The share of each sense in the word's uses: SemCor's tags, smoothed by 1/rank."""
    weights = [(key, tags + 1 / rank) for rank, (key, tags) in enumerate(senses, start=1)]
    total = sum(weight for _, weight in weights)
    kept = [(key, weight / total) for key, weight in weights if weight / total >= LEAST_SHARE]
    return dict(kept[:LONGEST])


class Vocabulary:
    """What the words are, collected from WordNet: senses, forms, derivations, names.

    `words` by how they are written, folded; `members`: the words of each synset with the share of the
    word's uses; `below`: how many synsets stand below each; `kinds`: callings, colours and numbers.
    """

    def __init__(self, net: WordNet) -> None:
        self.net = net
        self.words: dict[str, Word] = defaultdict(Word)
        self.members: dict[Key, list[tuple[str, float]]] = defaultdict(list)
        self.children = _children(net)
        self.below = {key: len(self._descendants(key)) for key in net.synsets}
        self.kinds = self._kinds()
        self.taxa = self._descendants(net.senses["taxonomic group", "n"][0][0])

        self._collect_words()
        self._add_spellings()
        self._flag_words()
        self._irregular()
        self._derivations()

    def _descendants(self, key: Key) -> set[Key]:
        seen: set[Key] = set()
        queue = [key]
        while queue:
            new = [child for child in self.children.get(queue.pop(), ()) if child not in seen]
            seen.update(new)
            queue += new
        return seen

    def _kinds(self) -> dict[Key, int]:
        """The synsets that are callings, colours or numbers."""
        kinds: dict[Key, int] = {}
        for names, kind in ((OCCUPATIONS, layout.OCCUPATION), (COLOURS, layout.COLOUR)):
            for name in names:
                keys = [key for key, _ in self.net.senses[name, "n"]]
                if kind == layout.OCCUPATION:
                    keys = [key for key in keys if self.net.synsets[key].kind == PEOPLE]
                kinds |= dict.fromkeys((keys[0], *self._descendants(keys[0])), kind)
        return kinds

    def share(self, word: str, key: Key) -> float:
        """The share of that sense among the word's uses as that part of speech."""
        return self.words[word].senses.get(key[0], {}).get(key, 0.0) if word in self.words else 0.0

    def _collect_words(self) -> None:
        for (name, pos), senses in sorted(self.net.senses.items()):
            if not self._is_kept(name, senses):
                continue
            word = self.words[name]
            word.senses[pos] = shares(senses)
            word.tags[pos] = sum(tags for _, tags in senses)
            for key, share in word.senses[pos].items():
                self.members[key].append((name, share))

    def _add_spellings(self) -> None:
        for line in SPELLINGS.strip().splitlines():
            new, _, old = line.partition(" ")
            senses = self.words[old].senses.get("n", {}) if old in self.words else {}
            places = [key for key in senses if is_place(self.net.synsets[key])]
            if places and new not in self.words:
                self.words[new].senses["n"] = {places[0]: 1.0}
                self.words[new].tags["n"] = 0
                self.members[places[0]].append((new, 1.0))

    def _is_kept(self, name: str, senses: list[tuple[Key, int]]) -> bool:
        entries = [self.net.synsets[key] for key, _ in senses]
        if len(name) == 1 or (len(name) == 2 and not any(tags for _, tags in senses)):
            return False
        if not SINGLE.fullmatch(name):
            return bool(re.fullmatch(r"[a-z]+(?: [a-z]+)+", name)) and all(map(is_place, entries))
        return not {entry.key for entry in entries} <= self.taxa

    def _flag_words(self) -> None:
        stop_words = frozenset(STOP_WORDS.split())
        most = max(sum(word.tags.values()) for name, word in self.words.items() if name not in stop_words)
        for word in self.words.values():
            entries = [self.net.synsets[key] for senses in word.senses.values() for key in senses]
            word.flags |= layout.PLACE * any(map(is_place, entries))
            word.flags |= layout.PERSON * any(
                entry.kind == PEOPLE and is_instance(entry) for entry in entries
            )
            word.flags |= layout.NAME * all(map(is_instance, entries))
            word.rarity = round(255 * (1 - log2(1 + min(most, sum(word.tags.values()))) / log2(1 + most)))
        for name in sorted(stop_words):
            self.words[name].flags |= layout.STOP
            self.words[name].rarity = 0

    def _irregular(self) -> None:
        for (form, pos), bases in sorted(self.net.exceptions.items()):
            for base in bases:
                if SINGLE.fullmatch(form) and base != form and base in self.words:
                    self.words[form].bases.append((base, pos))
        for form, base, pos in IRREGULAR:
            if (base, pos) not in self.words[form].bases:
                self.words[form].bases.append((base, pos))

    def _derivations(self) -> None:
        """Derivationally related forms, pertainyms and participles, and two steps from an adverb."""
        for entry in self.net.synsets.values():
            for pointer in entry.pointers:
                if pointer.symbol in ("+", "\\", "<") and pointer.source_word:
                    one = entry.words[pointer.source_word - 1].lower()
                    other = self.net.synsets[pointer.target].words[pointer.target_word - 1].lower()
                    if one != other and self.share(one, entry.key) and self.share(other, pointer.target):
                        self.words[one].derived.add(other)
                        self.words[other].derived.add(one)
        for one, other in DERIVED:
            self.words[one].derived.add(other)
            self.words[other].derived.add(one)
        for name, word in sorted(self.words.items()):
            if set(word.senses) == {"r"}:
                for adjective in [base for base in word.derived if name.startswith(base[:4])]:
                    word.derived |= self.words[adjective].derived - {name}


def is_instance(entry: Entry) -> bool:
    """True for a single thing with a name: Paris, not city."""
    return any(pointer.symbol == "@i" for pointer in entry.pointers)


def is_place(entry: Entry) -> bool:
    """True for a place with a name."""
    return entry.kind in (LOCATIONS, THINGS) and is_instance(entry)


def _children(net: WordNet) -> dict[Key, list[Key]]:
    """What stands right below each synset: hyponyms and instances; similar ones for adjectives."""
    children: dict[Key, list[Key]] = defaultdict(list)
    for entry in net.synsets.values():
        for parent in parents(entry):
            children[parent].append(entry.key)
    return children


def parents(entry: Entry) -> list[Key]:
    """What stands right above: hypernyms, for an instance its class, for a satellite its head."""
    symbols = ("&",) if entry.satellite else ("@", "@i")
    return [pointer.target for pointer in entry.pointers if pointer.symbol in symbols]
