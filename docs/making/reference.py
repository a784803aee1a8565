"""docs/reference/ as a whole."""

from __future__ import annotations

from typing import Any

from making import commands
from making.conflicts import conflicts_page
from making.markdown import page, table
from making.schemas import files_page, json_page
from making.settings import settings_page


def pages(settings: dict[str, Any]) -> dict[str, str]:
    """Every page by its file's name; `settings` is the schema of a file of settings."""
    return {
        "README.md": _index(),
        **commands.pages(),
        "conflicts.md": conflicts_page(),
        "files.md": files_page(),
        "json.md": json_page(),
        "settings.md": settings_page(settings),
    }


def _index() -> str:
    rows = [
        (f"[factcheck {command.name}]({command.file})", command.line) for command in commands.every_command()
    ]
    return page(
        [
            *("# Reference", ""),
            "These pages are made from the program by `python docs/build.py`; `factcheck COMMAND --help` says it, too.",
            *("", "## Commands", ""),
            *table(("command", "does"), rows),
            *("", "## What goes in and comes out", ""),
            "- [JSON](json.md): what the commands print with `--output-format json` and `jsonl`",
            "- [files](files.md): what a workspace holds",
            "- [settings](settings.md): keys of `factcheck.toml`, variables of the environment",
            "- [kinds of clash](conflicts.md): what makes a statement `refuted`",
            "- [rules](../rules/README.md): the codes of findings",
            *("", "## Exit codes", ""),
            *commands.exit_codes(),
        ]
    )
