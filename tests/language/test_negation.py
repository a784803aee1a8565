"""Negations: their cues, what they deny, what cancels them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.analysis import Analyst
from factcheck.language.irrealis import irrealis
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Aliases
from factcheck.language.negation import negations
from factcheck.language.quantifiers import quantifiers

ANALYST = Analyst(Lexicon.open(), Aliases())
DENIED = [
    ("The minister said he did not sign the agreement.", "sign"),
    ("No women are running.", "running"),
    ("The company has no employees in Rome.", "employees"),
    ("They denied having signed the deal.", "signed"),
    ("The mayor denied that the town was bankrupt.", "bankrupt"),
    ("Nobody was dismissed because of the strike.", "dismissed"),
    ("The hospital failed to open in May.", "open"),
    ("He left without signing it.", "signing"),
    ("We can't fly there.", "fly"),
    ("The firm no longer operates in Norway.", "operates"),
    ("The firm has stopped selling cars.", "selling"),
    ("He was not able to finish the race.", "finish"),
    ("The treaty was not signed in Rome but in Paris.", "rome"),
    ("She drank tea instead of coffee.", "coffee"),
    ("The bridge lacks a permit.", "permit"),
    ("It is not true that the dam broke.", "broke"),
    ("Neither Poland nor Hungary signed the treaty.", "signed"),
    ("Hardly anyone applied for the job.", "applied"),
    ("The novel has yet to appear.", "appear"),
]
NOT_DENIED = [
    "Not only did he sign, but he also paid.",
    "No fewer than 30 people died.",
    "The shop did not open until May.",
    "Not all of the members voted.",
    "There is no doubt that it rained.",
    "The team never failed to win a match.",
    "He did not deny having signed.",
    "She asked whether or not it rained.",
    "Nobody denies that the mayor resigned.",
]


@pytest.mark.parametrize(("text", "word"), DENIED)
def test_finds_what_is_denied(text, word):
    analysis = ANALYST.analyse(text)
    denied = {analysis.words[at].text for found in negations(analysis) if found.holds for at in found.focus}
    assert word in denied


@pytest.mark.parametrize("text", NOT_DENIED)
def test_leaves_alone_what_is_not_denied(text):
    analysis = ANALYST.analyse(text)
    content = {"sign", "died", "open", "voted", "rained", "win", "signed", "resigned"}
    denied = {analysis.words[at].text for found in negations(analysis) if found.holds for at in found.focus}
    assert denied.isdisjoint(content)


WORDS = (
    "not never no nobody nothing none neither nor without deny denied refuse to sign fail of from yet have is was "
    "true that the a man treaty but and , . ? ; if will may plan almost all any hardly half than more only instead"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_any_words_are_read_within_the_text(text):
    analysis = ANALYST.analyse(text)
    count = len(analysis.words)
    for found in negations(analysis):
        assert 0 <= found.cue[0] < found.cue[1] <= count
        assert all(0 <= at < count for at in found.focus)
        assert 0 <= found.scope[0] <= found.scope[1] <= count
    for item in irrealis(analysis):
        assert 0 <= item.scope[0] <= item.scope[1] <= count
    for share in quantifiers(analysis):
        assert 0 <= share.first < share.last <= count
        assert 0.0 <= share.low <= share.high <= 1.0
