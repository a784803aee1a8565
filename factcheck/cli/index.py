"""`factcheck index`: an index on disk, for workspaces of many claims."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.common import CLEAN, FINDINGS, Console, FactcheckCommand
from factcheck.cli.options import shared_options
from factcheck.errors import InputError
from factcheck.reporters.layout import plural

if TYPE_CHECKING:
    from factcheck.archive.indexing import Status


@click.command("index", cls=FactcheckCommand)
@click.option(
    "--engine",
    type=click.Choice(["fts5", "tantivy"]),
    help="What finds candidates.  [default: tantivy if it is installed, else fts5]",
)
@click.option("--status", is_flag=True, help="Tell what index there is; exit 1 if it is not up to date.")
@shared_options(formats=False)
@click.pass_obj
def command(console: Console, engine: str | None, status: bool) -> int:
    """Compile the workspace into .factcheck/, so that answers come as fast from a million claims.

    Every command then reads the claims by key. What changes in claims/ is noticed and put in by itself;
    delete .factcheck/ to be without an index. tantivy comes with: pip install "factcheck-cli[archive]".

    An index that is damaged is built anew where that shows: in a file of tantivy that has another size or
    another time than it was written with, in a claim that does not fit its checksum, in tables that SQLite
    cannot read. What changes on the disk under the same size and time does not show by itself: --status reads
    all that tantivy wrote; of the tables of FTS5 no command does.

    \b
    Examples:
      factcheck index
      factcheck index --engine fts5 --workspace archive
      factcheck index --status
    """
    from factcheck.archive.indexing import build_index, index_status
    from factcheck.finding import find_workspace

    place = find_workspace(Path.cwd(), console.workspace)
    if status:
        found = index_status(place, thorough=True)
        console.write(_told(found))
        return CLEAN if found.is_current else FINDINGS
    if place.bundled:
        raise InputError("the bundled workspace is not written to", "`factcheck init` makes one of your own")
    with _progress(place.root, quiet=console.verbosity < 0) as advance:
        found = build_index(place, engine, advance)
    if console.verbosity >= 0:
        console.write(_told(found))
    return CLEAN


def _told(found: Status) -> str:
    state = _state(found)
    if found.engine is None:
        return f"{state}\n"
    size = f"{found.size / 1e6:,.1f} MB"
    entries = f"{found.entries:,} {'entry' if found.entries == 1 else 'entries'}"
    claims = plural(found.claims, "claim")
    return f"{found.folder}: {claims}, {entries}, {found.engine}, {size}, {state}\n"


def _state(found: Status) -> str:
    if found.damage:
        return f"the index is damaged ({found.damage}): `factcheck index` builds it anew"
    if found.is_of_another_version:
        return "the index is of another version of factcheck: `factcheck index` builds it anew"
    if found.engine is None:
        return "no index: `factcheck index` builds one"
    return "up to date" if found.is_current else "out of date"


@contextmanager
def _progress(root: Path, *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """A progress bar over the bytes of the claims files, where somebody is looking."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    from factcheck.contents import claims_files

    whole = sum(path.stat().st_size for path in claims_files(root))
    with click.progressbar(length=whole, label="Indexing", file=sys.stderr) as bar:
        yield bar.update
