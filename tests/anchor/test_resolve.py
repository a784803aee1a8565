import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.anchor import Haystack, Problem, describe, resolve, verbatim
from factcheck.model import Document, Layout, Location, Source, Span, TextQuoteSelector

TEXT = (
    "The minister said that 412 mines were cleared in March. Exports fell by -5% in the party's region.\n\n"
    "He would re-sign the pact, at p > 0.05. The minister said that 413 mines were cleared in April."
)


def place(quote, text=TEXT, occurrence=0):
    at = -1
    for _ in range(occurrence + 1):
        at = text.index(quote, at + 1)
    return Span(at, at + len(quote))


def test_exact():
    found = resolve(TEXT, TextQuoteSelector("mines were cleared in March"))
    assert found.anchor.span == place("mines were cleared in March")
    assert found.anchor.grade == "exact"
    assert found.verbatim
    assert found.problem is None


def test_takes_a_document_and_a_haystack():
    source = Source("s", "s.txt", "", "T", "text", "P", "2025", "en", (), Layout(), Location("sources.toml"))
    selector = TextQuoteSelector("412 mines")
    for text in (Document(source, TEXT, "", ()), Haystack(TEXT)):
        assert resolve(text, selector) == resolve(TEXT, selector) == verbatim(text, selector)


@pytest.mark.parametrize(
    ("quote", "text", "folds"),
    [
        ("party's region", "the party’s region", ("quotes",)),
        ("cleared  in march", "was cleared in March.", ("spaces", "case")),
        ("an example of it", "it is an exam-\nple of it", ("linebreak-hyphen",)),
        ("a well-known example", "a well-\nknown exam-\nple", ("linebreak-hyphen",)),
        ("café au lait", "the cafe\u0301 au lait", ("nfc",)),
        ("fell −5%", "it fell -5% then", ("dashes",)),
    ],
)
def test_normalized(quote, text, folds):
    found = resolve(text, TextQuoteSelector(quote))
    assert found.anchor.grade == "normalized"
    assert found.anchor.folds == folds
    assert not found.verbatim
    assert found.anchor.span.of(text) in text
    assert verbatim(text, TextQuoteSelector(quote)).problem is Problem.ABSENT


@pytest.mark.parametrize(
    ("quote", "text", "there", "kind"),
    [
        ("p < 0.05", "we found p > 0.05 there", "p > 0.05", "comparator"),
        ("the p < 0.05 of it all", "and the p > 0.05 of it all", "the p > 0.05 of it all", "comparator"),
        ("5%", "it fell by -5% in May", "-5%", "sign"),
        ("fell by 5% in May", "it fell by -5% in May", "fell by -5% in May", "sign"),
        ("fell by 5% in May", "it fell by −5% in May", "fell by −5% in May", "sign"),
        ("in the part", "was in the party then", "in the party", "cut"),
        ("resign", "he would re-sign it", "re-sign", "word-boundary"),
        ("he would resign it", "then he would re-sign it", "he would re-sign it", "word-boundary"),
        ("412 mines were found", "so 413 mines were found", "413 mines were found", "figure"),
        ("grew by 5", "it grew by 5% then", "grew by 5%", "figure"),
        ("violent protests", "the non-violent protests", "non-violent protests", "cut"),
    ],
)
def test_what_is_not_verbatim_is_refused_and_named(quote, text, there, kind):
    selector = TextQuoteSelector(quote)
    assert verbatim(text, selector).anchor is None
    found = resolve(text, selector)
    assert not found.verbatim
    assert found.anchor is None or found.anchor.grade == "fuzzy"
    span = found.anchor.span if found.anchor else found.candidates[0]
    assert span.of(text) == there
    assert kind in [change.kind for change in found.changes]
    assert found.changes


@pytest.mark.parametrize("quote", ["Linus", "nothing of the kind was ever said here by anybody", "zebra"])
def test_absent(quote):
    assert resolve("The chines met in the party.", TextQuoteSelector(quote)).problem is Problem.ABSENT


