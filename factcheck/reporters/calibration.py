"""`calibrate` for people and for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.reporters.layout import BOLD, PLAIN, YELLOW, Piece, Style, plural, wrap
from factcheck.reporters.table import table
from factcheck.scoring import (
    LABELS,
    Answer,
    Bin,
    OperatingPoint,
    accuracy,
    calibration_error,
    confusion,
    decided,
    f1,
    false_support,
    macro_f1,
    only_decided,
    operating_point,
    precision,
    recall,
    reliability,
    threshold_for,
)

SCHEMA_VERSION = 1
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99)
"""Those that the table shows; the one to pin is sought among all hundredths."""
FEW = 100
"""With fewer statements than this, the figures are rough."""


@dataclass(frozen=True, slots=True)
class CalibrationReport:
    """The answers to labelled statements, and the precision that is wished for."""

    answers: tuple[Answer, ...]
    wished: float
    """The share of the answers given that should be right, 0 to 1."""

    @property
    def pinned(self) -> OperatingPoint | None:
        """The least threshold that is as precise as wished, if there is one."""
        return threshold_for(self.answers, self.wished)


def render_calibration(report: CalibrationReport, style: Style) -> str:
    """The four tables, each under its title, then what to pin (unless quiet)."""
    answers = report.answers
    given = only_decided(answers)
    points = [operating_point(answers, threshold) for threshold in THRESHOLDS]
    titled = [
        ("By threshold: answers of this confidence and more", _thresholds(points, style)),
        ("By label: rows are right, columns were given", _confusion(answers, style)),
        ("Reliability of all answers", _reliability(reliability(answers), style)),
        ("Reliability of the answers that decide", _reliability(reliability(given), style)),
    ]
    blocks = [f"{style.paint(title, BOLD)}\n{drawn}" for title, drawn in titled]
    if style.verbosity >= 0:
        blocks.append("\n".join(_summary(report, style)))
    return "\n\n".join(blocks) + "\n"


def _thresholds(points: Sequence[OperatingPoint], style: Style) -> str:
    rows = [
        [
            *_plain(f"{point.threshold:.2f}", str(point.given), str(point.right), _share(point.precision)),
            (_interval(point.interval), PLAIN),
            (_share(point.coverage), PLAIN),
        ]
        for point in points
    ]
    return table(["threshold", "given", "right", "precision", "95% interval", "coverage"], rows, style)


def _confusion(answers: Sequence[Answer], style: Style) -> str:
    counts = confusion(answers)
    rows = [
        [
            *_plain(gold, *(str(counts[gold, label]) for label in LABELS)),
            (_share(precision(answers, gold)), PLAIN),
            (_share(recall(answers, gold)), PLAIN),
        ]
        for gold in LABELS
    ]
    return table(["label", "supp.", "ref.", "confl.", "no info", "precision", "recall"], rows, style)


def _reliability(bins: Sequence[Bin], style: Style) -> str:
    if not bins:
        return "no answers"
    rows: list[list[Piece]] = []
    for one in bins:
        off = one.accuracy - one.confidence
        shown = [
            f"{one.low:.1f} to {one.high:.1f}",
            str(one.count),
            _share(one.confidence),
            _share(one.accuracy),
        ]
        rows.append([*_plain(*shown), (f"{100 * off:+.1f}", YELLOW if off < -0.1 else PLAIN)])
    return table(["confidence", "answers", "mean", "right", "difference"], rows, style)


def _summary(report: CalibrationReport, style: Style) -> Iterator[str]:
    answers = report.answers
    given = only_decided(answers)
    yield f"{plural(len(answers), 'statement')}: {_share(accuracy(answers))} right, {_share(decided(answers))} decided"
    yield f"false statements called supported: {_share(false_support(answers))}"
    error = f"{_share(calibration_error(answers))} of all answers"
    yield f"expected calibration error: {error}, {_share(calibration_error(given))} of those that decide"
    if 0 < len(answers) < FEW:
        yield f"fewer than {FEW} statements: these figures are rough"
    yield wrap([(_advice(report), BOLD)], style, "", "  ")


def _advice(report: CalibrationReport) -> str:
    point = report.pinned
    if point is None:
        return f"No threshold makes the answers right in {_share(report.wished)} of cases: nothing to pin."
    told = f"{_share(point.precision)} right ({_interval(point.interval)}), {_share(point.coverage)} decided"
    return f"For a precision of {_share(report.wished)}: --min-confidence {point.threshold:.2f} ({told})"


def _plain(*texts: str) -> list[Piece]:
    return [(text, PLAIN) for text in texts]


def _share(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}%"


def _interval(ends: tuple[float, float] | None) -> str:
    return "-" if ends is None else f"{100 * ends[0]:.0f} to {100 * ends[1]:.0f}%"


def render_calibration_json(report: CalibrationReport) -> str:
    """The report as one indented object; `calibration.schema.json` describes it."""
    answers = report.answers
    given = only_decided(answers)
    counts = confusion(answers)
    point = report.pinned
    payload = {
        "schema_version": SCHEMA_VERSION,
        "statements": len(answers),
        "accuracy": _rounded(accuracy(answers)),
        "decided": _rounded(decided(answers)),
        "false_support": _rounded(false_support(answers)),
        "macro_f1": _rounded(macro_f1(answers)),
        "calibration_error": _rounded(calibration_error(answers)),
        "calibration_error_decided": _rounded(calibration_error(given)),
        "labels": {
            label: {
                "precision": _rounded(precision(answers, label)),
                "recall": _rounded(recall(answers, label)),
                "f1": _rounded(f1(answers, label)),
            }
            for label in LABELS
        },
        "confusion": {gold: {label: counts[gold, label] for label in LABELS} for gold in LABELS},
        "thresholds": [_point(operating_point(answers, threshold)) for threshold in THRESHOLDS],
        "reliability": [_bin(one) for one in reliability(answers)],
        "reliability_decided": [_bin(one) for one in reliability(given)],
        "wished_precision": report.wished,
        "pin": None if point is None else _point(point),
    }
    return json.dumps(payload, ensure_ascii=False, indent=2) + "\n"


def _point(point: OperatingPoint) -> dict[str, Any]:
    ends = point.interval
    return {
        "threshold": point.threshold,
        "given": point.given,
        "right": point.right,
        "precision": _rounded(point.precision),
        "precision_interval": None if ends is None else [round(end, 4) for end in ends],
        "coverage": _rounded(point.coverage),
    }


def _bin(one: Bin) -> dict[str, Any]:
    return {
        "low": one.low,
        "high": one.high,
        "answers": one.count,
        "confidence": _rounded(one.confidence),
        "accuracy": _rounded(one.accuracy),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
