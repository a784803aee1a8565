"""Intervals, and what one reading of the evidence does to one reading of the statement."""

from __future__ import annotations

from enum import StrEnum
from math import inf

from factcheck.records import NamedTuple


class Relation(StrEnum):
    """What the evidence's quantity or date does to the statement's."""

    SUPPORTS = "supports"
    """What the evidence says lies inside what the statement says."""
    REFUTES = "refutes"
    """What the two mean cannot both be."""
    OPEN = "open"
    """Neither."""
    DIFFERENT = "different"
    """Not to be compared: another unit, another dimension, an ordinal against a cardinal."""


class Interval(NamedTuple):
    """A stretch of the number line; each end is closed unless said otherwise."""

    low: float = -inf
    high: float = inf
    low_open: bool = False
    high_open: bool = False

    def contains(self, other: Interval) -> bool:
        """True where `other` lies wholly inside."""
        below = other.low > self.low or (other.low == self.low and (other.low_open or not self.low_open))
        above = other.high < self.high or (
            other.high == self.high and (other.high_open or not self.high_open)
        )
        return below and above

    def meets(self, other: Interval) -> bool:
        """True where the two share at least one point."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        return self._holds(low) and other._holds(low)

    def touches(self, other: Interval) -> bool:
        """True where the two would share a point if all their ends were closed."""
        return max(self.low, other.low) <= min(self.high, other.high)

    def _holds(self, point: float) -> bool:
        if point == self.low and self.low_open:
            return False
        if point == self.high and self.high_open:
            return False
        return self.low <= point <= self.high
