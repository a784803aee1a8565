"""References to literature are passed over, and offsets stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.references import without_references


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("rose in 2020 [12] and fell [3–5, 8].", "rose in 2020      and fell         ."),
        ("as shown (Smith et al., 2020) twice", "as shown                      twice"),
        ("as shown (Smith and Jones 2019; Lee, 2020b)", "as shown" + " " * 35),
        ("in patients [<|cit|>].", "in patients          ."),
        ("after infection.4 The rest", "after infection.  The rest"),
        ("in [2022], p. 12 of version 2.4 and v2.4", "in [2022], p. 12 of version 2.4 and v2.4"),
        ("the key [@doe; @roe] is", "the key              is"),
    ],
)
def test_references_are_blank(text, left):
    assert without_references(text) == left


@given(st.text(alphabet="aB1[](),.;<|>@ –", max_size=80))
def test_offsets_stay(text):
    assert len(without_references(text)) == len(text)
