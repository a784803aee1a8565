"""A progress bar, where somebody is looking and the work takes a while."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import count
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

Item = TypeVar("Item")
_PATIENCE = 1.0
"""Seconds of work before a progress bar appears."""


class Progress:
    """A progress bar on standard error, once the work has taken a while, on a terminal.

    `length` is the number of steps; None where nobody knows it.
    """

    def __init__(self, label: str, length: int | None, *, quiet: bool) -> None:
        self._label = label
        self._length = length
        self._watched = not quiet and sys.stderr is not None and sys.stderr.isatty()
        self._began = monotonic()
        self._done = 0
        self._bar: ProgressBar[Any] | None = None
        self._shown = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._shown.close()

    def skip(self, steps: int) -> None:
        """So many steps were done before."""
        self._done += steps

    def advance(self, steps: int = 1) -> None:
        """So many steps are done."""
        self._done += steps
        if self._bar is not None:
            self._bar.update(steps)
        elif self._watched and monotonic() - self._began > _PATIENCE:
            self._bar = self._shown.enter_context(self._made())
            self._bar.update(self._done)

    def _made(self) -> ProgressBar[Any]:
        if self._length is None:  # something without a length: click then shows that work goes on
            return click.progressbar(count(), label=self._label, file=sys.stderr)
        return click.progressbar(length=self._length, label=self._label, file=sys.stderr)


def with_progress(items: Sequence[Item], label: str, *, quiet: bool) -> Iterator[Item]:
    """The items, with a progress bar."""
    with Progress(label, len(items), quiet=quiet) as progress:
        for item in items:
            yield item
            progress.advance()
