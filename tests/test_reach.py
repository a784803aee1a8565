"""Words of reach and rank: what says more than the text is not supported."""

import pytest

from factcheck.comparing import Comparer
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
