"""Words that are opposites: those of the lexicon, and everyday words of up and down, better and worse."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.align import Contrast
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.lexicon import Lexicon, Relation
from factcheck.language.reach import word_set
from factcheck.language.tags import Tag

_CLASSES: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        (
            "rise increase grow growth climb soar surge jump expand expansion widen escalate intensify "
            "accelerate raise double triple quadruple multiply swell skyrocket rocket upturn up more "
            "increasingly higher enlarge bolster boost",
            "fall decrease shrink drop decline sink plunge slump dip dwindle contract contraction reduce "
            "reduction cut lower diminish lessen narrow curtail halve plummet tumble recede ebb downturn "
            "down back less fewer decreasingly slash shrinkage wane",
        ),
        (
            "improve improvement strengthen recover recovery warm thaw heal better enhance bolster boost "
            "flourish thrive deepen",
            "worsen deteriorate deterioration weaken decline sour cool erode harm damage worse degrade "
            "undermine collapse",
        ),
        (
            "support back endorse favour favor approve approval welcome champion advocate embrace support",
            "oppose opposition reject rejection resist condemn object denounce disapprove",
        ),
        ("accelerate quicken faster speed hasten", "slow delay slower decelerate"),
        ("safe safety harmless secure", "dangerous unsafe hazardous risky danger perilous"),
        ("include comprise", "exclude omit"),
        ("allow permit legalise legalize authorise authorize", "ban forbid prohibit outlaw bar"),
        ("open reopen opening", "close closure shut shutter"),
        ("begin start launch commence", "end finish conclude terminate"),
        ("win victory", "lose defeat loss"),
        ("friend ally friendly", "enemy foe hostile adversary"),
        ("cheap inexpensive affordable", "expensive costly dear"),
        ("first", "last"),
        ("identical same alike", "different distinct dissimilar"),
        ("closer nearer together", "apart"),
        ("expand expansion advance", "retreat pullback withdrawal"),
        ("operate operation operational functioning", "idle inactive dormant"),
    )
)

_SIDES: dict[str, list[tuple[int, int]]] = {}

for _number, _pair in enumerate(_CLASSES):
    for _side, _words in enumerate(_pair):
        for _word in _words:
            _SIDES.setdefault(_word, []).append((_number, _side))

del _number, _pair, _side, _words, _word

_PARTICLES = frozenset(("up", "down", "back"))

_MOVES = word_set("be go edge move trend head scale creep inch ramp slow speed")

_COMPARED = frozenset(("more", "less", "fewer"))

_GRADED = (Tag.NOUN, Tag.ADJECTIVE, Tag.ADVERB)

_FAMILY = word_set(
    "man woman boy girl father mother son daughter brother sister husband wife uncle aunt "
    "king queen actor actress child adult male female mr mrs sir madam lady gentleman parent"
)
"""Opposites in a dictionary, but other persons: the business of entities."""


def candidate_pairs(pair: Pair) -> Iterator[tuple[int, int]]:
    """Pairs of opposites, of the dictionary and of the classes."""
    seen = set()
    for contrast in pair.alignment.contrasts:
        free = _free(pair.statement, contrast.statement) and _free(pair.evidence, contrast.evidence)
        if (
            contrast.relation is Relation.ANTONYM
            and free
            and _alike(pair, contrast)
            and not _persons(pair, contrast.statement, contrast.evidence)
        ):
            seen.add((contrast.statement, contrast.evidence))
            yield contrast.statement, contrast.evidence
    mine = _sided(pair.statement, pair.lexicon)
    theirs = _sided(pair.evidence, pair.lexicon) if mine else ()
    linked = pair.alignment.linked()
    for index, sides in mine if theirs else ():
        if index in linked and not pair.statement.words[index].stop:
            continue
        for at, others in theirs:
            if (index, at) not in seen and any((number, 1 - side) in others for number, side in sides):
                yield index, at


def _alike(pair: Pair, contrast: Contrast) -> bool:
    """True for two words of one part of speech, as they stand or, for adjectives, as they may be."""
    if pair.statement.tags[contrast.statement] is pair.evidence.tags[contrast.evidence]:
        return True
    words = pair.statement.words[contrast.statement], pair.evidence.words[contrast.evidence]
    return all("a" in pair.lexicon.pos(word.text) for word in words)


def sides_of(pair: Pair, analysis: Analysis, index: int) -> tuple[tuple[int, int], ...]:
    """The classes and sides of a word, by any of its base forms; "more" and "up" only where they stand free."""
    return _sides(analysis, pair.lexicon)[index]


@lru_cache(maxsize=READINGS)
def _sides(analysis: Analysis, lexicon: Lexicon) -> tuple[tuple[tuple[int, int], ...], ...]:
    return tuple(_sides_at(analysis, lexicon, index) for index in range(len(analysis.words)))


@lru_cache(maxsize=READINGS)
def _sided(analysis: Analysis, lexicon: Lexicon) -> tuple[tuple[int, tuple[tuple[int, int], ...]], ...]:
    """The words that belong to a class, with their sides."""
    return tuple((index, sides) for index, sides in enumerate(_sides(analysis, lexicon)) if sides)


def _sides_at(analysis: Analysis, lexicon: Lexicon, index: int) -> tuple[tuple[int, int], ...]:
    word = analysis.words[index]
    if word.name >= 0 or word.date >= 0:
        return ()
    found = list(_SIDES.get(word.text, ()))
    for lemma in lexicon.lemmas(word.sense) if not word.stop else ():
        found += [item for item in _SIDES.get(lemma, ()) if item not in found]
    return tuple(found) if found and _free(analysis, index) else ()


def _free(analysis: Analysis, index: int) -> bool:
    """False for a particle or a comparative that belongs to a figure or another word: up to 5, go back to."""
    text = analysis.words[index].text
    follows = analysis.words[index + 1] if index + 1 < len(analysis.words) else None
    if analysis.words[index].figure >= 0 and text != "first" and text != "last":
        return text not in (*_COMPARED, "up", "double", "triple", "half")
    if text in _COMPARED:
        return follows is None or (
            follows.text != "than" and follows.figure < 0 and analysis.tags[index + 1] in _GRADED
        )
    if text in ("old", "long", "high", "tall", "deep", "wide"):
        measured = index > 1 and (
            analysis.words[index - 1].figure >= 0 or analysis.words[index - 2].figure >= 0
        )
        return not measured and (follows is None or follows.text != "enough")
    if text == "apart":
        return follows is None or follows.text != "from"
    if text in _PARTICLES:
        before = analysis.words[index - 1].lemma if index else ""
        moved = before in _MOVES or (text == "back" and before in ("scale", "cut", "roll", "pull", "dial"))
        return moved and (follows is None or follows.text not in ("to", "for", "the", "with", "on", "a"))
    return True


def _persons(pair: Pair, statement: int, evidence: int) -> bool:
    words = (pair.statement.words[statement], pair.evidence.words[evidence])
    return any(word.lemma in _FAMILY or word.text in _FAMILY for word in words)


def says_both(pair: Pair, index: int, other: int) -> bool:
    """True where one side says both: the same word, or one of its class."""
    sides = set(sides_of(pair, pair.statement, index))
    lemma = pair.statement.words[index].lemma
    theirs = pair.evidence.words[other].lemma
    if any(word.lemma == theirs and word.name < 0 for word in pair.statement.words):
        return True
    for at, word in enumerate(pair.evidence.words):
        if (word.lemma == lemma and not word.stop) or (
            sides and not sides.isdisjoint(sides_of(pair, pair.evidence, at))
        ):
            return True
    return pair.alignment.partner(index) is not None and not pair.statement.words[index].stop
