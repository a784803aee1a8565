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
        Alias(("Ana Ruiz", "Peru's envoy to Chile"), "person", HERE),
    )
)


@pytest.fixture(scope="module")
def analyst() -> Analyst:
    return Analyst(Lexicon.open(), ALIASES)


def conflicts(analyst: Analyst, statement: str, evidence: str) -> list[Conflict]:
    one, other = analyst.analyse(statement, "2024-06-01"), analyst.analyse(evidence, "2024-06-01")
    return list(roles.check(Pair(one, other, align(one, other, analyst.lexicon), analyst.lexicon)))


def overreaches(analyst: Analyst, statement: str, evidence: str) -> list[Conflict]:
    one, other = analyst.analyse(statement, "2024-06-01"), analyst.analyse(evidence, "2024-06-01")
    return list(roles.overreach(Pair(one, other, align(one, other, analyst.lexicon), analyst.lexicon)))


# A statement and the evidence that it is held against.
FLAGS = [
    (
        "In May Kenya handed spare parts for the crane to its Ugandan partners.",
        "In May, Ugandan partners handed over spare parts for the crane.",
    ),
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
    ("Ghana supplied Benin with a Volta turbine.", "Benin supplied Ghana with a Volta turbine."),
    (
        "Ghana provided Benin with a Volta turbine.",
        "The Volta turbine provided by Benin is currently engaged in lighting some Ghanaian districts.",
    ),
    ("Norway furnished Iceland with radar sets.", "Norway received radar sets furnished by Iceland."),
    (
        "Norway furnished Iceland with radar sets.",
        "We are grateful to Iceland for furnishing radar sets, which were made in Iceland.",
    ),
    (
        "Norway's gift of radar sets to Iceland was welcomed.",
        "Iceland's gift of radar sets to Norway was welcomed.",
    ),
    (
        "The harbour of Faro made an offer for a Swiss bank.",
        "A Swiss bank did make an offer for the harbour in May.",
    ),
    (
        "The offer for the Swiss bank by the harbour of Faro was rejected.",
        "A Swiss bank made an offer for the harbour of Faro.",
    ),
    (
        "Maria Lopez replied to a question from John Smith at the congress.",
        "At the congress, President John Smith, responding to a question from reporter Maria Lopez, spoke.",
    ),
    (
        "The first Kenyan trucks bringing food to Uganda came in March.",
        "The first Ugandan trucks carrying food for Kenya arrived in March.",
    ),
    (
        "The first Peruvian ships bringing medicine to Chile docked in Lima.",
        "The first Chilean ships carrying medicine for Peru docked in Lima in May.",
    ),
    (
        "Kenya was one of the first to support Uganda when the Sudanese army attacked.",
        "Uganda was one of the first to support Kenya when the Sudanese army attacked.",
    ),
    ("Chinese children who sang in Japan are famous.", "The Japanese children who sang in China are famous."),
    ("The Swedish firm sued the Danish state.", "The Danish firm sued the Swedish state."),
    ("The embassy of Peru in Chile held a festival.", "The embassy of Chile in Peru held a festival."),
    ("Peru's embassy in Santiago showed Chilean films.", "Chile's embassy in Lima showed Peruvian films."),
    (
        "Visitors from Chile wept at the show by Peruvian dancers.",
        "Peruvian visitors wept at the show of the Chilean dancers.",
    ),
    ("Kenya's minister met the Ugandan president.", "Uganda's minister met the Kenyan president."),
    ("The letter from Wallace to Darwin was lost.", "The letter from Darwin to Wallace was lost."),
    (
        "The bank was rescued by the state with money from the church.",
        "The church was rescued by the state with money from the bank.",
    ),
    ("Volvo was sold to Geely by Ford.", "Ford was sold to Volvo by Geely."),
    ("The county lent the port 60 million.", "The port lent the county 60 million."),
    ("Peru exports copper to Chile.", "Chile exports copper to Peru."),
    (
        "Students from Peru are the largest group at Chilean universities.",
        "Chilean students are the largest group at Peruvian universities.",
    ),
    ("The invasion of Georgia by Russia was condemned.", "Georgia's invasion of Russia was condemned."),
    ("The general was arrested by the colonel.", "The general arrested the colonel at dawn."),
    ("Ilse Adler interviewed Tomas Mann.", "Ilse Adler was interviewed by Tomas Mann."),
    ("Bavaria asked Saxony for help.", "Saxony asked Bavaria for help."),
    (
        "Bavaria's request for help to Saxony was refused.",
        "Saxony's request for help to Bavaria was refused.",
    ),
    (
        "Some of the Peruvians who helped to rebuild Chile have died.",
        "Some of the Chileans who helped to rebuild Peru have died.",
    ),
    ("Lots of Kenyan tourists left Uganda in tears.", "Lots of Ugandan tourists left Kenya in tears."),
    ("Sweden gave a loan to a Danish bank.", "Denmark gave a loan to a Swedish bank."),
    ("Kyoto's mayor thanked Boston for the trees.", "Boston's mayor thanked Kyoto for the trees."),
    ("Anna Bell accused Paul Hale of fraud.", "Paul Hale accused Anna Bell of fraud."),
    ("The report by Deloitte on Siemens was published.", "The report by Siemens on Deloitte was published."),
    ("The judge was criticised by the lawyer.", "The lawyer was criticised by the judge."),
    ("Iran supplies Oman with gas.", "Iran is supplied with gas by Oman."),
    ("Wheat from Egypt feeds Yemen.", "Wheat from Yemen feeds Egypt."),
    (
        "The mayor of Faro gave the bishop of Braga a medal.",
        "The bishop of Braga gave the mayor of Faro a medal.",
    ),
    ("Peru sold Chile two ships.", "Peru bought two ships from Chile."),
    ("Twelve Kenyan doctors treated Ugandan soldiers.", "Twelve Ugandan doctors treated Kenyan soldiers."),
    (
        "Ana Ruiz, a Chilean, painted the Peruvian poet Luis Mar.",
        "Ana Ruiz, a Peruvian, painted the Chilean poet Luis Mar.",
    ),
]

