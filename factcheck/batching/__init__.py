"""Much work in parts: by this process, by several, or by a cluster; the results in the order of the parts.

Whatever does it, so many parts at most are under way or wait for their turn: memory goes with that window,
never with the length of the work.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from typing import NamedTuple, Protocol, TypeVar

Part = TypeVar("Part")
Result = TypeVar("Result")
PartIn = TypeVar("PartIn", contravariant=True)
ResultOut = TypeVar("ResultOut", covariant=True)


class Task(Protocol[PartIn, ResultOut]):
    """Work that other processes can do: it travels there pickled and is opened there once.

    It is hashable: a cluster's workers keep what they have opened by it.
    """

    def open(self) -> Callable[[PartIn], ResultOut]:
        """What does a part. Raises `FactcheckError` where it cannot be had."""
        ...


class Engine(NamedTuple):
    """Who does the work."""

    jobs: int = 1
    """How many processes of this machine."""
    scheduler: str | None = None
    """The address of a cluster's scheduler, as `tcp://host:8786`; then `jobs` does not matter."""

    @property
    def is_here(self) -> bool:
        """Whether this process does it by itself."""
        return self.scheduler is None and self.jobs == 1

    @property
    def part_size(self) -> int:
        """How many statements go into a part: enough that handing it over costs little beside the work."""
        if self.scheduler is not None:
            return _CLUSTER_PART
        return 1 if self.is_here else _PROCESS_PART


_PROCESS_PART = 16
_CLUSTER_PART = 128


def run(
    engine: Engine,
    task: Task[Part, Result],
    parts: Iterable[Part],
    here: Callable[[Part], Result],
) -> Generator[Result, None, None]:
    """The result of each part, in their order; parts are drawn no further ahead than the window goes.

    `here` is the opened task, for work in this process. Closing the iterator ends the work at once.
    Raises what doing a part raises, and `InputError` where workers cannot be had or end again and again.
    """
    drawn = _Drawn(parts)
    if engine.is_here:
        yield from map(here, drawn)
    elif engine.scheduler is not None:
        from factcheck.batching.cluster import run_in_cluster

        yield from run_in_cluster(task, drawn, engine.scheduler)
    else:
        from factcheck.batching.processes import run_in_processes

        yield from run_in_processes(task, drawn, engine.jobs)
    if drawn.failure is not None:
        raise drawn.failure


class _Drawn(Iterator[Part]):
    """The parts, ending early where drawing one fails: what was drawn before is answered, then it is told."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = iter(parts)
        self.failure: Exception | None = None

    def __next__(self) -> Part:
        if self.failure is not None:
            raise StopIteration
        try:
            return next(self._parts)
        except StopIteration:
            raise
        except Exception as error:
            self.failure = error
            raise StopIteration from None
