"""How well the index finds claims: `python -m benchmarks.retrieval --data DIR`.

For every `retrieval/NAME_claims.jsonl` (`id`, `statement`, `title`) below the data folder, and each of
its `retrieval/NAME_SPLIT_queries.jsonl` (`id`, `query`, `relevant`): MAP@5 (the official measure of
CheckThat!), Recall@10 and MRR, of the queries as they are and with a typo in a third of their longer
words, beside BM25 and BM25 with character n-grams. `--fit SPLIT` fits the weights of
`factcheck.index.ranking` on a split and prints them; nothing is fitted on what is measured otherwise.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.bm25 import BM25, NAME
from benchmarks.ranked import DEPTH, ranking_figures
from benchmarks.sets import SEED, read_rows, sample
from factcheck.index import Entry, MemoryIndex
from factcheck.index.ranking import Features, weighted
from factcheck.index.vocabulary import grams_of

Row = dict[str, Any]
Search = Callable[[str], list[int]]
"""A query to the places of claims, the best first."""
LONGER = 5
"""Words of more letters than this may get a typo."""
TYPO_SHARE = 1 / 3
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONG_WORD = re.compile(rf"[^\W\d_]{{{LONGER + 1},}}")
_WORD = re.compile(r"[^\W\d_]+|\d+")
FIT_STEPS = 300
FIT_RATE = 0.3
FIT_PENALTY = 0.01
"""L2, on the weights of standardised features."""
FIT_FIRST = 0.7
"""The share of the objective that is the chance of the right claim at the first place; the rest is the
log-likelihood."""


def with_typos(query: str, chance: random.Random) -> str:
    """`query` with a slip (a letter swapped with the next, left out, replaced or put in) in a third of
    the words longer than five letters."""

    def slip(match: re.Match[str]) -> str:
        word = match.group()
        if chance.random() >= TYPO_SHARE:
            return word
        place, letter = chance.randrange(len(word) - 1), chance.choice(_LETTERS)
        before, here, after = word[:place], word[place], word[place + 1 :]
        return chance.choice(
            (
                before + after[0] + here + after[1:],
                before + after,
                before + letter + after,
                before + letter + here + after,
            )
        )

    return _LONG_WORD.sub(slip, query)


class CharacterGrams:
    """The baseline of character n-grams: TF-IDF (1 + ln tf, smoothed idf) over the 3- and 4-grams of words,
    by cosine."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [_gram_counts(text) for text in texts]
        frequencies: dict[str, int] = {}
        for one in counts:
            for gram in one:
                frequencies[gram] = frequencies.get(gram, 0) + 1
        whole = len(texts)
        self._idf = {gram: 1 + math.log((1 + whole) / (1 + found)) for gram, found in frequencies.items()}
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for place, one in enumerate(counts):
            vector = {gram: (1 + math.log(count)) * self._idf[gram] for gram, count in one.items()}
            norm = math.sqrt(sum(value * value for value in vector.values())) or 1.0
            for gram, value in vector.items():
                self._postings.setdefault(gram, []).append((place, value / norm))

    def scores(self, query: str) -> dict[int, float]:
        """By place of a text: its score, over the best one's."""
        scores: dict[int, float] = {}
        for gram, count in _gram_counts(query).items():
            weight = (1 + math.log(count)) * self._idf.get(gram, 0.0)
            for place, value in self._postings.get(gram, ()):
                scores[place] = scores.get(place, 0.0) + weight * value
        most = max(scores.values(), default=1.0)
        return {place: score / most for place, score in scores.items()}


