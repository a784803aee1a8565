"""One query's way through an index."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from factcheck.index import ranking
from factcheck.index.analysis import Query
from factcheck.index.postings import LOG_COUNTS
from factcheck.index.ranking import Features
from factcheck.index.vocabulary import Neighbour, Terms


class Held(Protocol):
    """The entries that a search goes through, by their places, and their terms, by number."""

    @property
    def keys(self) -> Sequence[int]:
        """The entries' keys."""
        ...

    def holders(self, term: int) -> Iterable[tuple[int, int]]:
        """The entries that hold a term, ascending, and how often they do, at most `postings.MOST_COUNTED` times."""
        ...

    def texts(self, entry: int) -> Iterable[int]:
        """The numbers of an entry's texts."""
        ...

    def terms_of(self, text: int) -> Sequence[int]:
        """The terms of a text, in order."""
        ...

    def weight(self, text: int, rarity: Sequence[float]) -> float:
        """The rarity of a text's terms, each counted once."""
        ...


class Search:
    """What a query's words add up to in each entry.

    `length_norms` and `gram_norms` are the index's, by entry.
    """

    def __init__(
        self,
        query: Query,
        vocabulary: Terms,
        held: Held,
        length_norms: Sequence[float],
        gram_norms: Sequence[float],
    ) -> None:
        self._held = held
        self._rarity = vocabulary.rarity
        self._length_norms = length_norms
        self._gram_norms = gram_norms
        self._words = [0.0] * len(held.keys)
        self._grams = [0.0] * len(held.keys)
        self._likeness: dict[int, float] = {}
        """By term of the index: how much of a query's word it is, times what the word counts."""
        self._places: dict[int, list[int]] = {}
        """By term of the index: where its words stand in the query."""
        self._asked = 0.0
        """The rarity of all the query's words."""
        expanded = [
            self._add(vocabulary.expand(word), place, weight, vocabulary.most_rarity)
            for place, (word, weight) in enumerate(_weighed(query))
        ]
        names = frozenset(query.names)
        self._names = [
            (terms, max([self._rarity[term] for term in terms], default=0.0))
            for word, terms in zip(query.body, expanded, strict=False)
            if word in names
        ]
        """The terms of each of the query's names, and the most of their rarity."""
        self._named_most = 0.0
        for _, most in self._names:
            self._named_most += most
        self._worths = {term: likeness * self._rarity[term] for term, likeness in self._likeness.items()}
        """By term of the index that a query's word stands for: what it counts."""
        place_of = {word: place for place, word in enumerate(query.body)}
        self._sentences = [
            list(
                dict.fromkeys(
                    [term for word in sentence if word in place_of for term in expanded[place_of[word]]]
                )
            )
            for sentence in query.sentences
        ]

    def _add(self, groups: list[list[Neighbour]], place: int, weight: float, unknown: float) -> list[int]:
        """Adds up one word of the query; the terms that it stands for."""
        terms: list[int] = []
        for group in groups:
            self._add_group(group, weight)
            terms += [neighbour.term for neighbour in group if neighbour.likeness]
        for term in terms:
            self._places.setdefault(term, []).append(place)
        self._asked += weight * max([self._rarity[term] for term in terms], default=unknown)
        return terms

    def _add_group(self, group: list[Neighbour], weight: float) -> None:
        """Adds the n-grams of a word's neighbours, and its BM25: in each entry that of the best of them."""
        holders, norms, grams, known = self._held.holders, self._length_norms, self._grams, self._likeness
        best: dict[int, float] = {}
        for term, likeness, kernel in group:
            likeness *= weight
            kernel *= weight
            if likeness:
                known[term] = max(known.get(term, 0.0), likeness)
            most = likeness * self._rarity[term] * (ranking.BM25_K1 + 1)
            for entry, count in holders(term):
                grams[entry] += kernel * LOG_COUNTS[count]
                value = most * count / (count + norms[entry])
                if value > best.get(entry, 0.0):
                    best[entry] = value
        for entry, value in best.items():
            self._words[entry] += value

    def candidates(self, wanted: int) -> list[tuple[int, Features]]:
        """The keys of the `wanted` best by words and n-grams, with their features."""
        grams = [value / norm for value, norm in zip(self._grams, self._gram_norms, strict=True)]
        most_words, most_grams = max(self._words, default=0.0) or 1.0, max(grams, default=0.0) or 1.0
        keys = self._held.keys
        scored = [
            (-(words / most_words + ranking.FIRST_GRAMS * gram / most_grams), keys[entry], entry)
            for entry, (words, gram) in enumerate(zip(self._words, grams, strict=True))
            if words or gram
        ]
        return [
            (key, self._features(entry, self._words[entry] / most_words, grams[entry] / most_grams))
            for _, key, entry in heapq.nsmallest(wanted, scored)
        ]

    def _features(self, entry: int, words: float, grams: float) -> Features:
        held, worths = self._held, self._worths
        asked = self._asked or 1.0
        present: dict[int, float] = {}
        best_text = best_coverage = adjacent = 0.0
        for text in held.texts(entry):
            terms = held.terms_of(text)
            shared = [term for term in terms if term in worths]
            if not shared:
                continue
            worth = {term: worths[term] for term in shared}
            present |= worth
            matched, total = sum(worth.values()), held.weight(text, self._rarity) or 1.0
            best_text = max(best_text, matched)
            best_coverage = max(best_coverage, matched / total)
            if len(shared) > 1:
                adjacent = max(adjacent, self._adjacent(terms) / total)
        find = present.get
        return Features(
            words=words,
            grams=grams,
            best_text=best_text / asked,
            best_coverage=best_coverage,
            names=self._named(present),
            terms=len(set().union(*[self._places[term] for term in present])) / 10,
            sentence=max([sum([find(term, 0.0) for term in s]) for s in self._sentences], default=0.0)
            / asked,
            adjacent=adjacent,
        )

    def _named(self, present: Mapping[int, float]) -> float:
        """The share of the query's names that is present."""
        found = 0.0
        for terms, most in self._names:
            if not present.keys().isdisjoint(terms):
                found += most
        return found / self._named_most if self._named_most else 0.5

    def _adjacent(self, terms: Sequence[int]) -> float:
        """The rarity of the pairs of neighbours in a text that are neighbours in the query too."""
        total = 0.0
        find, rarity = self._places.get, self._rarity
        before: list[int] | None = None
        previous = 0
        for term in terms:
            here = find(term)
            if here and before and any(place + 1 in here for place in before):
                total += (rarity[previous] + rarity[term]) / 2
            before, previous = here, term
        return total


def _weighed(query: Query) -> list[tuple[str, float]]:
    """The query's words and what each counts."""
    return [(word, 1.0) for word in query.body] + [(word, ranking.SIGNED) for word in query.signed]
