"""All, most, only, the first: what excludes one another and what only says more."""

import pytest

from factcheck.conflicts.scope import CODE, check, overreach

FLAGS = [
    ("All members voted.", "Only half of the members voted."),
    ("All members voted.", "Not all members voted."),
    ("None of the seats is free.", "Most of the seats are free."),
    ("She is the only candidate.", "She is not the only candidate."),
    ("The bank is the largest in Norway.", "The bank is the second largest in Norway."),
    ("Viktor was the only person to help refugees.", "He was not the only one who helped refugees."),
    ("All five quays are equipped with shore power.", "Half of the quays are equipped with shore power."),
    ("All pupils passed the test.", "Few pupils passed the test."),
    ("Every house was damaged.", "Some houses were damaged, not every house was damaged."),
    ("The trains are always late.", "The trains are rarely late."),
    ("The lake is the deepest in Asia.", "The lake is the third deepest in Asia."),
    ("The factory is fully automated.", "The factory is only partly automated."),
    ("Only Finland signed the treaty.", "Finland and Norway signed the treaty."),
    ("The shop only sells bread.", "The shop sells bread and cakes."),
    ("All the mines have been cleared.", "Almost all the mines have been cleared."),
    ("Most of the seats were sold.", "Few of the seats were sold."),
    ("All the houses were damaged.", "None of the houses were damaged."),
    ("Everest is the tallest mountain in Asia.", "Everest is the second tallest mountain in Asia."),
    ("He is always punctual.", "He is never punctual."),
    ("Both bridges collapsed.", "Neither of the bridges collapsed."),
    ("The valley is entirely forested.", "The valley is partly forested."),
]
LEAVES_ALONE = [
    ("All pupils passed.", "Some teachers left."),
    ("Some members voted.", "All members voted."),
    ("All members voted.", "All members voted."),
    ("Most members voted.", "All members voted."),
    ("She is one of the best.", "She is one of the best."),
    ("The first train left at five.", "The train was among the first to be electrified."),
    ("The lake is the deepest in Asia.", "The river is the third longest in Asia."),
    ("Only 5 people came.", "5 people came."),
    ("He is most likely ill.", "He is ill."),
    ("Not only Finland but also Norway signed.", "Finland and Norway signed."),
    ("The trains are rarely late.", "The trains are always full."),
    ("All members of the board voted.", "Some members of the club voted."),
    ("Half of the seats are free.", "Most people like the seats."),
    ("The first settlers came from Spain.", "Among the first ships was a frigate."),
    ("All the apples are red.", "Some of the pears are green."),
    ("Half of the voters are women.", "Half of the voters are women."),
    ("Most trains run on time.", "All trains run on time."),
    ("The bus is always late.", "The train is usually late."),
    ("He likes most sports.", "He likes all sports."),
    ("Among the five largest banks is Nordbank.", "Nordbank is among the five largest banks."),
    ("He is the largest shareholder.", "He is the largest shareholder."),
    ("All in all it went well.", "Some of it went well."),
    ("The whole town was flooded.", "Half of the fields were flooded."),
    ("It is the only bridge.", "It is the only bridge."),
    ("Some of the children sang.", "Most of the children sang."),
    ("She never eats meat.", "She never eats meat."),
]
OVERREACHES = [
    ("All members voted.", "Most members voted."),
    ("All members voted.", "Some members voted."),
    ("Only Finland signed the treaty.", "Finland signed the treaty."),
    (
        "A sports school is the only thing the project includes.",
        "The project includes a sports school and a school of arts among other facilities.",
    ),
    (
        "Azerbaijan was the very first to give Ukraine its backing.",
        "The Republic of Azerbaijan was among the first to provide its backing to Ukraine.",
    ),
    (
        "Azerbaijanis are the single largest foreign student community in Ukraine.",
        "Azerbaijani students are among the five largest foreign student communities in Ukrainian universities.",
    ),
    ("The bank is the largest in Norway.", "The bank is one of the largest in Norway."),
    ("It always rains in May.", "It usually rains in May."),
    ("The types are completely identical.", "The types are mostly identical."),
    ("Every school has a library.", "Some schools have a library."),
    ("The road is always closed in winter.", "The road is often closed in winter."),
    ("She is the best player in the league.", "She is one of the best players in the league."),
    ("Oslo is the most expensive city.", "Oslo is among the most expensive cities."),
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


@pytest.mark.parametrize(("statement", "evidence"), OVERREACHES)
def test_overreaches(read_pair, statement, evidence):
    pair = read_pair(statement, evidence)
    assert list(check(pair)) == []
    (found,) = overreach(pair)
    assert found.code == CODE


@pytest.mark.parametrize(("statement", "evidence"), LEAVES_ALONE)
def test_does_not_overreach(read_pair, statement, evidence):
    assert list(overreach(read_pair(statement, evidence))) == []
