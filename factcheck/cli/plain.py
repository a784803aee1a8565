"""`factcheck lookup` in its plain form, read without click: importing click takes longer than the answer.

Plain is a statement with a few flags, each written in full, and neither settings from a file nor a variable
of the environment that sets them. All else (an abbreviated option, one that is not here, a mistake, help,
completion) is left to click, so that it alone tells what is wrong. Both make the same `Lookup`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from factcheck.cli.answering import LIMIT, MOST, Lookup
from factcheck.cli.console import Console
from factcheck.cli.given import STDIN
from factcheck.finding import ENVIRONMENT as WORKSPACE
from factcheck.finding import config_above
from factcheck.reporters import REPORTERS

WINDOWS = os.name == "nt"
_FLAGS = frozenset(("--curated-only", "--explain", "--exit-zero", "--allow-empty", "--isolated"))
_COUNTED = {"-q": -1, "--quiet": -1, "-v": 1, "--verbose": 1}
_VALUED = frozenset(("--limit", "--output-format", "--workspace"))
_SETTING = ("FACTCHECK_OUTPUT_FORMAT", "_FACTCHECK_COMPLETE")
_EXPANDED = frozenset("*?[]~$%")
"""On Windows, click looks for files where these are in an argument."""


def plain_lookup(arguments: Sequence[str], environment: Mapping[str, str]) -> Lookup | None:
    """The lookup that the command line asks for; None where click has to read it."""
    if arguments[:1] != ["lookup"] or any(name in environment for name in _SETTING):
        return None
    if WINDOWS and not _EXPANDED.isdisjoint("".join(arguments)):
        return None
    words: list[str] = []
    flags: set[str] = set()
    values: dict[str, str] = {}
    verbosity = 0
    rest = iter(arguments[1:])
    for argument in rest:
        if argument in _VALUED:
            values[argument] = next(rest, "")
        elif argument in _COUNTED:
            verbosity += _COUNTED[argument]
        elif argument in _FLAGS:
            flags.add(argument)
        elif argument == STDIN or not argument.startswith("-"):
            words.append(argument)
        else:
            return None
    if not all(words) or not words or not all(_is_plain(name, value) for name, value in values.items()):
        return None
    if "--isolated" not in flags and _has_settings(values.get("--workspace"), environment):
        return None
    return Lookup(
        Console(
            workspace=values.get("--workspace"),
            output_format=values.get("--output-format", "text"),
            output_file=None,
            color="auto",
            verbosity=verbosity,
        ),
        tuple(words),
        limit=int(values.get("--limit", LIMIT)),
        curated_only="--curated-only" in flags,
        explain="--explain" in flags,
        exit_zero="--exit-zero" in flags,
        allow_empty="--allow-empty" in flags,
    )


def _is_plain(name: str, value: str) -> bool:
    """Whether click would take this value as it stands."""
    if name == "--limit":
        return (
            value.isascii() and value.isdecimal() and len(value) <= len(str(MOST)) and 1 <= int(value) <= MOST
        )
    if name == "--output-format":
        return value in REPORTERS
    return value != "" and not value.startswith("-")


def _has_settings(workspace: str | None, environment: Mapping[str, str]) -> bool:
    """Whether a file may set something. Where that cannot be told, it may."""
    try:
        return (
            config_above(os.path.join(os.getcwd(), workspace or environment.get(WORKSPACE) or "")) is not None
        )
    except (OSError, ValueError):
        return True
