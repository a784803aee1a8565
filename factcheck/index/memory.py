"""An index in memory: BM25 over stems and a score of character n-grams choose candidates, then all
features of a candidate and its texts rank them.

The n-gram score is the product of the vectors of all n-grams, worked out word by word over the
postings of words: no postings of n-grams to texts are kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from factcheck.index import ranking, storage
from factcheck.index.analysis import Analyser
from factcheck.index.entries import Entry, Hit
from factcheck.index.postings import LOG_COUNTS, Postings
from factcheck.index.ranking import Features
from factcheck.index.searching import Search
from factcheck.index.vocabulary import Vocabulary


class MemoryIndex:
    """Finds entries by words that are alike. Build it with `build`, or load it with `from_bytes`."""

    def __init__(
        self, analyser: Analyser, vocabulary: Vocabulary, postings: Postings, gram_squares: array[float]
    ) -> None:
        self._analyser = analyser
        self._vocabulary = vocabulary
        self._postings = postings
        self._gram_squares = gram_squares
        self._length_norms = _length_norms(postings)
        power = ranking.GRAM_NORM_POWER / 2
        self._gram_norms = [square**power or 1.0 for square in gram_squares]

    @classmethod
    def build(cls, entries: Iterable[Entry], aliases: Sequence[Sequence[str]] = ()) -> MemoryIndex:
        """An index of `entries`; each group of `aliases` is names that mean the same."""
        analyser = Analyser(aliases)
        keys: list[int] = []
        texts: list[list[list[str]]] = []
        for entry in entries:
            keys.append(entry.key)
            texts.append([analyser.terms(text) for text in entry.texts])
        terms = sorted({term for group in texts for text in group for term in text})
        postings = Postings.build(keys, texts, terms)
        vocabulary = Vocabulary.build(terms, postings.frequencies, len(keys))
        return cls(analyser, vocabulary, postings, gram_squares(postings, vocabulary))

    @classmethod
    def from_bytes(cls, data: bytes) -> MemoryIndex:
        """The index that `to_bytes` wrote. Raises `ValueError` for data that are damaged or of another version."""
        return cls(*storage.read(data))

    def to_bytes(self) -> bytes:
        """The index as bytes: JSON and arrays, with a checksum."""
        return storage.write(self._analyser, self._vocabulary, self._postings, self._gram_squares)

    def __len__(self) -> int:
        return len(self._postings.keys)

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """At most `limit` entries that share something with `query`, the best first, equals by key.

        Scores compare hits of one search, not of two.
        """
        hits = [Hit(key, ranking.score(features)) for key, features in self.candidates(query, limit)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.key))[: max(limit, 0)]

    def candidates(self, query: str, limit: int = 10) -> list[tuple[int, Features]]:
        """The keys of the entries that are ranked for `query` (at least `limit`), with their features."""
        asked = self._analyser.query(query)
        search = Search(asked, self._vocabulary, self._postings, self._length_norms, self._gram_norms)
        return search.candidates(max(limit, ranking.CANDIDATES))


def _length_norms(postings: Postings) -> list[float]:
    """By entry: what BM25 adds to a term's count below the line."""
    lengths = postings.lengths
    mean = sum(lengths) / len(lengths) if any(lengths) else 1.0
    k1, b = ranking.BM25_K1, ranking.BM25_B
    return [k1 * (1 - b + b * length / mean) for length in lengths]


def gram_squares(postings: Postings, vocabulary: Vocabulary) -> array[float]:
    """By entry: the squared norm of its n-grams, as if no two of its terms shared any."""
    squares = [0.0] * len(postings.keys)
    for term, norm in enumerate(vocabulary.norms):
        for entry, count in postings.holders(term):
            squares[entry] += norm * LOG_COUNTS[count] ** 2
    return array("d", squares)
