"""Builds `factcheck/data/kin.bin`: `python -m benchmarks.build_kin MOBY DICT_DIR OUT`.

MOBY is `mthesaur.txt` of the Moby Thesaurus II (30,259 lines; SHA-256 below), DICT_DIR as for
`benchmarks.build_lexicon`, whose output must be built before. The layout of OUT is told in
`factcheck.language.kin_file`. The same input gives the same bytes.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from itertools import accumulate
from pathlib import Path
from struct import pack

from benchmarks.kin_features import KinReader, kin_score
from benchmarks.lexicon_words import Vocabulary
from benchmarks.moby import Moby
from benchmarks.wordnet import load
from factcheck.language import kin_file as layout
from factcheck.language import lexicon_file
from factcheck.language.lexicon import Lexicon

MOBY_SHA256 = "63fcdcec2efe34414825945c7837f4381c7df7344ae34fdf1e8368eda19d59f3"
"""Of the file that the package's data were built from."""
PLAIN = re.compile("[a-z]{2,}")

Pairs = dict[str, list[tuple[int, str]]]
"""For each word the levels and words of its kin that come after it."""


def kindred(vocabulary: Vocabulary, reader: KinReader) -> Pairs:
    """All pairs that score enough."""
    usable = {name for name in vocabulary.words if _usable(vocabulary, name)}
    pairs: Pairs = defaultdict(list)
    for word in sorted(usable):
        for other in {other for other in reader.candidates(word) if other > word and other in usable}:
            features = reader.read(word, other)
            level = _level(kin_score(features)) if features else -1
            if level >= 0:
                pairs[word].append((level, other))
    return pairs


def _usable(vocabulary: Vocabulary, name: str) -> bool:
    """True for words that have a meaning besides a name, a number and a grammatical function."""
    word = vocabulary.words[name]
    kinds = [vocabulary.kinds.get(next(iter(senses)), 0) for senses in word.senses.values() if senses]
    counted = bool(kinds) and all(kind == lexicon_file.COLOUR for kind in kinds)
    unfit = word.flags & (lexicon_file.STOP | lexicon_file.NAME)
    return bool(PLAIN.fullmatch(name) and word.senses) and not unfit and not counted


def _level(score: float) -> int:
    return (
        min(layout.LEVELS - 1, int((score - layout.LOWEST) / layout.STEP + 1e-9))
        if score >= layout.LOWEST
        else -1
    )


def encode(pairs: Pairs) -> bytes:
    """The bytes of the file. Of a word's kin of one level, 255 at most are kept."""
    words = sorted({*pairs, *(other for kin in pairs.values() for _, other in kin)})
    if len(words) > 0xFFFF:
        raise ValueError("too many words for the layout")
    index = {word: number for number, word in enumerate(words)}
    letters = [word.encode() for word in words]
    kin = [_kin([(level, index[other]) for level, other in sorted(pairs.get(word, []))]) for word in words]
    letters_table, kin_table = _table(letters), _table(kin)
    first = layout.HEADER.size + len(letters_table)
    second = first + sum(map(len, letters))
    header = layout.HEADER.pack(layout.MAGIC, len(words), first, second, second + len(kin_table))
    return header + letters_table + b"".join(letters) + kin_table + b"".join(kin)


def _kin(kin: list[tuple[int, int]]) -> bytes:
    levels = [[other for found, other in kin if found == level][:255] for level in range(layout.LEVELS)]
    indices = [other for level in levels for other in sorted(level)]
    return bytes(map(len, levels)) + pack(f"<{len(indices)}H", *indices)


def _table(parts: list[bytes]) -> bytes:
    places = accumulate(map(len, parts), initial=0)
    return b"".join(place.to_bytes(3, "little") for place in places)


def main(moby: str, directory: str, out: str) -> None:
    """Write the file that the third argument names."""
    net = load(Path(directory))
    reader = KinReader(net, Moby(Path(moby)), Lexicon.open())
    Path(out).write_bytes(encode(kindred(Vocabulary(net), reader)))


if __name__ == "__main__":
    main(*sys.argv[1:])
