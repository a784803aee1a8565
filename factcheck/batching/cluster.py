"""Parts of work done by the workers of a Dask cluster (the extra `factcheck-cli[dask]`).

The scheduler hands a part to another worker where the one that had it is lost; a result that lay on a lost
worker is worked out again.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from importlib import import_module
from time import monotonic
from typing import Any, Protocol

from factcheck.batching import Part, Result, ResultOut, Task
from factcheck.errors import InputError

AHEAD = 3
"""How many parts a thread of the cluster there may be at most that are under way or wait for their turn."""
_CONNECT = 10.0
"""Seconds in which a scheduler has to answer."""
_WORKERS = 60.0
"""Seconds that a cluster may be without any worker."""
_LOOK = 2.0
"""Seconds after which one looks how many workers there are now."""
_CLOSE = 2.0
_LOGS = ("distributed", "distributed.client", "distributed.core", "distributed.comm", "tornado")
_GO_ON = "see to the cluster; with -o FILE, --resume goes on where this stopped"


def run_in_cluster(task: Task[Part, Result], parts: Iterable[Part], address: str) -> Iterator[Result]:
    """The result of each part, in their order, by the workers of the scheduler at `address`.

    Each worker opens the task once a thread. Closing the iterator takes what is under way back. Raises
    `InputError` where the extra is missing, the scheduler cannot be reached or goes away, there are no
    workers, or several are lost over the same part.
    """
    cluster = _Cluster(address)
    try:
        yield from cluster.results(task, iter(parts))
    finally:
        cluster.close()


class _Future(Protocol[ResultOut]):
    """A result that the cluster owes."""

    def result(self, timeout: float) -> ResultOut:
        """It, or `TimeoutError` after so many seconds."""
        ...


class _Cluster:
    """A connection to a scheduler."""

    def __init__(self, address: str) -> None:
        try:
            self._library: Any = import_module("distributed")
        except ImportError:
            raise InputError(
                "--scheduler needs a library that is not installed",
                'install it: pip install "factcheck-cli[dask]"',
            ) from None
        for name in _LOGS:  # what its connections go through is told below, once, as an error
            logging.getLogger(name).setLevel(logging.CRITICAL)
        self._address = address
        try:
            self._client: Any = self._library.Client(
                address, timeout=_CONNECT, set_as_default=False, name="factcheck"
            )
        except (OSError, ValueError, ImportError) as error:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise InputError(
                f"{address}: no scheduler answers: {reason}", "give its address, as in tcp://HOST:8786"
            ) from None
        self._window = 0
        self._looked = 0.0

    def results(self, task: Task[Part, Result], parts: Iterator[Part]) -> Iterator[Result]:
        """The results in the order of the parts."""
        self._wait_for_workers()
        waiting: deque[_Future[Result]] = deque()
        more = True
        while True:
            while more and len(waiting) < self._room():
                part = next(parts, None)
                if part is None:
                    more = False
                else:
                    waiting.append(self._client.submit(_do, task, part, pure=False))
            if not waiting:
                return
            result = self._result(waiting[0])
            waiting.popleft()
            yield result

    def _room(self) -> int:
        """The window, which goes with the cluster as it is now."""
        if monotonic() - self._looked > _LOOK:
            threads = self._threads()
            self._window = AHEAD * threads if threads else self._window
            self._looked = monotonic()
        return self._window

    def _threads(self) -> int:
        try:
            return sum(self._client.nthreads().values())
        except (OSError, CancelledError):
            return 0

    def _wait_for_workers(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=_WORKERS)
        except TimeoutError:
            raise InputError(
                f"{self._address}: the scheduler has no workers", f"start some: dask worker {self._address}"
            ) from None

    def _result(self, future: _Future[Result]) -> Result:
        last = monotonic()
        while True:
            try:
                return future.result(timeout=_LOOK)
            except TimeoutError:
                if self._threads():
                    last = monotonic()
                elif monotonic() - last > _WORKERS:
                    raise InputError(
                        f"{self._address}: the cluster has lost all its workers", _GO_ON
                    ) from None
            except self._library.KilledWorker:
                raise InputError(
                    f"{self._address}: several workers were lost over the same statements",
                    "they may have run out of memory: look into their logs",
                ) from None
            except (CancelledError, OSError):
                raise InputError(f"{self._address}: the scheduler is gone", _GO_ON) from None
            except ModuleNotFoundError as error:
                raise InputError(
                    f"{self._address}: a worker lacks {error.name}", "install factcheck-cli there"
                ) from None

    def close(self) -> None:
        """Take leave; the scheduler drops what was under way for this client."""
        self._client.close(timeout=_CLOSE)


class _Kept(threading.local):
    """What a thread of a worker has opened. It outlives the parts: opening takes longer than a part."""

    task: Task[Any, Any] | None = None
    opened: Callable[[Any], Any] | None = None


_KEPT = _Kept()


def _do(task: Task[Part, Result], part: Part) -> Result:
    """Do a part, on a worker."""
    if _KEPT.opened is None or _KEPT.task != task:
        _KEPT.opened = task.open()
        _KEPT.task = task
    result: Result = _KEPT.opened(part)
    return result
