"""Figures that clash, and figures that only seem to."""

import pytest

from factcheck.align import align
from factcheck.conflicts import quantities
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import Analyst
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Aliases

ANALYST = Analyst(Lexicon.open(), Aliases())


@pytest.mark.parametrize(
    ("statement", "evidence", "clash"),
    [
        ("Forty people work in the port.", "Three hundred people work in the port.", True),
        ("Forty divers work in the port.", "Three hundred people work in the port.", False),
        ("Five hundred divers work in the port.", "Three hundred people work in the port.", True),
        ("Forty people work in the port.", "Three hundred divers work in the port.", True),
        ("Five hundred people work in the port.", "Three hundred divers work in the port.", False),
        ("60 % of the divers were vaccinated.", "20 % of the people were vaccinated.", False),
        ("60 % of the people were vaccinated.", "20 % of the people were vaccinated.", True),
        ("Otters were seen in 90 rivers.", "Beavers were seen in 20 rivers. Otters followed.", False),
        ("Peru and Chile opened 90 schools.", "Peru and Chile met. 20 schools were opened by them.", True),
        ("The reaction takes place at 240 degrees.", "It takes place at sixty degrees below the old one.", False),
        ("More than 76,000 mines were found.", "More than 67,000 mines were found.", True),
        ("More than 69,000 mines were found.", "More than 67,000 mines were found.", False),
        ("More than 400 mines were found.", "More than 300 mines were found.", False),
    ],
)
def test_figures_of_the_same_thing(statement, evidence, clash):
    one, other = ANALYST.analyse(statement), ANALYST.analyse(evidence)
    pair = Pair(one, other, align(one, other, ANALYST.lexicon), ANALYST.lexicon)
    assert bool(list(quantities.check(pair))) is clash
