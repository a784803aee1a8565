"""The terms of an index, and those that a query's word may stand for: forms, derivations, misspellings."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, chain

from factcheck.records import NamedTuple

LEAST_COSINE = 0.35
"""Terms whose n-grams are less alike than this are not neighbours (chosen on the train queries)."""
DERIVED = 0.9
"""What a term counts that shares its beginning with the query's word (Ukraine, Ukrainian), times the share."""
LEAST_DERIVED = 0.6
SHARED_BEGINNING = 4
"""Letters that a derivation has in common with its word, at least."""
MISSPELT = 1.0
"""What a term counts that an unknown word may be a misspelling of, times their similarity."""
LEAST_SPELLING = 0.75
"""Least similarity (optimal string alignment: one slip in four letters, two in eight)."""
MOST_SLIPS = 2
"""By how many letters the lengths may differ."""
COMPOUND = 0.8
"""What each of two terms counts that an unknown word joins ("fooddelivery")."""
_REMEMBERED = 5_000
"""Words of queries of which the expansion is kept."""
_SHORTEST_PART = 3
_LONGEST_WORD = 40


class Neighbour(NamedTuple):
    """A term of the index that a word of a query may stand for."""

    term: int
    likeness: float
    """0 to 1: what it counts as a word, for BM25; 0 where only its n-grams are alike."""
    kernel: float
    """The sum of the weights of the n-grams that the two share."""


class Grams(NamedTuple):
    """Postings from character n-grams to terms."""

    grams: Sequence[str]
    weights: array[float]
    """By n-gram: its squared weight, (1 + idf)²."""
    starts: array[int]
    """By n-gram: its stretch of `terms`; one more item than there are n-grams."""
    terms: array[int]
    norms: array[float]
    """By term: the sum of its n-grams' weights."""


class Terms(ABC):
    """Terms by number, how rare they are, and what a query's word may stand for of them."""

    def __init__(
        self, terms: Sequence[str], rarity: Sequence[float], most_rarity: float, norms: Sequence[float]
    ) -> None:
        self.terms = terms
        self.ids = dict(zip(terms, range(len(terms)), strict=True))
        self.rarity = rarity
        """By term: its inverse document frequency."""
        self.most_rarity = most_rarity
        """That of a word that no entry has."""
        self.norms = norms
        """By term: the sum of the weights of its n-grams."""

    def expand(self, word: str) -> list[list[Neighbour]]:
        """The terms that `word` may stand for, in the order of their numbers; itself too, if it is one.

        One group of alternatives, or two for a word that joins two terms; none if nothing is near.
        """
        own = self.ids.get(word)
        if own is not None and not word.isalpha():
            return [[Neighbour(own, 1.0, self.norms[own])]]
        if not word.isalpha() or len(word) > _LONGEST_WORD:
            return []
        group = self._misspelt(word) if own is None else self._related(word, own)
        if own is None and not any(neighbour.likeness for neighbour in group):
            return self._parts(word) or ([group] if group else [])
        return [group]

    def _related(self, word: str, own: int) -> list[Neighbour]:
        """The neighbours of a known word."""
        kernels, norm = self._kernels(word)
        norms, least = self.norms, LEAST_COSINE**2 * norm
        near = sorted([term for term, kernel in kernels.items() if kernel * kernel >= least * norms[term]])
        return [
            Neighbour(term, 1.0 if term == own else derived(word, self.terms[term]), kernels[term])
            for term in near
        ]

    def _misspelt(self, word: str) -> list[Neighbour]:
        """The neighbours of an unknown word: it may be a slip or a derivation."""
        from rapidfuzz.distance import OSA  # not needed for queries whose words are all known

        kernels, norm = self._kernels(word)
        norms, terms, least = self.norms, self.terms, LEAST_COSINE**2 * norm
        shortest, longest = len(word) - MOST_SLIPS, len(word) + MOST_SLIPS
        found = []
        for term in sorted(kernels):
            kernel, other = kernels[term], terms[term]
            alike = kernel * kernel >= least * norms[term]
            likeness = derived(word, other) if alike else 0.0
            if shortest <= len(other) <= longest:
                spelling = OSA.normalized_similarity(word, other, score_cutoff=LEAST_SPELLING)
                likeness = max(likeness, MISSPELT * spelling)
            if likeness or alike:
                # A slip in the middle of a word spoils most of its n-grams: count them all.
                found.append(Neighbour(term, likeness, max(kernel, likeness * norms[term])))
        return found

    @abstractmethod
    def _kernels(self, word: str) -> tuple[dict[int, float], float]:
        """By term that shares n-grams with a word: the sum of their weights; and that of all the word's n-grams
        that any term has."""

    def _parts(self, word: str) -> list[list[Neighbour]]:
        """Two terms that `word` joins: of all such pairs the one whose commoner term is the commonest."""
        best: tuple[float, int, int] | None = None
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            left, right = self.ids.get(word[:cut]), self.ids.get(word[cut:])
            if left is not None and right is not None:
                pair = (min(self.rarity[left], self.rarity[right]), left, right)
                best = pair if best is None else min(best, pair)
        if best is None:
            return []
        return [[Neighbour(term, COMPOUND, self.norms[term])] for term in best[1:]]


