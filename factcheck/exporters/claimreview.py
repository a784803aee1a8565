"""Claims as a feed of schema.org `ClaimReview`s (JSON-LD), as archives of fact checks read and publish them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.citing import Cited
from factcheck.exporters import CitedClaim, Export, address
from factcheck.fragments import safe_url
from factcheck.model import Claim, Label, Review, Source, Stance

CONTEXT = "https://schema.org"
_RATINGS = {
    Label.SUPPORTED: ("Supported", 5),
    Label.CONFLICTING: ("Conflicting", 3),
    Label.REFUTED: ("Refuted", 1),
}
BEST, WORST = 5, 1

Payload = dict[str, Any]
"""What `json` takes."""


def render(export: Export) -> str:
    """A `DataFeed`: a review for the quotes of each claim, and the publisher's own where a claim has one."""
    reviews = [review for item in export.claims for review in _reviews(export, item)]
    feed = {"@context": CONTEXT, "@type": "DataFeed", "dataFeedElement": reviews}
    return json.dumps(feed, ensure_ascii=False, indent=2) + "\n"


def _reviews(export: Export, item: CitedClaim) -> Iterator[Payload]:
    claim, cited = item
    if cited:
        yield _present(
            {
                "@type": "ClaimReview",
                "url": address(export, claim.id, *(one.source.sha256 for one in cited)),
                "claimReviewed": claim.statement,
                "author": {"@type": "Person", "name": claim.checked_by} if claim.checked_by else None,
                "datePublished": claim.checked_on,
                "reviewRating": _rating(cited),
                "itemReviewed": _claim(cited),
                "citation": [_quotation(one) for one in cited],
                "keywords": list(claim.tags),
            }
        )
    if claim.review is not None:
        yield _of_publisher(claim, claim.review)


def _rating(cited: tuple[Cited, ...]) -> Payload:
    stances = {one.passage.stance for one in cited}
    one_sided = Label.SUPPORTED if Stance.SUPPORTS in stances else Label.REFUTED
    name, value = _RATINGS[Label.CONFLICTING if len(stances) > 1 else one_sided]
    said = (f"{one.passage.stance.value}: “{one.passage.quote}” — {one.passage.citation}" for one in cited)
    return {
        "@type": "Rating",
        "alternateName": name,
        "ratingValue": value,
        "bestRating": BEST,
        "worstRating": WORST,
        "ratingExplanation": "\n".join(said),
    }


def _claim(cited: tuple[Cited, ...]) -> Payload:
    """The claim as it was made: by whom and where, as far as quotes that support it show."""
    made = [one for one in cited if one.passage.stance is Stance.SUPPORTS]
    speakers = dict.fromkeys(
        (one.passage.speaker, one.source.publisher) for one in made if one.passage.speaker
    )
    sources = dict.fromkeys(one.source for one in made)
    return _present(
        {
            "@type": "Claim",
            "author": [_speaker(name, publisher) for name, publisher in speakers],
            "datePublished": min((source.issued for source in sources), default=None),
            "appearance": [_work(source) for source in sources],
        }
    )


def _speaker(name: str | None, publisher: str) -> Payload:
    return {"@type": "Organization" if name == publisher else "Person", "name": name}


def _work(source: Source) -> Payload:
    return _present(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "url": safe_url(source.url) if source.url else None,
            "datePublished": source.issued,
            "inLanguage": source.language,
            "publisher": {"@type": "Organization", "name": source.publisher},
        }
    )


def _quotation(cited: Cited) -> Payload:
    passage = cited.passage
    speaker = _speaker(passage.speaker, cited.source.publisher) if passage.speaker else None
    return _present(
        {
            "@type": "Quotation",
            "text": passage.quote,
            "spokenByCharacter": speaker,
            "url": cited.link,
            "isPartOf": _work(cited.source),
        }
    )


def _of_publisher(claim: Claim, review: Review) -> Payload:
    """A publisher's verdict as it was handed down: its rating in its own words, and no figure for it."""
    claimant = {"@type": "Person", "name": review.claimant} if review.claimant else None
    made = {"@type": "Claim", "author": claimant, "datePublished": review.claimed_on}
    return _present(
        {
            "@type": "ClaimReview",
            "url": safe_url(review.url),
            "claimReviewed": claim.statement,
            "author": {"@type": "Organization", "name": review.publisher},
            "datePublished": review.issued,
            "reviewRating": {"@type": "Rating", "alternateName": review.rating},
            "itemReviewed": _present(made),
        }
    )


def _present(item: Payload) -> Payload:
    """An object without the properties that have nothing in them."""
    return {key: value for key, value in item.items() if value not in (None, [], "")}
