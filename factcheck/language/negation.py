"""What a text denies: the words that negate, and the predicates and phrases that they reach.

Scope by clause, in the manner of NegEx and of the *SEM 2012 shared task: a negation has a *cue* ("did
not", "nobody", "refused to", "without"), a *focus* (the predicate or phrase that it turns round) and a
*scope* (the stretch that has to hold for the denial to mean this very thing). "The minister said he did
not sign" negates signing, not saying. What only looks like a negation ("not only", "no fewer than",
"not until", "no doubt") is none, and partial ones ("not all", "not always") are the business of scope.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.negation_kinds import Negation, NegationKind, infinitive, read_phrase, word_at
from factcheck.language.negation_quantifiers import read_neither, read_no, read_quantified
from factcheck.language.negation_verbs import SOFT, read_untrue, read_verbal
from factcheck.language.negation_words import read_lexical
from factcheck.language.reach import (
    clause_end,
    gap,
    word_set,
)
from factcheck.language.tags import Tag

_PLAIN = frozenset(("not", "never", "cannot", *SOFT))

_NOBODY = word_set("nobody nothing none nowhere")

_UNTRUTH = word_set("false untrue incorrect wrong lie myth hoax")


def may_negate(text: str) -> bool:
    """True for a folded word that can begin a negation; a fast test before anything is read."""
    return text in _CUES or text.endswith("n't") or text.startswith(_STEMS)


_CUES = (
    _PLAIN
    | _NOBODY
    | _UNTRUTH
    | word_set(
        "no neither nor non yet without unable unwilling incapable instead rather lack lacks "
        "lacked lacking absence devoid cease ceased ceases stop stops stopped stopping quit bar "
        "bars barred ban bans banned far free forgot forgotten"
    )
)

_STEMS = tuple(
    word_set(
        "fail refus declin neglect omit forget avoid refrain abstain desist prevent prohibit block "
        "hinder inabilit unwilling reluctan deny denie denial ceas quit"
    )
)


@lru_cache(maxsize=READINGS)
def negations(analysis: Analysis) -> tuple[Negation, ...]:
    """The negations of a text in the order of their cues, those that cancel one another marked."""
    found: list[Negation] = []
    for index, word in enumerate(analysis.words):
        if may_negate(word.text):
            found.extend(_read(analysis, index))
    return tuple(_resolve(found)) if found else ()


def _resolve(found: list[Negation]) -> Iterator[Negation]:
    """Negations that another one negates stop holding; denials and refusals are left open then."""
    for negation in found:
        above = [other for other in found if other is not negation and _denies(other, negation)]
        if len(above) % 2 == 0:
            yield negation
            continue
        lexical = negation.kind in (NegationKind.DENIAL, NegationKind.LEXICAL)
        universal = any(other.kind is NegationKind.NOMINAL for other in above)
        yield negation._replace(holds=False, firm=universal or not (lexical and _opens(negation)))


def _denies(one: Negation, other: Negation) -> bool:
    return any(other.cue[0] <= focus < other.cue[1] for focus in one.focus)


def _opens(negation: Negation) -> bool:
    """True for what, denied, leaves it open whether the thing is so: not to deny, not to refuse."""
    return negation.kind is NegationKind.DENIAL


def _read(analysis: Analysis, index: int) -> Iterator[Negation]:
    text = analysis.words[index].text
    if text in _PLAIN or text.endswith("n't"):
        yield from read_verbal(analysis, index)
    elif text == "no":
        yield from read_no(analysis, index)
    elif text in _NOBODY:
        yield from read_quantified(analysis, index, index + 1)
    elif text in ("neither", "nor"):
        yield from read_neither(analysis, index)
    elif text in _UNTRUTH:
        yield from read_untrue(analysis, index, (index, index + 1))
    elif text in _SPECIAL:
        yield from _special(analysis, index)
    else:
        yield from read_lexical(analysis, index, analysis.words[index].lemma)


_SPECIAL = frozenset(("yet", "non", "without", "instead", "rather", "far"))


def _special(analysis: Analysis, index: int) -> Iterator[Negation]:
    """has yet to, non-, without, instead of, rather than, far from."""
    text, after = analysis.words[index].text, word_at(analysis, index + 1)
    if text == "yet" and after == "to" and index and analysis.tags[index - 1] is Tag.AUXILIARY:
        end = clause_end(analysis, index)
        verb = infinitive(analysis, index + 1, end)
        if verb is not None:
            yield Negation((index - 1, index + 2), (verb,), (verb, end), NegationKind.VERBAL)
    elif text == "non" and after and gap(analysis, index + 1) == "-":
        yield Negation((index, index + 1), (index + 1,), (index + 1, index + 2), NegationKind.NOMINAL)
    elif text == "without":
        yield from read_phrase(analysis, index, index + 1, NegationKind.NOMINAL)
    elif (text, after) in (("instead", "of"), ("rather", "than")):
        yield from read_phrase(analysis, index, index + 2, NegationKind.CONTRAST)
    elif (text, after) == ("far", "from") and analysis.tags[index + 2 : index + 3] in (
        (Tag.VERB,),
        (Tag.ADJECTIVE,),
    ):
        yield from read_phrase(analysis, index, index + 2, NegationKind.NOMINAL)
