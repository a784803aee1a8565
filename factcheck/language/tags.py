"""Parts of speech by dictionary and neighbourhood: coarse, deterministic, without a trained model.

A word's possible parts come from the lexicon, its possible forms from its ending; function words are a
closed list. The cheapest path through what is possible is taken (A. Viterbi, 1967), where a step costs
what `tag_steps` says of two neighbours, and a clause without a finite verb, or with two, costs extra. The
costs are a grammarian's, set by hand: nothing was trained, and nothing is fitted to a corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache, lru_cache

from factcheck.language.tag_steps import BOUND, FOLLOWING, OTHERWISE, step
from factcheck.language.words import Word


class Tag(StrEnum):
    """A coarse part of speech."""

    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    RELATIVE = "relative"
    PRONOUN = "pronoun"
    AUXILIARY = "auxiliary"
    """A form of be, have or do, be it the main verb or not."""
    MODAL = "modal"
    NEGATION = "negation"
    TO = "to"
    """The "to" of an infinitive; the other one is a preposition."""
    VERB = "verb"
    NOUN = "noun"
    NAME = "name"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    FIGURE = "figure"
    DATE = "date"
    OTHER = "other"


BE = frozenset(
    "be am is are was were been being isn't aren't wasn't weren't ain't i'm you're we're they're "
    "it's he's she's that's there's here's who's what's".split()
)
HAVE = frozenset("have has had having haven't hasn't hadn't i've you've we've they've".split())
DO = frozenset("do does did doing done don't doesn't didn't".split())
MODALS = frozenset(
    "will would shall should can could may might must cannot can't couldn't won't wouldn't shan't shouldn't "
    "mightn't mustn't i'll you'll he'll she'll it'll we'll they'll i'd you'd he'd she'd we'd they'd".split()
)
NEGATIONS = frozenset("not never n't".split())

# States are the tags, with verbs split by form (B base, Z third person, P past, E participle, G gerund) and
# nouns by number (n one, q several).
_STATES = {
    "d": Tag.DETERMINER, "p": Tag.PREPOSITION, "c": Tag.CONJUNCTION, "s": Tag.SUBORDINATOR, "r": Tag.RELATIVE,
    "o": Tag.PRONOUN, "b": Tag.AUXILIARY, "h": Tag.AUXILIARY, "x": Tag.AUXILIARY, "m": Tag.MODAL,
    "!": Tag.NEGATION, "t": Tag.TO, "n": Tag.NOUN, "q": Tag.NOUN, "N": Tag.NAME, "a": Tag.ADJECTIVE,
    "v": Tag.ADVERB, "f": Tag.FIGURE, "D": Tag.DATE, "B": Tag.VERB, "Z": Tag.VERB, "P": Tag.VERB,
    "E": Tag.VERB, "G": Tag.VERB, BOUND: Tag.OTHER,
}  # fmt: skip
_FINITE = frozenset("bhxmBZP")
# What a path has seen of verbs: no finite one, one, one with leave for another, a participle, a relative
# pronoun that waits for its verb (after which the main clause still waits for its own).
_NONE, _ONE, _ANEW, _PARTICIPLE, _RELATIVE = range(5)
_VERBLESS = {_NONE: 1.2, _PARTICIPLE: 0.3, _RELATIVE: 1.2}
"""What a text costs that ends without a finite verb: with nothing at all, with a participle."""
_SECOND_VERB = 1.2
"""What a second finite verb costs where no conjunction, relative or comma opens a clause for it."""

CLOSED = {
    word: states
    for states, group in (
        ("d", "the a an every my your its our their whose s"),
        ("do", "this these those each any some all both either neither another several few many such no"),
        ("do", "his her"),
        ("p", "like"),
        ("f", "one"),
        ("dv", "much more most less"),
        (
            "p",
            "of at by for with from into onto against between among amid during toward towards upon via per "
            "despite throughout beside beyond alongside unlike regarding concerning including amongst within",
        ),
        (
            "pv",
            "in on over under up down out off about around through along across behind near inside outside "
            "above below without",
        ),
        ("ps", "before after since until till than as except"),
        ("c", "and or but nor plus &"),
        ("vc", "yet"),
        ("s", "because if when while although though unless whereas whether lest so"),
        ("r", "who which whom where"),
        ("rdso", "that"),
        ("or", "what"),
        ("vs", "how why"),
        (
            "o",
            "i you he she it we they me him us them himself herself itself themselves ourselves "
            "myself yourself someone somebody anyone anybody everyone everybody nobody something anything "
            "everything nothing mine hers theirs ours",
        ),
        ("ov", "there"),
        ("tp", "to"),
        ("v", "then here also too very just only even still already again ever quite rather almost not"),
        (BOUND, "lrb rrb lsb rsb"),  # how the Penn Treebank writes brackets
    )
    for word in group.split()
}  # fmt: skip
"""Function words and the states that each can be in, the likeliest first."""
_KEPT = 8192
"""Of so many words it is kept what they can be."""
_LEANINGS = {"her": ("d", "o"), "his": ("d", "o"), "like": ("p", "B"), "one": ("f", "o")}
_MULTIPLYING = frozenset("doubled tripled trebled quadrupled halved".split())
"""Figures that are verbs too: sales doubled."""
_ADVERBIAL = frozenset("back home well right away together later early long far hard fast right soon".split())


_Key = tuple[str, int]
"""A state, and what the path to it has seen of verbs."""
_Column = dict[_Key, tuple[float, _Key]]
"""What can be reached at a word, at what cost, and from where."""


def tag_words(words: Sequence[Word], parts: Callable[[str], frozenset[str]]) -> tuple[Tag, ...]:
    """A tag for each word; `parts` gives a word's possible parts ("n", "v", "a", "r").

    Of the text only what the words say of it is seen: where more than a space lies between two of
    them, there is a boundary.
    """
    trellis: list[_Column] = []
    reached: _Column = {(BOUND, _NONE): (0.0, (BOUND, _NONE))}
    end = -1
    for index, word in enumerate(words):
        start, stop = word.span
        if end >= 0 and start - end > 1:
            reached = _cross(reached)
        led = word.text == "to" and _leads_to_verb(words, index, parts)
        reached = _advance(reached, _INFINITIVE if led else _possible(word, parts))
        trellis.append(reached)
        end = stop
    return _trace(trellis)


_INFINITIVE = (("t", 0.0), ("p", 0.8))
_CONTROLLING = frozenset(
    "plan intend want hope wish expect aim seek try attempt promise pledge vow agree offer propose threaten "
    "prepare schedule slate suppose ask urge decide refuse decline fail manage able unable ready willing likely "
    "unlikely due set poised allow permit force require need continue begin start".split()
)
"""After these, "to" before what can be a verb is an infinitive's: expected to end."""


