"""Denials: what is one, what only looks like one."""

import pytest

from factcheck.conflicts.polarity import CODE, check

FLAGS = [
    ("The minister signed the agreement.", "The minister said he did not sign the agreement."),
    ("Several people were injured.", "The seven people on board were taken off, and nobody was injured."),
    ("The club refused to sell the striker.", "The club has sold the striker."),
    ("They signed a peace treaty.", "They are denying having signed a peace treaty."),
    ("The plant no longer runs.", "The plant runs day and night."),
    ("The report was published.", "The report remains unpublished."),
    (
        "Port dues were raised on 1 January 2024.",
        "Port dues were raised by 4 per cent on 1 January 2023; they were not raised on 1 January 2024.",
    ),
    ("Coal was handled at the port in 2023.", "No coal was handled in 2023."),
    (
        "The mud from the dredging will be dumped in the sea.",
        "The mud will be taken to a sealed landfill. None of it will be dumped at sea.",
    ),
    ("A contract for the line has been signed.", "We are talking to two lines. Nothing has been signed."),
    ("The school has never opened.", "The school opened its doors on 1 September 2023."),
    (
        "Azerbaijani society does not support Ukraine.",
        "Azerbaijani society is very supportive of Ukraine.",
    ),
    (
        "The man is smoking a cigarette.",
        "Man in a white t-shirt, not smoking a cigarette, sitting in front of a red door.",
    ),
    ("The boy is not holding a red umbrella.", "A boy with face paint is holding a red umbrella."),
    ("No women are running.", "A lady in a yellow tank and black pants is running in a marathon."),
    ("The vaccine has side effects.", "The vaccine has no side effects."),
    ("The bridge has a permit.", "The bridge lacks a permit."),
    ("Brazil ratified the treaty.", "Neither Brazil nor Chile ratified the treaty."),
    ("The dam collapsed.", "It is not true that the dam collapsed."),
    ("The mayor did not resign.", "Nobody denies that the mayor resigned."),
    ("The team did not win.", "The team never failed to win."),
    ("The lake is safe.", "The lake is unsafe."),
    ("The firm sold arms to Iran.", "The government denied claims that the firm had sold arms to Iran."),
    ("The penguin can fly.", "The penguin cannot fly."),
    ("He managed to finish the race.", "He was not able to finish the race."),
    ("The treaty was signed in Rome.", "The treaty was not signed in Rome but in Paris."),
    ("She drank coffee.", "She drank tea instead of coffee."),
    ("Tickets were sold at the gate.", "No tickets were sold at the gate."),
    ("The senator voted for the budget.", "The senator never voted for the budget."),
    ("The village has running water.", "The village does not have running water."),
    ("Whales are fish.", "Whales are not fish."),
    ("The committee met in June.", "The committee failed to meet in June."),
    ("The lake is not frozen.", "The lake is frozen."),
    ("The doctor prescribed antibiotics.", "The doctor refused to prescribe antibiotics."),
    ("The union accepted the offer.", "The union has not accepted the offer."),
    ("Rembrandt visited Italy.", "Rembrandt never visited Italy."),
    ("The novel has been translated into Welsh.", "The novel has yet to be translated into Welsh."),
    ("The archive still holds the letters.", "The archive no longer holds the letters."),
    ("The mayor played a part in the rescue.", "The mayor played no part in the rescue."),
    ("The drug is available in Kenya.", "The drug is unavailable in Kenya."),
]
LEAVES_ALONE = [
    ("No member but Finland voted for the plan.", "Finland voted for the plan."),
    ("No ship may enter unless it has a pilot.", "A ship may enter."),
    ("No driver struck before the talks failed.", "The drivers struck."),
    ("The minister said he signed.", "The minister did not say when the talks would end."),
    ("She sold the house.", "She did not sell the house in 2019."),
    ("The man is not crying.", "An African American man not smiling."),
    ("Thirty people died.", "No fewer than 30 people died."),
    ("He signed the treaty.", "Not only did he sign the treaty, he also had it framed."),
    ("The shop opened in May.", "The shop did not open until May."),
    ("He did not sign the letter.", "He did not deny having signed the letter."),
    (
        "The minister did not sign the agreement.",
        "According to the minister, the deal was left unsigned by him.",
    ),
    ("Prices rose.", "Prices did not fall."),
    ("The minister denied having signed the treaty.", "The minister signed the treaty."),
    ("The plant ran in 1990.", "The plant no longer runs."),
    ("Poland signed the treaty.", "Hungary did not sign the treaty."),
    ("The bank will lend money.", "The bank did not lend money."),
    ("He may not sign the bill.", "He signed the bill."),
    ("All members voted.", "Not all of the members voted."),
    ("The player scored.", "Neil Diamond is not a player."),
    ("He won the race.", "If he had not won the race, he would have left."),
    ("He won the race.", "Did he not win the race?"),
    ("The company has employees.", "The company has no employees in Rome."),
    ("He ran.", "He did not sprint."),
    ("The girl is watching TV.", "There is not a girl in all pink sleeping on the floor with her dolls."),
    ("The crew paid.", "The crew never failed to pay."),
    ("Poland joined the EU in 2004.", "Poland did not join the EU in 2003."),
    ("There is evidence of fraud.", "There is no doubt that there is evidence of fraud."),
    ("The committee met in June.", "The committee did not meet in July."),
    ("The museum did not buy the statue.", "The museum bought a painting."),
    ("Anna plays chess.", "Boris does not play chess."),
    ("The factory makes tyres.", "The factory never fails to make tyres."),
    ("The hall is not full.", "The hall is not empty."),
    ("The chef uses butter.", "The chef does not only use butter."),
    ("The chef uses butter.", "The chef does not always use butter."),
    ("The court did not convict the banker.", "The court will convict the banker."),
    ("The bus stopped.", "Nobody knows why the bus stopped."),
    ("The river is deep.", "I do not think that the river is deep."),
    ("The firm denied paying a bribe.", "The firm denied having paid a bribe."),
    ("Patients with fever died.", "Patients without fever died."),
    ("Human cells were used.", "Non-human cells were used."),
    ("The mortality is high in patients without fever.", "Patients with fever have a high mortality."),
    ("They analysed published studies.", "They analysed unpublished studies."),
    ("A man is not punching but kicking a bag.", "A man practises his kicks on a punching bag."),
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
