from itertools import pairwise

import pytest

from factcheck.anchor import Flaw, resolve_quotation

TEXT = (
    "Mr Smith said that Ukraine’s railway operator will not develop its lines this year. It was a long day. "
    "“We have waited … long enough,” he said. He went home, and slept in the morning. "
    + "Nothing else of any note happened in all of that time. " * 30
    + "In the end the lines were built."
)


@pytest.mark.parametrize(
    ("quotation", "parts"),
    [
        ("It was a long day.", ["It was a long day."]),
        ("It was a long day,", ["It was a long day"]),
        ("operator will not develop […] this year", ["operator will not develop", "this year"]),
        ("operator will not develop ... this year", ["operator will not develop", "this year"]),
        ("operator will not develop . . . this year", ["operator will not develop", "this year"]),
        ("operator will not develop (…) this year", ["operator will not develop", "this year"]),
        ("… operator … its lines … long day …", ["operator", "its lines", "long day"]),
        ("[The state's company] will not develop its lines", ["will not develop its lines"]),
        ("Smith said that [it] will not develop", ["Smith said that", "will not develop"]),
        ("[i]t was a long day", ["It was a long day"]),
        ("will not develop[ed] its lines", ["will not develop", "its lines"]),
        ("Ukraine's railway operator […] develop", ["Ukraine’s railway operator", "develop"]),
        ("We have waited … long enough", ["We have waited … long enough"]),
        ("have waited long [sic] enough", None),
        ("He went [sic] home", ["He went", "home"]),
    ],
)
def test_parts_have_their_places(quotation, parts):
    found = resolve_quotation(TEXT, quotation)
    if parts is None:
        assert found.flaw is Flaw.ABSENT
        return
    assert found.flaw is None
    assert [part.anchor.span.of(TEXT) for part in found.parts] == parts
    spans = [part.anchor.span for part in found.parts]
    assert all(left.end <= right.start for left, right in pairwise(spans))


@pytest.mark.parametrize(
    ("quotation", "flaw"),
    [
        ("this year […] operator will not develop", Flaw.ORDER),
        ("It was a long day … the lines were built", Flaw.GAP),
        ("Mr Smith [the boss] slept in the morning", Flaw.GAP),
        ("operator will … develop its mines", Flaw.ABSENT),
        ("operator will develop its lines", Flaw.ABSENT),
        ("Nothing else … of that time", Flaw.AMBIGUOUS),
        ("was a long d … went home", Flaw.ABSENT),
        ("…", Flaw.EMPTY),
        ("[all of it]", Flaw.EMPTY),
        ("", Flaw.EMPTY),
    ],
)
def test_flaws_are_named(quotation, flaw):
    assert resolve_quotation(TEXT, quotation).flaw is flaw


def test_an_absent_part_says_what_is_there():
    found = resolve_quotation(TEXT, "Mr Smith said … will not develop its mines this year")
    assert (found.flaw, found.missing) == (Flaw.ABSENT, 1)
    assert [(change.old, change.new) for change in found.nearest.changes] == [("mines", "lines")]


def test_a_later_place_of_a_middle_part_may_bridge_the_gap():
    text = "alpha " + "x " * 200 + "beta " + "x " * 300 + "beta " + "x " * 400 + "gamma"
    found = resolve_quotation(text, "alpha … beta … gamma")
    assert found.flaw is Flaw.GAP
    text = "alpha " + "x " * 50 + "beta " + "x " * 300 + "beta " + "x " * 400 + "gamma"
    assert resolve_quotation(text, "alpha … beta … gamma").flaw is None


def test_spans_of_parts_count_in_the_quotation():
    quotation = "[i]t was a […] slept"
    found = resolve_quotation("It was a day. He slept.", quotation)
    assert [part.span.of(quotation) for part in found.parts] == ["i]t was a", "slept"]
