"""Who, where and when each word of a text belongs to: what bears nothing out, and what does."""

import pytest

from factcheck.conflicts import (
    attachments,
    comparisons,
    crossings,
    entities,
    locality,
    origins,
    polarity,
    reserves,
    routes,
    scattering,
)

BORNE = "Relations have cooled since the shooting down of a Chilean plane by the Peruvians."


@pytest.mark.parametrize(
    ("module", "statement", "evidence"),
    [
        (
            attachments,
            "Ana Ruiz had the leading role in the film.",
            "In a collaboration with the Union of Film Makers and its head Ana Ruiz we have shown a number of films, "
            "among them the film with Eva Ortega in the leading role.",
        ),
        (attachments, "Alder takes the place of Birch.", "Birch replaces the older Alder."),
        (
            locality,
            "Chilean attacks ruined the school.",
            "A school ruined by Peruvian attacks has been restored to operation with the help of the Republic "
            "of Chile.",
        ),
        (
            locality,
            "Ana Ruiz met Eva Diaz in Lima on 12 May.",
            "Ana Ruiz had a very good meeting with Eva Diaz on 22 February in Rome. After that conversation, a meeting "
            "of the commission was held in Lima on 12 May.",
        ),
        (
            locality,
            "Ana Ruiz is a Chilean actress.",
            "Chilean viewers have known the actress Ana Ruiz for years.",
        ),
        (locality, "Ana Ruiz is a Chilean actress.", "In 2024 the actress Ana Ruiz was in Chile for a week."),
        (
            locality,
            "The CNP is a Peruvian agency.",
            "A pact of the Peruvian government and the agency CNP is planned.",
        ),
        (
            locality,
            "Peruvian drones damaged the grid.",
            "Barrages of Chilean missiles and drones have damaged the Peruvian energy grid.",
        ),
        (
            locality,
            "Two ethnic Russians were murdered in Lima.",
            "A plane was shot down by the Russians before the murder of two ethnic Georgians in Lima.",
        ),
        (locality, "The crane was made in Callao.", "The crane, made in Peru, is used in Callao."),
        (
            locality,
            "The clinic in Lima sees about 90 children a day.",
            "The clinic in Quito sees about 90 children a day, and the one in Lima about 40.",
        ),
        (
            crossings,
            "Applications rose 6 per cent in 2023.",
            "Enrolment rose 6 per cent in 2023, whereas applications fell to 620.",
        ),
        (crossings, "The board moved the meeting.", "The chair moved the meeting; the board objected."),
        (
            crossings,
            "The head teacher asked the council for a later start.",
            "The parents' council asked the school for a later start. The head teacher replied on Monday.",
        ),
        (crossings, "She moved in 1961.", "She moved in 1927 and retired in 1961."),
        (
            crossings,
            "The scientists recommended cutting the quota by 18 per cent.",
            "The quota is cut by 18 per cent, less than the 30 per cent recommended by the scientists.",
        ),
        (
            crossings,
            "The steel version lost a quarter of its weight.",
            "Steel saved a third of the cost; the copper version lost a quarter of its weight.",
        ),
        (
            scattering,
            "An attacker can read the keys over the network.",
            "An attacker on the spot can read the keys; the flaw cannot be exploited over the network.",
        ),
        (
            scattering,
            "A teacher found the orchid in the garden.",
            "The orchid was found in a quarry by a teacher, who brought it to the garden.",
        ),
        (
            scattering,
            "The ice formed earlier in 2021.",
            "The ice formed 16 days later in 2021 and broke up nine days earlier.",
        ),
        (
            scattering,
            "The scheduler retries jobs marked urgent.",
            "The scheduler retries a failed job. Jobs marked urgent are never retried.",
        ),
        (
            scattering,
            "Tom Ash, a former diver, took the prize in May.",
            "Tom Ash took the prize in May. Idris Cale, a former diver, fell in the first round.",
        ),
        (
            scattering,
            "We held the fair in Quito.",
            "Recently we held the fair. A school in Quito showed its courses.",
        ),
        (reserves, "She voted against the budget.", "She abstained from the vote on the budget."),
        (comparisons, "More men than women took part.", "Men and women took part."),
        (comparisons, "The sick ate more than the healthy.", "The healthy ate more than the sick."),
        (routes, "The ferry runs from Bergen to Oslo.", "The ferry service from Oslo to Bergen was opened."),
        (
            routes,
            "The first ferry goes from Lower Saxony to Norway.",
            "A ferry line from Norway to Lower Saxony.",
        ),
        (reserves, "The match is cancelled.", "If it rains, the match is cancelled."),
        (reserves, "The tax was raised.", "The tax was nearly raised."),
        (reserves, "Oil fell to 50 dollars.", "Oil fell by 50 dollars."),
        (reserves, "She was hired in 2001 and fired in 2005.", "She was hired in 2005 and fired in 2001."),
    ],
)
def test_overreaches(read_pair, module, statement, evidence):
    (found,) = module.overreach(read_pair(statement, evidence))
    assert found.code == module.CODE