def _gram_counts(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in _WORD.findall(text.casefold()):
        for gram in grams_of(word):
            counts[gram] = counts.get(gram, 0) + 1
    return counts


def fused(bm25: BM25, grams: CharacterGrams, whole: int) -> Search:
    """BM25 and character n-grams by reciprocal rank (Cormack and others, SIGIR 2009; k = 60)."""

    def search(query: str) -> list[int]:
        by_grams = grams.scores(query)
        second = sorted(by_grams, key=lambda place: (-by_grams[place], place))[:whole]
        scores: dict[int, float] = {}
        for ranked in (bm25.rank(query, whole), second):
            for rank, place in enumerate(ranked, 1):
                scores[place] = scores.get(place, 0.0) + 1 / (60 + rank)
        return sorted(scores, key=lambda place: (-scores[place], place))[:DEPTH]

    return search


def entries(claims: Sequence[Row]) -> list[Entry]:
    """Claims as entries; their keys are their places."""
    return [
        Entry(place, tuple(filter(None, (one["statement"], one.get("title")))))
        for place, one in enumerate(claims)
    ]


def measure(search: Search, ids: Sequence[str], queries: Sequence[Row]) -> dict[str, float | None]:
    """MAP@5, Recall@10 and MRR of a search over claims with these ids."""
    found = [[ids[place] for place in search(row["query"])] for row in queries]
    return dict(ranking_figures([[str(one) for one in row["relevant"]] for row in queries], found))


def fit(index: MemoryIndex, ids: Sequence[str], queries: Sequence[Row]) -> list[float]:
    """Weights for `ranking.Features` that put the right claim first, by gradient ascent (Adagrad).

    Queries none of whose claims is a candidate teach nothing and are left out.
    """
    cases = []
    for row in queries:
        right = {str(one) for one in row["relevant"]}
        ranked = index.candidates(row["query"])
        gold = [ids[key] in right for key, _ in ranked]
        if any(gold):
            cases.append(([tuple(features) for _, features in ranked], gold))
    everything = [values for rows, _ in cases for values in rows]
    spreads = [_spread([values[column] for values in everything]) for column in range(len(Features._fields))]
    scaled = [
        ([[v / s for v, s in zip(values, spreads, strict=True)] for values in rows], gold)
        for rows, gold in cases
    ]
    weights = [0.0] * len(spreads)
    seen = [1e-8] * len(spreads)
    for _ in range(FIT_STEPS):
        gradient = [-2 * FIT_PENALTY * weight for weight in weights]
        for rows, gold in scaled:
            _add_gradient(gradient, rows, gold, weights, len(scaled))
        for column, slope in enumerate(gradient):
            seen[column] += slope * slope
            weights[column] += FIT_RATE * slope / math.sqrt(seen[column])
    return [weight / spread for weight, spread in zip(weights, spreads, strict=True)]


def _add_gradient(
    gradient: list[float], rows: list[list[float]], gold: list[bool], weights: list[float], cases: int
) -> None:
    scores = [weighted(values, weights) for values in rows]
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares)
    chance = sum(share for share, right in zip(shares, gold, strict=True) if right) / total
    slope = (FIT_FIRST + (1 - FIT_FIRST) / max(chance, 1e-12)) / cases
    for values, share, right in zip(rows, shares, gold, strict=True):
        pull = slope * share / total * ((1.0 if right else 0.0) - chance)
        for column, value in enumerate(values):
            gradient[column] += pull * value


def _spread(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return math.sqrt(sum((value - mean) ** 2 for value in values) / len(values)) or 1.0


def sets(data: Path) -> Iterator[tuple[str, Path, list[tuple[str, Path]]]]:
    """Name, claims and the splits (name, queries) of each set in the folder."""
    for claims in sorted((data / "retrieval").glob("*_claims.jsonl")):
        name = claims.name.removesuffix("_claims.jsonl")
        queries = sorted(claims.parent.glob(f"{name}_*_queries.jsonl"))
        yield name, claims, [(one.name[len(name) + 1 : -len("_queries.jsonl")], one) for one in queries]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, or fits with `--fit`; 2 where there is no data."""
    parser = argparse.ArgumentParser(prog="benchmarks.retrieval", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, default=os.environ.get("FACTCHECK_BENCH_DATA"))
    parser.add_argument("--split", help="measure this split alone")
    parser.add_argument("--limit", type=int, help="a seeded sample of the queries")
    parser.add_argument("--fit", metavar="SPLIT", help="fit the weights on this split and print them")
    options = parser.parse_args(arguments)
    found = list(sets(Path(options.data))) if options.data else []
    if not found:
        print(
            "no retrieval/NAME_claims.jsonl below --data (or FACTCHECK_BENCH_DATA): nothing measured",
            file=sys.stderr,
        )
        return 2
    for name, path, splits in found:
        claims = read_rows(path)
        ids = [str(one["id"]) for one in claims]
        index = MemoryIndex.build(entries(claims))
        if options.fit:
            for split, queries in splits:
                if split == options.fit:
                    weights = fit(index, ids, sample(read_rows(queries), options.limit))
                    names = list(Features._fields)
                    print(name, split, ", ".join(f"{n}={w:.2f}" for n, w in zip(names, weights, strict=True)))
            continue
        systems = _systems(index, claims)
        for split, queries in splits:
            if options.split in (None, split):
                _report(f"{name} {split}", systems, ids, sample(read_rows(queries), options.limit))
    return 0


def _systems(index: MemoryIndex, claims: Sequence[Row]) -> list[tuple[str, Search]]:
    texts = [" ".join(filter(None, (one["statement"], one.get("title")))) for one in claims]
    bm25 = BM25(texts)
    return [
        ("factcheck", lambda query: [hit.key for hit in index.search(query, DEPTH)]),
        (NAME, lambda query: bm25.rank(query, DEPTH)),
        ("BM25 + character n-grams", fused(bm25, CharacterGrams(texts), 200)),
    ]


def _report(
    title: str, systems: Sequence[tuple[str, Search]], ids: Sequence[str], rows: Sequence[Row]
) -> None:
    chance = random.Random(SEED)
    typos = [row | {"query": with_typos(row["query"], chance)} for row in rows]
    for system, search in systems:
        for kind, queries in (("as they are", rows), ("with typos", typos)):
            figures = measure(search, ids, queries)
            shown = "  ".join(f"{name} {value:.4f}" for name, value in figures.items() if value is not None)
            print(f"{title:24} {len(queries):5} {system:26} {kind:12} {shown}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
