"""Articles about the two workspaces of the tests: the interview that ships, and the invented port."""

from pathlib import Path

import pytest

from factcheck.finding import Place, bundled_root
from factcheck.prose.article import read_article
from factcheck.prose.checking import Checker
from factcheck.workspace import Workspace

DATA = Path(__file__).parents[1] / "data" / "article"


@pytest.fixture(scope="session")
def interview():
    """The workspace that ships."""
    return Workspace(Place(bundled_root(), bundled=True))


@pytest.fixture(scope="session")
def interview_checker(interview):
    return Checker(interview)


@pytest.fixture
def port_workspace(port_folder):
    return Workspace(Place(port_folder))


@pytest.fixture
def checked(port_workspace):
    """Checks a text as an article about the invented port."""

    def check(text, path="draft.md"):
        return Checker(port_workspace).check(read_article(text, path))

    return check
