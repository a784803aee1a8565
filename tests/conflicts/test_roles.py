from __future__ import annotations

import pytest

from factcheck.align import align
from factcheck.conflicts import roles
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import Analyst
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Aliases
from factcheck.model import Alias, Conflict, Location

HERE = Location("aliases.toml")
ALIASES = Aliases(
    (
        Alias(("North Sea Fleet", "NSF"), "organisation", HERE),
        Alias(("Republic of Peru", "Peru"), "place", HERE),
        Alias(("Peru", "Lima"), "government", HERE),
    )
)


@pytest.fixture(scope="module")
def analyst() -> Analyst:
    return Analyst(Lexicon.open(), ALIASES)


def conflicts(analyst: Analyst, statement: str, evidence: str) -> list[Conflict]:
    one, other = analyst.analyse(statement, "2024-06-01"), analyst.analyse(evidence, "2024-06-01")
    return list(roles.check(Pair(one, other, align(one, other, analyst.lexicon), analyst.lexicon)))


# A statement and the evidence that it is held against.
FLAGS = [
    ("In 1990 Peru gave Chile a ship.", "We are grateful to Chile for giving the ship."),
    (
        "Lithuania lent Poland eighty million euros in 2019.",
        "Poland lent Lithuania eighty million euros in 2019.",
    ),
    (
        "Poland borrowed eighty million euros from Lithuania.",
        "Poland lent Lithuania eighty million euros in 2019.",
    ),
    ("The man bit the dog.", "The dog bit the man."),
    ("The man was bitten by the dog.", "The man bit the dog."),
    ("Ukraine provides humanitarian aid to Azerbaijan.", "Azerbaijan provides humanitarian aid to Ukraine."),
    ("Ukrainian aid to Azerbaijan has grown.", "Azerbaijani aid to Ukraine has grown."),
    ("Ukrainian aid to Azerbaijan has grown.", "Azerbaijan has provided large aid to Ukraine since the war."),
    ("Azerbaijan received aid from Ukraine.", "Ukraine received aid from Azerbaijan."),
    ("Azerbaijan received generators from Ukraine.", "Azerbaijan sent generators to Ukraine."),
    ("The train runs from Bergen to Oslo.", "The train runs from Oslo to Bergen every morning."),
    ("Maria is the mother of Anna.", "Anna is the mother of Maria."),
    ("Maria is Anna's mother.", "Anna is the mother of Maria."),
    ("Google bought the company from Motorola.", "Motorola bought the company from Google."),
    ("Instagram acquired Facebook in 2012.", "Facebook acquired Instagram in 2012."),
    ("Facebook was acquired by Instagram.", "In 2012, Instagram was acquired by Facebook."),
    ("Argentina lost to Croatia.", "Argentina beat Croatia in the final."),
    ("France defeated Croatia.", "Croatia defeated France in the final match."),
    ("Georgia invaded Russia.", "Russia invaded Georgia in 2008."),
    ("Georgia's invasion of Russia was condemned.", "Russia's invasion of Georgia was condemned."),
    ("The patients examined the doctors.", "The doctors examined the patients."),
    ("The student taught the teacher.", "The teacher taught the student for years."),
    ("The teacher learned from the student.", "The teacher taught the student."),
    ("Belgium is larger than Spain.", "Spain is larger than Belgium."),
    ("The book is under the lamp.", "The lamp is under the book."),
    ("The company sued the city.", "The city sued the company over the contract."),
    ("Watson succeeded Crick as director.", "Watson was succeeded by Crick as director in 1990."),
    ("The boy gave the girl a flower.", "The girl gave the boy a flower."),
    ("The boy received a flower from the girl.", "The boy gave the girl a flower."),
    ("Egyptian exports to Kenya doubled.", "Kenyan exports to Egypt doubled."),
    ("Kenya exports tea to Egypt.", "Kenya imports tea from Egypt."),
    (
        "The senator criticised the president for the delay.",
        "The president criticised the senator for the delay.",
    ),
    ("Texas belongs to Ana.", "Ana belongs to Texas."),
    ("The cat that chased the dog was black.", "The dog that chased the cat was black."),
    ("The letter was sent to Darwin by Wallace.", "Darwin sent the letter to Wallace."),
    ("The virus infects the bacteria.", "The virus is infected by the bacteria."),
    ("The North Sea Fleet attacked Peru.", "Peru attacked the NSF."),
]