def test_ambiguous_without_context():
    found = resolve(TEXT, TextQuoteSelector("The minister said that"))
    assert found.anchor is None
    assert found.problem is Problem.AMBIGUOUS
    assert found.candidates == (place("The minister said that"), place("The minister said that", TEXT, 1))


@pytest.mark.parametrize(
    ("prefix", "suffix", "which"),
    [
        ("", " 412", 0),
        ("", " 413", 1),
        ("0.05. ", "", 1),
        ("0.05.\n", "", 1),
        ("at p > 0,05. ", "", 1),
        ("the pact, at p > 0.05, they say. ", "", 1),
    ],
)
def test_context_decides(prefix, suffix, which):
    found = resolve(TEXT, TextQuoteSelector("The minister said that", prefix, suffix))
    assert found.anchor.span == place("The minister said that", TEXT, which)


def test_position_decides_only_where_context_does_not():
    first, second = place("The minister said that"), place("The minister said that", TEXT, 1)
    assert resolve(TEXT, TextQuoteSelector("The minister said that"), 140).anchor.span == second
    assert resolve(TEXT, TextQuoteSelector("The minister said that"), 0).anchor.span == first
    assert resolve(TEXT, TextQuoteSelector("The minister said that", "", " 412"), 140).anchor.span == first
    middle = (first.start + second.start) // 2
    if (first.start + second.start) % 2 == 0:
        assert resolve(TEXT, TextQuoteSelector("The minister said that"), middle).problem is Problem.AMBIGUOUS


def test_equally_near_places_are_ambiguous():
    found = resolve(TEXT, TextQuoteSelector("The minister said that 414 mines were cleared in"))
    assert found.problem is Problem.AMBIGUOUS
    assert len(found.candidates) == 2


def test_wrong_context_of_a_unique_quote_is_told():
    assert resolve(TEXT, TextQuoteSelector("412 mines", "said that ")).context_fits
    assert not resolve(TEXT, TextQuoteSelector("412 mines", "denied that ")).context_fits


def test_context_may_say_that_a_cut_is_meant():
    assert resolve("in the party", TextQuoteSelector("part", "the ", "y")).anchor.span == Span(7, 11)
    assert resolve("in the party", TextQuoteSelector("part", "the ")).problem is Problem.CUT


@pytest.mark.parametrize("function", [resolve, verbatim])
def test_an_empty_quote_has_no_place(function):
    with pytest.raises(ValueError, match="empty"):
        function("text", TextQuoteSelector(""))


@pytest.mark.parametrize("quote", [" ", "\n", "—", "“”"])
def test_a_quote_without_words_does_no_harm(quote):
    assert resolve("one two", TextQuoteSelector(quote)).anchor is None or quote == " "


def test_a_damaged_quote_is_found_in_a_long_text():
    draw = random.Random(7)
    words = ["".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=draw.randint(2, 9))) for _ in range(3000)]
    text = " ".join(draw.choices(words, k=60_000))
    haystack = Haystack(text)
    for _ in range(40):
        start = text.index(" ", draw.randrange(len(text) - 300)) + 1
        span = Span(start, text.index(" ", start + 120))
        quote = list(span.of(text))
        for at in draw.sample(range(len(quote)), len(quote) // 12):
            quote[at] = draw.choice("abcdefgh")
        anchor = resolve(haystack, TextQuoteSelector("".join(quote))).anchor
        assert abs(anchor.span.start - span.start) <= 10
        assert abs(anchor.span.end - span.end) <= 10


def test_a_damaged_quote_is_found_in_a_script_without_spaces():
    draw = random.Random(3)
    text = "".join(draw.choices([chr(code) for code in range(0x4E00, 0x5200)], k=40_000))
    quote = list(text[30_000:30_060])
    quote[10], quote[40] = "a", "b"
    assert resolve(text, TextQuoteSelector("".join(quote))).anchor.span == Span(30_000, 30_060)


CHARACTERS = (
    "abcé e\u0301 \n.,-—'’“5%<$ слово हिंदी कि שלום עברית العربية 東京都 ภาษา 한국어 😀👩🏽\u200d🚀 𝔘𐐀 ß"
)
TEXTS = st.one_of(
    st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=60),
    st.text(st.sampled_from("ab "), min_size=1, max_size=40),
    st.text(min_size=1, max_size=30),
    st.lists(
        st.sampled_from(["the party", "part", " ", "re-sign", "5%", "-5%", "東京", "। कि", "\n\n"]),
        min_size=1,
    ).map("".join),
)


