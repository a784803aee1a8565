"""Reads the Moby Thesaurus II (`mthesaur.txt`), and tells how much two words' entries have in common.

A line is a root and what is listed under it. An entry joins all paragraphs of a thesaurus that its root
stands in, so that it says little that two words stand near one another, and more that they share much.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import log, sqrt
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Overlap:
    """What the entries of two words have in common."""

    listed: bool
    """One of the words is listed under the other."""
    cosine: float
    """Of the entries, what stands in few entries weighing more; 0 to 1."""
    contained: float
    """How much of the lighter entry the other one holds, 0 to 1."""


class Moby:
    """The thesaurus, read both ways: a word's entry also holds the roots that it is listed under."""

    def __init__(self, path: Path) -> None:
        self.entries: dict[str, set[str]] = defaultdict(set)
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                root, *listed = (word.strip().lower() for word in line.rstrip("\n").split(","))
                for word in listed:
                    if word != root:
                        self.entries[root].add(word)
                        self.entries[word].add(root)
        self._weights = {word: 1 / log(2 + len(entry)) ** 2 for word, entry in self.entries.items()}
        self._totals = {word: self._sum(entry) for word, entry in self.entries.items()}

    def overlap(self, one: str, other: str) -> Overlap:
        """What two words' entries have in common."""
        mine, theirs = self.entries.get(one), self.entries.get(other)
        if not mine or not theirs:
            return Overlap(False, 0.0, 0.0)
        shared = self._sum(mine & theirs)
        left, right = self._totals[one], self._totals[other]
        return Overlap(other in mine, shared / sqrt(left * right), min(1.0, shared / min(left, right)))

    def _sum(self, words: set[str]) -> float:
        return sum(self._weights[word] for word in words)
