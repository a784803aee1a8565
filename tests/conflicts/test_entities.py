from __future__ import annotations

import pytest

from factcheck.align import align
from factcheck.conflicts import entities
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
        Alias(("Ana Ruiz", "envoy to Faro"), "person", HERE),
    )
)


@pytest.fixture(scope="module")
def analyst() -> Analyst:
    return Analyst(Lexicon.open(), ALIASES)


def conflicts(analyst: Analyst, statement: str, evidence: str) -> list[Conflict]:
    one, other = analyst.analyse(statement, "2024-06-01"), analyst.analyse(evidence, "2024-06-01")
    return list(entities.check(Pair(one, other, align(one, other, analyst.lexicon), analyst.lexicon)))


# A statement and the evidence that it is held against.
FLAGS = [
    ("The treaty was signed in Rome.", "The treaty was signed in London in 1957."),
    ("The conference was held in Paris.", "The conference was held in Berlin."),
    ("Picasso was born in France.", "Picasso was born in Spain in 1881."),
    (
        "Renato Balestra was born in Rome.",
        "Born in Naples, Renato Balestra comes from a family of architects.",
    ),
    ("The ambassador spoke in Vienna on Monday.", "The ambassador spoke in Prague on Monday."),
    ("The film was directed by Ivan Petrov.", "The film was directed by Ana Ruiz."),
    ("Ivan Petrov directed the film.", "The film was directed by Ana Ruiz."),
    ("Telephones were invented by Thomas Edison.", "Alexander Bell invented the telephone."),
    (
        "Penicillin was discovered by Louis Pasteur.",
        "Penicillin was discovered by Alexander Fleming in 1928.",
    ),
    ("The company was founded by Steve Ballmer.", "The company was founded by Bill Gates."),
    (
        "Smriti Mandhana is a Pakistani cricketer.",
        "Smriti Mandhana is an Indian cricketer who plays for the women's team.",
    ),
    (
        "The Endless River is an album by Queen Latifah.",
        "The Endless River is the final studio album by Pink Floyd.",
    ),
    ("Savages is a German film.", "Savages is a 2012 American crime thriller film."),
    ("Tim Roth is only French.", "Tim Roth is an English actor."),
    ("A cat is running on the beach.", "A dog is running on the beach."),
    ("The cat is sleeping on the sofa.", "A dog is sleeping on the sofa."),
    ("A man is playing the piano.", "A man is playing the guitar in a park."),
    ("A boy is kicking a ball.", "A girl is kicking a ball."),
    ("Two women are fighting in the street.", "Two men are fighting in the street."),
    ("A football player scores a goal.", "A hockey player scores a goal."),
    ("A child is eating a banana.", "A child is eating an orange."),
    ("A woman is sitting on a sofa.", "A woman is sitting on a bench."),
    ("Libya is a country in Europe.", "Libya is a country in Africa."),
    ("Mozart died in Salzburg.", "Mozart died in Vienna in 1791."),
    ("The museum is located in Chicago.", "The museum is located in Boston."),
    ("The king of Norway opened the bridge in Oslo.", "The king of Norway opened the bridge in Bergen."),
    ("A woman drinks tea.", "A woman drinks coffee."),
    ("The girl rides a horse.", "A girl rides a camel."),
    ("The treaty was signed by Ivan Petrov.", "The treaty was signed by Ana Ruiz."),
    (
        "In 2019 Germany lent Lithuania eighty million euros.",
        "In 2019 Poland lent Lithuania eighty million euros.",
    ),
    ("The company was acquired by Turkish investors.", "In 2024 Azerbaijani investors acquired the company."),
    ("The ambassador of Chile is Ana Ruiz.", "Pedro Diaz is the ambassador of Chile."),
    ("The board met in Berlin.", "A meeting of the board was held in London."),
    ("We know that Hamlet was written by Marlowe.", "We know that Shakespeare wrote Hamlet."),
    ("Viktor Orlov, a Russian, lives here.", "The Ukrainian painter Viktor Orlov lives here."),
    (
        "The Astra Lund was towed to Aberdeen for repair.",
        "The Astra Lund was refloated on 3 May and towed to Hull for repair.",
    ),
    (
        "The ash will be taken to a landfill at Rossvika.",
        "The ash will be taken to a sealed landfill at Holmedal.",
    ),
    (
        "The eastern wing was opened by the Prime Minister.",
        "On 4 May the new eastern wing was opened by the Minister of Fisheries.",
    ),
    ("The bridge was opened by the minister of health.", "The minister of transport opened the bridge."),
    (
        "The school in Faro with Spanish classes bears the name of Ada Bell.",
        "The school named after Ruth Bell in Faro provides Spanish lessons.",
    ),
    ("The park is named after Anton Gray.", "The park was named after Rosa Gray in 1990."),
    (
        "The murders of two ethnic Danes took place in Gdansk.",
        "Relations cooled after the murder of two ethnic Danes in Yekaterinburg.",
    ),
    ("The trial was held in Lviv.", "The trial was held in Kharkiv in May."),
    ("The statue was moved to Lyon.", "In 2010 the statue was moved to Nantes."),
    ("She was born in Lviv.", "She was born in Gdynia in 1950."),
    ("The mine was acquired by Kazakh investors.", "In 2024 Azerbaijani investors acquired the mine."),
    ("The envoy to Faro is Tom Ray.", "Ana Ruiz is the envoy to Faro, we hear."),
]

