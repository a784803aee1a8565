"""The command in a process of its own: exit codes, pipes, terminals, imports."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX pipes and terminals")
CLAIM = "Over three hundred people work in the port of Porto Lume."

_STOPPED = """
import factcheck.cli.plain

def stop(*_):
    raise KeyboardInterrupt

factcheck.cli.plain.plain_lookup = stop
from factcheck.cli import main
main()
"""


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["lookup", *CLAIM.split()], 0),
        (["lookup", "The moon is made of green cheese."], 1),
        (["lookup", "--exit-zero", "green cheese"], 0),
        (["lookup", ""], 2),
        (["validate"], 0),
        (["list"], 0),
        (["cite", "nobody"], 2),
        (["--version"], 0),
        ([], 2),
    ],
)
def test_exit_codes(shell, args, code):
    result = shell(*args)
    assert result.returncode == code
    assert b"Traceback" not in result.stderr


def test_a_pipe_feeds_a_statement(shell):
    result = shell("lookup", "-", "--output-format", "json", stdin=CLAIM.encode())
    assert json.loads(result.stdout)["label"] == "supported"


@posix
@pytest.mark.parametrize("args", [["list"], ["show", "port-staff"], ["list", "--output-format", "json"]])
def test_a_closed_pipe_ends_quietly(shell, args):
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        [*shell.command, *args],
        stdout=writer,
        stderr=subprocess.PIPE,
        cwd=shell.folder,
        env=shell.environment,
        timeout=60,
    )
    os.close(writer)
    assert (result.returncode, result.stderr) == (141, b"")


@posix
def test_closed_standard_streams_are_no_crash(shell):
    command = " ".join([*shell.command, "lookup", "'green cheese'", ">&-", "2>&-"])
    result = subprocess.run(["sh", "-c", command], cwd=shell.folder, env=shell.environment, timeout=60)
    assert result.returncode == 1


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(shell):
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [*shell.command, "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=shell.folder,
            env=shell.environment,
            timeout=60,
        )
    assert result.returncode == 2
    assert b"No space left" in result.stderr
    assert b"Traceback" not in result.stderr


@posix
def test_an_interrupt_ends_quietly(shell):
    process = subprocess.Popen(
        [*shell.command, "lookup", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=shell.folder,
        env={**shell.environment, "PYTHONSTARTUP": ""},
    )
    # It is past its imports once it has read what no pipe can hold.
    process.stdin.write(b"a" * 500_000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_that_is_not_utf_8_gets_replacements(shell, encoding):
    result = shell("show", "port-staff", env={"PYTHONIOENCODING": encoding})
    assert result.returncode == 0
    assert b"Over three hundred people work in the port today." in result.stdout
    result.stdout.decode(encoding)


def test_json_is_utf_8_whatever_the_terminal(shell):
    result = shell("list", "--output-format", "json", env={"PYTHONIOENCODING": "ascii"})
    assert json.loads(result.stdout.decode("utf-8"))["summary"]["total"] == 3


def test_environment(shell):
    assert b"\x1b[" in shell("show", "port-staff", env={"FORCE_COLOR": "1"}).stdout
    assert b"\x1b[" not in shell("show", "port-staff", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    wrong = shell("list", env={"FACTCHECK_OUTPUT_FORMAT": "xml"})
    assert wrong.returncode == 2
    assert b"'xml' is not one of" in wrong.stderr


@posix
def test_a_terminal_gets_colour_and_its_own_width(shell):
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 50, 0, 0))
    result = subprocess.run(
        [*shell.command, "show", "port-staff"],
        stdout=slave,
        stderr=subprocess.PIPE,
        cwd=shell.folder,
        env={**shell.environment, "LC_ALL": "C.UTF-8", "TERM": "xterm"},
        timeout=60,
    )
    os.close(slave)
    text = os.read(master, 65536).decode()
    os.close(master)
    assert result.returncode == 0
    assert "\x1b[1mport-staff\x1b[0m" in text
    assert "“\x1b[1mOver three hundred people work in the port\x1b[0m\r\n  \x1b[1mtoday.\x1b[0m”" in text


def loaded_by_a_lookup(shell, cache):
    """The modules of a process that has looked a statement up."""
    code = (
        "import sys; sys.argv = ['factcheck', 'lookup', 'The port is open.']\n"
        "from factcheck.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sorted(sys.modules))"
    )
    environment = {**shell.environment, "FACTCHECK_CACHE_DIR": str(cache)}
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=shell.folder, env=environment, timeout=60
    )
    return set(result.stdout.decode().split("\n")[-2].split())


NEVER_NEEDED = {
    "click",
    "tabulate",
    "importlib.metadata",
    "importlib.resources",
    "jinja2",
    "difflib",
    "csv",
    "sqlite3",
    "logging",
    "subprocess",
    "factcheck.cli.check",
    "factcheck.edit",
    "factcheck.explain",
    "factcheck.prose",
    "factcheck.validate",
    "factcheck.reporters.json_format",
    "factcheck.reporters.report",
    "factcheck.reporters.table",
}
TO_READ_A_WORKSPACE = {
    "dataclasses",
    "inspect",
    "tomllib",
    "factcheck.anchor",
    "factcheck.claims",
    "factcheck.datafiles",
    "factcheck.schema",
    "factcheck.sources",
    "factcheck.tomlfile",
}


def test_lookup_imports_nothing_that_it_does_not_need(shell, tmp_path):
    loaded = loaded_by_a_lookup(shell, tmp_path / "cache")
    assert {"factcheck.lookup", *TO_READ_A_WORKSPACE} <= loaded
    assert not loaded & NEVER_NEEDED


def test_lookup_reads_no_workspace_that_is_kept(shell, tmp_path):
    loaded_by_a_lookup(shell, tmp_path / "cache")
    loaded = loaded_by_a_lookup(shell, tmp_path / "cache")
    assert "factcheck.lookup" in loaded
    assert not loaded & (NEVER_NEEDED | TO_READ_A_WORKSPACE)


def test_ctrl_c_before_the_command_begins_is_no_traceback(shell):
    found = subprocess.run(
        [sys.executable, "-c", _STOPPED], env=shell.environment, capture_output=True, timeout=60
    )
    assert (found.returncode, found.stdout, found.stderr) == (130, b"", b"")
