"""The values that the program works with: frozen, without I/O, standard library only.

They are named tuples: dataclasses take twenty times as long to make, and import `inspect`, at every start.
A value with some fields changed is `value._replace(field=...)`.

Offsets are half-open and count Unicode code points of the raw text (W3C Web Annotation,
TextPositionSelector). Lines and columns begin at 1.
"""

from __future__ import annotations

from enum import StrEnum

from factcheck.curated import (
    Alias,
    Claim,
    CoverageException,
    Document,
    Evidence,
    Layout,
    Location,
    Person,
    Review,
    Source,
    Span,
    Stance,
    TextQuoteSelector,
    Turn,
)
from factcheck.records import NamedTuple

__all__ = [
    "Alias",
    "Anchor",
    "Claim",
    "Conflict",
    "CoverageException",
    "Diagnostic",
    "Document",
    "Edit",
    "Evidence",
    "Label",
    "Layout",
    "Location",
    "Match",
    "MatchedEvidence",
    "MatchedReview",
    "Passage",
    "Person",
    "Reason",
    "Review",
    "Severity",
    "Source",
    "Span",
    "Stance",
    "TextQuoteSelector",
    "Turn",
    "Verdict",
]


class Label(StrEnum):
    """What an answer means; the words of FEVER and AVeriTeC."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_INFO = "not-enough-info"


class Severity(StrEnum):
    """How grave a diagnostic is; `--fail-on` compares by `rank`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """3 for an error, 2 for a warning, 1 for a note."""
        return {"error": 3, "warning": 2, "note": 1}[self.value]


class Reason(StrEnum):
    """Why a verdict has its label."""

    MATCH = "match"
    """The evidence accounts for the statement."""
    CONFLICT = "conflict"
    """The evidence cannot be true together with the statement; `conflicts` names how."""
    REPORTED = "reported"
    """A publisher has rated a claim like it; the text that the rating rests on was not at hand."""
    CURATED = "curated"
    """A curator marked this statement as refuted by the source, or the statement denies such a one."""
    BOTH_SIDES = "both-sides"
    """Curated evidence stands for and against."""
    NOTHING_NEAR = "nothing-near"
    """Nothing in the workspace is about this."""
    UNACCOUNTED = "unaccounted"
    """Words of weight in the statement have nothing in the evidence that accounts for them."""
    UNDECIDED = "undecided"
    """The evidence is near but neither makes the statement true nor rules it out."""
    MODALITY = "modality"
    """The evidence speaks of what is planned, proposed or alleged, the statement of what is so."""
    LOW_CONFIDENCE = "low-confidence"
    """A label was found but withheld: its confidence is below the threshold."""
    QUESTION = "question"
    """A question is not a statement."""
    KEYWORDS = "keywords"
    """A few words are not a statement."""


class Anchor(NamedTuple):
    """Where a selector stands in a document, and how well it fits.

    grade: `exact`, `normalized` (`folds` lists what had to be folded) or `fuzzy` (`distance` is the
    Levenshtein distance in code points).
    """

    span: Span
    grade: str = "exact"
    folds: tuple[str, ...] = ()
    distance: int = 0


class Passage(NamedTuple):
    """A stretch of a source, to the letter, and where it begins."""

    location: Location
    text: str

    @property
    def end(self) -> tuple[int, int]:
        """The line and the column right after its last character, both from 1."""
        lines = self.text.split("\n")
        before = self.location.column if len(lines) == 1 else 1
        return self.location.line + len(lines) - 1, before + len(lines[-1])


class Diagnostic(NamedTuple):
    """Something wrong in a file: what, where, and how to mend it."""

    code: str
    severity: Severity
    message: str
    location: Location
    mend: str = ""
    claim: str | None = None
    """The claim's id, where there is one."""
    subject: str = ""
    """The text of the file that it is about, where there is one: a statement, a quote."""
    focus: Span | None = None
    """The part of `subject` that is wrong, where that is known."""
    related: tuple[Passage, ...] = ()
    """What the sources say there."""


class Edit(NamedTuple):
    """What a file is to hold, and what it held when that was worked out."""

    path: str
    """Relative to the workspace, with forward slashes."""
    old: bytes | None
    """None where there is no such file yet."""
    new: bytes


class Conflict(NamedTuple):
    """A clash between a statement and its evidence: the words of the one, the words of the other."""

    code: str
    """`quantity`, `date`, `polarity`, `direction`, `role`, `entity`, `scope`, `modality` or `curated`."""
    statement_span: Span
    evidence_span: Span
    detail: str = ""
    """One clause for a person: what the two cannot both be."""


class MatchedEvidence(NamedTuple):
    """A passage of a source, read at this moment, held against a statement."""

    source: str | None
    path: str | None
    issued: str | None
    stance: Stance
    speaker: str | None
    quote: str
    """`document.text[span.start:span.end]`, never a stored copy."""
    span: Span
    line: int
    column: int
    citation: str | None
    conflicts: tuple[Conflict, ...] = ()
    unaccounted: tuple[Span, ...] = ()
    """Spans of the statement that the quote (or the claim's wording) does not cover."""
    matched: tuple[Span, ...] = ()
    """Spans of the quote that account for words of the statement."""


class MatchedReview(NamedTuple):
    """A publisher's verdict on a claim, held against a statement by the claim's wordings.

    The spans of `conflicts` that are of the evidence are of `wording`.
    """

    review: Review
    wording: str
    """The claim's wording that is nearest to the statement."""
    conflicts: tuple[Conflict, ...] = ()
    unaccounted: tuple[Span, ...] = ()
    """Spans of the statement that the wordings do not cover."""


class Match(NamedTuple):
    """A claim, or an uncurated sentence, that is near to a statement."""

    claim: Claim | None
    """None for a sentence that no claim cites."""
    label: Label
    similarity: float
    """How alike the words are, 0 to 100."""
    confidence: float
    """The probability that `label` is right, 0 to 1."""
    evidence: tuple[MatchedEvidence, ...]
    reason: Reason
    caveats: tuple[str, ...] = ()
    review: MatchedReview | None = None
    """Where the match rests on a publisher's verdict, and not on evidence."""

    @property
    def verbatim(self) -> bool | None:
        """True where every quote was read from its source at this moment, None where nobody could check."""
        return True if self.evidence and all(found.source for found in self.evidence) else None


class Verdict(NamedTuple):
    """The answer to a statement. `confidence` is the probability that `label` is right."""

    statement: str
    label: Label
    confidence: float
    reason: Reason
    caveats: tuple[str, ...]
    """Hedges of the quote that the statement drops."""
    matches: tuple[Match, ...]
    withheld: Label | None = None
    """The label that was found but not given, for want of confidence."""
