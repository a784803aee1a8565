"""JUnit XML: a suite a file, a test case a claim or a statement, the passing ones too.

An error fails its case and a warning skips it, for a statement without evidence has neither passed nor
failed; what could not be read is an error in JUnit's own sense. Notes are output of a case that passes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from factcheck.model import Diagnostic, Location, Severity
from factcheck.reporters.layout import Style, shorten
from factcheck.reporters.report import CheckReport, FindingsReport, ValidateReport
from factcheck.text import visible

_NAME = 120
"""Columns of a statement that name its test case."""
_OUTCOMES = {Severity.ERROR: "failure", Severity.WARNING: "skipped", Severity.NOTE: "system-out"}


@dataclass(frozen=True, slots=True)
class _Case:
    name: str
    location: Location
    path: str
    """From the project's folder."""
    findings: Sequence[Diagnostic]
    readable: bool = True

    @property
    def outcome(self) -> str:
        """The element that tells how it went; empty where there is nothing to tell."""
        if not self.readable:
            return "error"
        worst = max(self.findings, key=lambda found: found.severity.rank, default=None)
        return _OUTCOMES[worst.severity] if worst else ""


def render(report: FindingsReport, style: Style) -> str:
    """The XML, with a declaration."""
    cases = _statements(report) if isinstance(report, CheckReport) else _claims(report)
    suites: dict[str, list[_Case]] = {}
    for case in cases:
        suites.setdefault(case.path, []).append(case)
    root = ElementTree.Element("testsuites", {"name": "factcheck", **_counts(cases)})
    for path, members in suites.items():
        skipped = {"skipped": str(sum(case.outcome == "skipped" for case in members))}
        suite = ElementTree.SubElement(
            root, "testsuite", {"name": visible(path), **_counts(members), **skipped}
        )
        for case in members:
            _add(suite, case)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, "unicode") + "\n"


def _statements(report: CheckReport) -> list[_Case]:
    """A case a statement, and one for each finding that stands for none."""
    findings = report.by_place()
    cases = []
    for result in report.results:
        place = result.location
        name = shorten(" ".join(result.verdict.statement.split()), _NAME)
        cases.append(_Case(name, place, report.folders.of_input(place.path), findings.get(place, ())))
    for place in findings.keys() - {result.location for result in report.results}:
        readable = not any(found in report.unread for found in findings[place])
        path = report.folders.of_input(place.path)
        cases.append(_Case(f"line {place.line}", place, path, findings[place], readable))
    return sorted(cases, key=lambda case: case.location)


def _claims(report: ValidateReport) -> list[_Case]:
    """A case a claim, and one for each file with findings that no claim here answers for."""
    ids = {claim.id for claim in report.checked}
    by_claim: dict[str, list[Diagnostic]] = {}
    by_file: dict[str, list[Diagnostic]] = {}
    for found in report.findings:
        if found.claim in ids:
            by_claim.setdefault(str(found.claim), []).append(found)
        else:
            by_file.setdefault(found.location.path, []).append(found)
    cases = []
    for claim in report.checked:
        path = report.folders.of_workspace(claim.location.path)
        cases.append(_Case(claim.id, claim.location, path, by_claim.pop(claim.id, ())))
    for file, rest in by_file.items():
        cases.append(_Case(file, rest[0].location, report.folders.of_workspace(file), rest))
    return cases


def _counts(cases: Sequence[_Case]) -> dict[str, str]:
    outcomes = [case.outcome for case in cases]
    failures, errors = outcomes.count("failure"), outcomes.count("error")
    return {"tests": str(len(cases)), "failures": str(failures), "errors": str(errors)}


def _add(suite: ElementTree.Element, case: _Case) -> None:
    path = visible(case.path)
    place = {"classname": path, "file": path, "line": str(case.location.line)}
    element = ElementTree.SubElement(suite, "testcase", {"name": visible(case.name), **place})
    if not case.outcome:
        return
    told = "\n".join(line for found in case.findings for line in _lines(found))
    first = max(case.findings, key=lambda found: found.severity.rank)
    attributes = {"message": visible(first.message), "type": first.code}
    outcome = ElementTree.SubElement(
        element, case.outcome, {} if case.outcome == "system-out" else attributes
    )
    outcome.text = told


def _lines(found: Diagnostic) -> list[str]:
    told = [f"{found.location}: {found.severity} {found.code} {found.message}", f"help: {found.mend}"]
    passages = [f"{passage.location}: “{passage.text}”" for passage in found.related]
    return [visible(line) for line in (told if found.mend else told[:1]) + passages]
