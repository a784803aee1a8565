"""A quote as it was pasted, and the passages of the sources that it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.anchor import Problem, describe, resolve, word_diff
from factcheck.errors import InputError
from factcheck.model import Document, Location, Span, TextQuoteSelector
from factcheck.text import QUOTES, sentences
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.anchor.changes import Change

_MOST_SOURCES = 200
"""In so many sources, where none is named, a quote is sought that does not stand there to the letter."""
_SHOWN = 200
"""Characters of a passage in a message."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage of a source, and in what the pasted quote differs from it."""

    document: Document
    span: Span
    given: str
    """The quote as it was pasted, without white space or quotation marks around it."""
    folds: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    """The words that differ: whether the passage is meant is then for a person to say."""

    @property
    def text(self) -> str:
        """The passage, in the source's letters."""
        return self.span.of(self.document.text)

    @property
    def speaker(self) -> str | None:
        """Who speaks there, by the source's layout."""
        return self.document.turn_at(self.span.start).speaker

    @property
    def selector(self) -> TextQuoteSelector:
        """The passage with no more context than makes it unique."""
        return describe(self.document, self.span)


def passages(workspace: Workspace, pasted: str, source: str | None = None) -> list[Quoted]:
    """The passages that `pasted` may be, all equally good: to the letter, else folded, else near.

    Looks in the source with this id, or in all. Raises `InputError` if there is none, naming what is nearest.
    """
    quote = pasted.strip()
    if not quote:
        raise InputError("the quote is empty", "paste the words of the source")
    documents = [named_document(workspace, source)] if source else list(workspace.documents.values())
    found = [quoted for reading in _readings(quote) for quoted in _found(documents, reading)]
    best = min(map(_rank, found), default=0)
    if not found:
        raise _nowhere(documents, quote)
    return [quoted for quoted in found if _rank(quoted) == best]


def named_document(workspace: Workspace, source: str) -> Document:
    """The source with this id. Raises `InputError`, naming the nearest id, if there is none."""
    document = workspace.documents.get(source)
    if document is not None:
        return document
    from factcheck.schema import nearest

    near = nearest(source, list(workspace.documents))
    mend = f"did you mean `{near}`?" if near else "`factcheck source add` takes a text in"
    raise InputError(f"there is no source `{source}`", mend)


def best_sentences(workspace: Workspace, words: str, limit: int, source: str | None = None) -> list[Quoted]:
    """The sentences of the sources that are nearest to a few words, the nearest first."""
    if source is not None:
        named_document(workspace, source)
    found: dict[tuple[str, Span], Quoted] = {}
    split: dict[str, list[Span]] = {}
    for candidate in workspace.search(words, 4 * limit):
        for document, span, _ in candidate.passages:
            name = document.source.id
            if source not in (None, name):
                continue
            if name not in split:
                split[name] = sentences(document.text)
            for sentence in split[name]:
                if sentence.overlaps(span):
                    found.setdefault((name, sentence), Quoted(document, sentence, sentence.of(document.text)))
    return list(found.values())[:limit]


def require_one_speaker(workspace: Workspace, quoted: Quoted) -> None:
    """Raise `InputError` for a passage that joins the words of two."""
    document, span = quoted.document, quoted.span
    first, last = document.turn_at(span.start), document.turn_at(span.end - 1)
    if first is not last:
        where = place(workspace, quoted)
        raise InputError(
            f"the quote at {where} runs from one speaker's words into another's", "quote one at a time"
        )


def place(workspace: Workspace, quoted: Quoted) -> Location:
    """Where the passage stands."""
    return workspace.location(quoted.document, quoted.span.start)


def _readings(quote: str) -> list[str]:
    """The quote as it is, and without the quotation marks around it."""
    wrapped = len(quote) > 2 and quote[0] in QUOTES and quote[-1] in QUOTES
    return [quote, quote[1:-1].strip()] if wrapped and quote[1:-1].strip() else [quote]


def _found(documents: Sequence[Document], quote: str) -> list[Quoted]:
    if len(documents) > _MOST_SOURCES:
        documents = [document for document in documents if quote in document.text]
    return [quoted for document in documents for quoted in _in_document(document, quote)]


def _rank(quoted: Quoted) -> int:
    """0 to the letter, 1 folded, 2 other words."""
    return 2 if quoted.changes else 1 if quoted.folds else 0


def _in_document(document: Document, quote: str) -> list[Quoted]:
    found = resolve(document, TextQuoteSelector(quote))
    if found.anchor is not None:
        return [Quoted(document, found.anchor.span, quote, found.anchor.folds, found.changes)]
    if found.problem is Problem.ABSENT:
        return []
    return [_compared(document, span, quote) for span in found.candidates]


def _compared(document: Document, span: Span, quote: str) -> Quoted:
    from factcheck.anchor.folding import folds_between

    folds = folds_between(quote, span.of(document.text))
    if folds is not None:
        return Quoted(document, span, quote, folds)
    return Quoted(document, span, quote, (), word_diff(quote, span.of(document.text)))


def _nowhere(documents: Sequence[Document], quote: str) -> InputError:
    where = f"in {documents[0].source.id}" if len(documents) == 1 else "in any source"
    for document in documents[:_MOST_SOURCES]:
        found = resolve(document, TextQuoteSelector(quote))
        if found.candidates:
            near = found.candidates[0].of(document.text)
            shown = near if len(near) <= _SHOWN else near[:_SHOWN] + "…"
            return InputError(f"the quote does not stand {where}", f"the nearest passage: “{shown}”")
    return InputError(
        f"the quote does not stand {where}, nor anything like it", "paste it from there, or look with --find"
    )
