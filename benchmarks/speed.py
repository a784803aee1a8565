"""Speed beside others, as ratios of one run: `python -m benchmarks.speed --folder DIR`.

On the same claims, synthetic ones (`benchmarks.synthetic`) of each size and, with `--data DIR`, the real ones of
`retrieval/NAME_claims.jsonl`, each system answers the same queries in a process of its own: rapidfuzz
(`process.extract` and `process.cdist` with `token_set_ratio`), thefuzz, difflib (small sizes), SQLite's FTS5
over all words, bm25s, and factcheck with each engine. Measured are a cold query (a whole process: the operating
system's own account of its processor time), a warm one, its peak memory, building, what lies on disk, and
recall@10 of claims of which 20 to 40 % and 45 to 65 % of the words were changed. Then what factcheck's bars are
about: the ratios of `benchmarks.archive`, and batches by two processes against `process.extract`.

A system that is not installed is left out, and said so. `--output-format json` gives everything; `--plot FILE`
draws cost against size. Gives 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tabulate import tabulate

from benchmarks import archive
from benchmarks.batching import batches
from benchmarks.peers import BASELINE, OURS, PEERS, TEXTS, Peer
from benchmarks.processes import python
from benchmarks.retrieval import sets
from benchmarks.sets import read_rows
from benchmarks.synthetic import LARGE, SMALL, statements
from factcheck.archive.layout import current_generation, folder_of
from factcheck.index.engines import ENGINES

SIZES = (150, 10_000, 100_000, 1_000_000)
BASE = archive.BASE
PARTS = ("peers", "archive", "batch")


class Set(NamedTuple):
    """Claims that all systems are asked for."""

    name: str
    texts: Sequence[str]
    workspaces: Mapping[str, Path]
    """factcheck's, by how they are called."""


