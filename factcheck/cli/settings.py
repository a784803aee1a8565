"""The settings of a file as the defaults of a command's flags."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from factcheck.finding import ENVIRONMENT as WORKSPACE
from factcheck.finding import find_config

if TYPE_CHECKING:
    from factcheck.config import Config, Setting

NOT_SET = frozenset(("help", "config", "isolated"))
"""Flags that no file sets: they say which file it is."""


class Settings(NamedTuple):
    """What a file says of one command."""

    config: Config
    values: dict[str, Setting]
    """By the name of the parameter."""

    @classmethod
    def of(cls, command: click.Command, ctx: click.Context, args: list[str]) -> Settings | None:
        """What holds for a command that is called with `args`; None where no file says anything.

        Raises `InputError` or `WorkspaceError` if the file is no good.
        """
        given, _, _ = command.make_parser(ctx).parse_args(args=list(args))
        if given.get("isolated") or given.get("help"):
            return None
        path = _file(given.get("config"), given.get("workspace"))
        if path is None:
            return None
        from factcheck.config import load_config

        config = load_config(path)
        keys = flags(command)
        found = config.settings(command_path(ctx), keys)
        values = {keys[key]: setting for key, setting in found.items()}
        return cls(config, _fitting(command, values))

    def defaults(self) -> dict[str, Any]:
        """The values, as click takes defaults."""
        return {name: self._value(name, setting) for name, setting in self.values.items()}

    def _value(self, name: str, setting: Setting) -> object:
        if name == "workspace" and isinstance(setting.value, str):
            return str(self.config.path.parent / setting.value)
        return setting.value

    def placed(self, error: click.BadParameter) -> click.BadParameter:
        """An error about a value, with the place in the file where the value comes from, if it does."""
        name = error.param.name if error.param else None
        context = error.ctx
        if name is None or context is None or name not in self.values:
            return error
        if context.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT_MAP:
            return error
        place = self.values[name].location
        message = f"{error.message} (in {place.path}:{place.line})"
        return click.BadParameter(message, context, error.param)


def flags(command: click.Command) -> dict[str, str]:
    """The parameter of each flag that a file may set, by its name in the file."""
    return {
        option_key(param): param.name or ""
        for param in command.params
        if isinstance(param, click.Option) and param.name not in NOT_SET
    }


def option_key(param: click.Parameter) -> str:
    """The name of a flag without its dashes: `fail-on`."""
    return max(param.opts, key=len).lstrip("-")


def command_path(ctx: click.Context) -> list[str]:
    """The names that lead to a command: `["source", "add"]`."""
    names: list[str] = []
    at: click.Context | None = ctx
    while at is not None and at.parent is not None:
        names.insert(0, at.info_name or "")
        at = at.parent
    return names


def _file(named: str | None, workspace: str | None) -> Path | None:
    """The file that is named, else the nearest one above the workspace that is named, or above where one stands."""
    if named:
        return Path(named)
    return find_config(Path(workspace or os.environ.get(WORKSPACE) or ".").absolute())


def _fitting(command: click.Command, values: dict[str, Setting]) -> dict[str, Setting]:
    """The settings without an output format that is another command's, or that the environment names."""
    from factcheck.cli.outputs import ENVIRONMENT

    kept = {}
    params = {param.name: param for param in command.params}
    for name, setting in values.items():
        param = params[name]
        if name == "output_format" and isinstance(param.type, click.Choice):
            if os.environ.get(ENVIRONMENT) or setting.value not in param.type.choices:
                continue
        elif param.multiple and not isinstance(setting.value, list):
            setting = setting._replace(value=[setting.value])
        kept[name] = setting
    return kept
