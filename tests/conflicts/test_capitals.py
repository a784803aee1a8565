"""A capital that stands for its government is the country's name only where it is no place."""

import pytest

from factcheck.align import align
from factcheck.language.analysis import Analyst
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Aliases
from factcheck.model import Alias, Location

GROUP = Alias(("Norway", "Oslo"), "government", Location("claims/aliases.toml"))


@pytest.mark.parametrize(
    ("statement", "evidence", "same"),
    [
        ("Oslo sent aid.", "Norway sent aid.", True),
        ("Norway sent aid.", "Oslo sent aid.", True),
        ("The ship landed in Oslo.", "The ship with aid for Norway landed in Sweden.", False),
        ("The ship landed in Oslo.", "The ship landed in Oslo.", True),
        ("The ship landed in Norway.", "Norway says that the ship landed.", True),
    ],
)
def test_a_capital_is_not_its_country_where_it_is_a_place(statement, evidence, same):
    analyst = Analyst(Lexicon.open(), Aliases([GROUP]))
    one, other = analyst.analyse(statement), analyst.analyse(evidence)
    [name] = one.names
    assert (name.first in align(one, other, analyst.lexicon).linked()) is same
