"""An index built anew beside the one in use, or what has changed put into it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from itertools import chain
from pathlib import Path

from factcheck.archive.building import (
    Advance,
    Building,
    Filler,
    ReadBatches,
    UnsoundError,
    Writer,
    read_here,
)
from factcheck.archive.freshness import Changes
from factcheck.archive.layout import (
    CONTENTS,
    CURRENT,
    GENERATION,
    IGNORED,
    TABLES,
    TANTIVY,
    UNFINISHED,
    VERSION,
)
from factcheck.archive.removing import Gone
from factcheck.archive.seals import seal
from factcheck.archive.stamps import file_hash, now, stamp
from factcheck.archive.store import Store
from factcheck.archive.tables import make_indexes, names_json, write_meta
from factcheck.archive.vocabulary import change_terms, write_terms
from factcheck.claims import load_names
from factcheck.contents import (
    ALIASES_FILE,
    EXCEPTIONS_FILE,
    SOURCES_FILE,
    SOURCES_LINES,
    claims_files,
)
from factcheck.files import write_atomic
from factcheck.finding import Place
from factcheck.index.engines import FTS5
from factcheck.sources import load_sources
from factcheck.text import folded_words

_CACHE = -65_536
"""Kilobytes of pages that SQLite holds while an index is built, negative as SQLite has it."""
_UNSHARED = ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE")
"""Nobody reads what is not finished, and what is left unfinished is deleted."""


def prepare(folder: Path) -> None:
    """Make the folder of an index, kept out of version control. Raises `OSError`."""
    folder.mkdir(exist_ok=True)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        ignored.write_text(IGNORED, encoding="utf-8")


def build(
    root: Path,
    folder: Path,
    engine: str,
    read: ReadBatches | None = None,
    advance: Advance = lambda _: None,
) -> None:
    """Build an index beside the one in use, then name it the one in use. The caller holds the lock.

    `read` reads batches of lines, in this process if it is None. Raises `UnsoundError`, `OSError`,
    `sqlite3.Error`.
    """
    mark = os.urandom(8).hex()
    unfinished, generation = folder / f"{UNFINISHED}{mark}", folder / f"{GENERATION}{mark}"
    unfinished.mkdir()
    try:
        connection = sqlite3.connect(unfinished / CONTENTS, isolation_level=None)
        try:
            for pragma in (f"cache_size = {_CACHE}", *_UNSHARED):
                connection.execute(f"PRAGMA {pragma}")
            _fill(root, connection, unfinished, engine, read, advance)
        finally:
            connection.close()
        _sync(unfinished / CONTENTS)
        unfinished.rename(generation)
        write_atomic(folder / CURRENT, generation.name.encode("ascii"))
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    sweep(folder, generation)


def _fill(
    root: Path,
    connection: sqlite3.Connection,
    generation: Path,
    engine: str,
    read: ReadBatches | None,
    advance: Advance,
) -> None:
    began = now()
    sources, names = load_sources(root), load_names(root)
    aliases = [alias.names for alias in names.aliases]
    building = Building(Place(root), sources.sources)
    writer = writer_of(engine, connection, generation)
    try:
        connection.executescript(TABLES)
        connection.execute("BEGIN")
        writer.create()
        filler = Filler(building, connection, writer, aliases)
        filler.faults += [*sources.diagnostics, *names.diagnostics]
        read = read or read_here(aliases)
        for path in claims_files(root):
            if path.name not in (ALIASES_FILE, EXCEPTIONS_FILE):
                filler.take_file(path, read, advance)
        _note_other_files(root, filler)
        for source in building.by_id:
            first, hashed = filler.next_key, now()
            document = building.documents.get(source)
            if document is None:
                continue  # one that is missing: it is in `building.wrong`
            noted = stamp(root / document.source.path)
            filler.take_loose(document, names.exceptions)
            filler.note_file(document.source.path, "text", noted, hashed, document.sha256, first)
        writer.complete()
        filler.note_sources()
        filler.words.update(
            word.removesuffix("'s") for group in aliases for name in group for word in folded_words(name)
        )
        filler.write_words()
        write_terms(connection, filler.frequencies(), filler.entries)
        faults = [*filler.faults, *chain.from_iterable(building.wrong.values())]
        faults += make_indexes(connection)
        if faults:
            raise UnsoundError(faults)
        write_meta(
            connection,
            {
                "version": VERSION,
                "engine": engine,
                "built": began,
                "aliases": names_json(names.aliases),
                "exceptions": names_json(names.exceptions),
                "entries": filler.entries,
                "claims": filler.claims,
                "length": filler.length,
                "unusable": filler.unusable,
                "changed": 0,
                "next": filler.next_key,
            },
        )
        writer.finish()
        _seal(connection, generation, engine)
        connection.execute("COMMIT")
    finally:
        writer.close()


def _seal(connection: sqlite3.Connection, generation: Path, engine: str) -> None:
    """Note what was written beside the tables, so that damage to it shows."""
    if engine != FTS5:
        write_meta(connection, {"seal": seal(generation / TANTIVY)})


def _note_other_files(root: Path, filler: Filler) -> None:
    claims = (f"claims/{name}" for name in (ALIASES_FILE, EXCEPTIONS_FILE))
    for kind, names in (("names", claims), ("sources", (SOURCES_FILE, SOURCES_LINES))):
        for name in names:
            hashed, noted = now(), stamp(root / name)
            if noted is not None:
                filler.note_file(name, kind, noted, hashed, file_hash(root / name), filler.next_key)


def writer_of(engine: str, connection: sqlite3.Connection, generation: Path) -> Writer:
    """What takes the terms in for that engine. Raises `MissingExtraError` where it is not installed."""
    if engine == FTS5:
        from factcheck.index.fts5 import Fts5Writer

        return Fts5Writer(connection)
    from factcheck.index.tantivy_writer import TantivyWriter

    return TantivyWriter(generation / TANTIVY)


def update(root: Path, store: Store, changes: Changes) -> None:
    """Put what has changed of the claims files into the index in use. The caller holds the lock.

    Raises as `build` does; then nothing has changed.
    """
    aliases = [alias.names for alias in store.aliases]
    path = store.generation / CONTENTS
    connection = sqlite3.connect(path, isolation_level=None, timeout=60.0)
    try:
        writer = writer_of(store.engine, connection, store.generation)
        try:
            connection.execute("PRAGMA cache_spill = OFF")  # so that readers wait for the commit only
            connection.execute("BEGIN IMMEDIATE")
            _replace(root, store, connection, writer, aliases, changes)
            writer.finish()
            _seal(connection, store.generation, store.engine)
            connection.execute("COMMIT")
        finally:
            writer.close()
    finally:
        connection.close()


def _replace(
    root: Path,
    store: Store,
    connection: sqlite3.Connection,
    writer: Writer,
    aliases: list[tuple[str, ...]],
    changes: Changes,
) -> None:
    found = load_sources(root)
    building = Building(Place(root), found.sources)
    meta = dict(connection.execute("SELECT name, value FROM meta"))
    last = meta["next"]
    filler = Filler(building, connection, writer, aliases, last)
    touched: set[str] = set()
    gone = Gone(connection, writer)
    for kept in (*changes.changed, *changes.removed):
        touched |= gone.file(kept.path, kept.first, kept.last)
    read = read_here(aliases)
    for shown in (*(kept.path for kept in changes.changed), *changes.added):
        filler.take_file(root / shown, read, lambda _: None)
    placed = [
        row[0] for row in connection.execute("SELECT DISTINCT source FROM cited WHERE key >= ?", (last,))
    ]
    for source in sorted(touched | set(placed)):
        gone.loose(source)
        document = building.documents.get(source)
        if document is not None:
            filler.take_loose(document, store.exceptions)
    filler.write_words()
    entries = meta["entries"] + filler.entries - gone.entries
    change_terms(connection, filler.frequencies(), gone.frequencies, entries)
    faults = [*filler.faults, *chain.from_iterable(building.wrong.values())]
    if faults:
        raise UnsoundError(faults)
    counts = ("entries", "claims", "length", "unusable")
    values = {name: meta[name] + getattr(filler, name) - getattr(gone, name) for name in counts}
    values |= {"changed": meta["changed"] + gone.entries + filler.entries, "next": filler.next_key}
    write_meta(connection, values)


def sweep(folder: Path, kept: Path) -> None:
    """Delete what no reader opens any more: other generations, and what killed builders left.

    Where a reader still has one open and the system lets nobody delete it, it goes the next time.
    """
    for path in folder.iterdir():
        if path != kept and path.name.startswith((GENERATION, UNFINISHED)):
            shutil.rmtree(path, ignore_errors=True)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
