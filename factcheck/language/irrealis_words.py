"""Kinds of what is not said to be so, and the words that mark them."""

from __future__ import annotations

from enum import StrEnum

from factcheck.language.reach import (
    word_set,
)
from factcheck.records import NamedTuple


class IrrealisKind(StrEnum):
    """In what way something is not said to be so."""

    FUTURE = "future"
    """will, is going to, is due to: it has not happened yet."""
    INTENDED = "intended"
    """Planned, proposed, offered, promised, tried, asked for."""
    POSSIBLE = "possible"
    """may, might, perhaps, possible."""
    ABLE = "able"
    """can: it is possible at any time; only what is said to have happened clashes with it."""
    ALLEGED = "alleged"
    """allegedly, accused of, suspected of."""
    CONDITIONAL = "conditional"
    """would, should, if, unless, whether."""
    NEARLY = "nearly"
    """almost, on the verge of."""
    ASKED = "asked"
    """A question."""


class Irrealis(NamedTuple):
    """A stretch that a text does not say to be so. Indices of words; `cue` and `scope` half-open."""

    cue: tuple[int, int]
    scope: tuple[int, int]
    kind: IrrealisKind


MODALS = {
    **dict.fromkeys(word_set("will shall won't shan't"), IrrealisKind.FUTURE),
    **dict.fromkeys(word_set("may might mightn't"), IrrealisKind.POSSIBLE),
    **dict.fromkeys(word_set("would should wouldn't shouldn't ought must mustn't"), IrrealisKind.CONDITIONAL),
    "could": IrrealisKind.POSSIBLE,
    "can": IrrealisKind.ABLE,
}

TO = word_set(
    "plan intend want hope wish expect aim seek try attempt promise pledge vow agree offer "
    "propose threaten prepare consider schedule slate suppose invite urge ask demand order "
    "call need recommend advise encourage envisage undertake commit hesitate decide vote "
    "resolve volunteer strive endeavour endeavor petition lobby campaign opt request instruct "
    "predict forecast project mean anticipate arrange apply"
)
"""Verbs whose infinitive ("to pay") is not said to be done; an object may stand between."""

TO_ADJECTIVES = word_set("ready willing eager keen due likely unlikely set poised bound about prepared going")

OBJECT = word_set(
    "order mandate plan consider discuss mull contemplate propose suggest recommend envisage anticipate "
    "explore negotiate seek demand expect promise offer pledge debate foresee schedule "
    "threaten moot await predict forecast request intend advocate urge ponder weigh"
)
"""Verbs whose object ("building a bridge", "a ceasefire"), or subject in the passive, is not said to be."""

FOR = word_set("call ask hope apply prepare push lobby campaign wait bid press plead look wish")
"""Verbs that do the same with "for", and "look into"."""

THAT = word_set(
    "hope expect propose recommend allege assume predict forecast fear suspect wish demand "
    "warn promise pledge vow threaten anticipate request imagine claim"
)

NOUNS = word_set(
    "plan proposal intention decision promise pledge offer wish desire readiness willingness "
    "attempt effort bid ambition opportunity chance possibility need request call goal aim "
    "threat prospect risk hope talk negotiation discussion idea option hint likelihood "
    "suggestion invitation preparation bill draft"
)

ATTRIBUTES = {
    **dict.fromkeys(
        word_set(
            "planned proposed expected intended draft scheduled envisaged promised potential possible "
            "attempted hypothetical"
        ),
        IrrealisKind.INTENDED,
    ),
    **dict.fromkeys(word_set("alleged suspected supposed purported rumoured rumored"), IrrealisKind.ALLEGED),
}

ADVERBS = {
    **dict.fromkeys(word_set(
        "possibly perhaps maybe potentially theoretically hypothetically conceivably"
    ), IrrealisKind.POSSIBLE),
    **dict.fromkeys(word_set("allegedly supposedly purportedly"), IrrealisKind.ALLEGED),
}  # fmt: skip

UNDER = word_set("consideration discussion negotiation preparation debate review")

ACCUSE = word_set("accuse suspect charge accusation suspicion allegation charge")

IF = word_set("if unless whether lest")

NEARLY = word_set("almost nearly")
