"""The lexicon's data file: how it is laid out, and how a word is found in it without reading it whole.

All integers are little-endian; "u24" takes three bytes. The file holds, one after another:

- the header: `MAGIC`, then as u32 the number of synsets and the places (from the file's start) of the
  holonyms, of the buckets and of the words;
- the synsets, eight bytes each: two parents (u24, `NONE` where there is none), the size (how many
  synsets stand below, as 8·log2(n+1)) and WordNet's lexicographer file, or another kind;
- the holonyms of places: pairs of u24 (synset, the synset that it is a part of), sorted;
- the buckets: for each value of the low 16 bits of a word's CRC-32 the u24 place of its first word
  (from the start of the words), and at the end the length of the words;
- the words, by bucket. A word is known by its place, its "id". A record: u16 its length; the word
  (u8 length, UTF-8); u8 flags; u8 rarity; u8 log2 counts, one for each part of speech it has; then
  three lists, each with a u8 length: senses (u24: synset | weight << 17), links (u24 ids, u8 kind).
"""

from __future__ import annotations

import mmap
import os
from binascii import crc32
from struct import Struct
from struct import error as StructError
from typing import TYPE_CHECKING

from factcheck.errors import InputError
from factcheck.records import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = b"fclex02\n"
HEADER = Struct("<8sIIII")
NONE = 0xFFFFFF
BUCKETS = 0x10000
SYNSET_SIZE = 8
SENSE_BITS = 17
POS = "nvar"
"""Noun, verb, adjective, adverb: bit i of a record's flags says that the word can be POS[i]."""
STOP, PLACE, PERSON, NAME = 16, 32, 64, 128
"""The other flags: function word; some sense is a place; some sense is a person; every sense is a name."""
OCCUPATION, COLOUR = 45, 46
"""Kinds besides WordNet's lexicographer files: callings of people; colours and whole numbers (nouns that
double as adjectives, and exclude one another)."""
DERIVED, ANTONYM, DEMONYM, PHRASE, SYNONYM, BASE, KIND_OF = 0, 1, 2, 3, 4, 8, 12
"""Kinds of links. SYNONYM + i: listed as another word for the target as POS[i]; PHRASE: the target is a phrase
that begins with the word; BASE + i: the word is an irregular form of the target as POS[i]; KIND_OF + i:
it is listed as a kind of the target as POS[i]."""
_FAMILY = (0, 1, 2, 4, 3, 3, 3, 3, 5, 5, 5, 5, 6, 6, 6, 6)
"""For each kind of link the place of its list; the last two bits of those from SYNONYM on are the index in POS."""
_LINK = Struct("<I")


class Record(NamedTuple):
    """A word as the file has it. Other words stand as their ids, synsets as their numbers."""

    id: int
    word: str
    flags: int
    rarity: int
    """0 (commonest) to 255."""
    counts: tuple[int, ...]
    """For each letter of POS the log2 of (tags in SemCor + 1) times 8, or -1 where the word is not that."""
    senses: tuple[tuple[int, int], ...]
    """Synsets with the share (0 to 127) that they have of the word's uses as that part of speech."""
    derived: frozenset[int]
    antonyms: frozenset[int]
    bases: tuple[tuple[int, int], ...]
    """Irregular form of: (word, index in POS)."""
    demonym: int | None
    synonyms: tuple[tuple[int, int], ...] = ()
    """Listed synonyms: (word, index in POS)."""
    phrases: tuple[int, ...] = ()
    """Phrases that begin with the word."""
    kinds: tuple[tuple[int, int], ...] = ()
    """Listed broader words: (word, index in POS)."""


