"""Every command that the README shows is run, and what it prints is held against the text.

`UPDATE_GOLDEN=1` writes what is printed into the README instead.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.skipif(not README.exists(), reason="no README beside the tests")


def blocks(language):
    return [match[2] for match in BLOCK.finditer(README.read_text(encoding="utf-8")) if match[1] == language]


@pytest.fixture
def shell(tmp_path):
    """Runs a line as a reader would, in a folder of its own, with this Python's `factcheck` first."""
    (tmp_path / "bin").mkdir()
    for name, words in (("factcheck", "-m factcheck"), ("python3", "")):
        command = tmp_path / "bin" / name
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n')
        command.chmod(0o755)
    folder = tmp_path / "reader"
    folder.mkdir()
    environment = {
        **os.environ,
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "FACTCHECK_CACHE_DIR": str(tmp_path / "cache"),
    }
    if (ROOT / "factcheck").is_dir():
        environment["PYTHONPATH"] = str(ROOT)
    for name in ("FACTCHECK_WORKSPACE", "FACTCHECK_OUTPUT_FORMAT", "GITHUB_ACTIONS", "FORCE_COLOR"):
        environment.pop(name, None)

    def run(line):
        done = subprocess.run(
            ["sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
        )
        assert "Traceback" not in done.stderr
        return done.stdout

    return run


def session(block, run):
    """The block with what its commands print now."""
    lines = []
    for line in block.splitlines():
        if line.startswith("$ "):
            if lines:
                lines.append("")
            lines.append(line)
            lines += run(line[2:]).splitlines()
    return "".join(f"{line}\n" for line in "\n".join(lines).strip("\n").split("\n"))


@pytest.mark.parametrize("number", range(len(blocks("console")) if README.exists() else 0))
def test_sessions_print_what_the_readme_shows(number, shell):
    shown = blocks("console")[number]
    printed = session(shown, shell)
    if os.environ.get("UPDATE_GOLDEN"):
        README.write_text(README.read_text(encoding="utf-8").replace(shown, printed), encoding="utf-8")
    else:
        assert printed == shown


def test_the_python_example_runs(shell, tmp_path):
    (tmp_path / "reader" / "example.py").write_text(blocks("python")[0], encoding="utf-8")
    assert shell("python3 example.py").startswith("supported ")


def test_the_claim_shown_is_one_that_validates(shell, tmp_path):
    claims = tmp_path / "reader" / "claims"
    claims.mkdir()
    shutil.copytree(ROOT / "src_text", tmp_path / "reader" / "src_text")
    (claims / "shown.toml").write_text(blocks("toml")[0], encoding="utf-8")
    assert tomllib.loads(blocks("toml")[0])["claim"]
    assert "no faults" in shell("factcheck validate")


def test_the_set_up_lines_are_one_line_each():
    for block in blocks("sh"):
        assert block.count("\n") == 1
