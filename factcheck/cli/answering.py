"""What `factcheck lookup` does, however its command line was read: by click, or in its plain form without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.console import CLEAN, FINDINGS, Console
from factcheck.cli.given import STDIN, argument, one_line, standard_input
from factcheck.model import Label, Verdict
from factcheck.records import NamedTuple

if TYPE_CHECKING:
    from factcheck.reporters.report import Explained
    from factcheck.workspace import Workspace

LIMIT, MOST = 3, 100
"""How many matches are shown where nothing is said, and at most."""


class Lookup(NamedTuple):
    """A lookup as it was asked for. `words` are the arguments that make the statement, or `-`."""

    console: Console
    words: tuple[str, ...]
    limit: int = LIMIT
    curated_only: bool = False
    min_confidence: float = 0.0
    explain: bool = False
    exit_zero: bool = False
    allow_empty: bool = False
    cite: str | None = None
    """The style of citations to print in place of the answer."""

    def answer(self) -> int:
        """Print the verdict, or write it; the exit code. Raises `FactcheckError` where there is none."""
        from factcheck.lookup import lookup

        statement = one_line(standard_input()) if self.words == (STDIN,) else argument(" ".join(self.words))
        workspace = self.console.open(allow_empty=self.allow_empty, curated_only=self.curated_only)
        verdict = lookup(
            workspace,
            statement,
            limit=self.limit,
            curated_only=self.curated_only,
            min_confidence=self.min_confidence,
        )
        if self.cite:
            from factcheck.cli.cite import cite_answer

            cite_answer(self.console, workspace, verdict, self.cite)
        else:
            self.console.report(self._explained(workspace, verdict) if self.explain else verdict)
        return CLEAN if self.exit_zero or verdict.label is Label.SUPPORTED else FINDINGS

    def _explained(self, workspace: Workspace, verdict: Verdict) -> Explained:
        from factcheck.explain import explain
        from factcheck.reporters.report import Explained

        reasons = explain(workspace, verdict, limit=self.limit, curated_only=self.curated_only)
        return Explained(verdict, reasons)
