"""Quotes to paste: as plain text or as Markdown, each with its citation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from factcheck.model import MatchedEvidence, Stance
from factcheck.reporters.layout import printable
from factcheck.reporters.markup import escaped


def as_text(passages: Sequence[MatchedEvidence]) -> str:
    """Each quote between quotation marks, then who said it where."""
    quotes = (f"{_side(passage)}“{printable(passage.quote)}”\n{_source(passage)}" for passage in passages)
    return "\n\n".join(quotes) + "\n"


def as_markdown(passages: Sequence[MatchedEvidence]) -> str:
    """Each quote as a block quotation that renders to the letter, with its citation as the last line."""
    return "\n\n".join(_block(passage) for passage in passages) + "\n"


STYLES: Mapping[str, Callable[[Sequence[MatchedEvidence]], str]] = {"text": as_text, "markdown": as_markdown}


def _block(passage: MatchedEvidence) -> str:
    lines = [*escaped(printable(passage.quote)).split("\n"), "", "— " + escaped(_source(passage))]
    body = "\n".join(f"> {line}".rstrip() for line in lines)
    side = _side(passage)
    return f"{side.strip()}\n\n{body}" if side else body


def _source(passage: MatchedEvidence) -> str:
    return printable(passage.citation or f"{passage.path}, line {passage.line}")


def _side(passage: MatchedEvidence) -> str:
    return "Against the claim: " if passage.stance is Stance.REFUTES else ""
