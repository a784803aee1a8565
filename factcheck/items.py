"""An object of a claims file to the claim that it describes: light, for where claims are read by key."""

from __future__ import annotations

from typing import Any

from factcheck.model import Claim, Evidence, Location, Review, Stance, TextQuoteSelector


def claim_at(item: dict[str, Any], location: Location, quotes: list[Location]) -> Claim:
    """The claim that a table or a line describes, which keeps to the schema; `quotes` is where each quote stands."""
    return Claim(
        id=item["id"],
        statement=item["statement"],
        also=tuple(item.get("also", ())),
        tags=tuple(item.get("tags", ())),
        note=item.get("note"),
        evidence=tuple(map(_evidence, item.get("evidence", ()), quotes)),
        location=location,
        checked_by=item.get("checked_by"),
        checked_on=item.get("checked_on"),
        review=_review(item["review"]) if "review" in item else None,
    )


def _evidence(item: dict[str, Any], location: Location) -> Evidence:
    selector = TextQuoteSelector(item["quote"], item.get("prefix", ""), item.get("suffix", ""))
    stance = item.get("stance")
    return Evidence(
        item["source"], selector, Stance(stance) if stance else Stance.SUPPORTS, item.get("speaker"), location
    )


def _review(item: dict[str, Any]) -> Review:
    return Review(
        Stance(item["stance"]),
        item["rating"],
        item["publisher"],
        item["url"],
        item.get("issued"),
        item.get("claimant"),
        item.get("claimed_on"),
    )
