"""Measure the start of the command, and lookups in one process: `python -m benchmarks.cold`.

A wheel is built from the checkout and installed into a fresh environment (pip compiles it), and whole
processes are timed from an empty folder, alternating, by the operating system's own accounting (user and
system time of each process, and the clock): a Python that does nothing, one that imports the library that
a lookup needs, one that imports click as well, and a lookup on the bundled claims, with an empty cache
folder each time and with a filled one. That one holds what was read in the texts which the same statement
was held against before; another statement's texts are read anew once. On a shared machine ratios of
processor time say most. Then the statements of the development set are looked up in one process: once, and
once more. A package index must be at hand, or the environment that `--environment DIR` names, where
factcheck is installed already. Gives 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tabulate import tabulate

ROOT = Path(__file__).parents[1]
STATEMENTS = ROOT / "benchmarks" / "data" / "statements" / "interview_dev.jsonl"
STATEMENT = (
    "Since 2022, over three thousand Ukrainian children have received rehabilitation treatment in Azerbaijan"
)
LABEL = "refuted"
"""What the answer to STATEMENT begins with: a process that fails would be fast."""
FIRST, CACHED = "lookup, empty cache", "lookup, cached"
NOTHING = "python -c pass"
WARM_BAR = 5.0
"""Milliseconds, at the median."""
WARM = """
import json, sys, time
import factcheck

workspace = factcheck.open_workspace()
statements = json.loads(sys.stdin.read())
workspace.lookup(statements[0])
passes = []
for _ in range(int(sys.argv[1])):
    times = []
    for statement in statements:
        began = time.process_time()
        workspace.lookup(statement)
        times.append(1000 * (time.process_time() - began))
    passes.append(times)
print(json.dumps(passes))
"""


class Spent(NamedTuple):
    """What a process took, in milliseconds."""

    cpu: float
    wall: float


def main() -> int:
    """Measure, print a table or JSON, and give 1 where a bar is missed."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--runs", type=int, default=25, help="of each process (default: 25)")
    parser.add_argument("--bar", type=float, default=9.0, help=f"cached lookup / {NOTHING} (default: 9)")
    parser.add_argument("--statement", default=STATEMENT)
    parser.add_argument("--environment", type=Path, metavar="DIR", help="measure what is installed there")
    parser.add_argument("--output-format", choices=["text", "json"], default="text")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="factcheck-cold-") as name:
        folder = Path(name)
        scripts = (options.environment or installed(folder)).absolute() / "bin"
        cold = measured_cold(scripts, folder, options.statement, options.runs)
        warm = measured_warm(scripts, folder)
    figures = {"runs": options.runs, "cold": cold, "warm": warm}
    print(json.dumps(figures, indent=2) if options.output_format == "json" else table(cold, warm))
    missed = cold[CACHED]["cpu_ratio"] > options.bar or warm["again"]["median_ms"] > WARM_BAR
    return 1 if missed else 0


