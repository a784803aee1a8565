"""What each format of findings promises besides its schema."""

import dataclasses
import json

import pytest

from factcheck.model import Diagnostic, Location, Passage, Severity, Span
from factcheck.reporters import FINDINGS_REPORTERS
from factcheck.reporters.identity import fingerprints
from factcheck.reporters.layout import Style
from factcheck.reporters.report import CheckReport, Excerpt, Folders, ValidateReport
from factcheck.reporters.text_excerpt import excerpt_lines


def many(count, severity=Severity.ERROR, **changes):
    made = Diagnostic("FC201", severity, "m", Location("a.toml", 1))
    return tuple(
        made._replace(location=Location("a.toml", number), **changes) for number in range(1, count + 1)
    )


def rendered(output_format, report):
    return FINDINGS_REPORTERS[output_format](report, Style())


def found_report(findings, **fields):
    return ValidateReport(tuple(findings), 1, 1, 1, **fields)


@pytest.mark.parametrize("count", [0, 1, 9, 10])
def test_github_shows_ten_annotations(count):
    lines = rendered("github", found_report(many(count))).splitlines()
    assert len(lines) == count
    assert all(line.startswith("::error title=FC201,") for line in lines)


@pytest.mark.parametrize("count", [11, 12, 200])
def test_github_says_what_is_left_out(count):
    lines = rendered("github", found_report(many(count))).splitlines()
    assert len(lines) == 10
    left = count - 9
    assert lines[-1].startswith(f"::error title={left} errors more,file=a.toml,line=10,col=1::")
    named = lines[-1].count("a.toml%3A") or lines[-1].count("a.toml:") - lines[-1].count("file=a.toml:")
    assert named == min(left, 50)
    assert lines[-1].endswith(f"%0Aand {left - 50} more") is (left > 50)


def test_github_counts_each_kind_by_itself():
    findings = (*many(11, Severity.NOTE), *many(10, Severity.WARNING), *many(11))
    lines = rendered("github", found_report(findings)).splitlines()
    kinds = [line.split(" ", 1)[0] for line in lines]
    assert kinds == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10


def test_gitlab_fingerprints_hold_no_line(reports):
    def prints(report):
        return [issue["fingerprint"] for issue in json.loads(rendered("gitlab", report))]

    def moved(found):
        return found._replace(
            location=found.location._replace(line=found.location.line + 7, column=1),
            message=found.message.replace(":9:3", ":12:1").replace("97%", "88%"),
        )

    for report in (reports["check"], reports["validate"]):
        later = tuple(map(moved, report.findings))
        lines = {moved(found): shown for found, shown in report.excerpts.items()}
        assert prints(dataclasses.replace(report, findings=later, excerpts=lines)) == prints(report)


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "FC202"},
        {"claim": "another"},
        {"subject": "another"},
        {"location": Location("b.toml", 1)},
        {"message": "another"},
    ],
)
def test_what_is_another_finding_has_another_fingerprint(changes):
    (found,) = many(1)
    pair = found_report([found, found._replace(**changes)])
    assert len({digest for digest, _ in fingerprints(pair)}) == 2


def test_the_same_finding_twice_is_counted():
    twice = found_report(many(3))
    assert [number for _, number in fingerprints(twice)] == [1, 2, 3]
    assert len({digest for digest, _ in fingerprints(twice)}) == 1


def test_places_in_messages_make_no_other_finding():
    near, far = (f"nearest passage at a.txt:{line}:3: b" for line in (9, 90))
    first, second = many(2)
    pair = [first._replace(message=near), second._replace(message=far)]
    assert len({digest for digest, _ in fingerprints(found_report(pair))}) == 1


