import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.anchor.folding import FOLDS, fold, folds_between, plain

TEXTS = st.text(
    st.sampled_from(
        "abcXYZ ß  İıΣς\n\r\t-–—−‐\u00ad"
        "’‘“”\"'«»0159.,%<>≤±$ﬁ\u0301\u0338eé가각ᄀ\u1161\u11a8한東京ภาษา\ufeff😀\U00010400"
    )
)


@pytest.mark.parametrize(
    ("quote", "passage", "folds"),
    [
        ("same", "same", ()),
        ("Ukraine's", "Ukraine’s", ("quotes",)),
        ('"yes"', "“yes”", ("quotes",)),
        ("a - b", "a — b", ("dashes",)),
        ("-5", "−5", ("dashes",)),
        ("one two", "one\n  two", ("spaces",)),
        ("one two", "one\u00a0two", ("spaces",)),
        (" one ", "one", ("spaces",)),
        ("example", "exam-\nple", ("linebreak-hyphen",)),
        ("well-known", "well-\n   known", ("linebreak-hyphen",)),
        ("well-known example", "well-\nknown exam-\r\nple", ("linebreak-hyphen",)),
        ("example", "exam\u00adple", ("linebreak-hyphen",)),
        ("café", "cafe\u0301", ("nfc",)),
        ("\ud55c\uad6d", "\u1112\u1161\u11ab\u1100\u116e\u11a8", ("nfc",)),
        ("find", "ﬁnd", ("nfc",)),
        ("Straße", "STRASSE", ("case",)),
        ("Ukraine’s  CITY", "ukraine's city", ("quotes", "spaces", "case")),
    ],
)
def test_folds_are_named(quote, passage, folds):
    assert folds_between(quote, passage) == folds
    assert folds_between(passage, quote) == folds


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("5%", "-5%"),
        ("5%", "−5%"),
        ("-5", "—5"),
        ("resign", "re-sign"),
        ("re-sign", "re\u00adsign"),
        ("part", "party"),
        ("p < 0.05", "p > 0.05"),
        ("p < 0.05", "p ≤ 0.05"),
        ("a = b", "a ≠ b"),
        ("a = b", "a =\u0338 b"),
        ("x+1", "x-1"),
        ("into", "in to"),
        ("1,000", "1.000"),
        ("1990-95", "199095"),
        ("1990-\n95", "199095"),
        ("5'", '5"'),
        ("x²", "x2"),
        ("½", "1/2"),
        ("٣", "3"),
        ("wants", "want"),
        ("naive", "naïve"),
    ],
)
def test_meaning_is_never_folded(quote, passage):
    assert folds_between(quote, passage) is None
    assert folds_between(passage, quote) is None


@given(TEXTS, st.sets(st.sampled_from(FOLDS)))
def test_offsets_map_back_inside_the_text_and_in_order(text, folds):
    folded = fold(text, frozenset(folds))
    starts = [folded.raw_start(at) for at in range(len(folded.text))]
    ends = [folded.raw_end(at) for at in range(1, len(folded.text) + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))


@given(TEXTS)
def test_digits_signs_and_comparators_all_survive(text):
    kept = "0159.,%<>≤±$"
    folded = fold(text).text
    # An overlay turns a comparator into its denial (< into ≮): that is composing, not losing it.
    plain = text.replace("\u0338", "")
    assert [char for char in fold(plain).text if char in kept] == [char for char in plain if char in kept]
    assert len([char for char in folded if char.isdigit()]) == len([char for char in text if char.isdigit()])


@given(TEXTS)
def test_folding_twice_is_folding_once(text):
    # What an invisible character kept apart may be composed once it is gone.
    once = fold(text.replace("\u00ad", "")).text
    assert fold(once).text.strip() == once.strip() or "\u0301" in text or "\u0338" in text


@given(TEXTS, st.data())
def test_what_maps_to_a_folded_stretch_folds_to_it(text, data):
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    if folded.cuts(start) or folded.cuts(end):
        return
    span = folded.span(start, end)
    assert 0 <= span.start < span.end <= len(text)


@given(TEXTS | st.text(st.characters(max_codepoint=127)))
def test_plain_is_the_folded_wording_without_its_stop(text):
    assert plain(text) == fold(text).text.strip(" .!…")


def test_a_long_text_without_spaces_is_folded_in_linear_time():
    text = "\u0301a" * 50_000 + "-" * 50_000 + " " * 50_000
    assert fold(text).raw_end(len(fold(text).text)) == len(text)
