"""Answers by hand, for tests of what the command does with an answer."""

import pytest

from factcheck.errors import InputError
from factcheck.model import Label, Match, Reason, Stance, Verdict

REASONS = {
    Label.SUPPORTED: Reason.MATCH,
    Label.REFUTED: Reason.CURATED,
    Label.CONFLICTING: Reason.BOTH_SIDES,
    Label.NOT_ENOUGH_INFO: Reason.UNDECIDED,
}


class Answers:
    """Stands in for `lookup`: a statement's first word is its label; `calls` holds what was asked for."""

    def __init__(self):
        self.calls = []

    def __call__(self, workspace, statement, **options):
        self.calls.append((statement, options))
        word = statement.split()[0] if statement.strip() else ""
        if word not in set(Label):
            raise InputError("the statement cannot be answered", "write another")
        label = Label(word)
        found = workspace.anchored["railway-agreement"]
        evidence = tuple(
            workspace.passage(piece.document, piece.span, Stance(piece.evidence.stance)) for piece in found
        )
        match = Match(workspace.claim("railway-agreement"), label, 88.88, 0.81234, evidence, REASONS[label])
        return Verdict(statement, label, 0.81234, REASONS[label], (), (match,))


@pytest.fixture
def answers(monkeypatch):
    """Every lookup is answered by hand."""
    stand_in = Answers()
    monkeypatch.setattr("factcheck.lookup.lookup", stand_in)
    return stand_in
