"""Kill `factcheck fix` and `factcheck add` while they run: `python -m benchmarks.kill [--times 300]`.

Each time a workspace that needs mending is written, one of the two is started in a process of its own and
killed (SIGKILL) at a random moment: half of the times anywhere in its run, half of the times within the
milliseconds after it has taken the lock, when it is writing. Afterwards every file must be whole, the old one or
the new one to the byte, and what the command had reported as written must be there.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

SEED = 20250722
TEXT = "The port of Porto Lume reopened in March 2024. It employs “three hundred” people.\n"
QUOTE = 'It employs "three hundred" people.'
STATEMENT = "The port of Porto Lume reopened in March 2024."
CLAIMS = """\
# A comment that has to survive.
[[claim]]
id = "staff"
statement = "The port employs three hundred people."

[[claim.evidence]]
source = "port"
quote = 'It employs "three hundred" people.'  # straight marks
"""
SOURCES = """\
[[source]]
id = "port"
path = "src_text/port.txt"
sha256 = "{sha256}"
title = "The port"
kind = "article"
publisher = "Nobody"
issued = "2024"
"""
COMMANDS = {"fix": ("fix",), "add": ("add", "--statement", STATEMENT, "--quote", STATEMENT, "--tag", "port")}
WRITING = 0.03
"""Seconds within which a run that holds the lock is killed, for the half that is killed while it writes."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a killed run left: `state` is `old` or `new`; `reported` whether it had said that it wrote."""

    command: str
    state: str
    reported: bool
    finished: bool


class Broken(Exception):
    """A file that is neither the old one nor the new one, or lacks what was reported."""


def main() -> int:
    """Kill as often as asked and count. Gives 1 where a file was broken."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=300)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="factcheck-kill-") as folder:
        counts, broken = kill_often(Path(folder), options.times, random.Random(SEED))
    for (command, state, reported, finished), count in sorted(counts.items()):
        told = "reported" if reported else "not reported"
        print(f"{command:4} {'finished' if finished else 'killed':8} {state:4} {told:12} {count:4}")
    print(f"{options.times} times: {len(broken)} broken")
    for message in broken:
        print(message)
    return 1 if broken else 0


def kill_often(
    folder: Path, times: int, draw: random.Random
) -> tuple[Counter[tuple[str, str, bool, bool]], list[str]]:
    """Kill `times` runs, fix and add in turn; what they left, and what was wrong."""
    whole, usual = {}, {}
    for command in COMMANDS:
        root = written(folder / f"whole-{command}")
        began = time.perf_counter()
        start(root, command).communicate(timeout=60)
        usual[command] = time.perf_counter() - began
        whole[command] = contents(root)
    counts: Counter[tuple[str, str, bool, bool]] = Counter()
    broken = []
    for number in range(times):
        command = list(COMMANDS)[number % len(COMMANDS)]
        root = written(folder / f"{number}")
        try:
            found = killed(root, command, whole[command], usual[command], draw, number % 4 > 1)
            counts[found.command, found.state, found.reported, found.finished] += 1
        except Broken as error:
            broken.append(f"{number}: {command}: {error}")
    return counts, broken


def killed(
    root: Path, command: str, new: dict[str, bytes], usual: float, draw: random.Random, writing: bool
) -> Outcome:
    """Start a command, kill it, and hold what is left against the old files and the new ones."""
    old = contents(root)
    process = start(root, command)
    if writing:
        wait_for_lock(root, process)
        time.sleep(draw.uniform(0, WRITING))
    else:
        time.sleep(draw.uniform(0, 1.1 * usual))
    finished = process.poll() is not None
    process.kill()
    output = process.communicate(timeout=60)[0].decode("utf-8", "replace")
    left = contents(root)
    reported = "mended" in output or "added" in output
    if left not in (old, new):
        raise Broken(f"the files are neither the old ones nor the new ones: {left}")
    if reported and left != new:
        raise Broken("what was reported as written is missing")
    again = start(root, "fix").communicate(timeout=60)
    if b"Error" in again[1]:
        raise Broken(f"the next run fails: {again[1].decode()}")
    return Outcome(command, "new" if left == new else "old", reported, finished)


def wait_for_lock(root: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until the run holds the lock, or is over."""
    from factcheck.edit.applying import LOCK_FILE

    while process.poll() is None and not (root / LOCK_FILE).exists():
        time.sleep(0.0005)


def written(root: Path) -> Path:
    """A workspace with a quote whose marks are not those of its source, which `fix` mends."""
    (root / "claims").mkdir(parents=True)
    (root / "src_text").mkdir()
    (root / "claims" / "claims.toml").write_text(CLAIMS, encoding="utf-8")
    data = TEXT.encode()
    (root / "src_text" / "port.txt").write_bytes(data)
    sources = SOURCES.format(sha256=hashlib.sha256(data).hexdigest())
    (root / "src_text" / "sources.toml").write_text(sources, encoding="utf-8")
    return root


def start(root: Path, command: str) -> subprocess.Popen[bytes]:
    """The command in a process of its own."""
    package = str(Path(__file__).parents[1])
    return subprocess.Popen(
        [sys.executable, "-m", "factcheck", *COMMANDS[command]],
        cwd=root,
        env={**os.environ, "PYTHONPATH": package, "FACTCHECK_CACHE_DIR": "", "FACTCHECK_WORKSPACE": ""},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def contents(root: Path) -> dict[str, bytes]:
    """Every file of the workspace that is not a lock or a leftover."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.name.startswith(".factcheck-")
    }


if __name__ == "__main__":
    sys.exit(main())