def _leads_to_verb(words: Sequence[Word], index: int, parts: Callable[[str], frozenset[str]]) -> bool:
    if not 0 < index < len(words) - 1 or words[index - 1].lemma not in _CONTROLLING:
        return False
    after = words[index + 1]
    return after.name < 0 and after.text == after.lemma and "v" in parts(after.text)


def _cross(reached: _Column) -> _Column:
    """Over a boundary: what follows begins afresh, and may have a verb of its own."""
    crossed: _Column = {}
    for origin, (cost, _) in reached.items():
        state, verbs = origin
        key = (state + BOUND, _ANEW if verbs == _ONE else verbs)
        total = cost + step(state[0], BOUND) * 0.5
        if key not in crossed or total < crossed[key][0]:
            crossed[key] = total, origin
    return crossed


def _advance(reached: _Column, options: Sequence[tuple[str, float]]) -> _Column:
    column: _Column = {}
    for origin, (cost, _) in reached.items():
        before, verbs = origin
        last = before[-1]
        follows = FOLLOWING[last]
        again = verbs == _ONE and last not in "bhxm!vt"
        for state, own in options:
            total = cost + own + follows.get(state, OTHERWISE)
            if again and state in _FINITE:
                total += _SECOND_VERB
            elif state == "s" and verbs == _PARTICIPLE:
                total += _VERBLESS[_PARTICIPLE]
            key = (state, _SEEN[state][verbs])
            known = column.get(key)
            if known is None or total < known[0]:
                column[key] = (total, origin)
    return column


