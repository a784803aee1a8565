"""How an entry of an archive is kept: a claim, or a sentence that no claim cites."""

from __future__ import annotations

import json
from collections.abc import Sequence
from zlib import crc32

from factcheck.compiled import Anchors, claim_of_row
from factcheck.items import claim_at
from factcheck.model import Claim, Location, Span
from factcheck.text import folded_words

TEXTS = "\n"
"""Stands between the terms of an entry's texts."""


def joined(texts: Sequence[Sequence[str]]) -> str:
    """The terms of texts as they are kept."""
    return TEXTS.join(map(" ".join, texts))


def parted(terms: str) -> list[list[str]]:
    """The terms of texts that `joined` put together."""
    return [text.split(" ") if text else [] for text in terms.split(TEXTS)]


def checksum(item: str, spans: str | None, terms: str) -> int:
    """What tells that an entry is as it was written."""
    return crc32(f"{item}\0{spans}\0{terms}".encode("utf-8", "surrogatepass"))


def words_of_pieces(pieces: Sequence[str]) -> set[str]:
    """The words that a speller knows of texts cut at white space."""
    return {word.removesuffix("'s") for word in folded_words(" ".join(pieces))}


def claim_of_item(item: str, path: str, line: int) -> Claim:
    """The claim that was kept as `item`: a line of a JSON Lines file, or the fields of a claim of a TOML file.

    Raises as `compiled.claim_of_row` does for what is neither.
    """
    data = json.loads(item)
    if isinstance(data, list):
        return claim_of_row(data)
    place = Location(path, line)
    return claim_at(data, place, [place] * len(data.get("evidence", ())))


def spans_json(spans: Anchors) -> str | None:
    """Where the quotes of a claim stand, as kept; None for a claim without evidence."""
    if not spans:
        return None
    return json.dumps([None if span is None else [span.start, span.end] for span in spans])


def spans_of(text: str | None) -> Anchors:
    """The inverse of `spans_json`."""
    if text is None:
        return ()
    return tuple(None if span is None else Span(*span) for span in json.loads(text))


def sentence_json(source: str, span: Span) -> str:
    """A sentence that no claim cites, as kept."""
    return json.dumps([source, span.start, span.end], ensure_ascii=False)


def sentence_of(item: str) -> tuple[str, Span]:
    """The source's id and the span that `sentence_json` was given."""
    source, start, stop = json.loads(item)
    return source, Span(start, stop)
