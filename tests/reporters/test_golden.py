"""Every format renders the same samples, to the letter."""

import pytest

from factcheck import __version__
from factcheck.reporters import FINDINGS_REPORTERS, REPORTERS
from factcheck.reporters.layout import Style

STYLES = {
    "text": [("80.txt", Style(80)), ("40.txt", Style(40)), ("color.txt", Style(80, color=True))],
    "json": [("json", Style())],
    "jsonl": [("jsonl", Style())],
}
ENDINGS = {
    "concise": "concise.txt",
    "csv": "csv",
    "markdown": "md",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "junit": "junit.xml",
    "sarif": "sarif",
}


@pytest.mark.parametrize("output_format", REPORTERS)
def test_every_format_renders_every_report(output_format, named_report, golden):
    name, report = named_report
    for ending, style in STYLES[output_format]:
        golden(f"{name}.{ending}", REPORTERS[output_format](report, style))


@pytest.mark.parametrize("output_format", ENDINGS)
def test_every_format_of_findings_renders_every_report_of_findings(output_format, named_findings, golden):
    name, report = named_findings
    text = FINDINGS_REPORTERS[output_format](report, Style())
    golden(f"{name}.{ENDINGS[output_format]}", text.replace(__version__, "0.0.0"))


def test_every_format_is_tried():
    assert {*STYLES, *ENDINGS} == FINDINGS_REPORTERS.keys()
