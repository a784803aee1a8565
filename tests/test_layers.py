"""Imports go downward only, as the picture of the house says: read from the source, held against it."""

import ast
from pathlib import Path

import pytest

import factcheck

PACKAGE = Path(factcheck.__file__).parent
LAYERS = (
    "records curated model errors text fragments spans files locks mends tomlfile schema datafiles finding "
    "config contents documents digests fingerprint items",
    "language",
    "claims sources statements anchor index similarity align calibrate scoring citation inquiry cache",
    "conflicts",  # what clashes between texts that are aligned
    "measure",  # of a pair, before it is decided
    "compiled readings",
    "workspace judge",
    "archive",  # a workspace that is read by key
    "drifted",  # `validate` tells it, `fix` mends by it
    "rules",  # what `validate` holds a workspace against
    "lookup comparing validate coverage edit importing prose citing batching",
    "explain reporting",  # ask the use cases again: for their reasons, for a page of all they know
    "api",  # the use cases as methods, for Python
    "reporters exporters",
    "checking",  # statements to what is written of their answers, in any process
    "cli",
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names.split()}
STANDARD_LIBRARY_ONLY = {"records", "curated", "model", "errors", "text", "files", "tomlfile", "datafiles"}
ENTRANCES = {"__init__", "__main__"}
"""They open the package: `__init__` gives the interface out when it is asked for, `__main__` the command."""
FOUNDATION = 0
"""The level whose modules may build on one another."""


def room(path: Path) -> str:
    """The module or subpackage at the top of the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Every module that a file imports, wherever in the file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            # `from factcheck import model` names a module, `from factcheck.model import Span` does not.
            found |= {f"{module}.{alias.name}" for alias in node.names} if module == "factcheck" else {module}
    return found


def rooms_imported(path: Path) -> set[str]:
    """The rooms of the package that a file imports from, its own left out."""
    names = {name.split(".")[1] for name in imported(path) if name.startswith("factcheck.")}
    return {name for name in names if not name.startswith("__")} - {room(path)}


FILES = sorted(path for path in PACKAGE.rglob("*.py") if room(path) not in ENTRANCES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_downward(path):
    level = LEVEL[room(path)]
    upward = {
        name
        for name in rooms_imported(path)
        if LEVEL[name] > level or (LEVEL[name] == level and level > FOUNDATION)
    }
    assert not upward


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_click_is_only_in_the_command_line(path):
    outside = {name.split(".")[0] for name in imported(path)}
    assert "click" not in outside or room(path) == "cli"


@pytest.mark.parametrize("name", sorted(STANDARD_LIBRARY_ONLY))
def test_the_foundation_needs_nothing_installed(name):
    outside = {module.split(".")[0] for module in imported(PACKAGE / f"{name}.py")}
    assert not outside & {"rapidfuzz", "tabulate", "click"}


def test_the_picture_holds_every_room():
    assert {room(path) for path in FILES} <= set(LEVEL)
