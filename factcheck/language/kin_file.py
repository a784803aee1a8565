"""The data file of kindred words: how it is laid out, and how a word is found in it without reading it whole.

All integers are little-endian; "u24" takes three bytes. Words are sorted by their bytes and known by
their index. The file holds, one after another:

- the header: `MAGIC`, then as u32 the number of words and the places (from the file's start) of the
  words' letters, of the second table and of the kin;
- a table of u24: where each word's letters start, and their end; the letters (UTF-8);
- a table of u24: where each word's kin start, and their end;
- the kin of each word: `LEVELS` counts (u8), then for each level, the lowest first, so many indices
  (u16) of words with a higher index. A pair stands once, with the word of the lower index.
"""

from __future__ import annotations

import mmap
from pathlib import Path
from struct import Struct, iter_unpack
from struct import error as StructError

from factcheck.errors import InputError

MAGIC = b"fckin01\n"
HEADER = Struct("<8sIIII")
LEVELS, LOWEST, STEP = 7, 0.65, 0.05
"""Level i stands for scores from LOWEST + i·STEP on; its middle is what is given back."""


class KinFile:
    """The mapped file. Raises `InputError` if it is not there or is none."""

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            magic, self._count, self._letters, self._table, self._kin = HEADER.unpack_from(self._data)
        except (OSError, ValueError, StructError) as error:
            raise InputError(
                f"the kindred words cannot be read: {error}", "install factcheck anew"
            ) from error
        if magic != MAGIC:
            raise InputError(f"no kindred words of this version: {path}", "install factcheck anew")

    def find(self, word: str) -> int | None:
        """The index of `word`, exactly so written, or None."""
        key = word.encode("utf-8", "surrogatepass")
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            if self._word(middle) < key:
                low = middle + 1
            else:
                high = middle
        return low if low < self._count and self._word(low) == key else None

    def kin(self, index: int) -> dict[int, float]:
        """The words of higher index that are kin to a word, with their scores."""
        place = self._kin + self._u24(self._table + 3 * index)
        stop = self._kin + self._u24(self._table + 3 * index + 3)
        counts = self._data[place : place + LEVELS]
        others = iter_unpack("<H", self._data[place + LEVELS : stop])
        found = {}
        for level, count in enumerate(counts):
            score = LOWEST + STEP * (level + 0.5)
            for _ in range(count):
                (other,) = next(others)
                found[other] = score
        return found

    def _word(self, index: int) -> bytes:
        table = HEADER.size + 3 * index
        return self._data[self._letters + self._u24(table) : self._letters + self._u24(table + 3)]

    def _u24(self, place: int) -> int:
        data = self._data
        return data[place] | data[place + 1] << 8 | data[place + 2] << 16
