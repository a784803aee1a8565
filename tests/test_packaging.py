"""What ships: the built package of a checkout, or the installed one."""

import hashlib
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import factcheck

PACKAGE = Path(factcheck.__file__).parent
ROOT = Path(__file__).parents[1]
INTERVIEW = "b0134ed635bec8f9433ed0dbb015b56f838c2af8ff3c4c9f91bb427575540ef2"


def setup_py(*arguments):
    command = [sys.executable, "setup.py", "--quiet", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """The package as it is installed: built from the checkout, or the installed one itself."""
    if (PACKAGE / "bundled").is_dir():
        return PACKAGE
    folder = tmp_path_factory.mktemp("build")
    setup_py("egg_info", "--egg-base", str(folder), "build", "--build-base", str(folder / "base"),
             "--build-lib", str(folder / "lib"))  # fmt: skip
    return folder / "lib" / "factcheck"


def test_the_workspace_ships_inside(shipped):
    bundled = shipped / "bundled"
    text = (bundled / "src_text" / "ukrinform-gusev-interview.txt").read_bytes()
    assert hashlib.sha256(text).hexdigest() == INTERVIEW
    for folder in ("claims", "src_text"):
        ours = sorted(path.name for path in (ROOT / folder).iterdir() if not path.name.startswith("."))
        assert sorted(path.name for path in (bundled / folder).iterdir()) == ours


def test_the_interview_keeps_its_owner_beside_it(shipped):
    assert "© Ukrinform" in (shipped / "bundled" / "src_text" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    [
        *("py.typed", "schemas/claims.schema.json", "schemas/coverage.schema.json", "data/lexicon.bin"),
        *(f"reporters/html/templates/{part}" for part in ("page.html", "report.css", "report.js")),
    ],
)
def test_data_ships(shipped, name):
    assert (shipped / name).is_file()


def test_every_module_ships(shipped):
    def modules(package):
        return {str(path.relative_to(package)) for path in package.rglob("*.py")}

    assert modules(shipped) == modules(PACKAGE)


def test_the_shipped_command_answers_from_an_empty_folder(shipped, tmp_path):
    command = [sys.executable, "-m", "factcheck", "validate", "--fail-on", "warning"]
    result = subprocess.run(
        command,
        cwd=tmp_path,
        env={"PYTHONPATH": str(shipped.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "no faults" in result.stdout
    assert "bundled" in result.stderr


def test_metadata():
    if (PACKAGE / "bundled").is_dir():
        metadata = importlib.metadata.metadata("factcheck-cli")
        found = [metadata[key] for key in ("Name", "Version", "License")]
    else:
        found = setup_py("--name", "--version", "--license").split()
    assert found == ["factcheck-cli", factcheck.__version__, "MIT"]


def test_the_version_is_one_of_semantic_versioning():
    assert re.fullmatch(r"\d+\.\d+\.\d+", factcheck.__version__)


def test_the_metadata_stays_in_setup_py():
    assert "project" not in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
