"""Parts of work done by several processes of this machine."""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Generic, NamedTuple

from factcheck.batching import Part, Result, Task
from factcheck.errors import InputError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnContext
    from multiprocessing.process import BaseProcess

AHEAD = 4
"""How many parts a worker there may be at most that are under way or wait for their turn."""
ATTEMPTS = 3
"""How often a part is begun where the worker that has it is ended, before the work is given up."""
_ALLOCATIONS = 100_000
"""After so many new values a worker looks for unreachable cycles among them, as the command itself."""
_PATIENCE = 2.0
"""Seconds that a worker has to end when it is told to."""


class _Done(NamedTuple):
    value: Any


class _Failed(NamedTuple):
    error: Exception


def run_in_processes(task: Task[Part, Result], parts: Iterable[Part], jobs: int) -> Iterator[Result]:
    """The result of each part, in their order, by `jobs` processes that open the task once each.

    A part whose worker is ended is done again by another one; `InputError` where that happens to it
    `ATTEMPTS` times. The workers end when the iterator is closed, and when this process is no more.
    """
    pool: _Pool[Part, Result] = _Pool(task, jobs)
    try:
        yield from pool.results(enumerate(parts))
    finally:
        pool.close()


class _Given(NamedTuple, Generic[Part]):
    """A part on its way."""

    number: int
    part: Part
    attempt: int = 1


class _Worker(Generic[Part]):
    """A process that does one part at a time, and the connection to it that nobody else holds."""

    def __init__(self, context: SpawnContext, task: Task[Part, Any]) -> None:
        self.connection, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=_work, args=(theirs, task), daemon=True)
        with _uninterrupted():
            self._process.start()
        theirs.close()
        self.given: _Given[Part] | None = None

    def give(self, given: _Given[Part]) -> None:
        """Hand a part over. A worker that is no more is found out when it is waited for."""
        self.given = given
        with suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send(given.part)

    def end(self) -> None:
        """End it now."""
        self.connection.close()
        self._process.terminate()

    def join(self) -> None:
        """Wait until it has ended, and see to it that it does."""
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join(_PATIENCE)


class _Pool(Generic[Part, Result]):
    """The workers, started as they are needed, and what has come back before its turn."""

    def __init__(self, task: Task[Part, Result], jobs: int) -> None:
        self._task = task
        self._jobs = jobs
        # A fresh interpreter each: it holds no lock, thread or open file of this one.
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker[Part]] = []
        self._again: deque[_Given[Part]] = deque()
        self._done: dict[int, Result] = {}

    def results(self, parts: Iterator[tuple[int, Part]]) -> Iterator[Result]:
        """The results in the order of the parts."""
        turn = 0
        more = True
        while True:
            while more or self._again:
                begun = sum(worker.given is not None for worker in self._workers)
                if begun == self._jobs or (not self._again and begun + len(self._done) >= AHEAD * self._jobs):
                    break
                given = self._again.popleft() if self._again else _next(parts)
                if given is None:
                    more = False
                    break
                self._idle().give(given)
            if not any(worker.given for worker in self._workers):
                return
            self._collect()
            while turn in self._done:
                yield self._done.pop(turn)
                turn += 1

    def _idle(self) -> _Worker[Part]:
        for worker in self._workers:
            if worker.given is None:
                return worker
        self._workers.append(_Worker(self._context, self._task))
        return self._workers[-1]

    def _collect(self) -> None:
        """Wait for a worker that has done its part, or is no more."""
        busy = [worker for worker in self._workers if worker.given]
        ready = wait([worker.connection for worker in busy])
        for worker in busy:
            if worker.connection not in ready:
                continue
            given, worker.given = worker.given, None
            if given is None:
                continue
            try:
                answer = worker.connection.recv()
            except (EOFError, OSError):
                self._replace(worker, given)
                continue
            if isinstance(answer, _Failed):
                raise answer.error
            self._done[given.number] = answer.value

    def _replace(self, worker: _Worker[Part], given: _Given[Part]) -> None:
        self._workers.remove(worker)
        worker.end()
        worker.join()
        if given.attempt == ATTEMPTS:
            raise InputError(
                f"a worker process was ended {ATTEMPTS} times over the same statements",
                "it may have run out of memory: try fewer --jobs",
            )
        self._again.append(given._replace(attempt=given.attempt + 1))

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.end()
        for worker in self._workers:
            worker.join()


def _next(parts: Iterator[tuple[int, Part]]) -> _Given[Part] | None:
    for number, part in parts:
        return _Given(number, part)
    return None


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C back: a process that is started meanwhile never sees one, this one does right after."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Starting a process starts the tracker first, where it is missing, and that lets Ctrl-C through.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(connection: Connection, task: Task[Any, Any]) -> None:
    """A worker's life: parts come in, results go out, until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_ALLOCATIONS)
    try:
        opened: Callable[[Any], Any] | None = None
        while True:
            part = connection.recv()
            try:
                opened = opened or task.open()
                answer: _Done | _Failed = _Done(opened(part))
            except Exception as error:
                answer = _Failed(_sendable(error))
            connection.send(answer)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _sendable(error: Exception) -> Exception:
    """The error, or what can be told of one that does not travel."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - its own
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
