"""How much of the sources the claims cite: by sentence and by character, per source, section and speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from factcheck.model import CoverageException, Document, Location, Span
from factcheck.text import sentences
from factcheck.workspace import Workspace


class Status(StrEnum):
    """What the claims and the exceptions do with a sentence."""

    CITED = "cited"
    """Quotes cover at least half of what no exception covers."""
    EXCEPTED = "excepted"
    """Not cited, and exceptions cover at least half of it."""
    UNCITED = "uncited"


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are (sentences, or letters and digits), and how many are cited or excepted."""

    total: int = 0
    cited: int = 0
    excepted: int = 0

    @property
    def share(self) -> float:
        """The cited part of what is not excepted, 0 to 1; 1 where all is excepted."""
        counted = self.total - self.excepted
        return self.cited / counted if counted else 1.0

    def __add__(self, other: Count) -> Count:
        return Count(self.total + other.total, self.cited + other.cited, self.excepted + other.excepted)


@dataclass(frozen=True, slots=True)
class SentenceCoverage:
    """A sentence of a source and what is cited of it."""

    source: str
    """The source's id."""
    section: str | None
    speaker: str | None
    location: Location
    text: str
    status: Status
    characters: Count
    """Of its letters and digits."""


@dataclass(frozen=True, slots=True)
class GroupCoverage:
    """A source, or a section or speaker of it, with its counts. `name` is None for no section, or nobody."""

    source: str
    name: str | None
    sentences: Count
    characters: Count


@dataclass(frozen=True, slots=True)
class DeclaredException:
    """An exception and the first place in its source where it stands."""

    exception: CoverageException
    location: Location


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """The coverage of a workspace's sources, in their order."""

    sentences: tuple[SentenceCoverage, ...]
    exceptions: tuple[DeclaredException, ...]

    @property
    def count(self) -> Count:
        """Of all sentences."""
        return _count(self.sentences)

    @property
    def characters(self) -> Count:
        """Of all letters and digits."""
        return sum((sentence.characters for sentence in self.sentences), Count())

    @property
    def uncited(self) -> tuple[SentenceCoverage, ...]:
        """The sentences that are neither cited nor excepted, in the order of the text."""
        return tuple(sentence for sentence in self.sentences if sentence.status is Status.UNCITED)

    def by_source(self) -> tuple[GroupCoverage, ...]:
        """One group a source."""
        return _groups((item, item.source) for item in self.sentences)

    def by_section(self) -> tuple[GroupCoverage, ...]:
        """One group a section of a source, in the order of the text."""
        return _groups((item, item.section) for item in self.sentences)

    def by_speaker(self) -> tuple[GroupCoverage, ...]:
        """One group a speaker of a source, in the order in which they first speak."""
        return _groups((item, item.speaker) for item in self.sentences)


def measure(workspace: Workspace) -> CoverageReport:
    """The coverage of every source by the quotes that hold, supporting and refuting ones alike."""
    cited: dict[str, list[Span]] = {}
    for group in workspace.anchored.values():
        for found in group:
            cited.setdefault(found.document.source.id, []).append(found.span)
    excepted: dict[str, list[Span]] = {}
    declared = []
    for exception in workspace.exceptions:
        document = workspace.documents.get(exception.source)
        places = _occurrences(document.text, exception.quote) if document else []
        if document and places:
            declared.append(DeclaredException(exception, workspace.location(document, places[0].start)))
            excepted.setdefault(exception.source, []).extend(places)
    return CoverageReport(
        tuple(
            sentence
            for source, document in workspace.documents.items()
            for sentence in _measure(workspace, document, cited.get(source, []), excepted.get(source, []))
        ),
        tuple(declared),
    )


def _occurrences(text: str, quote: str) -> list[Span]:
    """Every place of `quote`, none overlapping another: the same words state nothing wherever they stand."""
    places = []
    start = text.find(quote)
    while start != -1:
        places.append(Span(start, start + len(quote)))
        start = text.find(quote, start + len(quote))
    return places


_OPEN, _EXCEPTED, _CITED = range(3)


def _measure(
    workspace: Workspace, document: Document, cited: list[Span], excepted: list[Span]
) -> Iterator[SentenceCoverage]:
    marks = bytearray(len(document.text))
    for mark, spans in ((_EXCEPTED, excepted), (_CITED, cited)):
        for span in spans:
            marks[span.start : span.end] = bytes((mark,)) * len(span)
    for span in sentences(document.text):
        text = span.of(document.text)
        count = _characters(text, marks[span.start : span.end])
        if count.total:
            turn = document.turn_at(span.start)
            place = workspace.location(document, span.start)
            yield SentenceCoverage(
                document.source.id, turn.section, turn.speaker, place, text, _status(count), count
            )


def _characters(text: str, marks: bytearray) -> Count:
    """The letters and digits of a sentence: marks and dashes before a turn are nothing to cite."""
    kinds = [mark for char, mark in zip(text, marks, strict=True) if char.isalnum()]
    return Count(len(kinds), kinds.count(_CITED), kinds.count(_EXCEPTED))


def _status(count: Count) -> Status:
    if count.cited and 2 * count.cited >= count.total - count.excepted:
        return Status.CITED
    return Status.EXCEPTED if 2 * count.excepted >= count.total else Status.UNCITED


def _groups(named: Iterable[tuple[SentenceCoverage, str | None]]) -> tuple[GroupCoverage, ...]:
    members: dict[tuple[str, str | None], list[SentenceCoverage]] = {}
    for sentence, name in named:
        members.setdefault((sentence.source, name), []).append(sentence)
    return tuple(
        GroupCoverage(source, name, _count(group), sum((item.characters for item in group), Count()))
        for (source, name), group in members.items()
    )


def _count(group: Iterable[SentenceCoverage]) -> Count:
    statuses = [item.status for item in group]
    return Count(len(statuses), statuses.count(Status.CITED), statuses.count(Status.EXCEPTED))
