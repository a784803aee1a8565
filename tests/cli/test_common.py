"""What all commands share: workspaces, notes, colour, files, errors and exit codes."""

import errno
import io
import json
import os
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from factcheck import __version__
from factcheck.cli import COMMANDS, cli
from factcheck.cli.common import errors_to_exit_codes, use_color
from factcheck.errors import FactcheckError


def test_version(run):
    assert run("--version").stdout == f"factcheck {__version__}\n"


def test_without_a_command_the_help_comes_on_standard_error(run):
    result = run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage: factcheck" in result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(run, command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"  Examples:\n    factcheck {command}" in result.stdout
    for option in cli.get_command(click.Context(cli), command).params:
        if isinstance(option, click.Option):
            assert option.help, f"{option.name} is not explained"


def test_help_names_every_command_with_its_purpose(run):
    text = run("--help").stdout
    width = max(map(len, COMMANDS))
    for name, (_, line) in COMMANDS.items():
        assert f"  {name:{width}}  {line}\n" in text


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["chek", "a.txt"], "No such command 'chek'. Did you mean 'check'?"),
        (["The port is open"], "To look a statement up: factcheck lookup STATEMENT"),
        (["list", "--tagg", "a"], "'--tag'"),
        (["--versio"], "--version"),
        (["validate", "a.txt"], "unexpected extra argument"),
    ],
)
def test_usage_errors_name_what_is_nearest(run, args, told):
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


@pytest.mark.parametrize(
    "args",
    [["\x1b[31m"], ["--\x1b[31m"], ["show", "\x1b[31m"], ["check", "\x1b[31m.txt"], ["list", "\x1b[31m"]],
)
def test_errors_act_on_no_escapes(run, args):
    result = run(*args)
    assert result.exit_code == 2
    assert "\x1b" not in result.output
    assert "\\x1b[31m" in result.stderr


