"""ClaimReview as pages and archives have it, to claims."""

import json

import pytest

from factcheck.importing.claimreview import claim_of, only_review, reviews
from factcheck.importing.ratings import Ratings
from factcheck.importing.values import Rejected
from factcheck.schema import load_schema, problems

REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": "The port of Lume closed in 2023.",
    "url": "https://www.check.example/lume",
    "datePublished": "2023-05-02T10:11:12Z",
    "author": {"@type": "Organization", "name": "Lume Check"},
    "reviewRating": {"@type": "Rating", "alternateName": "False", "ratingValue": 1},
    "itemReviewed": {"@type": "Claim", "author": {"name": "A  post"}, "datePublished": "2023-05"},
}


def made(**changes):
    review = {key: value for key, value in {**REVIEW, **changes}.items() if value is not None}
    found = claim_of(review, Ratings())
    if isinstance(found, Rejected):
        return found
    identifier, statement, line, _ = found
    claim = json.loads(line)
    assert (claim["id"], claim["statement"]) == (identifier, statement)
    assert not list(problems({"claim": [claim]}, load_schema("claims")))
    return claim


def test_a_whole_review():
    claim = made()
    assert claim["id"].startswith("the-port-of-lume-closed-in-2023-")
    assert claim["statement"] == "The port of Lume closed in 2023."
    assert claim["review"] == {
        "stance": "refutes",
        "rating": "False",
        "publisher": "Lume Check",
        "url": "https://www.check.example/lume",
        "issued": "2023-05-02",
        "claimant": "A post",
        "claimed_on": "2023-05",
    }


@pytest.mark.parametrize(
    ("changes", "key", "expected"),
    [
        ({"author": {"name": ["A Check", "B"]}}, "publisher", "A Check"),
        ({"author": [{"@type": "Organization", "name": "A Check"}]}, "publisher", "A Check"),
        ({"author": "A Check"}, "publisher", "A Check"),
        ({"author": None}, "publisher", "check.example"),
        ({"author": {"url": "https://x.example"}}, "publisher", "check.example"),
        ({"author": {"@type": "Person", "name": "N."}, "publisher": {"name": "A"}}, "publisher", "A"),
        ({"author": {"@type": "Person", "name": "N."}}, "publisher", "N."),
        ({"datePublished": "2 May 2023"}, "issued", None),
        ({"datePublished": "2023-13-01"}, "issued", None),
        ({"datePublished": "2023-05-02 10:11"}, "issued", "2023-05-02"),
        ({"datePublished": 2023}, "issued", None),
        ({"itemReviewed": [{"author": [{"name": "X"}, {"name": "Y"}]}]}, "claimant", "X"),
        ({"itemReviewed": "a text"}, "claimant", None),
        ({"url": None, "@id": "https://check.example/id"}, "url", "https://check.example/id"),
        ({"reviewRating": {"name": "Fake"}}, "rating", "Fake"),
        ({"reviewRating": [{"alternateName": {"@value": "Fake"}}]}, "rating", "Fake"),
        (
            {"reviewRating": {"ratingValue": "1", "worstRating": 1, "bestRating": "5"}},
            "rating",
            "1 on a scale from 1 to 5",
        ),
    ],
)
def test_the_shapes_that_publishers_use(changes, key, expected):
    assert made(**changes)["review"].get(key) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("  A\n claim\u00a0here ", "A claim here"),
        ("A &quot;claim&quot; &amp; more", 'A "claim" & more'),
        ("<p>A <b>claim</b></p>", "A claim"),
        ("2 < 3 and 5 > 4", "2 < 3 and 5 > 4"),
        ("A\u200b cl\u00adaim\x07", "A claim"),
        ({"@value": "A claim", "@language": "en"}, "A claim"),
        (["", "A claim"], "A claim"),
    ],
)
def test_statements_are_tidy(written, expected):
    assert made(claimReviewed=written)["statement"] == expected


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"claimReviewed": None}, "no-claim"),
        ({"claimReviewed": " <br> "}, "no-claim"),
        ({"claimReviewed": {"name": {"name": {}}}}, "no-claim"),
        ({"claimReviewed": "x" * 5001}, "too-long"),
        ({"url": None}, "no-address"),
        ({"url": "javascript:alert(1)"}, "no-address"),
        ({"url": "https://a b"}, "no-address"),
        ({"url": ["https://a.example"]}, "no-address"),
        ({"reviewRating": None}, "no-rating"),
        ({"reviewRating": {"ratingValue": 3}}, "no-rating"),
        ({"reviewRating": {"ratingValue": 3, "worstRating": 1, "bestRating": 5}}, "neither-side"),
        ({"reviewRating": {"ratingValue": "x", "worstRating": 1, "bestRating": 5}}, "no-rating"),
        ({"reviewRating": {"ratingValue": 10**400, "worstRating": 1, "bestRating": 5}}, "no-rating"),
        ({"reviewRating": {"alternateName": "Half true"}}, "neither-side"),
        ({"reviewRating": {"alternateName": "Who knows"}}, "unknown-rating"),
    ],
)
def test_what_does_not_fit(changes, reason):
    assert made(**changes).reason == reason


def test_the_id_rests_on_the_statement_and_the_address():
    assert made() == made()
    assert made()["id"] == made(reviewRating={"alternateName": "Fake"})["id"]
    assert made()["id"] != made(url="https://www.check.example/other")["id"]
    assert made()["id"] != made(claimReviewed="The port of Lume closed in 2024.")["id"]


@pytest.mark.parametrize(
    ("statement", "begins"),
    [
        ("Ćevapi's price — doubled!", "cevapis-price-doubled-"),
        ("Порт закрито", "claim-"),
        ("x" * 300, "x" * 60 + "-"),
        ("One two three four five six seven eight", "one-two-three-four-five-six-seven-"),
    ],
)
def test_ids_are_plain_letters(statement, begins):
    found = made(claimReviewed=statement)["id"]
    assert found.startswith(begins)
    assert len(found) <= 71


def test_half_a_surrogate_pair_is_told():
    with pytest.raises(UnicodeEncodeError):
        made(claimReviewed="a \ud800 b")


@pytest.mark.parametrize(
    "value",
    [
        REVIEW,
        {"@type": "DataFeedItem", "item": [REVIEW]},
        {"@type": "DataFeedItem", "item": REVIEW},
        {"@type": "ListItem", "item": REVIEW},
        {"@graph": [{"@type": "WebPage"}, REVIEW]},
        {"@type": "WebPage", "mainEntity": {"@type": "Article", "review": [REVIEW]}},
        [REVIEW],
        {**REVIEW, "@type": ["ClaimReview", "Review"]},
        {**REVIEW, "@type": "https://schema.org/ClaimReview"},
    ],
)
def test_a_review_is_found_however_it_is_wrapped(value):
    [found] = reviews(value)
    assert found["claimReviewed"] == REVIEW["claimReviewed"]
    assert only_review(value) in (None, found)


def test_several_reviews_and_none():
    assert len(list(reviews({"item": [REVIEW, REVIEW]}))) == 2
    assert only_review({"@type": "DataFeedItem", "item": [REVIEW, REVIEW]}) is None
    for value in ({}, [], None, "x", {"@type": "Article"}, {"@type": 3}):
        assert list(reviews(value)) == []
    deep = REVIEW
    for _ in range(20):
        deep = {"item": deep}
    assert list(reviews(deep)) == []
