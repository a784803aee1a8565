"""What an article says to ignore."""

import pytest

from factcheck.model import Severity
from factcheck.prose.directives import find_directives
from factcheck.prose.judged import without_ignored

WRONG = "“Over four hundred people work in the port today.”"


def left(check):
    kept, ignored = without_ignored(check, check.faults)
    return [(fault.diagnostic.code, fault.diagnostic.location.line) for fault in kept], len(ignored)


@pytest.mark.parametrize(
    ("text", "codes", "ignored"),
    [
        (f"{WRONG}\n", [("FC405", 1)], 0),
        (f"<!-- factcheck: ignore: an old figure -->\n{WRONG}\n\n{WRONG}", [("FC405", 4)], 1),
        (f"<!-- factcheck: ignore: an old figure -->\n\n{WRONG}\n\n{WRONG}", [("FC405", 5)], 1),
        (f"<!-- factcheck: ignore: an old figure -->\n\n# Heading\n\n- {WRONG}\n- {WRONG}", [("FC405", 6)], 1),
        (f"<!-- factcheck: ignore reason: an old figure -->\n{WRONG}", [], 1),
        (f"<!-- factcheck: ignore FC405: an old figure -->\n{WRONG}", [], 1),
        (f"<!-- factcheck: ignore[FC401, FC405] an old figure -->\n{WRONG}", [], 1),
        (f"<!-- factcheck: ignore[FC4] -->\n{WRONG}", [("FC406", 1)], 1),
        (f"<!-- factcheck: ignore[FC2] an old figure -->\n{WRONG}", [("FC407", 1), ("FC405", 2)], 0),
        (f"<!-- factcheck: ignore FC401, FC405: an old figure -->\n{WRONG}", [], 1),
        (f"<!-- factcheck: ignore FC408: an old figure -->\n{WRONG}", [("FC407", 1), ("FC405", 2)], 0),
        (f"<!-- factcheck: ignore -->\n{WRONG}", [("FC406", 1)], 1),
        ("<!-- factcheck: ignore: an old figure -->\nIt is open.", [("FC407", 1)], 0),
        ("It is open.\n\n<!-- factcheck: ignore: an old figure -->\n", [("FC407", 3)], 0),
        (f"It is open. {WRONG} <!-- factcheck: ignore: an old figure --> {WRONG}", [("FC405", 1)], 1),
        (f"{WRONG} It is open. {WRONG} <!-- factcheck: ignore: an old figure -->", [("FC405", 1)], 1),
        (f"Varga <!-- factcheck: ignore: an old figure --> said {WRONG}", [], 1),
        (
            f"<!-- factcheck: off: a sample -->\n{WRONG}\n\n{WRONG}\n\n<!-- factcheck: on -->\n{WRONG}",
            [("FC405", 7)],
            2,
        ),
        (f"<!-- factcheck: off: a sample -->\n\n{WRONG}", [], 1),
        (f"<!-- factcheck: ingore: an old figure -->\n{WRONG}", [("FC407", 1), ("FC405", 2)], 0),
        (f"```\n<!-- factcheck: ignore: an old figure -->\n```\n\n{WRONG}", [("FC405", 5)], 0),
        (f"> <!-- factcheck: ignore: an old figure -->\n> {WRONG}", [], 1),
    ],
)  # fmt: skip
def test_what_is_ignored(checked, text, codes, ignored):
    assert left(checked(text)) == (codes, ignored)


def test_plain_text_can_be_told_too(checked):
    check = checked(f"<!-- factcheck: ignore: an old figure -->\n{WRONG}\n\n{WRONG}", "draft.txt")
    assert left(check) == ([("FC405", 4)], 1)


def test_findings_of_the_comments(checked):
    kept, _ = without_ignored(checked("<!-- factcheck: ignore -->\n" + WRONG), checked(WRONG).faults)
    assert [fault.diagnostic.severity for fault in kept if fault.diagnostic.code != "FC405"] == [
        Severity.WARNING
    ]


def test_the_parts_of_a_comment():
    (found,) = find_directives("<!--factcheck:ignore fc405 FC401 — he  took it back-->")
    assert (found.word, found.codes, found.reason) == ("ignore", ("FC405", "FC401"), "he  took it back")


def test_many_openings_take_no_time():
    assert find_directives("<!-- factcheck: " * 20_000) == []
