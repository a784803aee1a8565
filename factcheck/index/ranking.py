"""How a candidate's score comes about: the constants of BM25, the features of a candidate, their weights.

The constants were chosen, and the weights fitted, on the train queries of CLEF-2022 CheckThat! 2A
(`python -m benchmarks.retrieval --fit`). Ratios of rapidfuzz over whole texts (`token_set_ratio`,
`partial_ratio`, `token_sort_ratio`) were tried as features and gained nothing there.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.records import NamedTuple

BM25_K1 = 1.2
BM25_B = 0.75
GRAM_NORM_POWER = 0.7
"""An entry's n-gram score is divided by the norm of its n-grams to this power (1 would be a cosine)."""
SIGNED = 0.8
"""What a term counts that stands only in the line that names a posting's author and date."""
CANDIDATES = 20
"""How many of the best by words and n-grams are ranked by all features."""
FIRST_GRAMS = 0.6
"""What n-grams count beside BM25 when candidates are chosen."""


class Features(NamedTuple):
    """What is known of a candidate, each 0 to about 1."""

    words: float
    """BM25 of the entry over that of the best entry."""
    grams: float
    """Its n-gram score over that of the best entry."""
    best_text: float
    """Rarity of the query's terms in the entry's best text, over that of all the query's terms."""
    best_coverage: float
    """The largest share of a text (by rarity) that the query accounts for."""
    names: float
    """The share of the query's names (by rarity) that the entry has; 0.5 where there are none."""
    terms: float
    """How many of the query's terms the entry has, in units of 10."""
    sentence: float
    """Rarity of the entry's terms in one sentence of the query, over that of all the query's terms."""
    adjacent: float
    """The largest share of a text (by rarity) in pairs of neighbours that are neighbours in the query too."""


class Weights(NamedTuple):
    """What each feature counts; the fields are those of `Features`."""

    words: float
    grams: float
    best_text: float
    best_coverage: float
    names: float
    terms: float
    sentence: float
    adjacent: float


WEIGHTS = Weights(4.44, 4.89, 9.21, 2.98, 1.00, 2.32, 7.31, 1.61)


def score(features: Features, weights: Weights = WEIGHTS) -> float:
    """The weighted sum of the features."""
    return weighted(features, weights)


def weighted(values: Sequence[float], weights: Sequence[float]) -> float:
    """The sum of the products, from the first to the last."""
    total = 0.0
    for value, weight in zip(values, weights, strict=True):
        total += value * weight
    return total