def _seen(state: str) -> tuple[int, ...]:
    """What a path has seen of verbs after a state, by what it had seen before it."""
    if state in _FINITE:
        return _ONE, _ONE, _ONE, _ONE, _NONE
    seen = [_NONE, _ONE, _ANEW, _PARTICIPLE, _RELATIVE]
    if state in "GE":
        seen[_NONE] = _PARTICIPLE
    if state in "csr":
        seen[_ONE] = _ANEW
    if state == "r":
        seen[_NONE] = seen[_PARTICIPLE] = _RELATIVE
    return tuple(seen)


_SEEN = {state: _seen(state) for state in _STATES}


def _trace(trellis: Sequence[_Column]) -> tuple[Tag, ...]:
    if not trellis:
        return ()
    last = trellis[-1]
    key = min(last, key=lambda state: last[state][0] + _ending(state))
    tags = []
    for column in reversed(trellis):
        tags.append(_STATES[key[0]])
        before, verbs = column[key][1]
        if before.endswith(BOUND) and len(before) > 1:
            key = _uncross(trellis[len(trellis) - len(tags) - 1], before[0], verbs)
        else:
            key = (before, verbs)
    return tuple(reversed(tags))


def _ending(key: tuple[str, int]) -> float:
    return _VERBLESS.get(key[1], 0.0) + step(key[0], BOUND)


def _uncross(column: _Column, state: str, verbs: int) -> _Key:
    options = [key for key in column if key[0] == state and (_ANEW if key[1] == _ONE else key[1]) == verbs]
    return min(options, key=lambda key: (column[key][0], key))


def _possible(word: Word, parts: Callable[[str], frozenset[str]]) -> tuple[tuple[str, float], ...]:
    """The states that a word can be in, each with its own cost."""
    text = word.text
    if word.date >= 0 and not (text in CLOSED and word.stop and text not in ("last", "next")):
        return (("D", 0.0),)
    if text in _SMALL:
        return _small_states(text)
    if word.name >= 0:
        return (("N", 0.0),)
    if text in _MULTIPLYING:
        return (("P", 0.0), ("E", 0.2), ("f", 0.8))
    if text in CLOSED and not (text == "per" and word.figure >= 0):  # "per cent"
        return _closed_states(text)
    if word.figure >= 0:
        return (("f", 0.0),)
    return _open(text, word.lemma, parts(text))


_SMALL = NEGATIONS | MODALS | BE | HAVE | DO
"""Words that are no names, however they are written."""


@cache
def _small_states(text: str) -> tuple[tuple[str, float], ...]:
    if text in NEGATIONS:
        return (("!", 0.0),)
    if text in MODALS:
        return (("n", 2.0), ("m", 0.0)) if text in ("will", "can", "might", "must") else (("m", 0.0),)
    return (("b" if text in BE else "h" if text in HAVE else "x", 0.0),)


@cache
def _closed_states(text: str) -> tuple[tuple[str, float], ...]:
    if text in _LEANINGS:
        first, second = _LEANINGS[text]
        return ((first, 0.0), (second, 0.8))
    return tuple((state, 0.15 * rank) for rank, state in enumerate(CLOSED[text]))


