"""What a workspace holds: texts with their people and turns, and the claims that rest on them.

`model` is where they are imported from.
"""

from __future__ import annotations

from enum import StrEnum

from factcheck.records import NamedTuple


class Stance(StrEnum):
    """What a piece of evidence does to the statement of its claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"


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
