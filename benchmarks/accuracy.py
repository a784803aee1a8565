"""Measure accuracy: `python -m benchmarks.accuracy --data DIR [--output-format json] [--limit N]`.

DIR (or FACTCHECK_BENCH_DATA) is searched for sets by name, all JSON Lines:
  pairs/NAME.jsonl                      statement, evidence, label
  statements/NAME.jsonl                 statement, label, quote (that must come back, or null), kind
  retrieval/NAME_claims.jsonl           id, statement, title
  retrieval/NAME_SPLIT_queries.jsonl    id, query, relevant (ids)

Statements are looked up in the workspace (--workspace, else the one found from here). The rapidfuzz
baseline of a labelled set is the single ratio with the single threshold that get most labels right, chosen
on the same rows, which flatters them; it can say supported or not-enough-info only. BM25 and
`token_set_ratio` are the baselines of retrieval. A quote has come back when a returned span contains it or
overlaps it by half of its length. Parameters are fitted on `--part fitting`; figures to quote are those of
`--part measured`, a third of each file (see `benchmarks/sets.py`). Nothing is random but what is seeded.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.accuracy_report import as_json, as_table
from benchmarks.labelled import Result, Row, on_pairs, on_statements
from benchmarks.metrics import LABELS
from benchmarks.ranked import on_retrieval
from benchmarks.sets import part, read_rows, sample
from factcheck.api import open_workspace
from factcheck.errors import FactcheckError

ENVIRONMENT = "FACTCHECK_BENCH_DATA"
PARTS = ("measured", "fitting", "all")
KEYS = {
    "pairs": ("statement", "evidence", "label"),
    "statements": ("statement", "label"),
    "claims": ("id", "statement"),
    "queries": ("query", "relevant"),
}


class DataError(Exception):
    """What is wrong with the sets, in one line."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rows of each file are run, and against which workspace."""

    part: str
    limit: int | None
    workspace: str | None

    def rows(self, path: Path, kind: str) -> list[dict[str, Any]]:
        """The chosen rows of a file. Raises `DataError` for what is no row of this kind."""
        found = checked_rows(path, kind)
        if self.part != "all":
            found = part(found, measured=self.part == "measured")
        return sample(found, self.limit)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Gives 0, or 2 where there is nothing to measure."""
    options = parse(arguments)
    if options.data is None:
        return fail(f"no data: give --data DIR, or set {ENVIRONMENT}")
    choice = Choice(options.part, options.limit, options.workspace)
    try:
        results = list(measure(Path(options.data), choice))
    except (DataError, FactcheckError) as error:
        return fail(str(error))
    if options.output_format == "json":
        print(as_json(results, choice.part, choice.limit))
    else:
        print(as_table(results, choice.part))
    return 0


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options. Leaves with exit code 2 for wrong ones."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("benchmarks.accuracy", description=__doc__, formatter_class=layout)
    parser.add_argument("--data", metavar="DIR", default=os.environ.get(ENVIRONMENT))
    parser.add_argument("--output-format", choices=("text", "json"), default="text")
    parser.add_argument("--limit", type=positive, metavar="N", help="a seeded sample of N rows of each set")
    parser.add_argument("--part", choices=PARTS, default="all", help="which rows of each set (default: all)")
    parser.add_argument("--workspace", metavar="DIR", help="what statements/*.jsonl are looked up in")
    return parser.parse_args(arguments)


def positive(text: str) -> int:
    """A whole number from 1 up."""
    value = int(text)
    if value < 1:
        raise ValueError
    return value


def fail(message: str) -> int:
    """Tell what is wrong on standard error, and give the exit code for it."""
    print(f"benchmarks.accuracy: {message}", file=sys.stderr)
    return 2


def measure(data: Path, choice: Choice) -> Iterator[Result]:
    """All results, in the order of the sets' names. Raises `DataError` where there are no sets."""
    pairs = sorted((data / "pairs").glob("*.jsonl"))
    statements = sorted((data / "statements").glob("*.jsonl"))
    retrieval = list(retrieval_files(data / "retrieval"))
    if not (pairs or statements or retrieval):
        wanted = (
            "pairs/*.jsonl, statements/*.jsonl, retrieval/NAME_claims.jsonl with NAME_SPLIT_queries.jsonl"
        )
        raise DataError(f"{data}: no sets here; looked for {wanted}")
    for path in pairs:
        name = f"pairs/{path.stem}"
        yield from on_pairs(name, choice.rows(path, "pairs"), watching(name))
    if statements:
        workspace = open_workspace(choice.workspace)
        for path in statements:
            name = f"statements/{path.stem}"
            yield from on_statements(name, choice.rows(path, "statements"), workspace, watching(name))
    for claims, queries in retrieval:
        name = f"retrieval/{queries.stem.removesuffix('_queries')}"
        rows = choice.rows(queries, "queries")
        yield from on_retrieval(name, checked_rows(claims, "claims"), rows, watching(name))


def retrieval_files(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Each file of queries with the file of claims that it is for: the one with the longest name that fits."""
    claims = {path.stem.removesuffix("_claims"): path for path in sorted(folder.glob("*_claims.jsonl"))}
    for path in sorted(folder.glob("*_queries.jsonl")):
        stem = path.stem.removesuffix("_queries")
        names = [name for name in claims if stem == name or stem.startswith(f"{name}_")]
        if not names:
            raise DataError(f"{path}: no claims for these queries: there is no NAME_claims.jsonl beside them")
        yield claims[max(names, key=len)], path


def checked_rows(path: Path, kind: str) -> list[dict[str, Any]]:
    """The rows of a file. Raises `DataError`, with the place, for a row that lacks a key or has a wrong label."""
    try:
        rows = read_rows(path)
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: cannot be read: {error}") from None
    for number, row in enumerate(rows, 1):
        missing = [key for key in KEYS[kind] if not isinstance(row, dict) or key not in row]
        if missing:
            raise DataError(f"{path}: row {number}: no key {', '.join(missing)}")
        if "label" in KEYS[kind] and row["label"] not in LABELS:
            raise DataError(f"{path}: row {number}: {row['label']!r} is not one of {', '.join(LABELS)}")
    return rows


def watching(name: str) -> Callable[[Sequence[Row]], Iterable[Row]]:
    """A watch that tells on standard error which set is run, and on a terminal how far it is."""

    def watch(rows: Sequence[Row]) -> Iterator[Row]:
        live = sys.stderr.isatty()
        for number, row in enumerate(rows):
            if live and number % 20 == 0:
                print(f"\r{name}: {number} of {len(rows)}", end="", file=sys.stderr, flush=True)
            yield row
        start = "\r" if live else ""
        print(f"{start}{name}: {len(rows)} rows done", file=sys.stderr, flush=True)

    return watch


if __name__ == "__main__":
    sys.exit(main())
