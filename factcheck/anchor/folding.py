"""Folding a text for comparison, with a map back to its raw offsets.

Six folds, each by name. None of them touches a digit, a sign, a comparator or a word's boundary: a
dash is folded into another dash, never into nothing, and space into other space, never into nothing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.anchor.boundaries import is_mark
from factcheck.model import Span
from factcheck.text import APOSTROPHES, DASHES, QUOTES, SPACES

FOLDS = ("quotes", "dashes", "spaces", "linebreak-hyphen", "nfc", "case")
"""`quotes`: double marks among each other, single marks and apostrophes among each other. `dashes`:
hyphens, dashes and the minus sign among each other. `spaces`: any white space for one space, and
invisible joiners. `linebreak-hyphen`: the hyphen that broke a word at a line's end, and soft hyphens.
`nfc`: composed for decomposed letters, and typographic ligatures. `case`: capitals for small letters."""
ALL = frozenset(FOLDS)

BREAK = "\ue0ad"
"""Stands in folded text for a hyphen and the line break after it: a hyphen, or nothing. (Private use.)"""

_BLANKS = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029" + SPACES
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_RUN = re.compile(r"\s\s+")
_LINE_HYPHEN = re.compile(r"[-‐‑](?:[^\S\n]*\n\s*)(?=[^\W\d_])")
_SOFT_HYPHEN = re.compile("\u00ad" + r"(?:[^\S\n]*\n\s*)?(?=[^\W\d_])")
_INVISIBLE = re.compile("[\ufeff\u2060]+")
# An em dash that touches a figure is punctuation; folded into "-" it would read as a minus sign.
_DASH_BEFORE_FIGURE = re.compile(r"(?<!\w)[—―](?=[$€£¥₴]?[.,]?\d)")
_WORD = re.compile(r"\S+")

_Unit = tuple[int, int, str]
"""Start and end in the raw text, and what stands there when folded."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and its map: a list of pieces that begin at the same time in both texts."""

    text: str
    folded_starts: tuple[int, ...]
    raw_starts: tuple[int, ...]
    atomic: frozenset[int]
    """Indices of the pieces that are no letter-for-letter copy; nothing inside them has a place."""

    def span(self, start: int, end: int) -> Span:
        """The raw stretch of the folded `[start, end)`; widened where an end falls inside a piece."""
        return Span(self.raw_start(start), self.raw_end(end) if end > start else self.raw_start(start))

    def raw_start(self, at: int) -> int:
        """The raw offset where the folded character at `at` begins."""
        piece = bisect_right(self.folded_starts, at) - 1
        if piece in self.atomic:
            return self.raw_starts[piece]
        return self.raw_starts[piece] + at - self.folded_starts[piece]

    def raw_end(self, at: int) -> int:
        """The raw offset where the folded character before `at` ends."""
        if at <= 0:
            return 0
        piece = bisect_right(self.folded_starts, at - 1) - 1
        if piece in self.atomic:
            return self.raw_starts[piece + 1]
        return self.raw_starts[piece] + at - self.folded_starts[piece]

    def folded_at(self, raw: int) -> int:
        """The folded offset of a raw one (the piece's beginning, for what lies inside a piece)."""
        piece = bisect_right(self.raw_starts, raw) - 1
        if piece in self.atomic:
            return self.folded_starts[piece]
        return self.folded_starts[piece] + raw - self.raw_starts[piece]

    def cuts(self, at: int) -> bool:
        """True where the folded offset lies inside a piece that is not to be divided."""
        piece = bisect_right(self.folded_starts, at) - 1
        return piece in self.atomic and at != self.folded_starts[piece]


def fold(text: str, folds: frozenset[str] = ALL) -> Folded:
    """Fold `text` by the named folds. The map's last piece is the end of both texts."""
    letters = set() if text.isascii() else {char for char in set(text) if not char.isascii()}
    units = _units(text, folds, letters)
    even = _even(text, folds, letters)
    return assemble(even, units)


def assemble(text: str, units: Iterable[_Unit]) -> Folded:
    """`text` with each unit replaced; overlapping units are left out, the first one wins."""
    parts: list[str] = []
    folded_starts, raw_starts, atomic = [0], [0], set()
    raw = folded = 0

    def piece(length: int, start: int) -> None:
        if raw_starts[-1] == start and folded_starts[-1] == length:
            return
        folded_starts.append(length)
        raw_starts.append(start)

    for start, end, replacement in units:
        if start < raw:
            continue
        parts.append(text[raw:start])
        folded += start - raw
        piece(folded, start)
        atomic.add(len(raw_starts) - 1)
        parts.append(replacement)
        folded += len(replacement)
        piece(folded, end)
        raw = end
    parts.append(text[raw:])
    folded += len(text) - raw
    piece(folded, len(text))
    return Folded("".join(parts), tuple(folded_starts), tuple(raw_starts), frozenset(atomic))


def plain(wording: str) -> str:
    """A statement folded, without the stop at its end: the same for wordings that only typography parts."""
    if wording.isascii() and "\n" not in wording:  # what `fold` comes to for most statements
        return " ".join(wording.replace("`", "'").lower().split()).strip(" .!")
    return fold(wording).text.strip(" .!…")


