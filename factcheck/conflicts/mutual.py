"""What is as true from the one side as from the other."""

from __future__ import annotations

from functools import lru_cache

from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.lexicon import Lexicon

_MUTUAL = frozenset(
    "meet cooperate collaborate agree disagree marry divorce resemble equal border neighbour neighbor talk "
    "speak discuss negotiate sign trade relate differ compete collide play face match connect link "
    "join touch intersect correspond coincide twin partner ally share exchange unite merge converse chat "
    "argue debate quarrel dance live embrace hug kiss fight clash date engage relation relationship friendship "
    "cooperation partnership dialogue agreement treaty war border trade alliance conflict meeting negotiation "
    "brother sister sibling cousin friend spouse colleague rival twin neighbour equal same similar different "
    "close equivalent between".split()
)
_EMPTY = frozenset("have do become seem remain include".split())
"""Too empty to tell sides by."""
_MUTUALLY = frozenset(("other", "another", "mutual", "mutually", "both", "together", "reciprocal", "vice"))


def is_mutual_word(pair: Pair, index: int) -> bool:
    """True for a word of the statement of which neither side is the doer, or that tells nothing of sides."""
    return is_mutual(pair.statement.words[index].text, pair.lexicon)


@lru_cache(maxsize=READINGS)
def is_mutual(word: str, lexicon: Lexicon) -> bool:
    """True for a word of which neither side is the doer, or that tells nothing of sides."""
    names = (word, *lexicon.lemmas(word))
    return any(name in _MUTUAL or name in _EMPTY for name in names)


def says_mutual(pair: Pair) -> bool:
    """True where either text says that something holds of each other, both, together."""
    return _says_mutual(pair.statement) or _says_mutual(pair.evidence)


@lru_cache(maxsize=READINGS)
def _says_mutual(analysis: Analysis) -> bool:
    return any(word.text in _MUTUALLY for word in analysis.words)
