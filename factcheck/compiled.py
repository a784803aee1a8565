"""A sound workspace in a form that loads fast: claims, names, exceptions, and where every quote stands.

JSON without keys, the order of fields that of the dataclasses: a line for the whole, then one a claim, read
when the claim is asked for. Only a workspace without faults is compiled, so none are kept. A quote's place
is believed only where the quote stands there to the letter.
"""

from __future__ import annotations

import json
from binascii import crc32
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from factcheck.contents import ClaimsFolder
from factcheck.model import (
    Alias,
    Claim,
    CoverageException,
    Evidence,
    Layout,
    Location,
    Person,
    Review,
    Source,
    Span,
    Stance,
    TextQuoteSelector,
)

FORMAT = b"5"
"""Changes whenever what is kept does."""
_CHECKSUM = 8
"""Hexadecimal digits."""
Anchors = tuple[Span | None, ...]
"""Where the quote of each piece of a claim's evidence stands, in order; None for one that does not hold."""


class Compiled:
    """What `dump` kept. Claims are known by their numbers, from 0."""

    def __init__(self, data: bytes) -> None:
        """Raises `ValueError`, `KeyError`, `TypeError` or `IndexError` for what `dump` did not write."""
        if int(data[:_CHECKSUM], 16) != crc32(memoryview(data)[_CHECKSUM + 1 :]):
            raise ValueError("damaged")
        start = data.index(b"\n", _CHECKSUM + 1) + 1
        rows = json.loads(data[_CHECKSUM + 1 : start])
        self._data = data
        self._starts = list(accumulate(rows["sizes"], initial=start))
        """Where the line of each claim begins; one more than there are claims."""
        self.aliases = tuple(Alias(tuple(row[0]), row[1], Location(*row[2:])) for row in rows["aliases"])
        self.exceptions = tuple(
            CoverageException(row[0], row[1], row[2], Location(*row[3:])) for row in rows["exceptions"]
        )
        self.uncited = tuple((str(row[0]), Span(row[1], row[2])) for row in rows["uncited"])
        """Source id and span of each sentence that no claim cites."""
        self.words: tuple[str, ...] = tuple(rows["words"].split())
        """Every word of the claims, the quotes and the names, folded, in order."""
        self.held: list[int] = rows["held"]
        """The numbers of the claims to answer from: with evidence that holds, or with a publisher's verdict."""
        self.unusable: int = rows["unusable"]
        """How many pieces of evidence do not."""

    def __len__(self) -> int:
        """How many claims there are."""
        return len(self._starts) - 1

    def claim(self, number: int) -> tuple[Claim, Anchors]:
        """A claim and where its quotes stand."""
        row, spans = json.loads(self._data[self._starts[number] : self._starts[number + 1]])
        return claim_of_row(row), tuple(None if span is None else Span(*span) for span in spans)


def dump(
    folder: ClaimsFolder,
    anchors: Mapping[str, Anchors],
    uncited: Sequence[tuple[str, Span]],
    words: Sequence[str],
) -> bytes:
    """A workspace's claims, by claim id where their quotes stand, and the rest of `Compiled`, as bytes."""
    placed = [(claim, anchors[claim.id]) for claim in folder.claims]
    claims = [
        _json([claim_row(claim), [None if span is None else [span.start, span.end] for span in spans]])
        + b"\n"
        for claim, spans in placed
    ]
    head = {
        "sizes": list(map(len, claims)),
        "aliases": [[alias.names, alias.kind, *_place_row(alias.location)] for alias in folder.aliases],
        "exceptions": [
            [item.source, item.quote, item.reason, *_place_row(item.location)] for item in folder.exceptions
        ],
        "uncited": [[source, span.start, span.end] for source, span in uncited],
        "words": " ".join(words),
        "held": [
            number
            for number, (claim, spans) in enumerate(placed)
            if claim.only_reported or any(map(_holds, spans))
        ],
        "unusable": sum(not _holds(span) for _, spans in placed for span in spans),
    }
    body = b"".join([_json(head), b"\n", *claims])
    return b"%08x\n%b" % (crc32(body), body)


def load(data: bytes) -> Compiled | None:
    """What `dump` wrote, or None where it is damaged."""
    try:
        return Compiled(data)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


def _holds(span: Span | None) -> bool:
    return span is not None


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def dump_sources(sources: Sequence[Source]) -> bytes:
    """Sources without faults as bytes."""
    rows = [
        [
            [
                source.id,
                source.path,
                source.sha256,
                source.title,
                source.kind,
                source.publisher,
                source.issued,
            ],
            source.language,
            [[person.name, person.role, person.office] for person in source.people],
            [getattr(source.layout, name) for name in _LAYOUT],
            _place_row(source.location),
            source.url,
        ]
        for source in sources
    ]
    return _json(rows)


def load_sources(data: bytes) -> tuple[Source, ...] | None:
    """What `dump_sources` wrote, or None where it is damaged."""
    try:
        return tuple(_source(row) for row in json.loads(data))
    except (ValueError, KeyError, TypeError, IndexError):
        return None


_LAYOUT = ("type", "speaker", "introduction", "marker", "order", "names", "headings", "credit_lines")


def _source(row: list[Any]) -> Source:
    (identifier, path, sha256, title, kind, publisher, issued), language, people, layout, place, url = row
    named = dict(zip(_LAYOUT, layout, strict=True))
    named["order"] = tuple(named["order"])
    named["names"] = tuple((label, name) for label, name in named["names"])
    return Source(
        id=identifier,
        path=path,
        sha256=sha256,
        title=title,
        kind=kind,
        publisher=publisher,
        issued=issued,
        language=language,
        people=tuple(Person(*person) for person in people),
        layout=Layout(**named),
        location=Location(*place),
        url=url,
    )


def claim_row(claim: Claim) -> list[Any]:
    """A claim's fields, for JSON."""
    evidence = [
        [
            item.source,
            item.selector.exact,
            item.selector.prefix,
            item.selector.suffix,
            item.stance,
            item.speaker,
            *_place_row(item.location),
        ]
        for item in claim.evidence
    ]
    return [
        claim.id,
        claim.statement,
        claim.also,
        claim.tags,
        claim.note,
        evidence,
        claim.checked_by,
        claim.checked_on,
        claim.review,
        *_place_row(claim.location),
    ]


def claim_of_row(row: list[Any]) -> Claim:
    """The claim of which `claim_row` gave the fields. Raises as `Compiled` does for what it did not give."""
    return Claim(
        id=row[0],
        statement=row[1],
        also=tuple(row[2]),
        tags=tuple(row[3]),
        note=row[4],
        evidence=tuple(
            Evidence(item[0], TextQuoteSelector(*item[1:4]), Stance(item[4]), item[5], Location(*item[6:]))
            for item in row[5]
        ),
        checked_by=row[6],
        checked_on=row[7],
        review=None if row[8] is None else Review(Stance(row[8][0]), *row[8][1:]),
        location=Location(*row[9:]),
    )


def _place_row(location: Location) -> list[Any]:
    return [location.path, location.line, location.column]
