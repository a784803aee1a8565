"""How much slower a million claims are than 150: `python -m benchmarks.archive --folder DIR`.

Synthetic workspaces (`benchmarks.synthetic`) of each size are written below the folder and indexed, with each
engine. Measured are, all as ratios within one run: building the index against loading the same claims into
SQLite; a lookup in a process of its own (processor time and peak memory, the operating system's own figures)
and lookups in one process, verdict and all, against the same at 150 claims without an index; and recall@10
against that of rapidfuzz's `token_set_ratio` over all claims, with 20 to 40 % and with 45 to 65 % of the words
changed, on the synthetic claims and, with `--data DIR`, on the claims of `retrieval/NAME_claims.jsonl`, whose
queries are also measured by MAP@5 through the index. Gives 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils
from tabulate import tabulate

from benchmarks import synthetic
from benchmarks.processes import Ran, environment, python
from benchmarks.ranked import DEPTH
from benchmarks.retrieval import measure, sets
from benchmarks.sets import SEED, read_rows
from benchmarks.synthetic import LARGE, SMALL, Changer, statements, write_archive
from factcheck.archive.layout import current_generation, folder_of
from factcheck.archive.store import Store
from factcheck.contents import claims_files
from factcheck.index.analysis import Analyser
from factcheck.index.disk import DiskIndex
from factcheck.index.engines import ENGINES
from factcheck.language.lexicon import DATA

BASE = 150
MILLION = 1_000_000
"""The bars are about so many claims."""
BARS = {
    "build / load": {"fts5": 3.0, "tantivy": 3.0},
    "cold": {"fts5": 2.0, "tantivy": 1.2},
    "warm": {"tantivy": 2.0},
    "memory": {"fts5": 1.5, "tantivy": 1.5},
}
RECALL_BARS = {"20-40 %": 0.99, "45-65 %": 0.97}
SHARES = {"20-40 %": SMALL, "45-65 %": LARGE}
WARM = """
import json, sys, time
import factcheck

workspace = factcheck.open_workspace(sys.argv[1])
statements = json.loads(sys.stdin.read())
workspace.lookup(statements[0])
times = []
for statement in statements:
    began = time.process_time()
    workspace.lookup(statement)
    times.append(1000 * (time.process_time() - began))
print(json.dumps(times))
"""


class Figure(NamedTuple):
    """A ratio that was measured."""

    name: str
    engine: str
    claims: int
    value: float
    bar: float | None
    detail: str
    least: bool = False
    """Whether the bar is a least value."""

    @property
    def missed(self) -> bool:
        """Whether the bar is missed."""
        if self.bar is None:
            return False
        return self.value < self.bar if self.least else self.value > self.bar


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a table, and give 1 where a bar is missed."""
    parser = argparse.ArgumentParser(prog="benchmarks.archive", description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--folder", type=Path, required=True, help="where the workspaces are written, and kept"
    )
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--engine", choices=ENGINES, action="append", help="default: both")
    parser.add_argument("--runs", type=int, default=15, help="of each process (default: 15)")
    parser.add_argument("--queries", type=int, default=100, help="for recall, each share (default: 100)")
    parser.add_argument("--data", type=Path, default=os.environ.get("FACTCHECK_BENCH_DATA"))
    parser.add_argument("--only", choices=["build", "speed", "recall"], action="append")
    options = parser.parse_args(arguments)
    parts = options.only or ["build", "speed", "recall"]
    engines = options.engine or list(ENGINES)
    found: list[Figure] = []
    for figure in measured(options, engines, parts):
        found.append(figure)
        print(_line(figure), flush=True)
    print()
    print(tabulate([row(figure) for figure in found], HEADERS, tablefmt="github"))
    return 1 if any(figure.missed for figure in found) else 0


def measured(options: argparse.Namespace, engines: Sequence[str], parts: Sequence[str]) -> Iterator[Figure]:
    """All figures, as they are measured."""
    folder: Path = options.folder
    base = written(folder, BASE, "plain")
    for claims in options.claims:
        loading = load(written(folder, claims, "plain"), folder) if "build" in parts else None
        for engine in engines:
            root = written(folder, claims, engine)
            if loading is not None or current_generation(folder_of(root)) is None:
                building = run(["index", "--engine", engine, "--workspace", str(root)], folder)
                if loading is not None:
                    detail = (
                        f"{building.wall:.1f} s / {loading.wall:.1f} s ({building.cpu:.1f} s / {loading.cpu:.1f} s "
                        f"of processor time), {building.peak // 1024} MB at most"
                    )
                    yield _figure("build / load", engine, claims, building.wall / loading.wall, detail)
            if "speed" in parts:
                yield from cold(base, root, engine, claims, folder, options.runs)
                yield warm(base, root, engine, claims, folder)
        if "recall" in parts:
            texts = list(statements(claims))
            yield from recall("synthetic", texts, folder, engines, options.queries)
    if "recall" in parts and options.data:
        for name, path, splits in sets(options.data):
            yield from on_real(name, path, splits, folder, engines, options.queries)


