"""A small invented workspace, and the command in this process and in one of its own."""

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

import factcheck
from factcheck.cli import cli

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

PORT_TEXT = """\
Ines Varga, harbour master of Porto Lume: The port is open again

The port of Porto Lume reopened in March 2024 after a fire.

THE PORT AND ITS PEOPLE

- How many people work in the port today?

- Over three hundred people work in the port today. According to unofficial figures, about forty of \
them are divers. We did not close the northern quay.

- In May 2024 the port signed an agreement with the railway.

- Our colleagues at the railway deny having signed any agreement with the port. We trust them.

Tomas Reyl
"""

PORT_SOURCES = """\
[[source]]
id = "port"
path = "src_text/port.txt"
sha256 = "{sha256}"
title = "The port is open again"
kind = "interview"
publisher = "Lume Courier"
issued = "2024-06"
language = "en"

[[source.people]]
name = "Ines Varga"
role = "interviewee"
office = "harbour master"

[[source.people]]
name = "Tomas Reyl"
role = "interviewer"

[source.layout]
type = "turns-by-marker"
order = ["Tomas Reyl", "Ines Varga"]
introduction = "Lume Courier"
headings = "capitals"
credit_lines = 1
"""

PORT_CLAIMS = """\
[[claim]]
id = "port-staff"
statement = "Over three hundred people work in the port of Porto Lume."
also = ["The port of Porto Lume employs more than 300 people."]
tags = ["staff", "port"]
note = "As of June 2024."
checked_by = "N. N."
checked_on = "2024-07-01"

[[claim.evidence]]
source = "port"
quote = 'Over three hundred people work in the port today.'
speaker = "Ines Varga"

[[claim]]
id = "port-reopened"
statement = "The port of Porto Lume reopened in March 2024."
tags = ["port"]

[[claim.evidence]]
source = "port"
quote = 'The port of Porto Lume reopened in March 2024 after a fire.'

[[claim]]
id = "railway-agreement"
statement = "The port of Porto Lume signed an agreement with the railway in May 2024."
tags = ["railway"]

[[claim.evidence]]
source = "port"
quote = 'In May 2024 the port signed an agreement with the railway.'

[[claim.evidence]]
source = "port"
quote = 'Our colleagues at the railway deny having signed any agreement with the port.'
stance = "refutes"
"""


class PortWorkspace:
    """Writes the workspace, or variants of it, below a folder."""

    text = PORT_TEXT
    claims = PORT_CLAIMS
    sources = PORT_SOURCES

    def __init__(self, folder: Path):
        self.folder = folder

    def write(self, *, claims: str | None = PORT_CLAIMS, text: str = PORT_TEXT, sha256: str | None = None):
        """The folder, with these claims (None for none) and this text under its right hash, or `sha256`."""
        (self.folder / "claims").mkdir(parents=True, exist_ok=True)
        (self.folder / "src_text").mkdir(exist_ok=True)
        if claims is not None:
            (self.folder / "claims" / "port.toml").write_text(claims, encoding="utf-8")
        data = text.encode("utf-8")
        (self.folder / "src_text" / "port.txt").write_bytes(data)
        digest = sha256 or hashlib.sha256(data).hexdigest()
        sources = PORT_SOURCES.format(sha256=digest)
        (self.folder / "src_text" / "sources.toml").write_text(sources, encoding="utf-8")
        return self.folder


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch):
    for name in (
        *("FACTCHECK_WORKSPACE", "FACTCHECK_OUTPUT_FORMAT", "NO_COLOR", "FORCE_COLOR", "COLUMNS"),
        *("GITHUB_ACTIONS", "GITHUB_WORKFLOW", "GITHUB_WORKSPACE", "GITLAB_CI", "CI_PROJECT_DIR"),
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def port(tmp_path):
    """Writes the invented workspace to a folder of its own."""
    return PortWorkspace(tmp_path / "port")


@pytest.fixture
def port_folder(port):
    """The invented workspace, written."""
    return port.write()


@pytest.fixture
def run(port_folder, monkeypatch):
    """Runs the command in this process, in the invented workspace."""
    monkeypatch.chdir(port_folder)

    def runner(*args: str, stdin: str | bytes | None = None, env: dict[str, str] | None = None) -> Result:
        return CliRunner().invoke(cli, args, input=stdin, env=env, prog_name="factcheck")

    return runner


@dataclass
class Shell:
    """Runs the command in a process of its own."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        names = ("PATH", "HOME", "SYSTEMROOT", "COVERAGE_PROCESS_START")
        inherited = {name: os.environ[name] for name in names if name in os.environ}
        # So that a checkout's package is found from another folder; for an installed one it changes nothing.
        return {**inherited, "PYTHONPATH": str(Path(factcheck.__file__).parents[1]), "PYTHONUTF8": "0"}

    @property
    def command(self) -> list[str]:
        return [sys.executable, "-m", "factcheck"]

    def __call__(
        self, *args: str, stdin: bytes = b"", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*self.command, *args],
            input=stdin,
            capture_output=True,
            cwd=self.folder,
            env={**self.environment, "LC_ALL": "C.UTF-8", **(env or {})},
            timeout=60,
        )


@pytest.fixture
def shell(port_folder):
    """Runs the command in a process of its own, in the invented workspace."""
    return Shell(port_folder)


@pytest.fixture
def golden():
    """Holds text against a file below `golden/`; UPDATE_GOLDEN=1 writes the file instead."""

    def check(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_bytes(text.encode("utf-8"))
        assert text == path.read_bytes().decode("utf-8")

    return check
