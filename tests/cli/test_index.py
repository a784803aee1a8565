"""`factcheck index` in a process of its own, and what other commands do with the index."""

import json

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
