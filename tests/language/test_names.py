from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.names import Aliases, Name, find_names
from factcheck.model import Alias, Location
from factcheck.text import tokenize

HERE = Location("aliases.toml")
ALIASES = Aliases(
    (
        Alias(("Republic of Zamunda", "Zamunda"), "place", HERE),
        Alias(("Zamunda", "Port Royal"), "government", HERE),
        Alias(("World Kite Union", "WKU"), "organisation", HERE),
        Alias(("kite pact",), "thing", HERE),
    )
)
COMMON = frozenset(
    "yesterday two members people mark the war storms kites rain new opening bridges heavy prices".split()
)


def names(text: str, aliases: Aliases = ALIASES) -> tuple[Name, ...]:
    tokens = tokenize(text)
    words = [token.text.removesuffix("'s").removesuffix("'") for token in tokens]
    initial = [number == 0 or text[token.span.start - 2] in ".!?" for number, token in enumerate(tokens)]
    return find_names(tokens, words, initial, [word in COMMON for word in words], aliases)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The dog of Simone de Beauvoir barked.", ["Simone de Beauvoir"]),
        ("They met President Nadia Ruiz in Oslo.", ["Nadia Ruiz", "Oslo"]),
        ("We saw The Beatles play.", ["Beatles"]),
        ("Yesterday Anna Karlsson left.", ["Anna Karlsson"]),
        ("Two members of it left.", []),
        ("Storms hit Lisbon, Porto and Faro.", ["Lisbon", "Porto", "Faro"]),
        ("New Zealand won.", ["New Zealand"]),
        ("Kites rose. People in Quito cheered.", ["Quito"]),
        ("He joined the WHO and the US navy.", ["WHO", "US"]),
        ("It was Poland's Baltic fleet.", ["Poland's", "Baltic"]),
        ("I think so, and I know it.", []),
        ("She lives in Stratford-upon-Avon.", ["Stratford", "Avon"]),
        ("The Zamunda coast is long.", ["Zamunda"]),
        ("the republic of zamunda signed the kite pact", ["republic of zamunda", "kite pact"]),
        ("PRICES RISE AS HEAVY RAIN OPENING NEW BRIDGES", []),
        ("PRICES RISE IN ZAMUNDA AS HEAVY RAIN OPENING NEW BRIDGES", ["ZAMUNDA"]),
        ("Bora -LRB- born 1970 -RRB- sang.", ["Bora"]),
        ("", []),
    ],
)
def test_found(text: str, found: list[str]) -> None:
    assert [name.span.of(text) for name in names(text)] == found


def test_a_group_has_one_key() -> None:
    keys = {name.key for name in names("The WKU is the World Kite Union.")}
    assert keys == {"organisation:World Kite Union"}
    assert {name.kind for name in names("The WKU met.")} == {"organisation"}


def test_a_place_goes_before_a_government() -> None:
    assert [name.kind for name in names("They left Zamunda.")] == ["place"]
    assert [name.kind for name in names("They left Port Royal.")] == ["government"]


def test_the_longest_alias_wins() -> None:
    assert ALIASES.find(["republic", "of", "zamunda", "now"], 0) == (3, "place:Republic of Zamunda", "place")
    assert ALIASES.find(["zamunda"], 0) == (1, "place:Republic of Zamunda", "place")
    assert ALIASES.find(["nowhere"], 0) is None


def test_an_alias_without_words_is_passed_over() -> None:
    assert Aliases((Alias(("---", "Ys"), "place", HERE),)).find(["ys"], 0) == (1, "place:---", "place")


def test_without_aliases_names_are_their_words() -> None:
    assert [name.key for name in names("They met Nadia Ruiz's aunt.", Aliases())] == ["nadia ruiz"]


@given(st.text(alphabet="AbBc dé'’.,-\n", max_size=80))
def test_names_lie_in_order_and_apart(text: str) -> None:
    found = names(text)
    end = 0
    for name in found:
        assert end <= name.first < name.last
        assert len(name.span) > 0
        end = name.last
