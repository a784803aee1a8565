"""A word of a text with what the lexicon says of it."""

from __future__ import annotations

from factcheck.model import Span
from factcheck.records import NamedTuple


class Word(NamedTuple):
    """A word of a text. `text` is folded and without a possessive 's; `weight` is its rarity, 0 to 1."""

    text: str
    raw: str
    span: Span
    lemma: str
    stop: bool
    weight: float
    name: int
    """Index into the analysis' names, or -1."""
    figure: int
    """Index into the analysis' quantities, or -1."""
    date: int
    """Index into the analysis' dates, or -1."""
    phrase: str = ""
    """The listed phrase that the word begins ("take_place"), which speaks for all of its words, or empty."""

    @property
    def sense(self) -> str:
        """What the lexicon is asked for: the phrase, or the word."""
        return self.phrase or self.text
