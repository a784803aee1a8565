"""Analyses of curated texts, kept from one start of the program to the next: decoding one costs a tenth of making it.

A reading depends on the text, its date of issue, the names that the workspace knows and the program: other claims
leave it as it is. A line of the file holds a checksum, the checksum of text and date, and the analysis as JSON,
its words by columns. Lines are added whenever texts are read for the first time; a full file is begun anew. What
cannot be decoded, and what another text left under the same checksum, is read anew from the text.
"""

from __future__ import annotations

import json
import os
from binascii import crc32
from collections.abc import Iterable
from datetime import date
from typing import Any

from factcheck.cache import append_entry, entry_key, read_entry
from factcheck.files import PACKAGE
from factcheck.language.analysis import Analysis
from factcheck.language.clauses import Clause, Phrase
from factcheck.language.comparators import Comparator
from factcheck.language.date_values import DateExpression, DateRelation
from factcheck.language.intervals import Interval
from factcheck.language.names import Name
from factcheck.language.quantity import Quantity
from factcheck.language.tags import Tag
from factcheck.language.words import Word
from factcheck.model import Alias, Span

FULL = 1 << 21
"""So many bytes at most; reading them takes a millisecond or two."""
_KIND = "readings"
_TAGS = tuple(Tag)
_FIRST_LETTER = ord("A")
_STEPS = 255
"""Weights of words are whole numbers of these steps, as the lexicon's file has them."""
Row = list[Any]
"""What JSON holds."""


class Readings:
    """What was read in texts with these names, by text and date of issue."""

    def __init__(self, names: Iterable[Alias]) -> None:
        groups = "\n".join(["\t".join((group.kind, *group.names)) for group in names])
        self._key = entry_key([groups.encode("utf-8", "surrogatepass"), _code()])
        data = read_entry(self._key, _KIND) or b""
        self._lines = {line[9:17]: line for line in data.split(b"\n")}
        self._new: list[Analysis] = []

    def find(self, text: str, issued: str) -> Analysis | None:
        """The analysis of a text that was issued then, or None if it is not kept."""
        line = self._lines.get(_name(text, issued))
        if line is None or line[:8] != _checksum(line[18:]):
            return None
        try:
            found = decode(line[18:])
        except (ValueError, TypeError, IndexError, OverflowError, RecursionError):
            return None
        return found if found.text == text and found.issued == issued else None

    def add(self, analysis: Analysis) -> None:
        """Keep an analysis once `write` is called."""
        self._new.append(analysis)

    def write(self) -> None:
        """Put what was added into the file."""
        if self._new:
            append_entry(self._key, _KIND, b"".join(map(_line, self._new)), FULL)
            self._new.clear()


def _code() -> bytes:
    """What tells apart states of the program that may read texts differently: names, sizes and times of files."""
    found = []
    for folder, ending in (("language", ".py"), ("data", ".bin"), ("", ("readings.py", "text.py"))):
        with os.scandir(f"{PACKAGE}/{folder}") as entries:
            files = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(ending)]
        found += [f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in files]
    return "\n".join(sorted(found)).encode()


def _line(analysis: Analysis) -> bytes:
    row = encode(analysis)
    return b"%b %b %b\n" % (_checksum(row), _name(analysis.text, analysis.issued or ""), row)


def _name(text: str, issued: str) -> bytes:
    return _checksum(f"{issued} {text}".encode("utf-8", "surrogatepass"))


def _checksum(data: bytes) -> bytes:
    return b"%08x" % crc32(data)


def encode(analysis: Analysis) -> bytes:
    """An analysis as a line of JSON."""
    words, of = analysis.words, analysis
    row = [
        of.text,
        of.issued,
        [word.text for word in words],
        [word.lemma for word in words],
        [word.span.start for word in words],
        [word.span.end for word in words],
        [int(word.stop) for word in words],
        [round(_STEPS * word.weight) for word in words],
        *(column if max(column, default=-1) >= 0 else [] for column in _owners(words)),
        [word.phrase for word in words] if any(word.phrase for word in words) else [],
        "".join(chr(_FIRST_LETTER + _TAGS.index(tag)) for tag in of.tags),
        [(*name.span, *name[1:]) for name in of.names],
        [(*figure.span, *figure.said, *figure.meant, *figure[3:]) for figure in of.quantities],
        [_date_row(found) for found in of.dates],
        of.clauses,
    ]
    return json.dumps(row, separators=(",", ":")).encode()


def _owners(words: tuple[Word, ...]) -> tuple[list[int], list[int], list[int]]:
    """For each word its name, its figure and its date."""
    return [word.name for word in words], [word.figure for word in words], [word.date for word in words]


def _date_row(found: DateExpression) -> Row:
    days = [None if day is None else day.toordinal() for day in (found.start, found.end)]
    other = None if found.other is None else [day.toordinal() for day in found.other]
    return [*found.span, *days, *found[3:-1], other]


def decode(data: bytes) -> Analysis:
    """The analysis that `encode` wrote. Raises `ValueError`, `TypeError` or `IndexError` for anything else."""
    (
        text, issued, texts, lemmas, starts, ends, stops, weights, names, figures, dates, phrases,
        tags, named, counted, dated, clauses,
    ) = json.loads(data)  # fmt: skip
    none = [-1] * len(texts)
    spans = list(map(Span, starts, ends))
    words = map(
        Word,
        texts,
        [text[start:end] for start, end in zip(starts, ends, strict=True)],
        spans,
        lemmas,
        map(bool, stops),
        [step / _STEPS for step in weights],
        names or none,
        figures or none,
        dates or none,
        phrases or [""] * len(texts),
    )
    return Analysis(
        text,
        tuple(words),
        tuple([Name(Span(*row[:2]), *row[2:]) for row in named]),
        tuple(map(_quantity, counted)),
        tuple(map(_date, dated)),
        tuple([_TAGS[ord(letter) - _FIRST_LETTER] for letter in tags]),
        tuple(map(_clause, clauses)),
        issued,
    )


def _quantity(row: Row) -> Quantity:
    unit, counted, exact, ordinal, fraction, figure, comparator, is_round = row[10:]
    return Quantity(
        Span(*row[:2]), Interval(*row[2:6]), Interval(*row[6:10]), unit, tuple(counted), exact, ordinal, fraction,
        figure, Comparator(comparator), is_round,
    )  # fmt: skip


def _date(row: Row) -> DateExpression:
    start, end, first, last, relation, explicit, month, day, slack, ranged, other = row
    return DateExpression(
        Span(start, end),
        None if first is None else date.fromordinal(first),
        None if last is None else date.fromordinal(last),
        DateRelation(relation),
        explicit,
        month,
        day,
        slack,
        ranged,
        None if other is None else (date.fromordinal(other[0]), date.fromordinal(other[1])),
    )


def _clause(row: Row) -> Clause:
    first, last, verb, group, passive, subject, objects, adjuncts, subjects, finite = row
    return Clause(
        first,
        last,
        verb,
        tuple(group),
        passive,
        None if subject is None else Phrase(*subject),
        tuple([Phrase(*phrase) for phrase in objects]),
        tuple([Phrase(*phrase) for phrase in adjuncts]),
        tuple([Phrase(*phrase) for phrase in subjects]),
        finite,
    )
