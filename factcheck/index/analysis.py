"""From a text to the terms that are looked up: stems of words, numbers in normal form, known names.

A query and a claim go through the same analysis. What marks a posting on social media (links,
"@name", "#TwoWords", the author's line at its end) is read as such.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from factcheck.index.numerals import CONTINUING, number_at
from factcheck.index.stems import stem
from factcheck.records import NamedTuple
from factcheck.text import sentences

# Words too common to tell claims apart: articles, pronouns, prepositions, auxiliaries, question words.
FUNCTION_WORDS = frozenset(
    "a about after again all also am an and any are as at be because been before being between both but by "
    "can cannot could did do does doing during each for from further had has have having he her here hers him "
    "his how however i if in into is it its just me might more most must my no nor not of off on once only "
    "or other our out over own same shall she should so some such than that the their them then there these "
    "they this those through to too under until up upon us very was we were what when where whether which "
    "while who whom whose why will with would yes you your don't didn't doesn't isn't wasn't aren't weren't "
    "won't can't couldn't wouldn't shouldn't hasn't haven't hadn't it's i'm i've he's she's that's there's "
    "what's they're they've we're we've you're you've let's s t rt via".split()
)
ALIAS_MARK = "="
"""Begins the term of a group of names; no word begins so."""
_MOST_PIECES = 500_000
"""So many pieces of texts are kept at most."""
_MOST_STEMS = 20_000
"""Words of queries whose stems are kept, at most."""
_AROUND = '.,;:!?()"'
"""What may stand around a word and says nothing of it."""
_EXACT_DIGITS = 15
"""Figures of no more are read without rounding."""
_LONGEST_QUERY = 20_000
"""Code points of a query that are read; a posting has a few hundred."""
_WORD = re.compile(
    r"[^\W\d_]{2,}(?:'[^\W\d_]+)*"  # the commonest case first
    r"|(?:[^\W\d_]\.){2,}"  # U.N.
    r"|[^\W\d_](?:'[^\W\d_]+)*|\d+(?:[.,]\d+)*|[@#]\w+|%"
)
_ACRONYM = re.compile(r"\b[A-Z]{2,5}\b")
_APOSTROPHES = {ord(mark): "'" for mark in "’‘ʼ′`"}
_CAMEL = r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+|\d+"
_LINK = r"(?i)https?://\S+|\bpic\.twitter\.com/\S+"
_HOST = r"(?i)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}"
# "— Center for Bio Div (@CenterForBioDiv) January 14, 2020": how a quoted posting names its author.
_SIGNATURE = r"[—–-] {0,2}[^—–\n]{1,60}\(@\w{1,30}\)[ ,]{0,3}[\w ,]{0,24}\s*$"
# These four are seldom needed: they are compiled at their first use.
_SIGNATURE_SPAN = 140
_SENTENCE_ENDS = frozenset(".!?…:\n")
_MOST_CAPITALS = 0.6
"""Where more of the words begin with a capital, capitals say nothing: a headline, or shouting."""

_MOST_ACRONYMS = 0.5
"""Where more of the words are all in capitals, the text is shouting."""


class Query(NamedTuple):
    """A query's terms, each once, in order."""

    body: tuple[str, ...]
    signed: tuple[str, ...]
    """Those that stand only in the line that names who posted it, and when."""
    names: tuple[str, ...]
    """Those of the body written with a capital inside a sentence."""
    sentences: tuple[tuple[str, ...], ...]
    """The terms of each sentence of the body."""


class _Pieces(dict[str, tuple[str, ...] | None]):
    """Pieces of texts with their terms, worked out when first asked for."""

    def __init__(self, work_out: Callable[[str], tuple[str, ...] | None]) -> None:
        super().__init__()
        self._work_out = work_out
        self._fresh: list[str] = []

    def __missing__(self, piece: str) -> tuple[str, ...] | None:
        found = self[piece] = self._work_out(piece)
        self._fresh.append(piece)
        return found

    def meet(self, pieces: Iterable[str]) -> None:
        """Work out pieces whose terms nobody asks for."""
        for piece in pieces:
            self[piece]

    def taken(self) -> list[str]:
        """What was met and not yet taken; some of it more than once, where it was forgotten meanwhile."""
        fresh, self._fresh = self._fresh, []
        return fresh


