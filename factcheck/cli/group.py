"""The commands as click has them. A command's module is imported when the command is run."""

from __future__ import annotations

from importlib import import_module

import click

from factcheck import __version__
from factcheck.cli.common import USAGE, errors_to_exit_codes

COMMANDS = {
    "lookup": ("lookup", "Look a statement up: is it so, who said it, where?"),
    "check": ("check", "Check every statement of a file."),
    "compare": ("compare", "Hold a statement against a text that you give with it."),
    "validate": ("validate", "Check the workspace itself: claims, quotes, sources."),
    "cite": ("cite", "Print the quotes of claims, to paste."),
    "export": ("export", "Write claims in formats of other programs."),
    "list": ("list_claims", "List the claims."),
    "show": ("show", "Show a claim with its quotes in context."),
    "calibrate": ("calibrate", "Measure the answers on statements that you have labelled."),
    "init": ("init", "Make a workspace."),
    "source": ("source", "Take in the texts that claims quote."),
    "add": ("add", "Add a claim with its quote."),
    "import": ("import_claims", "Import claims of other makers."),
    "index": ("index", "Compile many claims into an index on disk."),
    "fix": ("fix", "Mend quotes and hashes, or show how."),
    "rule": ("rule", "Tell what a code means."),
    "config": ("config", "Show the settings that hold."),
    "coverage": ("coverage", "Count what the claims cite of the sources."),
    "report": ("report", "Write a page to read: the sources with their claims and verdicts."),
}
"""Each command's module below this package, and its line in `--help`."""


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the one that is invoked."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported; None if there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"factcheck.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name. A wrong name is answered with the nearest one."""
        name = args[0]
        if name in COMMANDS or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        from factcheck.schema import nearest

        near = nearest(name, list(COMMANDS))
        mend = f"Did you mean '{near}'?" if near else "To look a statement up: factcheck lookup STATEMENT"
        ctx.fail(f"No such command {name!r}. {mend}")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their lines, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the group's own options; wrong ones are told like every other error."""
        with errors_to_exit_codes():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command and leave with the exit code that it returns."""
        with errors_to_exit_codes():
            code = super().invoke(ctx)
        ctx.exit(code if isinstance(code, int) else 0)


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="factcheck", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> int:
    """Check statements against verbatim quotes of curated sources, offline.

    \b
    Examples:
      factcheck lookup Azerbaijan sent its first aid to Ukraine in February 2022
      factcheck check statements.txt
      factcheck validate

    Exit codes: 0 clean, 1 findings, 2 usage or unreadable input.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
    return USAGE
