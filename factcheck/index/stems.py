"""A light stemmer of English: plurals, -ed, -ing, -ly, irregular forms. No data to load.

Plurals follow the S stemmer (Harman, "How effective is suffixing?", JASIS 42, 1991); -ed, -ing and
the mending after them follow step 1b of Porter ("An algorithm for suffix stripping", 1980).
Derivations ("Australian", "presidential") are left alone: the index relates them by their beginnings.
"""

from __future__ import annotations

_IRREGULAR_FORMS = (
    "begin began begun;bite bit bitten;blow blew blown;break broke broken;bring brought;build built;"
    "burn burnt;buy bought;catch caught;child children;choose chose chosen;come came;deal dealt;"
    "die died dying;dig dug;draw drew drawn;drink drank drunk;drive drove driven;eat ate eaten;"
    "fall fell fallen;feed fed;feel felt;fight fought;find found;flee fled;fly flew flown flies;"
    "foot feet;forbid forbade forbidden;forget forgot forgotten;freeze froze frozen;get got gotten;"
    "give gave given;go went gone goes;grow grew grown;hang hung;hear heard;hide hid hidden;hold held;"
    "keep kept;know knew known;lay laid;lead led;leave left;lend lent;lie lay lain lying;lose lost;"
    "make made;man men;mean meant;meet met;mouse mice;pay paid;ride rode ridden;rise rose risen;"
    "run ran;say said;see saw seen;seek sought;sell sold;send sent;shake shook shaken;shoot shot;"
    "shrink shrank shrunk;sing sang sung;sink sank sunk;sit sat;sleep slept;speak spoke spoken;"
    "spend spent;stand stood;steal stole stolen;strike struck;swear swore sworn;swim swam swum;"
    "take took taken;teach taught;tell told;think thought;throw threw thrown;tooth teeth;"
    "understand understood;wear wore worn;wife wives;win won;withdraw withdrew withdrawn;"
    "woman women;write wrote written;life lives"
)
_IRREGULAR = {
    form: forms[0] for group in _IRREGULAR_FORMS.split(";") for forms in [group.split()] for form in forms[1:]
}
_VOWELS = frozenset("aeiouy")


def stem(word: str) -> str:
    """The stem of a case-folded word: "agreements" → "agreement", "signed" → "sign".

    Not a word to show: "cities" → "citi". A word of three letters or fewer, or one that is not
    plain a–z, is its own stem.
    """
    word = _IRREGULAR.get(word, word)
    if len(word) <= 3 or not word.isascii():
        return word
    word = _singular(word)
    if word.endswith("ly") and len(word) > 6:
        word = word[:-2]
    bare = _without_ending(word)
    if bare is not word:
        word = _mended(bare)
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    if word.endswith("y") and len(word) > 3 and word[-2] not in _VOWELS:
        word = word[:-1] + "i"
    return word


def _singular(word: str) -> str:
    if not word.endswith("s") or word.endswith(("ss", "us", "is", "news")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _without_ending(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending):
            bare = word[: -len(ending)]
            if len(bare) >= 3 and not _VOWELS.isdisjoint(bare):
                return bare
    return word


def _mended(word: str) -> str:
    if word[-1] == word[-2] and word[-1] not in "lsz":
        return word[:-1]
    return word
