"""What the kinship of two base words rests on: named features, from the Moby Thesaurus and from WordNet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cache
from math import exp, log2, sqrt

from benchmarks.lexicon_words import parents
from benchmarks.moby import Moby
from benchmarks.wordnet import Key, WordNet
from factcheck.language.lexicon import Lexicon, Relation

RAREST = 0.55
"""Rarer words count as so rare: that seldom words meet by chance does not make them the same."""
BROADEST = 1500
"""Synsets with more below them say too little."""
_LARGEST_FAMILY = 300
_EXCLUDED = (Relation.ANTONYM, Relation.SIBLING)
SIBLING = 0.1
"""From this closeness on, two nouns that are only kinds of the same thing exclude each other."""


@dataclass(frozen=True, slots=True)
class KinFeatures:
    """Roots of shares, so that small ones count. WordNet's are of the senses' shares in the words' uses."""

    listed: float
    cosine: float
    contained: float
    synonym: float
    parent: float
    """One is right above the other; for adjectives: the head that it is similar to."""
    grandparent: float
    sibling: float
    """Both are right below the same, and nothing else; less where that has many below."""
    rarer: float
    commoner: float
    """The rarities of the two words, at most `RAREST`."""

    def values(self) -> tuple[float, ...]:
        """In the order of the fields."""
        return astuple(self)


WEIGHTS = (0.832, 0.692, 0.467, 1.854, 1.497, 1.286, -0.716, 0.55, 1.864)
BIAS = -1.925
"""Fitted by `benchmarks.fit_kin`."""


def kin_score(features: KinFeatures, weights: Sequence[float] = WEIGHTS, bias: float = BIAS) -> float:
    """The probability, 0 to 1; see `benchmarks.fit_kin`."""
    total = bias + sum(weight * value for weight, value in zip(weights, features.values(), strict=True))
    return 1 / (1 + exp(-total))


class KinReader:
    """Reads the features of pairs of base words."""

    def __init__(self, net: WordNet, moby: Moby, lexicon: Lexicon) -> None:
        self.moby = moby
        self.lexicon = lexicon
        self._parents = {key: parents(entry) for key, entry in net.synsets.items()}
        self._children: dict[Key, list[Key]] = defaultdict(list)
        for key, above in self._parents.items():
            for parent in above:
                self._children[parent].append(key)
        self._shares: dict[str, dict[Key, float]] = defaultdict(dict)
        self.members: dict[Key, set[str]] = defaultdict(set)
        for (name, _), senses in net.senses.items():
            weights = [(key, tags + 1 / rank) for rank, (key, tags) in enumerate(senses, start=1)]
            total = sum(weight for _, weight in weights)
            for key, weight in weights:
                self._shares[name][key] = weight / total
                self.members[key].add(name)
        self._above = cache(self._find_above)
        self._size = cache(self._find_size)

    def read(self, one: str, other: str) -> KinFeatures | None:
        """The features; None for words that nothing ties or that exclude one another."""
        shared = self.moby.overlap(one, other)
        synonym, parent, grandparent, sibling = self._wordnet(one, other)
        tied = max(synonym, parent, grandparent)
        noun = any(key[0] == "n" for key in self._shares[one])
        if not tied and ((noun and sibling >= SIBLING) or not (shared.listed or sibling)):
            return None
        if self.lexicon.relation(one, other) in _EXCLUDED:
            return None
        rarities = sorted(min(RAREST, self.lexicon.rarity(word)) for word in (one, other))
        return KinFeatures(
            listed=float(shared.listed),
            cosine=sqrt(shared.cosine),
            contained=sqrt(shared.contained),
            synonym=sqrt(synonym),
            parent=sqrt(parent),
            grandparent=sqrt(grandparent),
            sibling=0.0 if tied else sqrt(sibling),
            rarer=rarities[1],
            commoner=rarities[0],
        )

    def candidates(self, word: str) -> Iterator[str]:
        """All words that may be kin to `word`; some come more than once."""
        yield from self.moby.entries.get(word, ())
        for key in (*self._shares.get(word, ()), *self._above(word)):
            yield from self.members[key]

    def _wordnet(self, one: str, other: str) -> tuple[float, float, float, float]:
        """Shares of the senses that make the two synonyms, parent and child, two steps apart, siblings."""
        mine, theirs = self._shares.get(one, {}), self._shares.get(other, {})
        over, above = self._above(one), self._above(other)
        synonym = max((sqrt(mine[key] * theirs[key]) for key in mine.keys() & theirs.keys()), default=0.0)
        steps = {1: 0.0, 2: 0.0}
        for senses, up in ((mine, above), (theirs, over)):
            for key in senses.keys() & up.keys():
                step, share = up[key]
                steps[step] = max(steps[step], sqrt(senses[key] * share))
        family = [
            sqrt(over[key][1] * above[key][1]) / log2(2 + self._size(key))
            for key in over.keys() & above.keys()
            if over[key][0] == above[key][0] == 1 and self._size(key) < _LARGEST_FAMILY
        ]
        return synonym, steps[1], steps[2], max(family, default=0.0)

    def _find_above(self, word: str) -> dict[Key, tuple[int, float]]:
        """The synsets one or two steps above a word's senses, with the steps and the sense's share."""
        above: dict[Key, tuple[int, float]] = {}
        level = dict(self._shares.get(word, {}))
        for step in (1, 2):
            up: dict[Key, float] = {}
            for key, share in level.items():
                for parent in self._parents[key]:
                    up[parent] = max(share, up.get(parent, 0.0))
            for key, share in up.items():
                if key not in above and self._size(key) <= BROADEST:
                    above[key] = step, share
            level = up
        return above

    def _find_size(self, key: Key) -> int:
        """How many synsets stand below, itself among them, counted up to twice `BROADEST`."""
        seen = {key}
        queue = [key]
        while queue and len(seen) < 2 * BROADEST:
            new = [child for child in self._children.get(queue.pop(), ()) if child not in seen]
            seen.update(new)
            queue += new
        return len(seen)