def _figure(name: str, engine: str, claims: int, value: float, detail: str) -> Figure:
    bar = BARS[name].get(engine) if claims >= MILLION else None
    return Figure(name, engine, claims, value, bar, detail)


def written(folder: Path, claims: int, engine: str) -> Path:
    """The workspace of that size for that engine, written if it is not there as it would be written now."""
    root, plain = folder / f"{engine}-{claims}", folder / f"plain-{claims}"
    made = sha256(Path(DATA).read_bytes() + Path(synthetic.__file__).read_bytes()).hexdigest()
    mark = root / "made-by"
    if mark.exists() and mark.read_text(encoding="ascii") == made:
        return root
    shutil.rmtree(root, ignore_errors=True)
    if root == plain:
        write_archive(root, claims)
    else:
        shutil.copytree(written(folder, claims, "plain"), root, copy_function=os.link)
        mark.unlink()
    mark.write_text(made, encoding="ascii")
    return root


def load(root: Path, folder: Path) -> Ran:
    """What it takes to load the claims of a workspace into a table of SQLite."""
    target = folder / "loaded.db"
    target.unlink(missing_ok=True)
    began, cpu = time.perf_counter(), time.process_time()
    connection = sqlite3.connect(target)
    connection.execute("CREATE TABLE claims (id TEXT PRIMARY KEY, statement TEXT, review TEXT)")
    for path in claims_files(root):
        with path.open(encoding="utf-8") as lines:
            rows = map(json.loads, lines)
            connection.executemany(
                "INSERT INTO claims VALUES (?, ?, ?)",
                ((row["id"], row["statement"], json.dumps(row["review"])) for row in rows),
            )
    connection.commit()
    connection.close()
    spent = Ran(time.process_time() - cpu, time.perf_counter() - began, 0, "")
    target.unlink()
    return spent


def run(arguments: Sequence[str], folder: Path) -> Ran:
    """Run the command to its end."""
    return python(["-m", "factcheck", *arguments], folder)


def cold(base: Path, root: Path, engine: str, claims: int, folder: Path, runs: int) -> Iterator[Figure]:
    """A lookup in a process of its own against the same at `BASE` claims: processor time, memory."""
    asked = changed(list(statements(BASE)), SMALL, runs + 1)
    spent: dict[Path, list[Ran]] = {base: [], root: []}
    for number, (_, statement) in enumerate(asked):
        for place, times in spent.items():
            one = run(["lookup", "--workspace", str(place), statement], folder)
            if number:  # the first round fills the caches
                times.append(one)
    mine, theirs = (
        (
            statistics.median(one.cpu for one in spent[place]),
            statistics.median(one.peak for one in spent[place]),
        )
        for place in (root, base)
    )
    detail = f"{1000 * mine[0]:.0f} ms / {1000 * theirs[0]:.0f} ms of processor time"
    yield _figure("cold", engine, claims, mine[0] / theirs[0], detail)
    detail = f"{mine[1] / 1024:.0f} MB / {theirs[1] / 1024:.0f} MB"
    yield _figure("memory", engine, claims, mine[1] / theirs[1], detail)


def warm(base: Path, root: Path, engine: str, claims: int, folder: Path) -> Figure:
    """Lookups in one process against the same at `BASE` claims."""
    asked = json.dumps([statement for _, statement in changed(list(statements(BASE)), SMALL, BASE)])
    medians = []
    for place in (root, base):
        command = [sys.executable, "-c", WARM, str(place)]
        ran = subprocess.run(
            command, input=asked, check=True, capture_output=True, text=True, env=environment(folder)
        )
        medians.append(statistics.median(json.loads(ran.stdout)))
    detail = f"{medians[0]:.2f} ms / {medians[1]:.2f} ms of processor time"
    return _figure("warm", engine, claims, medians[0] / medians[1], detail)


def changed(texts: Sequence[str], shares: tuple[float, float], count: int) -> list[tuple[int, str]]:
    """Seeded places of texts, each with its text changed."""
    changer = Changer(SEED)
    places = random.Random(SEED).sample(range(len(texts)), min(count, len(texts)))
    return [(place, changer.changed(texts[place], shares)) for place in places]


