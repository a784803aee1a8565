"""Words, figures and signs of a text with their places, for the readers of numbers and dates.

Lighter than `text.tokenize` (parallel tuples instead of objects), and it keeps signs that stand for
comparators and currencies.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.model import Span
from factcheck.records import NamedTuple
from factcheck.text import fold_word

# Repetitions are bounded or possessive: no input makes this more than linear.
_TOKEN = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{2,3}){0,6},[0-9]{3}(?![0-9])(?:\.[0-9]++)?"  # 134,000 · 1,34,000.5
    r"|[0-9]++(?:\.[0-9]++)++"  # 1.2 · 12.07.2025
    r"|[0-9]++,[0-9]{1,2}(?![0-9,])"  # 1,2
    r"|[0-9]++"
    r"|[^\W\d_]++(?:['’ʼ][^\W\d_]++)*+"
    r"|[%‰$€£¥₴₽₹₼₺₩°+~≈<>≥≤#№½¼¾⅓⅔⅛]"
)
_BREAK = frozenset('.!?:;\n\r•|—–(“"‘[')


class Lexed(NamedTuple):
    """A text cut into tokens: case-folded `words`, and where each starts and ends."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def raw(self, index: int) -> str:
        """The token as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def word(self, index: int) -> str:
        """The folded token at `index`, or "" outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def gap(self, index: int) -> str:
        """What stands between the token at `index` and the next; "\\n" at either end of the text."""
        if index < 0 or index + 1 >= len(self.words):
            return "\n"
        return self.text[self.ends[index] : self.starts[index + 1]]

    def close(self, index: int) -> bool:
        """True where only space or a hyphen parts the token at `index` from the next."""
        return 0 <= index < len(self.words) - 1 and self.gap(index).strip() in ("", "-", "‑", "‐")

    def all_close(self, first: int, last: int) -> bool:
        """True where the tokens `first` to `last` stand together."""
        return all(self.close(index) for index in range(first, last))

    def span(self, first: int, last: int) -> Span:
        """The stretch from token `first` to token `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def opens_sentence(self, index: int) -> bool:
        """True where the token is the first of a sentence, a clause after a colon, or a quotation."""
        position = self.starts[index] - 1
        bound = max(-1, position - 8)
        while position > bound and self.text[position] in " \t\r":
            position -= 1
        if position >= 0 and self.text[position] == "-":  # a dash or a bullet, and no hyphen
            return position == 0 or self.text[position - 1].isspace()
        return position < 0 or self.text[position] in _BREAK

    def is_name_like(self, index: int) -> bool:
        """True for a capitalised word that does not open a sentence."""
        first = self.text[self.starts[index]]
        return first.isupper() and not self.opens_sentence(index)


def is_digits(word: str) -> bool:
    """True for a word of the digits 0 to 9 only (`str.isdigit` holds of "²", too)."""
    return word.isascii() and word.isdigit()


_KEPT = 32
"""Of so many texts the tokens are kept: figures and dates, and dates of several issues, are read in the same."""


@lru_cache(maxsize=_KEPT)
def lex(text: str) -> Lexed:
    """Cut `text` into tokens, in order."""
    places = [match.span() for match in _TOKEN.finditer(text)]
    if text.isascii():
        lowered = text.lower()
        words = [lowered[start:end] for start, end in places]
    else:
        words = [fold_word(text[start:end]) for start, end in places]
    return Lexed(text, tuple(words), tuple([start for start, _ in places]), tuple([end for _, end in places]))


FUNCTION_WORDS = frozenset(
    "a an the this that these those some any each every all both no such same other another i you he "
    "she it we they me him her us them my your his its our their who whom whose which what of in on "
    "at by for from to with without into onto upon over under above below between among through "
    "during until till since before after about around against near across along behind beyond "
    "within per as than like via despite throughout towards toward amid out off up down and or but "
    "nor so yet if because although though while whereas when where why how whether is are was were "
    "be been being am has have had having do does did will would shall should can could may might "
    "must not only just also even still already more most less fewer least very too there here then "
    "now ago later earlier respectively alone together including plus minus said says say got get "
    "gets remain remained became become came come went goes go took take i'm it's he's she's they're "
    "we're isn't aren't wasn't weren't".split()
)
"""Words that end a counted noun phrase: determiners, pronouns, prepositions, conjunctions, auxiliaries."""

_PLURALS = frozenset(
    "people children men women police feet teeth mice geese oxen troops personnel staff cattle media "
    "data bacteria criteria phenomena fish sheep deer aircraft series species folk lives wives".split()
)


def looks_plural(word: str) -> bool:
    """True where a folded word has the form of a plural noun."""
    return word in _PLURALS or (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s"))
        and word not in FUNCTION_WORDS
    )
