"""How good labelled answers are: precision, coverage, calibration. Pure functions, standard library only.

A share of nothing is None, never 0 or 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from factcheck.model import Label

LABELS = tuple(label.value for label in Label)
UNDECIDED = Label.NOT_ENOUGH_INFO.value
BINS = 10
"""Bins of equal width over 0 to 1, as calibration errors are usually given."""
GRID = 100
"""Thresholds are hundredths: what a person would pin, and few enough not to fit the last row."""
Z95 = 1.959964
"""The 97.5th percentile of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement's right label, the label that was given, and the confidence in it (0 to 1)."""

    gold: str
    label: str
    confidence: float

    @property
    def right(self) -> bool:
        """True where the label given is the right one."""
        return self.gold == self.label


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers whose confidence lies from `low` to `high` (the last bin holds 1 too)."""

    low: float
    high: float
    count: int
    confidence: float
    """The mean confidence of the answers, 0 to 1."""
    accuracy: float
    """The share of them that is right, 0 to 1."""


@dataclass(frozen=True, slots=True)
class OperatingPoint:
    """What is left of the answers where those below a threshold are withheld."""

    threshold: float
    answers: int
    """How many there are in all."""
    given: int
    """Decided answers with at least this confidence."""
    right: int

    @property
    def precision(self) -> float | None:
        """Share of right ones among the answers given."""
        return share(self.right, self.given)

    @property
    def coverage(self) -> float | None:
        """Share of the statements that get an answer which decides."""
        return share(self.given, self.answers)

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of the precision; see `wilson`."""
        return wilson(self.right, self.given)


def share(part: int, whole: int) -> float | None:
    """A part of a whole, or None of nothing."""
    return part / whole if whole else None


def wilson(right: int, given: int) -> tuple[float, float] | None:
    """The 95 % interval of a share (E. B. Wilson, "Probable inference", 1927); None of nothing."""
    if not given:
        return None
    rate, square = right / given, Z95 * Z95
    middle = rate + square / (2 * given)
    reach = Z95 * sqrt(rate * (1 - rate) / given + square / (4 * given * given))
    scale = 1 + square / given
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def accuracy(answers: Sequence[Answer]) -> float | None:
    """Share of right labels."""
    return share(sum(answer.right for answer in answers), len(answers))


def precision(answers: Sequence[Answer], label: str) -> float | None:
    """Of the answers with `label`, the share that is right."""
    given = [answer for answer in answers if answer.label == label]
    return share(sum(answer.right for answer in given), len(given))


def recall(answers: Sequence[Answer], label: str) -> float | None:
    """Of the statements whose right label is `label`, the share that got it."""
    due = [answer for answer in answers if answer.gold == label]
    return share(sum(answer.right for answer in due), len(due))


def f1(answers: Sequence[Answer], label: str) -> float | None:
    """The harmonic mean of precision and recall; None where the label is never right."""
    if not any(answer.gold == label for answer in answers):
        return None
    exact, complete = precision(answers, label) or 0.0, recall(answers, label) or 0.0
    return 2 * exact * complete / (exact + complete) if exact + complete else 0.0


def macro_f1(answers: Sequence[Answer]) -> float | None:
    """The mean F1 over the labels that are right somewhere."""
    scores = [score for label in LABELS if (score := f1(answers, label)) is not None]
    return sum(scores) / len(scores) if scores else None


def false_support(answers: Sequence[Answer]) -> float | None:
    """Of the statements that are refuted or lack evidence, the share that was called supported."""
    false = [answer for answer in answers if answer.gold in (Label.REFUTED, Label.NOT_ENOUGH_INFO)]
    return share(sum(answer.label == Label.SUPPORTED for answer in false), len(false))


def only_decided(answers: Sequence[Answer]) -> list[Answer]:
    """The answers other than not-enough-info."""
    return [answer for answer in answers if answer.label != UNDECIDED]


def decided(answers: Sequence[Answer]) -> float | None:
    """Share of answers other than not-enough-info."""
    return share(len(only_decided(answers)), len(answers))


def confusion(answers: Sequence[Answer]) -> dict[tuple[str, str], int]:
    """How many statements whose right label is the first got the second, for every pair of labels."""
    counts = {(gold, label): 0 for gold in LABELS for label in LABELS}
    for answer in answers:
        counts[answer.gold, answer.label] += 1
    return counts


def reliability(answers: Sequence[Answer], bins: int = BINS) -> tuple[Bin, ...]:
    """The answers by confidence, in bins of equal width; bins without answers are left out."""
    groups: dict[int, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(min(int(answer.confidence * bins), bins - 1), []).append(answer)
    return tuple(
        Bin(
            low=number / bins,
            high=(number + 1) / bins,
            count=len(group),
            confidence=sum(answer.confidence for answer in group) / len(group),
            accuracy=sum(answer.right for answer in group) / len(group),
        )
        for number, group in sorted(groups.items())
    )


def calibration_error(answers: Sequence[Answer], bins: int = BINS) -> float | None:
    """Expected calibration error over equal-width bins (Naeini, Cooper and Hauskrecht, 2015), 0 to 1."""
    if not answers:
        return None
    table = reliability(answers, bins)
    return sum(abs(row.accuracy - row.confidence) * row.count for row in table) / len(answers)


def operating_point(answers: Sequence[Answer], threshold: float) -> OperatingPoint:
    """What is given, and what of it is right, where decided answers below `threshold` are withheld."""
    given = [answer for answer in only_decided(answers) if answer.confidence >= threshold]
    return OperatingPoint(threshold, len(answers), len(given), sum(answer.right for answer in given))


def threshold_for(answers: Sequence[Answer], wished: float) -> OperatingPoint | None:
    """The least threshold, in hundredths, at which the answers given are right in `wished` (0 to 1) of cases.

    None where no threshold that leaves an answer reaches it.
    """
    for step in range(GRID + 1):
        point = operating_point(answers, step / GRID)
        if point.precision is not None and point.precision >= wished:
            return point
    return None
