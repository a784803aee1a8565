"""Which runs can be gone on with, and what makes a run the same as an earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck import __version__
from factcheck.checking import Asked, Writer, fingerprint
from factcheck.cli.common import Console
from factcheck.cli.journal import Identity, Journal, Reached
from factcheck.cli.reading import Inputs
from factcheck.fingerprint import file_digest
from factcheck.reporters.streaming import STREAMED

if TYPE_CHECKING:
    from factcheck.workspace import Workspace


def require_resumable(console: Console, inputs: Inputs, streamed: Sequence[Console]) -> None:
    """A usage error for a run that cannot be gone on with. `streamed` are the outputs written as answers come."""
    file = console.output_file
    if file is None:
        raise click.UsageError("--resume goes on with a file: name it with -o FILE.")
    if console.written:
        raise click.UsageError("--resume goes on with one output: -o FILE, and no FORMAT:FILE besides.")
    if console.output_format not in STREAMED:
        raise click.UsageError(
            f"--resume needs a format that is written statement by statement: {', '.join(STREAMED)}."
        )
    if inputs.has_stdin:
        raise click.UsageError("--resume reads the statements again: name a file instead of standard input.")
    if not streamed or (Path(file).exists() and not Path(file).is_file()):
        raise click.UsageError(f"--resume cannot go on with {file!r}: it has to be a file of its own.")


def open_journal(
    console: Console, workspace: Workspace, inputs: Inputs, asked: Asked, writer: Writer, *, resume: bool
) -> tuple[Journal | None, Reached]:
    """The journal of a run that could be resumed, and how far an earlier one came that is resumed."""
    file = console.output_file
    if file is None or console.written or inputs.has_stdin or len(writer.formats) != 1:
        return None, Reached()
    output = Path(file).resolve()
    if output.exists() and not output.is_file():
        return None, Reached()
    identity = _identity(workspace, inputs, asked, writer)
    if resume:
        return Journal.resume(output, file, identity)
    return Journal.start(output, identity), Reached()


def _identity(workspace: Workspace, inputs: Inputs, asked: Asked, writer: Writer) -> Identity:
    """What a run is: another one does not go on where it stopped."""
    selection = writer.selection
    return {
        "program": __version__,
        "workspace": fingerprint(workspace),
        "--output-format": repr(writer.formats[0]),
        "--column": repr(inputs.column),
        "--prose": repr(inputs.prose),
        **{f"--{name.replace('_', '-')}": repr(value) for name, value in asked._asdict().items()},
        "--select": repr(selection.select),
        "--ignore": repr(selection.ignore),
        "--per-file-ignores": repr(selection.per_file),
        "--severity": repr(tuple((code, severity.value) for code, severity in selection.severities)),
        **{f"input {path}": (file_digest(Path(path)) or b"").hex() for path in inputs.paths},
    }
