"""What an archive knows of terms and of their n-grams, kept once it was read: queries share most of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.archive.queries import Rows, by_keys
from factcheck.index.reranking import Known
from factcheck.index.vocabulary import gram_weight, rarity

MOST_KEPT = 50_000
"""Terms, and n-grams, that are kept at most."""


class StoredTerms:
    """Reads the tables of terms and of n-grams."""

    def __init__(self, read: Rows, entries: int) -> None:
        """`entries` is how many entries the archive has."""
        self._read = read
        self._entries = entries
        self._known: dict[str, Known | None] = {}
        self._weights: dict[str, float] = {}

    def known(self, terms: Sequence[str]) -> list[Known | None]:
        """What is known of each of the terms; None for one that no entry has."""
        kept = self._known
        missing = _missing(kept, terms)
        if missing:
            found = by_keys(self._read, "SELECT term, entries, norm FROM terms WHERE term IN ({})", missing)
            kept.update(dict.fromkeys(missing))
            kept.update((term, Known(held, rarity(self._entries, held), norm)) for term, held, norm in found)
        return list(map(kept.__getitem__, terms))

    def gram_weights(self, grams: Sequence[str]) -> Mapping[str, float]:
        """The squared weights of n-grams, of these at least; good until the next call."""
        kept, entries = self._weights, self._entries
        missing = _missing(kept, grams)
        if missing:
            query = "SELECT gram, holders FROM grams WHERE gram IN ({})"
            found = dict(by_keys(self._read, query, missing))
            kept.update((gram, gram_weight(entries, min(entries, found.get(gram, 0)))) for gram in missing)
        return kept


def _missing(kept: dict[str, Known | None] | dict[str, float], wanted: Sequence[str]) -> Sequence[str]:
    """Those of which nothing is kept. Forgets everything where they would make it too much."""
    missing = [one for one in wanted if one not in kept]
    if len(kept) + len(missing) > MOST_KEPT:
        kept.clear()
        return wanted
    return missing
