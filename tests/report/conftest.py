"""The report of the invented workspace, and a real browser to read it in."""

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2]))  # the benchmarks stand beside the package, not in it

from benchmarks.browser import chromium, missing, prefer, resize

STATEMENTS = """\
The port of Porto Lume reopened in March 2024.
Over three thousand people work in the port of Porto Lume.
The port of Porto Lume signed an agreement with the railway in May 2024.
Bananas are yellow.
"""
AXE = "axe-core@4"


@pytest.fixture
def report(run, port_folder):
    """Writes the report of the workspace as it stands, with the answers to `statements`: the page's path."""
    pytest.importorskip("jinja2", reason="jinja2 is not installed (the extra `report`)")

    def write(*options: str, statements: str | None = STATEMENTS) -> Path:
        if statements is not None:
            (port_folder / "draft.txt").write_text(statements, encoding="utf-8")
            run("check", "draft.txt", "--output-format", "json", "-o", "results.json")
            options = ("--results", "results.json", *options)
        result = run("report", "-o", "report.html", *options)
        assert result.exit_code == 0, result.stderr
        return port_folder / "report.html"

    return write


@pytest.fixture(scope="session")
def chrome():
    """A browser, started once and stopped at the end."""
    if reason := missing():
        pytest.skip(reason)
    with chromium() as driver:
        yield driver


class Page:
    """What a reader does with the page in a browser."""

    def __init__(self, driver):
        self.driver = driver

    def open(self, path, fragment="", *, width=1280, height=900, scheme="light", script=True):
        resize(self.driver, width, height)
        prefer(self.driver, scheme)
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})
        self.driver.get("about:blank")
        self.driver.get(path.as_uri() + fragment)
        return self

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def words(self, text):
        """The stretch of the text that holds these words."""
        script = "return [...document.querySelectorAll('.s[id]')].find(s => s.textContent.includes(arguments[0]))"
        found = self.run(script, text)
        assert found is not None, text
        return found

    def click(self, element):
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def texts(self, selector):
        """The texts of the elements that can be seen."""
        script = (
            "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility())"
            ".map(e => e.textContent.trim())"
        )
        return self.run(script, selector)

    def claims(self):
        """The ids of the claims that are shown."""
        return self.texts("li.claim a.id")

    def marked(self):
        """The words that are marked."""
        return "".join(self.run("return [...document.querySelectorAll('.s.on')].map(s => s.textContent)"))

    def choose(self, field, value):
        script = (
            "const field = document.getElementById(arguments[0]); field.value = arguments[1];"
            "field.dispatchEvent(new Event('input', {bubbles: true}))"
        )
        self.run(script, field, value)
        self.settle()

    def settle(self):
        """Wait until what was typed has been searched for."""
        self.driver.execute_async_script("setTimeout(arguments[0], 200)")

    def is_seen(self, element):
        """Whether the element stands in the window."""
        script = (
            "const box = arguments[0].getBoundingClientRect();"
            "return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight + 1"
        )
        return self.run(script, element)

    def focus(self):
        return self.run("return document.activeElement")

    def errors(self):
        """What the console says, without what was said before."""
        return [f"{entry['level']}: {entry['message']}" for entry in self.driver.get_log("browser")]


@pytest.fixture
def page(chrome):
    """A page in the browser. After the test nothing may be on its console."""
    found = Page(chrome)
    found.errors()
    yield found
    assert found.errors() == []
    chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.fixture(scope="session")
def axe(tmp_path_factory):
    """The script of axe-core, from the npm registry; the one that a Python package carries where that fails."""
    folder = tmp_path_factory.mktemp("axe")
    npm = shutil.which("npm")
    if npm:
        done = subprocess.run([npm, "pack", AXE, "--silent"], cwd=folder, capture_output=True, timeout=300)
        packed = sorted(folder.glob("axe-core-*.tgz"))
        if done.returncode == 0 and packed:
            with tarfile.open(packed[0]) as archive:
                member = archive.extractfile("package/axe.min.js")
                assert member is not None
                return member.read().decode("utf-8")
    pytest.skip("axe-core cannot be had: there is no npm, or it reaches no registry")
