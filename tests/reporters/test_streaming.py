"""Formats that are written in parts: the parts, the tails and the end are the whole."""

import pytest

from factcheck.model import Label
from factcheck.reporters import FINDINGS_REPORTERS
from factcheck.reporters.layout import Style
from factcheck.reporters.report import CheckReport
from factcheck.reporters.streaming import STREAMED, stream
from factcheck.reporters.tally import Tally


def parts(report):
    """A report a statement, with what stands at its place; then one for each finding of no statement."""
    places = report.by_place()
    answered = {result.location for result in report.results}
    for result in report.results:
        found = tuple(places.get(result.location, ()))
        yield CheckReport((result,), found, tuple(one for one in found if one in report.unread))
    for found in report.findings:
        if found.location not in answered:
            yield CheckReport((), (found,), tuple(one for one in report.unread if one is found))


@pytest.mark.parametrize("style", [Style(), Style(color=True), Style(verbosity=-1)])
@pytest.mark.parametrize("output_format", STREAMED)
def test_the_parts_are_the_whole(output_format, style, named_findings):
    name, report = named_findings
    if not name.startswith("check"):
        pytest.skip("only `check` is written in parts")
    form, tally = stream(output_format), Tally()
    text, tail = form.header, ""
    for part in parts(report):
        text += form.part(part, style)
        tail += form.tail(part, style)
        tally = tally.plus(Tally.of(part))
    whole = FINDINGS_REPORTERS[output_format](report, style)
    if output_format == "concise":  # its findings are in the order of the report, which `parts` is not
        assert sorted((text + tail + form.end(tally, style)).splitlines()) == sorted(whole.splitlines())
    else:
        assert text + tail + form.end(tally, style) == whole


def test_a_tally_counts_what_the_report_has(reports):
    report = reports["check"]
    tally = Tally.of(report)
    assert tally.statements == len(report.results)
    assert dict(zip(Label, tally.labels, strict=True)) == {label: report.count(label) for label in Label}
    assert tally.unread == len(report.unread)
    assert tally.worst == max(found.severity.rank for found in report.findings)
    assert Tally().plus(tally) == tally
    assert tally.plus(tally).statements == 2 * tally.statements
