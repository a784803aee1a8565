"""What an answer counts as in a build."""

import pytest

from factcheck.errors import InputError
from factcheck.model import Conflict, Label, Location, Reason, Severity, Span
from factcheck.reporters.findings import finding, unread
from factcheck.reporters.report import Checked

PLACE = Location("a.txt", 3, 2)


@pytest.mark.parametrize(
    ("name", "code", "severity", "told"),
    [
        ("refuted", "FC401", Severity.ERROR, "“Over three thousand”; the source says “Over three hundred”"),
        ("conflicting", "FC402", Severity.ERROR, "for it and against it"),
        ("nothing", "FC403", Severity.WARNING, "nothing in the workspace is about this"),
        ("withheld", "FC403", Severity.WARNING, "less certain than was asked for"),
    ],
)
def test_findings(verdicts, name, code, severity, told):
    found = finding(Checked(PLACE, verdicts[name]))
    assert (found.code, found.severity, found.location) == (code, severity, PLACE)
    assert told in found.message
    assert found.mend


def test_supported_is_no_finding(verdicts):
    assert finding(Checked(PLACE, verdicts["supported"])) is None


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_makes_a_finding(verdicts, reason):
    verdict = verdicts["nothing"]._replace(reason=reason)
    assert finding(Checked(PLACE, verdict)).message.startswith("not-enough-info: ")


@pytest.mark.parametrize(
    ("conflicts", "told"),
    [
        ((), "the source refutes it"),
        ((Conflict("polarity", Span(0, 0), Span(0, 4)),), "polarity: the source says “Over”"),
        ((Conflict("polarity", Span(0, 4), Span(0, 0)),), "polarity: “Over”"),
        ((Conflict("polarity", Span(0, 0), Span(0, 0), "one denies it"),), "polarity: one denies it"),
    ],
)
def test_a_refutation_names_what_clashes(verdicts, conflicts, told):
    verdict = verdicts["refuted"]
    match = verdict.matches[0]
    evidence = match.evidence[0]._replace(conflicts=conflicts)
    damaged = verdict._replace(matches=(match._replace(evidence=(evidence,)),))
    assert finding(Checked(PLACE, damaged)).message == f"refuted (97%): {told}"


def test_a_refutation_without_matches_is_still_one(verdicts):
    bare = verdicts["refuted"]._replace(matches=(), label=Label.REFUTED)
    assert finding(Checked(PLACE, bare)).claim is None


def test_a_statement_that_cannot_be_answered():
    found = unread(InputError("too long", "split it"), PLACE)
    assert (found.code, found.message, found.mend) == ("FC404", "too long", "split it")


def test_a_finding_names_the_words_and_what_the_source_says(verdicts):
    found = finding(Checked(PLACE, verdicts["refuted"]))
    assert found.focus.of(found.subject) == "Over three thousand"
    assert [str(passage.location) for passage in found.related] == ["src_text/port.txt:9:3"]
    assert found.related[0].text.startswith("Over three hundred")
    both = finding(Checked(PLACE, verdicts["conflicting"]))
    assert (both.focus, len(both.related)) == (None, 2)
    assert finding(Checked(PLACE, verdicts["withheld"])).related == ()
