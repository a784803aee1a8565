"""What the commands share of click: the command class, and how its errors are told."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from factcheck.cli import console
from factcheck.cli.console import CLEAN, FINDINGS, USAGE, Console, empty, exit_code, use_color
from factcheck.reporters.layout import printable

if TYPE_CHECKING:
    from factcheck.cli.outputs import Output

__all__ = [
    "CLEAN",
    "FINDINGS",
    "USAGE",
    "Console",
    "FactcheckCommand",
    "empty",
    "errors_to_exit_codes",
    "exit_code",
    "use_color",
]


class FactcheckCommand(click.Command):
    """A command whose shared options reach it as one `Console` (`@click.pass_obj`)."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the command line over the settings of a file, if there is one."""
        if ctx.resilient_parsing:
            return super().parse_args(ctx, args)
        from factcheck.cli.settings import Settings

        settings = Settings.of(self, ctx, args)
        if settings is None:
            return super().parse_args(ctx, args)
        ctx.default_map = settings.defaults()
        try:
            return super().parse_args(ctx, args)
        except click.BadParameter as error:
            raise settings.placed(error) from None

    def invoke(self, ctx: click.Context) -> object:
        """Take the shared options out of the parameters, then run the command."""
        params = ctx.params
        params.pop("config", None)
        params.pop("isolated", None)
        file = params.pop("output_file")
        file = None if file == "-" else file
        outputs: tuple[Output, ...] = params.pop("outputs", ())
        workspace = params.pop("workspace", None)
        named = [name for name in (file, *(output.file for output in outputs)) if name is not None]
        if named:
            from factcheck.cli.guarding import refuse_overwriting

            refuse_overwriting(named, self, params, workspace)
        ctx.obj = Console(
            workspace=workspace,
            output_format=params.pop("output_format", "") or self._main_format(ctx, outputs, file),
            output_file=file,
            color=params.pop("color"),
            verbosity=params.pop("verbose") - params.pop("quiet"),
            written=tuple(output for output in outputs if output.file is not None),
        )
        return super().invoke(ctx)

    def _main_format(self, ctx: click.Context, outputs: tuple[Output, ...], file: str | None) -> str:
        """The format of what has no file of its own, where a command takes several formats."""
        if not any(param.name == "outputs" for param in self.params):
            return "text"
        from factcheck.cli.outputs import main_format

        if file in {output.file for output in outputs if output.file is not None}:
            raise click.UsageError(f"{file!r} is named twice.", ctx)
        return main_format(outputs, os.environ if file is None else {})


@contextmanager
def errors_to_exit_codes() -> Iterator[None]:
    """Tell errors to the user in a few lines, click's too, and leave with their exit code."""
    with console.errors_to_exit_codes():
        try:
            yield
        except click.ClickException as error:
            console.print_text(_usage_text(error), sys.stderr, True)
            sys.exit(error.exit_code)


def _usage_text(error: click.ClickException) -> str:
    lines = []
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        lines += [context.get_usage(), f"Try `{context.command_path} --help`.", ""]
    lines.append("Error: " + error.format_message().replace("\t", "  "))
    takes_words = context is not None and any(param.nargs == -1 for param in context.command.params)
    if takes_words and isinstance(error, click.NoSuchOption) and not error.possibilities:
        lines.append("  Put -- before words that begin with a dash.")
    return printable("\n".join(lines)) + "\n"
