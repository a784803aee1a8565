"""The reference of the commands, from what click knows of them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import NamedTuple

import click

from factcheck.cli import COMMANDS, cli
from factcheck.finding import ENVIRONMENT as WORKSPACE
from making.markdown import code, page, table

SHARED = (
    "--workspace",
    "--output-file",
    "--color",
    "--quiet",
    "--verbose",
    "--config",
    "--isolated",
    "--help",
)
"""Flags that every command has, or nearly every one."""
_NOTE = re.compile(r"\s*\[(?:default|env var)[^\]]*\]")
_VARIABLE = re.compile(r"env var: (\w+)")
_DEFAULT = re.compile(r"default: ([^\];]+(?:; [^\];:]+)*)\]")
_EXIT = re.compile(r"[^.]*\bexits?\b [01]\b[^.]*\.", re.IGNORECASE)
_CODES = (
    ("0", "clean"),
    ("1", "findings; of commands that look for something"),
    ("2", "wrong usage, unreadable input, a broken workspace, or nothing to do"),
    ("130", "interrupted"),
    ("141", "whoever read the output has closed it"),
)


class Command(NamedTuple):
    """A command with the names that lead to it."""

    name: str
    line: str
    """What the list of commands says of it."""
    click: click.Command
    context: click.Context

    @property
    def file(self) -> str:
        """The name of its page."""
        return f"factcheck-{self.name.replace(' ', '-')}.md"


def every_command() -> Iterator[Command]:
    """The commands in the order of `factcheck --help`; of a group, those that are in it."""
    top = click.Context(cli, info_name="factcheck", **cli.context_settings)
    for name, (_, line) in COMMANDS.items():
        found = cli.get_command(top, name)
        if isinstance(found, click.Group):
            group = click.Context(found, info_name=name, parent=top)
            for inner in found.list_commands(group):
                command = found.commands[inner]
                context = click.Context(command, info_name=inner, parent=group)
                yield Command(f"{name} {inner}", command.get_short_help_str(200), command, context)
        elif found is not None:
            yield Command(name, line, found, click.Context(found, info_name=name, parent=top))


def pages() -> dict[str, str]:
    """The pages by their file's name; without the index."""
    return {command.file: command_page(command) for command in every_command()}


def command_page(command: Command) -> str:
    """Usage, what it does, its flags, examples, exit codes."""
    lines = [f"# factcheck {command.name}", "", "```text"]
    pieces = " ".join(command.click.collect_usage_pieces(command.context))
    lines += [f"factcheck {command.name} {pieces}", "```", ""]
    told, examples = help_parts(command.click)
    lines += told
    flags = options(command)
    own = [option for option in flags if _long(option) not in SHARED]
    if own:
        lines += ["## Options", "", *_table(own, command.context), ""]
    if examples:
        lines += ["## Examples", "", "```sh", *examples, "```", ""]
    lines += ["## Exit codes", ""]
    lines += [f"- {sentence}" for sentence in exits(command)]
    lines += [] if exits(command) else ["- Never 1: there is nothing that it looks for."]
    lines += ["- The others are as [everywhere](README.md#exit-codes).", ""]
    shared = [option for option in flags if _long(option) in SHARED]
    lines += ["## Options of every command", "", *_table(shared, command.context), ""]
    lines += ["What a flag sets, a [file of settings](settings.md) can set."]
    return page(lines)


def exit_codes() -> list[str]:
    """The table of what the codes mean."""
    return table(("code", "means"), _CODES)


def help_parts(command: click.Command) -> tuple[list[str], list[str]]:
    """What the help says as Markdown, and the lines of its examples."""
    told: list[str] = []
    examples: list[str] = []
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        lines = paragraph.replace("\b\n", "").split("\n")
        if lines[0] == "Examples:":
            examples += [line.strip() for line in lines[1:]]
            continue
        # What is set in under a line is a list that keeps its lines.
        kept = [line for line in lines if line.startswith("  ")]
        told += [line for line in lines if line not in kept]
        if kept:
            told += ["", "```text", *(line.removeprefix("  ") for line in kept), "```"]
        told.append("")
    return told, examples


def exits(command: Command) -> list[str]:
    """What the help says of the codes 0 and 1."""
    told, _ = help_parts(command.click)
    found = [match.strip() for match in _EXIT.findall(" ".join(told))]
    for option in options(command):
        found += [f"`{_long(option)}`: {match.strip()}" for match in _EXIT.findall(meaning(option))]
    return found


def options(command: Command) -> list[click.Option]:
    """The flags of a command, with --help."""
    return [param for param in command.click.get_params(command.context) if isinstance(param, click.Option)]


def meaning(option: click.Option) -> str:
    """What the help says of a flag, without its default and its variable."""
    return _NOTE.sub("", option.help or "")


def _long(option: click.Option) -> str:
    return max(option.opts, key=len)


def _table(options: list[click.Option], context: click.Context) -> list[str]:
    head = ("option", "value", "default", "environment", "what it does")
    return table(head, (_row(option, context) for option in options))


def _row(option: click.Option, context: click.Context) -> tuple[str, str, str, str, str]:
    names = ", ".join(code(name) for name in sorted(option.opts, key=len))
    value = "" if option.is_flag or option.count else _value(option, context)
    return names, value, default_of(option), code(_variable(option)), meaning(option)


def _variable(option: click.Option) -> str:
    """What stands for a flag in the environment."""
    if _long(option) == "--workspace":
        return WORKSPACE
    said = _VARIABLE.search(option.help or "")
    return str(option.envvar or (said[1] if said else ""))


def _value(option: click.Option, context: click.Context) -> str:
    if isinstance(option.type, click.Choice):
        return ", ".join(code(str(choice)) for choice in option.type.choices)
    bounds = option.type
    if isinstance(bounds, (click.IntRange, click.FloatRange)):
        low, high = (None if end is None else f"{end:g}" for end in (bounds.min, bounds.max))
        reach = f"{low} to {high}" if high is not None else f"{low} or more"
        return reach if option.metavar is None else f"{code(option.metavar)}, {reach}"
    return code(option.make_metavar(context))


def default_of(option: click.Option) -> str:
    """What holds where the flag is not given, as far as it is said."""
    said = _DEFAULT.search(option.help or "")
    if said:
        return said[1]
    if option.show_default and not callable(option.default):
        return code(str(option.default))
    return ""
