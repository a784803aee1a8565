"""Labelled sets through the engine and through a baseline: pairs, and statements against a workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import process, utils

from benchmarks.bm25 import BM25, NAME
from benchmarks.metrics import (
    LABELS,
    UNDECIDED,
    Answer,
    accuracy,
    calibration_error,
    decided,
    false_support,
    macro_f1,
    only_decided,
    precision,
    recall,
)
from benchmarks.quotes import DEPTHS, Place, quote_figures, quote_places
from benchmarks.ratios import RATIOS, best_ratio
from factcheck.api import Workspace
from factcheck.comparing import Comparer
from factcheck.errors import InputError
from factcheck.workspace import Candidate

Row = Mapping[str, Any]
Watch = Callable[[Sequence[Row]], Iterable[Row]]
"""Gives rows out one by one and shows how far it is."""
NEAREST = 50
"""How many texts are kept for each statement: enough for the quotes of three candidates."""
Figures = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Result:
    """A system's figures on a set. A figure that does not apply to it is left out; of nothing, it is None."""

    name: str
    """Of the set: its folder, and its file without ending."""
    system: str
    rows: int
    figures: Mapping[str, float | None]
    kinds: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Of statements, by kind: how many labels are right, of how many."""


def label_figures(answers: Sequence[Answer], *, confidence: bool = True) -> Figures:
    """The figures of the labels, all shares from 0 to 1; those of the confidence only where there is one."""
    figures: Figures = {"right": accuracy(answers), "false_support": false_support(answers)}
    for label in LABELS:
        figures[f"precision {label}"] = precision(answers, label)
        figures[f"recall {label}"] = recall(answers, label)
    figures |= {"decided": decided(answers), "macro_f1": macro_f1(answers)}
    if confidence:
        figures["ece"] = calibration_error(answers)
        figures["ece_decided"] = calibration_error(only_decided(answers))
    return figures


def on_pairs(name: str, rows: Sequence[Row], watch: Watch) -> Iterator[Result]:
    """The engine and the best ratio on pairs: `statement`, `evidence`, `label`."""
    comparer = Comparer()
    answers = []
    for row in watch(rows):
        try:
            verdict = comparer.compare(row["statement"], row["evidence"])
            answers.append(Answer(row["label"], verdict.label.value, verdict.confidence))
        except InputError:  # empty or overlong: nothing is said of it
            answers.append(Answer(row["label"], UNDECIDED, 1.0))
    yield Result(name, "factcheck", len(rows), label_figures(answers))
    texts = [
        (utils.default_process(row["statement"]), utils.default_process(row["evidence"])) for row in rows
    ]
    scores = {ratio: [scorer(one, other) for one, other in texts] for ratio, scorer in RATIOS.items()}
    gold = [row["label"] for row in rows]
    best = best_ratio(scores, gold)
    given = best.answers(scores[best.name], gold)
    yield Result(name, best.system, len(rows), label_figures(given, confidence=False))


def on_statements(name: str, rows: Sequence[Row], workspace: Workspace, watch: Watch) -> Iterator[Result]:
    """The engine and the best ratio on statements: `statement`, `label`, `quote` or null, `kind`."""
    wanted = [quote_places(row.get("quote"), workspace) for row in rows]
    answers: list[Answer] = []
    found: list[list[list[Place]]] = []
    for row in watch(rows):
        try:
            verdict = workspace.lookup(row["statement"], limit=max(DEPTHS))
        except InputError:
            answers.append(Answer(row["label"], UNDECIDED, 1.0))
            found.append([])
            continue
        answers.append(Answer(row["label"], verdict.label.value, verdict.confidence))
        found.append([[(one.source, one.span) for one in match.evidence] for match in verdict.matches])
    figures = label_figures(answers) | quote_figures(wanted, found)
    yield Result(name, "factcheck", len(rows), figures, by_kind(rows, answers))
    yield _ratio_on_statements(name, rows, workspace, wanted)
    yield _bm25_on_statements(name, rows, workspace, wanted)


def _ratio_on_statements(
    name: str, rows: Sequence[Row], workspace: Workspace, wanted: Sequence[list[Place] | None]
) -> Result:
    """The best ratio between a statement and any wording or quote; the nearest ones' quotes come back."""
    owned = [(utils.default_process(text), one) for one in workspace.candidates for text in one.texts]
    texts = [text for text, _ in owned]
    queries = [utils.default_process(row["statement"]) for row in rows]
    ranked = {
        ratio: [process.extract(query, texts, scorer=scorer, limit=NEAREST) for query in queries]
        for ratio, scorer in RATIOS.items()
    }
    scores = {ratio: [hits[0][1] if hits else 0.0 for hits in several] for ratio, several in ranked.items()}
    gold = [row["label"] for row in rows]
    best = best_ratio(scores, gold)
    given = best.answers(scores[best.name], gold)
    found = [_nearest([owned[place][1] for _, _, place in hits]) for hits in ranked[best.name]]
    figures = label_figures(given, confidence=False) | quote_figures(wanted, found)
    return Result(name, best.system, len(rows), figures, by_kind(rows, given))


def _bm25_on_statements(
    name: str, rows: Sequence[Row], workspace: Workspace, wanted: Sequence[list[Place] | None]
) -> Result:
    """BM25 over every wording and quote; it gives no labels."""
    owned = [(text, one) for one in workspace.candidates for text in one.texts]
    index = BM25([text for text, _ in owned])
    ranked = [index.rank(row["statement"], NEAREST) for row in rows]
    found = [_nearest([owned[place][1] for place in places]) for places in ranked]
    return Result(name, NAME, len(rows), quote_figures(wanted, found))


def _nearest(ordered: Sequence[Candidate]) -> list[list[Place]]:
    """The places of the first candidates, each candidate once."""
    firsts: list[Candidate] = []
    for candidate in ordered:
        if not any(candidate is other for other in firsts):
            firsts.append(candidate)
        if len(firsts) == max(DEPTHS):
            break
    return [[(document.source.id, span) for document, span, _ in one.passages] for one in firsts]


def by_kind(rows: Sequence[Row], answers: Sequence[Answer]) -> dict[str, tuple[int, int]]:
    """By kind of statement, in the order of the set: how many labels are right, of how many."""
    counts: dict[str, tuple[int, int]] = {}
    for row, answer in zip(rows, answers, strict=True):
        kind = str(row.get("kind", "other"))
        right, whole = counts.get(kind, (0, 0))
        counts[kind] = right + answer.right, whole + 1
    return counts
