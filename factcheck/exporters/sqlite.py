"""Claims, quotes and sources as an SQLite database: the tables of `SCHEMA`, made in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from factcheck.citing import Cited
from factcheck.exporters import Export
from factcheck.model import Claim, Evidence, Source

VERSION = 1
"""`PRAGMA user_version`: goes up when the tables change."""

SCHEMA = """
CREATE TABLE source (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, publisher TEXT NOT NULL,
    issued TEXT NOT NULL, language TEXT NOT NULL, url TEXT, path TEXT NOT NULL, sha256 TEXT NOT NULL
);
CREATE TABLE person (
    source TEXT NOT NULL REFERENCES source, number INTEGER NOT NULL,
    name TEXT NOT NULL, role TEXT NOT NULL, office TEXT, PRIMARY KEY (source, number)
);
CREATE TABLE claim (
    id TEXT PRIMARY KEY, statement TEXT NOT NULL, note TEXT, checked_by TEXT, checked_on TEXT
);
CREATE TABLE wording (
    claim TEXT NOT NULL REFERENCES claim, number INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (claim, number)
);
CREATE TABLE tag (
    claim TEXT NOT NULL REFERENCES claim, number INTEGER NOT NULL, tag TEXT NOT NULL,
    PRIMARY KEY (claim, number)
);
CREATE TABLE evidence (
    claim TEXT NOT NULL REFERENCES claim, number INTEGER NOT NULL, source TEXT NOT NULL REFERENCES source,
    stance TEXT NOT NULL CHECK (stance IN ('supports', 'refutes')),
    speaker TEXT, required_speaker TEXT, quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
    citation TEXT NOT NULL, link TEXT, PRIMARY KEY (claim, number)
);
CREATE TABLE review (
    claim TEXT PRIMARY KEY REFERENCES claim, stance TEXT NOT NULL, rating TEXT NOT NULL,
    publisher TEXT NOT NULL, url TEXT NOT NULL, issued TEXT, claimant TEXT, claimed_on TEXT
);
CREATE INDEX evidence_source ON evidence (source);
CREATE INDEX tag_tag ON tag (tag);
"""
"""`number` counts from 1 in the order of the claims file; wording 1 is the statement. `start` and `end` of a
quote count code points of the source's text from 0, `line` and `column` from 1."""

Value = str | int | None
Rows = Iterator[tuple[Value, ...]]


def render(export: Export) -> bytes:
    """The database as the bytes of its file; the same claims give the same bytes."""
    claims = [item.claim for item in export.claims]
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(f"PRAGMA foreign_keys = ON; PRAGMA user_version = {VERSION}; {SCHEMA}")
        for table, rows in (
            ("source", map(_source, export.sources)),
            ("person", _people(export.sources)),
            ("claim", map(_claim, claims)),
            ("wording", _numbered({claim.id: claim.wordings for claim in claims})),
            ("tag", _numbered({claim.id: claim.tags for claim in claims})),
            ("evidence", _evidence(export)),
            ("review", ((claim.id, *claim.review) for claim in claims if claim.review)),
        ):
            _insert(database, table, map(_storable, rows))
        database.commit()
        return bytes(database.serialize())


def _insert(database: sqlite3.Connection, table: str, rows: Rows) -> None:
    first = next(rows, None)
    if first is not None:
        statement = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"  # noqa: S608 - a name of ours
        database.execute(statement, first)
        database.executemany(statement, rows)


def _storable(row: tuple[Value, ...]) -> tuple[Value, ...]:
    """A row without half surrogate pairs, which JSON may hold and a database may not: they are written out."""
    return tuple(
        value.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(value, str) else value
        for value in row
    )


def _source(source: Source) -> tuple[Value, ...]:
    return (
        *(source.id, source.title, source.kind, source.publisher, source.issued),
        *(source.language, source.url, source.path, source.sha256),
    )


def _people(sources: tuple[Source, ...]) -> Rows:
    for source in sources:
        for number, person in enumerate(source.people, 1):
            yield source.id, number, person.name, person.role, person.office


def _claim(claim: Claim) -> tuple[Value, ...]:
    return claim.id, claim.statement, claim.note, claim.checked_by, claim.checked_on


def _numbered(texts: dict[str, tuple[str, ...]]) -> Rows:
    for claim_id, items in texts.items():
        for number, item in enumerate(items, 1):
            yield claim_id, number, item


def _evidence(export: Export) -> Rows:
    for claim, cited in export.claims:
        pairs = zip(cited, claim.evidence, strict=True)
        for number, (one, evidence) in enumerate(pairs, 1):
            yield claim.id, number, *_quote(one, evidence)


def _quote(cited: Cited, evidence: Evidence) -> tuple[Value, ...]:
    passage, selector = cited.passage, evidence.selector
    return (
        *(cited.source.id, passage.stance.value, passage.speaker, evidence.speaker),
        *(passage.quote, selector.prefix, selector.suffix),
        *(passage.span.start, passage.span.end, passage.line, passage.column),
        *(passage.citation or "", cited.link),
    )
