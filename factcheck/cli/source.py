"""`factcheck source`: the texts that claims quote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.common import CLEAN, USAGE, Console, FactcheckCommand
from factcheck.cli.describing import asked_people, described, laid_out, person
from factcheck.cli.options import shared_options
from factcheck.model import Layout, Person
from factcheck.text import visible

if TYPE_CHECKING:
    from factcheck.edit.extracting import Extracted
    from factcheck.edit.sourcing import SourceDraft

_LAYOUTS = ("none", "turns-by-marker", "turns-by-name")


@click.group("source", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> int:
    """Take in the texts that claims quote.

    \b
    Examples:
      factcheck source add interview.txt
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
    return USAGE


def _people(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[Person, ...]:
    return tuple(person(value) for value in values)


def _names(
    _ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    pairs = [tuple(part.strip() for part in value.partition("=")[::2]) for value in values]
    for value, (label, speaker) in zip(values, pairs, strict=True):
        if not label or not speaker:
            raise click.BadParameter(f"{value!r} is not LABEL=SPEAKER.")
    return tuple((label, speaker) for label, speaker in pairs)


@command.command("add", cls=FactcheckCommand)
@click.argument("file", metavar="FILE")
@click.option("--id", "identifier", metavar="ID", help="The source's id.  [default: of the file's name]")
@click.option("--title", metavar="TEXT", help="Its title.")
@click.option("--kind", metavar="WORD", help="What it is: interview, report, briefing, article, …")
@click.option("--publisher", metavar="NAME", help="Who published it.")
@click.option("--issued", metavar="DATE", help="When: 2025, 2025-07 or 2025-07-22.")
@click.option("--language", metavar="TAG", help="Its language.  [default: en]")
@click.option("--url", metavar="URL", help="Where it was found.")
@click.option(
    "--person",
    "people",
    metavar="'NAME, ROLE[, OFFICE]'",
    multiple=True,
    callback=_people,
    help="Who had a part in it (repeatable).",
)
@click.option("--layout", type=click.Choice(_LAYOUTS), help="How turns are marked.  [default: none]")
@click.option("--marker", metavar="TEXT", help="What a turn begins with.  [default: '- ']")
@click.option("--order", metavar="NAME", multiple=True, help="Who takes turns, in order (repeatable).")
@click.option(
    "--name",
    "names",
    metavar="LABEL=SPEAKER",
    multiple=True,
    callback=_names,
    help="Whose turns a label begins, as in 'Q=Ann Lee' (repeatable).",
)
@click.option("--speaker", metavar="NAME", help="Who speaks where there are no turns.")
@click.option("--introduction", metavar="NAME", help="Who speaks before the first turn and in headings.")
@click.option(
    "--headings", type=click.Choice(["none", "capitals", "numbered"]), help="What headings look like."
)
@click.option(
    "--credit-lines", type=click.IntRange(0), default=0, help="How many paragraphs at the end are credits."
)
@shared_options(formats=False)
@click.pass_obj
def add(
    console: Console,
    file: str,
    identifier: str | None,
    title: str | None,
    kind: str | None,
    publisher: str | None,
    issued: str | None,
    language: str | None,
    url: str | None,
    people: tuple[Person, ...],
    layout: str | None,
    marker: str | None,
    order: tuple[str, ...],
    names: tuple[tuple[str, str], ...],
    speaker: str | None,
    introduction: str | None,
    headings: str | None,
    credit_lines: int,
) -> int:
    """Take a text in: FILE is .txt, .md, .html (extra `html`) or .pdf (extra `pdf`).

    The text goes to src_text/, the file as it came to src_text/originals/, and its description with its
    hash to src_text/sources.toml. On a terminal, what is missing is asked for, and the layout that the
    text seems to have is offered.

    \b
    Examples:
      factcheck source add interview.txt
      factcheck source add report.pdf --title "The port" --kind report --publisher Lume --issued 2024-06
      factcheck source add talk.txt --layout turns-by-name --name Q="Tomas Reyl" --name A="Ines Varga"
    """
    from factcheck.edit.extracting import extract

    workspace = console.find_own()
    extracted = extract(Path(file), file)
    said = {
        "title": title,
        "kind": kind,
        "publisher": publisher,
        "issued": issued,
        "language": language,
        "url": url,
    }
    metadata = described(said, extracted)
    given = Layout(
        type=layout or "none",
        speaker=speaker,
        introduction=introduction,
        marker=marker or "- ",
        order=order,
        names=names,
        headings=headings or "none",
        credit_lines=credit_lines,
    )
    turns = laid_out(console, given, layout, extracted)
    draft = _draft(metadata, identifier or _id_of(file), asked_people(people, turns), turns)
    return _write(console, workspace.root, draft, extracted, Path(file))


def _id_of(file: str) -> str:
    from factcheck.edit.adding import slug

    return slug(Path(file).stem)


def _draft(
    said: dict[str, str | None], identifier: str, people: tuple[Person, ...], layout: Layout
) -> SourceDraft:
    from factcheck.edit.sourcing import SourceDraft

    return SourceDraft(
        id=identifier,
        title=said["title"] or "",
        kind=said["kind"] or "",
        publisher=said["publisher"] or "",
        issued=said["issued"] or "",
        language=said["language"] or "en",
        url=said["url"],
        people=people,
        layout=layout,
    )


def _write(console: Console, root: Path, draft: SourceDraft, extracted: Extracted, file: Path) -> int:
    from factcheck.edit.applying import apply, locked
    from factcheck.edit.sourcing import source_edits

    with locked(root):
        written = apply(root, source_edits(root, draft, extracted, file))
    lines = [f"{visible(path)}: written" for path in written[:-1]]
    lines.append(f"{visible(written[-1])}: added {draft.id}")
    console.write("\n".join(lines) + "\n")
    return CLEAN
