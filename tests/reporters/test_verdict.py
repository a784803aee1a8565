"""A verdict told to people."""

import pytest

from factcheck.model import Conflict, Label, Reason, Span
from factcheck.reporters.layout import Style
from factcheck.reporters.text_verdict import clash, render_verdict, why


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_is_told_as_a_sentence(verdicts, reason):
    told = why(verdicts["refuted"]._replace(reason=reason))
    assert told[0].isupper()
    assert told.endswith(".")


@pytest.mark.parametrize(
    ("label", "told"),
    [
        (Label.SUPPORTED, "It denies a claim that the source refutes."),
        (Label.REFUTED, "It repeats a claim that the source refutes."),
    ],
)
def test_what_a_curator_refuted(verdicts, label, told):
    assert why(verdicts["refuted"]._replace(reason=Reason.CURATED, label=label)) == told


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (Reason.QUESTION, "A question is not a statement, and nothing in the workspace is near."),
        (Reason.KEYWORDS, "A few words are not a statement, and nothing in the workspace is near."),
    ],
)
def test_no_quotes_are_promised_where_there_are_none(verdicts, reason, told):
    assert why(verdicts["nothing"]._replace(reason=reason)) == told


@pytest.mark.parametrize(
    ("ours", "theirs", "detail", "told"),
    [
        (Span(0, 4), Span(0, 3), "", "role: you wrote “over”; the source says “all”"),
        (Span(0, 4), Span(0, 0), "", "role: you wrote “over”"),
        (Span(0, 0), Span(0, 3), "swapped", "role: the source says “all” (swapped)"),
        (Span(0, 0), Span(0, 0), "swapped", "role: swapped"),
    ],
)
def test_a_clash_shows_the_words_that_there_are(ours, theirs, detail, told):
    assert clash(Conflict("role", ours, theirs, detail), "over it", "all of it") == told


def test_a_related_quote_never_looks_like_support(verdicts):
    text = render_verdict(verdicts["withheld"], Style())
    assert text.startswith("not-enough-info  40% confidence\n")
    assert "1. related  port-staff\n" in text


def test_caveats_of_another_match_stand_with_it(verdicts):
    verdict = verdicts["refuted"]
    first = verdict.matches[0]._replace(caveats=("allegedly",))
    text = render_verdict(verdict._replace(matches=(first,)), Style())
    assert "\n   caveat: the source says “allegedly”\n" in text