class LexiconFile:
    """The mapped file. Raises `InputError` if it is not there or is no lexicon."""

    def __init__(self, path: Path | str) -> None:
        try:
            handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            try:
                self._data = mmap.mmap(handle, 0, access=mmap.ACCESS_READ)
            finally:
                os.close(handle)
            magic, self._synsets, self._holonyms, self._buckets, self._words = HEADER.unpack_from(self._data)
        except (OSError, ValueError, StructError) as error:
            raise InputError(f"the lexicon cannot be read: {error}", "install factcheck anew") from error
        if magic != MAGIC:
            raise InputError(f"no lexicon of this version: {path}", "install factcheck anew")

    def find(self, word: str) -> Record | None:
        """The record of `word`, exactly so written, or None."""
        key = word.encode("utf-8", "surrogatepass")
        if len(key) > 255:
            return None
        bucket = self._buckets + 3 * (crc32(key) & (BUCKETS - 1))
        data = self._data
        place = data[bucket] | data[bucket + 1] << 8 | data[bucket + 2] << 16
        stop = data[bucket + 3] | data[bucket + 4] << 8 | data[bucket + 5] << 16
        while place < stop:
            start = self._words + place
            if data[start + 2] == len(key) and data[start + 3 : start + 3 + len(key)] == key:
                return self.record(place)
            place += data[start] | data[start + 1] << 8
        return None

    def record(self, word_id: int) -> Record:
        """The record with that id."""
        data = self._data
        start = self._words + word_id
        raw = data[start : start + (data[start] | data[start + 1] << 8)]
        place = 3 + raw[2]
        flags, rarity = raw[place], raw[place + 1]
        place += 2
        counts = [-1] * len(POS)
        for index in range(len(POS)):
            if flags >> index & 1:
                counts[index] = raw[place]
                place += 1
        end = place + 1 + 3 * raw[place]
        parts = zip(raw[place + 1 : end : 3], raw[place + 2 : end : 3], raw[place + 3 : end : 3], strict=True)
        links: tuple[list[tuple[int, int]], ...] = ([], [], [], [], [], [], [])
        for (link,) in _LINK.iter_unpack(raw[end + 1 :]):
            kind = link >> 24
            links[_FAMILY[kind]].append((link & NONE, kind & 3))
        derived, antonyms, demonyms, synonyms, phrases, bases, kinds = links
        return Record(
            id=word_id,
            word=raw[3 : 3 + raw[2]].decode(),
            flags=flags,
            rarity=rarity,
            counts=tuple(counts),
            # SENSE_BITS are two bytes and a bit.
            senses=tuple([(low | high << 8 | (top & 1) << 16, top >> 1) for low, high, top in parts]),
            derived=frozenset([target for target, _ in derived]),
            antonyms=frozenset([target for target, _ in antonyms]),
            bases=tuple(bases),
            demonym=demonyms[0][0] if demonyms else None,
            synonyms=tuple(synonyms),
            phrases=tuple([target for target, _ in phrases]),
            kinds=tuple(kinds),
        )

    def word(self, word_id: int) -> str:
        """The word with that id."""
        start = self._words + word_id + 2
        return self._data[start + 1 : start + 1 + self._data[start]].decode()

    def parents(self, synset: int) -> tuple[int, ...]:
        """The synsets right above."""
        start = HEADER.size + SYNSET_SIZE * synset
        first, second = self._u24(start), self._u24(start + 3)
        if first == NONE:
            return ()
        return (first,) if second == NONE else (first, second)

    def size(self, synset: int) -> int:
        """8·log2(n+1) for n synsets below."""
        return self._data[HEADER.size + SYNSET_SIZE * synset + 6]

    def kind(self, synset: int) -> int:
        """WordNet's lexicographer file: 0, 1 and 44 adjectives, 2 adverbs, 3 to 28 nouns, 29 to 43 verbs.

        Instead of it OCCUPATION or COLOUR.
        """
        return self._data[HEADER.size + SYNSET_SIZE * synset + 7]

    def wholes(self, synset: int) -> tuple[int, ...]:
        """The synsets of which this one, a place, is a part (one step)."""
        low, high = 0, (self._buckets - self._holonyms) // 6
        while low < high:
            middle = (low + high) // 2
            if self._u24(self._holonyms + 6 * middle) < synset:
                low = middle + 1
            else:
                high = middle
        found = []
        place = self._holonyms + 6 * low
        while place < self._buckets and self._u24(place) == synset:
            found.append(self._u24(place + 3))
            place += 6
        return tuple(found)

    def _u24(self, place: int) -> int:
        data = self._data
        return data[place] | data[place + 1] << 8 | data[place + 2] << 16
