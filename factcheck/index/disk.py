"""An index on disk: rare words choose candidates, all words order them, all features rank them.

The rarest words of a query are looked for until they hold most of its rarity (inverse document frequency):
common ones say little and cost most. What they find is then ordered by all words, by the entries' own terms,
and the best are ranked as `MemoryIndex` ranks. Where the best of them has little of the query, a second try
takes all words, their derivations, and those that an unknown word may be a slip for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from factcheck.index import ranking
from factcheck.index.analysis import Analyser, Query
from factcheck.index.engines import Engine, WeighedTerm
from factcheck.index.entries import Hit
from factcheck.index.ranking import Features
from factcheck.index.reranking import TermContents, features_of
from factcheck.index.vocabulary import MISSPELT, derived

SHARE = 0.8
"""Of a query's rarity that the words of the first try hold."""
LEAST_WORDS = 5
RANKED = 30
"""Of the entries that are found, those whose features are worked out."""
AHEAD, RANKED_BEHIND = 1.5, 10
"""So many where the best has so many times the BM25 of the next."""
SURE = 0.6
"""The share of a query's rarity in the best entry's best text from which no second try is made."""
FEW = 500
"""An index of so few entries ranks them all, as `MemoryIndex` does."""
DISTINCT, LEAD = 0.3, 1.5
"""No second try is made either where it has this share, and so many times that of the next entry."""
MOST_SLIPS = 4
"""Terms that an unknown word may be a slip for, at most."""


class Contents(TermContents, Protocol):
    """What an index on disk reads by key."""

    def texts(self, keys: Sequence[int]) -> Mapping[int, list[list[str]]]:
        """The terms of the texts of entries; those that are gone are left out."""
        ...

    def keys(self) -> Sequence[int]:
        """The keys of all entries."""
        ...

    def derivations(self, beginning: str) -> Sequence[str]:
        """The terms that begin so."""
        ...

    def slips(self, term: str) -> Sequence[tuple[str, float]]:
        """The terms that an unknown one may be a slip for, each with its likeness, the likest first."""
        ...


class DiskIndex:
    """Finds entries whose terms an engine looks up and whose contents are read by key."""

    def __init__(self, contents: Contents, engine: Engine, analyser: Analyser) -> None:
        self._contents = contents
        self._engine = engine
        self._analyser = analyser

    def __len__(self) -> int:
        return self._contents.statistics.entries

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """At most `limit` entries that share something with `query`, the best first, equals by key.

        Scores compare hits of one search, not of two.
        """
        hits = [Hit(key, ranking.score(features)) for key, features in self.candidates(query, limit)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.key))[: max(limit, 0)]

    def candidates(self, query: str, limit: int = 10) -> list[tuple[int, Features]]:
        """The keys of the entries that are ranked for `query` (at least `limit`, if there are), with features."""
        asked = self._analyser.query(query)
        words = self._weighed((*asked.body, *asked.signed))
        if len(self) <= FEW:
            everything = self._contents.texts(self._contents.keys())
            return features_of(asked, everything, self._contents, max(limit, ranking.CANDIDATES))
        pool = max(self._engine.pool, limit)
        first = rarest(words)
        scores = self._engine.find(first, pool)
        texts: dict[int, list[list[str]]] = {}
        if not self._engine.is_exact:
            texts |= self._contents.texts(list(scores))
            scores = self._scores(texts, words)
        found = self._ranked(asked, texts, scores, limit)
        if _is_sure(found) and len(scores) >= min(limit, len(self)):
            return found
        wider = [*words, *self._related(asked, words)]
        if len(wider) == len(first):
            return found
        wide = self._engine.find(wider, pool, wide=True)
        if wide.keys() <= scores.keys():
            return found
        if not self._engine.is_exact:
            texts |= self._contents.texts([key for key in wide if key not in texts])
            wide = self._scores(texts, wider)
        return self._ranked(asked, texts, wide, limit)

    def _weighed(self, words: Sequence[str]) -> list[WeighedTerm]:
        """The words that some entry has, with their rarity."""
        known = zip(words, self._contents.known(words), strict=True)
        return [WeighedTerm(word, one.entries, one.rarity) for word, one in known if one]

    def _related(self, asked: Query, words: Sequence[WeighedTerm]) -> list[WeighedTerm]:
        """What words of the query may stand for besides: derivations, and slips where a word is unknown."""
        has = {word.term for word in words}
        likeness: dict[str, float] = {}
        for word in (*asked.body, *asked.signed):
            if not word.isalpha():
                continue
            near = [(term, derived(word, term)) for term in self._contents.derivations(word)]
            if word not in has:
                near += [(term, MISSPELT * like) for term, like in self._contents.slips(word)[:MOST_SLIPS]]
            for term, like in near:
                if like and term not in has:
                    likeness[term] = max(like, likeness.get(term, 0.0))
        return [word._replace(likeness=likeness[word.term]) for word in self._weighed(list(likeness))]

    def _scores(self, texts: Mapping[int, list[list[str]]], words: Sequence[WeighedTerm]) -> dict[int, float]:
        """BM25 of entries, by key, by all of `words`."""
        weights = {word.term: word.weight for word in words}
        mean = self._contents.statistics.mean_length or 1.0
        return {key: _bm25(group, weights, mean) for key, group in texts.items()}

    def _ranked(
        self, asked: Query, texts: dict[int, list[list[str]]], scores: Mapping[int, float], limit: int
    ) -> list[tuple[int, Features]]:
        """The best of the entries with scores, with their features. Their texts are read if need be."""
        best = sorted(scores, key=lambda key: (-scores[key], key))
        is_ahead = len(best) > 1 and scores[best[0]] >= AHEAD * scores[best[1]]
        del best[max(limit, RANKED_BEHIND if is_ahead else RANKED) :]
        missing = [key for key in best if key not in texts]
        if missing:
            texts |= self._contents.texts(missing)
        ranked = {key: texts[key] for key in best if key in texts}
        return features_of(asked, ranked, self._contents, max(limit, ranking.CANDIDATES))


def _bm25(texts: Sequence[Sequence[str]], weights: Mapping[str, float], mean: float) -> float:
    """BM25 of an entry by the terms of its texts; `mean` is how many terms an entry has."""
    terms = texts[0] if len(texts) == 1 else [term for text in texts for term in text]
    shared = [term for term in terms if term in weights]
    k1, b = ranking.BM25_K1, ranking.BM25_B
    norm = k1 * (1 - b + b * len(terms) / mean)
    total = 0.0
    for term in dict.fromkeys(shared):
        count = shared.count(term)
        total += weights[term] * count * (k1 + 1) / (count + norm)
    return total


def rarest(words: Sequence[WeighedTerm]) -> list[WeighedTerm]:
    """The rarest words that together hold `SHARE` of the weight, at least `LEAST_WORDS`."""
    ordered = sorted(words, key=lambda word: (-word.weight, word.term))
    most = SHARE * sum(word.weight for word in words)
    chosen: list[WeighedTerm] = []
    held = 0.0
    for word in ordered:
        if len(chosen) >= LEAST_WORDS and held >= most:
            break
        chosen.append(word)
        held += word.weight
    return chosen


def _is_sure(found: Sequence[tuple[int, Features]]) -> bool:
    """Whether the best entry has most of the query, or far more of it than any other."""
    shares = sorted((features.best_text for _, features in found), reverse=True)
    if not shares or shares[0] < DISTINCT:
        return False
    return shares[0] >= SURE or len(shares) < 2 or shares[0] >= LEAD * shares[1]
