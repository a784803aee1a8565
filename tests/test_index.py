"""The index: what it must find, what it must refuse, and that it answers alike everywhere."""

import json
import os
import subprocess
import sys
from struct import Struct
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.index import Entry, Hit, Index, MemoryIndex
from factcheck.index.analysis import Analyser, without_links
from factcheck.index.numerals import number_at
from factcheck.index.stems import stem
from factcheck.index.storage import MAGIC

ENTRIES = (
    Entry(
        10,
        ("The deminers cleared 134,000 hectares of farmland in two years.", "Farmland was cleared of mines."),
    ),
    Entry(11, ("GUAM will open a transport corridor to the Caspian Sea.", "A corridor is planned.")),
    Entry(12, ("The harbour of Odesa shipped six million tonnes of grain.",)),
    Entry(13, ("More than two dozen villages have no electricity.", "Villages are without power.")),
    Entry(14, ("The Ukrainian embassy in Baku moved to a new building.",)),
    Entry(15, ("Children were sent to camps abroad during the summer.", "Kids spent the summer abroad.")),
    Entry(16, ("The foundation of the school was laid in 2019.", "Building of the school began in 2019.")),
    Entry(17, ("The orchestra played for soldiers in the underground station.",)),
    Entry(18, ("Exports of natural gas fell by 12% after the explosion.",)),
    Entry(19, ("The President of the Bank resigned over the currency reform.",)),
)
ALIASES = (("GUAM", "Organization for Democracy and Economic Development"), ("Odesa", "Odessa"))
INDEX = MemoryIndex.build(ENTRIES, ALIASES)


def first(query: str) -> int | None:
    hits = INDEX.search(query)
    return hits[0].key if hits else None


@pytest.mark.parametrize(
    ("query", "key"),
    [
        pytest.param("The deminers cleared 134,000 hectares of farmland in two years.", 10, id="verbatim"),
        pytest.param("in two years deminers have been clearing hectares of farm land", 10, id="order"),
        pytest.param("134 thousand hectares", 10, id="scaled number"),
        pytest.param("134000", 10, id="bare number"),
        pytest.param("6,000,000 tonnes", 12, id="spelled number"),
        pytest.param("24 villages", 13, id="dozens"),
        pytest.param("12 percent", 18, id="percent"),
        pytest.param("GUAM corridor", 11, id="two words"),
        pytest.param("Where will the corridor lead?", 11, id="question"),
        pytest.param("Odesa", 12, id="name"),
        pytest.param("Odessa", 12, id="alias"),
        pytest.param("Organization for Democracy and Economic Development", 11, id="long alias"),
        pytest.param("What does Ukraine own in Baku?", 14, id="derivation"),
        pytest.param("a child is sending letters from a camp", 15, id="irregular forms"),
        pytest.param("the orchetsra palyed", 17, id="swapped letters"),
        pytest.param("natral gas exprots", 18, id="letter left out"),
        pytest.param("expllosion", 18, id="letter put in"),
        pytest.param("elektricity", 13, id="letter replaced"),
        pytest.param("currencyreform", 19, id="joined words"),
        pytest.param("#NaturalGas 🔥 pic.twitter.com/0eJtwJyS1J", 18, id="hashtag"),
        pytest.param("@OrchestraSoldiers", 17, id="handle"),
        pytest.param("GRAIN FROM THE HARBOUR!!", 12, id="shouted"),
        pytest.param("kids abroad", 15, id="other wording"),
    ],
)
def test_finds(query, key):
    assert first(query) == key


@pytest.mark.parametrize(
    "query", ["", "   ", "?!", "🔥", "xylophone quux", "https://example.org/grain", "the of"]
)
def test_finds_nothing(query):
    assert INDEX.search(query) == []


def test_a_wording_of_one_entry_beats_scattered_words_of_another():
    entries = [
        Entry(
            1,
            ("The bridge was opened in May.", "Traffic crosses the river again.", "The repair is finished."),
        ),
        Entry(2, ("Traffic rules are printed.", "The river floods.", "Nobody crosses.", "It rains again.")),
        Entry(3, ("The mayor gave a speech about taxes.",)),
    ]
    assert MemoryIndex.build(entries).search("traffic crosses the river again")[0].key == 1


def test_words_of_who_posted_count_less_than_those_of_the_posting():
    entries = [Entry(1, ("Marlowe wrote a play.",)), Entry(2, ("Falcons nest on the tower.",))]
    query = "Falcons nest there — Jane Marlowe (@janemarlowe) May 4, 2020"
    assert MemoryIndex.build(entries).search(query)[0].key == 2