@pytest.mark.parametrize("command", [["lookup", "a port"], ["list"], ["show", "port-staff"], ["check", "-"]])
def test_a_broken_workspace_prints_its_faults_and_exits_2(run, port, command):
    port.write(sha256="0" * 64)
    result = run(*command, stdin="a port\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "src_text/sources.toml:1:1: error FC203 " in result.stderr
    assert "has 1 fault" in result.stderr


@pytest.mark.parametrize(
    ("quotes", "told"),
    [
        (1, "note: 1 quote is not verbatim in its source and left out; see `factcheck validate`\n"),
        (
            2,
            "note: 2 quotes are not verbatim in their sources and left out; see `factcheck validate`\n",
        ),
    ],
)
def test_quotes_that_are_left_out_are_told(run, port, quotes, told):
    port.write(claims=port.claims.replace("quote = '", "quote = 'No, ", quotes))
    assert run("list").stderr == told
    assert run("list", "--quiet").stderr == ""


def test_another_workspace(run, tmp_path, monkeypatch, port_folder):
    monkeypatch.chdir(tmp_path)
    assert "port-staff" in run("list", "--workspace", "port").stdout
    assert "port-staff" in run("list", env={"FACTCHECK_WORKSPACE": str(port_folder)}).stdout
    result = run("list", "--workspace", "nowhere")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nowhere: there is no such folder" in result.stderr


def test_outside_a_workspace_the_bundled_one_is_used_and_named(run, tmp_path, monkeypatch):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    result = run("list", "--output-format", "json")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[0].startswith("note: no workspace here: using the bundled one")
    assert json.loads(result.stdout)["claims"][0]["sources"] == ["ukrinform-gusev-interview"]
    assert run("list", "-q").stderr == ""


def test_verbose_names_the_workspace(run, port_folder):
    assert f"note: workspace: {port_folder}" in run("list", "-v").stderr


def test_output_file(run, port_folder):
    result = run("list", "--output-format", "json", "-o", "out.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads((port_folder / "out.json").read_text(encoding="utf-8"))["summary"]["total"] == 3


def test_a_dash_as_output_file_is_standard_output(run, port_folder):
    assert "port-staff" in run("list", "-o", "-").stdout
    assert not (port_folder / "-").exists()


def test_an_output_file_has_no_colour_unless_asked(run, port_folder):
    run("show", "port-staff", "-o", "out.txt", env={"FORCE_COLOR": "1"})
    assert b"\x1b" not in (port_folder / "out.txt").read_bytes()
    run("show", "port-staff", "-o", "out.txt", "--color", "always")
    assert b"\x1b" in (port_folder / "out.txt").read_bytes()


def test_an_output_file_that_cannot_be_written(run):
    result = run("list", "-o", "no/such/folder/out.txt")
    assert result.exit_code == 2
    assert "no/such/folder/out.txt: cannot be written" in result.stderr


def test_a_link_is_written_through(run, port_folder):
    (port_folder / "link.txt").symlink_to("target.txt")
    run("list", "-o", "link.txt")
    assert (port_folder / "link.txt").is_symlink()
    assert "port-staff" in (port_folder / "target.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices")
def test_a_device_is_not_replaced(run):
    assert run("list", "-o", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    ("choice", "terminal", "environment", "color"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": "0"}, False),
        ("auto", False, {"FORCE_COLOR": ""}, False),
        ("auto", False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(monkeypatch, choice, terminal, environment, color):
    monkeypatch.delenv("TERM", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    stream = io.StringIO()
    stream.isatty = lambda: terminal
    assert use_color(choice, stream) is color


@pytest.mark.parametrize(
    ("columns", "longest"), [("40", 40), ("60", 60), ("500", 100), ("no number", 80), ("0", 80), ("1", 20)]
)
def test_width(run, columns, longest):
    text = run("cite", "port-staff").stdout
    assert len(max(text.splitlines(), key=len)) > 100
    shown = run("show", "port-staff", env={"COLUMNS": columns}).stdout
    words = max(len(word) for word in shown.split())
    widest = max(len(line) for line in shown.splitlines())
    assert longest - 20 < widest <= max(longest, words + 4)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FactcheckError("no"), 2),
        (OSError(28, "No space left on device", "out.txt"), 2),
        (OSError("odd"), 2),
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 141),
        (click.UsageError("no"), 2),
        (click.ClickException("no"), 1),
    ],
)
def test_errors_become_exit_codes(error, code, capsys):
    with pytest.raises(SystemExit) as left, errors_to_exit_codes():
        raise error
    assert left.value.code == code
    assert "Traceback" not in capsys.readouterr().err


def test_a_bug_is_not_hidden():
    with pytest.raises(ZeroDivisionError), errors_to_exit_codes():
        raise ZeroDivisionError


@pytest.mark.parametrize(
    ("words", "incomplete", "completed"),
    [
        ("factcheck show", "port", ["port-staff", "port-reopened"]),
        ("factcheck cite", "", ["port-staff", "port-reopened", "railway-agreement"]),
        ("factcheck cite port-staff", "port", ["port-reopened"]),
        ("factcheck show --workspace /nowhere", "", []),
        ("factcheck show --workspace .", "r", ["railway-agreement"]),
        ("factcheck", "li", ["list"]),
        ("factcheck list", "--ta", ["--tag"]),
    ],
)
def test_the_shell_completes(run, words, incomplete, completed):
    environment = {
        "_FACTCHECK_COMPLETE": "bash_complete",
        "COMP_WORDS": f"{words} {incomplete}",
        "COMP_CWORD": str(len(words.split())),
    }
    result = run(env=environment)
    assert [line.partition(",")[2] for line in result.stdout.split()] == completed


@pytest.mark.parametrize(("command", "told"), [("validate", True), ("coverage", True), ("list", False)])
def test_what_checks_the_bundled_workspace_says_so_even_if_quiet(run, tmp_path, monkeypatch, command, told):
    (tmp_path / "nowhere").mkdir()
    monkeypatch.chdir(tmp_path / "nowhere")
    result = run(command, "-q")
    assert result.exit_code == 0
    assert ("using the bundled one" in result.stderr) is told


def test_a_workspace_that_has_lost_a_folder_is_not_replaced(run, port_folder):
    shutil.rmtree(port_folder / "src_text")
    for command in (("validate", "-q"), ("lookup", "anything"), ("coverage",), ("fix",)):
        result = run(*command)
        assert result.exit_code == 2, command
        assert "src_text/ is missing" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("export", "csv", "-q", "-o", "claims/port.toml"),
        ("export", "jsonl", "-o", "claims/new.jsonl"),
        ("lookup", "The port reopened in 2024.", "-o", "src_text/port.txt"),
        ("lookup", "The port reopened in 2024.", "-o", "link/port.txt"),
        ("validate", "--output-format", "text", "--output-format", "json:claims/../claims/port.toml"),
        ("list", "-o", "../port/claims/port.toml"),
    ],
)
def test_no_output_goes_over_the_files_of_the_workspace(run, port_folder, words):
    (port_folder / "link").symlink_to("src_text")
    before = {path: path.read_bytes() for path in port_folder.rglob("*") if path.is_file()}
    result = run(*words)
    assert result.exit_code == 2
    assert "where no output is written" in result.stderr
    assert {path: path.read_bytes() for path in port_folder.rglob("*") if path.is_file()} == before


def test_no_output_goes_over_an_input(run, port_folder):
    (port_folder / "draft.txt").write_text("The port reopened in 2024.\n", encoding="utf-8")
    run("check", "draft.txt", "--output-format", "jsonl", "-o", "t.jsonl")
    before = (port_folder / "t.jsonl").read_bytes()
    result = run("report", "--results", "t.jsonl", "-o", "t.jsonl")
    assert (result.exit_code, "is read by this very command" in result.stderr) == (2, True)
    assert (port_folder / "t.jsonl").read_bytes() == before
    assert run("lookup", "t.jsonl", "--exit-zero", "-o", "t.jsonl").exit_code == 0  # words, not a file


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", [("list",), ("export", "csv"), ("export", "sqlite"), ("lookup", "x")])
def test_a_standard_output_that_is_full_is_named(shell, words):
    with Path("/dev/full").open("wb") as full:
        found = subprocess.run(
            [*shell.command, *words],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=shell.folder,
            env=shell.environment,
            timeout=60,
        )
    assert found.returncode == 2
    assert b"standard output: cannot be written: No space left" in found.stderr
    assert b"make room" in found.stderr and b"Exception ignored" not in found.stderr


