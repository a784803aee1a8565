from __future__ import annotations

import pytest

from factcheck.language.analysis import Analysis, Analyst
from factcheck.language.clauses import Clause
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Aliases
from factcheck.language.phrases import Phrase


@pytest.fixture(scope="module")
def analyst() -> Analyst:
    return Analyst(Lexicon.open(), Aliases())


def shown(analysis: Analysis, phrases: tuple[Phrase, ...]) -> str:
    """The heads of phrases, each with its preposition: "to:school"."""
    found = []
    for phrase in phrases:
        prefix = f"{phrase.preposition}:" if phrase.preposition else ""
        found.append(prefix + analysis.words[phrase.head].text)
    return " ".join(found) or "-"


def read(analysis: Analysis, clause: Clause) -> str:
    return " / ".join(
        (
            analysis.words[clause.verb].text + ("*" if clause.passive else ""),
            shown(analysis, clause.subjects),
            shown(analysis, clause.objects),
            shown(analysis, clause.adjuncts),
        )
    )


# A text, then for each clause: verb (* passive) / subjects / objects / adjuncts.
CLAUSES = [
    ("In 2019 Poland lent Lithuania some money.", ["lent / poland / lithuania money / in:2019"]),
    (
        "The ship was refloated and towed to Bergen.",
        ["refloated* / ship / - / -", "towed* / ship / - / to:bergen"],
    ),
    ("The pilot was seen and fled to Oslo.", ["seen* / pilot / - / -", "fled / pilot / - / to:oslo"]),
    ("The man who sold the car went home.", ["sold / man / car / -", "went / man / - / -"]),
    ("The money that Poland lent was spent.", ["lent / poland / money / -", "spent* / money / - / -"]),
    (
        "Mines laid by soldiers killed two children.",
        ["laid* / mines / - / by:soldiers", "killed / mines / children / -"],
    ),
    (
        "The bridge was built by engineers and opened by the mayor.",
        ["built* / bridge / - / by:engineers", "opened* / bridge / - / by:mayor"],
    ),
    (
        "A woman wearing a blue shirt unwraps a hat.",
        ["wearing / woman / shirt / -", "unwraps / woman / hat / -"],
    ),
    ("He watches a girl holding a cup.", ["watches / he / girl / -", "holding / girl / cup / -"]),
    ("Dogs run on the grass carrying a ball.", ["run / dogs / - / on:grass", "carrying / dogs / ball / -"]),
    (
        "He saw the treaty signed by the minister.",
        ["saw / he / treaty / -", "signed* / treaty / - / by:minister"],
    ),
    (
        "The actress (born 5 May 1970) moved to Oslo.",
        ["born* / actress / - / -", "moved / actress / - / to:oslo"],
    ),
    (
        "Born in Naples, the painter moved to Paris.",
        ["born* / painter / - / in:naples", "moved / painter / - / to:paris"],
    ),
    ("He wants to lend money to Greece.", ["lend / he / money / to:greece"]),
    (
        "The minister said that he did not sign the agreement.",
        ["said / minister / - / -", "sign / he / agreement / -"],
    ),
    (
        "After the war ended, the envoys signed a treaty.",
        ["ended / after:war / - / -", "signed / envoys / treaty / -"],
    ),
    (
        "The play was staged in Lisbon, Porto and Faro.",
        ["staged* / play / - / in:lisbon in:porto in:faro"],
    ),
    ("The girl and the boy read books and letters.", ["read / girl boy / books letters / -"]),
    ("In modern times, doctors and nurses work together.", ["work / doctors nurses / - / in:times"]),
    (
        "Over three hundred children received treatment in Spain.",
        ["received / children / treatment / in:spain"],
    ),
    ("We met them and they left.", ["met / we / them / -", "left / they / - / -"]),
    (
        "The city honours its writers, and the museum sells their books.",
        ["honours / city / writers / -", "sells / museum / books / -"],
    ),
    (
        "A group of people sitting at a table laughed.",
        ["sitting / group / - / of:people at:table", "laughed / group / - / -"],
    ),
    ("The school has never opened.", ["opened / school / - / -"]),
    ("The house is on fire.", ["is / house / - / on:fire"]),
    ("It is a small black and white dog.", ["is / it / dog / -"]),
    ("She stood by the door.", ["stood / she / - / by:door"]),
    ("Snow.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "clauses"), CLAUSES)
def test_clauses(analyst: Analyst, text: str, clauses: list[str]) -> None:
    analysis = analyst.analyse(text)
    assert [read(analysis, clause) for clause in analysis.clauses] == clauses


def test_agents_and_patients(analyst: Analyst) -> None:
    active = analyst.analyse("The boy and the girl carried the bag.")
    passive = analyst.analyse("The bag was carried by the boy and the girl.")
    assert shown(active, active.clauses[0].agents) == "boy girl"
    assert shown(active, active.clauses[0].patients) == "bag"
    assert shown(passive, passive.clauses[0].agents) == "by:boy by:girl"
    assert shown(passive, passive.clauses[0].patients) == "bag"
    assert passive.clauses[0].agent == passive.clauses[0].agents[0]
    assert passive.clauses[0].patient == passive.clauses[0].patients[0]


def test_nobody_is_named(analyst: Analyst) -> None:
    analysis = analyst.analyse("The bag was carried.")
    assert analysis.clauses[0].agent is None
    assert analyst.analyse("It rained.").clauses[0].patient is None


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("The girl and the boy read books.", ["girl", "boy"]),
        ("She sold apples, pears and nuts.", ["apples", "pears", "nuts"]),
        ("She sold fruit such as pears.", ["pears"]),
        ("She sold fruit, including pears.", ["pears"]),
        ("She sold pears.", []),
    ],
)
def test_lists(analyst: Analyst, text: str, listed: list[str]) -> None:
    analysis = analyst.analyse(text)
    phrases = [p for c in analysis.clauses for p in (*c.subjects, *c.objects, *c.adjuncts)]
    assert [analysis.words[p.head].text for p in phrases if p.listed] == listed


def test_a_long_list_without_end(analyst: Analyst) -> None:
    analysis = analyst.analyse("She sold " + "pears, " * 2000 + "and fled (" * 500)
    assert analysis.words[analysis.clauses[0].verb].text == "sold"
