"""`factcheck add`: a claim from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.common import CLEAN, FINDINGS, Console, FactcheckCommand
from factcheck.cli.options import shared_options
from factcheck.errors import InputError
from factcheck.model import Stance

if TYPE_CHECKING:
    from factcheck.edit.adding import Draft
    from factcheck.edit.quoting import Quoted
    from factcheck.workspace import Workspace

_LISTED = 10
"""How many sentences --find shows."""


@click.command("add", cls=FactcheckCommand)
@click.option("--statement", metavar="TEXT", help="One fact, in a sentence that stands alone.")
@click.option(
    "--source", metavar="ID", help="The source that is quoted.  [default: the one that holds the quote]"
)
@click.option("--quote", metavar="TEXT", help="The words of the source; pasted, near enough.")
@click.option("--find", metavar="WORDS", help="Choose the quote among the sentences nearest to WORDS.")
@click.option("--id", "identifier", metavar="ID", help="The claim's id.  [default: of the statement's words]")
@click.option("--also", metavar="TEXT", multiple=True, help="Another wording of the same fact (repeatable).")
@click.option("--tag", "tags", metavar="TAG", multiple=True, help="A tag (repeatable).")
@click.option("--note", metavar="TEXT", help="A note that is shown with the answer.")
@click.option(
    "--stance",
    type=click.Choice([stance.value for stance in Stance]),
    default="supports",
    show_default=True,
    help="What the quote does to the statement.",
)
@click.option(
    "--file",
    metavar="FILE",
    default="claims/claims.toml",
    show_default=True,
    help="The claims file to add to.",
)
@click.option("--yes", is_flag=True, help="Take the nearest passage although its words differ.")
@click.option("--force", is_flag=True, help="Add the claim although it clashes with its quote.")
@click.option("--diff", is_flag=True, help="Show what would be written as a diff, and write nothing.")
@shared_options(formats=False)
@click.pass_obj
def command(
    console: Console,
    statement: str | None,
    source: str | None,
    quote: str | None,
    find: str | None,
    identifier: str | None,
    also: tuple[str, ...],
    tags: tuple[str, ...],
    note: str | None,
    stance: str,
    file: str,
    yes: bool,
    force: bool,
    diff: bool,
) -> int:
    """Add a claim: a statement, and the words of a source that bear it out or refute it.

    The quote is found in its source and written in the source's letters, with the speaker there; what
    is missing is asked for on a terminal. The statement is held against the quote first: where they
    clash, nothing is written (exit 1) without --force.

    \b
    Examples:
      factcheck add
      factcheck add --statement "The port reopened in March 2024." --quote "reopened in March 2024"
      factcheck add --find "port fire" --tag port
    """
    from factcheck.edit.adding import Draft, claims_path, hold
    from factcheck.reporters.text_add import render_differences, render_held

    workspace = console.find_own()
    workspace.require_sound()
    claims_path(workspace.root, file)
    statement, quoted = _asked(workspace, statement, source, quote, find)
    console.tell(render_differences(quoted, console.style()))
    _require_meant(quoted, yes)
    draft = Draft(statement, Stance(stance), identifier, also, tags, note)
    held = hold(workspace, draft, quoted)
    console.tell(render_held(held, quoted, console.style()))
    if any(item.contrary for item in held) and not force:
        console.note("nothing was written; reword the statement, quote something else, or use --force")
        return FINDINGS
    return _write(console, workspace, draft, quoted, file, diff)


def _asked(
    workspace: Workspace, statement: str | None, source: str | None, quote: str | None, find: str | None
) -> tuple[str, Quoted]:
    """The statement, and the passage that the quote is; what is missing is asked for."""
    from factcheck.cli.asking import ask, on_terminal
    from factcheck.edit.quoting import passages, require_one_speaker

    if quote is not None and find is not None:
        raise click.UsageError("--quote and --find exclude each other.")
    if not on_terminal():
        _require_given(workspace, statement, source, quote, find)
    statement = statement if statement is not None else ask("Statement")
    if quote is None and find is None:
        quote = ask("Quote (paste it, or ? to look for one)")
        if quote == "?":
            quote, find = None, ask("Words to look for")
    if quote is None:
        quoted = _found(workspace, find or "", source)
    else:
        quoted = _one_of(workspace, passages(workspace, quote, source))
    require_one_speaker(workspace, quoted)
    return statement, quoted


def _require_given(
    workspace: Workspace, statement: str | None, source: str | None, quote: str | None, find: str | None
) -> None:
    """Raise a usage error that names what is missing; with --find, list the sentences first."""
    missing = ["--statement"] if statement is None else []
    if quote is None:
        missing.append("--quote")
        for line in _lines(workspace, find, source) if find is not None else ():
            click.echo(line)
    if missing:
        raise click.UsageError(f"missing: {', '.join(missing)} (nobody can be asked: this is no terminal).")


def _lines(workspace: Workspace, find: str, source: str | None) -> list[str]:
    from factcheck.edit.quoting import best_sentences

    return [_line(workspace, quoted) for quoted in best_sentences(workspace, find, _LISTED, source)]


def _line(workspace: Workspace, quoted: Quoted) -> str:
    from factcheck.edit.quoting import place
    from factcheck.reporters.text_add import passage_line
    from factcheck.text import visible

    return visible(f"“{' '.join(quoted.text.split())}” ({passage_line(quoted, place(workspace, quoted))})")


def _found(workspace: Workspace, words: str, source: str | None) -> Quoted:
    from factcheck.cli.asking import choose
    from factcheck.edit.quoting import best_sentences

    found = best_sentences(workspace, words, _LISTED, source)
    if not found:
        raise InputError(f"no sentence of the sources is near to “{words}”", "try other words")
    return found[choose("Which one", [_line(workspace, quoted) for quoted in found])]


def _one_of(workspace: Workspace, found: list[Quoted]) -> Quoted:
    """The passage that is meant, of several that are equally good."""
    from factcheck.cli.asking import choose, on_terminal
    from factcheck.edit.quoting import place

    if len(found) == 1:
        return found[0]
    if on_terminal():
        return found[
            choose("It stands more than once. Which one", [_line(workspace, item) for item in found])
        ]
    places = ", ".join(str(place(workspace, item)) for item in found[:3])
    more = ", …" if len(found) > 3 else ""
    raise InputError(f"the quote stands more than once: {places}{more}", "paste more of it, or give --source")


def _require_meant(quoted: Quoted, yes: bool) -> None:
    """Have a person say that a passage with other words is the one that is meant."""
    from factcheck.cli.asking import agree, on_terminal

    if not quoted.changes or yes or (on_terminal() and agree("Is this the passage")):
        return
    raise InputError("the quote is not verbatim", "paste it from the source, or take the passage with --yes")


def _write(
    console: Console, workspace: Workspace, draft: Draft, quoted: Quoted, file: str, diff: bool
) -> int:
    from factcheck.edit.adding import addition
    from factcheck.edit.applying import apply, locked
    from factcheck.edit.applying import diff as shown
    from factcheck.edit.quoting import place
    from factcheck.reporters.text_add import render_added

    if diff:
        console.write_diff(shown([addition(workspace.root, draft, quoted, file).edit]))
        return CLEAN
    with locked(workspace.root):
        made = addition(workspace.root, draft, quoted, file)
        apply(workspace.root, [made.edit])
    where = place(workspace, quoted)
    console.write(render_added(made.location, made.id, quoted, where, console.style()))
    return CLEAN
