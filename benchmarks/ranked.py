"""Retrieval sets through the index and through baselines: claims (`id`, `statement`, `title`) and
queries (`id`, `query`, `relevant`: the ids of the claims that check it)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rapidfuzz import fuzz, process, utils

from benchmarks.bm25 import BM25, NAME
from benchmarks.labelled import Figures, Result, Row, Watch
from factcheck.index import Entry, MemoryIndex

DEPTH = 10
"""How many claims each system returns."""
Search = Callable[[str], list[int]]
"""A query to the places of claims, the best first."""


def on_retrieval(name: str, claims: Sequence[Row], queries: Sequence[Row], watch: Watch) -> Iterator[Result]:
    """The index, BM25 and `token_set_ratio` (`WRatio` ranks hundreds of claims alike) on a set."""
    texts = [" ".join(filter(None, (one["statement"], one.get("title")))) for one in claims]
    index = MemoryIndex.build(
        Entry(place, tuple(filter(None, (one["statement"], one.get("title")))))
        for place, one in enumerate(claims)
    )
    bm25 = BM25(texts)
    processed = [utils.default_process(text) for text in texts]

    def by_index(query: str) -> list[int]:
        return [hit.key for hit in index.search(query, DEPTH)]

    def by_bm25(query: str) -> list[int]:
        return bm25.rank(query, DEPTH)

    def by_ratio(query: str) -> list[int]:
        found = process.extract(
            utils.default_process(query), processed, scorer=fuzz.token_set_ratio, limit=DEPTH
        )
        return [place for _, _, place in found]

    systems: tuple[tuple[str, Search], ...] = (
        ("factcheck", by_index),
        (NAME, by_bm25),
        ("token_set_ratio", by_ratio),
    )
    ids = [str(one["id"]) for one in claims]
    for system, search in systems:
        found = [[ids[place] for place in search(row["query"])] for row in watch(queries)]
        relevant = [[str(one) for one in row["relevant"]] for row in queries]
        yield Result(name, system, len(queries), ranking_figures(relevant, found))


def ranking_figures(relevant: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> Figures:
    """MAP@5, Recall@10 and the mean reciprocal rank (of the first ten), each 0 to 1.

    Queries without anything relevant are left out. MAP@5 divides by all that is relevant, as
    CheckThat!'s scorer does.
    """
    judged = [(set(right), ranked) for right, ranked in zip(relevant, found, strict=True) if right]
    return {
        "map@5": _mean([average_precision(right, ranked, 5) for right, ranked in judged]),
        "recall@10": _mean([len(right.intersection(ranked[:10])) / len(right) for right, ranked in judged]),
        "mrr": _mean([reciprocal_rank(right, ranked) for right, ranked in judged]),
    }


def average_precision(relevant: set[str], ranked: Sequence[str], depth: int) -> float:
    """The precision at each place of the first `depth` where something relevant stands, over all relevant."""
    hits, total = 0, 0.0
    for place, one in enumerate(ranked[:depth], 1):
        if one in relevant:
            hits += 1
            total += hits / place
    return total / len(relevant)


def reciprocal_rank(relevant: set[str], ranked: Sequence[str]) -> float:
    """One over the place of the first that is relevant; 0 where none is."""
    return next((1 / place for place, one in enumerate(ranked, 1) if one in relevant), 0.0)


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
