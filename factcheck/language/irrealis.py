"""What a text speaks of without saying that it is so: plans, offers, hopes, possibilities, allegations,
conditions, questions (the *irrealis*, as grammars call it).

A verb reaches what depends on it ("promised to pay half"), a modal its predicate, an adverb its clause,
an attributive adjective its noun phrase, a phrase such as "under consideration" what stands before it in
its clause. Verbs that say that a thing was done (manage, begin, continue, help) are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.irrealis_words import (
    ACCUSE,
    ADVERBS,
    ATTRIBUTES,
    FOR,
    IF,
    MODALS,
    NEARLY,
    NOUNS,
    OBJECT,
    THAT,
    TO,
    TO_ADJECTIVES,
    UNDER,
    Irrealis,
    IrrealisKind,
)
from factcheck.language.reach import (
    breaks,
    clause_end,
    clause_start,
    is_question,
    next_verb,
    phrase_end,
    sentence_of,
)
from factcheck.language.tags import BE, Tag
from factcheck.language.views import VIEWS, later, read_view, that_follows


@lru_cache(maxsize=READINGS)
def irrealis(analysis: Analysis) -> tuple[Irrealis, ...]:
    """What a text does not say to be so, in the order of the cues; questions last."""
    cues = [at for at, word in enumerate(analysis.words) if word.text in CUES or word.lemma in GOVERNING]
    found = [item for index in cues for item in _read(analysis, index)]
    if "?" in analysis.text:
        found.extend(_questions(analysis))
    return tuple(found)


def covering(found: tuple[Irrealis, ...], index: int) -> Irrealis | None:
    """The nearest item whose scope holds a word, or None."""
    return next(iter(all_covering(found, index)), None)


def all_covering(found: tuple[Irrealis, ...], index: int) -> list[Irrealis]:
    """The items whose scopes hold a word, the nearest first: "may be planning to" has two."""
    inside = [
        item
        for item in found
        if item.scope[0] <= index < item.scope[1] and not item.cue[0] <= index < item.cue[1]
    ]
    return sorted(inside, key=lambda item: item.scope[1] - item.scope[0])


def _questions(analysis: Analysis) -> Iterator[Irrealis]:
    index = 0
    while index < len(analysis.words):
        first, last = sentence_of(analysis, index)
        if is_question(analysis, last):
            yield Irrealis((first, first), (first, last), IrrealisKind.ASKED)
        index = last


def _or_not(analysis: Analysis, index: int) -> bool:
    """True for "whether or not it rains"."""
    return (_text(analysis, index), _text(analysis, index + 1)) == ("or", "not")


def _read(analysis: Analysis, index: int) -> Iterator[Irrealis]:
    word, tag = analysis.words[index], analysis.tags[index]
    text, lemma = word.text, word.lemma
    if text in MODALS and tag in (Tag.MODAL, Tag.AUXILIARY):
        if not _prefaces(analysis, index):
            yield from _modal(analysis, index, MODALS[text])
    elif text in ("have", "has") and _must(analysis, index):
        scope = (index + 2, clause_end(analysis, index + 1))
        yield Irrealis((index, index + 2), scope, IrrealisKind.CONDITIONAL)
    elif tag is Tag.AUXILIARY and text in BE:
        yield from _is_to(analysis, index)
    elif text in IF:
        last = index + 1 + 2 * _or_not(analysis, index + 1)
        kind = IrrealisKind.ASKED if text == "whether" and last == index + 1 else IrrealisKind.CONDITIONAL
        yield Irrealis((index, last), (last, _subordinate_end(analysis, last - 1)), kind)
    elif text in ADVERBS:
        scope = (clause_start(analysis, index), clause_end(analysis, index))
        yield Irrealis((index, index + 1), scope, ADVERBS[text])
    elif text in NEARLY or (text in ("verge", "brink") and _text(analysis, index + 1) == "of"):
        yield from _nearly(analysis, index)
    elif text in ("under", "pipeline") and (text == "pipeline" or _text(analysis, index + 1) in UNDER):
        yield Irrealis(
            (index, index + 1 + (text == "under")), (clause_start(analysis, index), index), _INTENDED
        )
    elif text in ATTRIBUTES and _attributive(analysis, index):
        yield Irrealis(
            (index, index + 1),
            (index + 1, phrase_end(analysis, index, len(analysis.words))),
            ATTRIBUTES[text],
        )
    else:
        yield from _governed(analysis, index, lemma)


_INTENDED = IrrealisKind.INTENDED
# Whatever begins a branch of `_read` or `_governed` stands in one of these two.
_MARKS = frozenset("have has verge brink under pipeline".split())
CUES = BE.union(_MARKS, IF, TO_ADJECTIVES, NEARLY, MODALS, ADVERBS, ATTRIBUTES)
"""Words that can be the cue of anything, as they stand."""
GOVERNING = VIEWS.union(ACCUSE, TO, NOUNS, THAT, OBJECT, FOR)
"""Words that can, in any form."""


def _text(analysis: Analysis, index: int) -> str:
    return analysis.words[index].text if 0 <= index < len(analysis.words) else ""


def _subordinate_end(analysis: Analysis, index: int) -> int:
    end = clause_end(analysis, index)
    return max(end, index + 1)


def _modal(analysis: Analysis, index: int, kind: IrrealisKind) -> Iterator[Irrealis]:
    end = clause_end(analysis, index)
    if end > index + 1:
        yield Irrealis((index, index + 1), (index + 1, end), kind)


def _prefaces(analysis: Analysis, index: int) -> bool:
    """True for a modal that only leads up to what is said: I can say that …, it would be no exaggeration to say."""
    subject = _text(analysis, index - 1)
    if subject not in _SPEAKERS or analysis.words[index].text in ("may", "might", "could"):
        return False
    behind = [word.text for word in analysis.words[index + 1 : min(clause_end(analysis, index), index + 7)]]
    if subject == "it":
        return not _EXAGGERATION.isdisjoint(behind) and not _NOT.isdisjoint(behind)
    said = behind[1:2] if behind[:1] in (["only"], ["also"], ["just"]) else behind[:1]
    return not _SAY.isdisjoint(said)


_SPEAKERS = frozenset(("i", "we", "one", "it"))
_SAY = frozenset("say tell state add note stress emphasize emphasise confirm assure admit".split())
_EXAGGERATION = frozenset(("exaggeration", "overstatement"))
_NOT = frozenset(("no", "not"))


def _must(analysis: Analysis, index: int) -> bool:
    """True for "has to pay": what must be is not said to be. Not "has to do with"."""
    if _text(analysis, index + 1) != "to" or breaks(analysis, index + 1):
        return False
    verb = next_verb(analysis, index + 2, min(index + 5, len(analysis.words)))
    if verb is None:
        return _bare_be(analysis, index + 2)
    leads_up = analysis.words[verb].lemma in _SAY and _text(analysis, index - 1) in _SPEAKERS
    return not (leads_up or (analysis.words[verb].lemma == "do" and _text(analysis, verb + 1) == "with"))


def _is_to(analysis: Analysis, index: int) -> Iterator[Irrealis]:
    """is to sign, are not to sign: arranged."""
    at = index + 1
    while at < len(analysis.words) and analysis.tags[at] in (Tag.ADVERB, Tag.NEGATION):
        at += 1
    if (
        _text(analysis, at) == "to"
        and _text(analysis, at - 1) != "yet"
        and next_verb(analysis, at + 1, at + 3) is not None
        and not breaks(analysis, at)
    ):
        aims = any(word.text in ("aim", "goal", "purpose", "task", "job") for word in analysis.words[:index])
        if not aims:
            yield Irrealis((index, at + 1), (at + 1, clause_end(analysis, at)), IrrealisKind.FUTURE)


def _nearly(analysis: Analysis, index: int) -> Iterator[Irrealis]:
    at = index + 1 + (_text(analysis, index + 1) == "of")
    end = min(clause_end(analysis, index), len(analysis.words))
    if (at < end and analysis.tags[at] is Tag.VERB) or (at > index + 1 and at < end):
        yield Irrealis((index, at), (at, end), IrrealisKind.NEARLY)


def _attributive(analysis: Analysis, index: int) -> bool:
    """True where a word stands before a noun of its phrase."""
    if index + 1 >= len(analysis.words) or breaks(analysis, index + 1):
        return False
    if index and analysis.tags[index - 1] in (Tag.AUXILIARY, Tag.MODAL, Tag.TO):
        return False
    return analysis.tags[index + 1] in (Tag.NOUN, Tag.ADJECTIVE, Tag.NAME) and (
        analysis.tags[index] is not Tag.VERB or index == 0 or analysis.tags[index - 1] is not Tag.PRONOUN
    )


def _governed(analysis: Analysis, index: int, lemma: str) -> Iterator[Irrealis]:
    """What a verb, a noun or an adjective of intent, possibility or suspicion governs."""
    text, end = analysis.words[index].text, clause_end(analysis, index)
    verbal = analysis.tags[index] is Tag.VERB
    if lemma in ACCUSE and later(analysis, index, end, "of") is not None:
        at = later(analysis, index, end, "of")
        if at is not None:
            yield Irrealis((index, index + 1), (at + 1, end), IrrealisKind.ALLEGED)
        return
    view = list(read_view(analysis, index, end))
    if view:
        yield from view
        return
    if text in TO_ADJECTIVES or lemma in TO or lemma in NOUNS:
        to = _infinitive(analysis, index, end, verbal and lemma in TO)
        if to is not None:
            kind = (
                IrrealisKind.FUTURE
                if text in ("going", "due", "set", "about", "bound", "poised")
                else _INTENDED
            )
            yield Irrealis((index, to), (to + 1, _before_main_verb(analysis, to + 1, end)), kind)
            return
    if verbal and lemma in THAT and that_follows(analysis, index, end):
        kind = IrrealisKind.ALLEGED if lemma in ("allege", "suspect", "claim") else _INTENDED
        yield Irrealis((index, index + 1), (index + 1, end), kind)
    elif verbal and lemma in OBJECT:
        yield from _object(analysis, index, end)
    elif (
        verbal and lemma in FOR and _text(analysis, index + 1) == ("into" if lemma == "look" else "for")
    ) or (
        lemma in NOUNS
        and not verbal
        and _text(analysis, index + 1) in ("of", "for", "on", "about", "over", "that")
    ):
        yield Irrealis((index, index + 1), (index + 2, end), _INTENDED)


def _before_main_verb(analysis: Analysis, start: int, end: int) -> int:
    """Where an infinitive ends because the main clause goes on: the team that hopes to win | left."""
    linking = (Tag.SUBORDINATOR, Tag.RELATIVE, Tag.CONJUNCTION)
    for clause in analysis.clauses:
        first = clause.group[0]
        if (
            start < first < end
            and clause.finite
            and not any(tag in linking for tag in analysis.tags[start:first])
        ):
            return first
    return end


def _infinitive(analysis: Analysis, index: int, end: int, object_between: bool) -> int | None:
    """The "to" of an infinitive right behind a word, or behind its object."""
    for at in range(index + 1, min(end - 1, index + (7 if object_between else 3))):
        if analysis.words[at].text == "to":
            verbal = next_verb(analysis, at + 1, end) is not None or _bare_be(analysis, at + 1)
            return at if verbal else None
        if not object_between and analysis.tags[at] is not Tag.ADVERB:
            return None
        if analysis.tags[at] in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL):
            return None
    return None


def _bare_be(analysis: Analysis, index: int) -> bool:
    return _text(analysis, index) in ("be", "have")


def _object(analysis: Analysis, index: int, end: int) -> Iterator[Irrealis]:
    """considering a ceasefire; a ceasefire is being considered."""
    back = index - 1
    while back >= 0 and analysis.tags[back] in (Tag.ADVERB, Tag.NEGATION):
        back -= 1
    passive = back >= 0 and analysis.words[back].text in BE and not analysis.words[index].text.endswith("ing")
    if passive:
        yield Irrealis((index, index + 1), (clause_start(analysis, index), back), _INTENDED)
        if _text(analysis, index + 1) == "for":  # scheduled for removal
            yield Irrealis((index, index + 2), (index + 2, end), _INTENDED)
    elif end > index + 1 and (
        analysis.words[index].lemma != "suggest" or analysis.words[index + 1].text.endswith("ing")
    ):
        yield Irrealis((index, index + 1), (index + 1, end), _INTENDED)
