"""`factcheck index` in a process of its own, and what other commands do with the index."""

import json

import pytest

STAFF = "The port of Porto Lume employs more than 300 people."


def test_an_index_is_built_told_of_and_used(shell):
    before = shell("index", "--status")
    assert (before.returncode, before.stdout) == (1, b"no index: `factcheck index` builds one\n")
    built = shell("index", "--engine", "fts5")
    assert built.returncode == 0, built.stderr
    assert built.stdout.startswith(b".factcheck: 3 claims, ")
    assert b"fts5" in built.stdout and built.stdout.endswith(b"up to date\n")
    assert (shell.folder / ".factcheck" / ".gitignore").read_text(encoding="utf-8").endswith("*\n")
    assert shell("index", "--status").returncode == 0
    found = shell("lookup", "--output-format", "json", STAFF)
    assert (found.returncode, json.loads(found.stdout)["label"], found.stderr) == (0, "supported", b"")


def test_a_stale_index_is_told_of_and_mended_by_the_next_command(shell):
    assert shell("index", "--engine", "fts5").returncode == 0
    path = shell.folder / "claims" / "port.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("railway-agreement", "rail-agreement"), encoding="utf-8"
    )
    stale = shell("index", "--status")
    assert (stale.returncode, stale.stdout.endswith(b"out of date\n")) == (1, True)
    shown = shell("show", "rail-agreement")
    assert shown.returncode == 0
    assert b"bringing the index up to date" in shown.stderr
    assert shell("index", "--status").returncode == 0


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (
            lambda folder: (folder / "current").write_bytes(b"?"),
            b"damaged (the file `current` names no index)",
        ),
        (lambda folder: next(folder.glob("*/contents.db")).unlink(), b"damaged (contents.db is gone)"),
        (
            lambda folder: next(folder.glob("*/contents.db")).write_bytes(b"?" * 9000),
            b"(file is not a database)",
        ),
    ],
)
def test_a_damaged_index_is_told_as_damaged_with_the_mend(shell, spoil, told):
    assert shell("index", "--engine", "fts5").returncode == 0
    spoil(shell.folder / ".factcheck")
    found = shell("index", "--status")
    assert (found.returncode, told in found.stdout) == (1, True)
    assert found.stdout.startswith(b"the index is ")
    assert found.stdout.endswith(b": `factcheck index` builds it anew\n")
    assert shell("index", "--engine", "fts5").returncode == 0
    assert shell("index", "--status").returncode == 0


def test_every_command_reads_an_indexed_workspace(shell):
    answers = {}
    commands = (
        ("list",),
        ("show", "port-staff"),
        ("cite", "port-staff"),
        ("validate",),
        ("coverage",),
        ("lookup", "--explain", "--curated-only", STAFF),
        ("lookup", "--exit-zero", "railway agreement"),
    )
    for name in ("plain", "indexed"):
        answers[name] = [shell(*command) for command in commands]
        assert shell("index", "--engine", "fts5").returncode == 0
    for command, plain, indexed in zip(commands, answers["plain"], answers["indexed"], strict=True):
        assert (indexed.returncode, indexed.stderr) == (plain.returncode, plain.stderr), command
        if "--explain" not in command:  # the scores of one index are not those of another
            assert indexed.stdout == plain.stdout, command


def test_the_bundled_workspace_gets_no_index(shell, tmp_path):
    shell.folder = tmp_path
    result = shell("index", env={"FACTCHECK_WORKSPACE": ""})
    assert result.returncode == 2
    assert b"is not written to" in result.stderr


def test_faults_are_told_with_their_places(shell):
    (shell.folder / "claims" / "lines.jsonl").write_text('{"id": "x"}\n', encoding="utf-8")
    result = shell("index")
    assert result.returncode == 2
    assert b"claims/lines.jsonl:1" in result.stderr


def test_a_source_file_that_is_gone_is_told_of_as_without_an_index(shell):
    assert shell("index", "--engine", "fts5").returncode == 0
    (shell.folder / "src_text" / "port.txt").unlink()
    for command in (("lookup", STAFF), ("list",), ("cite", "port-staff"), ("index",), ("coverage",)):
        found = shell(*command)
        assert found.returncode == 2, command
        assert b"FC112" in found.stderr and b"Traceback" not in found.stderr, command
    found = shell("validate")
    assert (found.returncode, b"FC112" in found.stdout, b"Traceback" in found.stderr) == (1, True, False)


def test_an_index_that_could_not_be_built_leaves_nothing_behind(shell):
    text = shell.folder / "src_text" / "port.txt"
    before = text.read_bytes()
    text.write_bytes(before + b"More.\n")
    failed = shell("index", "--engine", "fts5")
    assert (failed.returncode, b"FC203" in failed.stderr) == (2, True)
    assert not (shell.folder / ".factcheck").exists()
    text.write_bytes(before)
    assert shell("index", "--engine", "fts5").returncode == 0
    text.write_bytes(before + b"More.\n")
    assert shell("index", "--engine", "fts5").returncode == 2
    assert (shell.folder / ".factcheck" / "current").exists()  # the one that was there


def test_what_a_builder_that_was_killed_left_is_no_index(shell):
    (shell.folder / ".factcheck" / "unfinished-0123456789abcdef").mkdir(parents=True)
    (shell.folder / ".factcheck" / "lock").touch()
    found = shell("lookup", STAFF)
    assert (found.returncode, found.stderr) == (0, b"")
    assert not (shell.folder / ".factcheck" / "current").exists()
    assert shell("index", "--engine", "fts5").returncode == 0
    assert not (shell.folder / ".factcheck" / "unfinished-0123456789abcdef").exists()


def test_a_quiet_index_says_nothing_and_one_claim_is_one(shell, port):
    assert shell("index", "-q", "--engine", "fts5").stdout == b""
    port.write(claims=port.claims[: port.claims.index('[[claim]]\nid = "port-reopened"')])
    assert shell("index", "--engine", "fts5").stdout.startswith(b".factcheck: 1 claim, ")
