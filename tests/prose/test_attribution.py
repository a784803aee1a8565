"""Who is said to have said it."""

import pytest

from factcheck.prose.attribution import Attribution
from factcheck.prose.marks import quoted
from factcheck.prose.people import People

INES, TOMAS, COURIER = "Ines Varga", "Tomas Reyl", "Lume Courier"
ALIASES = """
[[alias]]
names = ["Ines Varga", "Varga", "Ms. Varga", "the harbour chief"]
kind = "person"

[[alias]]
names = ["Petra Nowak", "Nowak"]
kind = "person"
"""


@pytest.fixture
def people(port_folder, port_workspace):
    (port_folder / "claims" / "aliases.toml").write_text(ALIASES, encoding="utf-8")
    return People(port_workspace)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“We are open,” said Varga.", [INES]),
        ("“We are open,” Varga said.", [INES]),
        ("“We are open”, explained the harbour chief, Ines Varga.", [INES]),
        ("“Are you open?” asked Reyl. Varga laughed.", [TOMAS]),
        ("“Are you open?” Reyl asked Varga.", [TOMAS]),
        ("“We are open,” Varga told the Lume Courier.", [INES]),
        ("Varga told the Lume Courier: “We are open.”", [INES]),
        ("Varga told Reyl that “we are open”.", [INES]),
        ("Asked by Reyl about the quay, Varga answered: “We are open.”", [INES]),
        ("When Reyl asked, Varga replied that “we are open”.", [INES]),
        ("According to Varga, “we are open”.", [INES]),
        ("“We are open,” according to Ines Varga.", [INES]),
        ("In Varga’s words, “we are open now”.", [INES]),
        ("As Ms. Varga put it, “we are open”.", [INES]),
        ("Varga: “We are open.” Reyl: “Are you?”", [INES, TOMAS]),
        ("“We are open,” Varga said, “and we stay so.”", [INES, INES]),
        ("“We are open,” said Varga. “And we stay so.”", [INES, INES]),
        ("“We are open,” said Lume Courier correspondent Tomas Reyl.", [TOMAS]),
        ("The interviewer noted that “the quay is closed”.", [TOMAS]),
        ("“We are open.” — Ines Varga, harbour master", [INES]),
        ("“We are open,” she said.", [None]),
        ("Varga was told that “we are open”.", [None]),
        ("There is a sign, “we are open”, at the quay.", [None]),
        ("“We are open,” said Petra Nowak, whom Varga knows.", [None]),
        ("“We are open,” said John Smith of Varga’s office.", [None]),
        ("Varga spoke. “We are open,” reads the sign.", [None]),
    ],
)
def test_who_said_it(people, text, speakers):
    marks = quoted(text)
    attribution = Attribution(people, text, marks)
    found = [attribution.of(number) for number in range(len(marks))]
    assert [mention.speaker if mention else None for mention in found] == speakers


def test_people_who_do_not_speak_are_known_by_name(people):
    (found,) = people.mentions("and Nowak left")
    assert (found.speaker, found.person) == (None, "Petra Nowak")


def test_a_pronoun_has_no_name(people):
    (found,) = people.mentions("he left")
    assert (found.name, found.person) == ("", None)
