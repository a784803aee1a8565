"""Comments in an article that tell the checker what to leave alone, each with its reason.

    <!-- factcheck: ignore: the ambassador corrected himself later -->
    <!-- factcheck: ignore[FC405] quoted from the Azerbaijani translation -->
    <!-- factcheck: off: the sample below is wrong on purpose --> … <!-- factcheck: on -->

On a line of its own a comment bears on the paragraph or list item that follows, within a paragraph on the
sentence that it stands in or before, at a paragraph's end on the last sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Span
from factcheck.prose.blocks import Block

_COMMENT = re.compile(r"<!--[ \t]*factcheck\s*:((?:(?!-->)[\s\S]){0,1000})-->", re.IGNORECASE)
_ORDER = re.compile(
    r"\s*(?P<word>[\w-]+)(?P<codes>\s*\[[^\]\n]*\]|(?:[\s,]+FC\d{1,3}\b)*)"
    r"\s*(?:[:—–-]+\s*)?(?:reason\s*[:=]\s*)?(?P<reason>[\s\S]*?)\s*$",
    re.IGNORECASE,
)
_CODE = re.compile(r"FC\d{1,3}", re.IGNORECASE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
WORDS = ("ignore", "off", "on")


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment of the article that is meant for the checker."""

    word: str
    """`ignore`, `off` or `on`; or another, which is none."""
    codes: tuple[str, ...]
    """Codes, or what codes begin with; none for all."""
    reason: str
    span: Span
    """In the file."""
    alone: bool
    """Nothing else stands on its lines."""

    def covers(self, code: str) -> bool:
        """Whether it is about findings of this code."""
        return not self.codes or code.startswith(self.codes)


def find_directives(text: str) -> list[Directive]:
    """The comments for the checker, in order. In fenced code they are examples, and left out."""
    fences = _fenced(text) if "factcheck" in text else []
    found = []
    for match in _COMMENT.finditer(text):
        order = _ORDER.match(match[1])
        if order is None or any(fence.start <= match.start() < fence.end for fence in fences):
            continue
        line = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        around = text[line : match.start()] + text[match.end() : len(text) if end < 0 else end]
        codes = tuple(code.upper() for code in _CODE.findall(order["codes"]))
        span = Span(match.start(), match.end())
        found.append(
            Directive(order["word"].lower(), codes, order["reason"], span, not around.strip(" \t\r>"))
        )
    return found


def _fenced(text: str) -> list[Span]:
    """The stretches of fenced code."""
    found, at, opening, begin = [], 0, "", 0
    for line in text.split("\n"):
        fence = _FENCE.match(line)
        if fence and not opening:
            opening, begin = fence[1], at
        elif fence and fence[1].startswith(opening) and not line[fence.end() :].strip():
            found.append(Span(begin, at + len(line)))
            opening = ""
        at += len(line) + 1
    if opening:
        found.append(Span(begin, len(text)))
    return found


def reach(
    directives: Sequence[Directive], blocks: Sequence[Block], sentences: Sequence[Span], length: int
) -> list[tuple[Directive, Span]]:
    """The stretch of the file that each `ignore` and `off` bears on; `sentences` are those of the file, in order."""
    found = []
    for number, directive in enumerate(directives):
        if directive.word == "off":
            ends = (other.span.start for other in directives[number + 1 :] if other.word == "on")
            found.append((directive, Span(directive.span.end, next(ends, length))))
        elif directive.word == "ignore":
            at = directive.span
            target = _next_block(at, blocks) if directive.alone else _sentence(at, blocks, sentences)
            found.append((directive, target))
    return found


def _next_block(at: Span, blocks: Sequence[Block]) -> Span:
    for block in blocks:
        if block.ends[-1] > at.end:
            return Span(max(at.end, block.starts[0]), block.ends[-1])
    return Span(at.end, at.end)


def _sentence(at: Span, blocks: Sequence[Block], sentences: Sequence[Span]) -> Span:
    """The sentence around the comment or right after it in its block; at the block's end the one before."""
    own = next((block for block in blocks if block.starts[0] <= at.end and at.start <= block.ends[-1]), None)
    number = bisect_left([span.end for span in sentences], at.end + 1)
    if own is None:
        # Behind all that was read of the block, or before it: the nearest on its line.
        return sentences[number - 1] if number else Span(at.end, at.end)
    if number < len(sentences) and sentences[number].start <= own.ends[-1]:
        return sentences[number]
    return sentences[number - 1] if number else Span(at.end, at.end)
