"""`factcheck check` on articles, folders and patterns."""

import json

import pytest

from factcheck.cli.inputs import is_article, named_files
from factcheck.errors import InputError

ARTICLE = """\
# The port

The port of Porto Lume reopened in March 2024. What a year!

“Over *four* hundred people
work in the port today,” said Varga. “We did not close the northern quay,” said Reyl.

- “Our colleagues at the railway deny having signed any agreement with the port,” Varga said.
"""


@pytest.fixture
def article(port_folder):
    path = port_folder / "docs" / "article.md"
    path.parent.mkdir()
    path.write_bytes(ARTICLE.encode())
    return path


def codes(result):
    return [(item["code"], item["line"], item["column"]) for item in json.loads(result.stdout)["findings"]]


def test_findings_with_their_places(run, article):
    result = run("check", "docs/article.md", "--output-format", "json")
    assert result.exit_code == 1
    assert codes(result) == [("FC405", 5, 8), ("FC408", 6, 39)]
    (statement,) = json.loads(result.stdout)["results"]
    assert (statement["line"], statement["column"], statement["label"]) == (3, 1, "supported")


def test_carets_and_the_words_of_the_source(run, article):
    text = run("check", "docs/article.md").stdout
    assert "  5 | “Over *four* hundred people\n    |        ^^^^\n" in text
    assert "  “Over three hundred people work in the port today”\n  src_text/port.txt:9:3" in text
    assert "it, not Reyl" in text


@pytest.mark.parametrize(
    "name", ["concise", "jsonl", "csv", "markdown", "github", "gitlab", "junit", "sarif"]
)
def test_every_format_has_the_findings(run, article, name):
    text = run("check", "docs/article.md", "--output-format", name).stdout
    assert "FC405" in text
    assert "FC408" in text


def test_what_is_wrong_in_a_sentence_is_told_once(run, answers, port_folder):
    text = "refuted as it is, with “over four hundred people work in the port” in it, and more of the same."
    (port_folder / "a.md").write_text(text, encoding="utf-8")
    assert [code for code, _, _ in codes(run("check", "a.md", "--output-format", "json"))] == ["FC405"]


@pytest.mark.parametrize(
    ("text", "code", "severity", "exit_code"),
    [
        ("refuted is what this sentence is.", "FC401", "error", 1),
        ("conflicting is what this sentence is.", "FC402", "error", 1),
        ("not-enough-info is what this sentence is.", "FC403", "note", 0),
    ],
)
def test_statements_of_an_article(run, answers, port_folder, text, code, severity, exit_code):
    (port_folder / "a.md").write_text(text, encoding="utf-8")
    result = run("check", "a.md", "--output-format", "json")
    (found,) = json.loads(result.stdout)["findings"]
    assert (found["code"], found["severity"], result.exit_code) == (code, severity, exit_code)


def test_text_is_statements_unless_it_is_called_prose(run, port_folder):
    (port_folder / "a.txt").write_text("The port of Porto Lume\nreopened in March 2024.\n", encoding="utf-8")

    def statements(*options):
        result = run("check", "a.txt", "--output-format", "json", *options)
        return [item["statement"] for item in json.loads(result.stdout)["results"]]

    assert statements() == ["The port of Porto Lume", "reopened in March 2024."]
    assert statements("--prose") == ["The port of Porto Lume reopened in March 2024."]


def test_standard_input(run):
    named = run("check", "-", "--stdin-filename", "draft.md", "--output-format", "concise", stdin=ARTICLE)
    assert "draft.md:5:8: error FC405" in named.stdout
    prose = run(
        "check", "-", "--prose", stdin="“Over four hundred people work in the port today,” said Varga."
    )
    assert "<stdin>:1:7: error FC405" in prose.stdout
    assert "      ^^^^" in prose.stdout


