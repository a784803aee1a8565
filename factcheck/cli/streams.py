"""Output that is written while the answers come."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO

from factcheck.checking import Written
from factcheck.cli.common import Console
from factcheck.cli.journal import Journal, Reached
from factcheck.errors import FactcheckError, InputError
from factcheck.locks import try_to_hold
from factcheck.mends import of_writing, reason_of
from factcheck.reporters import FOR_PEOPLE
from factcheck.reporters.streaming import STREAMED, stream
from factcheck.reporters.tally import Tally

_IN_MEMORY = 1 << 20
"""Characters of what goes to the end that are kept in memory; more goes to a temporary file."""


def can_stream(console: Console) -> bool:
    """Whether an output is written while the answers come: by its format."""
    return console.output_format in STREAMED


class StreamedOutput:
    """One format on its way to one place. Nothing is opened or written before there is something to write."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._form = stream(console.output_format)
        self.style = console.style()
        self._for_people = console.output_format in FOR_PEOPLE
        self._file = None if console.output_file is None else _File(console.output_file)
        self._begun = False
        self._tail: IO[str] = SpooledTemporaryFile(  # noqa: SIM115 - closed by `close`
            _IN_MEMORY, "w+", encoding="utf-8", errors="backslashreplace", newline=""
        )

    def go_on(self, reached: Reached) -> None:
        """Put the file back to where an earlier run came for certain."""
        if self._file is not None and reached.size:
            self._file.go_on(reached.size)
            self._begun = True
        for tail in reached.tails:
            self._tail.write(tail)

    def add(self, text: str, tail: str) -> None:
        """A part, and what of it goes to the end."""
        if text:
            self._begin()
            self._put(text)
        self._tail.write(tail)

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self._put(self._form.header)

    def end_parts(self) -> None:
        """What goes to the end; there are no more parts."""
        self._begin()
        self._tail.seek(0)
        while piece := self._tail.read(_IN_MEMORY):
            self._put(piece)

    def end(self, tally: Tally) -> None:
        """The end; also of nothing at all."""
        self.end_parts()
        self._put(self._form.end(tally, self.style))

    @property
    def size(self) -> int:
        """Bytes of the file that were written; 0 where there is none."""
        return self._file.size if self._file is not None else 0

    def sync(self) -> None:
        """Have all that was written on the disk."""
        if self._file is not None:
            self._file.sync()

    def close(self) -> None:
        """Let go of the file."""
        self._tail.close()
        if self._file is not None:
            self._file.close()

    def _put(self, text: str) -> None:
        if self._file is not None:
            self._file.write(text)
        elif text:
            self._console.write(text, for_people=self._for_people)


class _File:
    """A file that is written from its beginning, or from where an earlier run stopped."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._stream: BinaryIO | None = None
        self.size = 0

    def go_on(self, size: int) -> None:
        """Cut the file where it was whole, and write behind it."""
        with _told(self._name):
            self._stream, self.size = self._opened(), size
            self._stream.truncate(size)
            self._stream.seek(size)

    def write(self, text: str) -> None:
        """Write text, so that whoever reads the file has it."""
        with _told(self._name):
            if self._stream is None:
                self._stream = self._opened(os.O_CREAT)
                if _is_plain(self._stream):
                    self._stream.truncate(0)
            data = text.encode("utf-8", "backslashreplace")
            self._stream.write(data)
            self._stream.flush()
            self.size += len(data)

    def _opened(self, flag: int = 0) -> BinaryIO:
        """The file, not yet cut. Raises `InputError` where another run is writing to it."""
        flags = os.O_WRONLY | flag | getattr(os, "O_BINARY", 0)
        stream = os.fdopen(os.open(self._name, flags, 0o666), "wb")
        if _is_plain(stream) and not _is_held(stream):
            stream.close()
            raise InputError(
                f"{self._name}: another factcheck is writing to it",
                "wait until it is done, or name another file",
            )
        return stream

    def sync(self) -> None:
        if self._stream is not None:
            with _told(self._name):
                os.fsync(self._stream.fileno())

    def close(self) -> None:
        if self._stream is not None:
            with suppress(OSError):  # what could not be written was told when it was
                self._stream.close()


def _is_plain(stream: BinaryIO) -> bool:
    """Whether it is no device or pipe, to which many may write."""
    return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)


def _is_held(stream: BinaryIO) -> bool:
    """Whether no other run writes to the file as long as it is open, as far as the disk can tell."""
    if sys.platform == "win32":  # nobody could read the byte that is held
        return True
    try:
        return try_to_hold(stream.fileno())
    except OSError:
        return True


@contextmanager
def _told(name: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: cannot be written: {reason_of(error)}", of_writing(error)) from None


class Streams:
    """All outputs of a run that are written while the answers come, and how far they are."""

    def __init__(self, outputs: Sequence[StreamedOutput], journal: Journal | None, reached: Reached) -> None:
        self._outputs = outputs
        self._journal = journal
        self._reached = reached._replace(tails=())
        for output in outputs:
            output.go_on(reached)

    @property
    def done(self) -> int:
        """How many pieces are done."""
        return self._reached.done

    @property
    def tally(self) -> Tally:
        """What they come to."""
        return self._reached.tally

    def add(self, written: Written, pieces: int) -> None:
        """What was found in so many pieces."""
        for output, (text, tail) in zip(self._outputs, written.texts, strict=True):
            output.add(text, tail)
        before = self._reached
        tails = tuple(tail for _, tail in written.texts if tail) if self._journal is not None else ()
        size = self._outputs[0].size if self._outputs else 0
        # In one step: an interruption finds the pieces wholly done or not at all.
        self._reached = Reached(
            before.done + pieces, size, before.tally.plus(written.tally), (*before.tails, *tails)
        )
        if self._journal is not None and self._journal.is_due:
            self._note(self._journal)

    def _note(self, journal: Journal) -> None:
        self._outputs[0].sync()
        journal.note(self._reached)
        self._reached = self._reached._replace(tails=())

    def end(self) -> None:
        """All is done."""
        for output in self._outputs:
            output.end(self.tally)
        if self._journal is not None:
            self._outputs[0].sync()
            self._journal.end()

    def forget(self) -> None:
        """Keep no journal of a run that has nothing to do."""
        if self._journal is not None:
            self._journal.end()
        self._journal = None

    def stop(self, *, interrupted: bool) -> bool:
        """Keep what is done of a run that does not go on; gives whether another one can go on from there.

        Where it cannot, what goes to the end is written now, if somebody interrupted the run.
        """
        if self._journal is None:
            for output in self._outputs if interrupted and self.done else ():
                output.end_parts()
            return False
        if not self.done:
            self.forget()
            return False
        with suppress(OSError, FactcheckError):  # where the disk is full, an older entry stands
            self._note(self._journal)
        return True

    def close(self) -> None:
        """Let go of the files."""
        for output in self._outputs:
            output.close()
