"""What became of a quote in a source that has changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.anchor.haystack import Haystack, haystack_of
from factcheck.anchor.places import fits_context
from factcheck.anchor.resolving import Problem, Resolution, resolve
from factcheck.model import Document, Span, TextQuoteSelector

_TELLING = 15
"""A quote of fewer characters that stands in other surroundings than before may be another one."""


class Fate(StrEnum):
    """What became of a quote."""

    UNCHANGED = "unchanged"
    """It stands verbatim, where it stood (or anywhere, if its old place is not known)."""
    MOVED = "moved"
    """It stands verbatim, elsewhere."""
    EDITED = "edited"
    """Its place is known, and other words are there: `resolution.changes` says which. Where nothing but
    folding differs the anchor's grade is `normalized`, and `folds` says what."""
    DELETED = "deleted"
    AMBIGUOUS = "ambiguous"
    """It may be any of several places, or the one place has other surroundings and proves little."""


@dataclass(frozen=True, slots=True)
class Drift:
    """What became of a quote, and where it is now."""

    fate: Fate
    resolution: Resolution

    @property
    def span(self) -> Span | None:
        """Its place now; None where it was deleted or is ambiguous."""
        if self.fate in (Fate.DELETED, Fate.AMBIGUOUS):
            return None
        if self.resolution.anchor:
            return self.resolution.anchor.span
        return self.resolution.candidates[0]


def drift(
    quote: str | TextQuoteSelector, new_text: str | Document | Haystack, position: int | None = None
) -> Drift:
    """Hold a quote of an old text against the new one. position: where the quote began in the old text.

    The quote is never taken to be somewhere else in silence: another place is `moved`, other words are
    `edited`, and where surroundings (the selector's context) speak against a short quote's only place,
    it is `ambiguous`. Raises `ValueError` for an empty quote.
    """
    selector = TextQuoteSelector(quote) if isinstance(quote, str) else quote
    haystack = haystack_of(new_text)
    resolution = resolve(haystack, selector, position)
    return Drift(_fate(haystack.text, selector, resolution, position), resolution)


def _fate(text: str, selector: TextQuoteSelector, resolution: Resolution, position: int | None) -> Fate:
    anchor = resolution.anchor
    if anchor is None:
        return _without_anchor(text, selector, resolution)
    if not resolution.context_fits and anchor.span.start != position and len(selector.exact) < _TELLING:
        return Fate.AMBIGUOUS
    if anchor.grade != "exact":
        return Fate.EDITED
    return Fate.UNCHANGED if position in (None, anchor.span.start) else Fate.MOVED


def _without_anchor(text: str, selector: TextQuoteSelector, resolution: Resolution) -> Fate:
    if resolution.problem is Problem.AMBIGUOUS or len(resolution.candidates) > 1:
        return Fate.AMBIGUOUS
    if not resolution.candidates:
        return Fate.DELETED
    if resolution.problem is Problem.CUT:
        return Fate.EDITED
    # Near, but too short to be sure: only its surroundings can say that it is the same place.
    known = bool(selector.prefix or selector.suffix)
    return Fate.EDITED if known and fits_context(text, resolution.candidates[0], selector) else Fate.DELETED
