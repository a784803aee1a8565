"""Opening a workspace that has an index: the index in use if it is that of the files, else mended or built."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from factcheck.archive.freshness import Changes, changes, settled
from factcheck.archive.layout import CONTENTS, CURRENT, FOLDER, TANTIVY, current_generation, folder_of
from factcheck.archive.locking import building_lock
from factcheck.archive.seals import seal
from factcheck.archive.store import Store
from factcheck.archive.workspace import IndexedWorkspace
from factcheck.errors import InputError
from factcheck.finding import Place
from factcheck.index.engines import DamagedIndexError, default_engine
from factcheck.mends import reason_of
from factcheck.workspace import Workspace

Note = Callable[[str], None]


def open_indexed(
    place: Place,
    note: Note = lambda _: None,
    indexed: type[IndexedWorkspace] = IndexedWorkspace,
    plain: type[Workspace] = Workspace,
) -> Workspace:
    """The workspace at `place`, which has a folder for an index, read from the index.

    The index is brought up to date first, which is told to `note`. Where it cannot be written to, or the
    workspace has faults, it is a workspace without an index. Raises `MissingExtraError` for an index of
    tantivy where that is not installed.
    """
    keeper = Keeper(place.root, note)
    store = keeper.fresh()
    if store is None:
        return plain(place)
    return indexed(place, store, keeper.rebuilt)


class Keeper:
    """Keeps the index of a workspace that of its files."""

    def __init__(self, root: Path, note: Note) -> None:
        self._root = root
        self._folder = folder_of(root)
        self._note = note

    def fresh(self) -> Store | None:
        """The index, up to date; None where that cannot be had."""
        store, found = self.state()
        if store is not None and not found.any:
            self._settle(store, found)
            return store
        if store is not None:
            store.close()
        return self._mended()

    def state(self) -> tuple[Store | None, Changes]:
        """The index in use, None where there is none that can be read, and what has changed since."""
        try:
            return self.read()
        except (DamagedIndexError, OSError):
            return None, Changes(everything=True)

    def read(self) -> tuple[Store | None, Changes]:
        """The index in use, None where there is none, and what has changed since.

        Raises `DamagedIndexError` where there is one that cannot be read, `OSError` where the workspace's
        files cannot.
        """
        store = self._current()
        if store is None:
            return None, Changes(everything=True)
        try:
            return store, changes(self._root, store.files())
        except BaseException:
            store.close()
            raise

    def _current(self) -> Store | None:
        try:
            return self._opened()
        except DamagedIndexError:
            return self._opened()  # the one that was named may just have been replaced

    def _opened(self) -> Store | None:
        generation = current_generation(self._folder)
        if generation is None:
            if (self._folder / CURRENT).exists():
                raise DamagedIndexError(f"the file `{CURRENT}` names no index")
            return None
        store = Store(generation)
        try:
            store.open_finder()
        except BaseException:
            store.close()
            raise
        return store

    def _settle(self, store: Store, found: Changes) -> None:
        """Note the new stamps of files that were hashed and are the same, if nobody else is writing."""
        looked = settled(found.looked)
        if not looked and store.times_as_noted:
            return
        try:
            with building_lock(self._folder, 0.0):
                connection = sqlite3.connect(store.generation / CONTENTS, timeout=0.0, isolation_level=None)
                try:
                    connection.executemany(
                        "UPDATE files SET mtime = ?, ctime = ?, inode = ?, hashed = ? WHERE number = ?",
                        [(*stamp[1:], hashed, kept.number) for kept, stamp, hashed in looked],
                    )
                    if not store.times_as_noted:  # the files are the same: a copy, say
                        connection.execute(
                            "UPDATE meta SET value = ? WHERE name = 'seal' AND value = ?",
                            (seal(store.generation / TANTIVY), store.seal),
                        )
                finally:
                    connection.close()
        except (OSError, sqlite3.Error):
            return

    def _mended(self) -> Store | None:
        """The index after what has changed was put into it, or after it was built anew."""
        from factcheck.archive.building import UnsoundError

        try:
            with building_lock(self._folder):
                return self._mended_alone()
        except UnsoundError:
            return None  # the workspace itself tells what is wrong
        except (OSError, sqlite3.OperationalError) as error:
            self._note(
                f"the index is out of date and cannot be written ({_reason(error)}): reading everything "
                "instead; run `factcheck index` where it can be written"
            )
            return None

    def _mended_alone(self) -> Store | None:
        recover(self._folder)
        store, found = self.state()  # another builder may have been here meanwhile
        if store is not None and not found.any:
            return store
        engine = default_engine() if store is None else store.engine
        if store is not None:
            try:
                if self._updated(store, found):
                    return self._again()
            finally:
                store.close()
        self._note(
            "the index is missing, damaged or out of date: building it, which `factcheck index` does faster"
        )
        self._build(engine)
        return self._again()

    def _updated(self, store: Store, found: Changes) -> bool:
        """Whether what has changed could be put into the index."""
        if found.everything or _is_most(store, found):
            return False
        from factcheck.archive.compiling import update

        names = [kept.path for kept in (*found.changed, *found.removed)] + [*found.added]
        told = names[0] if len(names) == 1 else f"{len(names)} files"
        self._note(f"{told} changed: bringing the index up to date")
        try:
            update(self._root, store, found)
        except sqlite3.DatabaseError:  # damaged, or an id that two claims have, which building anew tells
            return False
        return True

    def _build(self, engine: str) -> None:
        from factcheck.archive.compiling import build, prepare

        prepare(self._folder)
        build(self._root, self._folder, engine)

    def _again(self) -> Store | None:
        try:
            return self._current()
        except DamagedIndexError:
            return None

    def rebuilt(self) -> Store:
        """The index built anew, for one that turned out damaged. Raises `InputError` where it cannot be."""
        from factcheck.archive.building import UnsoundError

        self._note("the index is damaged: building it anew")
        try:
            store, _ = self.state()
            engine = default_engine() if store is None else store.engine
            with building_lock(self._folder):
                self._build(engine)
            made = self._again()
        except (OSError, sqlite3.Error, UnsoundError) as error:
            raise damaged(self._root, str(error)) from error
        if made is None:
            raise damaged(self._root, "it is gone")
        return made


def damaged(root: Path, reason: str) -> InputError:
    """The error for an index that can neither be read nor built anew."""
    return InputError(f"the index of {root} is damaged: {reason}", f"delete {root / FOLDER}")


def _reason(error: Exception) -> str:
    """What is wrong, without Python's number for it."""
    return reason_of(error) if isinstance(error, OSError) else str(error)


def recover(folder: Path) -> None:
    """Roll back what a builder that was killed left half done. The caller holds the lock."""
    generation = current_generation(folder)
    if generation is None or not (generation / CONTENTS).is_file():
        return
    connection = sqlite3.connect(generation / CONTENTS)
    try:
        connection.execute("SELECT count(*) FROM meta").fetchone()
    except sqlite3.Error:
        pass  # what cannot be read is built anew
    finally:
        connection.close()


def _is_most(store: Store, found: Changes) -> bool:
    """Whether more than half of the claims come from files that have changed."""
    gone = sum(kept.last - kept.first for kept in (*found.changed, *found.removed))
    return 2 * gone > store.count
