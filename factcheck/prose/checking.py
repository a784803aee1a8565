"""An article against a workspace: its quotations, and the sentences that are to be looked up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from factcheck.anchor import Change
from factcheck.model import Diagnostic, Location, Passage, Severity, Span
from factcheck.prose.article import Article, Sentence
from factcheck.prose.attribution import Attribution, credited
from factcheck.prose.blocks import Block
from factcheck.prose.claims import is_checkable
from factcheck.prose.marks import Quoted, is_words_of_somebody, quoted
from factcheck.prose.people import Mention, People
from factcheck.prose.quoting import Held, Holds, Quoting
from factcheck.prose.reported import stated
from factcheck.text import tokenize
from factcheck.workspace import Workspace

MOSTLY = 0.5
"""From this share of quoted words on, a sentence is its quotation, and no statement besides."""
_TOLD = 3
"""So many differences are told in words."""
FIX = "`factcheck check --fix` writes the source's words; or leave out the quotation marks"


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """A quotation of an article, and what became of it."""

    block: Block
    mark: Quoted
    mention: Mention | None
    held: Held

    @property
    def words(self) -> str:
        """What stands between the marks."""
        return self.mark.inner.of(self.block.text)

    @property
    def wrong(self) -> Span:
        """The stretch of the block that is wrong: the first words that differ, else the whole quotation."""
        start, held = self.mark.inner.start, self.held
        if held.part is None or not held.changes:
            return self.mark.inner
        if len(held.part) != len(self._part):
            return Span(start + held.part.start, start + held.part.end)
        first = held.changes[0].old_span
        begin = start + held.part.start + first.start
        if len(first):
            return Span(begin, begin + len(first))
        # Left out: the word before the gap.
        rest = self.block.text[: min(begin, start + held.part.end)].rstrip()
        return Span(max(start, rest.rfind(" ") + 1), len(rest))

    @property
    def _part(self) -> str:
        return self.held.part.of(self.words) if self.held.part else ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding of an article, and the stretch of the file that is wrong."""

    diagnostic: Diagnostic
    raw: Span


