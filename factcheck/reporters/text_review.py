"""A publisher's verdict for people: whose it is, where it stands, and that nobody here has checked it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Review, Stance
from factcheck.reporters.layout import PLAIN, Style, printable, wrap

UNCHECKED = "not checked against a source: its text is not at hand"


def told(review: Review) -> str:
    """Who rated it what, and when."""
    when = f", {review.issued}" if review.issued else ""
    return f"{review.publisher} rated it “{review.rating}”{when}"


def review_lines(review: Review, style: Style, indent: str, *, checked: bool = False) -> Iterator[str]:
    """The verdict and its address, below one another; `checked` where there is evidence besides."""
    side = "for the claim" if review.stance is Stance.SUPPORTS else "against the claim"
    lines = [f"{told(review)} ({side})", review.url]
    made = ", ".join(filter(None, (review.claimant, review.claimed_on)))
    lines += [f"claimed by: {made}"] if review.claimant else [f"claimed: {made}"] if made else []
    lines += [] if checked else [UNCHECKED]
    for line in lines:
        yield wrap([(printable(" ".join(line.split())), PLAIN)], style, indent, indent + "  ")
