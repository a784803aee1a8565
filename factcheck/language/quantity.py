"""What a quantity in a text is, and what the evidence's does to the statement's."""

from __future__ import annotations

from factcheck.language.comparators import Comparator
from factcheck.language.intervals import Interval, Relation
from factcheck.model import Span
from factcheck.records import NamedTuple

_SMALL = 10.0


class Quantity(NamedTuple):
    """A quantity in a text."""

    span: Span
    """The whole expression in code points: comparator, number and unit."""
    said: Interval
    """What the words say, in `unit`."""
    meant: Interval
    """What a speaker means by them, in `unit`."""
    unit: str | None
    """Canonical ("%", "USD", "hectare", "m", "kg", "day", "year", "times", "USD/year"); None for a count."""
    counted: tuple[str, ...]
    """Folded content words of what is counted; empty where the text does not tell."""
    exact: bool
    """A figure without comparator and without vagueness."""
    ordinal: bool
    fraction_of_whole: bool
    """A part of something ("half", "a tenth of", "30 % of"); its unit is "%"."""
    figure: float
    """The figure itself, in `unit`; the lower one of a range."""
    comparator: Comparator
    is_round: bool
    """Whether the figure, as written, is one that people round to."""


def relate(statement: Quantity, evidence: Quantity) -> Relation:
    """What the evidence's quantity does to the statement's; what is counted is the caller's to compare.

    SUPPORTS: what the evidence says lies inside what the statement says, or a bare round figure
    meets "over", "about" or "nearly" the same figure, or is the rounding of an exact one. REFUTES:
    what the two mean does not meet. DIFFERENT: not the same unit, or an ordinal against a cardinal.
    """
    if statement.ordinal != evidence.ordinal or statement.unit != evidence.unit:
        return Relation.DIFFERENT
    if _agree(statement, evidence):
        return Relation.SUPPORTS
    if statement.comparator is evidence.comparator is Comparator.AT_MOST:
        return Relation.OPEN  # of two limits, the higher one follows from the lower, and is not the limit
    if _says_no_more(statement, evidence):
        return Relation.SUPPORTS
    if statement.meant.meets(evidence.meant):
        return Relation.OPEN
    if statement.meant.touches(evidence.meant) and _may_be_loose(statement, evidence):
        return Relation.OPEN
    return Relation.REFUTES


def _says_no_more(statement: Quantity, evidence: Quantity) -> bool:
    """Whether what the evidence says lies inside; "dozens" of two millions is true and still misleads."""
    inside = statement.said.contains(evidence.said)
    return inside and (
        statement.comparator is not Comparator.VAGUE or statement.meant.contains(evidence.meant)
    )


_LOOSE = frozenset({Comparator.OVER, Comparator.NEARLY, Comparator.ABOUT, Comparator.AT_LEAST})


_POINTS = frozenset({Comparator.BARE, Comparator.EXACTLY})


def _agree(statement: Quantity, evidence: Quantity) -> bool:
    """Whether the two give the same figure, or the statement's is the rounding of the evidence's."""
    one, other = statement.comparator, evidence.comparator
    if Comparator.RANGE in (one, other) or Comparator.VAGUE in (one, other):
        return False
    if statement.figure == evidence.figure:
        if one is other or (one in _POINTS and other in _POINTS):
            return True
        pair = {one, other}
        loose = bool(pair & _LOOSE) and (Comparator.BARE in pair or one is Comparator.ABOUT)
        return loose and pair <= _LOOSE | {Comparator.BARE} and (statement.is_round or evidence.is_round)
    if one is not Comparator.BARE or other not in _POINTS or evidence.said.low != evidence.said.high:
        return False
    digits = f"{abs(statement.figure):.15g}".replace(".", "").rstrip("0")
    return len(digits) > 1 and statement.meant.contains(evidence.said)


def _may_be_loose(statement: Quantity, evidence: Quantity) -> bool:
    """Whether a bare figure at the other's open end may be loose talk: not for a small count."""
    pair = {statement.comparator, evidence.comparator}
    return (
        Comparator.BARE in pair
        and not pair <= _POINTS
        and (statement.unit is not None or abs(statement.figure) >= _SMALL)
    )
