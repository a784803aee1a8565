"""What a report holds. Everything that points to something else does so by its place in a tuple."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.coverage import CoverageReport, SentenceCoverage
from factcheck.model import (
    Claim,
    Diagnostic,
    Evidence,
    Label,
    Location,
    MatchedEvidence,
    Source,
    Span,
    Stance,
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a source's text, within one sentence, that the same quotes cover."""

    number: int
    """From 1, through all sources, in the order of the text."""
    text: str
    quotes: tuple[int, ...]
    """Places in `WorkspaceReport.quotes` of those that cover it."""
    ended: tuple[int, ...]
    """Places in `WorkspaceReport.claims` of those of which a quote ends here."""
    sentence: int | None
    """Its sentence's place in `WorkspaceReport.sentences`; None for the space between two."""
    lanes: tuple[tuple[int, Stance], ...] = ()
    """One a passage that covers it, from 1: passages that overlap have different lanes."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a source, without the white space around it."""

    kind: str
    """As of its turn: `introduction`, `turn`, `heading`, `credit` or `text`."""
    speaker: str | None
    opens: bool
    """Whether its speaker is another one than that of the paragraph before."""
    line: int
    """From 1."""
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class ReportedSource:
    """A source with its whole text."""

    source: Source
    sha256: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote of a claim that holds, and where it begins in the text."""

    claim: int
    passage: MatchedEvidence
    segment: int
    """The number of its first segment."""


@dataclass(frozen=True, slots=True)
class ReportedSentence:
    """A sentence of a source: what cites it, and how to cite it."""

    coverage: SentenceCoverage
    citation: str
    claims: tuple[int, ...]
    """Those that cite any of its words."""
    segment: int
    """The number of its first segment."""
    reason: str | None
    """Why it is excepted from coverage, if it is."""


@dataclass(frozen=True, slots=True)
class ReportedClaim:
    """A claim with the quotes that hold, those that do not, and the statements that met it."""

    claim: Claim
    quotes: tuple[int, ...]
    unusable: tuple[Evidence, ...]
    """Evidence whose quote does not stand in its source to the letter."""
    answers: tuple[int, ...]
    """Places in `WorkspaceReport.answers`."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Words of a statement and words of a quote that cannot both be true."""

    code: str
    statement: Span
    evidence: Span
    words: str
    """Those of the evidence."""


@dataclass(frozen=True, slots=True)
class AnswerEvidence:
    """A quote that a statement was held against, as the file of results has it."""

    source: str | None
    speaker: str | None
    stance: Stance
    quote: str
    span: Span
    line: int
    citation: str | None
    clashes: tuple[Clash, ...]
    unaccounted: tuple[Span, ...]
    """Words of the statement that the quote does not cover."""
    holds: bool = True
    """Whether the source still says so, there."""


@dataclass(frozen=True, slots=True)
class AnswerReview:
    """A publisher's verdict that a statement was held against, by the wordings of its claim."""

    publisher: str
    rating: str
    url: str
    issued: str | None
    stance: Stance
    clashes: tuple[Clash, ...]
    unaccounted: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class AnswerMatch:
    """A claim, or an uncurated sentence, that a statement was held against."""

    claim_id: str | None
    claim: str | None
    label: Label
    similarity: float
    confidence: float
    evidence: tuple[AnswerEvidence, ...]
    review: AnswerReview | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that `check` answered."""

    statement: str
    label: Label
    confidence: float
    reason: str
    caveats: tuple[str, ...]
    matches: tuple[AnswerMatch, ...]
    location: Location | None
    fits: bool = True
    """Whether what it rests on is in the workspace: the claims, and the quotes as theirs, in the sources' words."""

    @property
    def deciding(self) -> tuple[AnswerMatch, ...]:
        """What it rests on: the first match, and others of the same label; without enough info the nearest."""
        if self.label is Label.NOT_ENOUGH_INFO:
            return self.matches[:1]
        others = (match for match in self.matches[1:] if match.label is self.label)
        return (*self.matches[:1], *others)


@dataclass(frozen=True, slots=True)
class WorkspaceReport:
    """All that the page shows."""

    title: str
    sources: tuple[ReportedSource, ...]
    claims: tuple[ReportedClaim, ...]
    """In the order in which the text comes to them; those without a quote that holds last."""
    quotes: tuple[Quote, ...]
    sentences: tuple[ReportedSentence, ...]
    answers: tuple[Answer, ...]
    findings: tuple[Diagnostic, ...]
    """What `check` found."""
    coverage: CoverageReport

    @property
    def tags(self) -> tuple[str, ...]:
        """Of all claims, each once, in the order of the alphabet."""
        return tuple(sorted({tag for item in self.claims for tag in item.claim.tags}, key=str.casefold))

    @property
    def speakers(self) -> tuple[str, ...]:
        """Of all quotes, each once, in the order of the text."""
        named = [quote.passage.speaker for quote in self.quotes if quote.passage.speaker]
        answered = [
            evidence.speaker
            for answer in self.answers
            for match in answer.matches
            for evidence in match.evidence
            if evidence.speaker
        ]
        return tuple(dict.fromkeys([*named, *answered]))

    def count(self, label: Label) -> int:
        """How many statements have this label, without answers that do not fit the workspace."""
        return sum(answer.label is label and answer.fits for answer in self.answers)

    @property
    def unfit(self) -> int:
        """How many answers do not fit the workspace: their labels are not to be relied on."""
        return sum(not answer.fits for answer in self.answers)

    @property
    def outdated(self) -> int:
        """How many statements were held against words that their source does not hold there any more."""
        return sum(
            any(not evidence.holds for match in answer.matches for evidence in match.evidence)
            for answer in self.answers
        )
