"""How far a run has come, kept beside the file that it writes: `FILE.progress`.

The first line says what the run is: its inputs, its workspace, its options. Each further line says how many
pieces are done, how long the file was with them, what was counted, and what of them goes to the file's end.
A run that ends well takes the journal away.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

from factcheck.errors import InputError
from factcheck.reporters.tally import Tally

ENDING = ".progress"
EVERY = 1.0
"""Seconds between two entries: a run that is killed does so much again."""
Identity = Mapping[str, str]
"""What a run is: inputs by `input PATH`, `workspace`, `program`, and options by their names."""
_ANEW = "start anew without --resume"


class Reached(NamedTuple):
    """How far a run has come."""

    done: int = 0
    """Pieces: statements, lines that give none, articles."""
    size: int = 0
    """Bytes of the file that hold them."""
    tally: Tally = Tally()
    tails: tuple[str, ...] = ()
    """What goes to the end of the file, of these or of those since the last entry."""


class Journal:
    """The journal of a run that is under way."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._noted = monotonic()

    @classmethod
    def start(cls, output: Path, identity: Identity) -> Journal | None:
        """A new journal, in place of an old one; None where none can be written beside the file."""
        journal = cls(beside(output))
        try:
            journal._path.write_text(json.dumps(dict(identity)) + "\n", encoding="utf-8")
        except OSError:
            return None
        return journal

    @classmethod
    def resume(cls, output: Path, shown: str, identity: Identity) -> tuple[Journal, Reached]:
        """The journal of a run that stopped, and how far it came.

        Where neither the file nor a journal is there, a new one. Raises `InputError` where the run cannot
        go on: no journal beside a file, other inputs, another workspace, other options.
        """
        path = beside(output)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            if output.exists():
                raise InputError(
                    f"{shown}: there is no {path.name} beside it: nothing stopped that could go on",
                    f"a run that has ended leaves none; {_ANEW}",
                ) from None
            journal = cls.start(output, identity)
            if journal is None:
                raise InputError(f"{path}: cannot be written", "--resume needs it") from None
            return journal, Reached()
        lines = data.splitlines(keepends=True)
        _compare(shown, _parsed(lines[0]) if lines else None, identity)
        size = output.stat().st_size if output.exists() else 0
        length, reached = _followed(lines, size)
        os.truncate(path, length)
        return cls(path), reached

    @property
    def is_due(self) -> bool:
        """Whether it is time for an entry."""
        return monotonic() - self._noted >= EVERY

    def note(self, reached: Reached) -> None:
        """Write an entry; what it tells of has to be on the disk. An entry that is written twice counts once."""
        entry = reached._asdict() | {"tails": "".join(reached.tails)}
        with self._path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(entry) + "\n")
        self._noted = monotonic()

    def end(self) -> None:
        """The run has ended well."""
        self._path.unlink(missing_ok=True)


def beside(output: Path) -> Path:
    """The journal of a file."""
    return output.with_name(output.name + ENDING)


def _followed(lines: Iterable[bytes], size: int) -> tuple[int, Reached]:
    """How far the entries lead that the file bears out, and where in the journal they end."""
    reached, tails, length, at = Reached(), [], 0, 0
    for number, line in enumerate(lines):
        at += len(line)
        entry = _parsed(line)
        if entry is None or not line.endswith(b"\n"):
            break
        if number:
            if entry["size"] > size:
                break
            labels, unread, worst = entry["tally"]
            if entry["done"] > reached.done:
                tails.append(entry["tails"])
            reached = Reached(entry["done"], entry["size"], Tally(tuple(labels), unread, worst))
        length = at
    return length, reached._replace(tails=tuple(tails))


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _compare(shown: str, before: dict[str, Any] | None, now: Identity) -> None:
    """Raise `InputError`, naming what is not as it was, where another run is meant."""
    if before is None:
        raise InputError(f"{shown}{ENDING}: does not say which run it is of", _ANEW)
    for difference in _differences(before, now):
        raise InputError(f"{shown} cannot be gone on with: {difference}", _ANEW)


def _differences(before: Mapping[str, Any], now: Identity) -> Iterator[str]:
    for key in {**before, **now}:
        old, new = before.get(key), now.get(key)
        if old == new:
            continue
        kind, _, name = key.partition(" ")
        if kind == "input":
            happened = "was not among the files" if old is None else "is no longer among the files"
            yield f"{name} {happened if None in (old, new) else 'has changed since'}"
        elif kind == "workspace":
            yield "the workspace has changed since"
        elif kind == "program":
            yield f"it was begun by factcheck {old}, this is {new}"
        else:
            yield f"the option {key} was {old}, and is {new}"
    if list(before) != list(now):
        yield "the files were given in another order"
