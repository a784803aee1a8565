"""The number words of English, as tables: folded word → value."""

from __future__ import annotations

from math import inf

SMALL = {
    word: float(value)
    for value, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        ).split()
    )
}
TENS = {
    word: float(10 * value)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40.0, "ninty": 90.0}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "milliard": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}
ABBREVIATED_SCALES = {"mn": 1e6, "mln": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
"""Written after a figure, apart from it or attached to it."""
ATTACHED_SCALES = ABBREVIATED_SCALES | {"k": 1e3, "m": 1e6, "b": 1e9}
"""Written right after a figure, without a space."""
PLURAL_SCALES = {f"{word}s": value for word, value in SCALES.items()}
MANIFOLD = {
    "multimillion": 1e6,
    "multibillion": 1e9,
    "multitrillion": 1e12,
}
ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        start=1,
    )
} | {
    "thirtieth": 30.0,
    "fortieth": 40.0,
    "fiftieth": 50.0,
    "sixtieth": 60.0,
    "seventieth": 70.0,
    "eightieth": 80.0,
    "ninetieth": 90.0,
    "hundredth": 100.0,
    "thousandth": 1000.0,
    "millionth": 1e6,
}
PARTS = {
    "half": 2.0,
    "halves": 2.0,
    "third": 3.0,
    "quarter": 4.0,
    "fourth": 4.0,
    "fifth": 5.0,
    "sixth": 6.0,
    "seventh": 7.0,
    "eighth": 8.0,
    "ninth": 9.0,
    "tenth": 10.0,
    "twelfth": 12.0,
    "twentieth": 20.0,
    "hundredth": 100.0,
    "thousandth": 1000.0,
}
PARTS |= {f"{word}s": value for word, value in list(PARTS.items()) if word not in ("half", "halves")}
SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
FACTORS = {
    "twice": 2.0,
    "thrice": 3.0,
    "doubled": 2.0,
    "doubling": 2.0,
    "tripled": 3.0,
    "tripling": 3.0,
    "trebled": 3.0,
    "quadrupled": 4.0,
    "quintupled": 5.0,
    "halved": 0.5,
    "halving": 0.5,
    "twofold": 2.0,
    "threefold": 3.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "sixfold": 6.0,
    "sevenfold": 7.0,
    "eightfold": 8.0,
    "ninefold": 9.0,
    "tenfold": 10.0,
    "hundredfold": 100.0,
}
FACTOR_ADJECTIVES = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0}
"""Factors only before a determiner or a pronoun: "double the number"."""
VAGUE_PLURALS = {
    "dozens": (24.0, inf),
    "scores": (40.0, inf),
    "tens": (20.0, 100.0),
    "hundreds": (200.0, inf),
    "thousands": (2e3, inf),
    "millions": (2e6, inf),
    "billions": (2e9, inf),
    "trillions": (2e12, inf),
}
"""Plural scales without a figure: the least that they say, and the most ("tens of …" only)."""
STARTERS = frozenset(
    {*SMALL, *TENS, *SCALES, *MANIFOLD, *ORDINALS, *FACTORS, *FACTOR_ADJECTIVES, *SIGNS, *VAGUE_PLURALS}
    | {
        "a",
        "an",
        "half",
        "quarter",
        "dozen",
        "couple",
        "no",
        "several",
        "few",
        "many",
        "minus",
        "multi",
        "most",
    }
)
"""Every folded word that a number can begin with."""
