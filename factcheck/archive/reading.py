"""Claims files read in pieces, so that memory stays the same whatever their size.

JSON Lines are cut into batches of lines; a batch is read by itself, in this process or another.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.archive.rows import joined
from factcheck.claims import load_claims
from factcheck.compiled import claim_row
from factcheck.datafiles import parse_json_object
from factcheck.files import BOM
from factcheck.index.analysis import Analyser
from factcheck.model import Claim, Diagnostic
from factcheck.schema import acceptor, load_schema

BATCH = 1 << 20
"""Bytes of a batch, about."""


class Row(NamedTuple):
    """A claim as it is kept, without what its evidence adds."""

    line: int
    id: str
    item: str
    """JSON: the line of a JSON Lines file, or the fields of a claim of a TOML file."""
    terms: str
    """Of its wordings: texts one a line, terms with spaces between."""
    has_evidence: bool


class Batch(NamedTuple):
    """What a batch of lines holds."""

    rows: list[Row]
    frequencies: dict[str, int]
    """By term of the rows without evidence: how many of them have it."""
    words: list[str]
    """Pieces of text, between white space, that no batch before had; for the speller."""
    is_wrong: bool
    """Whether a line is none of a claim: `load_claims` tells which, and why."""


class BatchReader:
    """Reads batches; keeps what it has seen of words."""

    def __init__(self, aliases: Sequence[Sequence[str]]) -> None:
        full = load_schema("claims")
        self._accepts = acceptor({**full["$defs"]["claim"], "$defs": full["$defs"]})
        self._analyser = Analyser(aliases)
        self._seen: set[str] = set()

    def read(self, data: bytes, first: int) -> Batch:
        """The claims in whole lines of a file, of which the first one has that number. Raises `UnicodeDecodeError`."""
        text = data.decode("utf-8").removeprefix(BOM if first == 1 else "")
        rows: list[Row] = []
        is_wrong = False
        frequencies: Counter[str] = Counter()
        pieces: set[str] = set()
        terms_of = self._analyser.terms
        for number, line in enumerate(text.split("\n"), first):
            if not line or line.isspace():
                continue
            item, _ = parse_json_object(line)
            if item is None or not self._accepts(item):
                is_wrong = True
                continue
            texts = [item["statement"], *item.get("also", ())]
            found = [terms_of(one) for one in texts]
            for one in texts:
                pieces.update(one.split())
            has_evidence = "evidence" in item
            if not has_evidence:
                frequencies.update(set(found[0]) if len(found) == 1 else {t for one in found for t in one})
            rows.append(Row(number, item["id"], line, joined(found), has_evidence))
        fresh = pieces - self._seen
        self._seen |= fresh
        return Batch(rows, frequencies, list(fresh), is_wrong)


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
    return Row(claim.location.line, claim.id, item, terms, bool(claim.evidence))
