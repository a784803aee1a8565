"""Quotations held to the letter and to the speaker."""

import pytest

from factcheck.model import Severity
from factcheck.prose.quoting import Holds

STAFF = "Over three hundred people work in the port today"


def held(check):
    return [found.held.holds for found in check.quotations]


@pytest.mark.parametrize(
    "text",
    [
        f"“{STAFF},” said Varga.",
        f'"{STAFF}."',
        "She said that “over three hundred people work in the port today”.",
        "“Our colleagues at the railway […] deny having signed any agreement,” said Varga.",
        "“Our colleagues at the railway deny … any agreement with the port.”",
        "“[O]ver three hundred people work in the port [of Lume] today.”",
        "“Over *three hundred* people\nwork in the [port](x) today,” said Varga.",
        "“We did not close the northern quay!” said Varga.",
        "“How many people work in the port today?” asked Reyl.",
        "“The port of Porto Lume reopened in March 2024” is how the Lume Courier put it.",
    ],
)
def test_what_stands_there_is_left_alone(checked, text):
    check = checked(text)
    assert held(check) == [Holds.VERBATIM]
    assert check.faults == ()


@pytest.mark.parametrize(
    ("text", "wrong", "told"),
    [
        ("“Over four hundred people work in the port today.”", "four", "“four”; the source says “three”"),
        ("“Four hundred people work in the port today.”", "Four", "“Four”; the source says “three”"),
        ("“We did close the northern quay,” said Varga.", "did", "“not” is left out"),
        ("“We did not ever close the northern quay.”", "ever", "“ever” is not in the source"),
        (
            "“Our colleagues at the railway admit having signed any agreement with the port.”",
            "admit",
            "“admit”; the source says “deny”",
        ),
        (
            "“Over three hundred people […] deny having signed any contract with the port.”",
            "contract",
            "“contract”; the source says “agreement”",
        ),
    ],
)
def test_what_was_not_said(checked, text, wrong, told):
    check = checked(f"First.\n\nThen {text}")
    (fault,) = check.faults
    assert fault.diagnostic.code == "FC405"
    assert fault.diagnostic.severity is Severity.ERROR
    assert fault.raw.of(check.article.text) == wrong
    assert told in fault.diagnostic.message
    assert fault.diagnostic.location == check.article.location(fault.raw.start)
    assert fault.diagnostic.related[0].location.path == "src_text/port.txt"


def test_parts_in_another_order(checked):
    (fault,) = checked("“We trust them […] over three hundred people work in the port.”").faults
    assert fault.diagnostic.code == "FC405"
    assert "another order" in fault.diagnostic.message


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"“{STAFF},” said Reyl.", "Ines Varga"),
        ("“How many people work in the port today?” asked Varga.", "Tomas Reyl"),
        ("“In May 2024 the port signed an agreement with the railway,” Varga said.", "Tomas Reyl"),
    ],
)
def test_the_wrong_speaker(checked, text, speaker):
    check = checked(text)
    (fault,) = check.faults
    assert fault.diagnostic.code == "FC408"
    assert f"{speaker} says it" in fault.diagnostic.message
    assert fault.diagnostic.related


@pytest.mark.parametrize(
    "text",
    [
        f"“{STAFF},” said John Smith.",  # a stranger to the sources
        f"“{STAFF},” she said.",
        "“Over four hundred people work in the port today,” said John Smith.",
        "“The harbour of Lume has been shut since the storm,” said John Smith.",
        "“The harbour of Lume has been shut since the storm.”",
    ],
)
def test_what_cannot_be_judged_is_left_alone(checked, text):
    assert checked(text).faults == ()


def test_a_quotation_that_no_source_has_is_a_note(checked):
    (fault,) = checked("“Fish is cheaper on Mondays than on Fridays,” said Varga.").faults
    assert (fault.diagnostic.code, fault.diagnostic.severity) == ("FC409", Severity.NOTE)


def test_no_sentence_of_another_text_is_taken_for_a_misquotation(interview_checker, port_workspace):
    from factcheck.prose.article import read_article

    text = next(iter(port_workspace.documents.values())).text
    lines = [line for line in text.split("\n") if line]
    article = read_article("\n\n".join(f"“{line.strip('- ')}”" for line in lines), "a.txt")
    found = interview_checker.check(article).quotations
    assert {quotation.held.holds for quotation in found} == {Holds.UNKNOWN}