def folds_between(quote: str, passage: str) -> tuple[str, ...] | None:
    """The folds that make `quote` and `passage` equal, in the order of `FOLDS`; None if none do."""
    if not equal_folded(fold(quote).text.strip(), fold(passage).text.strip()):
        return None
    needed = []
    for name in FOLDS:
        others = ALL - {name}
        mine, theirs = fold(quote, others).text, fold(passage, others).text
        if name != "spaces":
            mine, theirs = mine.strip(), theirs.strip()
        if not equal_folded(mine, theirs):
            needed.append(name)
    return tuple(needed)


def equal_folded(left: str, right: str) -> bool:
    """Equality of folded texts, where a broken line's hyphen may be a hyphen or nothing."""
    if BREAK not in left and BREAK not in right:
        return left == right
    at_left = at_right = 0
    while at_left < len(left) or at_right < len(right):
        mine, theirs = left[at_left : at_left + 1], right[at_right : at_right + 1]
        if mine == theirs or (BREAK in (mine, theirs) and "-" in (mine, theirs)):
            at_left, at_right = at_left + 1, at_right + 1
        elif mine == BREAK:
            at_left += 1
        elif theirs == BREAK:
            at_right += 1
        else:
            return False
    return True


def _even(text: str, folds: frozenset[str], letters: set[str]) -> str:
    """The folds that keep every character in its place."""
    table: dict[str, str] = {}
    if "quotes" in folds:
        table |= dict.fromkeys(APOSTROPHES + "‚‛‹›", "'") | dict.fromkeys(QUOTES, '"')
    if "dashes" in folds:
        table |= dict.fromkeys(DASHES, "-")
    if "spaces" in folds:
        table |= dict.fromkeys(_BLANKS, " ")
    for char, plain in table.items():
        if char != plain and (char.isascii() or char in letters):
            text = text.replace(char, plain)
    if "case" not in folds:
        return text
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    # Letters that grow when folded are units of their own; all others keep their place.
    growing = {char for char in letters if len(char.casefold()) > 1}
    return text.translate({ord(char): "?" for char in growing}).casefold()


def _units(text: str, folds: frozenset[str], letters: set[str]) -> list[_Unit]:
    """What changes its length, in order."""
    units: list[_Unit] = []
    if "linebreak-hyphen" in folds:
        units += [
            (match.start(), match.end(), BREAK)
            for match in _LINE_HYPHEN.finditer(text)
            if match.start() and text[match.start() - 1].isalpha()
        ]
        if "\u00ad" in letters:
            units += [
                (match.start(), match.end(), "")
                for match in _SOFT_HYPHEN.finditer(text)
                if match.start() and text[match.start() - 1].isalpha()
            ]
    if "spaces" in folds:
        units += [(match.start(), match.end(), " ") for match in _RUN.finditer(text)]
        if letters & {"\ufeff", "\u2060"}:
            units += [(match.start(), match.end(), "") for match in _INVISIBLE.finditer(text)]
    if letters:
        units += _letter_units(text, folds, letters)
    units.sort(key=lambda unit: (unit[0], -unit[1]))
    return units


def _letter_units(text: str, folds: frozenset[str], letters: set[str]) -> Iterator[_Unit]:
    if "dashes" in folds and letters & {"—", "―"}:
        for match in _DASH_BEFORE_FIGURE.finditer(text):
            yield match.start(), match.end(), match.group()
    if "nfc" in folds and not unicodedata.is_normalized("NFC", text):
        for match in _WORD.finditer(text):
            if not unicodedata.is_normalized("NFC", match.group()):
                yield from _composed(match, folds)
    for char, replacement in _swelling(folds, letters).items():
        for match in re.finditer(char, text):
            yield match.start(), match.end(), replacement


def _swelling(folds: frozenset[str], letters: set[str]) -> dict[str, str]:
    """The letters at hand that folding makes longer, and what they become."""
    ligatures = letters & _LIGATURES.keys()
    found = {char: _LIGATURES[char] if "nfc" in folds else char for char in ligatures}
    if "case" in folds:
        found |= {char: char.casefold() for char in letters - ligatures if len(char.casefold()) > 1}
    return found


def _composed(word: re.Match[str], folds: frozenset[str]) -> Iterator[_Unit]:
    """The clusters of a word that composing changes; the whole word where they do not come apart."""
    raw = word.group()
    starts = [at for at, char in enumerate(raw) if at == 0 or not _continues(char)]
    clusters = [raw[start:end] for start, end in zip(starts, [*starts[1:], len(raw)], strict=True)]
    composed = [unicodedata.normalize("NFC", cluster) for cluster in clusters]
    case = str.casefold if "case" in folds else str
    if "".join(composed) != unicodedata.normalize("NFC", raw):
        yield word.start(), word.end(), case(unicodedata.normalize("NFC", raw))
        return
    for start, cluster, new in zip(starts, clusters, composed, strict=True):
        if cluster != new:
            yield word.start() + start, word.start() + start + len(cluster), case(new)


def _continues(char: str) -> bool:
    """A combining mark, or a vowel or final of decomposed Hangul."""
    return is_mark(char) or "\u1160" <= char <= "\u11ff"
