"""The examples of the page on verdicts answer as they stand there, and its figures are those of the README.

`UPDATE_GOLDEN=1` writes the answers into the page instead.
"""

import os
import re
from pathlib import Path

import pytest

import factcheck

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "verdicts.md"
ROW = re.compile(r"^\| ([^|]+\.) \| ([^|]+\.)( †)? \| ([a-z-]+) \|$", re.MULTILINE)

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="no docs beside the tests")


def rows(text):
    """The measured rows of a text: a name, and at least three figures."""
    return [line for line in text.splitlines() if line.startswith("| ") and len(re.findall(r"\d+", line)) > 2]


def test_the_examples_answer_as_the_page_says():
    text = PAGE.read_text(encoding="utf-8")
    shown = [match[4] for match in ROW.finditer(text)]
    answers = [factcheck.compare(match[2], match[1]).label.value for match in ROW.finditer(text)]
    if os.environ.get("UPDATE_GOLDEN"):
        given = iter(answers)
        PAGE.write_text(
            ROW.sub(lambda row: f"| {row[1]} | {row[2]}{row[3] or ''} | {next(given)} |", text),
            encoding="utf-8",
        )
        return
    assert len(shown) > 10
    assert answers == shown


def test_the_figures_of_the_readme_are_those_of_the_page():
    figures = PAGE.read_text(encoding="utf-8").split("<!-- figures")[1].split("<!-- end of figures")[0]
    readme = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## How good it is\n")[2]
    measured = rows(figures)
    assert len(measured) > 5
    assert not [row for row in rows(readme.partition("\n## ")[0]) if row not in measured]
