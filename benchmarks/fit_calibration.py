"""Fits `factcheck/data/calibration.json`: `python -m benchmarks.fit_calibration --data DIR -o FILE`.

One logistic model a label (Platt scaling), with an L2 penalty, by iteratively reweighted least squares
(Newton's method), on the rows that are not kept for measuring. Every set weighs the same, whatever its
size, but for sets of fewer than `SMALL` rows. A feature whose weight comes out with the wrong sign (words
left unaccounted that would make a support surer) is dropped and the model fitted again.

Each model is for the rows that can get its label: those without a clash whose words are accounted for so
far that they may be supported, those with a clash, and those that were left undecided.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

from benchmarks.sets import part, read_rows, sample
from factcheck.api import open_workspace
from factcheck.comparing import Comparer
from factcheck.judge import HEAVY, NEARLY_ALL, Judgement
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
    "coherence",
    "breadth",
    "likeness",
    "conflicts",
    "length",
    "room",
)
FOR = {"coverage", "matter", "likeness", "coherence"}
"""Features that can only make a support surer."""
AGAINST = {
    "heaviest",
    "loose_names",
    "loose_figures",
    "loose_nouns",
    "loose_verbs",
    "loose_modifiers",
    "opposed",
    "narrower",
    "inexact",
}
"""Features that can only make it less sure; a refutation likewise, but for `opposed`."""
SIGNS: dict[str, tuple[Collection[str], Collection[str]]] = {
    "supported": (FOR, AGAINST),
    "refuted": (FOR - {"coverage", "likeness"}, AGAINST - {"opposed"}),
    "not-enough-info": ((), ()),
}
PENALTY = 3.0
ROWS = 1300
SMALL = 60
FLOOR = 0.6
"""Rows of less coverage than this are never supported, and teach nothing of those that are."""
THRESHOLDS = {"supported": 0.6, "refuted": 0.5, "not-enough-info": 0.0}
"""The least probability at which a label is given for a pair. Of the supported answers above 0.6, between
84 and 89 in a hundred were right on the fitting rows of FEVER-Symmetric and the counterfactual set."""
NOT_STATEMENTS = ("question", "keywords", "conflicting")


@dataclass(frozen=True)
class Row:
    """A judged row: its features, its right label, and what it weighs."""

    values: tuple[float, ...]
    gold: str
    weight: float


def pair_judgements(comparer: Comparer, path: Path) -> Iterator[tuple[Judgement, str]]:
    """The fitting rows of a file of pairs, judged."""
    for row in sample(part(read_rows(path), measured=False), ROWS):
        yield comparer.judge(row["statement"], row["evidence"])[2], row["label"]


def statement_judgements(path: Path, workspace: Workspace) -> Iterator[tuple[Judgement, str]]:
    """The statements of a file, each judged by the candidate nearest to it; those of one fact only."""
    for row in read_rows(path):
        if row["kind"] in NOT_STATEMENTS or row["kind"].startswith("two-facts"):
            continue
        judgement = nearest_judgement(workspace, row["statement"])
        if judgement is not None:
            yield judgement, row["label"]


def concerns(judgement: Judgement, label: str) -> bool:
    """Whether the model for `label` is for this row."""
    if label == "refuted":
        return any(conflict.code != "modality" for conflict in judgement.conflicts)
    if label == "not-enough-info":
        return judgement.label == label
    features = judgement.features
    if judgement.conflicts or features.must_have or features.overreach:
        return False
    if features.heaviest >= HEAVY and features.coverage < NEARLY_ALL:
        return False
    return features.coverage >= FLOOR


def rows_for(judged: Sequence[tuple[Judgement, str]], label: str) -> list[Row]:
    """The rows that a label's model is fitted on; together they weigh 1,000 at the most."""
    chosen = [(judgement, gold) for judgement, gold in judged if concerns(judgement, label)]
    weight = 1000 / max(len(chosen), SMALL)
    return [Row(judgement.features.values(FEATURES), gold, weight) for judgement, gold in chosen]


