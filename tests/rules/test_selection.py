import pytest

from factcheck.model import Diagnostic, Location, Severity
from factcheck.rules.selection import Selection

FOUND = Diagnostic("FC303", Severity.WARNING, "m", Location("claims/old-port.toml", 3))


@pytest.mark.parametrize(
    ("select", "ignore", "held"),
    [
        ((), (), True),
        (("FC3",), (), True),
        (("FC2",), (), False),
        ((), ("FC3",), False),
        ((), ("FC304",), True),
        (("FC303",), ("FC3",), True),
        (("FC3",), ("FC303",), False),
        (("FC3",), ("FC3",), True),
    ],
)
def test_the_longer_code_decides(select, ignore, held):
    selection = Selection(select, ignore)
    assert selection.holds("FC303") is held
    assert (selection.settled(FOUND) is not None) is held


@pytest.mark.parametrize(
    ("pattern", "codes", "kept"),
    [
        ("claims/old-*.toml", ("FC3",), False),
        ("claims/*", ("FC303",), False),
        ("claims/new-*.toml", ("FC3",), True),
        ("claims/old-*.toml", ("FC2",), True),
    ],
)
def test_files(pattern, codes, kept):
    assert (Selection(per_file=((pattern, codes),)).settled(FOUND) is not None) is kept


def test_severities():
    selection = Selection(
        severities=(("FC3", Severity.NOTE), ("FC303", Severity.ERROR), ("FC2", Severity.NOTE))
    )
    assert selection.settled(FOUND).severity is Severity.ERROR
    assert Selection(severities=(("FC2", Severity.NOTE),)).settled(FOUND) is FOUND
