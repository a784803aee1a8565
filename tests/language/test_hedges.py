"""Hedges: what they are, how far they reach, which of them a statement drops."""

import pytest

from factcheck.language.analysis import Analyst
from factcheck.language.hedge_words import HedgeKind
from factcheck.language.hedges import caveats, hedges
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Aliases

DROPPED = [
    (
        "About five hundred men serve in the army.",
        "According to unofficial information, about five hundred men serve in the army.",
        ("According to unofficial information",),
    ),
    (
        "Five hundred men serve in the army.",
        "According to unofficial information, about five hundred men serve in the army.",
        ("According to unofficial information", "about"),
    ),
    (
        "The new policy is hated in Oslo.",
        "It is my belief that the policy is hated in Oslo.",
        ("It is my belief",),
    ),
    ("The bridge is safe.", "The bridge is probably safe.", ("probably",)),
    ("The bridge is safe.", "The bridge is safe, as far as I know.", ("as far as I know",)),
    ("The bridge is safe.", "To my knowledge, the bridge is safe.", ("To my knowledge",)),
    ("The mine types are identical.", "The mine types are mostly identical.", ("mostly",)),
    ("The firm paid a bribe.", "The firm reportedly paid a bribe.", ("reportedly",)),
    ("The dam will hold.", "Engineers believe that the dam will hold.", ("Engineers believe",)),
    ("The dam will hold.", "I think the dam will hold.", ("I think",)),
    ("The fire killed ten people.", "The fire killed some ten people.", ("some",)),
    ("The fire killed ten people.", "The fire killed around ten people.", ("around",)),
    ("The cargo was worth 18 million.", "The cargo was worth an estimated 18 million.", ("an estimated",)),
    (
        "Unemployment fell.",
        "According to preliminary figures, unemployment fell.",
        ("According to preliminary figures",),
    ),
    (
        "The children will remember the trip.",
        "We are convinced that the children will remember the trip.",
        ("We are convinced",),
    ),
    ("Trains run late.", "Trains usually run late.", ("usually",)),
    ("The king is ill.", "The king is said to be ill.", ("is said to",)),
    ("The road is closed.", "In my opinion the road is closed.", ("In my opinion",)),
    ("The road is closed.", "The road is closed, in my view.", ("in my view",)),
    ("The wine has turned.", "It seems that the wine has turned.", ("It seems",)),
    ("The wine has turned.", "The wine appears to have turned.", ("appears to",)),
    ("The road is closed in winter.", "As a rule the road is closed in winter.", ("As a rule",)),
    ("The thief fled to Spain.", "According to rumours, the thief fled to Spain.", ("According to rumours",)),
    ("The miners were paid.", "In most cases the miners were paid.", ("In most cases",)),
    ("The glacier has vanished.", "The glacier has presumably vanished.", ("presumably",)),
    ("The harvest was good.", "Unofficially, the harvest was good.", ("Unofficially",)),
]
KEPT = [
    ("The bridge is probably safe.", "The bridge is probably safe."),
    ("The minister resigned.", "According to the minister, he resigned."),
    ("The minister resigned.", "According to the prime minister of Norway, the minister resigned."),
    ("The minister resigned.", "He probably stayed in Rome, but the minister resigned."),
    ("Ten people died.", "The storm reached the coast around noon. Ten people died."),
    ("The book is about ten men.", "The book is about the ten men."),
    ("The cargo was worth 18 million.", "The cargo was worth 18 million."),
    (
        "Gusev is confident that the children will remember the trip.",
        "We are convinced that the children will remember the trip.",
    ),
    ("The team seems to be tired.", "It seems that the team is tired."),
    ("In Lind's opinion the road is closed.", "In my opinion the road is closed."),
    ("Nearly all the seats were sold.", "Almost all the seats were sold."),
    ("He won the race.", "He is a likely winner, and he won the race."),
    ("She believes in ghosts.", "She believes in ghosts."),
    ("The museum opened.", "The museum opened. I think it will close."),
    ("About 40 ships sank.", "Roughly 40 ships sank."),
    ("Most people work.", "Most people work."),
    ("The ship sank.", "The ship sank as far as the eye could see."),
    ("The film runs in Lima.", "The film runs in Lima. Probably nobody will come."),
    (
        "Preliminary figures put the loss at 3 million.",
        "According to preliminary figures, the loss is 3 million.",
    ),
    ("The lake reportedly froze.", "It is said that the lake froze."),
    ("Trains mostly run late.", "Trains usually run late."),
    ("The treaty was signed.", "The treaty was signed in the afternoon."),
    ("Some sheep were lost.", "Some sheep were lost."),
    ("The view is famous.", "The view from the tower is famous."),
    ("The bus stops here.", "The bus stops here; it is perhaps the 9."),
    ("It is estimated that 70 tons are left.", "An estimated 70 tons are left."),
]
KINDS = [
    ("According to unofficial information, it rained.", HedgeKind.SOURCE),
    ("It probably rained.", HedgeKind.LIKELY),
    ("I believe that it rained.", HedgeKind.OPINION),
    ("It rained for about 30 days.", HedgeKind.ABOUT),
    ("It mostly rained.", HedgeKind.PARTLY),
]


@pytest.fixture(scope="module")
def analyse():
    return Analyst(Lexicon.open(), Aliases()).analyse


@pytest.mark.parametrize(("statement", "evidence", "expected"), DROPPED)
def test_gives_what_the_statement_drops(analyse, statement, evidence, expected):
    assert caveats(analyse(statement), analyse(evidence)) == expected
    assert all(piece in evidence for piece in expected)


@pytest.mark.parametrize(("statement", "evidence"), KEPT)
def test_gives_nothing_where_nothing_is_dropped(analyse, statement, evidence):
    assert caveats(analyse(statement), analyse(evidence)) == ()


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_knows_the_kind(analyse, text, kind):
    (found,) = hedges(analyse(text))
    assert found.kind is kind


def test_what_the_statement_takes_up_can_be_told(analyse):
    statement, evidence = analyse("The monarch is unwell."), analyse("The king is probably ill.")
    assert caveats(statement, evidence) == ()
    assert caveats(statement, evidence, taken={1, 4}) == ("probably",)
