"""A sound workspace in a form that loads fast: claims, names, exceptions, and where every quote stands.

JSON without keys; the order of fields is that of the dataclasses. Only a workspace without faults is
compiled, so none are kept. A quote's place is believed only where the quote stands there to the letter.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.contents import ClaimsFolder
from factcheck.model import (
    Alias,
    Claim,
    CoverageException,
    Evidence,
    Layout,
    Location,
    Person,
    Source,
    Span,
    Stance,
    TextQuoteSelector,
)

FORMAT = b"2"
"""Changes whenever what is kept does."""


class Compiled(NamedTuple):
    """What is kept of a workspace. `anchors` has a span, or None, for each piece of evidence in order."""

    folder: ClaimsFolder
    anchors: Mapping[str, tuple[Span | None, ...]]
    uncited: tuple[tuple[str, Span], ...]
    """Source id and span of each sentence that no claim cites."""
    words: tuple[str, ...]
    """Every word of the claims, the quotes and the names, folded, in order."""


def dump(compiled: Compiled) -> bytes:
    """The compiled workspace as bytes."""
    folder = compiled.folder
    data = {
        "claims": [_claim_row(claim) for claim in folder.claims],
        "aliases": [[alias.names, alias.kind, *_place_row(alias.location)] for alias in folder.aliases],
        "exceptions": [
            [item.source, item.quote, item.reason, *_place_row(item.location)] for item in folder.exceptions
        ],
        "anchors": {
            claim: [None if span is None else [span.start, span.end] for span in spans]
            for claim, spans in compiled.anchors.items()
        },
        "uncited": [[source, span.start, span.end] for source, span in compiled.uncited],
        "words": compiled.words,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def load(data: bytes) -> Compiled | None:
    """What `dump` wrote, or None where it is damaged."""
    try:
        rows = json.loads(data)
        folder = ClaimsFolder(
            tuple(_claim(row) for row in rows["claims"]),
            tuple(Alias(tuple(row[0]), row[1], Location(*row[2:])) for row in rows["aliases"]),
            tuple(
                CoverageException(row[0], row[1], row[2], Location(*row[3:])) for row in rows["exceptions"]
            ),
            (),
        )
        anchors = {
            claim: tuple(None if span is None else Span(*span) for span in spans)
            for claim, spans in rows["anchors"].items()
        }
        uncited = tuple((row[0], Span(row[1], row[2])) for row in rows["uncited"])
        return Compiled(folder, anchors, uncited, tuple(rows["words"]))
    except (ValueError, KeyError, TypeError, IndexError):
        return None


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
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


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


def _claim_row(claim: Claim) -> list[Any]:
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
        *_place_row(claim.location),
    ]


def _claim(row: list[Any]) -> Claim:
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
        location=Location(*row[8:]),
    )


def _place_row(location: Location) -> list[Any]:
    return [location.path, location.line, location.column]
