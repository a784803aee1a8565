"""`factcheck validate`."""

import json

import pytest

from factcheck.model import Diagnostic, Location, Severity

WARNING = Diagnostic(
    "FC301", Severity.WARNING, "odd \x1b[1m", Location("claims/port.toml", 3, 2), "mend", "id"
)


def test_a_sound_workspace(run):
    result = run("validate")
    assert result.exit_code == 0
    assert result.stdout == "3 claims, 4 quotes, 1 source: no faults\n"


def test_quiet_and_sound_prints_nothing(run):
    assert run("validate", "-q").output == ""


@pytest.mark.parametrize(
    ("damage", "shown"),
    [
        ({"sha256": "0" * 64}, "src_text/sources.toml:1:1: error FC203 "),
        ({"claims": "[[claim]\n"}, "claims/port.toml:1:"),
        ({"claims": '[[claim]]\nid = "a"\nstatment = "b"\n'}, "error FC103 unknown key `statment`"),
    ],
)
def test_faults_of_the_workspace_are_findings(run, port, damage, shown):
    port.write(**damage)
    result = run("validate")
    assert result.exit_code == 1
    assert shown in result.stdout
    assert run("validate", "--fail-on", "never").exit_code == 0


def test_a_quote_that_is_not_verbatim_is_named(run, port):
    port.write(claims=port.claims.replace("Over three hundred people work", "Over three hundred folks work"))
    result = run("validate")
    assert result.exit_code == 1
    assert "port-staff" in result.stdout
    assert "1 error" in result.stdout


def test_a_finding_has_its_place_its_claim_and_its_mend(run, monkeypatch):
    monkeypatch.setattr("factcheck.validate.validate", lambda workspace, selection: [WARNING])
    result = run("validate")
    assert "claims/port.toml:3:2: warning FC301 odd \\x1b[1m [id]\n" in result.stdout
    assert '  3 | statement = "Over three hundred people' in result.stdout
    assert "\n  help: mend\n" in result.stdout
    assert result.exit_code == 0
    assert run("validate", "--fail-on", "warning").exit_code == 1


def test_json(run, monkeypatch):
    monkeypatch.setattr("factcheck.validate.validate", lambda workspace, selection: [WARNING])
    payload = json.loads(run("validate", "--output-format", "json").stdout)
    assert payload == {
        "schema_version": 1,
        "findings": [
            {
                "code": "FC301",
                "severity": "warning",
                "message": "odd \x1b[1m",
                "path": "claims/port.toml",
                "line": 3,
                "column": 2,
                "mend": "mend",
                "claim_id": "id",
            }
        ],
        "summary": {"claims": 3, "evidence": 4, "sources": 1, "errors": 0, "warnings": 1, "notes": 0},
    }


def test_an_empty_workspace_does_not_look_green(run, port):
    (port.folder / "claims" / "port.toml").unlink()
    (port.folder / "src_text" / "sources.toml").unlink()
    result = run("validate")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "the workspace has no claims: nothing was checked" in result.stderr
    assert run("validate", "--allow-empty").exit_code == 0
