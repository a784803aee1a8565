"""The checks on any words at all: no error, spans inside the texts, the same answer twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align import align
from factcheck.conflicts import CHECKS, OVERREACHES
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import Analyst
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Aliases

ANALYST = Analyst(Lexicon.open(), Aliases())
WORDS = (
    "not never no nobody deny refuse to sign signed unsigned of is was will may all most some only first last largest "
    "the a man bridge rose fell rise up down more less before after war safe dangerous one two among second than , . ? "
    "Swiss-made restored whether think that who it against in 1990 "
    "Peru Chile Danish to from by with gave bought Ana Ruiz named after"
).split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    "check", [*CHECKS, *OVERREACHES], ids=lambda check: f"{check.__module__.rpartition('.')[2]}.{check.__name__}"
)
@given(statement=TEXTS, evidence=TEXTS)
def test_any_pair(check, statement, evidence):
    one, other = ANALYST.analyse(statement), ANALYST.analyse(evidence)
    pair = Pair(one, other, align(one, other, ANALYST.lexicon), ANALYST.lexicon)
    found = list(check(pair))
    assert found == list(check(pair))
    for conflict in found:
        assert 0 <= conflict.statement_span.start < conflict.statement_span.end <= len(statement)
        assert 0 <= conflict.evidence_span.start < conflict.evidence_span.end <= len(evidence)
