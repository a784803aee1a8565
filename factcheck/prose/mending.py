"""Misquotations put right: the source's words between the article's quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.anchor import Change
from factcheck.model import Span
from factcheck.prose.article import Article, read_article
from factcheck.prose.checking import ArticleCheck, Checker, QuotedWords
from factcheck.prose.quoting import Holds
from factcheck.text import APOSTROPHES, strip_span

_RUN = re.compile(r"\s*\S+")
_LAST_RUN = re.compile(r"\S+\s*\Z")
_SPECIAL = re.compile(r"[\\`*_\[\]<&]")
_ROUNDS = 8
"""A quotation of several parts is put right part by part."""
_APOSTROPHE = re.compile(rf"(?<=\w)[{re.escape(APOSTROPHES)}](?=\w|\s|$)")


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words of a file that are to become others."""

    raw: Span
    words: str


def put_right(article: Article, checker: Checker) -> str:
    """The article's text with every misquotation put right that can be."""
    text, path, markdown = article.text, article.path, article.markdown
    for _ in range(_ROUNDS):
        found = replacements(checker.check(read_article(text, path, markdown=markdown)))
        if not found:
            break
        text = _applied(text, found)
    return text


def replacements(check: ArticleCheck) -> list[Replacement]:
    """What is to be replaced, in order; what markup runs through is left to a person."""
    found = (_replacement(check, quotation) for quotation in check.quotations)
    return [replacement for replacement in found if replacement is not None]


def _replacement(check: ArticleCheck, quotation: QuotedWords) -> Replacement | None:
    held = quotation.held
    if held.holds is not Holds.CHANGED or held.document is None or held.passage is None or held.part is None:
        return None
    part = held.part.of(quotation.words)
    source = held.passage.of(held.document.text)
    old, new = _stretch(held.changes, part, source)
    start = quotation.mark.inner.start + held.part.start
    within = Span(start + old.start, start + old.end)
    if not len(within) or within.end > quotation.mark.inner.end or not quotation.block.seamless(within):
        return None
    words = _styled(" ".join(new.of(source).split()), quotation.mark.mark)
    if old.start == 0 and part[:1].isupper() and words[:1].islower():
        words = words[0].upper() + words[1:]
    after = (
        quotation.words[: held.part.start + old.start] + words + quotation.words[held.part.start + old.end :]
    )
    if not check.is_nearer(after, quotation):
        return None
    return Replacement(quotation.block.raw(within), _escaped(check.article, words))


def _stretch(changes: tuple[Change, ...], part: str, source: str) -> tuple[Span, Span]:
    """From the first change to the last, in the quotation's part and in the source, both with words in them."""
    first, last = changes[0], changes[-1]
    old = strip_span(part, Span(first.old_span.start, last.old_span.end))
    new = strip_span(source, Span(first.new_span.start, last.new_span.end))
    if len(old) and len(new):
        return old, new
    # Left out or put in: with the next word, or at the end with the one before, so that spaces come right.
    mine, theirs = _RUN.match(part, old.end), _RUN.match(source, new.end)
    if mine and theirs:
        return Span(old.start, mine.end()), Span(new.start, theirs.end())
    mine, theirs = _LAST_RUN.search(part[: old.start]), _LAST_RUN.search(source[: new.start])
    if mine and theirs:
        return Span(mine.start(), old.end), Span(theirs.start(), new.end)
    return old, new


def _styled(words: str, mark: str) -> str:
    """The source's words with the article's apostrophes, and quotation marks inside as inner ones."""
    curly = mark not in "\"'"
    words = _APOSTROPHE.sub("’" if curly else "'", words)
    if mark in "“„«":
        return re.sub(r"[\"“„‟«]([^\"”“»]*)[\"”“»]", r"‘\1’", words)
    return re.sub(r"[\"“”„‟«»]", "'", words) if mark == '"' else words


def _escaped(article: Article, words: str) -> str:
    """Markdown's own characters made plain ones."""
    return _SPECIAL.sub(r"\\\g<0>", words) if article.markdown else words


def _applied(text: str, found: Iterable[Replacement]) -> str:
    for item in sorted(found, key=lambda item: item.raw, reverse=True):
        text = text[: item.raw.start] + item.words + text[item.raw.end :]
    return text