def fit(rows: Sequence[Row], label: str) -> tuple[float, dict[str, float]]:
    """Bias and weights of the logistic model for `label`, none of them of the wrong sign."""
    positive, negative = SIGNS[label]
    kept = list(range(len(FEATURES)))
    while True:
        bias, weights = _newton(rows, label, kept)
        named = {FEATURES[index]: weight for index, weight in zip(kept, weights, strict=True)}
        wrong = [
            name
            for name, weight in named.items()
            if (name in positive and weight < 0) or (name in negative and weight > 0)
        ]
        if not wrong:
            return bias, named
        kept = [index for index in kept if FEATURES[index] not in wrong]


def _newton(rows: Sequence[Row], label: str, kept: Sequence[int]) -> tuple[float, list[float]]:
    size = len(kept) + 1
    beta = [0.0] * size
    for _ in range(50):
        gradient = [-PENALTY * value if index else 0.0 for index, value in enumerate(beta)]
        hessian = [[(PENALTY if i else 1e-6) if i == j else 0.0 for j in range(size)] for i in range(size)]
        for row in rows:
            _add_row(gradient, hessian, beta, (1.0, *(row.values[index] for index in kept)), row, label)
        step = solve(hessian, gradient)
        beta = [value + change for value, change in zip(beta, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return beta[0], beta[1:]


def _add_row(
    gradient: list[float],
    hessian: list[list[float]],
    beta: Sequence[float],
    values: Sequence[float],
    row: Row,
    label: str,
) -> None:
    score = sum(b * v for b, v in zip(beta, values, strict=True))
    probability = 1 / (1 + exp(-max(-30.0, min(30.0, score))))
    error = row.weight * ((row.gold == label) - probability)
    curve = row.weight * max(probability * (1 - probability), 1e-6)
    for i, value in enumerate(values):
        if value:
            gradient[i] += error * value
            scaled, line = curve * value, hessian[i]
            for j, other in enumerate(values):
                line[j] += scaled * other


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


def report(label: str, sets: dict[str, list[Row]], bias: float, weights: dict[str, float]) -> None:
    """Print, on standard error, how the fit does on its own rows."""
    least = max(THRESHOLDS[label], 0.5)
    print(f"{label} (at {least})", file=sys.stderr)
    for name, rows in sets.items():
        given = [row for row in rows if _probability(row, bias, weights) >= least]
        right = sum(row.gold == label for row in given)
        share = f"{right / len(given):.3f}" if given else "-"
        print(f"  {name:32} rows {len(rows):5}  given {len(given):5}  right {share}", file=sys.stderr)


def _probability(row: Row, bias: float, weights: dict[str, float]) -> float:
    score = bias + sum(
        weights.get(name, 0.0) * value for name, value in zip(FEATURES, row.values, strict=True)
    )
    return 1 / (1 + exp(-score))


def main() -> None:
    """Fit, and write the data file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with pairs/*.jsonl")
    parser.add_argument("--statements", nargs="*", default=[], metavar="FILE=WORKSPACE")
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    comparer = Comparer()
    judged: dict[str, list[tuple[Judgement, str]]] = {}
    hashes = {}
    for path in sorted((arguments.data / "pairs").glob("*.jsonl")):
        judged[path.name] = list(pair_judgements(comparer, path))
        hashes[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    for item in arguments.statements:
        name, _, folder = item.partition("=")
        path = Path(name)
        judged[path.name] = list(statement_judgements(path, open_workspace(folder or ".")))
        hashes[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    models = {}
    for label in THRESHOLDS:
        sets = {name: rows_for(rows, label) for name, rows in judged.items()}
        bias, weights = fit([row for rows in sets.values() for row in rows], label)
        report(label, sets, bias, weights)
        models[label] = {
            "bias": round(bias, 4),
            "threshold": THRESHOLDS[label],
            "weights": {name: round(weight, 4) for name, weight in weights.items()},
        }
    about = (
        "Written by benchmarks/fit_calibration.py; the hashes are of the files whose fitting rows it used."
    )
    data = {"about": about, "fitted_on": hashes, "models": models}
    arguments.output.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
