"""Batches against `process.extract`, for `benchmarks.speed`: two processes, retrieval alone and with verdicts."""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Iterator
from pathlib import Path

from benchmarks.archive import Figure, changed, written
from benchmarks.peers import BASELINE, OURS, TEXTS
from benchmarks.processes import Ran, python
from benchmarks.synthetic import SMALL, statements

BARS = {"retrieval alone": 500.0, "with verdicts": 100.0}
SCALING = 1.8
STATEMENTS = 2_000
"""Of a batch: enough that what processes take to start does not count."""


def batches(folder: Path, claims: int, engine: str, options: argparse.Namespace) -> Iterator[Figure]:
    """Two processes against `process.extract`, both by the processor time of a statement, and against one."""
    texts = list(statements(claims))
    count = STATEMENTS // 10 if options.quick else STATEMENTS
    asked = [query for _, query in changed(texts, SMALL, min(count, claims))]
    root, theirs = written(folder, claims, engine), folder / f"peers-synthetic-{claims}"
    theirs.mkdir(exist_ok=True)
    (theirs / TEXTS).write_text("\n".join(texts), encoding="utf-8")
    extract = _asked(BASELINE, theirs, asked, options)
    alone = _asked(OURS.name, root, asked, options)
    yield _against("retrieval alone", engine, claims, extract, alone[0] / 2, alone[1])
    one, two = (_checked(folder, root, asked, jobs) for jobs in (1, 2))
    yield _against("with verdicts", engine, claims, extract, 1000 * two.cpu / len(asked) / 2, len(asked))
    detail = f"{len(asked)} statements: {one.wall:.1f} s / {two.wall:.1f} s by the clock"
    yield Figure(
        "two processes / one, clock", engine, claims, one.wall / two.wall, SCALING, detail, least=True
    )
    detail = f"{one.cpu:.1f} s, {two.cpu:.1f} s of the processor"
    value = 2 * one.cpu / two.cpu
    yield Figure("two processes / one, processor", engine, claims, value, SCALING, detail, least=True)


def _against(
    kind: str, engine: str, claims: int, theirs: tuple[float, int], ours: float, count: int
) -> Figure:
    detail = (
        f"{theirs[0]:.1f} ms ({theirs[1]} statements) / {ours:.2f} ms of each of two processors ({count})"
    )
    bar = BARS[kind] if claims == 100_000 else None
    return Figure(f"extract / batch, {kind}", engine, claims, theirs[0] / ours, bar, detail, least=True)


def _asked(name: str, folder: Path, asked: list[str], options: argparse.Namespace) -> tuple[float, int]:
    """Milliseconds of processor time a statement, and how many were answered in the time there is."""
    command = ["-m", "benchmarks.peers", "ask", name, str(folder), "--seconds", str(options.seconds)]
    times: list[float] = json.loads(python(command, folder, json.dumps(asked)).output)["cpu"]
    return statistics.mean(times), len(times)


def _checked(folder: Path, root: Path, asked: list[str], jobs: int) -> Ran:
    """`factcheck check` with so many processes, from its start to its end."""
    path, out = folder / "asked.jsonl", folder / "answers.jsonl"
    path.write_text("".join(json.dumps({"statement": text}) + "\n" for text in asked), encoding="utf-8")
    command = ["-m", "factcheck", "check", str(path), "--output-format", "jsonl", "-o", str(out)]
    return python([*command, "--jobs", str(jobs), "--fail-on", "never", "--workspace", str(root)], folder)
