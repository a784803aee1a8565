"""Results of `benchmarks.accuracy` as one table, and as one object."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from tabulate import tabulate

from benchmarks.labelled import Result
from benchmarks.metrics import LABELS
from benchmarks.sets import SEED

NOTE = (
    "P / R: precision / recall. A ratio of rapidfuzz is the best one at its best threshold, chosen on these same "
    "rows: that flatters it."
)
SHORT = {"supported": "supp.", "refuted": "ref.", "conflicting": "confl.", "not-enough-info": "no info"}
COLUMNS: dict[str, tuple[str, ...]] = {
    "right": ("right",),
    "false\nsupport": ("false_support",),
    **{f"{SHORT[label]}\nP / R": (f"precision {label}", f"recall {label}") for label in LABELS},
    "decided": ("decided",),
    "macro\nF1": ("macro_f1",),
    "ECE all\n/ decided": ("ece", "ece_decided"),
    "quote\n@1 / @3": ("quote@1", "quote@3"),
    "MAP\n@5": ("map@5",),
    "recall\n@10": ("recall@10",),
    "MRR": ("mrr",),
}
"""The columns of the table and the figures that each holds, in per cent; those that nothing has are left out."""


def as_table(results: Sequence[Result], part: str) -> str:
    """All results in one table, a row a set and system; below it, how to read it."""
    names = {name for result in results for name in result.figures}
    shown = {head: figures for head, figures in COLUMNS.items() if names.intersection(figures)}
    shown = {head: figures for head, figures in shown.items() if any(_has(results, one) for one in figures)}
    rows = []
    previous = ""
    for result in results:
        cells = [" / ".join(_percent(result, one) for one in figures) for figures in shown.values()]
        cells = ["" if set(cell) <= {"-", "/", " "} else cell for cell in cells]
        rows.append([result.name if result.name != previous else "", result.system, result.rows, *cells])
        previous = result.name
    table = tabulate(rows, ["set", "system", "rows", *shown], tablefmt="simple", disable_numparse=True)
    return "\n".join([*(line.rstrip() for line in table.splitlines()), "", f"Rows: {part}. {NOTE}"])


def _has(results: Sequence[Result], figure: str) -> bool:
    return any(result.figures.get(figure) is not None for result in results)


def _percent(result: Result, figure: str) -> str:
    value = result.figures.get(figure)
    return "-" if value is None else f"{100 * value:.1f}"


def as_json(results: Sequence[Result], part: str, limit: int | None) -> str:
    """All results as one object: shares from 0 to 1, null for a share of nothing."""
    payload = {
        "part": part,
        "limit": limit,
        "seed": SEED,
        "note": NOTE,
        "results": [_result(result) for result in results],
    }
    return json.dumps(payload, ensure_ascii=False, indent=2)


def _result(result: Result) -> dict[str, Any]:
    shares = {name: None if value is None else round(value, 6) for name, value in result.figures.items()}
    kinds = {kind: list(counts) for kind, counts in result.kinds.items()}
    told = {"set": result.name, "system": result.system, "rows": result.rows, "figures": shares}
    return {**told, "kinds": kinds} if kinds else told
