"""A workspace as a report to read: sources cut where quotes begin and end, claims in the order of the text."""

from factcheck.reporting.gathering import gather
from factcheck.reporting.results import Results, read_results
from factcheck.reporting.values import WorkspaceReport

__all__ = ["Results", "WorkspaceReport", "gather", "read_results"]
