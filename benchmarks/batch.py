"""Measure batches: `python -m benchmarks.batch`.

The statements of `benchmarks/data/statements`, on end as often as it takes, go through `factcheck check` to
JSON Lines, whole processes timed from start to end: by one process and by two, in turn, so that what else the
machine does falls on both. Printed: statements a second and a core, the ratio of the two, the largest memory
of one process over a file and over one `--longer` times as long.

`--archive N` measures N synthetic claims (`benchmarks.synthetic`) instead, indexed beforehand, and holds two
processes against rapidfuzz: `process.extract` with `token_set_ratio` over the claims' statements, one call a
statement, on `--sample` of the statements.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from tabulate import tabulate

ROOT = Path(__file__).resolve().parents[1]
STATEMENTS = ROOT / "benchmarks" / "data" / "statements"
SCALING, SPEED, GROWTH = 1.8, 100.0, 1.1
"""The bars: two processes over one, two processes over rapidfuzz, memory of a longer file over a shorter one."""
SHARES = (0.2, 0.4)
"""Of the words of a claim that are changed to make a statement about it."""


class Ran(NamedTuple):
    """A run of the command: seconds from start to end, megabytes of its largest process."""

    seconds: float
    megabytes: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print tables, and give 1 where a bar is missed."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="benchmarks.batch", description=__doc__, formatter_class=layout)
    parser.add_argument("--statements", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=3, help="of each kind; the fastest counts (default: 3)")
    parser.add_argument(
        "--longer", type=int, default=4, help="of the file for memory; 0 for none (default: 4)"
    )
    parser.add_argument("--archive", type=int, default=0, metavar="N", help="measure N synthetic claims")
    parser.add_argument("--sample", type=int, default=100, help="statements for rapidfuzz (default: 100)")
    parser.add_argument("--bar", type=float, default=SCALING)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="factcheck-batch-") as name:
        folder = Path(name)
        if not options.archive:
            return _measure(folder, ROOT, list(islice(cycle(_said()), options.statements)), options)
        from benchmarks.synthetic import Changer, statements, write_archive

        write_archive(folder / "archive", options.archive)
        _prepare(folder / "archive")
        claims = list(statements(options.archive))
        step = max(1, len(claims) // options.statements)
        changer = Changer()
        asked = [changer.changed(claim, SHARES) for claim in claims[::step]][: options.statements]
        return _measure(folder, folder / "archive", asked, options, claims)


def _said() -> Iterator[str]:
    for path in sorted(STATEMENTS.glob("*.jsonl")):
        yield from (json.loads(line)["statement"] for line in path.open(encoding="utf-8"))


def _prepare(archive: Path) -> None:
    """Build the index, and tell how long that took."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "factcheck", "index", "--workspace", str(archive)], check=True, cwd=ROOT
    )
    print(f"index: {time.perf_counter() - began:.1f} s")


def _measure(
    folder: Path,
    workspace: Path,
    asked: Sequence[str],
    options: argparse.Namespace,
    claims: Sequence[str] | None = None,
) -> int:
    path = _write(folder / "asked.jsonl", asked)
    first = _run(folder, workspace, path, 1)  # what is kept between runs is kept from now on
    runs: dict[int, list[Ran]] = {1: [], 2: []}
    for _ in range(options.runs):
        for jobs, found in runs.items():
            found.append(_run(folder, workspace, path, jobs))
    best = {jobs: min(ran.seconds for ran in found) for jobs, found in runs.items()}
    rows = [
        [jobs, f"{best[jobs]:.1f}", f"{len(asked) / best[jobs] / jobs:.0f}", f"{runs[jobs][0].megabytes:.0f}"]
        for jobs in runs
    ]
    print(f"{len(asked):,} statements; the first run took {first.seconds:.1f} s")
    print(tabulate(rows, ["processes", "s", "statements/s/core", "MB a process"], tablefmt="github"))
    ratio = best[1] / best[2]
    print(f"two processes over one: {ratio:.2f} (bar {options.bar})")
    missed = ratio < options.bar
    if options.longer:
        longer = _write(folder / "longer.jsonl", list(asked) * options.longer)
        after = _run(folder, workspace, longer, 1).megabytes
        before = runs[1][0].megabytes
        print(
            f"memory over a file {options.longer} times as long: {after:.0f} MB, {after / before:.2f} times"
        )
        missed |= after / before > GROWTH
    if claims is not None:
        theirs = _rapidfuzz(asked, claims, options.sample)
        ours = best[2] / len(asked)
        told = f"{1000 * theirs:.1f} ms a statement, {theirs / ours:.0f} times ours ({1000 * ours:.2f} ms)"
        print(f"rapidfuzz process.extract, token_set_ratio: {told} (bar {SPEED:.0f})")
        missed |= theirs / ours < SPEED
    return int(missed)


def _write(path: Path, asked: Sequence[str]) -> Path:
    path.write_text("".join(json.dumps({"statement": text}) + "\n" for text in asked), encoding="utf-8")
    return path


def _run(folder: Path, workspace: Path, path: Path, jobs: int) -> Ran:
    """Check a file in a process of its own."""
    arguments = ["check", str(path), "--output-format", "jsonl", "-o", str(folder / "out.jsonl")]
    command = [sys.executable, "-m", "factcheck", *arguments, "--jobs", str(jobs), "--fail-on", "never"]
    began = time.perf_counter()
    process = subprocess.Popen([*command, "--workspace", str(workspace)], cwd=ROOT)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status):
        raise SystemExit("the run failed")
    lines = sum(1 for _ in (folder / "out.jsonl").open("rb"))
    if lines != sum(1 for _ in path.open("rb")):
        raise SystemExit("not every statement was answered")
    return Ran(seconds, used.ru_maxrss / 1024)


def _rapidfuzz(asked: Sequence[str], claims: Sequence[str], sample: int) -> float:
    """Seconds a statement of `process.extract`, one call each."""
    from rapidfuzz import fuzz, process

    drawn = asked[:: max(1, len(asked) // sample)][:sample]
    began = time.perf_counter()
    for text in drawn:
        process.extract(text, claims, scorer=fuzz.token_set_ratio, limit=3)
    return (time.perf_counter() - began) / len(drawn)


if __name__ == "__main__":
    sys.exit(main())
