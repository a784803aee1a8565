from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.language.lexicon import Lexicon, Relation


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.open()


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("children", "child"),
        ("sent", "send"),
        ("treated", "treat"),
        ("killed", "kill"),
        ("left", "leave"),
        ("wolves", "wolf"),
        ("largest", "large"),
        ("was", "be"),
        ("does", "do"),
        ("people", "person"),
        ("news", "news"),
        ("running", "run"),
        ("zelensky's", "zelensky"),
        ("zorkians", "zorkian"),
        ("virus", "virus"),
        ("", ""),
        ("'", "'"),
        ("don't", "don't"),
    ],
)
def test_lemma(lexicon: Lexicon, word: str, lemma: str) -> None:
    assert lexicon.lemma(word) == lemma
    assert lexicon.lemmas(word)[0] == lemma


def test_all_lemmas(lexicon: Lexicon) -> None:
    assert lexicon.lemmas("left") == ("leave", "left")
    assert set(lexicon.lemmas("better")) == {"good", "well", "better"}


RELATIONS = """
SAME child/children go/went war/wars sent/sending kyiv/kyiv zorkian/zorkians ukraine/ukraine's
DERIVED treat/treatment sign/signature ukraine/ukrainian growth/grow invade/invasion large/largest
DERIVED quick/quickly frenchman/french danes/danish zorkia/zorkian british/britain
SYNONYM buy/purchase car/automobile kids/children begin/start attempt/try help/assist large/big kyiv/kiev
BROADER animal/dog vehicle/car person/woman people/men building/hospital large/huge
BROADER sport/soccer agreement/treaty month/january
NARROWER dog/animal huge/large soldier/person jacket/coat
ANTONYM rise/fall increase/decrease safe/dangerous support/oppose accept/reject begin/end open/close
ANTONYM opened/closed grew/shrunk growth/decline exports/imports win/lose lend/borrow war/peace up/down
ANTONYM unsafe/safe legal/illegal signed/unsigned alive/dead inside/outside left/right disagree/agree
ANTONYM growth/shrink nonviolent/violent inaccurate/accurate killed/survived man/woman sleeping/awake
SIBLING dog/cat guitar/piano red/blue white/blue monday/tuesday london/paris doctor/teacher january/march
SIBLING poland/ukraine french/german ukrainian/russian euro/dollar football/hockey hectare/acre
"""
NONE = """
the/of window/ambassador kyiv/ukraine discover/cover infamous/famous display/play dog/chase
bill/contract warning/order immigrant/passenger daughter/woman sun/sitting zorkian/blorkian london/england
doctor/daughter said/ate light/dog union/ion
"""


@pytest.mark.parametrize(
    ("a", "b", "name"),
    [
        (*pair.split("/"), line.split()[0])
        for line in RELATIONS.strip().splitlines()
        for pair in line.split()[1:]
    ],
)
def test_relation(lexicon: Lexicon, a: str, b: str, name: str) -> None:
    assert lexicon.relation(a, b) is Relation[name]


@pytest.mark.parametrize("pair", NONE.split())
def test_no_relation(lexicon: Lexicon, pair: str) -> None:
    one, other = pair.split("/")
    assert lexicon.relation(one, other) is None
    assert lexicon.relation(other, one) is None


MIRROR = {Relation.BROADER: Relation.NARROWER, Relation.NARROWER: Relation.BROADER}
WORDS = sorted({word for line in RELATIONS.splitlines() for word in line.replace("/", " ").split()[1:]})


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_relations_mirror_each_other(one: str, other: str) -> None:
    shared = Lexicon.open()
    there, back = shared.relation(one, other), shared.relation(other, one)
    both_ways = {Relation.BROADER, Relation.NARROWER}
    assert back is (MIRROR.get(there, there) if there else None) or {there, back} <= both_ways
    assert shared.relation(one, one) is Relation.SAME


class Unsifted(Lexicon):
    """A lexicon that asks of every two words what they are to each other."""

    def told(self, word: str) -> frozenset[int | str]:
        """One key that all words share."""
        return frozenset((0,))

    found = told


SPELLED = (
    "colour color programme program organise organize zambia zambian zorkianism kazakh kazakhstan uzbeks"
)


