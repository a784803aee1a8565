"""Signed and unsigned, stable and unstable: prefixes that deny."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.conflicts.matter import Ties, clash
from factcheck.conflicts.pair import Pair
from factcheck.conflicts.sides import Side
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.lexicon import Lexicon
from factcheck.language.reach import breaks
from factcheck.language.tags import Tag
from factcheck.model import Conflict
from factcheck.records import NamedTuple

PREFIXES = ("un", "non", "in", "im", "ir", "il", "dis")
SHORTEST = 4
"""Letters of a word that a prefix can deny."""


def attributive(analysis: Analysis, index: int) -> bool:
    """True right before a noun of the same phrase."""
    following = index + 1 < len(analysis.tags) and not breaks(analysis, index + 1)
    return following and analysis.tags[index + 1] in (Tag.NOUN, Tag.ADJECTIVE)


class Prefixable(NamedTuple):
    """The forms of a text's words of which one is the other with a prefix that denies."""

    plain: frozenset[str]
    """What words without a prefix can be forms of."""
    denied: frozenset[str]
    """What is left of words with a prefix, without it."""


@lru_cache(maxsize=READINGS)
def prefixable(analysis: Analysis, lexicon: Lexicon) -> Prefixable:
    """What to look for before words are held against words."""
    plain: set[str] = set()
    denied: set[str] = set()
    for index, begins in _opposable(analysis):
        text = analysis.words[index].text
        if not begins:
            plain.update(lexicon.forms(text))
        else:
            for prefix in PREFIXES:
                if text.startswith(prefix):
                    denied.update(lexicon.forms(text[len(prefix) :]))
    return Prefixable(frozenset(plain), frozenset(denied))


def may_be_prefixed(pair: Pair) -> bool:
    """Whether a word of one text can be a word of the other with a prefix that denies."""
    mine, theirs = prefixable(pair.statement, pair.lexicon), prefixable(pair.evidence, pair.lexicon)
    return not (mine.plain.isdisjoint(theirs.denied) and mine.denied.isdisjoint(theirs.plain))


@lru_cache(maxsize=READINGS)
def _opposable(analysis: Analysis) -> tuple[tuple[int, bool], ...]:
    """The words that may have an opposite by prefix, and whether they begin with one."""
    return tuple(
        (index, word.text.startswith(PREFIXES))
        for index, word in enumerate(analysis.words)
        if len(word.text) >= SHORTEST and word.name < 0 and not attributive(analysis, index)
    )


def prefixed(pair: Pair, statement: Side, evidence: Side, ties: Ties) -> Iterator[Conflict]:
    """signed/unsigned, stable/unstable: a prefix that denies."""
    if not may_be_prefixed(pair):
        return
    theirs = _opposable(pair.evidence)
    for index, begins in _opposable(pair.statement):
        word = pair.statement.words[index]
        if word.stop:
            continue
        for at, other_begins in theirs:
            other = pair.evidence.words[at]
            # Of two opposites one begins with a prefix and the other does not.
            if begins is other_begins or not _opposed(pair, word.text, other.text):
                continue
            same = statement.sign(index) is True and evidence.sign(at) is True
            moods = statement.mood(index) is evidence.mood(at)
            if same and moods and ties.same_parts(index, at) and _same_head(pair, ties, index, at):
                yield clash(
                    pair,
                    "polarity",
                    (index, index + 1),
                    (at, at + 1),
                    f"“{word.raw}” and “{other.raw}” are opposites",
                )
                return


def _opposed(pair: Pair, one: str, other: str) -> bool:
    """True where the one is the other with a prefix that denies."""
    short, long = (one, other) if len(one) < len(other) else (other, one)
    if not long.startswith(PREFIXES) or short.startswith(PREFIXES) or len(short) < SHORTEST:
        return False
    lexicon = pair.lexicon
    for prefix in (prefix for prefix in PREFIXES if long.startswith(prefix)):
        rest = long[len(prefix) :]
        same = rest == short or not set(lexicon.lemmas(rest)).isdisjoint(lexicon.lemmas(short))
        sure = prefix in ("un", "non") and "a" in lexicon.pos(long)
        if same and (sure or _antonyms(pair, one, other)):
            return True
    return False


def _antonyms(pair: Pair, one: str, other: str) -> bool:
    relation = pair.lexicon.relation(one, other)
    return relation is not None and relation.value == "antonym"


def _same_head(pair: Pair, ties: Ties, statement: int, evidence: int) -> bool:
    """True where a word near the one is tied to a word near the other: what the two are said of."""
    near = range(max(0, evidence - 6), min(len(pair.evidence.words), evidence + 7))
    mine = range(max(0, statement - 6), min(len(pair.statement.words), statement + 7))
    return any(
        at in near and not pair.evidence.words[at].stop
        for index in mine
        if index != statement
        for at in ties.of(index)
    )