LEAVES_ALONE = [
    (
        "Peru was the first country to give women the right to vote.",
        "The first country where women gained the right to vote was Peru.",
    ),
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
    ("Poland helps Lithuania.", "Lithuania and Poland help each other."),
    ("Facebook was bought by Google.", "Google did not buy Facebook."),
    ("Motorola sold the company to Google.", "Google bought the company from Motorola."),
    ("Google purchased the firm from Motorola.", "Motorola sold the firm to Google."),
    ("The student learned chess from the teacher.", "The teacher taught the student chess."),
    ("Argentina lost to Croatia.", "Croatia beat Argentina in the final."),
    ("Crick was followed by Watson.", "Watson succeeded Crick."),
    ("Russia invaded Georgia.", "Russia's invasion of Georgia was condemned."),
    ("The girl was given a flower by the boy.", "The boy gave the girl a flower."),
    ("Poland lent Lithuania money.", "Poland lent Latvia money."),
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
    ("Ghana supplied Benin with a turbine.", "Ghana supplied a turbine to Benin."),
    (
        "Ghana provided Benin with a Volta turbine.",
        "The Volta turbine provided by Ghana lights some districts of Benin.",
    ),
    ("Ghana provided Benin with a turbine.", "Benin is grateful to Ghana for providing a turbine."),
    ("Benin received a turbine from Ghana.", "Ghana provided Benin with a turbine."),
    (
        "Norway's gift of radar sets to Iceland was welcomed.",
        "The gift of radar sets by Norway to Iceland was welcomed.",
    ),
    ("Iceland got radar sets from Norway.", "Norway furnished Iceland with radar sets."),
    ("A Swiss bank wanted to buy the harbour.", "A Swiss bank did make an offer for the harbour in May."),
    (
        "An offer for the harbour by a Swiss bank was rejected.",
        "A Swiss bank made an offer for the harbour of Faro.",
    ),
    (
        "John Smith replied to a question from Maria Lopez.",
        "At the congress, President John Smith, responding to a question from reporter Maria Lopez, spoke.",
    ),
    ("Maria Lopez asked John Smith a question.", "John Smith responded to a question from Maria Lopez."),
    (
        "The first Ugandan trucks with food for Kenya came in March.",
        "The first Ugandan trucks carrying food for Kenya arrived in March.",
    ),
    (
        "Food for Kenya arrived on Ugandan trucks.",
        "The first Ugandan trucks carrying food for Kenya arrived in March.",
    ),
    ("Kenya was sent generators made in Uganda.", "Generators produced in Uganda were sent to Kenya."),
    ("Japanese children sang in China.", "The children from Japan who sang in China are famous."),
    ("The Danish firm sued the Swedish state.", "The Swedish state was sued by the firm from Denmark."),
    ("Chile's embassy in Peru held a festival.", "The embassy of Chile in Peru held a festival."),
    (
        "Carl Orff composed the music and Anna Bell wrote the libretto.",
        "Anna Bell wrote the libretto, and Carl Orff composed the music.",
    ),
    ("Russia's invasion of Georgia was condemned.", "The invasion of Georgia by Russia was condemned."),
    ("Kyiv and Baku signed a treaty.", "Baku and Kyiv signed a treaty."),
    ("Relations between Peru and Chile are good.", "Chile and Peru have good relations."),
    ("The ferry runs between Oslo and Kiel.", "The ferry runs between Kiel and Oslo."),
    ("The lake lies north of Malmo and south of Lund.", "North of Malmo and south of Lund lies the lake."),
    ("Peru's trade with Chile grew.", "Chile's trade with Peru grew."),
    ("Wallace wrote to Darwin.", "Darwin got a letter from Wallace."),
    ("The general was arrested by the colonel.", "The colonel arrested the general."),
    ("Bavaria asked Saxony for help.", "Saxony was asked for help by Bavaria."),
    ("Geely bought Volvo from Ford.", "Ford sold Volvo to Geely."),
    ("Kenya beat Uganda in the final.", "In the final, Uganda lost to Kenya."),
    ("The museum in Lima shows art from Chile.", "Art from Chile is shown by the museum in Lima."),
    ("Peruvian students study in Chile.", "Students from Peru study at universities in Chile."),
    ("The border of Peru with Chile is long.", "Chile's border with Peru is long."),
    ("Anna Bell, who succeeded Paul Hale, resigned.", "Paul Hale was succeeded by Anna Bell."),
    (
        "Some Chileans who helped to rebuild Peru died.",
        "Some of the Chileans who helped to rebuild Peru have died.",
    ),
    ("Two ships were sold to Chile by Peru.", "Chile bought two ships from Peru."),
    ("Boston's mayor thanked Kyoto.", "Kyoto was thanked by the mayor of Boston."),
    ("Ugandan tourists left Kenya in tears.", "Lots of tourists from Uganda left Kenya in tears."),
    ("Gas from Iran reaches Oman.", "Iran supplies Oman with gas."),
    ("Kenyan soldiers were treated by Ugandan doctors.", "Twelve Ugandan doctors treated Kenyan soldiers."),
    ("The Dresden orchestra gave a concert in Leipzig.", "The orchestra of Dresden played in Leipzig."),
    ("Peru and Chile signed a pact in Lima.", "Chile signed a pact with Peru in Lima."),
    ("Egypt was fed by wheat from Yemen.", "Wheat from Yemen feeds Egypt."),
    (
        "Luis Mar, a Chilean poet, was painted by Ana Ruiz.",
        "Ana Ruiz, a Peruvian, painted the Chilean poet Luis Mar.",
    ),
    (
        "The Kenyan minister arrived in Uganda, where he met the Ugandan president.",
        "Kenya's minister met the president of Uganda in Kampala, Uganda.",
    ),
    ("The Danes lost to the Finns.", "The Finns defeated the Danes."),
]