LEAVES_ALONE = [
    ("The treaty was signed in Italy.", "The treaty was signed in Rome."),
    ("The talks took place in Kyiv.", "The talks took place in Ukraine."),
    ("The film was shot in Spain.", "The film was shot in India, Spain and Switzerland."),
    ("The film was shot in France.", "The film was shot in India, Spain and Switzerland."),
    ("The film was directed by Ruiz.", "The film was directed by Ana Ruiz."),
    ("The film was directed by Ana Ruiz.", "The film was directed by A. Ruiz."),
    ("Ivan Petrov wrote the film.", "The film was directed by Ana Ruiz."),
    ("Ivan Petrov directed the film.", "The film was directed by Ana Ruiz and Ivan Petrov."),
    ("Germany joined the European Union.", "Poland joined the European Union."),
    ("Anna visited Rome.", "Anna visited Paris."),
    ("Anna met Maria.", "Anna met Sofia in London."),
    ("The treaty was signed by the minister.", "The treaty was signed in London."),
    ("She is a singer.", "She is an actor."),
    ("The band released an album.", "The band released a film."),
    ("Smriti is an Indian cricketer.", "Smriti is a cricketer."),
    ("John is an Irish writer.", "John is an Irish-American writer."),
    ("He teaches at a French school.", "She is a Danish actress."),
    ("The cat was born in May.", "The dog barked in June."),
    ("A dog is running on the beach.", "Some animals, including a cat, are running on the beach."),
    ("A man is playing the guitar.", "A musician is playing an instrument."),
    ("A man is playing a guitar.", "A man is playing the guitar, and a woman is playing the piano."),
    ("Wheat exports rose.", "Exports of barley rose."),
    ("The company sells cars.", "The company sells buses."),
    ("The director lives in Munich.", "The director was born in Hamburg."),
    ("The paper was published in 2004 in Nature.", "The paper was published by Smith."),
    ("NATO was founded in 1949.", "The North Atlantic Treaty Organization was founded in 1949."),
    ("The film was made by the BBC.", "The film was made by the British Broadcasting Corporation."),
    ("The film was not directed by Ivan Petrov.", "The film was directed by Ana Ruiz."),
    ("The film may have been directed by Ivan Petrov.", "The film was directed by Ana Ruiz."),
    ("The conference was held in Paris in 2015.", "The conference was held in Berlin in 2017."),
    ("The prime minister resigned.", "The president resigned."),
    ("Zelensky arrived in Baku.", "President Volodymyr Zelensky arrived in Baku."),
    ("He works in Hollywood.", "He works in film."),
    ("Azerbaijani aid to Ukraine grew.", "Aid to Ukraine from Azerbaijan grew."),
    ("Moscow invaded Ukraine.", "Russia invaded Ukraine."),
    ("Exports to Germany and France grew.", "Exports to Italy, among others, grew."),
    ("Chopin composed works for the piano.", "Chopin composed works for the cello."),
    ("Ana is an English teacher.", "Ana is a Spanish novelist."),
    ("The treaty was signed in Lima.", "The treaty was signed in Peru."),
    ("The treaty was signed in Peru.", "The treaty was signed in the Republic of Peru."),
    ("The fleet was founded by the NSF.", "The fleet was founded by the North Sea Fleet."),
    ("", ""),
    ("Ana Ruiz's friend is Bob Hill.", "Tom Ray is Ana Ruiz's friend."),
    ("The Astra Lund was towed to Scotland for repair.", "The Astra Lund was towed to Aberdeen for repair."),
    (
        "The ash will be taken to a landfill in Norway.",
        "The ash will be taken to a sealed landfill at Holmedal.",
    ),
    (
        "The wing was opened by the minister.",
        "On 4 May the new eastern wing was opened by the Minister of Fisheries.",
    ),
    ("The wing was opened by the former minister.", "The wing was opened by the minister of fisheries."),
    ("The wing was opened by the fisheries minister.", "The wing was opened by the minister of fisheries."),
    ("The wing was opened by the Norwegian minister.", "The wing was opened by the minister of fisheries."),
    ("The school bears the name of Bell.", "The school is named after Ruth Bell."),
    ("The school is not named after Ada Bell.", "The school is named after Ruth Bell."),
    (
        "The school was named after Ada Bell and the park after Ruth Bell.",
        "The park is named after Ruth Bell.",
    ),
    ("The trial was held in Galicia.", "The trial was held in Lviv."),
    ("The trial was held in Ukraine.", "The trial was held in Lviv."),
    ("The goods were shipped to Lyon and Nantes.", "The goods were shipped to Nantes."),
    ("He flew to Lyon.", "He flew to Nantes."),
    ("The meeting was held in Parliament.", "The meeting was held in London."),
    ("The king of Norway visited Lyon.", "The king of Norway visited Nantes."),
    ("The ball was held at Rosecliff.", "The ball was held in Newport."),
    ("The envoy to Faro is Ana Ruiz.", "Ana Ruiz is the envoy to Faro, we hear."),
]


@pytest.mark.parametrize(("statement", "evidence"), FLAGS)
def test_flags(analyst: Analyst, statement: str, evidence: str) -> None:
    found = conflicts(analyst, statement, evidence)
    assert [conflict.code for conflict in found] == [entities.CODE]
    assert found[0].statement_span.of(statement).strip()
    assert found[0].evidence_span.of(evidence).strip()
    assert found[0].detail


@pytest.mark.parametrize(("statement", "evidence"), LEAVES_ALONE)
def test_leaves_alone(analyst: Analyst, statement: str, evidence: str) -> None:
    assert conflicts(analyst, statement, evidence) == []


@pytest.mark.parametrize(("_", "evidence"), FLAGS)
def test_a_text_does_not_clash_with_itself(analyst: Analyst, _: str, evidence: str) -> None:
    assert conflicts(analyst, evidence, evidence) == []


def test_spans_and_detail(analyst: Analyst) -> None:
    statement, evidence = "The treaty was signed in Rome.", "The treaty was signed in London in 1957."
    (found,) = conflicts(analyst, statement, evidence)
    assert found.statement_span.of(statement) == "Rome"
    assert found.evidence_span.of(evidence) == "London"
    assert found.detail == "Rome is not London"
