"""Batches of lines read by several processes: most of the work of building an index is in reading."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from types import TracebackType

from factcheck.archive.reading import Batch, BatchReader

_AHEAD = 3
"""Batches that are under way for each process, so that memory stays the same."""
_reader: BatchReader | None = None
"""The reader of a process of the pool; set when it starts."""


def _start(aliases: Sequence[Sequence[str]]) -> None:
    global _reader
    gc.disable()  # batches hold no cycles
    _reader = BatchReader(aliases, os.getpid())


def _read(data: bytes, first: int) -> Batch:
    if _reader is None:
        raise RuntimeError("the process was not started by ParallelReader")
    return _reader.read(data, first)


class ParallelReader:
    """Reads batches in processes of its own, in order. A context manager."""

    def __init__(self, aliases: Sequence[Sequence[str]], processes: int | None = None) -> None:
        self._processes = processes or os.cpu_count() or 1
        self._pool = ProcessPoolExecutor(self._processes, initializer=_start, initargs=(tuple(aliases),))

    def __enter__(self) -> ParallelReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def read(self, pieces: Iterator[tuple[bytes, int]]) -> Iterator[Batch]:
        """What the batches of a file hold."""
        waiting: deque[Future[Batch]] = deque()
        for data, first in pieces:
            waiting.append(self._pool.submit(_read, data, first))
            if len(waiting) > _AHEAD * self._processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
