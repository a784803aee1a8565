"""Processes that are measured by the operating system's own accounting."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
LAUNCHER = """
import json, resource, subprocess, sys, time

began = time.perf_counter()
ran = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
wall = time.perf_counter() - began
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([ran.returncode, usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss]))
sys.stdout.flush()
sys.stdout.buffer.write(ran.stdout)
"""
"""A process begins with the peak memory of the one that starts it: a small one has to."""


class Ran(NamedTuple):
    """What a process took, and what it printed."""

    cpu: float
    """Seconds, with its children's."""
    wall: float
    peak: int
    """Kilobytes."""
    output: str


def python(arguments: Sequence[str], folder: Path, told: str = "") -> Ran:
    """Run this Python with arguments to its end; `told` is its standard input, `folder` has its cache."""
    command = [sys.executable, *arguments]
    ran = subprocess.run(
        [sys.executable, "-S", "-c", LAUNCHER, *command],
        input=told,
        check=True,
        capture_output=True,
        text=True,
        env=environment(folder),
        cwd=ROOT,
    )
    head, _, output = ran.stdout.partition("\n")
    code, cpu, wall, peak = json.loads(head)
    if code not in (0, 1):
        raise SystemExit(f"{' '.join(command)} fails")
    return Ran(cpu, wall, peak, output)


def environment(folder: Path) -> dict[str, str]:
    """The variables of a measured process, with a cache folder of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FACTCHECK")}
    return {**kept, "PYTHONPATH": str(ROOT), "FACTCHECK_CACHE_DIR": str(folder / "cache")}
