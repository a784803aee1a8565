"""What an archive knows of words is what an index in memory knows of them."""

import sqlite3
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.archive.layout import INDEXES, TABLES
from factcheck.archive.slips import TERMS, StoredSpeller, one_slip, slips, two_slips
from factcheck.archive.vocabulary import change_terms, write_terms
from factcheck.index.analysis import Analyser, without_links
from factcheck.language.spelling import Speller

PIECES = st.sampled_from(
    "the a US us IT It 12 134,000 forty two hundred thousand m 5% U.N. U.N st 1st #TwoWords @name "
    "https://example.org/x example.org/y don't city cities’ Zürich ﬁne ½ WHO who and . -- minister’s 3rd x".split(
        " "
    )
)
LETTERS = st.text("abcde", min_size=1, max_size=9)


@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=12))
def test_known_pieces_give_the_terms_of_the_whole_text(pieces):
    text = " ".join(pieces)
    analyser, careful = Analyser(), Analyser()
    expected = careful._terms(without_links(text))
    assert analyser.terms(text) == expected
    assert analyser.terms(text) == expected  # from what was kept the first time


class Words:
    """A database with a few words, read as an archive reads it."""

    def __init__(self, words):
        self.connection = sqlite3.connect(":memory:")
        self.connection.executescript(TABLES + INDEXES)
        self.connection.executemany(
            "INSERT INTO words VALUES (?, ?)", [(word, word[::-1]) for word in set(words)]
        )

    def rows(self, query, values=()):
        return self.connection.execute(query, values).fetchall()

    def has_word(self, word):
        return bool(self.rows("SELECT 1 FROM words WHERE word = ?", (word,)))


@given(st.lists(LETTERS, max_size=30), LETTERS)
def test_the_stored_speller_corrects_as_the_other_does(words, asked):
    stored = Words(words)
    mine = StoredSpeller(lambda action: action(stored), lambda word: False)
    theirs = Speller(words, lambda word: False)
    for text in (asked, asked.capitalize(), f"{asked} and {asked[::-1]}"):
        assert mine.correct(text) == theirs.correct(text)


@given(st.lists(LETTERS, max_size=40), LETTERS)
def test_every_slip_is_among_those_that_are_looked_at(words, asked):
    osa = pytest.importorskip("rapidfuzz.distance").OSA
    stored = Words([])
    write_terms(stored.connection, Counter(words), 100)
    near = {word for word in words if word[0] == asked[0]}
    assert {word for word in near if osa.distance(word, asked) <= 1} <= set(
        one_slip(stored.rows, TERMS, asked)
    )
    assert {word for word in near if osa.distance(word, asked) <= 2} <= set(
        two_slips(stored.rows, TERMS, asked)
    )
    likeness = [like for _, like in slips(stored.rows, asked)]
    assert likeness == sorted(likeness, reverse=True)


@given(st.dictionaries(LETTERS, st.integers(1, 5)), st.dictionaries(LETTERS, st.integers(1, 5)))
def test_terms_are_counted_on_as_they_are_counted_at_once(first, second):
    changed, whole = Words([]), Words([])
    write_terms(changed.connection, first, 100)
    change_terms(changed.connection, second, {}, 100)
    write_terms(whole.connection, Counter(first) + Counter(second), 100)
    for table, columns in (("terms", "term, entries, reversed"), ("grams", "gram, holders")):
        query = f"SELECT {columns} FROM {table} ORDER BY 1"
        assert changed.rows(query) == whole.rows(query)
    change_terms(changed.connection, {}, Counter(first) + Counter(second), 100)
    assert changed.rows("SELECT * FROM terms") == changed.rows("SELECT * FROM grams") == []
