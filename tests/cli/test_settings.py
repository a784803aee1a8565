"""Settings from a file, and what the command line and the environment do to them."""

import jsonschema
import pytest

from factcheck.schema import load_schema


@pytest.fixture
def settings(port_folder):
    """Writes a file of settings into the workspace."""

    def write(text, name="factcheck.toml"):
        (port_folder / name).write_text(text, encoding="utf-8")
        return port_folder / name

    return write


def holds(run, command, key, *args, env=None):
    """Value and origin of a flag, as `factcheck config` shows them."""
    result = run("config", command, *args, env=env)
    assert result.exit_code == 0, result.output
    [line] = [line for line in result.stdout.splitlines() if line.split("=")[0].strip() == key]
    value, _, origin = line.split("=", 1)[1].strip().partition("  ")
    return value, origin.strip()


def test_default_then_file_then_environment_then_command_line(run, settings):
    assert holds(run, "validate", "output-format") == ("not set", "default")
    assert holds(run, "validate", "fail-on") == ('"error"', "default")
    settings('fail-on = "note"\noutput-format = "concise"\n')
    assert holds(run, "validate", "fail-on") == ('"note"', "factcheck.toml:1")
    assert holds(run, "validate", "output-format") == ('["concise"]', "factcheck.toml:2")
    env = {"FACTCHECK_OUTPUT_FORMAT": "json"}
    assert holds(run, "validate", "output-format", env=env) == (
        '["json"]',
        "environment, FACTCHECK_OUTPUT_FORMAT",
    )
    assert holds(run, "validate", "fail-on", "--fail-on", "never") == ('"never"', "command line")


def test_the_table_of_a_command_comes_before_the_top(run, settings):
    settings("limit = 2\n\n[check]\nlimit = 1\n")
    assert holds(run, "lookup", "limit") == ("2", "factcheck.toml:1")
    assert holds(run, "check", "limit") == ("1", "factcheck.toml:4")


def test_a_pyproject_and_folders_below(run, settings, port_folder, monkeypatch):
    settings("[project]\nname = 'x'\n\n[tool.factcheck]\nlimit = 2\n", "pyproject.toml")
    below = port_folder / "articles"
    below.mkdir()
    (below / "pyproject.toml").write_text("[project]\nname = 'y'\n", encoding="utf-8")
    monkeypatch.chdir(below)
    value, origin = holds(run, "lookup", "limit")
    assert value == "2"
    assert origin.endswith("pyproject.toml:5")


def test_isolated_and_a_file_by_name(run, settings, tmp_path):
    settings("limit = 2\n")
    other = tmp_path / "other.toml"
    other.write_text("limit = 4\n", encoding="utf-8")
    assert holds(run, "lookup", "limit", "--isolated")[0] == "3"
    assert holds(run, "lookup", "limit", "--config", str(other))[0] == "4"


def test_an_output_format_of_findings_is_none_of_answers(run, settings):
    settings('output-format = "sarif"\n')
    assert run("lookup", "The port reopened in March 2024.").stdout.startswith(("supported", "not-enough"))
    assert '"version": "2.1.0"' in run("validate").stdout
    settings('output-format = "json"\n')
    assert run("lookup", "The port reopened in March 2024.").stdout.startswith("{")
    env = {"FACTCHECK_OUTPUT_FORMAT": "text"}
    assert not run("lookup", "The port reopened in March 2024.", env=env).stdout.startswith("{")


