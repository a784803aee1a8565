"""What is planned or possible against what is said to be so."""

import pytest

from factcheck.conflicts.modality import CODE, check

FLAGS = [
    (
        "The state has paid half of the cost.",
        "The dredging will cost 45 million. The state has promised to pay half of it.",
    ),
    ("A ferry line was opened.", "A ferry line is being considered."),
    ("A ferry line was opened.", "The company is considering opening a ferry line."),
    ("He stole the painting.", "He is accused of stealing the painting."),
    ("The price will double.", "The price may double."),
    ("Russia attacked the port.", "Will Russia attack the port?"),
    (
        "The old customs house has been turned into a museum.",
        "The municipality intends to turn it into a museum.",
    ),
    (
        "The training centre for crane drivers has opened.",
        "The authority intends to open a training centre for crane drivers in the former fish hall.",
    ),
    (
        "The Aurora Nova arrived in Skarvøy on 3 May 2024.",
        "The Aurora Nova will arrive in Skarvøy on 3 May.",
    ),
    (
        "The board has raised the dues for cruise ships by ten per cent.",
        "I have proposed to raise the dues for cruise ships by ten per cent.",
    ),
    (
        "Havgull has rented another 3,000 square metres.",
        "Havgull even wants to rent more space, perhaps another 3,000 square metres.",
    ),
    ("Two of the pilots retired in 2024.", "Two of them will retire this year."),
    (
        "The ferries used Frederikshavn for two weeks.",
        "During that time the ferries are to use Frederikshavn instead.",
    ),
    (
        "Azerbaijan has filed lawsuits against Russia.",
        "Azerbaijan is preparing documents to file lawsuits against Russia.",
    ),
    (
        "Azerbaijani businesses have repaired infrastructure.",
        "Azerbaijani businesses are ready to repair infrastructure.",
    ),
    ("The bank was sold.", "The bank might be sold."),
    ("The firm bribed officials.", "The firm allegedly bribed officials."),
    (
        "The minister made an official decision.",
        "The leak is presented as an official decision by the minister.",
    ),
    ("The fire was not started deliberately.", "It is not known whether the fire was started deliberately."),
    ("XML was removed in release 9.", "XML is scheduled for removal in release 9."),
    ("The council made an offer.", "The mayor said that an offer could be made."),
    ("The crossing would be ready by May.", "She asked whether the crossing would be ready by May."),
    ("The bridge is a waste of money.", "A councillor called the bridge a waste of money."),
    ("The valley is too cold for wine.", "My neighbours think the valley is too cold for wine."),
    ("A second door would solve the problem.", "In her opinion a second door would solve the problem."),
    ("The bakery repaid the staff.", "The court mandated repayment of the staff by the bakery."),
    ("The bridge collapsed.", "The bridge almost collapsed."),
    ("The king abdicated.", "If the king abdicated, the throne would go to his son."),
    ("The union called a strike.", "The union threatened to call a strike."),
    ("The treaty was ratified.", "Parliament is expected to ratify the treaty."),
    ("A new school was built.", "The mayor called for a new school to be built."),
    ("The vaccine prevents malaria.", "The vaccine could prevent malaria."),
    ("Finland joined the alliance.", "Finland has applied to join the alliance."),
    ("The factory closed.", "There are plans to close the factory."),
    ("An agreement was signed.", "A draft agreement is under consideration."),
    ("The port dues were raised.", "The port dues are to be raised."),
    ("She won the election.", "She hoped to win the election."),
    ("The troops left the city.", "The troops agreed to leave the city."),
    ("The city pays half of the cost.", "The city has to pay half of the cost."),
    ("The farmers have sold their cattle.", "The farmers have to sell their cattle."),
    ("The lake is polluted.", "It would be wrong to say that the lake is polluted."),
]
LEAVES_ALONE = [
    ("The city plans to build a tram.", "The city intends to build a tram."),
    ("The price may double.", "The price will double."),
    ("The hall was built in 2021.", "The hall was planned in 2019 and built in 2021."),
    ("The state paid half.", "The state managed to pay half."),
    ("The machine clears mines.", "The machine can clear mines."),
    ("The reform is a success.", "I believe that the reform is a success."),
    ("The mayor resigned.", "The mayor resigned because he may be ill."),
    ("The company will open an office.", "The company is going to open an office."),
    ("He is accused of stealing the painting.", "He is accused of stealing the painting."),
    ("The river flooded the town.", "The river flooded the town, and the council wants to raise the dam."),
    ("The team won the cup.", "The team that hopes to win the league won the cup."),
    ("The museum bought a painting.", "The museum bought a painting that it will show in May."),
    ("The council discussed building a bridge.", "The council discussed building a bridge."),
    ("The firm employs 300 people.", "The firm, which plans to grow, employs 300 people."),
    ("The child began to walk.", "The child began to walk at ten months."),
    ("The troops left the city.", "The troops began to leave the city."),
    ("The museum did not buy the painting.", "The museum may buy the painting."),
    ("The film has been shown in Rome.", "The film has been shown in Rome and will be shown in Paris."),
    ("The results show that cells divide.", "The results suggest that cells divide."),
    ("The plan was rejected.", "The plan was rejected."),
    ("The girl ties her shoe.", "The girl kneels down to tie her shoe."),
    ("The bank helped the firm to expand.", "The bank helped the firm to expand."),
    ("The bakery sells bread.", "The bakery sells bread. Will it sell cakes?"),
    ("The council proposed a tax.", "The council proposed a tax."),
    ("She wants to leave.", "She wants to leave."),
    ("The tower is 90 metres high.", "The tower, which may be sold, is 90 metres high."),
    ("The crew has to rest.", "The crew must rest."),
    ("The villagers have always helped.", "I can say that the villagers have always helped."),
    ("The lake is polluted.", "It would be no exaggeration to say that the lake is polluted."),
    ("The roof leaks.", "We have to admit that the roof leaks."),
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
