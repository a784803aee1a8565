"""`factcheck config`: which settings hold, and where they come from."""

from __future__ import annotations

import copy
import json

import click

from factcheck.cli.common import CLEAN, Console, FactcheckCommand
from factcheck.cli.options import shared_options
from factcheck.cli.settings import NOT_SET, Settings, option_key
from factcheck.errors import InputError
from factcheck.model import Severity

_ARGUMENTS = {"ignore_unknown_options": True, "allow_interspersed_args": False}


@click.command("config", cls=FactcheckCommand, context_settings=_ARGUMENTS)
@click.argument("words", metavar="[COMMAND [ARGUMENT]...]", nargs=-1, type=click.UNPROCESSED)
@shared_options(formats=False)
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...]) -> int:
    """Show which settings hold for a COMMAND, called with these arguments, and where each comes from.

    Without a COMMAND, show what the file of settings and the environment say to each of them.

    \b
    Examples:
      factcheck config
      factcheck config check
      factcheck config validate --fail-on warning
    """
    console: Console = ctx.obj
    root = ctx.find_root()
    if not isinstance(root.command, click.Group):
        raise InputError("there are no commands")
    lines = []
    for names, one in _wanted(root, words):
        rows = _rows(root, names, one, words[len(names) :])
        if not words:
            rows = [row for row in rows if row[2] != "default"]
        if rows:
            lines += ["", f"factcheck {' '.join(names)}", *_laid_out(rows)]
    console.write("\n".join(lines[1:] or ["all settings are the default ones"]) + "\n")
    return CLEAN


def _wanted(root: click.Context, words: tuple[str, ...]) -> list[tuple[list[str], click.Command]]:
    """The command that the words name, else all of them, each with the names that lead to it."""
    found = list(_below(root.command, root, []))
    if not words:
        return found
    named = [item for item in found if list(words[: len(item[0])]) == item[0]]
    if not named:
        from factcheck.schema import nearest

        near = nearest(words[0], [" ".join(names) for names, _ in found])
        mend = f"did you mean `{near}`?" if near else "`factcheck --help` lists the commands"
        raise InputError(f"there is no command {words[0]!r}", mend)
    return named


def _below(
    group: click.Command, ctx: click.Context, names: list[str]
) -> list[tuple[list[str], click.Command]]:
    if not isinstance(group, click.Group):
        return [(names, group)] if isinstance(group, FactcheckCommand) and names != ["config"] else []
    commands = [(name, group.get_command(ctx, name)) for name in group.list_commands(ctx)]
    return [item for name, one in commands if one for item in _below(one, ctx, [*names, name])]


def _rows(
    root: click.Context, names: list[str], one: click.Command, arguments: tuple[str, ...]
) -> list[tuple[str, str, str]]:
    """The name of each flag, its value and where that comes from."""
    relaxed = copy.copy(one)
    relaxed.params = [_not_required(param) for param in one.params]
    parent = root
    for name in names[:-1]:
        parent = click.Context(root.command, parent=parent, info_name=name)
    given = list(arguments)
    with relaxed.make_context(names[-1], given, parent=parent) as ctx:
        settings = Settings.of(relaxed, ctx, list(arguments))
        options = [param for param in relaxed.params if isinstance(param, click.Option)]
        return [
            (option_key(param), _shown(ctx.params.get(param.name or "")), _origin(ctx, param, settings))
            for param in options
            if param.name not in NOT_SET
        ]


def _not_required(param: click.Parameter) -> click.Parameter:
    made = copy.copy(param)
    made.required = False
    return made


def _shown(value: object) -> str:
    """A value as a file of settings has it."""
    if value is None or value == ():
        return "not set"
    if isinstance(value, (bool, int, float, str)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join(_shown(_as_written(part)) for part in value) + "]"
    return str(value)


def _as_written(part: object) -> object:
    """What a part of a value was on the command line: `sarif:report.sarif`, `claims/old.toml:FC3`, `FC303=note`."""
    if not isinstance(part, tuple):
        return part
    if len(part) == 2 and isinstance(part[1], Severity):
        return f"{part[0]}={part[1]}"
    words = [",".join(word) if isinstance(word, tuple) else word for word in part]
    return ":".join(str(word) for word in words if word)


def _origin(ctx: click.Context, param: click.Option, settings: Settings | None) -> str:
    source = ctx.get_parameter_source(param.name or "")
    kinds = click.core.ParameterSource
    if source is kinds.COMMANDLINE:
        return "command line"
    if source is kinds.ENVIRONMENT:
        return f"environment, {param.envvar}"
    if source is kinds.DEFAULT_MAP and settings and param.name in settings.values:
        place = settings.values[param.name].location
        return f"{place.path}:{place.line}"
    return "default"


def _laid_out(rows: list[tuple[str, str, str]]) -> list[str]:
    wide = max(len(key) for key, _, _ in rows)
    long = max(len(value) for _, value, _ in rows)
    return [f"  {key:<{wide}} = {value:<{long}}  {origin}" for key, value, origin in rows]