def test_no_relation_slips_through_the_net() -> None:
    sifted, unsifted = Lexicon.open(), Unsifted.open()
    words = [*WORDS, *NONE.replace("/", " ").split(), *SPELLED.split()]
    lost = [
        (one, other)
        for one in words
        for other in words
        if sifted.relation(one, other) is not unsifted.relation(one, other)
    ]
    assert not lost


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("took place in lima", ("take_place", 2)),
        ("takes part", ("take_part", 2)),
        ("take the bus", None),
        ("took", None),
        ("changing one's mind", ("change_one's_mind", 3)),
    ],
)
def test_phrase(lexicon: Lexicon, words: str, found: tuple[str, int] | None) -> None:
    assert lexicon.phrase(words.split(), 0) == found


@given(st.text(max_size=300))
def test_any_text_is_a_word(word: str) -> None:
    shared = Lexicon.open()
    assert shared.lemmas(word)
    assert 0 <= shared.rarity(word) <= 1
    assert shared.relation(word, word) is Relation.SAME
    assert shared.relation(word, "dog") in {None, *Relation}


def test_rarity_orders_words(lexicon: Lexicon) -> None:
    rarities = [lexicon.rarity(word) for word in ("the", "say", "government", "treaty", "zorkian")]
    assert rarities == sorted(set(rarities))
    assert (rarities[0], rarities[-1]) == (0, 1)
    assert lexicon.rarity("governments") == lexicon.rarity("government")


@pytest.mark.parametrize("word", ["the", "wasn't", "not", "having"])
def test_function_words(lexicon: Lexicon, word: str) -> None:
    assert lexicon.is_stop(word)


@pytest.mark.parametrize("word", ["dog", "mine", "haves", "zorkian", ""])
def test_other_words(lexicon: Lexicon, word: str) -> None:
    assert not lexicon.is_stop(word)


@pytest.mark.parametrize(
    ("word", "pos"),
    [("dogs", "nv"), ("quickly", "r"), ("signed", "va"), ("treaty", "n"), ("unusual", "a"), ("zorkian", "")],
)
def test_parts_of_speech(lexicon: Lexicon, word: str, pos: str) -> None:
    assert lexicon.pos(word) == frozenset(pos)


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("ukrainian", "ukraine"),
        ("azerbaijani", "azerbaijan"),
        ("french", "france"),
        ("frenchmen", "france"),
        ("danish", "denmark"),
        ("danes", "denmark"),
        ("dutch", "netherlands"),
        ("saudi", "saudi arabia"),
        ("londoners", "london"),
        ("european", "europe"),
        ("kazakh", "kazakhstan"),
        ("uzbeks", "uzbekistan"),
        ("table", None),
        ("france", None),
        ("zorkian", None),
    ],
)
def test_demonym(lexicon: Lexicon, word: str, place: str | None) -> None:
    assert lexicon.demonym(word) == place
    assert place is None or lexicon.is_place(place)


def test_names(lexicon: Lexicon) -> None:
    assert all(lexicon.is_place(word) for word in ("ukraine", "kyiv", "danube", "turkey", "new york"))
    assert not any(lexicon.is_place(word) for word in ("city", "einstein", "zorkian"))
    assert lexicon.is_person("einstein")
    assert not lexicon.is_person("teacher")
    assert lexicon.is_name("danube")
    assert not lexicon.is_name("turkey")


@pytest.mark.parametrize(
    ("part", "whole", "inside"),
    [
        ("paris", "france", True),
        ("paris", "europe", True),
        ("kyiv", "ukraine", True),
        ("france", "paris", False),
        ("paris", "germany", False),
        ("table", "france", False),
        ("paris", "paris", False),
    ],
)
def test_within(lexicon: Lexicon, part: str, whole: str, inside: bool) -> None:
    assert lexicon.within(part, whole) is inside


@pytest.mark.parametrize("content", [None, b"", b"short", b"x" * 5000])
def test_unreadable_data(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "lexicon.bin"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError):
        Lexicon.open(path)


@pytest.mark.parametrize(
    ("one", "other"),
    [("programme", "program"), ("organised", "organize"), ("colours", "color"), ("theatre", "theater")],
)
def test_a_word_spelled_two_ways_is_one_word(lexicon: Lexicon, one: str, other: str) -> None:
    assert lexicon.relation(one, other) in (Relation.SAME, Relation.SYNONYM)
    assert lexicon.relation(other, one) in (Relation.SAME, Relation.SYNONYM)


@pytest.mark.parametrize(("one", "other"), [("devise", "device"), ("metre", "meters"), ("four", "for")])
def test_words_that_only_look_alike(lexicon: Lexicon, one: str, other: str) -> None:
    assert (lexicon.relation(one, other) is Relation.SAME) is (one == "metre")
