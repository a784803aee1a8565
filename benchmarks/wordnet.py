"""Reads the dictionary files of WordNet 3.x (wndb(5WN), senseidx(5WN)) for `benchmarks.build_lexicon`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSE_POS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}

Key = tuple[str, int]
"""A synset: part of speech (satellites are "a") and offset in its data file."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A relation between synsets (source 0) or between words of them (counted from 1)."""

    symbol: str
    target: Key
    source_word: int
    target_word: int


@dataclass(slots=True)
class Entry:
    """A synset."""

    key: Key
    satellite: bool
    kind: int
    """The lexicographer file."""
    words: list[str]
    """As written, spaces for underscores."""
    pointers: list[Pointer]
    gloss: str


@dataclass(slots=True)
class WordNet:
    """All of it, in memory."""

    synsets: dict[Key, Entry] = field(default_factory=dict)
    senses: dict[tuple[str, str], list[tuple[Key, int]]] = field(default_factory=dict)
    """(word, part of speech) → synsets in order, each with its tags in SemCor."""
    exceptions: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """(irregular form, part of speech) → base words."""


def load(directory: Path) -> WordNet:
    """Read `data.*`, `*.exc` and `index.sense` from `directory`."""
    net = WordNet()
    for pos, name in FILES.items():
        for line in (directory / f"data.{name}").read_text("latin-1").splitlines():
            if line[:1].isdigit():
                entry = _entry(pos, line)
                net.synsets[entry.key] = entry
        for line in (directory / f"{name}.exc").read_text("latin-1").splitlines():
            form, *bases = line.replace("_", " ").split(" ") if "_" not in line else ("", "")
            if form:
                net.exceptions[form, pos] = bases
    ordered: dict[tuple[str, str], list[tuple[int, Key, int]]] = defaultdict(list)
    for line in (directory / "index.sense").read_text("latin-1").splitlines():
        sense_key, offset, number, tags = line.split()
        lemma, rest = sense_key.split("%")
        pos = SENSE_POS[rest[0]]
        ordered[lemma.replace("_", " "), pos].append((int(number), (pos, int(offset)), int(tags)))
    for word_pos, senses in ordered.items():
        unique = {key: (number, tags) for number, key, tags in sorted(senses, reverse=True)}
        net.senses[word_pos] = [
            (key, tags) for key, (_, tags) in sorted(unique.items(), key=lambda item: item[1][0])
        ]
    return net


def _entry(pos: str, line: str) -> Entry:
    fields, _, gloss = line.partition(" | ")
    parts = fields.split()
    count = int(parts[3], 16)
    words = [parts[4 + 2 * index].partition("(")[0].replace("_", " ") for index in range(count)]
    place = 4 + 2 * count
    pointers = []
    for index in range(int(parts[place])):
        symbol, offset, target_pos, ends = parts[place + 1 + 4 * index : place + 5 + 4 * index]
        target = ("a" if target_pos == "s" else target_pos, int(offset))
        pointers.append(Pointer(symbol, target, int(ends[:2], 16), int(ends[2:], 16)))
    return Entry((pos, int(parts[0])), parts[2] == "s", int(parts[1]), words, pointers, gloss.strip())
