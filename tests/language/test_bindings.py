from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.analysis import Analyst
from factcheck.language.bindings import read_bindings
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Aliases
from factcheck.model import Alias, Location

ANALYST = Analyst(
    Lexicon.open(),
    Aliases((Alias(("Ana Ruiz", "Peru's envoy to Chile"), "person", Location("aliases.toml")),)),
)
# A text, and bindings that are read in it: the participant's main word, its role, the word it is bound to.
READ = [
    ("Peruvian dancers wept.", ["peruvian origin dancers", "dancers origin wept"]),
    ("Dancers from Peru wept.", ["peru origin dancers"]),
    ("Peru's dancers wept.", ["peru origin dancers"]),
    ("Peru's first dancers wept.", ["peru origin dancers"]),
    ("Cars made by Ford sold well.", ["ford origin made", "cars patient made"]),
    ("The port of Lima grew.", ["lima of port"]),
    ("Russia's invasion of Georgia failed.", ["russia origin invasion", "georgia patient invasion"]),
    (
        "Ghana supplied Benin with a turbine.",
        ["ghana origin supplied", "benin target supplied", "turbine patient supplied"],
    ),
    (
        "Benin was supplied with a turbine by Ghana.",
        ["ghana origin supplied", "benin target supplied", "turbine patient supplied"],
    ),
    (
        "The county lent the port some money.",
        ["county origin lent", "port target lent", "money patient lent"],
    ),
    ("The port borrowed money from the county.", ["county origin borrowed", "port target borrowed"]),
    ("A bank made an offer for the harbour.", ["bank origin offer", "harbour target offer"]),
    ("Some of the Danes left.", ["danes origin left"]),
    ("Viktor Orlov, a Dane, left.", ["dane origin orlov"]),
    ("Peru's envoy to Chile left.", ["peru origin envoy", "chile target envoy"]),
]


def read(text: str) -> list[str]:
    analysis = ANALYST.analyse(text)
    words = analysis.words
    return [
        f"{words[item.part.head].text} {item.role} {words[item.anchor].text}"
        for item in read_bindings(analysis, ANALYST.lexicon)
    ]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_reads(text: str, expected: list[str]) -> None:
    assert set(expected) <= set(read(text))


WORDS = "the a Peru Danish of to from by with and who was sold made lent port ship some is , .".split()


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_any_text(text: str) -> None:
    analysis = ANALYST.analyse(text)
    found = read_bindings(analysis, ANALYST.lexicon)
    assert len({(item.part.first, item.role, item.anchor) for item in found}) == len(found)
    for item in found:
        assert 0 <= item.part.first <= item.part.head < item.part.last <= len(analysis.words)
        assert 0 <= item.anchor < len(analysis.words)
