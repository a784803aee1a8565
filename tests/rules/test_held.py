"""Figures, dates and names that a claim's quotes hold, and those that nothing holds."""

import pytest

from factcheck.finding import Place
from factcheck.rules.held import roman
from factcheck.validate import validate
from factcheck.workspace import Workspace

TEXT = """\
Ines Varga, harbour master of Porto Lume

- What of the Marina yard?

- At the III Harbour Forum on May 20 we met Western partners from Oslo. Our cargo came to 1.5 million tonnes, up \
from 1.2 million tonnes. The eleventh-largest port is ours.
"""


@pytest.mark.parametrize(
    ("numeral", "value"), [("III", 3), ("IV", 4), ("XIX", 19), ("I", 0), ("MIX", 0), ("iii", 0)]
)
def test_roman(numeral, value):
    assert roman(numeral) == value


def missing(port, wording):
    quote = TEXT.split("- ")[2].strip()
    evidence = f"[[claim.evidence]]\nsource = \"port\"\nquote = '{quote}'\n"
    claim = f'[[claim]]\nid = "c"\nstatement = "{wording}"\n\n{evidence}'
    found = validate(Workspace(Place(port.write(text=TEXT, claims=claim))))
    return [fault.focus.of(fault.subject) for fault in found if fault.code == "FC303"]


@pytest.mark.parametrize(
    "wording",
    [
        "Ines Varga met partners from Oslo at the third Harbour Forum.",
        "At the 3rd Harbour Forum the harbour master met partners from the West.",
        "The Lume Courier writes that Norwegian partners came to the forum of May 2024.",
        "Porto Lume handled 1.5 million tonnes, up from 1.2 million.",
        "Porto Lume ranks 11th among ports.",
        "Two partners from the Norwegian capital came.",
        "The Marina yard is spoken of.",
    ],
)
def test_leaves_alone(port, wording):
    assert missing(port, wording) == []


@pytest.mark.parametrize(
    ("wording", "words"),
    [
        ("Ines Varga met partners and the mayor of Lisbon at the forum.", "Lisbon"),
        ("At the fifth Harbour Forum Ines Varga met partners.", "fifth"),
        ("At the forum Ines Varga met 27 partners.", "27 partners"),
        ("Porto Lume handled 1.5 million tonnes on three quays.", "three quays"),
        ("Since 1998 partners have come from Oslo.", "1998"),
    ],
)
def test_flags(port, wording, words):
    assert any(words in part or part in words for part in missing(port, wording))