# Nobody is said to have done what the statement says, but it may still have happened.
OVERREACHES = [
    (
        "Kenya handed spare parts to its Ugandan partners.",
        "Ugandan partners handed the spare parts to a museum in Kenya.",
    ),
    ("Trade with Ukraine helps Azerbaijan.", "Trade with Azerbaijan helps Ukraine."),
    ("Croatia beat Argentina in 2018.", "Argentina beat Croatia in 1998."),
    ("Poland might invade Russia.", "Russia invaded Poland."),
    ("Poland did not invade Russia.", "Russia invaded Poland."),
    (
        "Generators made in Kenya were sent to Uganda to help it repair its grid.",
        "A batch of generators was provided to help Kenya repair its grid; we need generators designed in Uganda.",
    ),
    (
        "Anna Bell wrote the libretto and Carl Orff composed the music.",
        "Carl Orff wrote the libretto, and Anna Bell composed the music.",
    ),
    ("Wallace answered Darwin's letter.", "Darwin answered a letter from Wallace."),
    ("Real Madrid signed the striker from Ajax.", "Ajax signed the striker from Real Madrid."),
    ("A number of Danes fought for Finland.", "A number of Finns fought for Denmark."),
    ("The orchestra of Leipzig played in Dresden.", "The orchestra of Dresden played in Leipzig."),
    ("Peru might give Chile a ship.", "Chile gave Peru a ship."),
    ("In 1990 Peru gave Chile a ship.", "In 2000 Chile gave Peru a ship."),
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


@pytest.mark.parametrize(("statement", "evidence"), OVERREACHES)
def test_overreach_without_a_clash(analyst: Analyst, statement: str, evidence: str) -> None:
    assert conflicts(analyst, statement, evidence) == []
    (found,) = overreaches(analyst, statement, evidence)
    assert found.statement_span.of(statement).strip()
    assert found.evidence_span.of(evidence).strip()


@pytest.mark.parametrize(("statement", "evidence"), LEAVES_ALONE)
def test_no_overreach(analyst: Analyst, statement: str, evidence: str) -> None:
    assert overreaches(analyst, statement, evidence) == []


def test_what_an_alias_says_is_read(analyst: Analyst) -> None:
    statement, evidence = "Ana Ruiz is Chile's envoy to Peru.", "Ana Ruiz is Peru's envoy to Chile."
    assert [found.code for found in conflicts(analyst, statement, evidence)] == [roles.CODE]


def test_a_capital_acts_for_its_country_but_is_a_place_of_its_own(analyst: Analyst) -> None:
    statement = "Lima gave Chile a ship."
    assert conflicts(analyst, statement, "Chile gave Peru a ship.")
    assert not conflicts(analyst, statement, "Chile gave the ship to a museum in Lima.")
