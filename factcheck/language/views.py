"""What somebody makes of a thing, which a text reports without saying that it is so: views.

"The leak is presented as a success", "she called the plan a waste", "my neighbours think that it is too cold", "in her
opinion". What "we" think is the speaker's own: that is a hedge (`language.hedges`).
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.language.analysis import Analysis
from factcheck.language.irrealis_words import Irrealis, IrrealisKind
from factcheck.language.reach import clause_end, word_set
from factcheck.language.tags import Tag

AS = word_set(
    "portray depict paint present interpret frame brand misrepresent construe denounce cast describe regard "
    "dismiss hail"
)
"""Verbs whose "as" gives what somebody makes of a thing: presented as a defeat."""

CALL = word_set("call dub label deem term")
"""Verbs whose second object gives what somebody makes of the first: called the plan a waste."""

THINK = word_set("think believe feel reckon argue suspect assume contend insist maintain")
"""Verbs of what somebody takes to be so: "My neighbours think that it is too cold"."""

OPINION = word_set("opinion view eyes judgement judgment mind")
"""Nouns that do the same behind "in her"."""

ASCRIBED = (
    AS
    | CALL
    | THINK
    | OPINION
    | word_set(
        "say tell state claim report accord according explain ascribe attribute describe call read "
        "interpretation account version telling propaganda depiction portrayal image allege accuse"
    )
)
"""Words by which a statement tells that it is what somebody makes of it."""

VIEWS = AS | CALL | THINK | OPINION
_THEIRS = frozenset(("her", "his", "their"))


def read_view(analysis: Analysis, index: int, end: int) -> Iterator[Irrealis]:
    """What depends on a word of somebody's view; `end` is where its clause ends. At most one."""
    lemma = analysis.words[index].lemma
    if lemma in OPINION:
        yield from _in_opinion(analysis, index)
    if analysis.tags[index] is not Tag.VERB:
        return
    if lemma in AS:
        at = later(analysis, index, end, "as")
        if at is not None:
            yield Irrealis((index, at + 1), (at + 1, clause_end(analysis, at)), IrrealisKind.ALLEGED)
    elif lemma in THINK:
        if not _is_speakers(analysis, index) and that_follows(analysis, index, end):
            yield Irrealis((index, index + 1), (index + 1, end), IrrealisKind.ALLEGED)
    elif lemma in CALL:
        yield from _called(analysis, index, end)


def _in_opinion(analysis: Analysis, index: int) -> Iterator[Irrealis]:
    before = [word.text for word in analysis.words[max(0, index - 2) : index]]
    if len(before) == 2 and before[0] in ("in", "to") and before[1] in _THEIRS:
        first = index + 1
        yield Irrealis((index - 2, first), (first, clause_end(analysis, first)), IrrealisKind.ALLEGED)


def _is_speakers(analysis: Analysis, index: int) -> bool:
    """True where "I" or "we" is the subject of a verb."""
    return any(
        clause.verb == index
        and clause.subject is not None
        and analysis.words[clause.subject.head].text in ("i", "we", "us")
        for clause in analysis.clauses
    )


def _called(analysis: Analysis, index: int, end: int) -> Iterator[Irrealis]:
    """What a verb says that somebody makes of its object."""
    for clause in analysis.clauses:
        if clause.verb == index and clause.objects and not clause.passive:
            after = clause.objects[0].last
            if after < end and analysis.tags[after] in (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN):
                yield Irrealis((index, index + 1), (after, end), IrrealisKind.ALLEGED)


def later(analysis: Analysis, index: int, end: int, text: str) -> int | None:
    """Where a word stands within a few words behind another one, before `end`."""
    return next((at for at in range(index + 1, min(end, index + 7)) if analysis.words[at].text == text), None)


def that_follows(analysis: Analysis, index: int, end: int) -> bool:
    """True where a clause depends on a verb: "that", or a subject with its own verb."""
    if analysis.words[min(index + 1, len(analysis.words) - 1)].text == "that":
        return True
    finite = (Tag.MODAL, Tag.AUXILIARY)
    return any(tag in finite for tag in analysis.tags[index + 2 : end])
