"""Quotations held to the letter, and to the speaker, against the sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from factcheck.anchor import (
    Change,
    Difference,
    Flaw,
    Haystack,
    Quotation,
    resolve,
    resolve_quotation,
    word_diff,
)
from factcheck.model import Document, Span, TextQuoteSelector
from factcheck.prose.people import Mention
from factcheck.prose.widening import widened
from factcheck.text import DASHES, tokenize
from factcheck.workspace import Workspace

NEAR = 0.5
"""The share of a quotation's words that a passage must have, in order, to be what was quoted."""
NEAR_SHORT = 0.6
SHORT = 6
"""Of quotations with fewer words a greater share is asked, and two words of weight."""
FEW_DOCUMENTS = 8
"""In so many documents a quotation is looked for in each; in more, where the index points to."""
CANDIDATES = 24
"""How many passages of the index point to documents."""
_EDGE = " \t,.;:!?" + DASHES
_TOLERATED = (Difference.FOLDING, Difference.PUNCTUATION)
_INNER = str.maketrans("‘’‚‹›'", '""""""')
_MARKS = '"“”„‟«»'


class Holds(StrEnum):
    """What a quotation is to the sources."""

    VERBATIM = "verbatim"
    """It stands there, but for quotation marks, dashes, spaces, capitals and stops."""
    CHANGED = "changed"
    """A passage is near enough to be what was quoted, and its words are others."""
    APART = "apart"
    """Its parts stand there, in another order or too far from one another."""
    SPEAKER = "speaker"
    """It stands there, and somebody else says it."""
    UNKNOWN = "unknown"
    """No source has it, or anything near to it."""


@dataclass(frozen=True, slots=True)
class Held:
    """What became of a quotation."""

    holds: Holds
    document: Document | None = None
    passage: Span | None = None
    """In the document: what it is, or is near to."""
    part: Span | None = None
    """Of the words of the quotation: the stretch that the changes are told of."""
    changes: tuple[Change, ...] = ()
    speaker: str | None = None
    """Who says the passage."""


@dataclass(frozen=True, slots=True)
class _Near:
    part: Span
    passage: Span
    changes: tuple[Change, ...]
    share: float


class Quoting:
    """Holds quotations against the documents of a workspace, which are prepared once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._haystacks: dict[str, Haystack] = {}
        self._spoken: dict[str, Haystack] = {}

    def hold(self, words: str, mention: Mention | None) -> Held:
        """What the sources make of quoted words (without the outer marks) and of who is said to have said them."""
        lead = len(words) - len(words.lstrip(_EDGE))
        core = words.strip(_EDGE)
        readings = [core, core.translate(_INNER)] if core.translate(_INNER) != core else [core]
        found = [
            (document, resolve_quotation(self._haystack(document), reading))
            for document in self._documents(core)
            for reading in readings
        ]
        places = [
            (document, span)
            for document, quotation in found
            for span in self._standing(document, quotation, core)
        ]
        if places:
            return _by_speaker(places, mention)
        changed = self._changed(found, lead, mention)
        if changed is not None:
            return changed
        for document, quotation in found:
            if quotation.flaw in (Flaw.ORDER, Flaw.GAP):
                return Held(Holds.APART, document)
        return Held(Holds.UNKNOWN)

    def _haystack(self, document: Document) -> Haystack:
        name = document.source.id
        if name not in self._haystacks:
            self._haystacks[name] = Haystack(document.text)
        return self._haystacks[name]

    def _without_headings(self, document: Document) -> Haystack:
        """The document with its headings blank: they say in other words what somebody says below them."""
        name = document.source.id
        if name not in self._spoken:
            text = document.text
            for turn in document.turns:
                if turn.kind == "heading":
                    blank = " " * len(turn.span)
                    text = text[: turn.span.start] + blank + text[turn.span.end :]
            self._spoken[name] = self._haystack(document) if text == document.text else Haystack(text)
        return self._spoken[name]

    def _standing(self, document: Document, quotation: Quotation, core: str) -> Iterator[Span]:
        """The places where the quotation stands, from its first part's beginning to its last one's end."""
        anchors = [part.anchor.span for part in quotation.parts if part.anchor]
        if quotation.flaw is None and anchors:
            yield Span(anchors[0].start, anchors[-1].end)
        elif quotation.flaw is Flaw.AMBIGUOUS and len(quotation.parts) == 1:
            yield from resolve(self._haystack(document), TextQuoteSelector(core)).candidates
        elif quotation.flaw is Flaw.AMBIGUOUS:
            first = resolve(self._haystack(document), TextQuoteSelector(quotation.parts[0].text))
            yield from [first.anchor.span] if first.anchor else first.candidates

    def _changed(
        self, found: list[tuple[Document, Quotation]], lead: int, mention: Mention | None
    ) -> Held | None:
        """The passage nearest to the quotation, if one is near enough."""
        best: tuple[float, Held] | None = None
        for document, quotation in found:
            near = self._near(document, quotation) if quotation.flaw is Flaw.ABSENT else None
            if near is None:
                continue
            held = _held_near(document, near, lead, mention)
            if held is not None and (best is None or near.share > best[0]):
                best = (near.share, held)
        return best[1] if best else None

    def _documents(self, core: str) -> list[Document]:
        """The documents in which a quotation is looked for."""
        documents = self._workspace.documents
        if len(documents) <= FEW_DOCUMENTS:
            return list(documents.values())
        candidates = self._workspace.search(core, CANDIDATES)
        found = {document.source.id: document for item in candidates for document, _, _ in item.passages}
        return list(found.values())

    def _near(self, document: Document, quotation: Quotation) -> _Near | None:
        """The first part that is not there, and what stands there instead; with all parts there, the first."""
        haystack = self._without_headings(document)
        stands = False
        worst: _Near | None = None
        lost = False
        for part in quotation.parts:
            found = resolve(haystack, TextQuoteSelector(part.text))
            span = found.anchor.span if found.anchor else next(iter(found.candidates), None)
            if span is None:
                lost = True
                continue
            span = widened(document.text, part.text, span)
            words = span.of(document.text)
            changes = tuple(change for change in word_diff(part.text, words) if change.kind not in _TOLERATED)
            share, weight = self._share(part.text, words)
            fits = share >= (NEAR_SHORT if len(tokenize(part.text)) < SHORT else NEAR) and weight >= 2
            if not changes:
                stands = stands or len(tokenize(part.text)) > 2
                worst = worst or _Near(part.span, span, (), 1.0)
            elif fits or stands:
                worst = (
                    _Near(part.span, span, changes, share) if worst is None or not worst.changes else worst
                )
            else:
                lost = True
        return None if lost and not stands else worst

    def _share(self, quote: str, passage: str) -> tuple[float, int]:
        """The share of the quote's words that the passage has in order, and how many of these have weight."""
        mine = [token.text for token in tokenize(quote)]
        theirs = [token.text for token in tokenize(passage)]
        common = [
            word
            for code in Indel.opcodes(mine, theirs)
            if code.tag == "equal"
            for word in mine[code.src_start : code.src_end]
        ]
        weight = sum(not self._workspace.lexicon.is_stop(word) for word in common)
        return len(common) / max(1, len(mine)), weight


