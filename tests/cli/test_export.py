"""`factcheck export`: every format, what is exported, and what is refused."""

import csv
import json
import os
import sqlite3
import subprocess
from io import StringIO

import pytest

from factcheck.exporters import EXPORTERS

QUOTE = "Over three hundred people work in the port today."
TEXTS = [name for name in EXPORTERS if name != "sqlite"]
IDS = ["port-staff", "port-reopened", "railway-agreement"]


def exported(run, *args):
    result = run("export", "jsonl", *args)
    assert result.exit_code == 0
    return [json.loads(line)["id"] for line in result.stdout.splitlines()]


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_goes_to_a_file_and_to_a_pipe(run, port, name):
    result = run("export", name, "-q", "-o", "out")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    written = (port.folder / "out").read_bytes()
    assert run("export", name, "-q").stdout_bytes == written
    assert QUOTE.encode() in written or name == "csl-json"


@pytest.mark.parametrize("name", EXPORTERS)
def test_in_a_process_of_its_own(shell, name):
    result = shell("export", name, "-q")
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"port is open again" in result.stdout or name == "jsonl"


@pytest.mark.parametrize(
    ("args", "ids"),
    [
        ([], IDS),
        (["railway-agreement", "port-staff", "railway-agreement"], ["railway-agreement", "port-staff"]),
        (["--tag", "PORT"], IDS[:2]),
        (["--tag", "port", "--tag", "staff"], IDS[:1]),
        (["--source", "port"], IDS),
        (["port-staff", "railway-agreement", "--tag", "railway"], IDS[2:]),
    ],
)
def test_what_is_exported(run, args, ids):
    assert exported(run, *args) == ids


@pytest.mark.parametrize(
    "args", [["--tag", "none"], ["--source", "other"], ["port-staff", "--tag", "railway"]]
)
def test_nothing_to_export_does_not_look_like_success(run, args):
    result = run("export", "csv", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no claim passes the filters" in result.stderr
    allowed = run("export", "csv", *args, "--allow-empty")
    assert allowed.exit_code == 0
    assert len(list(csv.reader(StringIO(allowed.stdout)))) == 1


@pytest.mark.parametrize("name", TEXTS)
def test_an_empty_workspace(run, port, name):
    (port.folder / "claims" / "port.toml").unlink()
    assert "the workspace has no claims" in run("export", name).stderr
    assert run("export", name, "--allow-empty").exit_code == 0


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_quote_that_does_not_hold_stops_all_but_the_copy(run, port, name):
    port.write(claims=port.claims.replace(QUOTE, QUOTE.upper()))
    (port.folder / "out").write_text("old")
    result = run("export", name, "-q", "-o", "out")
    if name == "jsonl":
        assert result.exit_code == 0
        return
    assert (result.exit_code, (port.folder / "out").read_text()) == (2, "old")
    assert "`port-staff` cannot be cited" in result.stderr
    assert "factcheck validate" in result.stderr
    assert run("export", name, "-q", "port-reopened", "-o", "out").exit_code == 0


def test_json_lines_are_a_claims_file(run, port):
    before = run("list", "--output-format", "json").stdout
    assert run("export", "jsonl", "-o", "copy.jsonl").exit_code == 0
    (port.folder / "claims" / "port.toml").unlink()
    (port.folder / "copy.jsonl").rename(port.folder / "claims" / "copy.jsonl")
    after = run("list", "--output-format", "json").stdout

    def claims(text):
        return [{**claim, "path": "", "line": 0} for claim in json.loads(text)["claims"]]

    assert claims(after) == claims(before)
    assert run("validate").exit_code == 0
    assert run("lookup", "Over three hundred people work in the port of Porto Lume.").exit_code == 0


@pytest.mark.parametrize("name", ["claimreview", "web-annotation"])
def test_addresses(run, name):
    result = run("export", name)
    assert "note: without --base-url" in result.stderr
    addressed = run("export", name, "--base-url", "https://lume.example/facts#")
    assert "https://lume.example/facts#port-staff" in addressed.stdout
    assert addressed.stderr == ""


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["export"], "Missing argument 'FORMAT'"),
        (["export", "xml"], "'xml' is not one of"),
        (["export", "csv", "port-staf"], "did you mean `port-staff`?"),
        (["export", "claimreview", "--base-url", "lume.example"], "begins with http:// or https://"),
        (["export", "claimreview", "--base-url", "https://a b"], "begins with http:// or https://"),
        (["export", "claimreview", "--base-url", "https://"], "begins with http:// or https://"),
        (["export", "csv", "-o", "no/such/folder"], "cannot be written"),
    ],
)
def test_errors(run, args, told):
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of POSIX")
def test_a_database_is_not_printed_on_a_terminal(shell):
    ours, theirs = os.openpty()
    result = subprocess.run(
        [*shell.command, "export", "sqlite"],
        stdout=theirs,
        stderr=subprocess.PIPE,
        cwd=shell.folder,
        env=shell.environment,
        timeout=60,
    )
    os.close(theirs)
    os.close(ours)
    assert result.returncode == 2
    assert b"name a file: -o FILE" in result.stderr


def test_the_database_holds_all_claims(run, port):
    assert run("export", "sqlite", "-o", "claims.db").exit_code == 0
    database = sqlite3.connect(port.folder / "claims.db")
    assert [name for (name,) in database.execute("SELECT id FROM claim ORDER BY rowid")] == IDS
    database.close()


def test_help_names_every_format(run):
    text = run("export", "--help").stdout
    assert all(f"      {name} " in text or f"  {name} " in text for name in EXPORTERS)


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of POSIX")
def test_what_is_exported_to_a_terminal_is_visible(shell, port):
    evil = "\x1b]0;evil\x07As of"
    port.write(claims=port.claims.replace('note = "As of', 'note = "\\u001b]0;evil\\u0007As of'))
    assert evil.encode() in shell("export", "csv").stdout  # to the byte, for programs
    master, slave = os.openpty()
    try:
        done = subprocess.run(
            [*shell.command, "export", "csv"],
            stdout=slave,
            stderr=subprocess.PIPE,
            cwd=shell.folder,
            env=shell.environment,
            timeout=60,
        )
        shown = os.read(master, 1 << 16)
    finally:
        os.close(master)
        os.close(slave)
    assert done.returncode == 0, done.stderr
    assert b"\x1b" not in shown and b"\x07" not in shown
    assert rb"\x1b]0;evil\x07As of" in shown
