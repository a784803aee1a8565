"""What a run of `check` comes to, in numbers that can be added up part by part."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model import Label
from factcheck.reporters.report import CheckReport


class Tally(NamedTuple):
    """Counts of a report, or of a part of one."""

    labels: tuple[int, ...] = (0,) * len(Label)
    """How many statements have each label, in the order of `Label`."""
    unread: int = 0
    """How many lines gave no statement."""
    worst: int = 0
    """The rank of the gravest finding (`Severity.rank`); 0 where there is none."""

    @classmethod
    def of(cls, report: CheckReport) -> Tally:
        """The counts of a report."""
        worst = max((found.severity.rank for found in report.findings), default=0)
        return cls(tuple(report.count(label) for label in Label), len(report.unread), worst)

    @property
    def statements(self) -> int:
        """How many statements were answered."""
        return sum(self.labels)

    def plus(self, other: Tally) -> Tally:
        """The counts of two parts together."""
        labels = tuple(mine + theirs for mine, theirs in zip(self.labels, other.labels, strict=True))
        return Tally(labels, self.unread + other.unread, max(self.worst, other.worst))
