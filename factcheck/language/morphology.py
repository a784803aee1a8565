"""Which base forms a word can be an inflected form of, and how likely each is."""

from __future__ import annotations

from factcheck.language import lexicon_file as layout
from factcheck.language.lexicon_file import LexiconFile, Record

_RULES = (
    (
        *(("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z")),
        *(("ches", "ch"), ("shes", "sh"), ("men", "man"), ("ies", "y")),
    ),
    (("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")),
    (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    (),
)
"""Morphy's rules of detachment, for each letter of `layout.POS`."""
_BY_LETTER = {
    letter: [
        (pos, suffix, ending)
        for pos, rules in enumerate(_RULES)
        for suffix, ending in rules
        if suffix[-1] == letter
    ]
    for letter in ("s", "n", "d", "g", "r", "t")
}
"""The same by the last letter of what they detach."""

Reading = tuple[Record, int, float]
"""A base form, its part of speech as an index in `layout.POS`, and the share of the form's uses, 0 to 1."""

_INFLECTED, _ING, _PARTICIPLE = 0.4, 0.2, 0.3
"""Of a verb's or noun's tags, how many a regular or irregular form, and an -ing form, is given; what an
adjective that looks like a participle keeps of its own (killed is of kill). Estimates, not counted."""
_LEAST = 0.03
"""Readings with a smaller share are left out."""


def readings(file: LexiconFile, word: str, own: Record | None) -> list[Reading]:
    """The readings of `word`, whose own record is `own`, the likeliest first; empty for unknown words.

    The rules are those of WordNet's morphy(7WN); the shares come from SemCor's tags of the base forms.
    """
    found = _irregular(file, own) if own else []
    if not (own and own.flags & layout.STOP):
        found += _regular(file, word, {pos for _, pos in own.bases} if own else set())
    inflected = bool(found)
    for pos, count in enumerate(own.counts if own else ()):
        if own and count >= 0:
            participle = inflected and pos == 2 and word.endswith(("ed", "ing"))
            found.append((own, pos, _tags(own, pos) * (_PARTICIPLE if participle else 1.0)))
    total = sum(score for _, _, score in found)
    likely = sorted(((record, pos, score / total) for record, pos, score in found), key=lambda one: -one[2])
    return [reading for reading in likely if reading[2] >= _LEAST or reading is likely[0]]


def _irregular(file: LexiconFile, own: Record) -> list[Reading]:
    bases = [(file.record(target), pos) for target, pos in own.bases]
    return [(base, pos, _INFLECTED * _tags(base, pos)) for base, pos in bases if base.counts[pos] >= 0]


def _regular(file: LexiconFile, word: str, irregular: set[int]) -> list[Reading]:
    found: list[Reading] = []
    if word.endswith("ss"):
        return found
    for pos, suffix, ending in _BY_LETTER.get(word[-1:], ()):
        if pos not in irregular and word.endswith(suffix) and len(word) > len(suffix) + 1:
            base = file.find(word[: -len(suffix)] + ending)
            if base and base.counts[pos] >= 0:
                found.append((base, pos, (_ING if suffix == "ing" else _INFLECTED) * _tags(base, pos)))
    return found


def _tags(record: Record, pos: int) -> float:
    return float(2 ** (record.counts[pos] / 8)) - 0.7


def bare(word: str) -> str:
    """`word` without a possessive ending."""
    return word[:-2] if word.endswith("'s") and len(word) > 3 else word.rstrip("'") or word


def guess_lemma(word: str) -> str:
    """The base form of a word that no lexicon knows: without a plural s."""
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural else word


_ENDINGS = (
    *("n", "an", "ian", "ean", "ese", "ish", "i", "ic", "ist", "ism", "y", "ly"),
    *("ment", "ation", "ion", "er", "or", "ing", "ed", "ness", "ity", "al"),
)


SHORTEST_STEM = 4
"""Letters of a word that another one may be derived from by its ending alone."""


def same_stem(one: str, other: str) -> bool:
    """For words that WordNet lacks: one is the other with a suffix (zambia/zambian, nato/natoist)."""
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST_STEM and long.startswith(short) and long[len(short) :] in _ENDINGS


_SPELLINGS = (
    ("our", "or"),
    ("ise", "ize"),
    ("isation", "ization"),
    ("yse", "yze"),
    ("mme", "m"),
    ("ogue", "og"),
    ("tre", "ter"),
    ("lled", "led"),
    ("lling", "ling"),
    ("elry", "ellery"),
)
"""British endings and the American ones: colour, organise, analyse, programme, dialogue, theatre."""
_BRITISH = tuple([british for british, _ in _SPELLINGS])


def spellings(word: str) -> list[str]:
    """What a word is in American spelling, by each ending that may be British."""
    if not word.endswith(_BRITISH):
        return []
    return [word[: -len(british)] + american for british, american in _SPELLINGS if word.endswith(british)]


def same_spelled(one: str, other: str) -> bool:
    """True for a word in its British and its American spelling: programme/program, organise/organize."""
    if abs(len(one) - len(other)) > 2 or min(len(one), len(other)) < 5 or one[:3] != other[:3]:
        return False
    return other in spellings(one) or one in spellings(other)
