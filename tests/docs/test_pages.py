"""The pages of docs/ are followed word for word: every command that they show is run, in a shell of its own that
begins in an empty folder, and what it prints is held against the page.

`UPDATE_GOLDEN=1` writes what is printed into the pages instead.
"""

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEREDOC = re.compile(r"<<'(\w+)'")
PAGES = (
    "tutorial.md",
    "howto/newsroom.md",
    "howto/documentation-team.md",
    "howto/language-model-pipeline.md",
)
END = "\x1e"
"""Ends what a command prints; no text holds it."""

pytestmark = pytest.mark.skipif(not DOCS.is_dir(), reason="no docs beside the tests")


def blocks(page):
    return [match[1] for match in BLOCK.finditer((DOCS / page).read_text(encoding="utf-8"))]


def commands(block):
    """The commands of a block, each with the lines that it goes on in and those of its here-document."""
    lines = iter(block.splitlines())
    for line in lines:
        if line.startswith("$ "):
            command = [line[2:]]
            while command[-1].endswith("\\"):
                command.append(next(lines))
            heredoc = HEREDOC.search(command[-1])
            while heredoc and command[-1] != heredoc[1]:
                command.append(next(lines))
            yield "\n".join(command)


def script(page):
    """A shell script that runs the page's commands one after the other, and marks where each ends."""
    steps = []
    for block in blocks(page):
        for command in commands(block):
            steps += [command, f"code=$?; printf '{END}'; (exit $code)"]
    return "".join(f"{step}\n" for step in steps)


@pytest.fixture(scope="module")
def follow(tmp_path_factory):
    """Runs a page's commands as a reader would, once. Gives what each printed, and the folder where it ended."""

    @cache
    def run(page):
        return followed(page, tmp_path_factory.mktemp("page"))

    return run


def followed(page, tmp_path):
    """What each command of a page prints, run in an empty folder below `tmp_path`, and that folder."""
    (tmp_path / "bin").mkdir()
    for name, words in (("factcheck", "-m factcheck"), ("python3", "")):
        command = tmp_path / "bin" / name
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n')
        command.chmod(0o755)
    folder = tmp_path / "reader"
    folder.mkdir()
    environment = {
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "FACTCHECK_CACHE_DIR": str(tmp_path / "cache"),
    }
    if (ROOT / "factcheck").is_dir():
        environment["PYTHONPATH"] = str(ROOT)

    (tmp_path / "page.sh").write_text(script(page), encoding="utf-8")
    done = subprocess.run(
        ["sh", str(tmp_path / "page.sh")],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    assert "Traceback" not in done.stdout
    return done.stdout.split(END)[:-1], folder


def printed(page, outputs):
    """The page's blocks with these outputs after their commands."""
    outputs = iter(outputs)
    for block in blocks(page):
        parts = []
        for command in commands(block):
            output = next(outputs).strip("\n")
            parts.append(f"$ {command}\n" + (f"{output}\n" if output else ""))
        yield "\n".join(parts)


def written(page, outputs):
    """The page with these outputs in its blocks."""
    new = iter(printed(page, outputs))
    return BLOCK.sub(lambda _: f"```console\n{next(new)}```", (DOCS / page).read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES)
def test_commands_print_what_the_page_shows(page, follow):
    outputs, _ = follow(page)
    if os.environ.get("UPDATE_GOLDEN"):
        (DOCS / page).write_text(written(page, outputs), encoding="utf-8")
    assert list(printed(page, outputs)) == blocks(page)


def test_every_page_with_commands_is_followed():
    texts = {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in DOCS.rglob("*.md")}
    assert {name for name, text in texts.items() if "```console" in text} == set(PAGES)


def test_the_tutorial_ends_where_it_says(follow):
    outputs, folder = follow("tutorial.md")
    article = (folder / "article.md").read_text(encoding="utf-8")
    assert "Twelve schools" in article
    assert "14.2 million" in article
    assert "for an hour to learn" in article
    assert "3 claims, 3 quotes, 2 sources: no faults" in outputs[-1]
    assert outputs[-1].rstrip().endswith("fit to print")


def test_the_newsroom_ends_with_a_report_of_its_draft(follow):
    _, folder = follow("howto/newsroom.md")
    assert "16 February 1992" in (folder / "report.html").read_text(encoding="utf-8")


def test_the_documentation_team_finds_what_the_new_release_changes(follow):
    outputs, folder = follow("howto/documentation-team.md")
    assert "60 days" in (folder / "facts" / "claims" / "claims.toml").read_text(encoding="utf-8")
    assert any("“30 days”; the source says “60 days”" in output for output in outputs)


def test_the_pipeline_keeps_only_what_is_supported(follow):
    _, folder = follow("howto/language-model-pipeline.md")
    kept = (folder / "kept.jsonl").read_text(encoding="utf-8").splitlines()
    assert [line[:11] for line in kept] == ['{"id": "a1"']