@given(TEXTS, st.data())
@settings(max_examples=500)
def test_resolve_is_the_inverse_of_describe(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    selector = describe(text, span)
    found = resolve(text, selector)
    assert found.anchor is not None
    assert found.anchor.span == span
    assert found.verbatim
    assert found.context_fits
    assert verbatim(text, selector) == found


@given(TEXTS, st.data())
@settings(max_examples=200)
def test_describe_gives_no_more_context_than_it_must(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    selector = describe(text, span)
    if selector.prefix:
        shorter = TextQuoteSelector(selector.exact, selector.prefix[1:], selector.suffix)
        places = verbatim(text, shorter)
        assert places.anchor is None or places.anchor.span != span or not selector.prefix[1:]
    if selector.suffix:
        shorter = TextQuoteSelector(selector.exact, selector.prefix, selector.suffix[:-1])
        places = verbatim(text, shorter)
        assert places.anchor is None or places.anchor.span != span or not selector.suffix[:-1]


def test_a_unique_quote_needs_no_context():
    assert describe(TEXT, place("412 mines")) == TextQuoteSelector("412 mines")


def test_the_shortest_context():
    assert describe(TEXT, place("were cleared in March")) == TextQuoteSelector("were cleared in March")
    assert describe(TEXT, place("said that", TEXT, 1)) == TextQuoteSelector("said that", "", " 413")
    assert describe("the party, the part", Span(4, 8)) == TextQuoteSelector("part", "", "y")
    assert describe("x a y, x a z", Span(2, 3)) == TextQuoteSelector("a", "", " y")


@pytest.mark.parametrize("span", [Span(3, 3), Span(5, 4), Span(-1, 2), Span(0, 99)])
def test_describe_refuses_what_is_no_stretch(span):
    with pytest.raises(ValueError, match="no stretch"):
        describe("some text", span)


@given(TEXTS, TEXTS, TEXTS, st.none() | st.integers(0, 60))
@settings(max_examples=300)
def test_whatever_is_asked_the_answer_is_sound(text, quote, context, position):
    selector = TextQuoteSelector(quote, context[:5], context[5:9])
    found = resolve(text, selector, position)
    assert (found.anchor is None) == (found.problem is not None)
    spans = [*found.candidates, *([found.anchor.span] if found.anchor else [])]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    if found.anchor:
        assert (found.anchor.grade == "exact") == (found.anchor.span.of(text) == quote)
        assert (found.anchor.grade == "normalized") == bool(found.anchor.folds)
    for change in found.changes:
        assert change.old_span.of(quote) == change.old


SENTENCE = "the harbour was closed to all ships by order of the council in the autumn"


@given(st.permutations(range(len(SENTENCE))), st.integers(0, 40), st.integers(0, 40))
@settings(max_examples=100)
@example(list(range(len(SENTENCE))), 0, 3)
def test_more_damage_never_scores_higher(order, few, many):
    few, many = sorted((few, many))
    text = f"Nothing was said of it at first. Then {SENTENCE}, and nobody knew why. The ships went elsewhere."

    def distance(damaged):
        quote = "".join("#" if at in damaged else char for at, char in enumerate(SENTENCE))
        anchor = resolve(text, TextQuoteSelector(quote)).anchor
        return anchor.distance if anchor else len(SENTENCE)

    assert distance(set(order[:few])) <= distance(set(order[:many]))
