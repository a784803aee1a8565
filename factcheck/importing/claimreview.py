"""schema.org ClaimReview, in JSON-LD as pages and archives publish it, to claims.

https://schema.org/ClaimReview; what is required of it, and what is usual, as Google's guide for publishers says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.importing.ratings import NEITHER, Ratings
from factcheck.importing.texts import address, claim_id, date, host, no_date, tidy, tidy_name
from factcheck.importing.values import Rejected
from factcheck.inquiry import MAX_STATEMENT

_DEEPEST = 8
_MOST = 1000
"""Reviews of one item: more are no page's."""
_WRAPPERS = (
    "item",
    "dataFeedElement",
    "@graph",
    "itemListElement",
    "mainEntity",
    "review",
    "hasPart",
    "@reverse",
)
Claim = dict[str, Any]
"""A claim as its file holds it."""


Made = tuple[str, str, str, str]
"""A claim's id, its statement, its line in a claims file (written at once, since there are many), and what was
given for a date of it and is none; "" where nothing is."""


def reviews(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every ClaimReview in a value, however it is wrapped, at most eight levels deep."""
    if isinstance(value, dict):
        kind = value.get("@type")
        if kind == "ClaimReview" or (kind is not None and _is_review(kind)):
            yield value
        elif depth < _DEEPEST:
            for key in _WRAPPERS:
                if key in value:
                    yield from reviews(value[key], depth + 1)
    elif isinstance(value, list) and depth < _DEEPEST:
        for part in value:
            yield from reviews(part, depth + 1)


def only_review(value: object) -> dict[str, Any] | None:
    """The review of an item as feeds have them: itself, or wrapped once. None for all else: `reviews` finds out."""
    if type(value) is dict and value.get("@type") == "DataFeedItem":
        value = value.get("item")
        if type(value) is list and len(value) == 1:
            value = value[0]
    return value if type(value) is dict and value.get("@type") == "ClaimReview" else None


def _is_review(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and one.rpartition("/")[2] == "ClaimReview" for one in kinds)


def claim_of(review: dict[str, Any], ratings: Ratings) -> Made | Rejected:
    """The claim that a review makes, or why it makes none.

    Raises `UnicodeEncodeError` for half of a surrogate pair, which is what bytes that are not UTF-8 read as.
    """
    get = review.get
    found = get("reviewRating")
    words = found.get("alternateName") if type(found) is dict else None
    rated = ratings.rated(words) if type(words) is str and words else _rating(found, ratings)
    if isinstance(rated, Rejected):
        return rated
    about = get("itemReviewed")
    if type(about) is not dict:
        about = _one(about)
    statement = get("claimReviewed")
    statement = tidy(statement) if type(statement) is str else text_of(statement)
    statement = statement or text_of(about.get("name"))
    if not statement:
        return Rejected("no-claim", "`claimReviewed` is missing or empty")
    if len(statement) > MAX_STATEMENT:
        return Rejected("too-long", f"the claim has {len(statement):,} characters")
    url = address(get("url")) or address(get("@id")) or address(get("mainEntityOfPage"))
    if url is None:
        return Rejected("no-address", "`url` is missing or no web address")
    rating, stance = rated
    published = get("datePublished")
    issued = date(published) if published else None
    claimed = about.get("datePublished")
    claimed_on = date(claimed) if claimed else None
    undated = no_date("datePublished", published) if published and not issued else ""
    if claimed and not claimed_on:
        undated = undated or no_date("itemReviewed.datePublished", claimed)
    claimant = text_of(about.get("author"))
    others = f',"issued":"{issued}"' if issued else ""
    if claimant:
        others += f',"claimant":{quoted(claimant)}'
    if claimed_on:
        others += f',"claimed_on":"{claimed_on}"'
    identifier = claim_id(statement, url)
    return (
        identifier,
        statement,
        f'{{"id":"{identifier}","statement":{quoted(statement)},"review":{{"stance":"{stance}","rating":{quoted(rating)},'
        f'"publisher":{quoted(_publisher(review) or host(url))},"url":{quoted(url)}{others}}}}}\n',
        undated,
    )


def _one(value: object) -> dict[str, Any]:
    """The first object of what may be one or several."""
    if isinstance(value, dict):
        return value
    if isinstance(value, list):
        return next((part for part in value[:_MOST] if isinstance(part, dict)), {})
    return {}


def text_of(value: object) -> str:
    """A text that may be given as such, with a language, as the name of a thing, or as one of several."""
    if type(value) is str:
        return tidy_name(value)
    if type(value) is dict:
        name = value.get("name")
        if type(name) is str and "@value" not in value:
            return tidy_name(name)
        named = value.get("@value", value.get("name"))
        return text_of(named[0] if isinstance(named, list) and named else named) if named != value else ""
    if isinstance(value, list):
        for part in value[:_MOST]:
            if isinstance(part, (str, dict)) and (found := text_of(part)):
                return found
    return ""


def _publisher(review: dict[str, Any]) -> str:
    """Who publishes the review: an author that is an organisation, the publisher, else the author."""
    author = review.get("author")
    if type(author) is dict and author.get("@type") != "Person":
        name = author.get("name")
        return tidy_name(name) if type(name) is str else text_of(author)
    return text_of(review.get("publisher")) or text_of(author)


def _rating(rating: object, ratings: Ratings) -> tuple[str, str] | Rejected:
    """The publisher's words and what they do. A scale of numbers counts only where there are no words."""
    if type(rating) is not dict:
        rating = _one(rating)
    words = text_of(rating.get("alternateName")) or text_of(rating.get("name"))
    if words:
        return ratings.rated(words)
    try:
        value, worst, best = (float(rating[key]) for key in ("ratingValue", "worstRating", "bestRating"))
    except (KeyError, TypeError, ValueError, OverflowError):
        return Rejected("no-rating", "`reviewRating` has neither words nor a value on a scale")
    stance = ratings.of_number(value, worst, best)
    shown = f"{value:g} on a scale from {worst:g} to {best:g}"
    if stance is None:
        return Rejected("no-rating", shown)
    return Rejected("neither-side", shown) if stance == NEITHER else (shown, stance)


def made(claim: Claim) -> Made:
    """A claim that keeps to the schema with its line."""
    return claim["id"], claim["statement"], _encode(claim) + "\n", ""


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
quoted = json.encoder.encode_basestring
"""A text as JSON has it, between quotation marks."""
