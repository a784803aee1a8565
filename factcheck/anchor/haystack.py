"""A text prepared for many quotes: what is dear is made when first asked for, and kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.anchor.folding import BREAK, Folded, assemble, fold
from factcheck.model import Document, Span

if TYPE_CHECKING:
    from factcheck.anchor.grams import GramIndex

_BROKEN = re.compile(BREAK)
_HYPHENED = re.compile(rf"(?<=[^\W\d_])[-{BREAK}](?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Layer:
    """A text made from a folded one by leaving characters out."""

    text: str
    above: Folded
    """From this text to the folded one."""
    below: Folded
    """From the folded text to the raw one."""

    def span(self, start: int, end: int) -> Span:
        """The raw stretch of `[start, end)`."""
        middle = self.above.span(start, end)
        return self.below.span(middle.start, middle.end)

    def cuts(self, at: int) -> bool:
        """True where `at` lies inside a piece that is not to be divided."""
        return self.above.cuts(at) or self.below.cuts(self.above.raw_start(at))


class Haystack:
    """A text in which quotes are looked for; share one among all quotes of a document."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def folded(self) -> Folded:
        """The text with all folds."""
        return fold(self.text)

    @cached_property
    def smooth(self) -> Folded | Layer:
        """The folded text with the words joined that a line's end broke."""
        return _without(self.folded, _BROKEN)

    @cached_property
    def hyphenless(self) -> Folded | Layer:
        """The folded text without the hyphens inside words, broken or not: to find candidates by."""
        return _without(self.folded, _HYPHENED)

    @cached_property
    def grams(self) -> GramIndex:
        """The n-gram index of the smooth text."""
        from factcheck.anchor.grams import GramIndex

        return GramIndex(self.smooth.text)


def haystack_of(text: str | Document | Haystack) -> Haystack:
    """`text`, prepared; a `Haystack` is given back as it is."""
    if isinstance(text, Haystack):
        return text
    return Haystack(text.text if isinstance(text, Document) else text)


def hyphenless(text: str) -> str:
    """A folded text without the hyphens inside its words."""
    return _HYPHENED.sub("", text)


def _without(folded: Folded, pattern: re.Pattern[str]) -> Folded | Layer:
    units = [(match.start(), match.end(), "") for match in pattern.finditer(folded.text)]
    if not units:
        return folded
    above = assemble(folded.text, units)
    return Layer(above.text, above, folded)
