"""`factcheck import`: claims of other makers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from factcheck.cli.common import CLEAN, FINDINGS, Console, FactcheckCommand
from factcheck.cli.options import allow_empty_option, shared_options
from factcheck.errors import InputError
from factcheck.files import standard_input

if TYPE_CHECKING:
    from factcheck.importing import Import, Plan
    from factcheck.importing.ratings import Ratings
    from factcheck.workspace import Workspace

_KINDS = ("json", "html", "csv", "tsv", "jsonl")


def _pairs(
    _ctx: click.Context, param: click.Parameter, words: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    pairs = [word.rpartition("=") if param.name == "changes" else word.partition("=") for word in words]
    for word, (left, _, right) in zip(words, pairs, strict=True):
        if not left.strip() or not right.strip():
            raise click.BadParameter(f"{word!r} is not two words with = between them.")
    return tuple((left.strip(), right.strip()) for left, _, right in pairs)


@click.command("import", cls=FactcheckCommand)
@click.argument("file", metavar="[FILE]", required=False)
@click.option("--into", metavar="FILE", help="The claims file to add to: claims/NAME.jsonl.")
@click.option(
    "--rejected",
    metavar="FILE",
    help="Write what is not taken in to FILE.  [default: claims/NAME.rejected.jsonl]",
)
@click.option(
    "--input-format",
    type=click.Choice(_KINDS),
    help="What the input is.  [default: by its name; json on standard input]",
)
@click.option(
    "--column",
    "columns",
    metavar="FIELD=HEADER",
    multiple=True,
    callback=_pairs,
    help="The column, or key, of a field, where it has another name (repeatable).",
)
@click.option(
    "--rating",
    "changes",
    metavar="WORDS=STANCE",
    multiple=True,
    callback=_pairs,
    help="What a rating does to the claim: supports, refutes or neither (repeatable); "
    "given here, those of the settings do not count.",
)
@click.option("--ratings", "show", is_flag=True, help="Print the table of ratings that holds, and end.")
@click.option("--strict", is_flag=True, help="Exit 1 if anything is rejected.")
@allow_empty_option
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print what was done.",
)
@shared_options(formats=False)
@click.pass_obj
def command(
    console: Console,
    file: str | None,
    into: str | None,
    rejected: str | None,
    input_format: str | None,
    columns: tuple[tuple[str, str], ...],
    changes: tuple[tuple[str, str], ...],
    show: bool,
    strict: bool,
    allow_empty: bool,
) -> int:
    """Import claims: ClaimReview of a page or an archive (JSON-LD, DataFeed), CSV, TSV, JSON Lines.

    A publisher's rating becomes a stance by a table (--ratings prints it, [import.rating] in the settings
    or --rating changes it). Such a claim is found and shown with the publisher's verdict and its address;
    it is never called verbatim. A row with a source of the workspace and a quote becomes a claim with
    evidence. What is not taken in is written aside, with the reason. An import that breaks off goes on
    where it was when the same command is run again, and nothing is added twice.

    \b
    Fields of a table: statement, also, rating, stance, publisher, url, issued, claimant, claimed_on,
    source, quote, prefix, suffix, speaker, tags, note, id, checked_by, checked_on. Several wordings
    in `also` are divided by |, tags by a comma.

    Exits 1 if nothing fits or the input breaks off before its end.

    \b
    Examples:
      factcheck import factcheck-feed.json --into claims/archive.jsonl
      factcheck import page.html --into claims/pages.jsonl --rating "Half true=refutes"
      factcheck import sheet.csv --into claims/sheet.jsonl --column statement=Claim --column url=Link
      factcheck import --ratings
    """
    from factcheck.importing.ratings import Ratings

    ratings = Ratings(_stances(changes))
    if show:
        console.write(ratings.written())
        return CLEAN
    if not file or not into:
        raise click.UsageError(
            f"{'FILE' if not file else '--into'} is missing: factcheck import FILE --into claims/NAME.jsonl"
        )
    workspace = console.find_own()
    plan = _plan(workspace, file, into, rejected, input_format, dict(columns), ratings)
    done = _run(console, workspace, plan, file)
    if not done.counts.items and not allow_empty:
        raise InputError(f"{plan.shown}: holds nothing to import", "--input-format says what it is")
    _report(console, done)
    counts = done.counts
    nothing = bool(counts.items) and not counts.added + counts.known
    return FINDINGS if done.broken or nothing or (strict and counts.rejected) else CLEAN


def _stances(changes: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    from factcheck.importing.ratings import STANCES

    for words, stance in changes:
        if stance.lower() not in STANCES:
            raise click.BadParameter(f"{words}={stance}: {stance!r} is not one of {', '.join(STANCES)}.")
    return [(words, stance.lower()) for words, stance in changes]


def _plan(
    workspace: Workspace,
    file: str,
    into: str,
    rejected: str | None,
    input_format: str | None,
    columns: dict[str, str],
    ratings: Ratings,
) -> Plan:
    from factcheck.contents import REJECTED
    from factcheck.edit.adding import claims_path
    from factcheck.importing import Plan
    from factcheck.importing.inputs import kind_of
    from factcheck.importing.rows import FIELDS
    from factcheck.schema import nearest

    for field in columns:
        if field not in FIELDS:
            near = nearest(field, list(FIELDS))
            raise InputError(
                f"there is no field `{field}`", f"did you mean `{near}`?" if near else ", ".join(FIELDS)
            )
    path = claims_path(workspace.root, into)
    if not path.endswith(".jsonl") or path.endswith(REJECTED):
        raise InputError(f"{into}: claims are imported into JSON Lines", "name a file claims/NAME.jsonl")
    target = workspace.root / path
    aside = Path(rejected) if rejected else target.with_name(target.name.removesuffix(".jsonl") + REJECTED)
    told = rejected or path.removesuffix(".jsonl") + REJECTED
    if rejected and _is_claims_file(workspace, aside):
        raise InputError(f"{rejected}: would be read as claims", "name a file elsewhere")
    for other in (target, aside):
        if file != "-" and other.exists() and Path(file).exists() and other.samefile(file):
            raise InputError(f"{file}: is what would be written to", "name another --into or --rejected")
    kind = "json" if file == "-" and not input_format else kind_of(file, input_format)
    shown = "<stdin>" if file == "-" else file
    return Plan(shown, kind, target, aside, path, told, ratings, columns)


def _is_claims_file(workspace: Workspace, path: Path) -> bool:
    from factcheck.contents import REJECTED

    if path.suffix not in (".jsonl", ".toml") or path.name.endswith(REJECTED):
        return False
    return path.resolve().parent == (workspace.root / "claims").resolve()


def _run(console: Console, workspace: Workspace, plan: Plan, file: str) -> Import:
    from factcheck.cli.progress import Progress
    from factcheck.edit.applying import locked
    from factcheck.files import uncollected
    from factcheck.importing import import_claims

    quiet = console.verbosity < 0
    with (
        locked(workspace.root),
        _opened(file) as (stream, size),
        uncollected(),
        Progress(f"importing {plan.shown}", size, quiet=quiet) as bar,
    ):
        reached = 0

        def progress(offset: int) -> None:
            nonlocal reached
            bar.advance(offset - reached)
            reached = offset

        try:
            return import_claims(workspace, stream, plan, progress, resumable=file != "-")
        except KeyboardInterrupt:
            console.note(f"stopped: what is done is in {plan.into}; the same command goes on from there")
            raise


@contextmanager
def _opened(file: str) -> Iterator[tuple[BinaryIO, int | None]]:
    """The input and its size in bytes."""
    if file == "-":
        yield standard_input(), None
        return
    path = Path(file)
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        raise InputError(f"{file}: there is no such file", "check the path") from None
    except IsADirectoryError:
        raise InputError(f"{file}: is a folder, not a file", "name a file in it") from None
    except (OSError, ValueError) as error:
        from factcheck.mends import of_reading, reason_of

        raise InputError(f"{file}: cannot be read: {reason_of(error)}", of_reading(error)) from None
    with stream:
        yield stream, os.fstat(stream.fileno()).st_size


def _report(console: Console, done: Import) -> None:
    from factcheck.reporters.importing import render_import, render_import_json

    if done.note:
        console.note(f"{done.path}: {done.note}")
    if console.output_format == "json":
        console.write(render_import_json(done), for_people=False)
    elif console.verbosity >= 0:
        console.write(render_import(done, console.style()))
