import pytest

from factcheck.anchor import Fate, drift
from factcheck.model import TextQuoteSelector

OLD = "The hospital admitted forty-two patients last week. Linus was there. The doors stay open."
QUOTE = "The hospital admitted forty-two patients last week."


@pytest.mark.parametrize(
    ("new", "fate"),
    [
        (OLD, Fate.UNCHANGED),
        ("News. " + OLD, Fate.MOVED),
        (OLD.replace("forty-two", "fifty-two"), Fate.EDITED),
        (OLD.replace("last week", "last\nweek"), Fate.EDITED),
        (OLD.replace(QUOTE, "It rained."), Fate.DELETED),
        ("", Fate.DELETED),
    ],
)
def test_what_became_of_a_quote(new, fate):
    found = drift(QUOTE, new, 0)
    assert found.fate is fate
    assert (found.span is None) == (fate is Fate.DELETED)


def test_an_old_place_that_is_not_known_is_no_move():
    assert drift(QUOTE, "News. " + OLD).fate is Fate.UNCHANGED


def test_an_edit_comes_with_its_words():
    (change,) = drift(QUOTE, OLD.replace("forty-two", "fifty-two"), 0).resolution.changes
    assert (change.old, change.new) == ("forty-two", "fifty-two")


def test_an_edit_of_folding_alone_says_so():
    anchor = drift(QUOTE, OLD.replace("last week", "last\nweek"), 0).resolution.anchor
    assert (anchor.grade, anchor.folds) == ("normalized", ("spaces",))


def test_a_name_is_not_anchored_inside_another_word():
    assert drift("Linus", OLD.replace("Linus", "The chines"), OLD.index("Linus")).fate is Fate.DELETED


def test_a_second_copy_is_ambiguous():
    assert drift(QUOTE, f"News. {QUOTE} {QUOTE}").fate is Fate.AMBIGUOUS


def test_a_short_quote_in_other_surroundings_is_ambiguous():
    selector = TextQuoteSelector("Linus", "last week. ", " was there")
    assert drift(selector, "He met Linus at noon.", 52).fate is Fate.AMBIGUOUS
    assert drift(selector, OLD, OLD.index("Linus")).fate is Fate.UNCHANGED


@pytest.mark.parametrize(("prefix", "fate"), [("found ", Fate.EDITED), ("", Fate.DELETED)])
def test_surroundings_tell_an_edit_of_a_short_quote(prefix, fate):
    assert drift(TextQuoteSelector("p < 0.05", prefix), "we found p > 0.05 there").fate is fate


def test_a_lost_sign_is_an_edit():
    found = drift("5%", "it fell by -5% in May")
    assert found.fate is Fate.EDITED
    assert [change.kind for change in found.resolution.changes] == ["sign"]