@pytest.mark.parametrize(
    ("words", "told", "untold"),
    [
        (("list", "-o", "."), "that is a folder", "a folder that exists"),
        (("list", "-o", "no/such/out.txt"), "a folder that exists", "that is a folder"),
        (("validate", "--output-format", "foo"), "'--output-format': 'foo' is not one of", "env var"),
        (("check", "draft.txt", "--jobs", "x"), "'x' is not a valid number of processes", "valid jobs"),
        (("check", "draft.txt", "--column", "foo"), "none of the files is one", "Traceback"),
        (("check", "-", "--column", "foo"), "none of the files is one", "Traceback"),
        (("report", "--results", "deep.json", "-o", "p.html"), "nested too deeply", "recursion"),
        (("check", "deep.jsonl"), "nested too deeply", "recursion"),
    ],
)
def test_an_error_says_what_is_wrong_here(run, port_folder, words, told, untold):
    (port_folder / "draft.txt").write_text("The port reopened in 2024.\n", encoding="utf-8")
    for name in ("deep.json", "deep.jsonl"):
        (port_folder / name).write_text("[" * 100_000 + "\n", encoding="utf-8")
    result = run(*words)
    assert result.exit_code == 2 or words == ("check", "deep.jsonl")
    assert told in result.output and untold not in result.output


@pytest.mark.skipif(os.name != "posix", reason="the shell of POSIX closes it")
@pytest.mark.parametrize(
    "words",
    [
        ("lookup", "-"),
        ("compare", "-", "The port is open."),
        ("check", "-"),
        ("check", "-", "--stdin-filename", "draft.md"),
        ("calibrate", "-"),
        ("import", "-", "--into", "claims/archive.jsonl"),
    ],
)
def test_closed_standard_input_is_told(shell, words):
    closed = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *shell.command, *words],
        capture_output=True,
        cwd=shell.folder,
        env=shell.environment,
        timeout=60,
    )
    told = b"Error: standard input is closed\n  name a file, or pipe the text in\n"
    assert (closed.returncode, closed.stdout, closed.stderr) == (2, b"", told)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a folder in use stays")
@pytest.mark.parametrize("words", [("lookup", "The port is open."), ("validate",), ("compare", "a", "b")])
def test_a_current_folder_that_is_gone_is_told(shell, tmp_path, words):
    gone = tmp_path / "gone"
    gone.mkdir()
    found = subprocess.run(
        ["sh", "-c", 'cd "$0" && rmdir "$0" && exec "$@"', str(gone), *shell.command, *words],
        capture_output=True,
        env=shell.environment,
        timeout=60,
    )
    told = b"Error: the folder that you are in is gone\n  go to one that exists\n"
    assert (found.returncode, found.stdout, found.stderr) == (2, b"", told)


@pytest.mark.parametrize("words", [("validate",), ("lookup", "The port is open.")])
def test_no_other_workspace_stands_in_for_one_that_cannot_be_looked_into(run, tmp_path, monkeypatch, words):
    closed = tmp_path / "closed"
    closed.mkdir()
    monkeypatch.chdir(closed)
    monkeypatch.setattr(os, "access", lambda path, mode: os.fspath(path) != str(closed))
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{closed}: cannot be looked into for a workspace\n  give yourself the right" in result.stderr


def test_the_environment_is_blamed_for_what_it_says(run):
    result = run("validate", env={"FACTCHECK_OUTPUT_FORMAT": "foo"})
    assert (result.exit_code, "env var: 'FACTCHECK_OUTPUT_FORMAT'" in result.stderr) == (2, True)


def test_a_column_is_for_the_files_that_have_some(run, port_folder):
    (port_folder / "draft.txt").write_text("The port reopened in 2024.\n", encoding="utf-8")
    (port_folder / "table.csv").write_text("said\nThe port reopened in 2024.\n", encoding="utf-8")
    assert "none of the files" not in run("check", "draft.txt", "table.csv", "--column", "said").stderr
    lines = "said\nThe port reopened in 2024.\n"
    found = run("check", "-", "--stdin-filename", "a.csv", "--column", "said", stdin=lines)
    assert "none of the files" not in found.stderr
    (port_folder / "factcheck.toml").write_text('[check]\ncolumn = "said"\n', encoding="utf-8")
    assert "none of the files" not in run("check", "draft.txt").stderr


def test_a_workspace_that_cannot_be_written_to_is_named(run, port_folder, monkeypatch):
    real = os.open

    def refuse(path, flags, *rest, **more):
        if str(path).endswith(".factcheck-lock"):
            raise OSError(errno.EROFS, "Read-only file system", path)
        return real(path, flags, *rest, **more)

    monkeypatch.setattr("os.open", refuse)
    result = run("fix")
    assert result.exit_code == 2
    assert f"{port_folder.resolve()}{os.sep}.factcheck-lock: cannot be written: Read-only" in result.stderr
    assert "work on a copy of the workspace" in result.stderr