class Row(NamedTuple):
    """What one system takes on one set. None where it was not measured; times are of the processor."""

    system: str
    set: str
    claims: int
    cold_ms: float | None
    """A process that opens what there is and answers one query."""
    warm_ms: float
    clock_ms: float
    """A warm query by the clock: less than its processor time where several threads share it."""
    build_s: float | None
    memory_mb: float
    disk_mb: float
    recall_small: float
    recall_large: float
    queries: int
    """That were answered for each recall."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print tables or JSON, and give 1 where a bar is missed."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__, formatter_class=layout)
    parser.add_argument("--folder", type=Path, required=True, help="where sets and indexes are kept")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="of synthetic sets")
    parser.add_argument("--only", choices=PARTS, action="append")
    parser.add_argument("--peers", nargs="+", metavar="NAME", help="leave the other systems out")
    parser.add_argument(
        "--largest", type=int, default=10**9, help="claims from which on only factcheck is asked"
    )
    parser.add_argument("--quick", action="store_true", help="150 and 10,000 claims, few queries")
    parser.add_argument("--queries", type=int, default=100, help="of each kind (default: 100)")
    parser.add_argument(
        "--seconds", type=float, default=20.0, help="for warm queries of a system (default: 20)"
    )
    parser.add_argument("--runs", type=int, default=9, help="of a cold process (default: 9)")
    parser.add_argument("--data", type=Path, default=os.environ.get("FACTCHECK_BENCH_DATA"))
    parser.add_argument("--output-format", choices=["text", "json"], default="text")
    parser.add_argument("--from-json", type=Path, nargs="+", metavar="FILE", help="show what runs gave")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw cost against size (.svg or .png)")
    options = parser.parse_args(arguments)
    if options.quick:
        options.sizes = [150, 10_000] if options.sizes == list(SIZES) else options.sizes
        options.queries, options.seconds, options.runs = 20, 3.0, 3
    rows, figures = earlier(options.from_json) if options.from_json else measured(options)
    if options.plot:
        from benchmarks.plotting import draw

        draw(rows, options.plot)
    if options.output_format == "json":
        print(
            json.dumps(
                {"rows": [r._asdict() for r in rows], "figures": [f._asdict() for f in figures]}, indent=1
            )
        )
    else:
        print(tables(rows, figures))
    return 1 if any(figure.missed for figure in figures) else 0


def earlier(paths: Sequence[Path]) -> tuple[list[Row], list[archive.Figure]]:
    """What runs gave as JSON."""
    kept = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    rows = [Row(**row) for one in kept for row in one["rows"]]
    return rows, [archive.Figure(**figure) for one in kept for figure in one["figures"]]


def measured(options: argparse.Namespace) -> tuple[list[Row], list[archive.Figure]]:
    """All that is to be measured."""
    parts = options.only or PARTS
    options.folder.mkdir(parents=True, exist_ok=True)
    engines = [engine for engine in ENGINES if engine == "fts5" or _has_tantivy()]
    rows: list[Row] = []
    figures: list[archive.Figure] = []
    if "peers" in parts:
        for one in chosen_sets(options, engines):
            for row in compared(one, options):
                rows.append(row)
                note(f"{row.set}: {row.system}: warm {row.warm_ms:.2f} ms, recall {row.recall_small:.3f}")
    large = [size for size in options.sizes if size > BASE]
    if "archive" in parts and large:
        told = argparse.Namespace(**{**vars(options), "claims": large, "data": None})
        for figure in archive.measured(told, engines, ["build", "speed"]):
            figures.append(figure)
            note(f"{figure.name}, {figure.engine}, {figure.claims}: {figure.value:.2f} ({figure.detail})")
    if "batch" in parts:
        for size in large:
            figures += batches(options.folder, size, engines[-1], options)
    return rows, figures


def note(text: str) -> None:
    """Say how far it is."""
    print(text, file=sys.stderr, flush=True)


def _has_tantivy() -> bool:
    from importlib.util import find_spec

    found = find_spec("tantivy") is not None
    if not found:
        note('tantivy is not installed and is left out: pip install "factcheck-cli[archive]"')
    return found


def chosen_sets(options: argparse.Namespace, engines: Sequence[str]) -> Iterator[Set]:
    """The synthetic sets, and the real ones where there are any."""
    for size in options.sizes:
        plain = {"in memory": archive.written(options.folder, size, "plain")} if size <= BASE else {}
        kept = {engine: archive.written(options.folder, size, engine) for engine in engines if size > BASE}
        yield Set(f"synthetic-{size}", list(statements(size)), {**plain, **kept})
    for name, path, _ in sets(options.data) if options.data else ():
        rows = read_rows(path)
        kept = {engine: options.folder / f"{engine}-{name}" for engine in engines}
        for root in kept.values():
            archive.write_real(root, rows)
        yield Set(name, [row["statement"] for row in rows], kept)


def compared(one: Set, options: argparse.Namespace) -> Iterator[Row]:
    """What each system takes on a set."""
    folder: Path = options.folder / f"peers-{one.name}"
    folder.mkdir(exist_ok=True)
    (folder / TEXTS).write_text("\n".join(text.replace("\n", " ") for text in one.texts), encoding="utf-8")
    asked = {
        label: archive.changed(one.texts, shares, options.queries)
        for label, shares in (("small", SMALL), ("large", LARGE))
    }
    for label, root in one.workspaces.items():
        yield row_of(OURS, f"factcheck, {label}", one, root, asked, options)
    for peer in PEERS:
        if options.peers and peer.name not in options.peers:
            continue
        if not peer.is_there:
            note(f"{peer.name}: {peer.needs} is not installed and is left out: pip install {peer.needs}")
        elif len(one.texts) <= min(peer.most, options.largest):
            yield row_of(peer, peer.name, one, folder, asked, options)


def row_of(
    peer: Peer,
    system: str,
    one: Set,
    folder: Path,
    asked: Mapping[str, Sequence[tuple[int, str]]],
    options: argparse.Namespace,
) -> Row:
    """What a system takes on a set."""
    built = building(peer, folder, one, options)
    name = ["-m", "benchmarks.peers"]
    cold = []
    for _, query in asked["small"][: options.runs]:
        cold.append(python([*name, "ask", peer.name, str(folder)], options.folder, json.dumps([query])).cpu)
    recalls: list[float] = []
    answered: list[dict[str, Any]] = []
    memory = 0.0
    for queries in asked.values():
        told = json.dumps([query for _, query in queries])
        seconds = str(options.seconds / len(asked))
        ran = python([*name, "ask", peer.name, str(folder), "--seconds", seconds], options.folder, told)
        found = json.loads(ran.output)
        memory = max(memory, ran.peak / 1024)
        hits = [place in places for (place, _), places in zip(queries, found["found"], strict=False)]
        recalls.append(sum(hits) / len(hits))
        answered.append(found)
    return Row(
        system=system,
        set=one.name,
        claims=len(one.texts),
        cold_ms=round(1000 * statistics.median(cold), 1),
        warm_ms=round(statistics.median(answered[0]["cpu"]), 3),
        clock_ms=round(statistics.median(answered[0]["wall"]), 3),
        build_s=built,
        memory_mb=round(memory, 1),
        disk_mb=round(_size(folder, peer) / 1e6, 2),
        recall_small=round(recalls[0], 4),
        recall_large=round(recalls[1], 4),
        queries=min(len(found["found"]) for found in answered),
    )


def building(peer: Peer, folder: Path, one: Set, options: argparse.Namespace) -> float | None:
    """Seconds of processor time to build what a system keeps; None where that is nothing, or is there."""
    if peer is OURS:
        if one.workspaces.get("in memory") == folder:
            return None
        is_kept = current_generation(folder_of(folder)) is not None and len(one.texts) > 100_000
        engine = next(engine for engine, root in one.workspaces.items() if root == folder)
        arguments = ["-m", "factcheck", "index", "--engine", engine, "--workspace", str(folder)]
        return None if is_kept else round(python(arguments, options.folder).cpu, 2)
    if peer.build is None:
        return None
    for path in folder.iterdir():
        if path.name == "fts5.db" and "FTS5" in peer.name:
            path.unlink()
        elif path.name == peer.needs:
            shutil.rmtree(path)
    return round(python(["-m", "benchmarks.peers", "build", peer.name, str(folder)], options.folder).cpu, 2)


def _size(folder: Path, peer: Peer) -> int:
    """Bytes on disk: of the claims and of what the system keeps."""
    kept = {"FTS5, all words": "fts5.db", "bm25s": "bm25s/*"}.get(peer.name, TEXTS)
    pattern = "**/*" if peer is OURS else kept
    return sum(path.stat().st_size for path in folder.glob(pattern) if path.is_file())


HEADERS = (
    "system",
    "cold ms",
    "warm ms",
    "clock ms",
    "build s",
    "MB",
    "disk MB",
    "r@10 20-40 %",
    "45-65 %",
    "n",
)


def tables(rows: Sequence[Row], figures: Sequence[archive.Figure]) -> str:
    """The figures for people: a table for each set, with warm queries as ratios, and one of the bars."""
    parts = []
    for name in dict.fromkeys(row.set for row in rows):
        here = [row for row in rows if row.set == name]
        base = next((row for row in here if row.system == BASELINE), None)
        shown = [
            [row.system, *_shown(row), f"{base.warm_ms / row.warm_ms:.1f}" if base else ""] for row in here
        ]
        table = tabulate(shown, [*HEADERS, f"{BASELINE} / this"], tablefmt="github", disable_numparse=True)
        parts.append(f"{name}, {here[0].claims:,} claims:\n\n{table}")
    if figures:
        lines = [
            [*archive.row(figure)[:5], "missed" if figure.missed else "", figure.detail] for figure in figures
        ]
        headers = [*archive.HEADERS[:5], "", "measured"]
        parts.append(tabulate(lines, headers, tablefmt="github", disable_numparse=True))
    return "\n\n".join(parts)


def _shown(row: Row) -> list[str]:
    values = (row.cold_ms, row.warm_ms, row.clock_ms, row.build_s, row.memory_mb, row.disk_mb)
    texts = ["" if value is None else f"{value:,.2f}" if value < 10 else f"{value:,.0f}" for value in values]
    return [*texts, f"{row.recall_small:.3f}", f"{row.recall_large:.3f}", str(row.queries)]


if __name__ == "__main__":
    raise SystemExit(main())