def test_hits_are_sorted_and_limited():
    everything = INDEX.search("the school villages children grain gas", 100)
    assert everything == sorted(everything, key=lambda hit: (-hit.score, hit.key))
    assert {hit.key for hit in everything} >= {12, 13, 15, 16, 18}
    assert INDEX.search("the school villages children grain gas", 2) == everything[:2]
    assert INDEX.search("school", 0) == []


def test_equals_are_sorted_by_key():
    index = MemoryIndex.build([Entry(key, ("A heron stands in the pond.",)) for key in (7, -3, 5)])
    assert [hit.key for hit in index.search("heron pond")] == [-3, 5, 7]


def test_more_entries_than_are_ranked_by_all_features():
    index = MemoryIndex.build([Entry(key, (f"Heron number {key} stands in the pond.",)) for key in range(60)])
    assert sorted(hit.key for hit in index.search("herons", 60)) == list(range(60))
    assert index.search("heron 41", 60)[0].key == 41


@pytest.mark.parametrize("entries", [(), (Entry(1, ()),), (Entry(1, ("", "?")),), (Entry(1, ("the",)),)])
def test_nearly_empty(entries):
    index = MemoryIndex.build(entries)
    assert index.search("grain and numbers 12") == []
    assert MemoryIndex.from_bytes(index.to_bytes()).search("grain") == []
    assert len(index) == len(entries)


def test_texts_of_function_words_alone_are_found_by_them():
    index = MemoryIndex.build([Entry(1, ("The who",)), Entry(2, ("A wider world of words",))])
    assert [hit.key for hit in index.search("the who")] == [1]


def test_bytes_hold_the_whole_index():
    index: Index = MemoryIndex.from_bytes(INDEX.to_bytes())
    for query in ("GUAM corridor", "Odessa grain", "orchetsra", "currencyreform", "24 villages", "ukraine"):
        assert index.search(query) == INDEX.search(query)
    assert MemoryIndex.from_bytes(INDEX.to_bytes()).to_bytes() == INDEX.to_bytes()


@given(st.data())
def test_damaged_bytes_are_refused(data):
    whole = INDEX.to_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    change = data.draw(st.integers(1, 255))
    with pytest.raises(ValueError, match="index"):
        MemoryIndex.from_bytes(whole[:place] + bytes([whole[place] ^ change]) + whole[place + 1 :])
    with pytest.raises(ValueError, match="index"):
        MemoryIndex.from_bytes(whole[:place])


@given(st.binary(max_size=200))
def test_other_bytes_are_refused(data):
    for attempt in (data, MAGIC + data, signed(data, len(data)), signed(data, 0)):
        with pytest.raises(ValueError, match="index"):
            MemoryIndex.from_bytes(attempt)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_forged_bytes_are_refused_or_do_no_harm(data):
    """With a right checksum too: an index that loads can be searched."""
    whole = bytearray(INDEX.to_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(16, len(whole) - 1))] = data.draw(st.integers(0, 255))
    length = int.from_bytes(whole[12:16], "little")
    try:
        index = MemoryIndex.from_bytes(signed(bytes(whole[16:]), length))
    except ValueError:
        return
    for query in ("GUAM corridor grain school orchestra gas", "elektricity vilages", "134 thousand"):
        assert all(isinstance(hit, Hit) for hit in index.search(query))


@pytest.mark.parametrize(
    "change",
    [
        {"terms": None},
        {"terms": "a"},
        {"grams": 3},
        {"aliases": [["a", 1]]},
        {"aliases": "ab"},
        {"lengths": [1]},
        {"lengths": [True] * 12},
        {"lengths": [10**30] * 12},
        {"lengths": [-1] * 12},
    ],
)
def test_a_forged_description_is_refused(change):
    whole = INDEX.to_bytes()
    length = int.from_bytes(whole[12:16], "little")
    head = json.dumps(json.loads(whole[16 : 16 + length]) | change).encode()
    with pytest.raises(ValueError, match="index"):
        MemoryIndex.from_bytes(signed(head + whole[16 + length :], len(head)))


def signed(body: bytes, length: int) -> bytes:
    return Struct("<8sII").pack(MAGIC, crc32(body), length) + body


