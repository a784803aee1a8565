"""Where the reports of one run go, and where the paths in them begin."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.reporters import FINDINGS_REPORTERS, REPORTERS

if TYPE_CHECKING:
    from factcheck.reporters.report import Folders
    from factcheck.workspace import Workspace

ENVIRONMENT = "FACTCHECK_OUTPUT_FORMAT"
_CI_FOLDERS = (("GITHUB_ACTIONS", "GITHUB_WORKSPACE"), ("GITLAB_CI", "CI_PROJECT_DIR"))
"""What says that a CI system runs the command, and what names its checkout."""


class Output(NamedTuple):
    """A format, and the file that takes it; None for where output goes."""

    format: str
    file: str | None = None


def read_outputs(ctx: click.Context, param: click.Parameter, words: tuple[str, ...]) -> tuple[Output, ...]:
    """The outputs that words such as `text` and `sarif:report.sarif` name.

    A usage error for an unknown format, for a missing file, for a second format without a file, and
    for a file that is named twice.
    """
    try:
        return _outputs(words)
    except click.BadParameter as error:
        if ctx.get_parameter_source(param.name or "") is click.core.ParameterSource.COMMANDLINE:
            error.param_hint = "'--output-format'"  # click's own hint names the variable too
        raise


def _outputs(words: tuple[str, ...]) -> tuple[Output, ...]:
    outputs = tuple(map(_output, words))
    files = [output.file for output in outputs]
    if files.count(None) > 1:
        raise click.BadParameter("only one format can go without a file.")
    for file in files:
        if files.count(file) > 1:
            raise click.BadParameter(f"{file!r} is named twice.")
    return outputs


def _output(word: str) -> Output:
    name, colon, file = word.partition(":")
    if name not in FINDINGS_REPORTERS:
        raise click.BadParameter(f"{name!r} is not one of {', '.join(map(repr, FINDINGS_REPORTERS))}.")
    if colon and not file:
        raise click.BadParameter(f"{word!r} names no file after the colon.")
    return Output(name, None if file in ("", "-") else file)


def complete_format(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The formats that begin with what has been typed."""
    return [name for name in FINDINGS_REPORTERS if name.startswith(incomplete)]


def answer_format() -> str:
    """The format of answers that the environment names, or text; a format of findings is none of answers."""
    words = os.environ.get(ENVIRONMENT, "").split()
    named = next((word for word in words if ":" not in word), "text")
    return "text" if named in FINDINGS_REPORTERS.keys() - REPORTERS.keys() else named


def main_format(outputs: Sequence[Output], environment: Mapping[str, str]) -> str:
    """The format of what has no file of its own: the one that is given, else text.

    Where none is given at all and GitHub Actions runs the command, it is `github`.
    """
    for output in outputs:
        if output.file is None:
            return output.format
    in_actions = environment.get("GITHUB_ACTIONS") and environment.get("GITHUB_WORKFLOW")
    return "github" if in_actions and not outputs else "text"


def folders(workspace: Workspace) -> Folders:
    """Where paths begin for those who read a report: at the CI system's checkout, else where one stands."""
    from factcheck.reporters.report import Folders

    current = Path.cwd()
    project = current
    for sign, variable in _CI_FOLDERS:
        named = os.environ.get(variable)
        if os.environ.get(sign) and named and current.is_relative_to(Path(named).absolute()):
            project = Path(named).absolute()
    # The bundled workspace is no part of the project: its paths stay as they are.
    root = project if workspace.bundled else workspace.root.absolute()
    return Folders(_posix(project), _posix(current), _posix(root))


def _posix(path: Path) -> str:
    text = path.as_posix()
    return text if text.startswith("/") else f"/{text}"
