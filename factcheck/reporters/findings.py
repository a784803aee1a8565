"""Answers to a file's statements as findings: FC401 refuted, FC402 conflicting, FC403 not enough info."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.errors import FactcheckError
from factcheck.model import (
    Conflict,
    Diagnostic,
    Label,
    Location,
    MatchedEvidence,
    Passage,
    Reason,
    Review,
    Severity,
    Span,
)
from factcheck.reporters.layout import percent
from factcheck.reporters.report import Checked

UNREAD = "FC404"
_FINDINGS = {
    Label.REFUTED: ("FC401", Severity.ERROR, "write what the source says, or cite another source"),
    Label.CONFLICTING: ("FC402", Severity.ERROR, "say who says so: the sources disagree"),
    Label.NOT_ENOUGH_INFO: (
        "FC403",
        Severity.WARNING,
        "add a claim whose quote shows it, or reword the statement",
    ),
}
OF_ANSWERS = frozenset(code for code, _, _ in _FINDINGS.values())
"""The codes of findings that an answer stands for."""
_OPEN = {
    Reason.NOTHING_NEAR: "nothing in the workspace is about this",
    Reason.UNACCOUNTED: "the nearest quote does not cover all that it says",
    Reason.UNDECIDED: "the nearest quote neither makes it true nor rules it out",
    Reason.MODALITY: "the source speaks of what is planned, offered or alleged",
    Reason.LOW_CONFIDENCE: "the answer is less certain than was asked for",
    Reason.QUESTION: "a question is not a statement",
    Reason.KEYWORDS: "a few words are not a statement",
}


def finding(result: Checked) -> Diagnostic | None:
    """The finding that a statement's answer stands for; None where it is supported."""
    verdict = result.verdict
    if verdict.label not in _FINDINGS:
        return None
    code, severity, mend = _FINDINGS[verdict.label]
    top = verdict.matches[0] if verdict.matches else None
    focus: Span | None = None
    related: tuple[Passage, ...] = ()
    if verdict.label is Label.NOT_ENOUGH_INFO:
        message = f"{verdict.label}: {_OPEN.get(verdict.reason, verdict.reason.value)}"
    else:
        message = f"{verdict.label} ({percent(verdict.confidence)}): {_grounds(result)}"
        mend = "read the verdict, or add a claim with a quote" if reviews(result) else mend
        conflict = _first_conflict(grounds(result))
        focus = conflict.statement_span if conflict and len(conflict.statement_span) else None
        related = tuple(_passages(grounds(result)))
    claim = top.claim.id if top and top.claim else None
    return Diagnostic(
        code, severity, message, result.location, mend, claim, verdict.statement, focus, related
    )


def unread(error: FactcheckError, location: Location) -> Diagnostic:
    """The finding for a statement that cannot be answered."""
    return Diagnostic(UNREAD, Severity.ERROR, error.message, location, error.mend)


def grounds(result: Checked) -> tuple[MatchedEvidence, ...]:
    """The evidence that an answer which decides rests on: the best match's, what clashes first."""
    if not result.verdict.matches:
        return ()
    evidence = result.verdict.matches[0].evidence
    return tuple(sorted(evidence, key=lambda found: not found.conflicts))


def _grounds(result: Checked) -> str:
    evidence = grounds(result)
    conflict = _first_conflict(evidence)
    reported = reviews(result)
    if reported:
        from factcheck.reporters.text_review import UNCHECKED, told

        return f"{'; '.join(f'{told(review)}: {review.url}' for review in reported)} ({UNCHECKED})"
    if conflict is None:
        both = result.verdict.label is Label.CONFLICTING
        return "there is evidence for it and against it" if both else "the source refutes it"
    ours = conflict.statement_span.of(result.verdict.statement)
    theirs = conflict.evidence_span.of(evidence[0].quote)
    sides = [f"“{ours}”"] if ours else []
    sides += [f"the source says “{theirs}”"] if theirs else []
    return f"{conflict.code}: " + ("; ".join(sides) or conflict.detail)


def reviews(result: Checked) -> tuple[Review, ...]:
    """The publishers' verdicts that an answer which decides rests on, where it rests on nothing else."""
    count = 2 if result.verdict.label is Label.CONFLICTING else 1
    found = [match.review for match in result.verdict.matches[:count]]
    return tuple(item.review for item in found if item) if found and found[0] else ()


def _first_conflict(evidence: tuple[MatchedEvidence, ...]) -> Conflict | None:
    return next((clash for found in evidence for clash in found.conflicts), None)


def _passages(evidence: tuple[MatchedEvidence, ...]) -> Iterator[Passage]:
    for found in evidence:
        if found.path:
            yield Passage(Location(found.path, found.line, found.column), found.quote)