@lru_cache(maxsize=_KEPT)
def _open(text: str, lemma: str, parts: frozenset[str]) -> tuple[tuple[str, float], ...]:
    states: list[tuple[str, float]] = []
    if not parts:
        return _by_ending(text)
    if "n" in parts:
        several = (text != lemma and not text.endswith(("ing", "ed"))) or text in ("people", "police")
        rare = (
            0.9
            if text in _HOMOGRAPHS
            else 0.3
            if text in _ADVERBIAL
            else 0.4
            if text.endswith(("ing", "ed"))
            else 0.0
        )
        states.append(("q" if several else "n", rare))
    if "a" in parts:
        states.append(("a", 0.4 if text.endswith("ing") else 0.1 if "n" in parts else 0.0))
    if "r" in parts:
        states.append(("v", _adverb_cost(text, parts)))
    if "v" in parts:
        rarer = 0.3 if "n" in parts and not text.endswith(("ing", "ed")) else 0.0
        states += [
            (state, cost + (rarer if state in "BZ" else 0.0)) for state, cost in verb_forms(text, lemma)
        ]
        if "a" not in parts and text.endswith("ed"):
            states.append(("a", _PARTICIPIAL))
        if "n" not in parts and text == lemma:
            states.append(("n", _RARE_NOUN))
    return tuple(states)


_PARTICIPIAL = 0.9
"""What it costs to take a participle for an adjective: a sealed box."""
_RARE_NOUN = 1.5
"""What it costs to take the base form of a verb for a noun that texts hardly ever have: an offer, a try."""


def _adverb_cost(text: str, parts: frozenset[str]) -> float:
    if parts == {"r"} or text.endswith("ly"):
        return 0.0
    if text in _ADVERBIAL:
        return 0.1 if "a" in parts else 0.0
    return 0.5


def verb_forms(text: str, lemma: str) -> tuple[tuple[str, float], ...]:
    """The forms that a verb's ending allows: B base, Z third person, P past, E participle, G gerund."""
    if text.endswith("ing") and len(text) > 4 and lemma != "bring":
        return (("G", 0.0),)
    if (
        text.endswith("ed")
        and len(text) > 3
        and text not in ("need", "feed", "speed", "embed", "exceed", "proceed")
    ):
        return (("P", 0.0), ("E", 0.0))
    if text in _ENDLESS:
        return (("B", 0.1), ("P", 0.3), ("E", 0.3))
    if text.endswith("s") and not text.endswith("ss") and lemma != text:
        return (("Z", 0.0),)
    if text in _HOMOGRAPHS:
        return (("P", 0.0), ("E", 0.0), ("B", 0.9))
    if text == lemma:
        return (("B", 0.0),)
    if text.endswith(("wn", "rn", "en", "ne")):
        return (("E", 0.0),)
    return (("P", 0.0), ("E", 0.0))


_HOMOGRAPHS = frozenset(
    "shot left found saw felt bound wound ground bit broke fell lay rose spoke thought built led lit "
    "met struck "
    "lent bent bore bred clung dug drew flew fled forbade forgot fought froze got grew held hid hung "
    "kept knew "
    "laid lost made meant paid rode said sat sent shone shook sold sought spent spun stood stuck "
    "stung swore swung "
    "taught threw told took tore woke won wore wove wrote".split()
)
"""Pasts of irregular verbs, which a dictionary may take for words of their own."""
_ENDLESS = frozenset(
    "put cut set hit let read hurt cost shut spread split burst cast rid quit beat come become run".split()
)


def _by_ending(text: str) -> tuple[tuple[str, float], ...]:
    if text.endswith("ly"):
        return (("v", 0.0), ("n", 1.5))
    if text.endswith("ed") and len(text) > 4:
        return (("P", 0.0), ("E", 0.0), ("n", 1.0))
    if text.endswith("ing") and len(text) > 5:
        return (("G", 0.0), ("n", 0.4))
    if text.endswith(("ous", "ive", "ical", "less", "ful", "able", "ible")):
        return (("a", 0.0), ("n", 0.6))
    return (("n", 0.0), ("a", 1.0))
