"""Several reports from one run: formats, files, and what CI systems expect."""

import csv
import json
import os
from xml.etree import ElementTree

import pytest

from factcheck.cli.outputs import Output, folders, main_format
from factcheck.finding import Place
from factcheck.reporters import FINDINGS_REPORTERS
from factcheck.workspace import Workspace

ACTIONS = {"GITHUB_ACTIONS": "true", "GITHUB_WORKFLOW": "facts"}


@pytest.fixture
def draft(port_folder, answers):
    (port_folder / "draft.txt").write_text("supported one\nrefuted two\nnot-enough-info three\n", "utf-8")
    return "draft.txt"


@pytest.fixture
def damaged(port):
    return port.write(
        claims=port.claims.replace(
            "hundred people work in the port today", "hundred folks work in the port today"
        )
    )


def test_one_run_prints_and_writes(run, draft, port_folder):
    result = run(
        *("check", draft, "--output-format", "sarif:out.sarif", "--output-format", "concise"),
        *("--output-format", "junit:out.xml", "--output-format", "csv:out.csv"),
    )
    assert result.exit_code == 1
    assert result.stdout.startswith("draft.txt:2:1: error FC401 refuted (81%)")
    assert result.stdout.endswith("3 statements: 1 supported, 1 refuted, 0 conflicting, 1 not-enough-info\n")
    log = json.loads((port_folder / "out.sarif").read_text("utf-8"))
    assert [found["ruleId"] for found in log["runs"][0]["results"]] == ["FC401", "FC403"]
    suites = ElementTree.parse(port_folder / "out.xml").getroot()
    assert (suites.get("tests"), suites.get("failures")) == ("3", "1")
    with (port_folder / "out.csv").open(encoding="utf-8", newline="") as file:
        assert [row["label"] for row in csv.DictReader(file)] == ["supported", "refuted", "not-enough-info"]


def test_what_is_written_does_not_hide_what_was_found(run, draft, port_folder):
    result = run("check", draft, "--output-format", "gitlab:out.json")
    assert "draft.txt:2:1: error FC401" in result.stdout
    assert len(json.loads((port_folder / "out.json").read_text("utf-8"))) == 2


@pytest.mark.parametrize("output_format", FINDINGS_REPORTERS)
@pytest.mark.parametrize("command", ["validate", "check"])
def test_every_format_from_both_commands(run, draft, damaged, command, output_format):
    arguments = [draft] if command == "check" else []
    printed = run(command, *arguments, "--output-format", output_format, "--color", "never")
    assert printed.exit_code == 1
    assert run(command, *arguments, "--output-format", f"{output_format}:out").exit_code == 1
    written = (damaged / "out").read_bytes().decode("utf-8")
    assert written == printed.stdout_bytes.decode("utf-8")


@pytest.mark.parametrize("output_format", ["csv", "github", "gitlab", "junit", "sarif", "json", "jsonl"])
def test_only_formats_for_people_have_a_summary(run, draft, output_format):
    assert "3 statements" not in run("check", draft, "--output-format", output_format).stdout


