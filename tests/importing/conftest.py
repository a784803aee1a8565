"""Feeds of the same review with other numbers."""

import json

import pytest


def feed_item(number, rating="False"):
    review = {
        "@type": "ClaimReview",
        "claimReviewed": f"Ship number {number} sank in the port of Lume.",
        "url": f"https://check.example/{number}",
        "author": {"@type": "Organization", "name": "Lume Check"},
        "reviewRating": {"@type": "Rating", "alternateName": rating},
    }
    return {"@type": "DataFeedItem", "item": [review]}


@pytest.fixture
def feed(tmp_path):
    """Writes a feed of so many items, and gives its path."""

    def write(count, *more, name="feed.json", cut=0):
        items = [*map(feed_item, range(count)), *more]
        text = json.dumps({"@type": "DataFeed", "dataFeedElement": items})
        path = tmp_path / name
        path.write_text(text[: len(text) - cut], encoding="utf-8")
        return path

    return write


@pytest.fixture
def item():
    """Makes an item of a feed."""
    return feed_item
