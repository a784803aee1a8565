"""Web annotations, as JSON-LD reads them."""

import json
from datetime import datetime

import pytest
from pyld import jsonld

from factcheck.exporters import EXPORTERS

OA = "http://www.w3.org/ns/oa#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DATE = {"@type": f"{XSD}dateTime"}
COUNT = {"@type": f"{XSD}nonNegativeInteger"}
# The terms in use, with the meanings that the vocabulary gives them (https://www.w3.org/TR/annotation-vocab/).
CONTEXT = {
    "id": "@id",
    "type": "@type",
    **{
        name: f"{OA}{name}"
        for name in (
            *("Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "TimeState"),
            *("TextualBody", "exact", "prefix", "suffix"),
        )
    },
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "name": "http://xmlns.com/foaf/0.1/name",
    "creator": {"@id": "http://purl.org/dc/terms/creator", "@type": "@id"},
    "format": "http://purl.org/dc/elements/1.1/format",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "body": {"@id": f"{OA}hasBody", "@type": "@id"},
    "target": {"@id": f"{OA}hasTarget", "@type": "@id"},
    "source": {"@id": f"{OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
    "state": {"@id": f"{OA}hasState", "@type": "@id"},
    "cached": {"@id": f"{OA}cachedSource", "@type": "@id"},
    "start": {"@id": f"{OA}start", **COUNT},
    "end": {"@id": f"{OA}end", **COUNT},
    "sourceDate": {"@id": f"{OA}sourceDate", **DATE},
    "sourceDateStart": {"@id": f"{OA}sourceDateStart", **DATE},
    "sourceDateEnd": {"@id": f"{OA}sourceDateEnd", **DATE},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    **{name: f"{OA}{name}" for name in ("assessing", "describing", "tagging", "commenting")},
}


def load(url, _options):
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": CONTEXT},
    }


def keys(value):
    """Every key of the objects in a value."""
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


@pytest.fixture
def annotations(export):
    return json.loads(EXPORTERS["web-annotation"](export()))


def test_each_annotation_is_understood_whole(annotations):
    assert keys(annotations) - {"@context"} <= set(CONTEXT)
    options = {"documentLoader": load, "base": "https://lume.example/workspace/"}
    for annotation in annotations:
        [expanded] = jsonld.expand(annotation, options)
        assert expanded["@type"] == [f"{OA}Annotation"]
        assert jsonld.compact(expanded, CONTEXT, options)["motivation"] == "assessing"
        [target] = expanded[f"{OA}hasTarget"]
        assert target[f"{OA}hasSource"] == [{"@id": "https://lume.example/port"}]
        [state] = target[f"{OA}hasState"]
        assert state[f"{OA}cachedSource"] == [{"@id": "https://lume.example/workspace/src_text/port.txt"}]
        kinds = [selector["@type"] for selector in target[f"{OA}hasSelector"]]
        assert kinds == [[f"{OA}TextQuoteSelector"], [f"{OA}TextPositionSelector"]]
        assert len(jsonld.to_rdf(annotation, options)["@default"]) > 20


def test_selectors_find_the_quote(annotations, port):
    assert len(annotations) == 4
    for annotation in annotations:
        quote, position = annotation["target"]["selector"]
        start, end = position["start"], position["end"]
        assert port.text[start:end] == quote["exact"]
        assert port.text[:start].endswith(quote["prefix"])
        assert port.text[end:].startswith(quote["suffix"])
        assert port.text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


def test_the_claim_is_the_body(annotations):
    bodies = [(body["purpose"], body["value"]) for body in annotations[0]["body"]]
    assert bodies == [
        ("describing", "Over three hundred people work in the port of Porto Lume."),
        ("assessing", "supports"),
        ("commenting", "As of June 2024."),
        ("tagging", "staff"),
        ("tagging", "port"),
    ]
    assert annotations[0]["creator"] == {"type": "Person", "name": "N. N."}
    assert [annotation["body"][1]["value"] for annotation in annotations] == ["supports"] * 3 + ["refutes"]


def test_names_are_stable_and_apart(export):
    first, second = (json.loads(EXPORTERS["web-annotation"](export())) for _ in range(2))
    names = [annotation["id"] for annotation in first]
    assert names == [annotation["id"] for annotation in second]
    assert len(set(names)) == 4
    addressed = json.loads(EXPORTERS["web-annotation"](export(base_url="https://lume.example/facts")))
    assert [annotation["id"] for annotation in addressed][2:] == [
        "https://lume.example/facts#railway-agreement",
        "https://lume.example/facts#railway-agreement.2",
    ]


@pytest.mark.parametrize(
    ("issued", "state"),
    [
        ("2024-06-15", {"sourceDate": "2024-06-15T00:00:00Z"}),
        ("2024-02", {"sourceDateStart": "2024-02-01T00:00:00Z", "sourceDateEnd": "2024-02-29T23:59:59Z"}),
        ("0987", {"sourceDateStart": "0987-01-01T00:00:00Z", "sourceDateEnd": "0987-12-31T23:59:59Z"}),
    ],
)
def test_dates_are_no_more_exact_than_they_are_known(export, issued, state):
    made = export()
    _, cited = made.claims[0]
    one = cited[0]._replace(
        source=cited[0].source._replace(issued=issued, url=None, path="src_text/a b?.txt")
    )
    text = EXPORTERS["web-annotation"](made._replace(claims=(made.claims[0]._replace(cited=(one,)),)))
    [annotation] = json.loads(text)
    assert annotation["target"]["state"] == {"type": "TimeState", **state}
    assert annotation["target"]["source"] == "src_text/a%20b%3F.txt"
    for moment in state.values():
        datetime.fromisoformat(moment)