def recall(
    name: str, texts: Sequence[str], folder: Path, engines: Sequence[str], count: int
) -> Iterator[Figure]:
    """Recall@10 of each engine over that of `token_set_ratio`, for each share of words changed."""
    indexes = {engine: opened(index_of(name, texts, folder, engine)) for engine in engines}
    processed = [utils.default_process(text) for text in texts]
    for label, shares in SHARES.items():
        asked = changed(texts, shares, count)
        brute = sum(_has(place, by_ratio(query, processed)) for place, query in asked) / len(asked)
        for engine, index in indexes.items():
            hits = [places(index, query) for _, query in asked]
            own = sum(_has(place, found) for (place, _), found in zip(asked, hits, strict=True)) / len(asked)
            detail = f"{own:.4f} / {brute:.4f}, {len(asked)} queries, {label} of the words changed"
            title = f"recall@10, {name}"
            yield Figure(title, engine, len(texts), own / brute, RECALL_BARS[label], detail, least=True)


def places(index: DiskIndex, query: str) -> list[int]:
    """The places of the claims that an index finds."""
    return [hit.key - 1 for hit in index.search(query, DEPTH)]


def _has(place: int, found: Sequence[int]) -> bool:
    return place in found[:DEPTH]


def by_ratio(query: str, processed: Sequence[str]) -> list[int]:
    """The places of the texts most like the query by `token_set_ratio`."""
    asked = utils.default_process(query)
    return [
        place for _, _, place in process.extract(asked, processed, scorer=fuzz.token_set_ratio, limit=DEPTH)
    ]


def index_of(name: str, texts: Sequence[str], folder: Path, engine: str) -> Path:
    """The indexed workspace of a set: the synthetic one of that size, or one that is written for it."""
    root = written(folder, len(texts), engine) if name == "synthetic" else folder / f"{engine}-{name}"
    if not (root / "claims").exists():
        raise SystemExit(f"{root}: there is no such workspace")
    if current_generation(folder_of(root)) is None:
        run(["index", "--engine", engine, "--workspace", str(root)], folder)
    return root


def opened(root: Path) -> DiskIndex:
    """The index of a workspace; the keys of its claims are their places in its files, from 1."""
    generation = current_generation(folder_of(root))
    if generation is None:
        raise SystemExit(f"{root}: has no index")
    store = Store(generation)
    return DiskIndex(store, store.finder, Analyser(tuple(group.names for group in store.aliases)))


def on_real(
    name: str,
    path: Path,
    splits: Sequence[tuple[str, Path]],
    folder: Path,
    engines: Sequence[str],
    count: int,
) -> Iterator[Figure]:
    """Recall on real claims, and MAP@5 of real queries."""
    rows = read_rows(path)
    for engine in engines:
        root = folder / f"{engine}-{name}"
        write_real(root, rows)
        run(["index", "--engine", engine, "--workspace", str(root)], folder)
    yield from recall(name, [row["statement"] for row in rows], folder, engines, count)
    ids = [str(row["id"]) for row in rows]
    for engine in engines:
        index = opened(folder / f"{engine}-{name}")
        for split, queries in splits:
            asked = read_rows(queries)
            found = measure(partial(places, index), ids, asked)
            detail = ", ".join(f"{label} {value:.4f}" for label, value in found.items() if value is not None)
            yield Figure(f"MAP@5, {name} {split}", engine, len(rows), found["map@5"] or 0.0, None, detail)


def write_real(root: Path, rows: Sequence[dict[str, str]]) -> None:
    """Write a workspace of real claims anew."""
    shutil.rmtree(root, ignore_errors=True)
    (root / "claims").mkdir(parents=True)
    (root / "src_text").mkdir()
    with (root / "claims" / "real.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(_as_claim(number, row)) + "\n" for number, row in enumerate(rows))


def _as_claim(number: int, row: dict[str, str]) -> dict[str, object]:
    review = {
        "stance": "refutes",
        "rating": "False",
        "publisher": "Example Checks",
        "url": "https://example.org/1",
    }
    also = {"also": [row["title"]]} if row.get("title", "").strip() else {}
    return {"id": f"real-{number}", "statement": row["statement"], **also, "review": review}


HEADERS = ["measured", "engine", "claims", "ratio", "bar", ""]


def row(figure: Figure) -> list[object]:
    """A figure as a row of a table, under `HEADERS`."""
    bar = "" if figure.bar is None else f"{'>=' if figure.least else '<='} {figure.bar}"
    return [figure.name, figure.engine, f"{figure.claims:,}", f"{figure.value:.3f}", bar, figure.detail]


def _line(figure: Figure) -> str:
    return "  ".join(map(str, [*row(figure), "MISSED" if figure.missed else ""]))


if __name__ == "__main__":
    sys.exit(main())
