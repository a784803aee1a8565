"""What is made from the program is as the program would make it now."""

import importlib.util
import re
from pathlib import Path

import pytest

from factcheck.rules import RULES, find_rule, page

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def build():
    if not (ROOT / "factcheck").is_dir():
        pytest.skip("the files are made in a checkout, and this is an installed package")
    spec = importlib.util.spec_from_file_location("build", ROOT / "docs" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_files_are_as_they_are_made(build):
    for path, text in build.files().items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, f"{path}: run `python docs/build.py`"


def test_there_is_no_page_without_a_rule(build):
    made = {path.name for path in build.files() if path.parent.name == "rules"}
    assert {path.name for path in (ROOT / "docs" / "rules").iterdir()} == made


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_with_all_that_belongs_to_it(rule):
    text = page(rule)
    assert text.startswith(f"# {rule.code} {rule.name}\n")
    assert re.findall(r"^## (\w+)$", text, re.MULTILINE) == ["Why", "Wrong", "Right", "Mend"]
    assert find_rule(rule.code.lower()) is find_rule(rule.name.upper()) is rule


def test_codes_and_names_are_used_once():
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)
