"""ClaimReview: what readers of it require."""

import json

import pytest

from factcheck.exporters import EXPORTERS

TYPES = {
    "ClaimReview": {
        *(
            "url",
            "claimReviewed",
            "author",
            "datePublished",
            "reviewRating",
            "itemReviewed",
            "citation",
            "keywords",
        )
    },
    "Rating": {"alternateName", "ratingValue", "bestRating", "worstRating", "ratingExplanation"},
    "Claim": {"author", "datePublished", "appearance", "firstAppearance"},
    "CreativeWork": {"name", "url", "datePublished", "inLanguage", "publisher"},
    "Quotation": {"text", "spokenByCharacter", "url", "isPartOf"},
    "Person": {"name"},
    "Organization": {"name"},
    "DataFeed": {"@context", "dataFeedElement"},
}
"""The properties that schema.org has for each type, as far as they are used."""


@pytest.fixture
def feed(export):
    return json.loads(EXPORTERS["claimreview"](export(base_url="https://lume.example/facts/")))


def objects(value):
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from objects(item)


def test_every_property_belongs_to_its_type(feed):
    assert (feed["@context"], feed["@type"]) == ("https://schema.org", "DataFeed")
    for found in objects(feed):
        assert set(found) - {"@type"} <= TYPES[found["@type"]]
        assert None not in found.values()


def test_what_is_required_is_there(feed):
    for review in feed["dataFeedElement"]:
        assert review["@type"] == "ClaimReview"
        assert review["claimReviewed"]
        assert review["url"].startswith("https://")
        assert review["reviewRating"]["alternateName"]
        rating = review["reviewRating"]
        if "ratingValue" in rating:
            assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]


def test_ratings(feed):
    found = [(review["url"], review["reviewRating"]["alternateName"]) for review in feed["dataFeedElement"]]
    assert found == [
        ("https://lume.example/facts/port-staff", "Supported"),
        ("https://lume.example/facts/port-reopened", "Supported"),
        ("https://lume.example/facts/railway-agreement", "Conflicting"),
        ("https://facts.example/1?a=b", "Pants on fire"),
    ]


def test_a_claim_that_is_only_refuted(export, port):
    port.claims = port.claims.replace('speaker = "Ines Varga"', 'speaker = "Ines Varga"\nstance = "refutes"')
    review = json.loads(EXPORTERS["claimreview"](export()))["dataFeedElement"][0]
    assert (review["reviewRating"]["alternateName"], review["reviewRating"]["ratingValue"]) == ("Refuted", 1)
    assert review["itemReviewed"] == {"@type": "Claim"}
    assert review["url"].startswith("urn:uuid:")


def test_who_said_it_where(feed):
    review = feed["dataFeedElement"][0]
    assert review["author"] == {"@type": "Person", "name": "N. N."}
    assert review["datePublished"] == "2024-07-01"
    assert review["itemReviewed"]["author"] == [{"@type": "Person", "name": "Ines Varga"}]
    assert review["itemReviewed"]["appearance"][0]["url"] == "https://lume.example/port"
    [quotation] = review["citation"]
    assert quotation["text"] == "Over three hundred people work in the port today."
    assert quotation["url"].startswith("https://lume.example/port#:~:text=Over%20three")
    publisher = feed["dataFeedElement"][1]["itemReviewed"]["author"]
    assert publisher == [{"@type": "Organization", "name": "Lume Courier"}]


def test_a_verdict_of_another_publisher_stays_theirs(feed):
    review = feed["dataFeedElement"][-1]
    assert review["author"] == {"@type": "Organization", "name": "Lume Facts"}
    assert review["datePublished"] == "2024-05-02"
    assert review["itemReviewed"]["author"] == {"@type": "Person", "name": "=cmd()"}
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "Pants on fire"}
