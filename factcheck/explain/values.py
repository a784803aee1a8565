"""What an explanation holds."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Conflict, Label, Reason, Span


@dataclass(frozen=True, slots=True)
class Tie:
    """A word of weight, a figure or a date of the statement, and what accounts for it.

    kind: `same`, `alias`, `derived`, `synonym`, `broader`, `typo` (a word of the text accounts for it, see
    `align.LinkKind`);
    `figure`, `date` (one of the text bears it out); `elsewhere` (another wording of the claim, its
    setting or a denial accounts for it). Nothing accounts for it: `antonym`, `sibling`, `narrower` (what
    the nearest word is to it), `other-figure`, `other-date`, `clash`, `none`.
    """

    statement: Span
    weight: float
    kind: str
    text: Span | None = None
    """The counterpart in the text that the candidate was judged by, if there is one."""


@dataclass(frozen=True, slots=True)
class CandidateExplanation:
    """What a candidate does to the statement, and by what."""

    claim: str | None
    """The claim's id; None for a sentence that no claim cites, or a text without a source."""
    text: str
    """The wording or quote that is nearest to the statement; the ties and conflicts are with it."""
    decides: bool
    label: Label
    reason: Reason
    confidence: float
    """The probability, 0 to 1, that `label` is right."""
    index_score: float | None
    """How near the index finds it; None without an index. Only its order means something."""
    rank: float | None
    """How much of the statement it speaks of: what the candidates are ordered by."""
    probabilities: tuple[tuple[Label, float], ...]
    """Of each label to be right, 0 to 1; each has a model of its own, so they do not add up to 1."""
    features: tuple[tuple[str, float], ...]
    """What the probabilities rest on, by name; see `measure.Features`."""
    ties: tuple[Tie, ...]
    conflicts: tuple[Conflict, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a statement has its label."""

    statement: str
    why: str
    thresholds: tuple[tuple[Label, float], ...]
    """The least probability at which each label is given."""
    candidates: tuple[CandidateExplanation, ...]
    parts: tuple[Explanation, ...] = ()
    """The facts that the statement joins, where it is not decided as a whole."""
