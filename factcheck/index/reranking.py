"""A few candidates of a large index, ranked as if they were an index of their own.

What depends on all entries (how many have a term, how long they are, how rare n-grams are) is that of the
large index.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import NamedTuple, Protocol

from factcheck.index import ranking
from factcheck.index.analysis import Query
from factcheck.index.postings import LOG_COUNTS, MOST_COUNTED
from factcheck.index.ranking import Features
from factcheck.index.searching import Search
from factcheck.index.vocabulary import Neighbour, Terms, grams_of, rarity


class Statistics(NamedTuple):
    """What is known of all entries."""

    entries: int
    mean_length: float
    """Terms of an entry."""


class Known(NamedTuple):
    """What is known of a term."""

    entries: int
    """How many entries have it."""
    rarity: float
    """Its inverse document frequency."""
    norm: float
    """The sum of the weights of its n-grams."""


_BEGINNING = 3
"""Letters that a known word shares with the forms of it that are looked for."""
_RARE = Known(1, 1.0, 1.0)
"""Of a term of which nothing is known: the index has just been changed."""


class TermContents(Protocol):
    """What an index knows of terms and of their n-grams."""

    @property
    def statistics(self) -> Statistics:
        """Of all entries."""
        ...

    def known(self, terms: Sequence[str]) -> Sequence[Known | None]:
        """What is known of each of the terms; None for one that no entry has."""
        ...

    def gram_weights(self, grams: Sequence[str]) -> Mapping[str, float]:
        """The squared weights of n-grams at least of these."""
        ...


class NearTerms(Terms):
    """The terms of a few texts. What a query's word shares with them is found when it is asked for."""

    def __init__(self, known: Mapping[str, Known], contents: TermContents) -> None:
        """`known` are the terms, with what is known of each."""
        terms, entries = tuple(known), contents.statistics.entries
        rarities, norms = [one.rarity for one in known.values()], [one.norm for one in known.values()]
        super().__init__(terms, rarities, rarity(entries, 0), norms)
        self._contents = contents
        self._joined = f" {' '.join(terms)} "

    def _related(self, word: str, own: int) -> list[Neighbour]:
        if self._joined.count(_beginning(word)) == 1:  # nothing else begins so, as for most words
            return [Neighbour(own, 1.0, self.norms[own])]
        return super()._related(word, own)

    def _kernels(self, word: str) -> tuple[dict[int, float], float]:
        if word in self.ids:
            return self._kernels_of_known(word)
        found = {gram: terms for gram in grams_of(word) if (terms := list(self._with(gram)))}
        weights = self._contents.gram_weights(list(found))
        kernels: dict[int, float] = {}
        norm = 0.0
        for gram, terms in found.items():
            norm += weights[gram]
            for number in map(self.ids.__getitem__, terms):
                kernels[number] = kernels.get(number, 0.0) + weights[gram]
        return kernels, norm

    def _kernels_of_known(self, word: str) -> tuple[dict[int, float], float]:
        """Of a word that is a term itself: what else begins as it does is held against it, and nothing more."""
        ids, own = self.ids, self.norms[self.ids[word]]
        kernels = {ids[word]: own}
        near = [term for term in self._with(_beginning(word)) if term != word]
        if near:
            grams = grams_of(word)
            weights = self._contents.gram_weights(grams)
            for term in near:
                padded = f" {term} "
                kernels[ids[term]] = sum([weights[gram] for gram in grams if gram in padded])
        return kernels, own

    def _with(self, letters: str) -> Iterator[str]:
        """The terms that have those letters in a row, each between spaces."""
        joined = self._joined
        place = joined.find(letters)
        while place >= 0:
            end = joined.find(" ", place + 1)
            yield joined[joined.rfind(" ", 0, place + 1) + 1 : end]
            place = joined.find(letters, end)


def _beginning(word: str) -> str:
    return f" {word[:_BEGINNING]}"


class Few:
    """The texts of a few entries, as a search reads them."""

    def __init__(self, candidates: Mapping[int, Sequence[Sequence[str]]], terms: Terms) -> None:
        """`candidates` are the terms of their texts, by key."""
        self.keys = sorted(candidates)
        number = terms.ids.__getitem__
        groups = [[list(map(number, text)) for text in candidates[key]] for key in self.keys]
        self._texts = list(chain.from_iterable(groups))
        self._text_starts = list(accumulate(map(len, groups), initial=0))
        self._counts = list(map(_counted, groups))
        """By entry: how often it has each of its terms, at most `MOST_COUNTED` times."""
        self.lengths = [sum(map(len, group)) for group in groups]
        """By entry: the number of terms in all its texts."""

    def gram_squares(self, norms: Sequence[float]) -> list[float]:
        """By entry: the squared norm of its n-grams, as if no two of its terms shared any."""
        return [
            sum([norms[term] * LOG_COUNTS[count] ** 2 for term, count in counts.items()])
            for counts in self._counts
        ]

    def holders(self, term: int) -> list[tuple[int, int]]:
        """The entries that hold a term, ascending, and how often they do."""
        return [(entry, counts[term]) for entry, counts in enumerate(self._counts) if term in counts]

    def texts(self, entry: int) -> range:
        """The numbers of an entry's texts."""
        return range(self._text_starts[entry], self._text_starts[entry + 1])

    def terms_of(self, text: int) -> Sequence[int]:
        """The terms of a text, in order."""
        return self._texts[text]

    def weight(self, text: int, rarity: Sequence[float]) -> float:
        """The rarity of a text's terms, each counted once."""
        return sum([rarity[term] for term in dict.fromkeys(self._texts[text])])


def _counted(group: Sequence[Sequence[int]]) -> Mapping[int, int]:
    """How often the terms of texts are there, at most `MOST_COUNTED` times."""
    terms = list(chain.from_iterable(group))
    once = dict.fromkeys(terms, 1)
    if len(once) == len(terms):  # as most entries have it
        return once
    return {term: min(count, MOST_COUNTED) for term, count in Counter(terms).items()}


def features_of(
    query: Query,
    candidates: Mapping[int, Sequence[Sequence[str]]],
    contents: TermContents,
    wanted: int,
) -> list[tuple[int, Features]]:
    """The keys of the `wanted` best of some candidates by words and n-grams, with their features.

    `candidates` are the terms of their texts, by key.
    """
    asked = (*query.body, *query.signed)
    texts = chain.from_iterable(map(candidates.__getitem__, sorted(candidates)))
    terms = dict.fromkeys(chain.from_iterable(texts))
    absent = [word for word in asked if word not in terms]
    known = dict(zip(terms, [one or _RARE for one in contents.known(list(terms))], strict=True))
    known.update((word, one) for word, one in zip(absent, contents.known(absent), strict=True) if one)
    near = NearTerms(known, contents)
    held = Few(candidates, near)
    mean_length = contents.statistics.mean_length
    k1, b = ranking.BM25_K1, ranking.BM25_B
    norms = [k1 * (1 - b + b * length / (mean_length or 1.0)) for length in held.lengths]
    power = ranking.GRAM_NORM_POWER / 2
    grams = [square**power or 1.0 for square in held.gram_squares(near.norms)]
    return Search(query, near, held, norms, grams).candidates(wanted)