class Analyser:
    """Knows the groups of names that mean the same, and keeps the stems that it has seen."""

    def __init__(
        self,
        aliases: Sequence[Sequence[str]] = (),
        names: Iterable[tuple[int, tuple[str, ...]]] | None = None,
    ) -> None:
        """`names` are what the attribute of that name was for these groups, if that is known."""
        self.aliases = tuple(tuple(group) for group in aliases)
        self._stems: dict[str, str] = {}
        self._pieces = _Pieces(self._piece_terms)
        """By piece of a text between white space: its terms, None where they depend on what stands around it."""
        self.names = tuple(self._named() if names is None else names)
        """Every name that has terms: the number of its group, its terms."""
        self._groups: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for number, terms in self.names:
            self._groups.setdefault(terms[0], []).append((terms, f"{ALIAS_MARK}{number}"))

    def _named(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        for number, group in enumerate(self.aliases):
            for name in group:
                terms = tuple(self._terms(name))
                if terms:
                    yield number, terms

    def terms(self, text: str) -> list[str]:
        """The terms of a claim's text, in order; without function words, unless it has no others."""
        terms = self._plain_terms(text) or self._terms(without_links(text))
        return terms + self._aliases_in(terms) if self._groups else terms

    def _plain_terms(self, text: str) -> list[str]:
        """The terms of a text all of whose pieces stand for themselves; else nothing."""
        if "#" in text or "@" in text:
            self._pieces.meet(text.split())
            return []
        if len(self._pieces) >= _MOST_PIECES:
            self._pieces.clear()
        pieces = text.split()
        try:
            return list(chain.from_iterable(map(self._pieces.__getitem__, pieces)))  # type: ignore[arg-type]
        except TypeError:  # None: this piece does not stand for itself
            self._pieces.meet(pieces)
            return []

    def fresh_pieces(self) -> list[str]:
        """The pieces between white space, of texts given to `terms`, that it had not met when last asked."""
        return self._pieces.taken()

    def _piece_terms(self, piece: str) -> tuple[str, ...] | None:
        core = piece.strip(_AROUND)
        if core.isascii():  # what most pieces are, as `_stemmed` would have it of them
            if core.isalpha() and len(core) > 1 and core[1:].islower():
                word = core.lower()
                if word in CONTINUING:
                    return None
                return () if word in FUNCTION_WORDS else (self._stem(word),)
            digits = core.replace(",", "")
            if digits.isdecimal() and len(digits) <= _EXACT_DIGITS and ",," not in core:
                return (str(int(digits)),)
        if "/" in piece:  # a link
            return None
        words = words_of(piece)
        if not CONTINUING.isdisjoint(words):  # "thousand" after a figure is a part of it
            return None
        if any(acronym.lower() in FUNCTION_WORDS for acronym in _ACRONYM.findall(piece)):
            return None
        return tuple(self._stemmed([word for word in words if word not in FUNCTION_WORDS]))

    def query(self, text: str) -> Query:
        """The terms of a query."""
        text = without_links(text[:_LONGEST_QUERY])
        signature = None
        if "(@" in text:
            signature = re.compile(_SIGNATURE).search(text, max(0, len(text) - _SIGNATURE_SPAN))
        body_text = text[: signature.start()] if signature else text
        terms = self._terms(body_text)
        body = dict.fromkeys(terms + self._aliases_in(terms))
        signed = dict.fromkeys(self._terms(signature.group())) if signature else {}
        names = dict.fromkeys(term for name in _names(body_text) for term in self._terms(name))
        spans = sentences(body_text)
        is_one = len(spans) == 1 and len(spans[0]) == len(body_text.strip())
        found = [terms] if is_one else [self._terms(body_text[span.start : span.end]) for span in spans]
        if len(self._stems) > _MOST_STEMS:
            self._stems.clear()
        return Query(
            tuple(body),
            tuple(term for term in signed if term not in body),
            tuple(term for term in names if term in body),
            tuple(map(tuple, found)),
        )

    def _aliases_in(self, terms: list[str]) -> list[str]:
        found = []
        for place, term in enumerate(terms):
            for name, group in self._groups.get(term, ()):
                if tuple(terms[place : place + len(name)]) == name and group not in found:
                    found.append(group)
        return found

    def _terms(self, text: str) -> list[str]:
        words = words_of(text)
        dropped = FUNCTION_WORDS
        acronyms = _ACRONYM.findall(text)
        if acronyms and len(acronyms) <= _MOST_ACRONYMS * len(words):  # WHO, US
            dropped = dropped.difference(map(str.lower, acronyms))
        content = [word for word in words if word not in dropped] or words
        known = list(map(self._stems.get, content))
        if None not in known:  # numbers are never kept, so there are none
            return known  # type: ignore[return-value]
        return self._stemmed(content)

    def _stemmed(self, content: list[str]) -> list[str]:
        terms: list[str] = []
        stems = self._stems
        skip = 0
        for place, word in enumerate(content):
            if place < skip:
                continue
            known = stems.get(word)
            if known is None:
                number = number_at(content, place)
                if number is not None:
                    term, skip = number
                    terms.append(term)
                    continue
                known = self._stem(word)
            terms.append(known)
        return terms

    def _stem(self, word: str) -> str:
        found = self._stems[word] = "percent" if word == "%" else stem(word.removesuffix("'s"))
        return found


def words_of(text: str) -> list[str]:
    """The words and figures of `text`, case-folded; "#TwoWords" and "@TwoWords" as two."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES)
    if "#" not in text and "@" not in text:
        words = _WORD.findall(text.casefold())
    else:
        words = []
        for word in _WORD.findall(text):
            if word[0] in "@#":
                words += [part.casefold() for part in re.findall(_CAMEL, word)]
            else:
                words.append(word.casefold())
    if text.count(".") < 2:
        return words
    return [word.replace(".", "") if word[-1] == "." else word for word in words]  # U.N. = UN


def without_links(text: str) -> str:
    """`text` without web addresses ("https://…", "example.org/…")."""
    if "/" not in text:
        return text
    text = re.sub(_LINK, " ", text)
    return " ".join(word for word in text.split(" ") if "/" not in word or not _is_link(word))


def _is_link(word: str) -> bool:
    head = word.partition("/")[0].lstrip("(\"'“@\n")
    return len(head) < 254 and re.fullmatch(_HOST, head) is not None


def _names(text: str) -> list[str]:
    """The words written with a capital where no sentence begins; none where most words have one."""
    words = list(re.finditer(r"[^\W\d_][\w'’]*", text))
    capital = [match for match in words if match.group()[0].isupper()]
    if len(capital) > _MOST_CAPITALS * len(words):
        return []
    return [match.group() for match in capital if not _opens_sentence(text, match.start())]


def _opens_sentence(text: str, offset: int) -> bool:
    before = text[max(0, offset - 4) : offset].rstrip(" \"“”‘'([")
    return not before or before[-1] in _SENTENCE_ENDS
