"""Questions to the person at the terminal; in a pipe nobody is asked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import click

from factcheck.text import visible

Answer = TypeVar("Answer")


def on_terminal() -> bool:
    """True where somebody can answer."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def ask(question: str, default: str | None = None) -> str:
    """A line of text, or `default` for an empty one; asked again as long as there is neither."""
    answer: str = _answered(lambda: click.prompt(visible(question), default=default, err=True))
    return answer.strip()


def ask_optional(question: str) -> str | None:
    """A line of text, or None for an empty one."""
    answer: str = _answered(
        lambda: click.prompt(f"{visible(question)} (may be empty)", default="", show_default=False, err=True)
    )
    return answer.strip() or None


def agree(question: str) -> bool:
    """Yes or no; no for an empty line."""
    agreed: bool = _answered(lambda: click.confirm(visible(question), default=False, err=True))
    return agreed


def choose(question: str, choices: Sequence[str]) -> int:
    """The index of one of several lines, which are shown with numbers."""
    for number, choice in enumerate(choices, 1):
        click.echo(f"{number:3}. {visible(choice)}", err=True)
    kind = click.IntRange(1, len(choices))
    chosen: int = _answered(lambda: click.prompt(visible(question), type=kind, err=True))
    return chosen - 1


def pick(question: str, choices: Sequence[str], default: str) -> str:
    """One of several words."""
    picked: str = _answered(
        lambda: click.prompt(visible(question), type=click.Choice(list(choices)), default=default, err=True)
    )
    return picked


def _answered(question: Callable[[], Answer]) -> Answer:
    """The answer; who ends the input or interrupts it ends the command."""
    try:
        return question()
    except click.Abort:
        click.echo("", err=True)
        raise KeyboardInterrupt from None