@pytest.mark.parametrize(
    ("text", "place", "mend"),
    [
        (
            'fail-un = "note"\n',
            "factcheck.toml:1:1: error FC103 unknown key `fail-un`",
            "did you mean `fail-on`?",
        ),
        ("[validat]\nselect = []\n", "factcheck.toml:1:1: error FC103 unknown key `validat`", "`validate`"),
        ('[check]\nfail-on = "bad"\n', "factcheck.toml:2:1: error FC105", "is not one of"),
        ('limit = "2"\n', "factcheck.toml:1:1: error FC105", "must be a whole number"),
        ("limit =\n", "factcheck.toml:1:", "FC102"),
        ("[validate.severity]\nFC303 = 'grave'\n", "factcheck.toml:2:1: error FC105", "is not one of"),
    ],
)
def test_settings_that_are_no_good(run, settings, text, place, mend):
    settings(text)
    result = run("validate")
    assert result.exit_code == 2
    assert place in result.stderr
    assert mend in result.stderr
    assert run("validate", "--isolated").exit_code == 0


def test_a_value_out_of_range_names_its_place(run, settings):
    settings("limit = 300\n")
    result = run("lookup", "The port reopened.")
    assert result.exit_code == 2
    assert "(in factcheck.toml:1)" in result.stderr
    assert "(in " not in run("lookup", "--limit", "300", "The port reopened.").stderr


def test_no_such_file(run):
    result = run("validate", "--config", "nowhere.toml")
    assert result.exit_code == 2
    assert "nowhere.toml: there is no such file" in result.stderr


def test_rules_are_settled(run, settings, port, port_folder):
    port.write(claims=port.claims.replace("people work in the port today", "people worked in the port today"))
    assert "error FC201" in run("validate", "--output-format", "concise").stdout
    settings('[validate]\noutput-format = ["concise"]\n[validate.severity]\nFC2 = "note"\n')
    result = run("validate")
    assert "note FC201" in result.stdout
    assert result.exit_code == 0
    settings('[validate.per-file-ignores]\n"claims/p*.toml" = ["FC2"]\n')
    assert "FC201" not in run("validate").stdout
    assert "FC201" not in run("validate", "--isolated", "--select", "FC1,FC3").stdout
    assert run("validate", "--isolated", "--ignore", "FC201").exit_code == 0


def test_check_is_settled(run, port_folder):
    (port_folder / "s.txt").write_text("The port of Porto Lume reopened in March 2023.\n", encoding="utf-8")
    assert "error FC401" in run("check", "s.txt", "--output-format", "concise").stdout
    result = run("check", "s.txt", "--severity", "FC401=note", "--output-format", "text")
    assert "note FC401" in result.stdout
    assert "^^^^" in result.stdout
    assert result.exit_code == 0
    assert "FC401" not in run("check", "s.txt", "--ignore", "FC4").stdout


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--select", "FC999"), "there is no rule 'FC999'"),
        (("--severity", "FC303=grave"), "is not a code, = and one of error, warning, note"),
        (("--per-file-ignores", "FC3"), "is not a pattern, a colon and codes"),
    ],
)
def test_wrong_flags(run, args, words):
    result = run("validate", *args)
    assert result.exit_code == 2
    assert words in result.stderr.replace("\n", " ")


def test_the_whole_configuration(run, settings):
    assert run("config").stdout == "all settings are the default ones\n"
    settings("limit = 2\n[source.add]\nlanguage = 'en'\n")
    shown = run("config").stdout
    assert "factcheck lookup\n  limit = 2" in shown
    assert "factcheck source add\n  language = " in shown
    assert run("config", "valid").exit_code == 2
    assert "did you mean `validate`?" in run("config", "valid").stderr


def test_the_schema_is_one(run):
    jsonschema.Draft202012Validator.check_schema(load_schema("config"))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("FC203",), "# FC203 source-changed"),
        (("not-verbatim",), "# FC201 not-verbatim"),
        ((), "FC101  error    unreadable-file\n"),
    ],
)
def test_rule(run, words, shown):
    result = run("rule", *words)
    assert result.exit_code == 0
    assert result.stdout.startswith(shown)


def test_no_such_rule(run):
    result = run("rule", "FC23")
    assert result.exit_code == 2
    assert "did you mean FC203?" in result.stderr or "did you mean FC2" in result.stderr
