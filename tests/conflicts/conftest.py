"""Pairs of texts as the checks see them."""

import pytest

from factcheck.align import align
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import Analyst
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Aliases


@pytest.fixture(scope="session")
def analyst():
    """Reads texts with the lexicon of the package and no aliases."""
    return Analyst(Lexicon.open(), Aliases())


@pytest.fixture(scope="session")
def read_pair(analyst):
    """Holds a statement against a text."""

    def read(statement: str, evidence: str) -> Pair:
        one, other = analyst.analyse(statement), analyst.analyse(evidence)
        return Pair(one, other, align(one, other, analyst.lexicon), analyst.lexicon)

    return read
