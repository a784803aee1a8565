"""Claims files read in pieces, so that memory stays the same whatever their size.

JSON Lines are cut into batches of lines; a batch is read by itself, in this process or another.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from factcheck.archive.rows import checksum, joined
from factcheck.claims import load_claims
from factcheck.compiled import claim_row
from factcheck.datafiles import parse_json_object
from factcheck.files import BOM
from factcheck.index.analysis import Analyser
from factcheck.model import Claim, Diagnostic
from factcheck.schema import acceptor, load_schema

BATCH = 1 << 20
"""Bytes of a batch, about."""
Row = tuple[int, str, str, str, int | None]
"""A claim as it is kept, without what its evidence adds: its line; its id; JSON, the line of a JSON Lines file or
the fields of a claim of a TOML file; the terms of its wordings, texts one a line, terms with spaces between; and
the checksum of these, None for a claim with evidence. A plain tuple: that travels fast between processes."""


class Batch(NamedTuple):
    """What a batch of lines holds."""

    rows: list[Row]
    reader: int
    """Who read it."""
    terms: list[str]
    """Those of the rows without evidence that this reader had not met in a batch before."""
    counts: bytes
    """How many rows of all its batches have each of the terms that it has met, as `array("I")`."""
    words: list[str]
    """Pieces of text, between white space, that the reader had not met before; for the speller."""
    is_wrong: bool
    """Whether a line is none of a claim: `load_claims` tells which, and why."""


class BatchReader:
    """Reads batches; keeps what it has seen of words, so that a batch says only what is new."""

    def __init__(self, aliases: Sequence[Sequence[str]], number: int = 0) -> None:
        full = load_schema("claims")
        self._accepts = acceptor({**full["$defs"]["claim"], "$defs": full["$defs"]})
        self._analyser = Analyser(aliases)
        self._number = number
        self._frequencies: Counter[str] = Counter()

    def read(self, data: bytes, first: int) -> Batch:
        """The claims in whole lines of a file, of which the first one has that number. Raises `UnicodeDecodeError`."""
        text = data.decode("utf-8").removeprefix(BOM if first == 1 else "")
        rows: list[Row] = []
        is_wrong = False
        holders: list[set[str]] = []
        terms_of = self._analyser.terms
        for number, line in enumerate(text.split("\n"), first):
            if not line or line.isspace():
                continue
            item, _ = parse_json_object(line)
            if item is None or not self._accepts(item):
                is_wrong = True
                continue
            found = [terms_of(item["statement"]), *map(terms_of, item.get("also", ()))]
            terms = joined(found)
            if "evidence" in item:
                rows.append((number, item["id"], line, terms, None))
            else:
                holders.append(set(found[0]) if len(found) == 1 else set().union(*found))
                rows.append((number, item["id"], line, terms, checksum(line, None, terms)))
        return self._batch(rows, holders, is_wrong)

    def _batch(self, rows: list[Row], holders: list[set[str]], is_wrong: bool) -> Batch:
        frequencies = self._frequencies
        known = len(frequencies)
        frequencies.update(chain.from_iterable(holders))
        return Batch(
            rows,
            self._number,
            list(islice(frequencies, known, None)),
            array("I", frequencies.values()).tobytes(),
            self._analyser.fresh_pieces(),
            is_wrong,
        )


class Counted:
    """Adds up what the batches of several readers say of terms."""

    def __init__(self) -> None:
        self._terms: dict[int, list[str]] = {}
        self._counts: dict[int, bytes] = {}

    def take(self, batch: Batch) -> None:
        """Take a batch in: of each reader they come in the order in which it read them."""
        self._terms.setdefault(batch.reader, []).extend(batch.terms)
        if len(batch.counts) >= len(self._counts.get(batch.reader, b"")):
            self._counts[batch.reader] = batch.counts

    def frequencies(self) -> Counter[str]:
        """By term: how many rows have it."""
        total: Counter[str] = Counter()
        for reader, terms in self._terms.items():
            counts = array("I")
            counts.frombytes(self._counts[reader])
            if not total:
                total.update(dict(zip(terms, counts, strict=True)))
                continue
            for term, count in zip(terms, counts, strict=True):
                total[term] += count
        return total


def batches(path: Path, watch: Callable[[bytes], None]) -> Iterator[tuple[bytes, int]]:
    """The lines of a file in batches, each with the number of its first line. Raises `OSError`.

    `watch` is given every byte, in order.
    """
    first = 1
    with path.open("rb") as file:
        while lines := file.readlines(BATCH):
            data = b"".join(lines)
            watch(data)
            yield data, first
            first += len(lines)


def toml_rows(path: Path, shown: str, analyser: Analyser, found: list[Diagnostic]) -> list[Row]:
    """The claims of a TOML file; what is wrong is added to `found`."""
    return [_row_of(claim, analyser) for claim in load_claims(path, shown, found)]


def _row_of(claim: Claim, analyser: Analyser) -> Row:
    item = json.dumps(claim_row(claim), ensure_ascii=False, separators=(",", ":"))
    terms = joined([analyser.terms(text) for text in claim.wordings])
    crc = None if claim.evidence else checksum(item, None, terms)
    return claim.location.line, claim.id, item, terms, crc
