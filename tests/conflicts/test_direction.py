"""Opposites of the same thing, and of other things."""

import pytest

from factcheck.conflicts.direction import CODE, check

FLAGS = [
    ("The factory is idle.", "The factory operates in two shifts."),
    ("The machine stands idle.", "The machine is operating in two regions."),
    ("Oslo's ties with Berlin have warmed.", "Relations between Oslo and Berlin have deteriorated."),
    (
        "Norway is retreating from the Asian energy market.",
        "Norway is expanding its presence in the Asian energy market.",
    ),
    (
        "The programme for refugee children has been scaled back.",
        "The scope of the program for refugee children has been expanded.",
    ),
    ("The canal drives Peru and Chile further apart.", "The canal brings Peru and Chile closer together."),
    (
        "Gas exports to Europe have shrunk since 2020.",
        "Our exports of gas to Europe have grown every year since 2020.",
    ),
    ("The party opposes the bill.", "The party supports the bill."),
    ("The lake is safe.", "The lake is dangerous."),
    ("The fire broke out before the match.", "The fire broke out after the match."),
    ("Road salt imports went up by more than a third.", "Imports of road salt fell by more than a third"),
    ("Absence at the authority rose in 2023.", "Absence fell from 6.8 to 5.4 per cent."),
    (
        "Emissions from the port's own vehicles and cranes increased by 22 per cent.",
        "Emissions from the port’s own vehicles and cranes fell by 22 per cent to 1,150 tonnes of carbon dioxide.",
    ),
    (
        "The punctuality of the ferries got worse in 2023.",
        "Punctuality improved: 94 per cent of departures left within ten minutes of the timetable.",
    ),
    ("Trade is on the rise.", "Trade is falling."),
    ("The country is rich.", "The country is poor."),
    ("The cat is alive.", "The cat was found dead."),
    ("The list includes whales.", "The list excludes whales."),
    ("The museum opened in May.", "The museum closed in May."),
    ("The team won the final.", "The team lost the final."),
    ("Smoking is banned in the park.", "Smoking is allowed in the park."),
    ("Demand for wool has increased.", "There was a decrease in demand for wool."),
    ("The dam raised the level of the river.", "The dam lowered the level of the river."),
    ("Crime is higher than in 2010.", "Crime is lower than in 2010."),
    (
        "The northern pier is longer than the southern pier.",
        "The northern pier is shorter than the southern pier.",
    ),
    (
        "Cooperation between the ports will weaken the region's energy security.",
        "Our cooperation is going to bolster the region's energy security.",
    ),
    ("Culture is becoming less emotional.", "Culture is becoming increasingly emotional."),
    ("The senator rejected the treaty.", "The senator approved the treaty."),
    ("The glacier is growing.", "The glacier is shrinking."),
    ("The soup is hot.", "The soup is cold."),
    ("The patient's condition improved.", "The patient's condition worsened."),
    ("He wears a black shirt.", "He wears a white shirt."),
    ("The treaty includes fisheries.", "The treaty excludes fisheries."),
    ("Rents in Lisbon have soared.", "Rents in Lisbon have plunged."),
]
LEAVES_ALONE = [
    ("Prices rose in Peru.", "Prices fell in Chile."),
    ("Ties between Oslo and Berlin have warmed.", "Relations between Oslo and Paris have deteriorated."),
    ("They live together.", "Apart from Anna they live in Rome."),
    ("The factory operates in Lima.", "The factory in Quito is idle."),
    ("Norway's army retreated.", "Norway expanded its fleet."),
    ("Prices rose.", "Wages fell."),
    ("Japan sold the ship.", "China bought the ship."),
    ("Prices rose in 2020.", "Prices rose in 2020, then fell."),
    ("Prices rose.", "Prices did not fall."),
    ("Oslo is larger than Bergen.", "Bergen is smaller than Oslo."),
    ("Prices fell.", "Prices may rise."),
    ("The old bridge was sold.", "A young man bought the house."),
    ("Large crowds came.", "A small bus came with large crowds."),
    ("Peru bought ships from Chile.", "Chile sold ships to Peru."),
    ("The museum opened in 1990.", "The museum closed in 2010 and the shop opened."),
    ("Spending on roads increased.", "Spending on schools decreased."),
    ("The war began in 1914.", "Peace was signed in 1918."),
    ("The girl is outside.", "The boy is inside."),
    ("More than 300 people came.", "Fewer than 500 people came."),
    ("The new cranes came from Finland.", "The old cranes were sold."),
    ("A tall man met a woman.", "A man met a short woman."),
    ("The twelve year old girl won.", "The young girl won."),
    ("Unemployment rose in 2019.", "Unemployment fell in 2021."),
    ("Support for the party grew.", "Support for the party could shrink."),
    ("The minister supports the tax.", "The union opposes the tax."),
    ("The firm raised wages.", "The firm raised wages and lowered prices."),
    ("The invasion failed.", "They were defending the town."),
    ("Snow fell before the match.", "Rain fell after the match."),
    ("The shop is open.", "The museum is closed."),
    ("The road is safe.", "The road is not dangerous."),
    ("The price of milk rose.", "The price of milk went up."),
]


@pytest.mark.parametrize(("statement", "evidence"), FLAGS)
def test_flags(read_pair, statement, evidence):
    (found,) = check(read_pair(statement, evidence))
    assert found.code == CODE
    assert found.statement_span.of(statement)
    assert found.evidence_span.of(evidence)


@pytest.mark.parametrize(("statement", "evidence"), LEAVES_ALONE)
def test_leaves_alone(read_pair, statement, evidence):
    assert list(check(read_pair(statement, evidence))) == []