def _speaker(document: Document, at: int) -> str | None:
    """Who speaks there; None where nobody is known to, and in headings."""
    turn = document.turn_at(at)
    return None if turn.kind == "heading" else turn.speaker


def _by_speaker(places: list[tuple[Document, Span]], mention: Mention | None) -> Held:
    """Verbatim; or somebody else's words, where all who say them are known and are others."""
    document, span = places[0]
    said_by = _speaker(document, span.start)
    given_to = mention.person if mention else None
    for document, span in places:
        speaker = _speaker(document, span.start)
        if given_to is None or speaker in (None, given_to) or _may_be_of(document, span, mention):
            return Held(Holds.VERBATIM, document, span, speaker=speaker)
    return Held(Holds.SPEAKER, *places[0], speaker=said_by)


def _may_be_of(document: Document, span: Span, mention: Mention | None) -> bool:
    """Whether the passage may be somebody's whom its speaker quotes: in quotation marks, or by name."""
    if mention is None or _is_quoted_there(document, span):
        return True
    return mention.speaker is None and _names(document, span, mention)


def _is_quoted_there(document: Document, span: Span) -> bool:
    """Whether the passage stands in quotation marks in the source: then its speaker is not the turn's."""
    turn = document.turn_at(span.start).span
    start = max(turn.start, document.text.rfind("\n", turn.start, span.start) + 1)
    marks = sum(document.text.count(mark, start, span.start) for mark in _MARKS)
    return marks % 2 == 1


def _held_near(document: Document, near: _Near, lead: int, mention: Mention | None) -> Held | None:
    """What a near passage makes of the quotation; None where it is given to somebody whom it is not about."""
    speaker = _speaker(document, near.passage.start)
    if mention and mention.name and not mention.speaker and not _names(document, near.passage, mention):
        return None
    part = Span(near.part.start + lead, near.part.end + lead)
    if near.changes:
        return Held(Holds.CHANGED, document, near.passage, part, near.changes, speaker)
    return _by_speaker([(document, near.passage)], mention)


def _names(document: Document, passage: Span, mention: Mention) -> bool:
    """Whether the paragraph, up to the passage's end, names the one to whom the quotation is given."""
    start = document.text.rfind("\n", 0, passage.start) + 1
    around = {token.text for token in tokenize(document.text[start : passage.end])}
    return any(token.text.removesuffix("'s") in around for token in tokenize(mention.name)[-1:])
