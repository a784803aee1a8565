"""`factcheck index`: building the index of a workspace, and telling what there is."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from factcheck.archive.building import Advance, ReadBatches, UnsoundError
from factcheck.archive.compiling import build, prepare
from factcheck.archive.layout import FOLDER, UNFINISHED, current_generation, folder_of
from factcheck.archive.locking import building_lock
from factcheck.archive.opening import Keeper
from factcheck.archive.parallel import ParallelReader
from factcheck.archive.seals import check
from factcheck.archive.store import OtherVersionError, Store
from factcheck.claims import load_names
from factcheck.contents import claims_files
from factcheck.errors import InputError, WorkspaceError
from factcheck.files import uncollected
from factcheck.finding import Place
from factcheck.index.engines import TANTIVY, DamagedIndexError, default_engine
from factcheck.mends import of_changing, reason_of

_WORTH_PROCESSES = 8_000_000
"""Bytes of JSON Lines from which reading them in several processes makes up for starting these."""


class Status(NamedTuple):
    """What index there is."""

    folder: str
    engine: str | None
    """None where there is none that can be read."""
    claims: int = 0
    entries: int = 0
    """Claims to answer from and sentences that no claim cites."""
    size: int = 0
    """Bytes on disk."""
    is_current: bool = False
    """Whether it is that of the files as they are."""
    damage: str = ""
    """What is wrong with the index itself; of what tantivy keeps, where it was looked at thoroughly."""
    is_of_another_version: bool = False
    """Whether another version of the program built it, which this one cannot read."""


def index_status(place: Place, *, thorough: bool = False) -> Status:
    """What index the workspace has; `thorough` also reads what tantivy keeps. Raises `OSError`."""
    folder = folder_of(place.root)
    try:
        store, found = Keeper(place.root, lambda _: None).read()
    except OtherVersionError:
        return Status(FOLDER, None, is_of_another_version=True)
    except DamagedIndexError as error:
        return Status(FOLDER, None, damage=str(error))
    if store is None:
        return Status(FOLDER, None)
    try:
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        damage = _damage(store) if thorough else ""
        is_current = not found.any and not damage
        return Status(FOLDER, store.engine, store.claims, store.count, size, is_current, damage)
    finally:
        store.close()


def _build(root: Path, folder: Path, engine: str, advance: Advance) -> None:
    with building_lock(folder), _reading(root) as read, uncollected():
        build(root, folder, engine, read, advance)


@contextmanager
def _cleared(folder: Path) -> Iterator[None]:
    """Where no index comes of it, leave nothing behind that would look like one."""
    try:
        yield
    except BaseException:
        if current_generation(folder) is None and not any(folder.glob(f"{UNFINISHED}*")):
            shutil.rmtree(folder, ignore_errors=True)
        raise


def _damage(store: Store) -> str:
    try:
        check(store.generation / TANTIVY, store.seal, thorough=True)
    except DamagedIndexError as error:
        return str(error)
    return ""


def build_index(place: Place, engine: str | None, advance: Advance = lambda _: None) -> Status:
    """Build the index of a workspace anew; `advance` is told how many more bytes of claims are read.

    `engine` is one of `index.engines.ENGINES`, the best that is installed if it is None. Raises
    `WorkspaceError` for a workspace with faults, `MissingExtraError` for an engine that is not installed,
    `InputError` where the folder cannot be written to.
    """
    chosen = engine or default_engine()
    if chosen == TANTIVY:
        from factcheck.index.tantivy_index import library

        library()
    folder = folder_of(place.root)
    try:
        with _cleared(folder):
            prepare(folder)
            _build(place.root, folder, chosen, advance)
    except UnsoundError as error:
        count = len(error.diagnostics)
        raise WorkspaceError(
            f"the workspace {place.root} has {count} fault{'s' if count > 1 else ''}",
            error.diagnostics,
            "mend it, then run `factcheck validate`",
        ) from None
    except (OSError, sqlite3.Error) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        mend = of_changing(error) if isinstance(error, OSError) else "look after the disk and its room"
        raise InputError(f"{folder}: the index cannot be written: {reason}", mend) from None
    return index_status(place)


@contextmanager
def _reading(root: Path) -> Iterator[ReadBatches | None]:
    """Reads batches in several processes where there is much to read."""
    size = sum(path.stat().st_size for path in claims_files(root) if path.suffix == ".jsonl")
    if size < _WORTH_PROCESSES or (os.cpu_count() or 1) < 2:
        yield None
        return
    with ParallelReader([alias.names for alias in load_names(root).aliases]) as reader:
        yield reader.read
