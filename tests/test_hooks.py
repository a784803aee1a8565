"""The hooks, the action and the lines of docs/ci.md, each run as far as it can be without a network.

pre-commit itself runs the hooks on a scratch repository. Only how they are installed is another there:
`language: system` takes the command that is tested here. The steps of the action are run by bash.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

yaml = pytest.importorskip("yaml", reason="PyYAML comes with pre-commit: pip install pre-commit")

ROOT = Path(__file__).parents[1]
HOOKS, ACTION, DOCS = ROOT / ".pre-commit-hooks.yaml", ROOT / "action.yml", ROOT / "docs" / "ci.md"
GITLAB = Path(__file__).parent / "schemas" / "gitlab-code-quality.schema.json"
RIGHT = "“Over three hundred people work in the port today,” said Ines Varga.\n"
WRONG = "# The port\n\n“Over four hundred people work in the port today,” said Ines Varga.\n"

pytestmark = [
    pytest.mark.skipif(not HOOKS.exists(), reason="no checkout: the hooks' files are not installed"),
    pytest.mark.skipif(shutil.which("bash") is None, reason="no bash to run the lines with"),
]


@pytest.fixture
def machine(tmp_path, shell):
    """A machine: `factcheck` and `python3` on the path, a home of its own; runs commands in a folder."""
    commands = tmp_path / "bin"
    commands.mkdir()
    for name, words in (("factcheck", "-m factcheck"), ("python3", "")):
        command = commands / name
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n', encoding="utf-8")
        command.chmod(0o755)
    environment = {
        **shell.environment,
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "GIT_CONFIG_NOSYSTEM": "1",
        **{
            f"GIT_{who}_{what}": "t@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
    }

    def run(*command, folder, env=None, check=False):
        return subprocess.run(
            command,
            cwd=folder,
            env={**environment, **(env or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=check,
        )

    return run


def hooks():
    return {hook["id"]: hook for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8"))}


class Repository:
    """A git repository with the invented workspace, whose pre-commit configuration names the hooks."""

    def __init__(self, folder, machine, hook_folder):
        self.folder, self._machine = folder, machine
        manifest = [{**hook, "language": "system"} for hook in hooks().values()]
        hook_folder.mkdir()
        (hook_folder / ".pre-commit-hooks.yaml").write_text(yaml.safe_dump(manifest), encoding="utf-8")
        self._commit(hook_folder)
        rev = machine("git", "rev-parse", "HEAD", folder=hook_folder, check=True).stdout.strip()
        used = {"repo": str(hook_folder), "rev": rev, "hooks": [{"id": name} for name in hooks()]}
        (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [used]}), encoding="utf-8")
        self._commit(folder)

    def _commit(self, folder):
        for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "first")):
            self._machine("git", *command, folder=folder, check=True)

    def stage(self, name, text):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self._machine("git", "add", "--all", folder=self.folder, check=True)

    def run(self):
        """What pre-commit says of what is staged, by hook: its outcome and its whole output."""
        command = (sys.executable, "-m", "pre_commit", "run", "--color", "never")
        result = self._machine(*command, folder=self.folder)
        outcomes = dict(re.findall(r"^(factcheck \w+)\.+(?:\([^)]*\))?(\w+)$", result.stdout, re.MULTILINE))
        return result, outcomes


@pytest.fixture
def repository(machine, port_folder, tmp_path):
    pytest.importorskip("pre_commit", reason="pre-commit is not installed: pip install pre-commit")
    if shutil.which("git") is None:
        pytest.skip("git is not installed: pre-commit needs it")
    return Repository(port_folder, machine, tmp_path / "hooks")


def test_the_manifest_is_one(machine, tmp_path):
    pytest.importorskip("pre_commit", reason="pre-commit is not installed: pip install pre-commit")
    result = machine(sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS), folder=tmp_path)
    assert (result.returncode, result.stdout) == (0, "")


def test_a_right_article_passes(repository):
    repository.stage("articles/a b.md", RIGHT)
    result, outcomes = repository.run()
    assert outcomes == {"factcheck validate": "Skipped", "factcheck check": "Passed"}, result.stdout
    assert result.returncode == 0


def test_a_wrong_article_fails_with_its_place(repository):
    repository.stage("articles/a.md", RIGHT)
    repository.stage("articles/b.md", WRONG)
    result, outcomes = repository.run()
    assert outcomes["factcheck check"] == "Failed"
    assert "articles/b.md:3:7: error FC405" in result.stdout
    assert result.returncode == 1


def test_a_changed_source_fails_the_whole_workspace_once(repository, port):
    text = port.text.replace("Over three hundred", "Under three hundred")
    repository.stage("src_text/port.txt", text)
    result, outcomes = repository.run()
    assert outcomes == {"factcheck validate": "Failed", "factcheck check": "Skipped"}
    assert result.stdout.count("FC203") == 1


def test_what_is_none_of_theirs_is_skipped(repository):
    repository.stage("notes.txt", "The port is closed.\n")
    result, outcomes = repository.run()
    assert set(outcomes.values()) == {"Skipped"}
    assert result.returncode == 0


@pytest.fixture
def action(machine, port_folder, tmp_path):
    """Runs a step of the action by its name; gives the result, the job's summary and its path."""
    steps = {
        step["name"]: step for step in yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]
    }
    defaults = {
        name: given["default"]
        for name, given in yaml.safe_load(ACTION.read_text(encoding="utf-8"))["inputs"].items()
    }
    temporary = tmp_path / "runner temp"
    temporary.mkdir()

    def run(step, **inputs):
        values = {**defaults, **{name.replace("_", "-"): value for name, value in inputs.items()}}
        given = {
            name: re.sub(
                r"\$\{\{ (inputs\.([\w-]+)|github\.action_path) \}\}",
                lambda match: values[match[2]] if match[2] else "/the/action",
                template,
            )
            for name, template in steps[step]["env"].items()
        }
        summary, path = tmp_path / "summary.md", tmp_path / "path.txt"
        for file in (summary, path):
            file.write_text("", encoding="utf-8")
        environment = {
            "RUNNER_TEMP": str(temporary),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_PATH": str(path),
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(port_folder),
            **given,
        }
        # As the runner calls bash: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax
        command = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", steps[step]["run"])
        result = machine(*command, folder=port_folder, env=environment)
        return result, summary.read_text(encoding="utf-8"), path.read_text(encoding="utf-8").strip()

    return run


