"""A lookup that is read without click answers as the same lookup does through click, to the byte."""

import os
import sys

import click
import pytest
from click.testing import CliRunner

from factcheck.cli import cli
from factcheck.cli.console import errors_to_exit_codes
from factcheck.cli.plain import plain_lookup

SUPPORTED = "Over three hundred people work in the port of Porto Lume."
REFUTED = "Fewer than fifty people work in the port of Porto Lume."


class WithoutClick(click.Command):
    """Stands in for the console script, so that click's runner can catch what it prints."""

    def main(self, args, **extra):
        lookup = plain_lookup(["lookup", *args], os.environ)
        assert lookup is not None, "click has to read it"
        with errors_to_exit_codes():
            sys.exit(lookup.answer())


def told(result):
    return result.exit_code, result.stdout_bytes, result.stderr_bytes


PLAIN = [
    *([SUPPORTED], [REFUTED], SUPPORTED.split(), ["port"], ["Who", "works", "there?"], ["The moon is cold."]),
    *([" "], ["\u00a0"], ["a\tb"], ["-"], ["-", SUPPORTED], ["é", "\x1b[31m"], ["\udcff"], ["x" * 5000]),
    *(["--exit-zero", REFUTED], [REFUTED, "--exit-zero"], ["The", "--explain", "port"]),
    *(["-q", SUPPORTED], ["-v", SUPPORTED], ["-v", "--verbose", "-q", SUPPORTED], ["--quiet", "-q", "port"]),
    *(["--limit", "1", "port"], ["--limit", "1", "--limit", "100", "port"], ["--curated-only", "fire"]),
    *(["--output-format", "json", REFUTED], ["--output-format", "jsonl", SUPPORTED, "--isolated"]),
    *(["--output-format", "text", SUPPORTED, "--allow-empty"], ["--workspace", "nowhere", SUPPORTED]),
    *(
        ["--limit", "x", "--limit", "1", "port"],
        ["--output-format", "sarif", "--output-format", "json", "port"],
    ),
    *(["--workspace", ".", SUPPORTED], ["--workspace", "claims", SUPPORTED, "-q"]),
]
ENVIRONMENTS = [
    *({}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}, {"COLUMNS": "40"}, {"FORCE_COLOR": "1", "COLUMNS": "2"}),
    *({"FACTCHECK_WORKSPACE": "."}, {"FACTCHECK_WORKSPACE": "nowhere"}, {"FACTCHECK_WORKSPACE": ""}),
]


@pytest.mark.parametrize("args", PLAIN, ids=repr)
def test_both_ways_answer_alike(run, args):
    plain = CliRunner().invoke(WithoutClick("lookup"), args, input=SUPPORTED)
    assert told(plain) == told(run("lookup", *args, stdin=SUPPORTED))


@pytest.mark.parametrize("env", ENVIRONMENTS, ids=repr)
@pytest.mark.parametrize("args", [[SUPPORTED], ["-v", "--explain", REFUTED]], ids=repr)
def test_both_ways_heed_the_same_environment(run, args, env):
    plain = CliRunner().invoke(WithoutClick("lookup"), args, env=env)
    assert told(plain) == told(run("lookup", *args, env=env))


@pytest.mark.parametrize("args", [[SUPPORTED], ["--curated-only", SUPPORTED], ["--allow-empty", "a port"]])
@pytest.mark.parametrize("change", [{"claims": None}, {"claims": "[[claim]]\n"}, {"sha256": "0" * 64}])
def test_both_ways_tell_the_same_faults(run, port, args, change):
    port.write(**change)
    plain = CliRunner().invoke(WithoutClick("lookup"), args)
    assert told(plain) == told(run("lookup", *args))


def test_both_ways_use_the_bundled_workspace_where_there_is_no_other(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    plain = CliRunner().invoke(WithoutClick("lookup"), ["GUAM corridor"])
    assert told(plain) == told(CliRunner().invoke(cli, ["lookup", "GUAM corridor"], prog_name="factcheck"))


FOR_CLICK = """
--version
check a.txt
-q lookup a
lookup
lookup --exit-zero
lookup --help
lookup -h a
lookup --
lookup -- -a
lookup a --exit-zer
lookup a -vv
lookup a -qv
lookup a -x
lookup a --limit
lookup a --limit 0
lookup a --limit 101
lookup a --limit ١
lookup a --limit=2
lookup a --limit -1
lookup a --output-format sarif
lookup a -o b
lookup a --workspace -q
lookup a --color always
lookup a --config b.toml
lookup a --min-confidence 0.9
"""


@pytest.mark.parametrize(
    "args",
    [*map(str.split, FOR_CLICK.strip().split("\n")), [], ["lookup", ""], ["lookup", "a", "--workspace", ""]],
    ids=repr,
)
def test_click_reads_all_else(port_folder, monkeypatch, args):
    monkeypatch.chdir(port_folder)
    assert plain_lookup(args, {}) is None


@pytest.mark.parametrize(
    "environment", [{"FACTCHECK_OUTPUT_FORMAT": "json"}, {"_FACTCHECK_COMPLETE": "bash_source"}]
)
def test_click_heeds_the_variables_that_set_something(port_folder, monkeypatch, environment):
    monkeypatch.chdir(port_folder)
    assert plain_lookup(["lookup", "a"], environment) is None


@pytest.mark.parametrize(
    ("args", "environment", "plain"),
    [
        ([], {}, False),
        (["--isolated"], {}, True),
        (["--workspace", "ELSEWHERE"], {}, True),
        ([], {"FACTCHECK_WORKSPACE": "ELSEWHERE"}, True),
        (["--workspace", "."], {"FACTCHECK_WORKSPACE": "ELSEWHERE"}, False),
    ],
)
def test_click_reads_the_settings_of_a_file(port_folder, monkeypatch, args, environment, plain):
    monkeypatch.chdir(port_folder)
    (port_folder / "factcheck.toml").write_text("limit = 1\n", encoding="utf-8")
    elsewhere = port_folder.parent / "elsewhere"
    elsewhere.mkdir()
    args = [arg.replace("ELSEWHERE", str(elsewhere)) for arg in args]
    environment = {name: value.replace("ELSEWHERE", str(elsewhere)) for name, value in environment.items()}
    assert (plain_lookup(["lookup", "a", *args], environment) is not None) is plain


def test_click_expands_arguments_on_windows(port_folder, monkeypatch):
    monkeypatch.chdir(port_folder)
    monkeypatch.setattr("factcheck.cli.plain.WINDOWS", True)
    assert plain_lookup(["lookup", "Who?"], {}) is None
    assert plain_lookup(["lookup", "Who"], {}) is not None
