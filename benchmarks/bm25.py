"""BM25 over stems: the baseline of retrieval (S. Robertson and H. Zaragoza, "The probabilistic relevance
framework", 2009), with the idf that is never negative (Lucene's).

Stems are Snowball's where `snowballstemmer` is installed (that is the stronger baseline), else those of
the index; `NAME` says which.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import import_module
from math import log

from factcheck.index.stems import stem

K1 = 1.5
B = 0.75
"""Usual values; nothing is fitted."""
_WORD = re.compile(r"\w+")
_LINK = re.compile(r"https?://\S+|pic\.twitter\.com/\S+")


def _stemmer() -> tuple[str, Callable[[str], str]]:
    try:
        snowball = import_module("snowballstemmer").stemmer("english")
    except ImportError:
        return "BM25 (own stems)", stem
    return "BM25 (Snowball)", snowball.stemWord


NAME, _stem = _stemmer()
_kept = lru_cache(maxsize=1 << 17)(_stem)


class BM25:
    """Ranks texts, by their places, for queries."""

    def __init__(self, texts: Sequence[str]) -> None:
        terms = [stems(text) for text in texts]
        mean = sum(map(len, terms)) / max(1, len(terms)) or 1.0
        self._norms = [K1 * (1 - B + B * len(one) / mean) for one in terms]
        self._postings: dict[str, list[tuple[int, int]]] = {}
        for place, one in enumerate(terms):
            for term, count in Counter(one).items():
                self._postings.setdefault(term, []).append((place, count))

    def rank(self, query: str, limit: int) -> list[int]:
        """The places of at most `limit` texts that share a word with `query`, the best first."""
        scores: dict[int, float] = {}
        whole = len(self._norms)
        for term, times in Counter(stems(query)).items():
            postings = self._postings.get(term, [])
            idf = log(1 + (whole - len(postings) + 0.5) / (len(postings) + 0.5))
            for place, count in postings:
                weight = idf * count * (K1 + 1) / (count + self._norms[place])
                scores[place] = scores.get(place, 0.0) + times * weight
        return sorted(scores, key=lambda place: (-scores[place], place))[:limit]


def stems(text: str) -> list[str]:
    """The stems of a text's words, web addresses left out."""
    return [_kept(word) for word in _WORD.findall(_LINK.sub(" ", text).casefold())]