def test_fix_and_diff(run, article):
    before = article.read_bytes()
    shown = run("check", "docs/article.md", "--diff")
    assert shown.exit_code == 1
    assert "+++ b/docs/article.md" in shown.stdout
    assert "+“Over *three* hundred people" in shown.stdout
    assert article.read_bytes() == before
    result = run("check", "docs/", "--fix", "--output-format", "json")
    assert [code for code, _, _ in codes(result)] == ["FC408"]
    assert "docs/article.md: misquotations are put right" in result.stderr
    assert article.read_bytes() == before.replace(b"four", b"three")
    assert run("check", "docs/article.md", "--diff").stdout == ""


def test_a_file_elsewhere_is_mended_too(run, tmp_path):
    path = tmp_path / "elsewhere.md"
    path.write_text("“Over four hundred people work in the port today.”", encoding="utf-8")
    assert run("check", str(path), "--fix").exit_code == 0
    assert "Over three hundred" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_only_articles_are_mended(run, port_folder, option):
    (port_folder / "a.txt").write_text("It is so.", encoding="utf-8")
    result = run("check", "a.txt", option)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "only files of articles are mended" in result.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "a.md"),
        ("# Only a heading\n\nWhat now?\n\n| a |\n|---|\n", "a.md"),
        (None, "docs/*.md"),
        (None, "docs/**/*.md"),
        (None, "claims"),
    ],
)
def test_what_compared_nothing_does_not_look_green(run, port_folder, text, words):
    if text is not None:
        (port_folder / "a.md").write_text(text, encoding="utf-8")
    result = run("check", words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing was checked" in result.stderr


def test_an_empty_workspace_does_not_look_green(run, port_folder, tmp_path):
    (tmp_path / "none" / "claims").mkdir(parents=True)
    (tmp_path / "none" / "src_text").mkdir()
    (tmp_path / "none" / "src_text" / "sources.toml").write_text("", encoding="utf-8")
    (port_folder / "a.md").write_text("The port is open today.", encoding="utf-8")
    result = run("check", "a.md", "--workspace", str(tmp_path / "none"))
    assert result.exit_code == 2
    assert "nothing was checked" in result.stderr


@pytest.fixture
def tree(tmp_path, monkeypatch):
    for name in ("a.md", "b.txt", "sub/c.markdown", "sub/deep/d.MD", ".git/e.md", "sub/.f/g.md", "odd[1].md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "prose", "files"),
    [
        (["a.md"], False, ["a.md"]),
        (["missing.md", "-"], False, ["missing.md", "-"]),
        (["."], False, ["a.md", "odd[1].md", "sub/c.markdown", "sub/deep/d.MD"]),
        (["."], True, ["a.md", "b.txt", "odd[1].md", "sub/c.markdown", "sub/deep/d.MD"]),
        (["sub/"], False, ["sub/c.markdown", "sub/deep/d.MD"]),
        (["*.md"], False, ["a.md", "odd[1].md"]),
        (["odd[1].md"], False, ["odd[1].md"]),
        (["**/*.markdown", "a.md", "?.md"], False, ["sub/c.markdown", "a.md"]),
        (["*.t[xy]t"], False, ["b.txt"]),
    ],
)
def test_named_files(tree, words, prose, files):
    assert [name.replace("\\", "/") for name in named_files(words, prose=prose)] == files


def test_an_absolute_pattern(tree):
    assert named_files([str(tree / "?.md")], prose=False) == [str(tree / "a.md")]


@pytest.mark.parametrize("word", ["nothing/*.md", ".git", "**.md/**x"])
def test_a_word_that_names_nothing(tree, word):
    if word == ".git":
        (tree / ".git" / "e.md").unlink()
    with pytest.raises(InputError):
        named_files([word], prose=False)


@pytest.mark.parametrize(
    ("path", "stdin", "prose", "is_prose"),
    [
        ("a.md", None, False, True),
        ("a.MARKDOWN", None, False, True),
        ("a.txt", None, False, False),
        ("a.txt", None, True, True),
        ("a.csv", None, True, False),
        ("-", None, False, False),
        ("-", None, True, True),
        ("-", "a.md", False, True),
    ],
)
def test_what_is_an_article(path, stdin, prose, is_prose):
    assert is_article(path, stdin, prose=prose) is is_prose