class ArticleCheck:
    """What is to be said of one article; a workspace's `Checker` makes it."""

    def __init__(self, article: Article, workspace: Workspace, people: People, quoting: Quoting) -> None:
        self.article = article
        self._workspace = workspace
        self._people = people
        self._quoting = quoting

    @cached_property
    def quotations(self) -> tuple[QuotedWords, ...]:
        """The quotations, held against the sources, in order."""
        blocks = self.article.blocks
        return tuple(
            found
            for block, following in zip_longest(blocks, blocks[1:])
            for found in self._of_block(block, following)
        )

    def _of_block(self, block: Block, following: Block | None) -> Iterator[QuotedWords]:
        marks = quoted(block.text)
        attribution = Attribution(self._people, block.text, marks)
        for number, mark in enumerate(marks):
            words = mark.inner.of(block.text)
            if not is_words_of_somebody(words):
                continue
            mention = attribution.of(number)
            if mention is None and following and mark.outer.of(block.text) == block.text.strip():
                mention = credited(following.text, self._people)
            yield QuotedWords(block, mark, mention, self._quoting.hold(words, mention))

    def is_nearer(self, words: str, than: QuotedWords) -> bool:
        """Whether other words for a quotation stand in the source, at least as far as the part that was wrong."""
        held = self._quoting.hold(words, than.mention)
        if held.holds in (Holds.VERBATIM, Holds.SPEAKER):
            return True
        before = than.held.part.start if than.held.part else 0
        return held.holds is Holds.CHANGED and held.part is not None and held.part.start > before

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the quotations."""
        return tuple(fault for found in self.quotations if (fault := self._fault(found)))

    def _fault(self, found: QuotedWords) -> Fault | None:
        told = _told(found)
        if told is None:
            return None
        code, severity, message, mend = told
        raw = found.block.raw(found.wrong)
        wrong = found.wrong
        focus = Span(wrong.start - found.mark.inner.start, wrong.end - found.mark.inner.start)
        return Fault(
            Diagnostic(
                code,
                severity,
                message,
                self.article.location(raw.start),
                mend,
                subject=found.words,
                focus=focus if len(focus) else None,
                related=tuple(self._passages(found.held)),
            ),
            raw,
        )

    def _passages(self, held: Held) -> Iterator[Passage]:
        if held.document is not None and held.passage is not None:
            place = self._workspace.location(held.document, held.passage.start)
            yield Passage(place, held.passage.of(held.document.text))

    @cached_property
    def statements(self) -> tuple[Sentence, ...]:
        """The sentences that make a claim of their own, whatever their quotations are."""
        return tuple(sentence for sentence in self.article.sentences if self._is_statement(sentence))

    def _is_statement(self, sentence: Sentence) -> bool:
        if sentence.broken or self._is_quotation(sentence):
            return False
        return is_checkable(self._workspace.analyst.analyse(sentence.text))

    def _is_quotation(self, sentence: Sentence) -> bool:
        """Whether the sentence is mostly words that the sources were asked about as a quotation."""
        judged = [
            found.mark.outer
            for found in self.quotations_in(sentence)
            if found.held.holds is not Holds.UNKNOWN
        ]
        if not judged:
            return False
        start = sentence.span.start
        tokens = [Span(start + token.span.start, start + token.span.end) for token in tokenize(sentence.text)]
        inside = sum(any(outer.contains(token) for outer in judged) for token in tokens)
        return inside > 0 and inside >= MOSTLY * len(tokens)

    def quotations_in(self, sentence: Sentence) -> list[QuotedWords]:
        """The quotations that a sentence has a part of."""
        return [
            found
            for found in self._by_block.get(id(sentence.block), ())
            if found.mark.outer.overlaps(sentence.span)
        ]

    @cached_property
    def _by_block(self) -> dict[int, list[QuotedWords]]:
        """The quotations by the identity of their block: a long article has many of both."""
        found: dict[int, list[QuotedWords]] = {}
        for quotation in self.quotations:
            found.setdefault(id(quotation.block), []).append(quotation)
        return found

    def stated(self, sentence: Sentence) -> Span:
        """The stretch of a sentence's text that is to be looked up: who says so is left out."""
        return stated(sentence.text, self._people)

    def location(self, sentence: Sentence) -> Location:
        """The place of a sentence in the file."""
        return self.article.location(sentence.raw.start)


class Checker:
    """Checks articles against one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._people = People(workspace)
        self._quoting = Quoting(workspace)

    def check(self, article: Article) -> ArticleCheck:
        """What is to be said of `article`, worked out when it is asked for."""
        return ArticleCheck(article, self._workspace, self._people, self._quoting)


def _told(found: QuotedWords) -> tuple[str, Severity, str, str] | None:
    """Code, severity, message and mend for a quotation; None where there is nothing to say."""
    held, name = found.held, found.mention.name if found.mention else ""
    if held.holds is Holds.CHANGED:
        said = f" ({held.speaker} says it)" if _is_other(found) else ""
        message = f"this quotation is not what was said: {_differences(held.changes)}{said}"
        return "FC405", Severity.ERROR, message, FIX
    if held.holds is Holds.APART:
        message = "this quotation is not what was said: its parts stand in another order, or far apart"
        return "FC405", Severity.ERROR, message, "quote the parts one by one, in the order of the source"
    if held.holds is Holds.SPEAKER:
        message = f"the quotation is given to the wrong speaker: {held.speaker} says it, not {name}"
        return "FC408", Severity.ERROR, message, f"write that {held.speaker} said it"
    if held.holds is Holds.UNKNOWN and found.mention and found.mention.speaker:
        message = f"no source has this quotation, which is given to {name}"
        return "FC409", Severity.NOTE, message, "add the source that has it"
    return None


def _is_other(found: QuotedWords) -> bool:
    given = found.mention.person if found.mention else None
    return given is not None and found.held.speaker not in (None, given)


def _differences(changes: Sequence[Change]) -> str:
    told = [_difference(change) for change in changes[:_TOLD]]
    more = len(changes) - len(told)
    return "; ".join([*told, *([f"and {more} more"] if more > 0 else [])])


def _difference(change: Change) -> str:
    if not change.old:
        return f"“{change.new}” is left out"
    if not change.new:
        return f"“{change.old}” is not in the source"
    return f"“{change.old}”; the source says “{change.new}”"
