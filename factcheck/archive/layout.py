"""What lies in the folder of an index, and the tables of its database.

`.factcheck/current` names the generation in use, a folder beside it with `contents.db` and, for tantivy,
its files. A new generation is built beside the old one and then named: readers see the one or the other.
"""

from __future__ import annotations

from pathlib import Path

from factcheck import __version__
from factcheck.compiled import FORMAT

FOLDER = ".factcheck"
"""Below the workspace; out of version control."""
CURRENT = "current"
LOCK = "lock"
CONTENTS = "contents.db"
TANTIVY = "tantivy"
GENERATION = "generation-"
"""What the names of generations begin with."""
UNFINISHED = "unfinished-"
IGNORED = "# Built by `factcheck index`; never under version control.\n*\n"
VERSION = f"1 {FORMAT.decode()} {__version__}"
"""Changes with the tables, with the analysis and with the program."""

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE files (
    number INTEGER PRIMARY KEY, path TEXT UNIQUE, kind TEXT, size INTEGER, mtime INTEGER, ctime INTEGER,
    inode INTEGER, hashed INTEGER, sha256 TEXT, first INTEGER, last INTEGER
);
CREATE TABLE entries (
    key INTEGER PRIMARY KEY, line INTEGER, id TEXT, item TEXT, spans TEXT, terms TEXT, crc INTEGER
);
CREATE TABLE cited (key INTEGER, source TEXT, start INTEGER, stop INTEGER);
CREATE TABLE loose (key INTEGER PRIMARY KEY, source TEXT);
CREATE TABLE sources (id TEXT PRIMARY KEY, place INTEGER, row TEXT) WITHOUT ROWID;
CREATE TABLE terms (term TEXT PRIMARY KEY, entries INTEGER, norm REAL, reversed TEXT) WITHOUT ROWID;
CREATE TABLE grams (gram TEXT PRIMARY KEY, holders INTEGER) WITHOUT ROWID;
CREATE TABLE words (word TEXT PRIMARY KEY, reversed TEXT) WITHOUT ROWID;
"""
INDEXES = """
CREATE UNIQUE INDEX ids ON entries (id) WHERE id IS NOT NULL;
CREATE INDEX loose_sources ON loose (source);
CREATE INDEX cited_sources ON cited (source);
CREATE INDEX cited_keys ON cited (key);
CREATE INDEX term_ends ON terms (reversed);
CREATE INDEX word_ends ON words (reversed);
"""
"""Made after the tables are filled: sorting once is faster than keeping order."""


def folder_of(root: Path) -> Path:
    """Where the index of a workspace lies."""
    return root / FOLDER


def current_generation(folder: Path) -> Path | None:
    """The generation in use; None where there is none."""
    try:
        with (folder / CURRENT).open(encoding="ascii") as file:
            name = file.read(100).strip()
    except (OSError, ValueError):
        return None
    if not name.startswith(GENERATION) or Path(name).name != name:
        return None
    return folder / name
