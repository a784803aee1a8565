"""Fits `factcheck/data/calibration.json`: `python -m benchmarks.fit_calibration --data DIR`.

One logistic model a label (Platt scaling), with an L2 penalty, by iteratively reweighted least squares
(Newton's method), on the rows that are not kept for measuring. Every set weighs the same, whatever its
size. The threshold of a label is the least probability at which, over the fitting rows of each set,
the answers given are right often enough; see `THRESHOLDS`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

from benchmarks.sets import part, read_rows, sample
from factcheck.api import open_workspace
from factcheck.comparing import Comparer
from factcheck.judge import Judgement
from factcheck.lookup import nearest_judgement
from factcheck.workspace import Workspace

FEATURES = (
    "coverage",
    "matter",
    "heaviest",
    "loose_names",
    "loose_figures",
    "loose_nouns",
    "loose_verbs",
    "loose_modifiers",
    "opposed",
    "narrower",
    "inexact",
    "kin",
    "coherence",
    "breadth",
    "likeness",
    "conflicts",
    "length",
    "room",
)
PENALTY = 3.0
ROWS = 2000
THRESHOLDS = {"supported": 0.6, "refuted": 0.5}
PRECISION = {"supported": 0.88, "refuted": 0.88}


@dataclass(frozen=True)
class Row:
    """A judged pair: its features, whether it has a clash, the right label, and what it weighs."""

    values: tuple[float, ...]
    clash: bool
    gold: str
    weight: float


def pair_rows(comparer: Comparer, path: Path) -> Iterator[tuple[Judgement, str]]:
    """The fitting rows of a file of pairs, judged."""
    for row in sample(part(read_rows(path), measured=False), ROWS):
        yield comparer.judge(row["statement"], row["evidence"])[2], row["label"]


def judged_rows(judged: Sequence[tuple[Judgement, str]]) -> list[Row]:
    """Judgements as rows that together weigh 1,000."""
    return [
        Row(
            values=judgement.features.values(FEATURES),
            clash=any(conflict.code != "modality" for conflict in judgement.conflicts),
            gold=gold,
            weight=1000 / len(judged),
        )
        for judgement, gold in judged
    ]


def fit(rows: Sequence[Row], label: str) -> tuple[float, list[float]]:
    """Bias and weights of the logistic model for `label`."""
    size = len(FEATURES) + 1
    beta = [0.0] * size
    for _ in range(25):
        gradient = [-PENALTY * value if index else 0.0 for index, value in enumerate(beta)]
        hessian = [[PENALTY if i == j and i else 1e-9 * (i == j) for j in range(size)] for i in range(size)]
        for row in rows:
            values = (1.0, *row.values)
            score = sum(b * v for b, v in zip(beta, values, strict=True))
            probability = 1 / (1 + exp(-max(-30.0, min(30.0, score))))
            error = row.weight * ((row.gold == label) - probability)
            curve = row.weight * max(probability * (1 - probability), 1e-6)
            for i, value in enumerate(values):
                if value:
                    gradient[i] += error * value
                    line = hessian[i]
                    scaled = curve * value
                    for j, other in enumerate(values):
                        line[j] += scaled * other
        step = solve(hessian, gradient)
        beta = [b + s for b, s in zip(beta, step, strict=True)]
        if max(abs(s) for s in step) < 1e-6:
            break
    return beta[0], beta[1:]


def solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Solve a linear system by elimination with row pivoting."""
    size = len(vector)
    rows = [[*line, value] for line, value in zip(matrix, vector, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda index: abs(rows[index][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for index in range(column + 1, size):
            factor = rows[index][column] / rows[column][column]
            for place in range(column, size + 1):
                rows[index][place] -= factor * rows[column][place]
    solution = [0.0] * size
    for index in reversed(range(size)):
        rest = sum(rows[index][place] * solution[place] for place in range(index + 1, size))
        solution[index] = (rows[index][size] - rest) / rows[index][index]
    return solution


def statement_rows(path: Path, workspace: Workspace) -> Iterator[tuple[Judgement, str]]:
    """The statements of a file, each judged by the candidate nearest to it."""
    for row in read_rows(path):
        if row["kind"] in ("question", "keywords", "conflicting") or row["kind"].startswith("two-facts"):
            continue
        judgement = nearest_judgement(workspace, row["statement"])
        if judgement is not None:
            yield judgement, row["label"]


def threshold(sets: Sequence[Sequence[Row]], label: str, bias: float, weights: Sequence[float]) -> float:
    """The least threshold, from `THRESHOLDS` up, at which the label is right in `PRECISION` of each set's answers.

    A set that has fewer than 20 answers above a threshold has no say about it.
    """
    start = THRESHOLDS[label]
    for step in range(round(start * 100), 100, 2):
        if all(_precise(rows, label, bias, weights, step / 100) for rows in sets):
            return step / 100
    return 0.98


def _precise(rows: Sequence[Row], label: str, bias: float, weights: Sequence[float], least: float) -> bool:
    given = [row for row in rows if probability(row, bias, weights) >= least]
    right = sum(row.gold == label for row in given)
    return len(given) < 20 or right >= PRECISION[label] * len(given)


def probability(row: Row, bias: float, weights: Sequence[float]) -> float:
    """The model's probability for a row."""
    score = bias + sum(weight * value for weight, value in zip(weights, row.values, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def main() -> None:
    """Fit, and write the data file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with pairs/*.jsonl")
    parser.add_argument(
        "--statements", nargs="*", default=[], help="FILE=WORKSPACE, labelled statements to fit on"
    )
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    comparer = Comparer()
    files = sorted((arguments.data / "pairs").glob("*.jsonl"))
    sets = {path.name: judged_rows(list(pair_rows(comparer, path))) for path in files}
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    for item in arguments.statements:
        name, _, folder = item.partition("=")
        path = Path(name)
        sets[path.name] = judged_rows(list(statement_rows(path, open_workspace(folder))))
        hashes[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    models = {}
    for label in ("supported", "refuted", "not-enough-info"):
        chosen = {name: [row for row in rows if _concerns(row, label)] for name, rows in sets.items()}
        bias, weights = fit([row for rows in chosen.values() for row in rows], label)
        least = threshold(list(chosen.values()), label, bias, weights) if label in PRECISION else 0.0
        models[label] = {
            "bias": round(bias, 4),
            "threshold": least,
            "weights": {name: round(weight, 4) for name, weight in zip(FEATURES, weights, strict=True)},
        }
        report(label, chosen, bias, weights, least)
    about = "Written by benchmarks/fit_calibration.py; the hashes are of the files that it was fitted on."
    data = {"about": about, "fitted_on": hashes, "models": models}
    arguments.output.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def _concerns(row: Row, label: str) -> bool:
    """Which rows a label's model is for: clashes for `refuted`, the others for `supported`."""
    if label == "refuted":
        return row.clash
    return not row.clash if label == "supported" else True


def report(
    label: str, sets: dict[str, list[Row]], bias: float, weights: Sequence[float], least: float
) -> None:
    """Print how the fit does on its own rows."""
    print(f"{label}: threshold {least}")
    for name, rows in sets.items():
        given = [row for row in rows if probability(row, bias, weights) >= max(least, 0.5)]
        right = sum(row.gold == label for row in given)
        due = sum(row.gold == label for row in rows)
        print(
            f"  {name:32} rows {len(rows):5} given {len(given):5} right {right / len(given) if given else 0:.3f} of due {right / due if due else 0:.3f}"
        )


if __name__ == "__main__":
    main()