class Vocabulary(Terms):
    """The terms of an index (sorted) and their n-grams. Remembers what words stood for."""

    def __init__(self, terms: Sequence[str], frequencies: Sequence[int], entries: int, grams: Grams) -> None:
        by_frequency = {frequency: rarity(entries, frequency) for frequency in set(frequencies)}
        by_term = [by_frequency[frequency] for frequency in frequencies]
        super().__init__(terms, by_term, rarity(entries, 0), grams.norms)
        self.grams = grams
        self._expanded: dict[str, list[list[Neighbour]]] = {}
        self._gram_ids = dict(zip(grams.grams, range(len(grams.grams)), strict=True))

    @classmethod
    def build(cls, terms: Sequence[str], frequencies: Sequence[int], entries: int) -> Vocabulary:
        """The vocabulary of sorted `terms`; `frequencies` says how many of the `entries` hold each."""
        postings: defaultdict[str, list[int]] = defaultdict(list)
        for number, term in enumerate(terms):
            for gram in grams_of(term):
                postings[gram].append(number)
        squares: dict[int, float] = {}
        weights, norms = array("d"), [0.0] * len(terms)
        for found in postings.values():
            if len(found) == 1:
                holders = frequencies[found[0]]
            else:  # entries that hold the n-gram: at most the sum over its terms
                holders = min(entries, sum([frequencies[number] for number in found]))
            weight = squares.get(holders)
            if weight is None:
                weight = squares[holders] = gram_weight(entries, holders)
            for number in found:
                norms[number] += weight
            weights.append(weight)
        starts = array("I", accumulate(map(len, postings.values()), initial=0))
        members = array("I", chain.from_iterable(postings.values()))
        return cls(
            terms, frequencies, entries, Grams(tuple(postings), weights, starts, members, array("d", norms))
        )

    def expand(self, word: str) -> list[list[Neighbour]]:
        """As of all terms; kept, for words come again."""
        known = self._expanded.get(word)
        if known is None:
            if len(self._expanded) >= _REMEMBERED:
                self._expanded.clear()
            known = self._expanded[word] = super().expand(word)
        return known

    def _kernels(self, word: str) -> tuple[dict[int, float], float]:
        kernels: dict[int, float] = {}
        norm = 0.0
        starts, members = self.grams.starts, self.grams.terms
        for gram in grams_of(word):
            number = self._gram_ids.get(gram)
            if number is None:
                continue
            weight = self.grams.weights[number]
            norm += weight
            for term in members[starts[number] : starts[number + 1]]:
                kernels[term] = kernels.get(term, 0.0) + weight
        return kernels, norm


def derived(word: str, term: str) -> float:
    """How likely the two are derived from one another, by the beginning that they share; 0 if too short."""
    if word[:SHARED_BEGINNING] != term[:SHARED_BEGINNING] or len(word) < SHARED_BEGINNING:
        return 0.0
    length = SHARED_BEGINNING
    for a, b in zip(word[length:], term[length:], strict=False):
        if a != b:
            break
        length += 1
    share = 2 * length / (len(word) + len(term))
    return DERIVED * share if share >= LEAST_DERIVED else 0.0


def grams_of(term: str) -> list[str]:
    """The distinct character 3- and 4-grams of a word between spaces, in order.

    5-grams added nothing on the train queries of CheckThat! 2A.
    """
    padded = f" {term} "
    length = len(padded)
    grams = [padded[at : at + 3] for at in range(length - 2)] + [
        padded[at : at + 4] for at in range(length - 3)
    ]
    return grams if len(set(grams)) == len(grams) else list(dict.fromkeys(grams))


def gram_weight(entries: int, holders: int) -> float:
    """The squared weight of an n-gram that so many of the entries hold."""
    return (1.0 + rarity(entries, holders)) ** 2


def rarity(entries: int, frequency: int) -> float:
    """Inverse document frequency, as BM25 has it."""
    return math.log(1.0 + (entries - frequency + 0.5) / (frequency + 0.5))
