import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.coverage import Count, Status, measure
from factcheck.schema import load_schema
from factcheck.workspace import Place, Workspace

EXCEPTION = "[[exception]]\nsource = \"port\"\nquote = '''{}'''\nreason = \"r\"\n"


@pytest.fixture
def report(port):
    """Writes the invented workspace with changes, and measures it."""

    def measured(*excepted, **changes):
        folder = port.write(**changes)
        content = "".join(EXCEPTION.format(quote) for quote in excepted)
        (folder / "claims" / "exceptions.toml").write_text(content, encoding="utf-8")
        return measure(Workspace(Place(folder)))

    return measured


def statuses(report):
    return {sentence.text: sentence.status for sentence in report.sentences}


def test_sentences_with_their_places(report):
    found = report()
    assert [(str(item.location), item.speaker, item.section) for item in found.uncited] == [
        ("src_text/port.txt:1:1", "Lume Courier", None),
        ("src_text/port.txt:5:1", "Lume Courier", "THE PORT AND ITS PEOPLE"),
        ("src_text/port.txt:7:1", "Tomas Reyl", "THE PORT AND ITS PEOPLE"),
        ("src_text/port.txt:9:53", "Ines Varga", "THE PORT AND ITS PEOPLE"),
        ("src_text/port.txt:9:118", "Ines Varga", "THE PORT AND ITS PEOPLE"),
        ("src_text/port.txt:13:81", "Ines Varga", "THE PORT AND ITS PEOPLE"),
        ("src_text/port.txt:15:1", "Lume Courier", None),
    ]
    assert found.count == Count(11, 4, 0)
    assert found.count.share == pytest.approx(4 / 11)


def test_groups(report):
    found = report("We trust them.")
    [source] = found.by_source()
    assert (source.source, source.name, source.sentences) == ("port", "port", Count(11, 4, 1))
    assert [(group.name, group.sentences) for group in found.by_section()] == [
        (None, Count(3, 1, 0)),
        ("THE PORT AND ITS PEOPLE", Count(8, 3, 1)),
    ]
    assert [(group.name, group.sentences) for group in found.by_speaker()] == [
        ("Lume Courier", Count(4, 1, 0)),
        ("Tomas Reyl", Count(2, 1, 0)),
        ("Ines Varga", Count(5, 2, 1)),
    ]
    assert found.characters == sum((group.characters for group in found.by_speaker()), Count())


def test_characters_are_letters_and_digits(report):
    found = {item.text: item.characters for item in report("We trust").sentences}
    assert found["- In May 2024 the port signed an agreement with the railway."] == Count(47, 47, 0)
    assert found["We trust them."] == Count(11, 0, 7)


@pytest.mark.parametrize(
    ("quote", "excepted", "status"),
    [
        ("Over three hundred people work in the port today.", (), Status.CITED),
        ("three hundred people work", (), Status.CITED),
        ("three hundred", (), Status.UNCITED),
        # What is excepted does not count against the quote, but it makes no citation.
        ("three hundred", ("people work in the port today",), Status.CITED),
        ("Over", ("in the port today",), Status.UNCITED),
        ("We did not close the northern quay.", ("people work in the port today",), Status.EXCEPTED),
        ("We did not close the northern quay.", ("in the",), Status.UNCITED),
        # A quote over several sentences cites each that it covers by half.
        ("hundred people work in the port today. According to", (), Status.CITED),
    ],
)
def test_half_of_a_sentence_decides(report, port, quote, excepted, status):
    claims = port.claims.replace("Over three hundred people work in the port today.", quote)
    found = report(*excepted, claims=claims)
    [sentence] = [item for item in found.sentences if item.text.startswith("- Over")]
    assert sentence.status is status


def test_evidence_that_refutes_cites_as_well(report):
    found = statuses(report())
    quote = "- Our colleagues at the railway deny having signed any agreement with the port."
    assert found[quote] is Status.CITED


@pytest.mark.parametrize("change", [("work in", "worked in"), ('"Ines Varga"', '"Tomas Reyl"')])
def test_a_quote_that_does_not_hold_cites_nothing(report, port, change):
    head, _, tail = port.claims.partition("quote")
    found = report(claims=head + "quote" + tail.replace(*change, 1))
    assert found.count.cited == 3


def test_an_exception_holds_wherever_its_words_stand(report, port):
    found = report("We trust them.", text=port.text.replace("Tomas Reyl", "We trust them."))
    assert found.count.excepted == 2
    [declared] = found.exceptions
    assert declared.location.line == 13
    assert declared.exception.reason == "r"


def test_an_exception_that_is_not_in_the_text_counts_for_nothing(report):
    found = report("We trust him.")
    assert found.exceptions == ()
    assert found.count.excepted == 0


def test_nothing_to_count(report, port):
    found = report(text="", claims=None)
    assert found.sentences == ()
    assert found.count.share == 1.0


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_a_share_is_a_part_of_what_is_not_excepted(cited, excepted, rest):
    count = Count(cited + excepted + rest, cited, excepted)
    assert 0 <= count.share <= 1
    assert (count.share == 1) == (rest == 0)


def test_the_command_prints_tables_and_places(run):
    result = run("coverage")
    assert result.exit_code == 0
    assert "src_text/port.txt:13:81: uncited [Ines Varga]\n  We trust them." in result.output
    assert result.output.endswith("4 of 11 sentences cited (36.3%), 49.5% of their characters\n")


def test_the_command_names_exceptions_when_verbose(run, port_folder):
    path = port_folder / "claims" / "exceptions.toml"
    path.write_text(EXCEPTION.format("We trust them."), encoding="utf-8")
    assert "excepted: r" not in run("coverage").output
    result = run("coverage", "-v")
    assert "src_text/port.txt:13:81: excepted: r\n  We trust them." in result.output
    assert "; 1 more excepted" in result.output


@pytest.mark.parametrize(("least", "code"), [("36", 0), ("36.4", 1), ("100", 1), ("0", 0)])
def test_fail_under(run, least, code):
    assert run("coverage", "--fail-under", least).exit_code == code


@pytest.mark.parametrize("least", ["-1", "101", "nan", "x"])
def test_fail_under_takes_a_percentage(run, least):
    result = run("coverage", "--fail-under", least)
    assert result.exit_code == 2


def test_json_keeps_to_its_schema(run, port_folder):
    path = port_folder / "claims" / "exceptions.toml"
    path.write_text(EXCEPTION.format("We trust them."), encoding="utf-8")
    data = json.loads(run("coverage", "--output-format", "json").stdout)
    jsonschema.Draft202012Validator(load_schema("coverage")).validate(data)
    assert data["sentences"] == {"total": 11, "cited": 4, "excepted": 1, "share": 0.4}
    assert data["sections"][0]["section"] is None
    assert data["uncited"][0]["line"] == 1
    assert data["exceptions"] == [
        {
            "source": "port",
            "path": "src_text/port.txt",
            "line": 13,
            "column": 81,
            "quote": "We trust them.",
            "reason": "r",
        }
    ]


def test_nothing_to_count_is_not_green(run, port):
    port.write(text="", claims="")
    assert run("coverage").exit_code == 2
    assert run("coverage", "--allow-empty").exit_code == 0


def test_a_broken_workspace_is_not_measured(run, port):
    port.write(claims="[[claim]]\n")
    result = run("coverage")
    assert result.exit_code == 2
    assert "FC104" in result.output
