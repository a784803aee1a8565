"""Wordings against their own quotes: what is flagged, and what is left alone."""

import pytest

from factcheck.finding import Place
from factcheck.validate import validate
from factcheck.workspace import Workspace

QUOTE = "Over three hundred people work in the port today."


def findings(port, statement, *also):
    wordings = "".join(f'"{wording}", ' for wording in also)
    claim = f'''[[claim]]
id = "port-staff"
statement = "{statement}"
also = [{wordings}]

[[claim.evidence]]
source = "port"
quote = "{QUOTE}"
'''
    found = validate(Workspace(Place(port.write(claims=claim))))
    return [(fault.code, fault.claim) for fault in found if fault.code in ("FC302", "FC303")]


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("Over three thousand people work in the port today.", "FC302"),
        ("Fewer than a hundred people work in the port.", "FC302"),
        ("Nobody works in the port today.", "FC302"),
        ("Over three hundred people work in the port of Lisbon, and 75 ships call there.", "FC303"),
        ("Since 1897 over three hundred people have worked in the port.", "FC303"),
    ],
)
def test_flags(port, statement, code):
    assert (code, "port-staff") in findings(port, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "Over three hundred people work in the port today.",
        "More than 300 people work in the port.",
        "The port of Porto Lume has over 300 people at work, says Ines Varga.",
        "Over three hundred people work in the port, says the Lume Courier.",
    ],
)
def test_leaves_alone(port, statement):
    assert findings(port, statement) == []


def test_every_wording_is_held_against_the_quote(port):
    right = "Over three hundred people work in the port today."
    assert findings(port, right, "Over 300 people work in the port.") == []
    assert findings(port, right, "Over 3,000 people work in the port.") == [("FC302", "port-staff")]
