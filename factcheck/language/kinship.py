"""How likely two words name the same thing in texts about the same matter.

The scores of pairs of base words come from the Moby Thesaurus and WordNet, packed by
`benchmarks/build_kin.py`; what they mean is measured by `benchmarks/fit_kin.py`. A word's derivations
stand for it with a lower score: commemorate ~ celebration, by way of celebrate.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from factcheck.language.kin_file import KinFile

DATA = Path(__file__).parent.parent / "data" / "kin.bin"
DERIVED = 0.85
"""What a score keeps where one of the words is only a derivation of the word as written."""


class Kin(NamedTuple):
    """The base words of a form, with factors, and their kin of higher index, with scores; by index."""

    own: dict[int, float]
    near: dict[int, float]


class Kinship:
    """The data file, which is opened when it is first asked for."""

    def __init__(self, path: Path = DATA) -> None:
        self._path = path
        self._file: KinFile | None = None

    def kin(self, lemmas: Iterable[str], derived: Iterable[str]) -> Kin:
        """The kin of a form with these base words and derivations. Raises `InputError`: no such file."""
        if self._file is None:
            self._file = KinFile(self._path)
        own: dict[int, float] = {}
        for words, factor in ((lemmas, 1.0), (derived, DERIVED)):
            for word in words:
                index = self._file.find(word)
                if index is not None:
                    own.setdefault(index, factor)
        near: dict[int, float] = {}
        for index, factor in own.items():
            for other, score in self._file.kin(index).items():
                near[other] = max(near.get(other, 0.0), factor * score)
        return Kin(own, near)


def kin_score(one: Kin, other: Kin) -> float:
    """How likely two forms name the same thing: 0, or 0.47 to 1; symmetrical."""
    best = max(
        (one.own[index] * other.own[index] for index in one.own.keys() & other.own.keys()), default=0.0
    )
    for left, right in ((one, other), (other, one)):
        near = left.near
        for index, factor in right.own.items():
            if index in near and near[index] * factor > best:
                best = near[index] * factor
    return best