def installed(folder: Path) -> Path:
    """A fresh environment with a wheel of the checkout in it."""
    source, environment, wheels = folder / "source", folder / "environment", folder / "wheels"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "venv"))
    venv.create(environment, with_pip=True, symlinks=os.name == "posix")
    pip = [str(environment / "bin" / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    for arguments in (["wheel", "--no-deps", "--wheel-dir", str(wheels), str(source)], ["install"]):
        built = [str(path) for path in wheels.glob("*.whl")] if arguments == ["install"] else []
        subprocess.run([*pip, *arguments, *built], check=True, env=environment_of(folder), stdout=sys.stderr)
    return environment


def environment_of(cache: Path) -> dict[str, str]:
    """The variables of a measured process: nothing of this Python's, and a cache folder of its own."""
    foreign = ("PYTHON", "FACTCHECK", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return {**kept, "FACTCHECK_CACHE_DIR": str(cache)}


def measured_cold(scripts: Path, folder: Path, statement: str, runs: int) -> dict[str, dict[str, float]]:
    """Medians in milliseconds, and their ratios to those of a Python that does nothing, by process."""
    python, lookup = str(scripts / "python"), [str(scripts / "factcheck"), "lookup", statement]
    commands = {
        NOTHING: [python, "-c", "pass"],
        "import rapidfuzz.fuzz": [python, "-c", "import rapidfuzz.fuzz"],
        "import click, rapidfuzz.fuzz": [python, "-c", "import click, rapidfuzz.fuzz"],
        FIRST: lookup,
        CACHED: lookup,
    }
    empty, filled = folder / "empty", folder / "filled"
    empty.mkdir()
    answer = subprocess.run(lookup, cwd=empty, env=environment_of(filled), capture_output=True, text=True)
    if answer.returncode not in (0, 1) or (statement == STATEMENT and not answer.stdout.startswith(LABEL)):
        raise SystemExit(f"the lookup fails:\n{answer.stdout}{answer.stderr}")
    spent: dict[str, list[Spent]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            cache = folder / f"cache-{number}" if name == FIRST else filled
            one = run(command, empty, environment_of(cache))
            if number:  # the first round warms the machine
                spent[name].append(one)
            if name == FIRST:
                shutil.rmtree(cache)
    return ratios(spent)


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Spent:
    """Run a process to its end, its output going nowhere."""
    nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    os.chdir(folder)
    began = time.perf_counter()
    process = os.posix_spawn(command[0], list(command), environment, file_actions=nowhere)
    _, _, usage = os.wait4(process, 0)
    wall = time.perf_counter() - began
    return Spent(1000 * (usage.ru_utime + usage.ru_stime), 1000 * wall)


def ratios(spent: Mapping[str, Sequence[Spent]]) -> dict[str, dict[str, float]]:
    """The medians of each process, and how often they hold those of NOTHING."""
    medians = {
        name: Spent(statistics.median(one.cpu for one in times), statistics.median(one.wall for one in times))
        for name, times in spent.items()
    }
    base = medians[NOTHING]
    return {
        name: {
            "cpu_ms": round(one.cpu, 1),
            "cpu_ratio": round(one.cpu / base.cpu, 2),
            "wall_ms": round(one.wall, 1),
            "wall_ratio": round(one.wall / base.wall, 2),
        }
        for name, one in medians.items()
    }


def measured_warm(scripts: Path, folder: Path) -> dict[str, dict[str, float]]:
    """Median and 95th percentile in milliseconds of lookups in one process, and of the same once more."""
    lines = STATEMENTS.read_text(encoding="utf-8").splitlines()
    statements = json.dumps([json.loads(line)["statement"] for line in lines])
    ran = subprocess.run(
        [str(scripts / "python"), "-c", WARM, "2"],
        input=statements,
        check=True,
        capture_output=True,
        text=True,
        cwd=folder / "empty",
        env=environment_of(folder / "filled"),
    )
    first, again = json.loads(ran.stdout)
    return {"first": spread(first), "again": spread(again)}


def spread(times: Sequence[float]) -> dict[str, float]:
    """The median and the 95th percentile."""
    return {
        "median_ms": round(statistics.median(times), 2),
        "p95_ms": round(statistics.quantiles(times, n=20)[-1], 2),
    }


def table(cold: Mapping[str, Mapping[str, float]], warm: Mapping[str, Mapping[str, float]]) -> str:
    """The figures for people."""
    rows = [[name, *row.values()] for name, row in cold.items()]
    headers = ["process", "CPU ms", "ratio", "wall ms", "ratio"]
    warm_rows = [[name, *row.values()] for name, row in warm.items()]
    parts = (
        tabulate(rows, headers, tablefmt="github"),
        tabulate(warm_rows, ["lookup in one process", "median CPU ms", "p95 CPU ms"], tablefmt="github"),
    )
    return "\n\n".join(parts)


if __name__ == "__main__":
    raise SystemExit(main())
