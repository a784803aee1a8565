"""Builds `factcheck/data/lexicon.bin` from WordNet: `python -m benchmarks.build_lexicon DICT_DIR OUT`.

DICT_DIR holds `data.*`, `*.exc` and `index.sense` of WordNet 3.x (Debian: `wordnet-base` and
`wordnet-sense-index`, in /usr/share/wordnet); to it come the lists of
`benchmarks/data/lexicon`. The layout of OUT is told in `factcheck.language.lexicon_file`. The same input
gives the same bytes.
"""

from __future__ import annotations

import sys
from binascii import crc32
from collections.abc import Iterable
from itertools import accumulate
from math import log2
from pathlib import Path
from struct import pack

from benchmarks.lexicon_antonyms import link_antonyms
from benchmarks.lexicon_demonyms import link_demonyms
from benchmarks.lexicon_thesaurus import add_kinds, add_opposed_phrases, add_thesaurus
from benchmarks.lexicon_words import LOCATIONS, THINGS, Vocabulary, Word, parents
from benchmarks.wordnet import Key, load
from factcheck.language import lexicon_file as layout

MOST_ANTONYMS = 24
"""How many opposites of a word are kept, the surest ones."""


def encode(vocabulary: Vocabulary) -> bytes:
    """The bytes of the file."""
    numbers = _numbering(vocabulary)
    synsets = b"".join(_synset(vocabulary, key, numbers) for key in numbers)
    holonyms = sorted(
        (numbers[entry.key], numbers[pointer.target])
        for entry in vocabulary.net.synsets.values()
        for pointer in entry.pointers
        if pointer.symbol == "#p" and {entry.key, pointer.target} <= numbers.keys()
        and entry.kind in (LOCATIONS, THINGS)
    )  # fmt: skip
    wholes = b"".join(_u24(part) + _u24(whole) for part, whole in holonyms)
    buckets, words = _words(vocabulary, numbers)
    first = layout.HEADER.size + len(synsets)
    header = layout.HEADER.pack(
        layout.MAGIC, len(numbers), first, first + len(wholes), first + len(wholes) + len(buckets)
    )
    return header + synsets + wholes + buckets + words


def _words(vocabulary: Vocabulary, numbers: dict[Key, int]) -> tuple[bytes, bytes]:
    """The buckets and the words."""
    order = sorted(vocabulary.words, key=lambda name: (_bucket(name), name))
    places, place = {}, 0
    sizes = [0] * layout.BUCKETS
    for name in order:
        places[name] = place
        length = len(_record(vocabulary, name, numbers, {}))
        sizes[_bucket(name)] += length
        place += length
    words = b"".join(_record(vocabulary, name, numbers, places) for name in order)
    return b"".join(map(_u24, accumulate(sizes, initial=0))), words


def _bucket(name: str) -> int:
    return crc32(name.encode()) & (layout.BUCKETS - 1)


def _numbering(vocabulary: Vocabulary) -> dict[Key, int]:
    """Numbers for the synsets that are senses of kept words, and for all above them."""
    wanted: set[Key] = set()
    queue = [key for key, members in vocabulary.members.items() if members]
    while queue:
        key = queue.pop()
        if key not in wanted:
            wanted.add(key)
            queue += parents(vocabulary.net.synsets[key])[:2]
    if len(wanted) >= 1 << layout.SENSE_BITS:
        raise ValueError("too many synsets for the layout")
    return {key: number for number, key in enumerate(sorted(wanted))}


def _synset(vocabulary: Vocabulary, key: Key, numbers: dict[Key, int]) -> bytes:
    entry = vocabulary.net.synsets[key]
    above = [numbers[parent] for parent in parents(entry)[:2]] + [layout.NONE] * 2
    size = min(255, round(8 * log2(vocabulary.below[key] + 1)))
    return _u24(above[0]) + _u24(above[1]) + bytes((size, vocabulary.kinds.get(key, entry.kind)))


def _record(vocabulary: Vocabulary, name: str, numbers: dict[Key, int], places: dict[str, int]) -> bytes:
    word = vocabulary.words[name]
    present = [pos for pos in layout.POS if pos in word.senses]
    flags = word.flags | sum(1 << layout.POS.index(pos) for pos in present)
    counts = bytes(min(255, round(8 * log2(word.tags[pos] + 1))) for pos in present)
    senses = [
        _u24(numbers[key] | round(127 * share) << layout.SENSE_BITS)
        for pos in present
        for key, share in word.senses[pos].items()
    ]
    key = name.encode()
    links = [_u24(places.get(target, 0)) + bytes((kind,)) for target, kind in _links(word)]
    body = bytes((len(key),)) + key + bytes((flags, word.rarity)) + counts
    body += bytes((len(senses),)) + b"".join(senses) + bytes((len(links),)) + b"".join(links)
    return pack("<H", len(body) + 2) + body


def _links(word: Word) -> list[tuple[str, int]]:
    strongest = sorted(word.antonyms, key=lambda name: (-word.antonyms[name], name))[:MOST_ANTONYMS]
    links = [(name, layout.DERIVED) for name in sorted(word.derived - {*strongest})]
    links += [(name, layout.ANTONYM) for name in sorted(strongest)]
    links += [(name, layout.SYNONYM + layout.POS.index(pos)) for name, pos in sorted(word.synonyms)]
    links += [(name, layout.PHRASE) for name in sorted(word.phrases)]
    links += [(name, layout.KIND_OF + layout.POS.index(pos)) for name, pos in sorted(word.kinds)]
    links += [(base, layout.BASE + layout.POS.index(pos)) for base, pos in word.bases]
    return links + ([(word.demonym, layout.DEMONYM)] if word.demonym else [])


def _u24(value: int) -> bytes:
    return value.to_bytes(3, "little")


def main(arguments: Iterable[str]) -> None:
    """Write the file that the second argument names from the directory that the first one names."""
    directory, out = arguments
    vocabulary = Vocabulary(load(Path(directory)))
    add_opposed_phrases(vocabulary)
    link_antonyms(vocabulary)
    add_thesaurus(vocabulary)
    add_kinds(vocabulary)
    link_demonyms(vocabulary)
    Path(out).write_bytes(encode(vocabulary))


if __name__ == "__main__":
    main(sys.argv[1:])
