"""The values that the program works with: frozen, without I/O, standard library only.

They are named tuples: dataclasses take twenty times as long to make, and import `inspect`, at every start.
A value with some fields changed is `value._replace(field=...)`.

Offsets are half-open and count Unicode code points of the raw text (W3C Web Annotation,
TextPositionSelector). Lines and columns begin at 1.
"""

from __future__ import annotations

from enum import StrEnum

from factcheck.records import NamedTuple


class Label(StrEnum):
    """What an answer means; the words of FEVER and AVeriTeC."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_INFO = "not-enough-info"


class Stance(StrEnum):
    """What a piece of evidence does to the statement of its claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"


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


class Span(NamedTuple):
    """A half-open stretch of a text, in code points: `text[start:end]`. Its `len` is that of the stretch."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """True where the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True where `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The stretch itself, read from `text`."""
        return text[self.start : self.end]


class Location(NamedTuple):
    """A place in a file: `path` is relative to the workspace (or as the user gave it)."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class TextQuoteSelector(NamedTuple):
    """W3C TextQuoteSelector: the exact text, and what stands right before and after it."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class Person(NamedTuple):
    """Somebody who had a part in a source."""

    name: str
    role: str
    """`interviewee`, `interviewer`, `author`, `photographer`, …"""
    office: str | None = None


class Layout(NamedTuple):
    """How a transcript is laid out, so that every offset has a speaker.

    type: `turns-by-marker` (paragraphs that begin with `marker` start a turn; `order` names the
    speakers that take turns), `turns-by-name` (`names` maps the label before a colon to a speaker),
    or `none` (all of it is `speaker`'s).
    """

    type: str = "none"
    speaker: str | None = None
    """Who speaks where there are no turns."""
    introduction: str | None = None
    """Who speaks before the first turn, in headings and in credit lines."""
    marker: str = "- "
    order: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    headings: str = "none"
    """`capitals`: a line all in capitals is a section heading; `numbered`: "2. Freight"; `none`."""
    credit_lines: int = 0
    """How many paragraphs at the end are credits."""


class Source(NamedTuple):
    """A text that claims quote, as `sources.toml` describes it."""

    id: str
    path: str
    sha256: str
    title: str
    kind: str
    publisher: str
    issued: str
    """ISO 8601, as exactly as it is known: `2025`, `2025-07` or `2025-07-22`."""
    language: str
    people: tuple[Person, ...]
    layout: Layout
    location: Location
    url: str | None = None


class Turn(NamedTuple):
    """A stretch of a document with one speaker. Turns cover the document without gaps."""

    span: Span
    speaker: str | None
    section: str | None
    """The heading that it stands under."""
    kind: str
    """`introduction`, `turn`, `heading`, `credit` or `text`."""


class Document(NamedTuple):
    """A source together with its text as it is now."""

    source: Source
    text: str
    sha256: str
    """Of the file's bytes, in hexadecimal, as read."""
    turns: tuple[Turn, ...]

    def turn_at(self, offset: int) -> Turn:
        """The turn that holds `offset` (the last one for the end of the text).

        Raises `ValueError` for an offset outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is outside the text (0 to {len(self.text)})")
        low, high = 0, len(self.turns) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.turns[middle].span.start <= offset:
                low = middle
            else:
                high = middle - 1
        return self.turns[low]


class Evidence(NamedTuple):
    """A verbatim quote that supports or refutes a claim's statement, alone."""

    source: str
    """The source's id."""
    selector: TextQuoteSelector
    stance: Stance
    speaker: str | None
    """Who must be speaking there, if the curator said so."""
    location: Location


class Review(NamedTuple):
    """A publisher's verdict on a claim, as an archive hands it down. Nobody here could check it."""

    stance: Stance
    """What the verdict does to the statement."""
    rating: str
    """The publisher's own words: "Pants on Fire", say."""
    publisher: str
    url: str
    issued: str | None = None
    """When the verdict was published, ISO 8601 as exactly as it is known."""
    claimant: str | None = None
    """Who made the claim."""
    claimed_on: str | None = None
    """When, ISO 8601 as exactly as it is known."""

    @property
    def dated(self) -> str:
        """The date that the statement's "yesterday" counts from: of the claim, else of the verdict, else ""."""
        return self.claimed_on or self.issued or ""


class Claim(NamedTuple):
    """A curated statement with its evidence, or with a publisher's verdict, or both."""

    id: str
    statement: str
    also: tuple[str, ...]
    tags: tuple[str, ...]
    note: str | None
    evidence: tuple[Evidence, ...]
    location: Location
    checked_by: str | None = None
    checked_on: str | None = None
    review: Review | None = None

    @property
    def only_reported(self) -> bool:
        """Whether it rests on a publisher's verdict alone, with no source at hand."""
        return self.review is not None and not self.evidence

    @property
    def wordings(self) -> tuple[str, ...]:
        """The statement, then its other wordings."""
        return (self.statement, *self.also)


class Alias(NamedTuple):
    """Names that mean the same in a workspace; the first one is the one shown.

    kind: `person`, `place`, `organisation`, `event`, `thing`, or `government` (a capital that
    stands for its country's government: related, but a place of its own).
    """

    names: tuple[str, ...]
    kind: str
    location: Location


class CoverageException(NamedTuple):
    """A stretch of a source that states nothing checkable, with the curator's reason."""

    source: str
    quote: str
    reason: str
    location: Location


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
