"""Why an answer is so, for people: under the answer itself, each candidate with what was measured of it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.explain import CandidateExplanation, Explanation, Tie
from factcheck.reporters.layout import BOLD, DIM, PLAIN, Style, printable, wrap
from factcheck.reporters.report import Explained
from factcheck.reporters.text_verdict import clash, render_verdict
from factcheck.text import visible

_INDENT = "   "
ACCOUNTED = {
    "same": "the same word",
    "alias": "another name for it",
    "derived": "of the same root",
    "synonym": "a synonym",
    "broader": "says more than that",
    "typo": "taken for a misspelling",
    "figure": "bears the figure out",
    "date": "bears the date out",
}
UNACCOUNTED = {
    "antonym": "an opposite",
    "sibling": "another kind of the same thing",
    "narrower": "says less than that",
    "other-figure": "does not bear the figure out",
    "other-date": "does not bear the date out",
}
WITHOUT = {
    "elsewhere": "another wording, the setting or a denial accounts for it",
    "clash": "clashes",
    "none": "nothing accounts for it",
}


def render_explained(report: Explained, style: Style) -> str:
    """The answer, then the explanation of it."""
    explanation = report.explanation
    thresholds = ", ".join(f"{label} {least:.2f}" for label, least in explanation.thresholds)
    lines = [
        style.paint("Why", BOLD),
        wrap([(printable(explanation.why), PLAIN)], style),
        wrap([(f"thresholds: {thresholds}", DIM)], style),
    ]
    blocks = [render_verdict(report.verdict, style).rstrip("\n"), "\n".join(lines)]
    blocks += _candidates(explanation, style)
    for part in explanation.parts:
        blocks.append(wrap([("Part: ", BOLD), (printable(part.statement), PLAIN)], style))
        blocks += _candidates(part, style)
    return "\n\n".join(blocks) + "\n"


def _candidates(explanation: Explanation, style: Style) -> Iterator[str]:
    for number, candidate in enumerate(explanation.candidates, 1):
        yield "\n".join(_candidate(number, candidate, explanation.statement, style))


def _candidate(number: int, candidate: CandidateExplanation, statement: str, style: Style) -> Iterator[str]:
    loose = "the evidence as given" if candidate.rank is None else "a sentence that no claim cites"
    name = candidate.claim or loose
    decides = "  (decides)" if candidate.decides else ""
    yield wrap([(f"Candidate {number}: {visible(name)}{decides}", BOLD)], style, "", _INDENT)
    yield _line(f"“{printable(candidate.text)}”", style)
    yield _line(printable(candidate.why), style)
    sure = ", ".join(f"{label} {probability:.2f}" for label, probability in candidate.probabilities)
    yield _line(f"probabilities: {sure}", style)
    scores = [("index", candidate.index_score), ("rank", candidate.rank)]
    told = ", ".join(f"{what} {score:.2f}" for what, score in scores if score is not None)
    if told:
        yield _line(f"scores: {told}", style)
    for conflict in candidate.conflicts:
        yield _line(f"conflict: {clash(conflict, statement, candidate.text)}", style)
    yield _line("words:", style)
    for tie in candidate.ties:
        yield wrap([(_tie(tie, statement, candidate.text), PLAIN)], style, _INDENT + "  ", _INDENT + "    ")
    features = ", ".join(f"{name} {value:.2f}" for name, value in candidate.features)
    yield _line(f"features: {features}", style)


def _tie(tie: Tie, statement: str, text: str) -> str:
    word, weight = printable(tie.statement.of(statement)), f"weight {tie.weight:.2f}"
    if tie.text is None:
        return f"“{word}”: {WITHOUT[tie.kind]} ({weight})"
    how = ACCOUNTED.get(tie.kind) or f"{UNACCOUNTED[tie.kind]}: not accounted for"
    return f"“{word}” → “{printable(tie.text.of(text))}”: {how} ({weight})"


def _line(text: str, style: Style) -> str:
    return wrap([(text, PLAIN)], style, _INDENT, _INDENT + "  ")
