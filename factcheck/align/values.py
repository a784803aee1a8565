"""What an alignment is: links, contrasts, and figures and dates held against each other."""

from __future__ import annotations

from enum import StrEnum

from factcheck.language.intervals import Relation as Fit
from factcheck.language.lexicon import Relation
from factcheck.records import NamedTuple


class LinkKind(StrEnum):
    """How a word of the statement is tied to a word of the evidence."""

    SAME = "same"
    ALIAS = "alias"
    DERIVED = "derived"
    SYNONYM = "synonym"
    BROADER = "broader"
    TYPO = "typo"


LINK_WEIGHTS = {
    LinkKind.SAME: 1.0,
    LinkKind.ALIAS: 1.0,
    LinkKind.DERIVED: 0.9,
    LinkKind.SYNONYM: 0.85,
    LinkKind.BROADER: 0.8,
    LinkKind.TYPO: 0.9,
}
"""How much of a word's weight each kind of link accounts for."""
LOCATIVE = frozenset("in at near around outside inside across within central downtown".split())
"""After these words a capital is a place, not its government."""


class Link(NamedTuple):
    """A word of the statement that a word of the evidence accounts for; both are word indices."""

    statement: int
    evidence: int
    kind: LinkKind


class Contrast(NamedTuple):
    """An unaccounted word of the statement and a word of the evidence that it contrasts with."""

    statement: int
    evidence: int
    relation: Relation
    """ANTONYM, SIBLING or NARROWER."""


class Comparison(NamedTuple):
    """A figure or date of the statement and the one of the evidence that it is best held against.

    Both are indices into the analyses' `quantities` (or `dates`); `same_thing` is true where the two
    count the same or stand beside linked words.
    """

    statement: int
    evidence: int
    fit: Fit
    same_thing: bool


class Alignment:
    """What of a statement a text accounts for; never changed."""

    __slots__ = ("_linked", "contrasts", "dates", "figures", "links", "partners", "taken")

    def __init__(
        self,
        links: tuple[Link, ...],
        contrasts: tuple[Contrast, ...],
        figures: tuple[Comparison, ...],
        dates: tuple[Comparison, ...],
    ) -> None:
        self.links = links
        self.contrasts = contrasts
        self.figures = figures
        self.dates = dates
        self.partners = {link.statement: link.evidence for link in links}
        """The word of the evidence that accounts for a word of the statement."""
        self.taken = frozenset(self.partners.values())
        """The words of the evidence that account for any."""
        self._linked = {link.statement: link for link in links}

    def linked(self) -> dict[int, Link]:
        """The links by word of the statement."""
        return self._linked

    def partner(self, statement: int) -> int | None:
        """The word of the evidence that accounts for a word of the statement."""
        return self.partners.get(statement)
