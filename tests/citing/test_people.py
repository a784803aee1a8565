"""Names in parts, and who a source is by."""

import pytest

from factcheck.citing.people import Name, interviewers, makers, split_name
from factcheck.model import Layout, Location, Person, Source


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Yuriy Gusev", Name("Gusev", "Yuriy")),
        ("Ursula von der Leyen", Name("Leyen", "Ursula", "von der")),
        ("Vincent van Gogh", Name("Gogh", "Vincent", "van")),
        ("John F. Kennedy", Name("Kennedy", "John F.")),
        ("Martin Luther King Jr.", Name("King", "Martin Luther", suffix="Jr.")),
        ("Jean-Luc O’Neill", Name("O’Neill", "Jean-Luc")),
        ("Юрій Гусєв", Name("Гусєв", "Юрій")),
        ("de la Cruz, Maria", Name("de la Cruz", "Maria")),
        ("Reporter", Name(literal="Reporter")),
        ("王小明", Name(literal="王小明")),
        ("Ministry of Energy", Name(literal="Ministry of Energy")),
        ("a spokesman", Name(literal="a spokesman")),
        ("von Trapp family", Name(literal="von Trapp family")),
        ("Agent 47", Name(literal="Agent 47")),
        ("Reuters and AFP", Name(literal="Reuters and AFP")),
        ("A, B, C", Name(literal="A, B, C")),
        ("  Ines \n Varga ", Name("Varga", "Ines")),
        ("", Name(literal="")),
    ],
)
def test_names(name, parts):
    assert split_name(name) == parts


@pytest.mark.parametrize(
    ("name", "inverted", "spoken"),
    [
        (Name("Leyen", "Ursula", "von der"), "von der Leyen, Ursula", "Ursula von der Leyen"),
        (Name("King", "Martin", suffix="Jr."), "King, Martin, Jr.", "Martin King Jr."),
        (Name(literal="Reporter"), "Reporter", "Reporter"),
    ],
)
def test_names_in_order(name, inverted, spoken):
    assert (name.inverted, name.spoken) == (inverted, spoken)


@pytest.mark.parametrize(
    ("kind", "names"),
    [("interview", ["Varga"]), ("report", ["Solheim", "Berge"]), ("briefing", ["Solheim", "Berge"])],
)
def test_who_a_source_is_by(kind, names):
    people = (
        Person("Ines Varga", "interviewee"),
        Person("Tomas Reyl", "interviewer"),
        Person("Ingrid Solheim", "author"),
        Person("Tomas Berge", "author"),
        Person("Tomas Berge", "author"),
    )
    source = Source("a", "b", "0" * 64, "T", kind, "P", "2024", "en", people, Layout(), Location("x"))
    assert [name.family for name in makers(source)] == names
    assert [name.family for name in interviewers(source)] == ["Reyl"]
    assert makers(source._replace(people=())) == ()
