"""What a quote and the text in its place do not share, word by word, each difference named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from factcheck.anchor.boundaries import COMPARATORS, SIGNS
from factcheck.anchor.folding import folds_between
from factcheck.model import Span


class Difference(StrEnum):
    """What a change touches; the gravest that applies."""

    COMPARATOR = "comparator"
    """`<` for `>`."""
    SIGN = "sign"
    """`5%` for `-5%`."""
    FIGURE = "figure"
    """Other digits, or another unit: `5` for `5%`."""
    CUT = "cut"
    """A part of a word for the word: `part` for `party`."""
    WORD_BOUNDARY = "word-boundary"
    """The same letters, divided otherwise: `resign` for `re-sign`."""
    WORDS = "words"
    """Other words, more words or fewer."""
    PUNCTUATION = "punctuation"
    FOLDING = "folding"
    """Only what folding makes equal: quotation marks, dashes, spaces, capitals."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: `old` words of the quote, `new` words of the text (either may be empty)."""

    old: str
    new: str
    kind: Difference
    old_span: Span
    """In the quote."""
    new_span: Span
    """In the passage."""


_SIGN_CLASS = re.escape(SIGNS)
_TOKEN = re.compile(
    rf"(?:(?<!\w)[{_SIGN_CLASS}])?[$€£¥₴₽]?\d+(?:[.,:]\d+)*(?:[%‰°]|[^\W\d_]+)?"  # -5% · €80m · 12:30
    rf"|[{re.escape(COMPARATORS)}]+"
    r"|\w+(?:['’ʼ\-‐‑]\w+)*"
    r"|[^\w\s]"
)
_FIGURE = re.compile(rf"(?:(?<!\w)[{_SIGN_CLASS}]\s?)?[$€£¥₴₽]?\d+(?:[.,:]\d+)*[%‰°]?")
_COMPARATOR = re.compile(rf"[{re.escape(COMPARATORS)}]+")
_NOT_LETTERS = re.compile(r"[\W_]+")


def word_diff(quote: str, passage: str) -> tuple[Change, ...]:
    """The differences between `quote` and `passage`, in order; empty where they are the same words.

    Tokens are words, figures with their sign and unit, comparators and single marks; white space is
    not compared.
    """
    from rapidfuzz.distance import Indel

    old, new = list(_TOKEN.finditer(quote)), list(_TOKEN.finditer(passage))
    found: list[Change] = []
    pending: tuple[Span, Span] | None = None
    opcodes = Indel.opcodes([match.group() for match in old], [match.group() for match in new])
    for code in opcodes:
        if code.tag == "equal":
            if pending:
                found.append(_change(quote, passage, *pending))
            pending = None
            continue
        old_span = _covering(old, code.src_start, code.src_end, len(quote))
        new_span = _covering(new, code.dest_start, code.dest_end, len(passage))
        pending = (
            (_joined(pending[0], old_span), _joined(pending[1], new_span))
            if pending
            else (old_span, new_span)
        )
    if pending:
        found.append(_change(quote, passage, *pending))
    return tuple(found)


def _covering(tokens: list[re.Match[str]], start: int, end: int, length: int) -> Span:
    if start < end:
        return Span(tokens[start].start(), tokens[end - 1].end())
    at = tokens[start].start() if start < len(tokens) else length
    return Span(at, at)


def _joined(first: Span, second: Span) -> Span:
    """Both spans; an empty one only marks a place."""
    if not len(first):
        return second
    if not len(second):
        return first
    return Span(min(first.start, second.start), max(first.end, second.end))


def _change(quote: str, passage: str, old_span: Span, new_span: Span) -> Change:
    old, new = old_span.of(quote), new_span.of(passage)
    return Change(old, new, difference(old, new), old_span, new_span)


def difference(old: str, new: str) -> Difference:
    """What the gravest difference between two stretches is (see `Difference`)."""
    if old and new and folds_between(old, new) is not None:
        return Difference.FOLDING
    if _COMPARATOR.findall(old) != _COMPARATOR.findall(new):
        return Difference.COMPARATOR
    figures, others = _figures(old), _figures(new)
    if figures != others:
        same_digits = [figure[1] for figure in figures] == [figure[1] for figure in others]
        return Difference.SIGN if same_digits else Difference.FIGURE
    letters, other_letters = _letters(old), _letters(new)
    if letters == other_letters:
        return Difference.WORD_BOUNDARY if _words(old) != _words(new) else Difference.PUNCTUATION
    shorter, longer = sorted((old.casefold(), new.casefold()), key=len)
    if shorter and " " not in longer and (longer.startswith(shorter) or longer.endswith(shorter)):
        return Difference.CUT
    return Difference.WORDS


def _figures(text: str) -> list[tuple[str, str]]:
    """Each figure's sign, and its digits with their unit."""
    found = []
    for match in _FIGURE.finditer(text):
        digits = match.group().lstrip(SIGNS + " ")
        sign = match.group()[: -len(digits)].strip()
        found.append(("-" if sign and sign in "-−–‐‑" else sign, digits))
    return found


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()


def _words(text: str) -> list[str]:
    return [match.group().casefold() for match in re.finditer(r"\w+(?:['’ʼ\-‐‑]\w+)*", text)]
