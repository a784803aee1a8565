"""What a rapidfuzz ratio and a threshold make of labelled rows: the baseline of the labelled sets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from benchmarks.metrics import UNDECIDED, Answer

SUPPORTED = "supported"
RATIOS: Mapping[str, Callable[..., float]] = {
    "ratio": fuzz.ratio,
    "partial_ratio": fuzz.partial_ratio,
    "token_sort_ratio": fuzz.token_sort_ratio,
    "token_set_ratio": fuzz.token_set_ratio,
    "partial_token_sort_ratio": fuzz.partial_token_sort_ratio,
    "partial_token_set_ratio": fuzz.partial_token_set_ratio,
    "QRatio": fuzz.QRatio,
    "WRatio": fuzz.WRatio,
}
NEVER = 101.0
"""A threshold that no ratio reaches."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A ratio that calls supported what reaches the threshold (0 to 100), and decides nothing else."""

    name: str
    threshold: float

    @property
    def system(self) -> str:
        """Its name in the table."""
        return f"{self.name} >= {self.threshold:.0f}" if self.threshold < NEVER else f"{self.name}, never"

    def answers(self, scores: Sequence[float], gold: Sequence[str]) -> list[Answer]:
        """What it answers, beside what is right. It has no confidence: 1 stands for none."""
        labels = [SUPPORTED if score >= self.threshold else UNDECIDED for score in scores]
        return [Answer(right, label, 1.0) for right, label in zip(gold, labels, strict=True)]


def best_ratio(scores: Mapping[str, Sequence[float]], gold: Sequence[str]) -> Ratio:
    """The ratio and threshold that get most labels right on these very rows, which flatters them.

    Of equals, the first ratio and the highest threshold.
    """
    best, most = Ratio(next(iter(scores)), NEVER), -1
    for name, values in scores.items():
        right, threshold = best_threshold(values, gold)
        if right > most:
            best, most = Ratio(name, threshold), right
    return best


def best_threshold(scores: Sequence[float], gold: Sequence[str]) -> tuple[int, float]:
    """How many labels are right at the best threshold, and that threshold."""
    right = most = sum(label == UNDECIDED for label in gold)
    best = NEVER
    ordered = sorted(zip(scores, gold, strict=True), key=lambda item: -item[0])
    for number, (score, label) in enumerate(ordered):
        right += (label == SUPPORTED) - (label == UNDECIDED)
        last_of_equals = number + 1 == len(ordered) or ordered[number + 1][0] < score
        if last_of_equals and right > most:
            most, best = right, score
    return most, best
