"""Kinds of hedges, and the words and phrases that mark them."""

from __future__ import annotations

from enum import StrEnum

from factcheck.language.reach import (
    word_set,
)


class HedgeKind(StrEnum):
    """What a hedge leaves open."""

    SOURCE = "source"
    """Whether the information is good: "according to unofficial information", "reportedly"."""
    LIKELY = "likely"
    """Whether it is so: "probably", "it seems"."""
    OPINION = "opinion"
    """Whether anybody else thinks so: "in my opinion", "the authority believes"."""
    ABOUT = "about"
    """How many exactly: "about", "roughly", "an estimated"."""
    PARTLY = "partly"
    """How far: "mostly", "usually", "in part"."""


WORDS = {
    **dict.fromkeys(
        word_set("reportedly unofficially apparently seemingly rumoured rumored"), HedgeKind.SOURCE
    ),
    **dict.fromkeys(word_set("probably presumably likely arguably"), HedgeKind.LIKELY),
    **dict.fromkeys(
        word_set(
            "mostly mainly largely generally usually typically partly partially normally "
            "predominantly primarily somewhat essentially basically practically virtually ordinarily"
        ),
        HedgeKind.PARTLY,
    ),
    **dict.fromkeys(
        word_set("preliminary provisional unofficial unconfirmed unverified tentative"),
        HedgeKind.SOURCE,
    ),
}

FIGURES = word_set("about around roughly approximately nearly almost some circa estimated approx")

BEFORE_FIGURES = word_set("an a the only still just")

PHRASES: tuple[tuple[tuple[str, ...], HedgeKind], ...] = tuple(
    (tuple(phrase.split()), kind)
    for kind, phrases in (
        (
            HedgeKind.SOURCE,
            "as far as|to my knowledge|to our knowledge|to the best of my knowledge|"
            "to the best of our knowledge|it is said|are said to|is said to|was said to|were said to|"
            "is reported to|are reported to|it is reported|it was reported|is rumoured to|"
            "are rumoured to|is rumored to|i have heard|i heard|i am told|i'm told|we are told|"
            "we have heard|as i understand it|from what i know|from what we know|"
            "if i am not mistaken|if i remember correctly|if i remember rightly|as is claimed",
        ),
        (
            HedgeKind.LIKELY,
            "in all likelihood|in all probability|almost certainly|most likely|very likely|it seems|"
            "it appears|seems to|seem to|seemed to|appears to|appear to|appeared to|is believed to|"
            "are believed to|was believed to|were believed to|is thought to|are thought to|"
            "is understood to|it is believed|it is thought|it is assumed|is assumed to|"
            "are assumed to|is estimated to|are estimated to|it is estimated|is considered to|"
            "are considered to|tends to|tend to",
        ),
        (
            HedgeKind.OPINION,
            "in my opinion|in our opinion|in my view|in our view|to my mind|from my point of view|"
            "it is my belief|it is our belief|it is my opinion|it is my view|it is our view|"
            "it is my impression|if you ask me|as i see it|in my judgment|in my judgement|"
            "it is my conviction|i am sure|i'm sure|i am convinced|we are convinced|i am confident|"
            "we are confident|i am certain|we are certain|we are sure|my impression is|my guess is|"
            "i would say",
        ),
        (
            HedgeKind.PARTLY,
            "for the most part|in most cases|in many cases|in some cases|in part|to some extent|"
            "to a large extent|to some degree|as a rule|by and large|on the whole|more or less|"
            "in general|at times",
        ),
    )
    for phrase in phrases.split("|")
)

AS_FAR = ("as", "far", "as")

KNOWING = word_set("know tell inform aware see remember recall judge understand knowledge")

FIRST = frozenset(phrase[0] for phrase, _ in PHRASES)

BELIEVE = word_set("believe think feel suspect assume reckon guess suppose estimate consider claim presume")

DOUBTFUL = word_set(
    "unofficial unconfirmed preliminary provisional early initial anonymous tentative rough "
    "unverified incomplete available partial some various"
)

UNNAMED = word_set("information report rumour rumor source estimate hearsay press media witness")
