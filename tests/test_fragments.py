"""Text fragments, and the browser's way of finding them."""

import re
import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.fragments import (
    LINES,
    LONGEST_TERM,
    NO_BREAKS,
    PARAGRAPHS,
    Directive,
    Page,
    TextFragments,
    is_boundary,
    safe_url,
)
from factcheck.model import Span

FOX = "The quick brown fox jumped over the lazy dog.\n\nfoo foo bar, foo bar. The end of it\n"


def place(text, part, number=0):
    start = -1
    for _ in range(number + 1):
        start = text.index(part, start + 1)
    return Span(start, start + len(part))


def directive(word):
    """The terms of an encoded directive."""
    prefix = end = suffix = None
    parts = word.split(",")
    if parts[0].endswith("-"):
        prefix = unquote(parts.pop(0)[:-1])
    if parts[-1].startswith("-"):
        suffix = unquote(parts.pop()[1:])
    start = unquote(parts[0])
    if len(parts) > 1:
        end = unquote(parts[1])
    return Directive(start, end, prefix, suffix)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("jumped", "jumped"),
        ("JUMPED%20over", "jumped over"),
        ("jump", None),
        ("umped", None),
        ("ju-,mped", "mped"),
        ("u-,mped", None),
        ("quick-,brown", "brown"),
        ("quick-,fox", None),
        ("brown,-fox", "brown"),
        ("bro,-wn", "bro"),
        ("bro,-w", None),
        ("brown,-quick", None),
        ("quick,lazy", "quick brown fox jumped over the lazy"),
        ("quick,laz", None),
        ("quick,laz,-y", "quick brown fox jumped over the laz"),
        ("lazy,quick", None),
        ("quick,dog,-foo", None),
        ("quick,dog.,-foo", "quick brown fox jumped over the lazy dog."),
        ("dog.-,foo", "foo"),
        ("foo%20foo-,bar", "bar"),
        ("dog.%20foo", None),
        ("fox,foo", "fox jumped over the lazy dog.\n\nfoo"),
        ("The,of-", None),
        ("end%20of%20it", "end of it"),
        ("", None),
    ],
)
def test_a_page_is_searched_as_a_browser_does(word, found):
    span = Page(FOX).find(directive(word))
    assert (span.of(FOX) if span else None) == found


@pytest.mark.parametrize(
    ("text", "word", "start"),
    [
        ("one two one", "one", 0),
        ("anyone one", "one", 7),
        ("ONE one", "one", 0),
        ("Ôné one", "one", 0),
        ("one's one", "one", 6),
        ("one.5 one", "one", 0),
        ("1.5 5", "5", 4),
        ("re-sign sign", "sign", 3),
        ("one\u00adself oneself", "oneself", 0),
        ("a\u00a0b a b", "a b", 0),
        ("a\nb a b", "a b", 0),
        ("a\n\nb a b", "a b", 5),
        ("“it’s” 'it's'", "it's", 1),
        ("Straße", "strasse", 0),
        ("foo bar, foo baz", "foo,-baz", 9),
        ("foo foo bar", "foo-,foo", 4),
        ("x foo y. z foo w.", "z-,foo", 11),
        ("one_two two", "two", 8),
        ("e\u0301 e", "e", 0),
    ],
)
def test_the_first_match_at_word_boundaries(text, word, start):
    assert Page(text).find(directive(word)).start == start


@pytest.mark.parametrize(("breaks", "found"), [(NO_BREAKS, True), (PARAGRAPHS, True), (LINES, False)])
def test_a_term_lies_in_one_block(breaks, found):
    assert (Page("one\ntwo", breaks).find(Directive("one two")) is not None) is found


def test_half_a_folded_character_is_no_match():
    assert Page("Straßen").find(Directive("s", None, "stra")) is None


@pytest.mark.parametrize(
    ("text", "boundaries"),
    [
        ("ab c", [0, 2, 3, 4]),
        ("don't", [0, 5]),
        ("don’t", [0, 5]),
        ("'t", [0, 1, 2]),
        ("1,5", [0, 3]),
        ("a,b", [0, 1, 2, 3]),
        ("u.s", [0, 3]),
        ("a-b", [0, 1, 2, 3]),
        ("e\u0301x", [0, 3]),
        ("漢字", [0, 1, 2]),
        ("a_1", [0, 3]),
    ],
)
def test_boundaries(text, boundaries):
    assert [at for at in range(len(text) + 1) if is_boundary(text, at)] == boundaries


@pytest.mark.parametrize(
    ("text", "part", "number", "word"),
    [
        (FOX, "brown fox jumped over the lazy", 0, "brown%20fox%20jumped%20over%20the%20lazy"),
        (FOX, "jumped", 0, "brown%20fox-,jumped,-over%20the"),
        (FOX, "foo", 1, "foo-,foo,-bar%2C%20foo"),
        (
            "self-made, re-made & remade again",
            "re-made & remade again",
            0,
            "re%2Dmade%20%26%20remade%20again",
        ),
        ("the resigning and the signing of it all", "signing", 0, None),
        ("one  two spaces are in this text here", "one  two spaces are in this", 0, None),
        ("only one", "only one", 0, "only%20one"),
        ("a b\nc d", "b\nc", 0, None),
    ],
)
def test_what_is_emitted(text, part, number, word):
    span = place(text, part, number)
    made = TextFragments(text).directive(span)
    assert made is not None
    assert Page(text).find(made) == span
    if word:
        assert made.encoded == word


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("one one", Span(0, 0)),
        ("a b", Span(1, 2)),
        ("a b c", Span(0, 2)),
        ("e\u0301", Span(0, 1)),
        ("a" * 700, Span(100, 500)),
    ],
)
def test_where_no_fragment_finds_just_that_the_url_is_plain(text, span):
    assert TextFragments(text).link("https://example.org/x#part", span) == "https://example.org/x#part"