def test_sarif_places_ranks_and_sources(reports):
    run = json.loads(rendered("sarif", reports["check"]))["runs"][0]
    first, *_, unread = run["results"]
    assert first["rank"] == 97.12
    assert "rank" not in unread
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "today/drafts/statements.txt"
    assert place["region"] == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 20}
    (source,) = first["relatedLocations"]
    assert source["physicalLocation"]["artifactLocation"]["uri"] == "archive/src_text/port.txt"
    assert source["physicalLocation"]["region"] == {
        "startLine": 9,
        "startColumn": 3,
        "endLine": 9,
        "endColumn": 79,
    }
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning", "error"]
    assert run["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b.toml", "a%20b.toml"),
        ("a:b.toml", "a%3Ab.toml"),
        ("é.toml", "%C3%A9.toml"),
        ("<stdin>", "%3Cstdin%3E"),
        ("\udcff.toml", "%5Cudcff.toml"),
    ],
)
def test_sarif_writes_paths_as_uris(path, uri):
    (found,) = many(1)
    log = json.loads(rendered("sarif", found_report([found._replace(location=Location(path))])))
    place = log["runs"][0]["results"][0]["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize(
    ("text", "end"), [("abc", (9, 6)), ("abc\n", (10, 1)), ("abc\n\nde", (11, 3)), ("", (9, 3))]
)
def test_the_end_of_a_passage(text, end):
    assert Passage(Location("a.txt", 9, 3), text).end == end


@pytest.mark.parametrize(
    ("folder", "path", "shown"),
    [
        ("/a/b", "c.txt", "b/c.txt"),
        ("/a", "./c.txt", "c.txt"),
        ("/a/b", "../c.txt", "c.txt"),
        ("/a/b", "/a/d/c.txt", "d/c.txt"),
        ("/e", "c.txt", "../e/c.txt"),
    ],
)
def test_paths_begin_at_the_project(folder, path, shown):
    assert Folders("/a", folder, "/").of_input(path) == shown
    assert Folders("/a", "/", folder).of_workspace(path) == shown


def test_a_statement_that_is_checked_twice_fails_twice(reports):
    report = reports["check"]
    twice = dataclasses.replace(report, results=report.results * 2, findings=report.findings * 2, excerpts={})
    assert 'tests="9" failures="4" errors="1"' in rendered("junit", twice)


def test_junit_has_a_case_for_what_no_claim_answers_for():
    findings = many(1, claim="unknown") + many(1, claim="port")
    text = rendered("junit", found_report(findings))
    assert text.count("<testcase ") == 1
    assert 'name="a.toml"' in text


def test_reports_of_nothing():
    for report in (CheckReport((), ()), found_report([])):
        assert rendered("github", report) == ""
        assert json.loads(rendered("gitlab", report)) == []
        assert len(rendered("csv", report).splitlines()) == 1


LONG = "The port of Porto Lume reopened in March 2024 after a fire, says the harbour master of the port."


@pytest.mark.parametrize(
    ("line", "span", "width", "shown"),
    [
        ("a port", Span(2, 6), 80, ["  7 | a port", "    |   ^^^^"]),
        ("\t  a port ", Span(5, 9), 80, ["  7 | a port", "    |   ^^^^"]),
        ("日本 port", Span(3, 7), 80, ["  7 | 日本 port", "    |      ^^^^"]),
        ("\x1b port", Span(2, 6), 80, ["  7 | \\x1b port", "    |      ^^^^"]),
        ("a port", Span(6, 6), 80, ["  7 | a port", "    |       ^"]),
        (
            LONG,
            Span(77, 83),
            40,
            ["  7 | …ys the harbour master of the por…", "    | " + " " * 16 + "^^^^^^"],
        ),
        (LONG, Span(4, 8), 40, ["  7 | The port of Porto Lume reopened i…", "    |     ^^^^"]),
        (LONG, Span(0, len(LONG)), 40, ["  7 | The port of Porto Lume reopened i…", "    | " + "^" * 34]),
    ],
)
def test_carets_stand_under_the_place(line, span, width, shown):
    (found,) = many(1)
    found = found._replace(location=Location("a.toml", 7))
    lines = list(excerpt_lines(found, Excerpt(line, span), Style(width)))
    assert lines == shown


def test_a_cut_line_begins_with_an_ellipsis():
    (found,) = many(1)
    lines = list(excerpt_lines(found, Excerpt("x port", Span(2, 6), skipped=500), Style()))
    assert lines == ["  1 | …x port", "    |    ^^^^"]
