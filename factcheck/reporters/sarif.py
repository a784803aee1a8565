"""SARIF 2.1.0 (OASIS, errata 01), as GitHub's code scanning reads it.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
A result without a location would have GitHub refuse the whole file; every finding has one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import takewhile
from typing import Any
from urllib.parse import quote

from factcheck import __version__
from factcheck.model import Diagnostic, Location, Passage
from factcheck.reporters.identity import fingerprints
from factcheck.reporters.layout import Style
from factcheck.reporters.report import CheckReport, FindingsReport
from factcheck.rules import find_rule, page
from factcheck.text import visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
Object = dict[str, Any]
"""What `json` takes; checked against the schema by the tests."""


def render(report: FindingsReport, style: Style) -> str:
    """One log with one run."""
    codes = sorted({found.code for found in report.findings})
    prints = fingerprints(report)
    confidence: dict[Location, float] = {}
    if isinstance(report, CheckReport):
        confidence = {result.location: result.verdict.confidence for result in report.results}
    run = {
        "tool": {"driver": _driver(codes)},
        "columnKind": "unicodeCodePoints",
        "results": [
            {
                **_result(report, found, codes.index(found.code), confidence),
                "partialFingerprints": {"primaryLocationLineHash": f"{digest[:16]}:{number}"},
            }
            for found, (digest, number) in zip(report.findings, prints, strict=True)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _driver(codes: list[str]) -> Object:
    return {"name": "factcheck", "semanticVersion": __version__, "rules": [_rule(code) for code in codes]}


def _rule(code: str) -> Object:
    """A rule as its page tells it: its first sentence, its first paragraphs, and the page as help."""
    rule = find_rule(code)
    if rule is None:
        return {"id": code}
    text = page(rule)
    paragraphs = text.split("\n\n")[2:]
    told = " ".join(" ".join(takewhile(_is_prose, paragraphs)).split())
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": _plain(" ".join(paragraphs[0].split()))},
        "fullDescription": {"text": _plain(told)},
        "defaultConfiguration": {"level": rule.severity.value},
        "help": {"text": _plain(told), "markdown": text},
    }


def _is_prose(paragraph: str) -> bool:
    return not paragraph.startswith(("#", "```"))


def _result(
    report: FindingsReport, found: Diagnostic, rule: int, confidence: Mapping[Location, float]
) -> Object:
    owner = f" [{found.claim}]" if found.claim else ""
    told = [found.message + owner, *([f"Help: {found.mend}"] if found.mend else [])]
    result: Object = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": found.severity.value,
        "message": {"text": "\n".join(map(_plain, told))},
        "locations": [_location(report, found)],
    }
    if found.related:
        result["relatedLocations"] = [
            _related(report, passage, number) for number, passage in enumerate(found.related, 1)
        ]
    if found.location in confidence:
        result["rank"] = round(confidence[found.location] * 100, 2)
    return result


def _location(report: FindingsReport, found: Diagnostic) -> Object:
    place, excerpt = found.location, report.excerpts.get(found)
    region: Object = {"startLine": place.line, "startColumn": place.column}
    if excerpt is not None:
        start, end = excerpt.columns
        region = {"startLine": place.line, "startColumn": start, "endLine": place.line, "endColumn": end}
    return _physical(report.path_of(found), region)


def _related(report: FindingsReport, passage: Passage, number: int) -> Object:
    line, column = passage.end
    start = passage.location
    region = {"startLine": start.line, "startColumn": start.column, "endLine": line, "endColumn": column}
    location = _physical(report.folders.of_workspace(start.path), region)
    return {"id": number, **location, "message": {"text": f"“{_plain(passage.text)}”"}}


def _plain(text: str) -> str:
    """Text fit for a message, which is plain but for links, `[text](target)`: it has none."""
    return visible(text).replace("](", "]\\(")


def _physical(path: str, region: Object) -> Object:
    # "backslashreplace": a file's name need not be UTF-8.
    uri = quote(path, safe="/", errors="backslashreplace")
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