ANSWERS = """
import sys
from factcheck.index import Entry, MemoryIndex
from factcheck.index.entries import Hit
words = "grain gas school village orchestra corridor mine harbour embassy summer tower heron".split()
entries = [Entry(n, tuple(" ".join(words[(n * k + k) % 12] for k in range(1, 6)) for _ in range(2))) for n in range(40)]
index = MemoryIndex.build(entries, [("gas", "fuel")])
print([index.search(q, 40) for q in ("grian harbor fuel", "schools and villages", "summer 2019 corridor heron tower")])
sys.stdout.flush()
sys.stdout.buffer.write(index.to_bytes())
"""


def test_answers_and_bytes_are_the_same_for_every_hash_seed():
    outputs = set()
    for seed in ("0", "1", "20250731"):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        }
        outputs.add(
            subprocess.run(
                [sys.executable, "-c", ANSWERS], env=environment, capture_output=True, check=True
            ).stdout
        )
    assert len(outputs) == 1
    assert b"Hit" in outputs.pop()


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_held_and_asked(text):
    assert INDEX.search(text) == INDEX.search(text)
    index = MemoryIndex.build([Entry(1, (text, "A heron stands in the pond."))], [(text, "heron")])
    loaded = MemoryIndex.from_bytes(index.to_bytes())
    assert [hit.key for hit in loaded.search("heron in a pond")] == [1]
    assert loaded.search(text) == index.search(text)


@pytest.mark.parametrize(
    "query",
    [
        "a." * 50_000,
        "a/" * 50_000,
        "— " * 50_000 + "(@a)",
        "million " * 20_000,
        "#" + "aB" * 50_000,
        "9" * 100_000,
        "x" * 100_000,
    ],
)
def test_long_nonsense_is_read_in_bounds(query):
    assert isinstance(INDEX.search(query), list)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("134,000 = 134 thousand = 134K = 134000", ["134000"] * 4),
        ("$1.2 billion", ["1200000000"]),
        ("forty-two, two hundred and five, two dozen", ["42", "205", "24"]),
        ("a hundred", ["100"]),
        ("5% = 5 percent", ["5", "percent", "5", "percent"]),
        ("on 22nd May 2022", ["22", "may", "2022"]),
        ("U.N. = UN", ["un", "un"]),
        ("Ukraine’s don’t", ["ukrain"]),
        ("#AustralianFires @WHO burn", ["australian", "fir", "who", "burn"]),
        ("the WHO said it to the US", ["who", "say", "us"]),
        ("WHO SAID IT TO US", ["say"]),
        ("I km per m", ["km", "per", "m"]),
    ],
)
def test_terms(text, terms):
    assert Analyser().terms(text) == terms


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("see https://t.co/AbC now", "see   now"),
        ("Mojang.https://t.co/V4 x", "Mojang.  x"),
        ("on example.org/a/b?c too", "on too"),
        ("and/or U.S./Mexico 1/2", "and/or U.S./Mexico 1/2"),
    ],
)
def test_links_are_left_out(text, rest):
    assert without_links(text) == rest


def test_names_are_words_with_a_capital_inside_a_sentence():
    query = Analyser().query("Yesterday the mayor of Vinnytsia met Oksana. They spoke about trams.")
    assert query.names == (stem("vinnytsia"), stem("oksana"))
    assert Analyser().query("Mayor Of Vinnytsia Meets Oksana").names == ()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (["ten"], ("10", 1)),
        (["two", "hundred", "thousand", "men"], ("200000", 3)),
        (["one", "million", "two"], ("1000000", 2)),
        (["1.5", "million"], ("1500000", 2)),
        (["1.25"], ("1.25", 1)),
        (["dozen", "eggs"], None),
        (["k"], None),
        (["twenty", "twenty"], ("20", 1)),
        (["3.10.2024"], ("3102024", 1)),
    ],
)
def test_numbers(words, number):
    assert number_at(words, 0) == number


@pytest.mark.parametrize(
    "forms",
    [
        "agreement agreements",
        "sign signs signed signing",
        "city cities",
        "child children",
        "send sends sent sending",
        "run ran running",
        "hope hopes hoped hoping",
        "wife wives",
        "class classes",
        "carry carries carried",
        "box boxes",
    ],
)
def test_forms_have_one_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["new news", "bus buss", "thing th", "red re", "us use"])
def test_other_words_have_other_stems(pair):
    one, other = pair.split()
    assert stem(one) != stem(other)


@given(st.text(alphabet="aB1,.% ()-\"'IUNst/#@\u00e9", max_size=30))
def test_pieces_give_the_terms_of_the_whole(text):
    known = Analyser()
    known.terms("the a second and thousand of which " + text)
    assert known.terms(text) == Analyser()._terms(without_links(text))
