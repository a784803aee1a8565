"""`fix` and `add`, killed at random moments: every file is whole, and what was reported is there."""

import os
import random
import signal
import subprocess
import time

import pytest

from factcheck.edit.applying import LOCK_FILE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
QUOTE = "Over three hundred people work in the port today."
COMMANDS = {
    "fix": ["fix"],
    "add": [
        "add",
        "--statement",
        "Divers of the port number about forty.",
        "--quote",
        "about forty of them are divers",
    ],
}
TIMES = 8
"""Of each command; `benchmarks/kill.py` does it 300 times."""


def contents(folder):
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".factcheck-")
    }


def killed(shell, command, moment):
    """Start a command, kill it and give what it had printed by then."""
    process = subprocess.Popen(
        [*shell.command, *COMMANDS[command]],
        cwd=shell.folder,
        env={**shell.environment, "FACTCHECK_CACHE_DIR": ""},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while process.poll() is None and not (shell.folder / LOCK_FILE).exists():
        time.sleep(0.0005)
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    return process.communicate(timeout=60)[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_kill_leaves_the_old_files_or_the_new(shell, port, command):
    claims = port.claims.replace(QUOTE, QUOTE.upper())
    old = contents(port.write(claims=claims))
    assert shell(*COMMANDS[command]).returncode == 0
    new = contents(shell.folder)
    assert old != new
    draw = random.Random(20250722)
    for _ in range(TIMES):
        for path in new.keys() - old.keys():
            (shell.folder / path).unlink(missing_ok=True)
        port.write(claims=claims)
        output = killed(shell, command, draw.uniform(0, 0.03))
        left = contents(shell.folder)
        assert left in (old, new)
        assert left == new or (b"mended" not in output and b"added" not in output)
    assert shell("fix").returncode == 0
