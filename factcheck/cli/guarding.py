"""Files that no output may be written over: those of the workspace, and what the command itself reads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.errors import InputError

if TYPE_CHECKING:
    import click

_KEPT = ("claims", "src_text", ".factcheck")
"""Folders of a workspace whose files only the commands that are for it write."""


def refuse_overwriting(
    outputs: Iterable[str], command: click.Command, params: dict[str, object], workspace: str | None
) -> None:
    """Raise `InputError` where an output is an input of the command, or lies in the folders of its workspace."""
    for output in outputs:
        refuse_inputs(output, _read(command, params))
        _refuse_kept(output, workspace)


def refuse_inputs(output: str, inputs: Iterable[str]) -> None:
    """Raise `InputError` where an output is one of the files that are read."""
    if any(_is_same(output, path) for path in inputs):
        raise InputError(f"{output}: is read by this very command", "name another file for the output")


def _read(command: click.Command, params: dict[str, object]) -> Iterator[str]:
    """What may name a file that is read: every value but the words of a statement."""
    for param in command.params:
        if param.name in params and "STATEMENT" not in (param.metavar or ""):
            yield from _words(params[param.name])


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)


def _is_same(one: str, other: str) -> bool:
    """Whether both are one file; a device or a pipe may well be both."""
    try:
        return os.path.isfile(one) and os.path.samefile(one, other)  # noqa: PTH113, PTH121
    except (OSError, ValueError):
        return False


def _refuse_kept(output: str, named: str | None) -> None:
    from factcheck.finding import find_workspace

    try:
        root = os.path.realpath(find_workspace(os.getcwd(), named).folder)
        target = os.path.realpath(output)
    except (InputError, OSError, ValueError):
        return  # the command itself tells what is wrong
    for name in _KEPT:
        folder = os.path.join(root, name)
        if target.startswith((folder + os.sep, os.path.realpath(folder) + os.sep)):
            raise InputError(
                f"{output}: lies in {name}/ of the workspace, where no output is written",
                "name a file somewhere else: `factcheck add` and `factcheck import` write claims",
            )
