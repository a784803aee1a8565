"""What others find claims with, each in a process of its own: `python -m benchmarks.peers build|ask NAME FOLDER`.

`build` makes what a system keeps on disk from `FOLDER/texts.txt`, a claim a line; `ask` opens that, answers
the queries that stand on standard input as a JSON list, until `--seconds` have gone by (three at least), and
prints the processor time and the time on the clock of each (milliseconds) and the places of what it found.
For `factcheck` the folder is a workspace whose claims' ids end in their places.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

TEXTS = "texts.txt"
DEPTH = 10
"""How many claims each system gives."""
AT_ONCE = 8
"""Queries that `cdist` is given at once: its matrix is that times the number of claims."""
LEAST = 3
"""Queries that are answered however long they take."""
Ask = Callable[[Sequence[str]], list[list[int]]]
"""Queries to the places of claims, the best first."""


class Peer(NamedTuple):
    """A system: how what it keeps on disk is built, and how it is opened."""

    name: str
    open: Callable[[Path], Ask]
    build: Callable[[Path], None] | None = None
    """None where it keeps nothing but the texts."""
    needs: str = ""
    """The library that it is."""
    most: int = 10**9
    """Claims from which on it takes too long to be waited for."""
    at_once: int = 1
    """Queries that it answers together."""

    @property
    def is_there(self) -> bool:
        """Whether its library is installed."""
        return not self.needs or find_spec(self.needs) is not None


def read_texts(folder: Path) -> list[str]:
    """The claims of a set."""
    return (folder / TEXTS).read_text(encoding="utf-8").split("\n")


def _one_by_one(ask: Callable[[str], list[int]]) -> Ask:
    return lambda queries: [ask(query) for query in queries]


def _extract(folder: Path) -> Ask:
    from rapidfuzz import fuzz, process, utils

    texts = [utils.default_process(text) for text in read_texts(folder)]

    def ask(query: str) -> list[int]:
        asked = utils.default_process(query)
        return [row[2] for row in process.extract(asked, texts, scorer=fuzz.token_set_ratio, limit=DEPTH)]

    return _one_by_one(ask)


def _cdist(folder: Path) -> Ask:
    from rapidfuzz import fuzz, process, utils

    numpy = import_module("numpy")
    texts = [utils.default_process(text) for text in read_texts(folder)]

    def ask(queries: Sequence[str]) -> list[list[int]]:
        asked = [utils.default_process(query) for query in queries]
        matrix = process.cdist(asked, texts, scorer=fuzz.token_set_ratio, workers=2, dtype=numpy.float32)
        return [row[:DEPTH].tolist() for row in numpy.argsort(-matrix, axis=1, kind="stable")]

    return ask


def _thefuzz(folder: Path) -> Ask:
    fuzz, process = import_module("thefuzz.fuzz"), import_module("thefuzz.process")
    texts = dict(enumerate(read_texts(folder)))

    def ask(query: str) -> list[int]:
        return [row[2] for row in process.extract(query, texts, scorer=fuzz.token_set_ratio, limit=DEPTH)]

    return _one_by_one(ask)


def _difflib(folder: Path) -> Ask:
    from difflib import get_close_matches

    texts = read_texts(folder)
    places = {text: place for place, text in enumerate(texts)}
    return _one_by_one(
        lambda query: [places[text] for text in get_close_matches(query, texts, DEPTH, cutoff=0.0)]
    )


def _build_fts5(folder: Path) -> None:
    connection = sqlite3.connect(folder / "fts5.db")
    connection.execute("CREATE VIRTUAL TABLE claims USING fts5(statement)")
    connection.executemany(
        "INSERT INTO claims (statement) VALUES (?)", ([text] for text in read_texts(folder))
    )
    connection.commit()
    connection.close()


def _fts5(folder: Path) -> Ask:
    connection = sqlite3.connect(folder / "fts5.db")

    def ask(query: str) -> list[int]:
        words = "".join(letter if letter.isalnum() else " " for letter in query).split()
        wanted = " OR ".join(f'"{word}"' for word in words)
        found = connection.execute(
            "SELECT rowid FROM claims WHERE claims MATCH ? ORDER BY rank LIMIT ?", (wanted, DEPTH)
        )
        return [row[0] - 1 for row in found]

    return _one_by_one(ask)


def _build_bm25s(folder: Path) -> None:
    bm25s = import_module("bm25s")
    made = bm25s.BM25()
    made.index(bm25s.tokenize(read_texts(folder), show_progress=False), show_progress=False)
    made.save(str(folder / "bm25s"))


def _bm25s(folder: Path) -> Ask:
    bm25s = import_module("bm25s")
    kept = bm25s.BM25.load(str(folder / "bm25s"))

    def ask(query: str) -> list[int]:
        asked = bm25s.tokenize(query, show_progress=False)
        found, _ = kept.retrieve(asked, k=DEPTH, show_progress=False, n_threads=0)
        return [int(place) for place in found[0]]

    return _one_by_one(ask)


def _factcheck(folder: Path) -> Ask:
    from factcheck.checking import opened
    from factcheck.finding import Place

    workspace = opened(Place(folder))

    def ask(query: str) -> list[int]:
        found = [candidate.claim for candidate, _ in workspace.found(query, DEPTH)]
        return [int(claim.id.rpartition("-")[2]) for claim in found if claim is not None]

    return _one_by_one(ask)


OURS = Peer("factcheck", _factcheck)
"""Retrieval alone; the index of the workspace is built by `factcheck index`."""
PEERS = (
    Peer("rapidfuzz extract", _extract),
    Peer("rapidfuzz cdist, 2 threads", _cdist, needs="numpy", at_once=AT_ONCE, most=100_000),
    Peer("thefuzz extract", _thefuzz, needs="thefuzz", most=100_000),
    Peer("difflib", _difflib, most=10_000),
    Peer("FTS5, all words", _fts5, _build_fts5),
    Peer("bm25s", _bm25s, _build_bm25s, needs="bm25s"),
)
BASELINE = PEERS[0].name
BY_NAME = {peer.name: peer for peer in (OURS, *PEERS)}


def answer(peer: Peer, folder: Path, queries: Sequence[str], seconds: float) -> dict[str, object]:
    """The times (milliseconds) and the answers of as many queries as fit in so many seconds."""
    ask = peer.open(folder)
    ask(queries[:1])  # what is loaded at the first query is none of the others
    cpu: list[float] = []
    wall: list[float] = []
    found: list[list[int]] = []
    began = time.perf_counter()
    for start in range(0, len(queries), peer.at_once):
        if len(found) >= LEAST and time.perf_counter() - began > seconds:
            break
        some = queries[start : start + peer.at_once]
        clock, used = time.perf_counter(), time.process_time()
        found += ask(some)
        used, clock = time.process_time() - used, time.perf_counter() - clock
        cpu += [1000 * used / len(some)] * len(some)
        wall += [1000 * clock / len(some)] * len(some)
    return {"cpu": cpu, "wall": wall, "found": found}


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, or ask."""
    parser = argparse.ArgumentParser(prog="benchmarks.peers", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("action", choices=["build", "ask"])
    parser.add_argument("name", choices=list(BY_NAME))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=20.0)
    options = parser.parse_args(arguments)
    peer = BY_NAME[options.name]
    if options.action == "build":
        if peer.build is not None:
            peer.build(options.folder)
        return 0
    queries = json.loads(sys.stdin.read())
    if len(queries) == 1:
        print(json.dumps(peer.open(options.folder)(queries)))
        return 0
    print(json.dumps(answer(peer, options.folder, queries, options.seconds)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
