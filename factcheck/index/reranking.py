"""A few candidates of a large index, ranked as if they were an index of their own.

What depends on all entries (how many have a term, how long they are, how rare n-grams are) is that of the
large index.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from factcheck.index import ranking
from factcheck.index.analysis import Query
from factcheck.index.memory import gram_squares
from factcheck.index.postings import Postings
from factcheck.index.ranking import Features
from factcheck.index.searching import Search
from factcheck.index.vocabulary import Grams, Vocabulary, gram_weight, grams_of


class Statistics(NamedTuple):
    """What is known of all entries."""

    entries: int
    mean_length: float
    """Terms of an entry."""


class Known(NamedTuple):
    """What is known of a term."""

    entries: int
    """How many entries have it."""
    norm: float
    """The sum of the weights of its n-grams."""


Holders = Callable[[Sequence[str]], Mapping[str, int]]
"""From n-grams to how many entries have a term with each; those that none has may be left out."""


class NearVocabulary(Vocabulary):
    """The terms of a few texts. What a query's word shares with them is found when it is asked for."""

    def __init__(self, terms: Sequence[str], known: Sequence[Known], entries: int, holders: Holders) -> None:
        norms = array("d", [one.norm for one in known])
        nothing = Grams((), array("d"), array("I", [0]), array("I"), norms)
        super().__init__(terms, [one.entries for one in known], entries, nothing)
        self._entries = entries
        self._holders = holders
        self._joined = " " + " ".join(terms) + " "
        self._starts = list(accumulate((len(term) + 1 for term in terms), initial=0))
        self._weights: dict[str, float] = {}

    def prepare(self, words: Sequence[str]) -> None:
        """Find the weights of the n-grams of all words of a query at once."""
        wanted = list(dict.fromkeys(gram for word in words if word.isalpha() for gram in grams_of(word)))
        found = self._holders(wanted)
        for gram in wanted:
            self._weights[gram] = gram_weight(self._entries, min(self._entries, found.get(gram, 0)))

    def _kernels(self, word: str) -> tuple[dict[int, float], float]:
        kernels: dict[int, float] = {}
        norm = 0.0
        joined, starts, weights = self._joined, self._starts, self._weights
        for gram in grams_of(word):
            place = joined.find(gram)
            weight = weights.get(gram, 0.0)
            if place >= 0:
                norm += weight
            last = -1
            while place >= 0:
                term = bisect_right(starts, place) - 1
                if term != last:
                    kernels[term] = kernels.get(term, 0.0) + weight
                    last = term
                place = joined.find(gram, place + 1)
        return kernels, norm


def features_of(
    query: Query,
    candidates: Mapping[int, Sequence[Sequence[str]]],
    known: Mapping[str, Known],
    holders: Holders,
    statistics: Statistics,
    wanted: int,
) -> list[tuple[int, Features]]:
    """The keys of the `wanted` best of some candidates by words and n-grams, with their features.

    `candidates` are the terms of their texts, by key; `known` is what is known of the terms.
    """
    keys = sorted(candidates)
    texts = [candidates[key] for key in keys]
    terms = sorted({term for group in texts for text in group for term in text})
    postings = Postings.build(keys, texts, terms)
    rare = Known(1, 1.0)
    vocabulary = NearVocabulary(terms, [known.get(term, rare) for term in terms], statistics.entries, holders)
    vocabulary.prepare((*query.body, *query.signed))
    k1, b = ranking.BM25_K1, ranking.BM25_B
    norms = [k1 * (1 - b + b * length / (statistics.mean_length or 1.0)) for length in postings.lengths]
    power = ranking.GRAM_NORM_POWER / 2
    grams = [square**power or 1.0 for square in gram_squares(postings, vocabulary)]
    return Search(query, vocabulary, postings, norms, grams).candidates(wanted)
