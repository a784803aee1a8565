"""What is made from the program is as the program would make it now, and every link of the pages leads somewhere."""

import importlib.util
import re
import sys
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from factcheck.cli import COMMANDS
from factcheck.conflicts import CHECKS
from factcheck.rules import RULES, find_rule, page

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def build():
    if not (ROOT / "factcheck").is_dir():
        pytest.skip("the files are made in a checkout, and this is an installed package")
    sys.path.insert(0, str(DOCS))
    try:
        spec = importlib.util.spec_from_file_location("build", DOCS / "build.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(DOCS))
    return module


def test_the_files_are_as_they_are_made(build):
    for path, text in build.files().items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, f"{path}: run `python docs/build.py`"


@pytest.mark.parametrize("folder", ["rules", "reference"])
def test_there_is_no_page_that_is_not_made(build, folder):
    made = {path.name for path in build.files() if path.parent.name == folder}
    assert {path.name for path in (DOCS / folder).iterdir()} == made


def test_every_command_kind_of_clash_and_schema_is_in_the_reference(build):
    pages = {path.name: text for path, text in build.files().items() if path.parent.name == "reference"}
    for name in COMMANDS:
        assert any(page.startswith(f"factcheck-{name}") for page in pages), name
    for check in CHECKS:
        assert f"\n## {sys.modules[check.__module__].CODE}\n" in pages["conflicts.md"]
    for path in (ROOT / "factcheck" / "schemas").iterdir():
        name = path.name.removesuffix(".schema.json")
        assert name == "config" or f"\n## {name}\n" in pages["json.md"] + pages["files.md"], name


def test_every_command_that_exits_1_says_when(build):
    for path, text in build.files().items():
        if path.name.startswith("factcheck-"):
            name = path.stem.removeprefix("factcheck-").split("-")[0]
            module = import_module(f"factcheck.cli.{COMMANDS[name][0]}")
            finds = any(hasattr(module, found) for found in ("FINDINGS", "exit_code", "Lookup"))
            assert finds is ("Never 1" not in text), path


def test_every_variable_that_the_program_reads_is_in_the_reference(build):
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "factcheck").rglob("*.py"))
    told = build.files()[Path("docs/reference/settings.md")]
    named = set(re.findall(r"\"(FACTCHECK_[A-Z_]+)\"", sources))
    assert named and named == set(re.findall(r"`(FACTCHECK_[A-Z_]+)`", told))


@cache
def anchors(path):
    """The anchors of a page's headings, as GitHub makes them."""
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    titles = [re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", title) for title in HEADING.findall(text)]
    return {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in titles}


@pytest.mark.skipif(not DOCS.is_dir(), reason="no docs beside the tests")
def test_every_link_leads_somewhere():
    pages = [*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    wrong = []
    for path in pages:
        for link in LINK.findall(CODE.sub("", path.read_text(encoding="utf-8"))):
            target, _, anchor = link.partition("#")
            place = (path.parent / target).resolve() if target else path
            elsewhere = ":" in link or (target.startswith("factcheck/") and not (ROOT / "factcheck").is_dir())
            if elsewhere:
                continue
            if not place.exists() or (anchor and anchor not in anchors(place)):
                wrong.append(f"{path.relative_to(ROOT)}: {link}")
    assert len(pages) > 10 and not wrong


@pytest.mark.skipif(not DOCS.is_dir(), reason="no docs beside the tests")
def test_every_page_of_docs_is_in_its_index():
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    for path in [*DOCS.glob("*.md"), *(DOCS / "howto").glob("*.md")]:
        assert path.name == "README.md" or f"({path.relative_to(DOCS).as_posix()})" in index, path.name


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_with_all_that_belongs_to_it(rule):
    text = page(rule)
    assert text.startswith(f"# {rule.code} {rule.name}\n")
    assert re.findall(r"^## (\w+)$", text, re.MULTILINE) == ["Why", "Wrong", "Right", "Mend"]
    assert find_rule(rule.code.lower()) is find_rule(rule.name.upper()) is rule


def test_codes_and_names_are_used_once():
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)
