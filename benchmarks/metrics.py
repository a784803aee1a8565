"""Figures of merit for labelled answers: those of `factcheck.scoring`, under the benchmarks' own name."""

from factcheck.scoring import (
    LABELS,
    UNDECIDED,
    Answer,
    accuracy,
    calibration_error,
    decided,
    f1,
    false_support,
    macro_f1,
    only_decided,
    precision,
    recall,
    share,
)

__all__ = [
    "LABELS",
    "UNDECIDED",
    "Answer",
    "accuracy",
    "calibration_error",
    "decided",
    "f1",
    "false_support",
    "macro_f1",
    "only_decided",
    "precision",
    "recall",
    "share",
]