@pytest.mark.parametrize(
    "module", [attachments, comparisons, crossings, locality, reserves, routes, scattering]
)
@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("Chilean aid reached the school.", "Chile sent aid that reached the school."),
        (
            "Chile and Peru have been partners for years.",
            "For many years, Peru and Chile have been partners.",
        ),
        ("If it rains, the match is cancelled.", "The match is cancelled if it rains."),
        ("The tax was nearly raised.", "The tax was nearly raised in May."),
        ("She was hired in 2001 and fired in 2005.", "Hired in 2001, she was fired in 2005."),
        ("Oil fell to 50 dollars.", "Oil fell to 50 dollars on Monday."),
        ("A Chilean plane was shot down.", BORNE),
        ("The ferry runs from Oslo to Bergen.", "The ferry service from Oslo to Bergen was opened."),
        ("The ferry runs from Oslo to Bergen.", "Ferries run from Bergen to Oslo, and from Oslo to Bergen."),
        ("Ana Ruiz is a Chilean actress.", "Ana Ruiz, the best known Chilean actress, sang in Lima."),
        ("Ana Ruiz is Chile's ambassador to Peru.", "Ana Ruiz, Ambassador of Chile to Peru, spoke in Lima."),
        (
            "More than 250 Chilean children have had treatment in Peru.",
            "300 Chilean children received treatment in Peru.",
        ),
        (
            "Peru allocated a million dollars from its fund for equipment for Chile.",
            "Peru committed a million dollars for equipment for Chile from its fund.",
        ),
        ("Chilean cranes work in Callao.", "Chilean cranes, which lift a lot, operate in Callao."),
        ("The company said costs fell.", "Ana Foods lost money. The company said that costs fell."),
        ("Viktor Salas denies the charge.", "Viktor Salas was paid. Mr Salas denies the charge."),
        (
            "The shop adjoining the bakery escaped.",
            "Fire destroyed the bakery, but the adjoining shop escaped.",
        ),
        (
            "Ana Lund followed Otto Fromm and led the observatory.",
            "Ana Lund led the observatory, following Otto Fromm. Fromm left.",
        ),
        ("Built of stone, the tower is old.", "The tower, built of stone in 1300, is old and leans."),
        ("They signed a treaty in Lima.", "They met and signed a treaty in Lima."),
        (
            "Ana, born in Lima in 1889, moved to Quito in 1921.",
            "Ana, born in Lima in 1889, moved to Quito in 1921.",
        ),
        ("The film was made by Ford.", "The film is a comedy made by Ford, who died in 1990."),
        (
            "The healthy ate more than the sick.",
            "The sick ate less than the healthy, who ate more than them.",
        ),
        ("Ana Ruiz is a Chilean actress.", "They met Chilean actress Ana Ruiz in Lima."),
    ],
)
def test_leaves_alone(read_pair, module, statement, evidence):
    assert list(module.overreach(read_pair(statement, evidence))) == []


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("Ana Ruiz is a nurse from Lima.", "Ana Ruiz, a nurse from Quito, won the prize."),
        (
            "The group of children came from Faro region.",
            "A group of children from the Beja region visited Lisbon.",
        ),
    ],
)
def test_another_origin_clashes(read_pair, statement, evidence):
    (found,) = origins.check(read_pair(statement, evidence))
    assert found.code == "entity"


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("The goods came from Lima.", "The goods from Quito were sold."),
        ("Ana Ruiz is a nurse from Peru.", "Ana Ruiz is a nurse from Lima."),
        ("A nurse from Lima won.", "Nurses from Quito and Lima took part."),
    ],
)
def test_an_origin_that_may_be_the_same(read_pair, statement, evidence):
    assert list(origins.check(read_pair(statement, evidence))) == []


def test_another_holder_of_an_office_clashes(read_pair):
    pair = read_pair(
        "The embassy and the Orchard Bank with its head, Ana Lopez, held a fair.",
        "Recently we, together with the Orchard Bank and its head Ana Ruiz, held a fair.",
    )
    assert [found.code for found in entities.check(pair)] == ["entity"]


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("There is no trash on the ground.", "Trash litters the ground."),
        ("There is no ice on the old bridge.", "Ice covers the old bridge."),
    ],
)
def test_a_denial_of_what_is_borne_out_clashes(read_pair, statement, evidence):
    (found,) = polarity.check(read_pair(statement, evidence))
    assert found.detail == "denied in the statement, affirmed in the evidence"