@pytest.mark.parametrize("output_format", ["text", "concise", "markdown"])
def test_quiet_leaves_the_summary_out(run, draft, output_format):
    arguments = ("check", draft, "--output-format", output_format)
    assert "3 statements" in run(*arguments).stdout
    assert "3 statements" not in run(*arguments, "-q").stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["xml"], "'xml' is not one of 'text', 'json'"),
        (["text:"], "'text:' names no file after the colon"),
        (["text", "json"], "only one format can go without a file"),
        (["text:-", "json"], "only one format can go without a file"),
        (["text:a", "json:a"], "'a' is named twice"),
        (["text:", "json"], "names no file"),
        (["sarif:out.txt", "text"], "'out.txt' is named twice"),
    ],
)
def test_what_does_not_go_together(run, port_folder, words, told):
    options = [part for word in words for part in ("--output-format", word)]
    result = run("validate", *options, "-o", "out.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert not (port_folder / "a").exists()


def test_output_file_takes_the_format_without_a_file(run, draft, port_folder):
    formats = ("--output-format", "json", "--output-format", "concise:out.txt")
    result = run("check", draft, *formats, "-o", "out.json")
    assert result.stdout == ""
    assert json.loads((port_folder / "out.json").read_text("utf-8"))["summary"]["errors"] == 1
    assert "error FC401" in (port_folder / "out.txt").read_text("utf-8")


def test_a_file_that_cannot_be_written_is_told_before_anything_is_printed(run, draft):
    result = run("check", draft, "--output-format", "sarif:no/such/folder/a.sarif")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no/such/folder/a.sarif: cannot be written" in result.stderr


def test_files_have_no_colour_unless_asked(run, draft, port_folder):
    run("check", draft, "--output-format", "text:out.txt", env={"FORCE_COLOR": "1"})
    assert b"\x1b" not in (port_folder / "out.txt").read_bytes()


def test_the_environment_names_formats_too(run, draft, port_folder):
    result = run("check", draft, env={"FACTCHECK_OUTPUT_FORMAT": "concise sarif:out.sarif"})
    assert result.stdout.startswith("draft.txt:2:1: error FC401")
    assert (port_folder / "out.sarif").exists()
    chosen = run("check", draft, "--output-format", "json", env={"FACTCHECK_OUTPUT_FORMAT": "concise"})
    assert json.loads(chosen.stdout)


@pytest.mark.parametrize(
    ("named", "begins"),
    [("sarif", "tags"), ("github sarif:a", "tags"), ("sarif:a json", "{"), ("json", "{"), ("", "tags")],
)
def test_a_format_of_findings_leaves_other_commands_as_they_are(run, named, begins):
    result = run("list", env={"FACTCHECK_OUTPUT_FORMAT": named})
    assert result.exit_code == 0
    assert result.stdout.startswith("{") is (begins == "{")


@pytest.mark.parametrize(
    ("outputs", "environment", "chosen"),
    [
        ((), {}, "text"),
        ((), ACTIONS, "github"),
        ((), {"GITHUB_ACTIONS": "true"}, "text"),
        ((), {"GITHUB_WORKFLOW": "facts"}, "text"),
        ((Output("concise"),), ACTIONS, "concise"),
        ((Output("sarif", "a"),), ACTIONS, "text"),
        ((Output("sarif", "a"), Output("json")), {}, "json"),
    ],
)
def test_the_format_of_what_has_no_file(outputs, environment, chosen):
    assert main_format(outputs, environment) == chosen


def test_in_github_actions_findings_are_annotations(run, draft):
    assert run("check", draft, env=ACTIONS).stdout.startswith("::error title=FC401,file=draft.txt,line=2,")
    assert run("check", draft, "--output-format", "concise", env=ACTIONS).stdout.startswith("draft.txt:2:1")
    assert run("list", env=ACTIONS).stdout.startswith("id")


def test_in_github_actions_a_file_is_still_text(run, draft, port_folder):
    run("check", draft, "-o", "out.txt", env=ACTIONS)
    assert b"::error" not in (port_folder / "out.txt").read_bytes()


@pytest.mark.parametrize(
    ("sign", "variable"), [("GITHUB_ACTIONS", "GITHUB_WORKSPACE"), ("GITLAB_CI", "CI_PROJECT_DIR")]
)
def test_paths_begin_at_the_checkout(run, draft, damaged, monkeypatch, sign, variable):
    (damaged / "drafts").mkdir()
    (damaged / draft).rename(damaged / "drafts" / draft)
    monkeypatch.chdir(damaged / "drafts")
    environment = {sign: "true", variable: str(damaged)}

    def uris(*arguments):
        log = json.loads(run(*arguments, "--output-format", "sarif", env=environment).stdout)
        result = log["runs"][0]["results"][0]
        places = [*result["locations"], *result["relatedLocations"]]
        return [place["physicalLocation"]["artifactLocation"]["uri"] for place in places]

    assert uris("check", draft)[:2] == ["drafts/draft.txt", "src_text/port.txt"]
    assert uris("check", str(damaged / "drafts" / draft))[0] == "drafts/draft.txt"
    assert uris("validate") == ["claims/port.toml", "src_text/port.txt"]
    environment[variable] = os.devnull
    assert uris("check", draft)[:2] == ["draft.txt", "../src_text/port.txt"]


def test_the_bundled_workspace_is_no_part_of_the_project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    places = folders(Workspace(Place(tmp_path / "elsewhere", bundled=True)))
    assert places.of_workspace("src_text/a.txt") == "src_text/a.txt"


def test_the_shell_completes_formats(run):
    environment = {"_FACTCHECK_COMPLETE": "bash_complete", "COMP_CWORD": "3"}
    result = run(env={**environment, "COMP_WORDS": "factcheck check --output-format gi"})
    assert [line.partition(",")[2] for line in result.stdout.split()] == ["github", "gitlab"]


def test_nothing_checked_writes_no_report(run, port_folder):
    (port_folder / "draft.txt").write_text("", "utf-8")
    result = run("check", "draft.txt", "--output-format", "junit:out.xml")
    assert result.exit_code == 2
    assert not (port_folder / "out.xml").exists()