def test_the_action_has_its_inputs():
    action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    assert set(action["inputs"]) == {"files", "fail-on", "workspace", "version"}
    assert action["runs"]["using"] == "composite"
    for step in action["runs"]["steps"]:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "an input within a script could run commands of its own"
        named = set(re.findall(r"inputs\.([\w-]+)", str(step["env"])))
        assert named <= set(action["inputs"])


def test_the_action_annotates_and_sums_up_in_one_run(action, port_folder):
    (port_folder / "articles").mkdir()
    (port_folder / "articles" / "b c.md").write_text(WRONG, encoding="utf-8")
    result, summary, _ = action("Run factcheck", files="articles/\n  \narticles/*c.md\n")
    assert result.returncode == 1
    annotations = [line for line in result.stdout.splitlines() if line.startswith("::error")]
    assert len(annotations) == 1
    assert "file=articles/b c.md,line=3,col=7,endLine=3,endColumn=11::" in annotations[0]
    assert "FC405" in summary


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"files": "a.md"}, 0),
        ({"files": "b.md"}, 1),
        ({"files": "b.md", "fail_on": "never"}, 0),
        ({"files": "*.md"}, 1),
        ({"files": "$(touch broken).md"}, 2),
        ({"files": "--help"}, 2),
        ({"files": "nothing/*.md"}, 2),
        ({"files": "a.md", "workspace": "nowhere"}, 2),
        ({}, 0),
    ],
)
def test_the_action_fails_as_the_command_does(action, port_folder, inputs, code):
    (port_folder / "a.md").write_text(RIGHT, encoding="utf-8")
    (port_folder / "b.md").write_text(WRONG, encoding="utf-8")
    result, summary, _ = action("Run factcheck", **inputs)
    assert result.returncode == code, result.stdout + result.stderr
    assert bool(summary) is (code < 2)
    assert not (port_folder / "broken").exists()


