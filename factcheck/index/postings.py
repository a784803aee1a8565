"""Which entries hold which terms, as flat arrays."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise

MOST_COUNTED = 255
LOG_COUNTS = [0.0] + [1.0 + math.log(count) for count in range(1, MOST_COUNTED + 1)]
"""By count: 1 + ln(count), the weight of a repeated term."""


class Postings:
    """What an index holds. Starts have one more item than there are stretches."""

    def __init__(
        self,
        keys: array[int],
        text_starts: array[int],
        term_starts: array[int],
        text_terms: array[int],
        posting_starts: array[int],
        entries: array[int],
        counts: array[int],
    ) -> None:
        self.keys = keys
        """The entries' keys."""
        self.text_starts = text_starts
        """By entry: its texts."""
        self.term_starts = term_starts
        """By text: its stretch of `text_terms`."""
        self.text_terms = text_terms
        """The terms of the texts, in order."""
        self.posting_starts = posting_starts
        """By term: its stretch of `entries` and `counts`."""
        self.entries = entries
        """The entries that hold a term, ascending."""
        self.counts = counts
        """How often they do, at most 255."""
        self._weights: dict[int, float] = {}

    @classmethod
    def build(
        cls, keys: Sequence[int], texts: Sequence[Sequence[Sequence[str]]], terms: Sequence[str]
    ) -> Postings:
        """The postings of each entry's texts, which are made of `terms`."""
        ids = {term: number for number, term in enumerate(terms)}
        text_starts, term_starts, text_terms = array("I", [0]), array("I", [0]), array("I")
        by_term: list[dict[int, int]] = [{} for _ in terms]
        for number, group in enumerate(texts):
            for text in group:
                numbers = [ids[term] for term in text]
                text_terms.extend(numbers)
                term_starts.append(len(text_terms))
                for term in numbers:
                    counted = by_term[term]
                    counted[number] = counted.get(number, 0) + 1
            text_starts.append(len(term_starts) - 1)
        starts, members, counts = array("I", [0]), array("I"), array("B")
        for counted in by_term:
            members.extend(counted)
            counts.extend([min(count, MOST_COUNTED) for count in counted.values()])
            starts.append(len(members))
        return cls(array("q", keys), text_starts, term_starts, text_terms, starts, members, counts)

    def holders(self, term: int) -> Iterable[tuple[int, int]]:
        """The entries that hold a term, ascending, and how often they do."""
        start, end = self.posting_starts[term], self.posting_starts[term + 1]
        return zip(self.entries[start:end], self.counts[start:end], strict=True)

    def texts(self, entry: int) -> range:
        """The numbers of an entry's texts."""
        return range(self.text_starts[entry], self.text_starts[entry + 1])

    def terms_of(self, text: int) -> array[int]:
        """The terms of a text, in order."""
        return self.text_terms[self.term_starts[text] : self.term_starts[text + 1]]

    @property
    def frequencies(self) -> list[int]:
        """By term: how many entries hold it."""
        starts = self.posting_starts
        return [end - start for start, end in pairwise(starts)]

    @property
    def lengths(self) -> list[int]:
        """By entry: the number of terms in all its texts."""
        starts = [self.term_starts[text] for text in self.text_starts]
        return [end - start for start, end in pairwise(starts)]

    def weight(self, text: int, rarity: Sequence[float]) -> float:
        """The rarity of a text's terms, each counted once. Worked out when first asked for."""
        known = self._weights.get(text)
        if known is None:
            known = self._weights[text] = sum([rarity[term] for term in dict.fromkeys(self.terms_of(text))])
        return known