LEAVES_ALONE = [
    ("Peru gave Chile a ship.", "We thank Peru for giving the ship."),
    ("Peru gave Chile a ship.", "Chile gave a hospital."),
    (
        "Azerbaijan and Ukraine have been strategic partners.",
        "Ukraine and Azerbaijan have been strategic partners.",
    ),
    (
        "Lithuania borrowed eighty million euros from Poland.",
        "Poland lent Lithuania eighty million euros in 2019.",
    ),
    ("Vilnius met Warsaw.", "Warsaw met Vilnius."),
    (
        "The prime minister of Japan met the king of Spain.",
        "The king of Spain met the prime minister of Japan.",
    ),
    ("Anna married Paul.", "Paul married Anna in 1990."),
    ("The dog was bitten by the man.", "The man bit the dog."),
    (
        "Ukraine receives humanitarian aid from Azerbaijan.",
        "Azerbaijan provides humanitarian aid to Ukraine.",
    ),
    ("Azerbaijani aid to Ukraine has grown.", "Azerbaijan has provided large aid to Ukraine since the war."),
    ("Relations between Paris and Berlin are good.", "Relations between Berlin and Paris are good."),
    ("Trade with Ukraine helps Azerbaijan.", "Trade with Azerbaijan helps Ukraine."),
    ("Poland helps Lithuania.", "Lithuania and Poland help each other."),
    ("Facebook was bought by Google.", "Google did not buy Facebook."),
    ("Croatia beat Argentina in 2018.", "Argentina beat Croatia in 1998."),
    ("Motorola sold the company to Google.", "Google bought the company from Motorola."),
    ("Google purchased the firm from Motorola.", "Motorola sold the firm to Google."),
    ("The student learned chess from the teacher.", "The teacher taught the student chess."),
    ("Argentina lost to Croatia.", "Croatia beat Argentina in the final."),
    ("Crick was followed by Watson.", "Watson succeeded Crick."),
    ("Russia invaded Georgia.", "Russia's invasion of Georgia was condemned."),
    ("The girl was given a flower by the boy.", "The boy gave the girl a flower."),
    ("Poland lent Lithuania money.", "Poland lent Latvia money."),
    ("Poland might invade Russia.", "Russia invaded Poland."),
    ("Poland did not invade Russia.", "Russia invaded Poland."),
    ("The tribunal fined Chen and Wu.", "The tribunal fined Wu and Chen."),
    ("The teacher who praised the pupil left.", "The pupil praised by the teacher was happy."),
    ("In Paris, the minister signed the deal.", "The minister signed the deal in Paris."),
    ("Spain is larger than Belgium.", "Belgium is smaller than Spain."),
    ("Anna is Maria's mother.", "Anna is the mother of Maria."),
    ("The Ukrainian ambassador spoke about Azerbaijan.", "The ambassador of Azerbaijan spoke about Ukraine."),
    ("The virus that infects the bacteria mutates.", "The bacteria are infected by the virus."),
    ("He moved from London to Paris.", "He left London for Paris."),
    ("Ten rebels attacked the base, and the base was shelled by rebels.", "The rebels attacked the base."),
    ("A woman photographs a man near a fountain.", "A man near a fountain is photographed by a woman."),
    ("Ukraine thanks Azerbaijan, and Azerbaijan thanks Ukraine.", "Azerbaijan thanks Ukraine."),
    ("In June the NSF attacked Peru.", "In June Peru was attacked by the North Sea Fleet."),
    ("", ""),
    ("...", "Peru attacked the NSF."),
]


@pytest.mark.parametrize(("statement", "evidence"), FLAGS)
def test_flags(analyst: Analyst, statement: str, evidence: str) -> None:
    found = conflicts(analyst, statement, evidence)
    assert [conflict.code for conflict in found] == [roles.CODE]
    assert found[0].statement_span.of(statement).strip()
    assert found[0].evidence_span.of(evidence).strip()
    assert found[0].detail


@pytest.mark.parametrize(("statement", "evidence"), LEAVES_ALONE)
def test_leaves_alone(analyst: Analyst, statement: str, evidence: str) -> None:
    assert conflicts(analyst, statement, evidence) == []


@pytest.mark.parametrize(("_", "evidence"), FLAGS)
def test_a_text_does_not_clash_with_itself(analyst: Analyst, _: str, evidence: str) -> None:
    assert conflicts(analyst, evidence, evidence) == []


def test_spans(analyst: Analyst) -> None:
    statement, evidence = "The man bit the dog.", "In May the dog bit the man."
    (found,) = conflicts(analyst, statement, evidence)
    assert found.statement_span.of(statement) == "The man bit the dog"
    assert found.evidence_span.of(evidence) == "the dog bit the man"
