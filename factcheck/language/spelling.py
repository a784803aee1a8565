"""Slips of the keyboard: words that nothing knows, one slip away from a word that the texts have.

Damerau's four slips (F. Damerau, "A technique for computer detection and correction of spelling errors",
1964): one letter wrong, missing, too many, or two exchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from factcheck.model import Span
from factcheck.records import NamedTuple
from factcheck.text import Token, tokenize

SHORTEST = 4
"""Shorter words are left alone: too many lie one letter apart."""
LONG = 8
"""From this length on, two slips are forgiven."""
ALWAYS_KNOWN = frozenset(
    "the and that this with from have been were because since before after about their there which than "
    "not never only also least most more less over under between against during without "
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy "
    "eighty ninety dozen hundred thousand million billion half percent "
    "january february march april may june july august september october november december".split()
)
"""Words that any text may have: function words, numbers, months."""


class Corrected(NamedTuple):
    """A text with its slips put right; `changes` are (span in `text`, span in the original), in order."""

    text: str
    changes: tuple[tuple[Span, Span], ...] = ()

    def original(self, span: Span) -> Span:
        """A span of the corrected text as a span of the text as it was written."""
        return Span(self._offset(span.start, at_end=False), self._offset(span.end, at_end=True))

    def _offset(self, offset: int, *, at_end: bool) -> int:
        shift = 0
        for mine, theirs in self.changes:
            if offset < mine.start or (at_end and offset == mine.start):
                break
            if offset < mine.end or (at_end and offset == mine.end):
                return theirs.end if at_end else theirs.start
            shift = theirs.end - mine.end
        return offset + shift


class Speller:
    """Corrects words against the words of a set of texts."""

    def __init__(self, vocabulary: Iterable[str], known: Callable[[str], bool]) -> None:
        """`vocabulary`: folded words to correct to; `known`: whether a dictionary has a folded word."""
        self._words = frozenset(vocabulary) | ALWAYS_KNOWN
        self._known = known
        self._by_letter: dict[str, list[str]] = {}

    def correct(self, text: str) -> Corrected:
        """`text` with what is one slip away from a known word put right."""
        pieces: list[str] = []
        changes: list[tuple[Span, Span]] = []
        done = length = 0
        for token in tokenize(text):
            word = self._right(token)
            if word is None:
                continue
            before = text[done : token.span.start]
            pieces += [before, word]
            length += len(before)
            changes.append((Span(length, length + len(word)), token.span))
            length += len(word)
            done = token.span.end
        return Corrected("".join([*pieces, text[done:]]), tuple(changes))

    def _right(self, token: Token) -> str | None:
        """The word that was meant, in the case of what was written; None where nothing is wrong."""
        word = token.text.removesuffix("'s")
        if len(word) < SHORTEST or not word.isalpha() or self.has(word) or self._known(word):
            return None
        is_name = token.raw[0].isupper()
        limit = 2 if len(word) >= LONG and not is_name else 1
        from rapidfuzz.distance import OSA  # most statements have no slip

        best: tuple[int, str] | None = None
        for other in self.near(word, limit):
            if abs(len(other) - len(word)) <= limit and len(other) >= SHORTEST - 1:
                distance = OSA.distance(word, other, score_cutoff=limit)
                if distance <= limit and (best is None or distance < best[0]):
                    best = distance, other
        if best is None or (is_name and not _same_ends(word, best[1])):
            return None
        return _in_case(best[1], token.raw) + token.raw[len(word) :]

    def has(self, word: str) -> bool:
        """Whether a folded word is one to correct to."""
        return word in self._words

    def near(self, word: str, limit: int) -> Sequence[str]:
        """Words in order with the first letter of `word`; all that are within `limit` slips are among them."""
        letter = word[0]
        found = self._by_letter.get(letter)
        if found is None:
            found = self._by_letter[letter] = sorted(word for word in self._words if word.startswith(letter))
        return found


def _same_ends(one: str, other: str) -> bool:
    """True where two names begin and end alike: Zelenska is not a slip of Zelensky."""
    return one[:3] == other[:3] and one[-1] == other[-1]


def _in_case(word: str, model: str) -> str:
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word.capitalize() if model[0].isupper() else word
