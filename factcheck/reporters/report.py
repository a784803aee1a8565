"""What a command has to say, before it has a format."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.model import Claim, Diagnostic, Label, Location, MatchedEvidence, Severity, Span, Verdict

if TYPE_CHECKING:
    from factcheck.explain import Explanation


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of a file, without its end, and the part of it that a finding is about."""

    line: str
    span: Span
    """In `line`."""
    skipped: int = 0
    """How many characters of a very long line stand before `line`."""

    @property
    def columns(self) -> tuple[int, int]:
        """The columns of the first character that is meant and of the one after the last, from 1."""
        return self.skipped + self.span.start + 1, self.skipped + self.span.end + 1


@dataclass(frozen=True, slots=True)
class Folders:
    """Absolute folders, for reports that are read elsewhere: their paths begin at `project`."""

    project: str = "/"
    """The folder of which the reader knows the files: a checkout."""
    current: str = "/"
    """Where the command was run: the paths that it was given begin here."""
    workspace: str = "/"
    """Where the paths of claims files and sources begin."""

    def of_input(self, path: str) -> str:
        """A path that the command was given, from the project's folder, with forward slashes."""
        return self._relative(self.current, path)

    def of_workspace(self, path: str) -> str:
        """A path of the workspace, from the project's folder, with forward slashes."""
        return self._relative(self.workspace, path)

    def _relative(self, folder: str, path: str) -> str:
        return posixpath.relpath(posixpath.join(folder, PurePath(path).as_posix()), self.project)


@dataclass(frozen=True, slots=True)
class Checked:
    """A statement of a file, where it stands, and the answer to it."""

    location: Location
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What `check` found: every statement's answer, and the findings in the order of the files."""

    results: tuple[Checked, ...]
    findings: tuple[Diagnostic, ...]
    unread: tuple[Diagnostic, ...] = ()
    """Those of the findings that stand for lines from which no statement could be read."""
    excerpts: Mapping[Diagnostic, Excerpt] = field(default_factory=dict)
    """The lines that findings are about, as far as they could be read."""
    folders: Folders = field(default_factory=Folders)

    def path_of(self, found: Diagnostic) -> str:
        """The path of a finding's file from the project's folder."""
        return self.folders.of_input(found.location.path)

    def by_place(self) -> dict[Location, list[Diagnostic]]:
        """The findings of each place that has some, in order."""
        places: dict[Location, list[Diagnostic]] = {}
        for found in self.findings:
            places.setdefault(found.location, []).append(found)
        return places

    def count(self, label: Label) -> int:
        """How many statements have this label."""
        return sum(result.verdict.label is label for result in self.results)


@dataclass(frozen=True, slots=True)
class ValidateReport:
    """What `validate` found in a workspace of so many claims, pieces of evidence and sources."""

    findings: tuple[Diagnostic, ...]
    claims: int
    evidence: int
    sources: int
    checked: tuple[Claim, ...] = ()
    """The claims themselves, with and without findings."""
    excerpts: Mapping[Diagnostic, Excerpt] = field(default_factory=dict)
    """The lines that findings are about, as far as they could be read."""
    folders: Folders = field(default_factory=Folders)

    def path_of(self, found: Diagnostic) -> str:
        """The path of a finding's file from the project's folder."""
        return self.folders.of_workspace(found.location.path)


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A claim in a list, with who speaks in its quotes."""

    claim: Claim
    speakers: tuple[str, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that the claim quotes, each once."""
        return tuple(dict.fromkeys(evidence.source for evidence in self.claim.evidence))


@dataclass(frozen=True, slots=True)
class ListReport:
    """Claims that passed the filters, of `total` in the workspace."""

    claims: tuple[ListedClaim, ...]
    total: int


@dataclass(frozen=True, slots=True)
class QuoteInContext:
    """A quote with what its source says right before and after it, untouched."""

    passage: MatchedEvidence
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ShowReport:
    """A claim with its quotes in their context, and the evidence that does not hold."""

    claim: Claim
    quotes: tuple[QuoteInContext, ...]
    unusable: tuple[tuple[str, str, Location], ...]
    """Source id, stored quote and place of each piece of evidence that is left out of answers."""


@dataclass(frozen=True, slots=True)
class Explained:
    """An answer together with why it is so."""

    verdict: Verdict
    explanation: Explanation


FindingsReport = CheckReport | ValidateReport
Report = Verdict | Explained | CheckReport | ValidateReport | ListReport | ShowReport


def count_severity(findings: tuple[Diagnostic, ...], severity: Severity) -> int:
    """How many of the findings have this severity."""
    return sum(finding.severity is severity for finding in findings)
