"""What makes a finding the same one after the file has changed elsewhere: for reports that are compared."""

from __future__ import annotations

import re
from hashlib import sha256

from factcheck.model import Diagnostic
from factcheck.reporters.report import FindingsReport

_PLACE = re.compile(r":\d+(?::\d+)?\b")


def fingerprints(report: FindingsReport) -> list[tuple[str, int]]:
    """For each finding a digest in hexadecimal, and a number that counts those with the same digest, from 1.

    The digest rests on the code, the file, the claim and the text that the finding is about; neither on
    the line nor on the confidence.
    """
    counts: dict[str, int] = {}
    found_prints = []
    for found in report.findings:
        parts = (found.code, report.path_of(found), found.claim or "", _about(found, report))
        digest = sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()
        counts[digest] = counts.get(digest, 0) + 1
        found_prints.append((digest, counts[digest]))
    return found_prints


def _about(found: Diagnostic, report: FindingsReport) -> str:
    """The text that a finding is about; where there is none, its line and its message without places."""
    if found.subject:
        return found.subject
    excerpt = report.excerpts.get(found)
    line = excerpt.line.strip() if excerpt else ""
    return f"{line}\0{_PLACE.sub('', found.message)}"
