"""Words of reach and rank: what says more than the text is not supported."""

from pathlib import Path

import pytest

from factcheck import open_workspace
from factcheck.align import align
from factcheck.comparing import Comparer
from factcheck.conflicts.pair import Pair
from factcheck.judge import accounts
from factcheck.language.analysis import Analyst
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Aliases
from factcheck.measure import NEGATING
from factcheck.model import Label


@pytest.fixture(scope="module")
def comparer():
    return Comparer()


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("Peru was the last country in the region to ban the pesticide.", "Peru was the first country in the region to ban the pesticide."),
        ("All members may vote on the budget.", "Members who have paid may vote on the budget."),
        ("The choir sang only German songs.", "The choir sang German songs."),
        ("The clinic treats every child in the valley.", "The clinic treats children in the valley."),
    ],
)  # fmt: skip
def test_more_than_the_text_says_is_not_supported(comparer, statement, evidence):
    assert comparer.compare(statement, evidence).label is not Label.SUPPORTED


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("All members may vote on the budget.", "Every member may vote on the budget."),
        ("The choir sang only German songs.", "The choir sang only German songs."),
    ],
)
def test_the_same_reach_is_supported(comparer, statement, evidence):
    assert comparer.compare(statement, evidence).label is Label.SUPPORTED


def test_each_denial_of_a_statement_wants_one_of_the_text():
    lexicon = Lexicon.open()
    analyst = Analyst(lexicon, Aliases())
    asked, text = (
        analyst.analyse(words)
        for words in ("Shops that do not pay won't be let in.", "The market takes shops that are not payers.")
    )
    shares = accounts(Pair(asked, text, align(asked, text, lexicon), lexicon)).shares
    assert [share for word, share in zip(asked.words, shares, strict=True) if word.text in NEGATING].count(1.0) == 1


@pytest.fixture(scope="module")
def interview():
    return open_workspace(Path(__file__).parent.parent)


@pytest.mark.parametrize(
    "statement",
    [
        "Two ethnic Russians were murdered in Yekaterinburg.",
        "Ukrainian drones and missiles damaged the energy grid.",
        "Aliyev sent militants to Ukraine.",
        "It was an official decision by President Aliyev to send volunteers to Ukraine.",
        "The Revival-P was manufactured in Sumy.",
        "Azerbaijan provided rehabilitation to the children of National Guard soldiers from Azerbaijan.",
        "The exhibition of Ukrainian universities was held in Kharkiv.",
        "Gusev drives a car with an Azerbaijani flag.",
        "The ambassador of Azerbaijan to Ukraine is Yuriy Gusev.",
        "Children from Sumy gave gifts to Azerbaijani businessmen.",
        "Aliyev and Zelensky met in Baku on July 12.",
    ],
)
def test_what_claims_hold_in_pieces_is_not_supported(interview, statement):
    assert interview.lookup(statement).label is not Label.SUPPORTED