def test_without_files_the_action_validates_the_workspace(action, port):
    port.write(text=port.text.replace("Over three", "Under three"), sha256="0" * 64)
    result, summary, _ = action("Run factcheck")
    assert result.returncode == 1
    assert "FC203" in summary


@pytest.mark.parametrize(("version", "package"), [("", "/the/action"), ("0.1.0", "factcheck-cli==0.1.0")])
def test_the_action_installs_itself_or_a_version(action, tmp_path, version, package):
    python = tmp_path / "bin" / "python3"
    # Stands in for `python3 -m venv FOLDER`: the folder's own Python writes down what it is to install.
    python.write_text(
        '#!/bin/sh\nmkdir -p "$3/bin"\n'
        f'printf \'#!/bin/sh\\necho "$@" >> "{tmp_path}/installed"\\n\' > "$3/bin/python"\nchmod +x "$3/bin/python"\n',
        encoding="utf-8",
    )
    result, _, path = action("Install factcheck", version=version)
    assert result.returncode == 0, result.stderr
    words = (tmp_path / "installed").read_text(encoding="utf-8").split()
    assert words[:3] == ["-m", "pip", "install"]
    assert words[-1] == package
    assert path.endswith("factcheck-venv/bin")


def snippets():
    found = re.findall(r"^```yaml\n(.*?)^```$", DOCS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [yaml.safe_load(block) for block in found]


def test_the_configurations_name_what_there_is():
    configured = [
        hook for item in snippets() if "repos" in item for repo in item["repos"] for hook in repo["hooks"]
    ]
    assert {hook["id"] for hook in configured} == set(hooks())
    (workflow,) = [item for item in snippets() if "jobs" in item]
    steps = [step for step in workflow["jobs"]["facts"]["steps"] if step["uses"].startswith("OWNER/")]
    inputs = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["inputs"]
    assert set(steps[-1]["with"]) <= set(inputs)


def test_the_configuration_is_one_for_pre_commit(machine, tmp_path):
    pytest.importorskip("pre_commit", reason="pre-commit is not installed: pip install pre-commit")
    for item in snippets():
        if "repos" not in item:
            continue
        path = tmp_path / "config.yaml"
        path.write_text(yaml.safe_dump(item), encoding="utf-8")
        result = machine(sys.executable, "-m", "pre_commit", "validate-config", str(path), folder=tmp_path)
        assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("text", "code"), [(RIGHT, 0), (WRONG, 1)])
def test_the_lines_for_gitlab(machine, port_folder, text, code):
    (port_folder / "articles").mkdir()
    (port_folder / "articles" / "a.md").write_text(text, encoding="utf-8")
    (job,) = [item["facts"] for item in snippets() if isinstance(item, dict) and "facts" in item]
    lines = [line for line in job["script"] if not line.startswith("pip ")]
    result = machine("bash", "-e", "-c", "\n".join(lines), folder=port_folder, env={"GITLAB_CI": "true"})
    assert result.returncode == code, result.stdout + result.stderr
    reports = job["artifacts"]["reports"]
    issues = json.loads((port_folder / reports["codequality"]).read_text(encoding="utf-8"))
    jsonschema.validate(issues, json.loads(GITLAB.read_text(encoding="utf-8")))
    assert [issue["location"]["path"] for issue in issues] == ["articles/a.md"] * code
    assert "<testsuites" in (port_folder / reports["junit"]).read_text(encoding="utf-8")


def test_the_lines_for_code_scanning(machine, port_folder):
    (port_folder / "articles").mkdir()
    (port_folder / "articles" / "a.md").write_text(WRONG, encoding="utf-8")
    (steps,) = [item for item in snippets() if isinstance(item, list)]
    result = machine("bash", "-e", "-c", steps[0]["run"], folder=port_folder)
    assert result.returncode == 1
    log = json.loads((port_folder / steps[1]["with"]["sarif_file"]).read_text(encoding="utf-8"))
    (found,) = log["runs"][0]["results"]
    assert found["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "src_text/port.txt"
