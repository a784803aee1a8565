"""The command line. What a command does not need is not imported, so that each starts fast.

click alone takes longer to import than a statement takes to be looked up: `plain` reads the usual lookup without it.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.cli.group import COMMANDS, cli

__all__ = ["COMMANDS", "cli", "main"]

_INTERRUPTED = 130
"""As `console` has it, which may not have been read yet."""
_ALLOCATIONS = 100_000
"""After so many new values Python looks for unreachable cycles among them; by itself after 700."""


def __getattr__(name: str) -> object:
    """Import the commands only when they are asked for."""
    if name in ("COMMANDS", "cli"):
        from factcheck.cli import group

        return getattr(group, name)
    raise AttributeError(f"module 'factcheck.cli' has no attribute {name!r}")


def main() -> None:
    """Run the command line; the console script's entry point.

    Little that a command makes is ever garbage: it is looked for seldom, and not at the end.
    """
    gc.set_threshold(_ALLOCATIONS)
    try:
        from factcheck.cli.console import errors_to_exit_codes
        from factcheck.cli.plain import plain_lookup

        lookup = plain_lookup(sys.argv[1:], os.environ)
        if lookup is None:
            from factcheck.cli.group import cli

            cli(prog_name="factcheck")
        else:
            with errors_to_exit_codes():
                code = lookup.answer()
            sys.exit(code)
    except KeyboardInterrupt:  # while modules are still being read
        sys.exit(_INTERRUPTED)
    finally:
        gc.freeze()