def test_a_long_stretch_is_named_by_its_ends():
    text = (
        "Begin. " + "many words stand here " * 40 + "and then it ends here. " + "many words stand here " * 3
    )
    span = place(text, text[7 : text.index(" many words stand here many", 900)].strip())
    made = TextFragments(text).directive(span)
    assert len(span) > LONGEST_TERM
    assert made.end is not None
    assert Page(text).find(made) == span


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a", "https://example.org/a#:~:text=fox%20jumped%20over%20the%20lazy%20dog"),
        ("https://example.org/a#b", "https://example.org/a#b:~:text=fox%20jumped%20over%20the%20lazy%20dog"),
        (
            "https://example.org/a#b:~:text=old",
            "https://example.org/a#b:~:text=fox%20jumped%20over%20the%20lazy%20dog",
        ),
        (
            'https://example.org/"<{a}>?q=1&r=%20',
            "https://example.org/%22%3C%7Ba%7D%3E?q=1&r=%20#:~:text=fox%20jumped%20over%20the%20lazy%20dog",
        ),
    ],
)
def test_link(url, link):
    assert TextFragments(FOX).link(url, place(FOX, "fox jumped over the lazy dog")) == link


def test_a_url_keeps_what_it_may_hold():
    kept = "https://uk.example.org/Київ?a=(b)&c=%D0%9A;~!$'*+,:@#x"
    assert safe_url(kept) == kept
    assert safe_url("https://e.org/\u2028\x07") == "https://e.org/%E2%80%A8%07"


WORDS = st.sampled_from(
    [
        "the",
        "The",
        "a",
        "fox",
        "fóx",
        "don't",
        "re-sign",
        "sign",
        "5%",
        "-5%",
        "1,5",
        "“fox”",
        "a&b",
        "漢字",
        ".",
    ]
)
GAPS = st.sampled_from([" ", " ", " ", " ", "\n", "\n\n", "  ", "", ", "])
TEXTS = st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=25).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


def naive(text, made):
    """The same search, written plainly and with less folding: over the paragraphs, case by case."""

    def folded(part):
        return re.sub(r"\s+", " ", part).casefold()

    def is_found(term, begin, end, *, start_bound, end_bound):
        stretch = text[begin:end]
        return (
            folded(stretch) == folded(term)
            and len(stretch) == len(stretch.strip())
            and not re.search(r"\n[ \t\r]*\n", stretch)
            and (not start_bound or is_boundary(text, begin))
            and (not end_bound or is_boundary(text, end))
        )

    def skipped(at):
        return next((n for n in range(at, len(text)) if not text[n].isspace()), len(text))

    ends = range(len(text) + 1)
    for begin in ends[:-1]:
        if made.prefix:
            starts = [
                skipped(end)
                for end in ends[begin + 1 :]
                if is_found(made.prefix, begin, end, start_bound=True, end_bound=False)
            ]
        else:
            starts = [begin]
        for start in starts:
            for end in ends[start + 1 :]:
                must = made.end is not None or made.suffix is None
                if not is_found(made.start, start, end, start_bound=not made.prefix, end_bound=must):
                    continue
                reaches = [end]
                if made.end is not None:
                    reaches = [
                        last
                        for first in ends[end:]
                        for last in ends[first + 1 :]
                        if is_found(made.end, first, last, start_bound=True, end_bound=not made.suffix)
                    ]
                for reach in reaches:
                    after = skipped(reach)
                    if not made.suffix or any(
                        is_found(made.suffix, after, last, start_bound=False, end_bound=True)
                        for last in ends[after + 1 :]
                    ):
                        return Span(start, reach)
    return None


@given(TEXTS, st.data())
def test_what_is_emitted_finds_exactly_the_stretch(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    made = TextFragments(text).directive(span)
    if made is not None:
        assert directive(made.encoded) == made
        assert re.fullmatch(r"[\w.~%,-]+", made.encoded, re.ASCII)
        assert naive(text, made) == span


@given(TEXTS)
def test_a_whole_sentence_that_stands_once_gets_a_fragment(text):
    full = f"{text}\n\nNobody had ever written this sentence before.\n\n{text}"
    span = place(full, "Nobody had ever written this sentence before.")
    assert TextFragments(full).directive(span) == Directive("Nobody had ever written this sentence before.")


@given(st.text(max_size=60), st.data())
def test_any_text_at_all(text, data):
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    made = TextFragments(text).directive(span)
    if made is not None:
        assert Page(text).find(made) == span
        assert not unicodedata.category(text[span.start]).startswith("Z")


def test_many_near_misses_cost_no_square():
    text = "a " * 100_000 + "the end"
    assert Page(text).find(Directive("the end", None, "a a")) == place(text, "the end")
    assert Page(text).find(Directive("a", None, None, "b")) is None
