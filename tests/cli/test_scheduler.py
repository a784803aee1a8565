"""`factcheck check --scheduler`, on a real cluster of several processes."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

pytest.importorskip("distributed")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
SAID = [
    "Over three hundred people work in the port of Porto Lume.",
    "Over five hundred people work in the port of Porto Lume.",
    "The port of Porto Lume reopened in May 2023.",
    "The port signed an agreement with the railway in May 2024.",
    "The moon is made of green cheese.",
    "What is open?",
]
ARTICLE = (
    "# The port\n\nInes Varga says: “Over four hundred people work in the port today.” It reopened in 2024.\n"
)


@dataclass
class Cluster:
    """A scheduler and workers, each a process of its own."""

    folder: Path
    environment: dict[str, str]
    address: str = ""
    scheduler: subprocess.Popen[bytes] | None = None
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, workers: int) -> None:
        self.scheduler = self._process("scheduler", "--host", "127.0.0.1", "--port", "0")
        self.address = self._told("scheduler", r"Scheduler at:\s+(tcp://\S+)")
        for _ in range(workers):
            self.add()

    def add(self) -> None:
        number = len(self.workers)
        arguments = [self.address, "--nthreads", "1", "--no-nanny", "--local-directory", str(self.folder)]
        self.workers.append(self._process(f"worker{number}", *arguments))
        self._told(f"worker{number}", r"Registered to:\s+(tcp://\S+)")

    def _process(self, name: str, *arguments: str) -> subprocess.Popen[bytes]:
        module = "dask_scheduler" if name == "scheduler" else "dask_worker"
        with (self.folder / f"{name}.log").open("wb") as log:
            return subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.{module}", *arguments, "--no-dashboard"],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                env=self.environment,
                cwd=self.folder,
            )

    def _told(self, name: str, pattern: str) -> str:
        patience = time.monotonic() + 60
        while time.monotonic() < patience:
            text = (self.folder / f"{name}.log").read_text(encoding="utf-8", errors="replace")
            if found := re.search(pattern, text):
                return found[1]
            time.sleep(0.05)
        raise AssertionError((self.folder / f"{name}.log").read_text(encoding="utf-8", errors="replace"))

    def end(self) -> None:
        for process in (*self.workers, self.scheduler):
            if process is not None:
                process.kill()
                process.wait(timeout=30)


@pytest.fixture
def cluster(shell, tmp_path):
    """Starts clusters, and ends them."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    made = Cluster(folder, {**shell.environment, "LC_ALL": "C.UTF-8"})
    yield made
    made.end()


@pytest.fixture
def some(port_folder):
    """Statements for several batches, with lines among them that give none, and an article."""
    lines = [json.dumps({"statement": SAID[number % len(SAID)]}) for number in range(600)]
    lines[150:150] = ["{broken", ""]
    (port_folder / "some.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (port_folder / "a.md").write_text(ARTICLE, encoding="utf-8")
    return ["a.md", "some.jsonl", "claims/port.toml"]


def wait_for_lines(path, count, process):
    while process.poll() is None and (not path.exists() or path.read_bytes().count(b"\n") < count):
        time.sleep(0.01)
    assert process.poll() is None, process.communicate()


def started(shell, *arguments):
    return subprocess.Popen(
        [*shell.command, "check", *arguments],
        cwd=shell.folder,
        env=shell.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_cluster_gives_what_one_process_gives(shell, some, cluster):
    cluster.start(2)
    for output_format in ("jsonl", "json"):
        wanted = shell("check", *some, "--output-format", output_format)
        found = shell("check", *some, "--output-format", output_format, "--scheduler", cluster.address)
        assert (found.returncode, found.stderr) == (wanted.returncode, b"")
        assert found.stdout == wanted.stdout


def test_the_batches_of_a_lost_worker_are_done_again(shell, some, cluster):
    wanted = shell("check", *some, "--output-format", "jsonl").stdout
    cluster.start(3)
    arguments = [*some, "--output-format", "jsonl", "-o", "out", "--scheduler", cluster.address]
    process = started(shell, *arguments)
    wait_for_lines(shell.folder / "out", 3, process)
    cluster.workers[0].kill()
    printed, told = process.communicate(timeout=60)
    assert (process.returncode, printed, told) == (1, b"", b"")
    assert (shell.folder / "out").read_bytes() == wanted


def test_where_the_scheduler_goes_another_run_goes_on(shell, some, cluster):
    wanted = shell("check", *some, "--output-format", "csv").stdout
    cluster.start(1)
    arguments = [*some, "--output-format", "csv", "-o", "out"]
    process = started(shell, *arguments, "--scheduler", cluster.address)
    wait_for_lines(shell.folder / "out", 5, process)
    cluster.scheduler.kill()
    _, told = process.communicate(timeout=60)
    assert process.returncode == 2
    assert f"{cluster.address}: the scheduler is gone".encode() in told
    assert b"--resume goes on" in told
    assert b"Traceback" not in told
    assert shell("check", *arguments, "--resume").returncode == 1
    assert (shell.folder / "out").read_bytes() == wanted


def test_ctrl_c_ends_it_and_leaves_the_cluster_to_others(shell, some, cluster):
    cluster.start(1)
    arguments = [*some, "--output-format", "jsonl", "-o", "out", "--scheduler", cluster.address]
    process = started(shell, *arguments)
    wait_for_lines(shell.folder / "out", 5, process)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in told
    assert shell("check", *arguments, "--resume").returncode == 1
    assert (shell.folder / "out").read_bytes() == shell("check", *some, "--output-format", "jsonl").stdout


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nowhere", "carrier-pigeon://loft:1"])
def test_a_scheduler_that_does_not_answer_is_told(shell, some, address):
    result = shell("check", *some, "--scheduler", address)
    assert result.returncode == 2
    assert f"{address}: no scheduler answers".encode() in result.stderr
    assert b"Traceback" not in result.stderr
