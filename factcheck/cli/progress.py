"""A progress bar, where somebody is looking and the work takes a while."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TypeVar

import click

Item = TypeVar("Item")
_PATIENCE = 1.0
"""Seconds of work before a progress bar appears."""


def with_progress(items: Sequence[Item], label: str, *, quiet: bool) -> Iterator[Item]:
    """The items, with a progress bar on standard error once the work has taken a while, on a terminal."""
    watched = not quiet and sys.stderr is not None and sys.stderr.isatty()
    began = monotonic()
    for done, item in enumerate(items):
        if watched and monotonic() - began > _PATIENCE:
            rest = items[done:]
            with click.progressbar(length=len(items), label=label, file=sys.stderr) as bar:
                bar.update(done)
                for left in rest:
                    yield left
                    bar.update(1)
            return
        yield item
