"""Names in a text: alias groups of the workspace, and runs of capitalised words.

A run of capitals ends at an article, a title and a punctuation mark; small words join its parts only
inside ("Republic of Ireland", "Simone de Beauvoir"). A word that begins a sentence is a name only if the
dictionary does not hold it in small letters, or if the run goes on. Titles are no part of a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.language.tags import CLOSED, MODALS
from factcheck.model import Alias, Span
from factcheck.records import NamedTuple
from factcheck.text import Token, folded_words

TITLES = frozenset(
    "president ambassador minister prime secretary general mr mrs ms miss dr professor prof sir lady "
    "lord king "
    "queen prince princess pope chancellor senator governor mayor chairman chairwoman director academician "
    "captain colonel major sergeant lieutenant".split()
)
_JOINERS = frozenset("of de von van der den du da dos al bin ibn la le el".split())
_MONTHS_AND_DAYS = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)


class Name(NamedTuple):
    """A name in a text.

    `first` and `last` are half-open indices of its words; `key` is equal for names that mean the
    same; `kind` is the alias group's, or `name` for a run of capitals.
    """

    span: Span
    first: int
    last: int
    key: str
    kind: str


class Aliases:
    """The alias groups of a workspace, ready to be found in texts: the longest name wins."""

    def __init__(self, groups: Iterable[Alias] = ()) -> None:
        self._keys: dict[tuple[str, ...], tuple[str, str]] = {}
        self._longest: dict[str, int] = {}
        """By the first word of names, how many words the longest of them has."""
        self.groups = tuple(groups)
        for group in self.groups:
            key = f"{group.kind}:{group.names[0]}"
            for name in group.names:
                words = tuple([_bare(word) if "'" in word else word for word in folded_words(name)])
                if not words:
                    continue
                known = self._keys.get(words)
                if known is None or known[1] == "government":
                    self._keys[words] = (key, group.kind)
                self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def find(self, words: Sequence[str], start: int) -> tuple[int, str, str] | None:
        """The longest alias that begins at word `start`: its length in words, its key, its kind."""
        longest = self._longest.get(words[start], 0)
        for length in range(min(longest, len(words) - start), 0, -1):
            found = self._keys.get(tuple(words[start : start + length]))
            if found:
                return length, *found
        return None


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")


class _Reader(NamedTuple):
    tokens: Sequence[Token]
    words: Sequence[str]
    initial: Sequence[bool]
    common: Sequence[bool]
    aliases: Aliases

    def run(self, start: int) -> int:
        """The end of the run of capitalised words that begins at `start`; `start` itself if there is none."""
        if not self._opens(start):
            return start
        end = start + 1
        while end < len(self.tokens) and self.near(end) and not self.tokens[end - 1].text.endswith("'s"):
            if self._continues(end):
                end += 1
            elif self._joins(end):
                end += 2
            else:
                break
        if self.initial[start] and self.common[start]:
            return end if end > start + 1 and self.words[start] not in _OPENERS else start
        return end

    def _opens(self, index: int) -> bool:
        word = self.words[index]
        return (
            _is_capital(self.tokens[index])
            and word not in TITLES
            and not _is_function(word, self.tokens[index])
        )

    def _continues(self, index: int) -> bool:
        return (
            self._opens(index)
            and self.words[index] not in _MONTHS_AND_DAYS
            and not self.aliases.find(self.words, index)
        )

    def _joins(self, index: int) -> bool:
        return (
            self.words[index] in _JOINERS
            and index + 1 < len(self.tokens)
            and self.near(index + 1)
            and self._continues(index + 1)
        )

    def near(self, index: int) -> bool:
        """True where only a space or a hyphen can stand between a token and the one before it."""
        return self.tokens[index].span.start - self.tokens[index - 1].span.end <= 1


_OPENERS = frozenset(
    "yesterday today tomorrow now recently currently later earlier soon once former late young old "
    "many most several two three four five six seven eight nine ten".split()
)
"""Words that begin a sentence before a name without being part of it: "Yesterday Anna left"."""


def find_names(
    tokens: Sequence[Token],
    words: Sequence[str],
    initial: Sequence[bool],
    common: Sequence[bool],
    aliases: Aliases,
) -> tuple[Name, ...]:
    """The names of a text, in order, without overlaps.

    `words` are the bare words of `tokens`; `initial` marks those that begin a sentence, `common`
    those that a dictionary holds in small letters. Where most letters are capitals, capitals say
    nothing and only aliases are found.
    """
    capitals = _capitals_tell(tokens, common)
    reader = _Reader(tokens, words, initial, common, aliases)
    names: list[Name] = []
    position = 0
    while position < len(tokens):
        found = aliases.find(words, position)
        if found and all(reader.near(at) for at in range(position + 1, position + found[0])):
            length, key, kind = found
            names.append(_name(tokens, position, position + length, key, kind))
            position += length
            continue
        end = reader.run(position) if capitals and _is_capital(tokens[position]) else position
        if end > position:
            names.append(_name(tokens, position, end, " ".join(words[position:end]), "name"))
        position = max(end, position + 1)
    return tuple(names)


def _name(tokens: Sequence[Token], first: int, last: int, key: str, kind: str) -> Name:
    return Name(Span(tokens[first].span.start, tokens[last - 1].span.end), first, last, key, kind)


def _capitals_tell(tokens: Sequence[Token], common: Sequence[bool]) -> bool:
    """False where most words are capitalised, those of the dictionary too, as in a headline."""
    words = [number for number, token in enumerate(tokens) if len(token.raw) > 1 and token.raw[0].isalpha()]
    plain = [number for number in words if common[number] and tokens[number].text not in CLOSED]
    return not (_mostly_capital(tokens, words) and len(plain) > 2 and _mostly_capital(tokens, plain))


def _mostly_capital(tokens: Sequence[Token], numbers: Sequence[int]) -> bool:
    return sum(_is_capital(tokens[number]) for number in numbers) * 10 >= len(numbers) * 7


def _is_capital(token: Token) -> bool:
    return token.raw[0].isupper()


def _is_function(word: str, token: Token) -> bool:
    """Function words are no names, unless they are written all in capitals (US, IT, WHO)."""
    shouted = len(token.raw) > 1 and token.raw.isupper() and word not in ("a", "lrb", "rrb", "lsb", "rsb")
    return (word in CLOSED or word in MODALS) and not shouted
