"""Where a quote that does not stand as it should belongs, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.anchor import Drift, Fate, Problem, Resolution, drift, resolve
from factcheck.drifted import has_changed
from factcheck.model import Document, Evidence, Span, TextQuoteSelector

if TYPE_CHECKING:
    from factcheck.anchor.changes import Change

_MOST_PLACES = 50
"""Of so many equal places not all may be known, so that nobody can be told apart by them."""


class Safety(StrEnum):
    """How sure it is that a mend is what the curator meant."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    """It needs a judgement: the words themselves differ."""
    NEVER = "never"
    """Only a person can mend it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote belongs, how sure that is, and why it needs mending."""

    span: Span | None
    safety: Safety
    what: str
    code: str = "FC201"
    changes: tuple[Change, ...] = ()
    help: str = ""


def context_place(document: Document, selector: TextQuoteSelector, found: Resolution) -> Place | None:
    """What is wrong with the context of a quote that stands; None if nothing is."""
    span = found.anchor.span if found.anchor else Span(0, 0)
    text = document.text
    if text.endswith(selector.prefix, 0, span.start) and text.startswith(selector.suffix, span.end):
        return None
    if found.context_fits:
        return Place(span, Safety.SAFE, "its prefix or suffix is not to the letter")
    if drift(selector, document).fate is Fate.AMBIGUOUS:
        told = "stands in one place, which has other surroundings than its prefix and suffix"
        return Place(None, Safety.NEVER, told, help="see whether it is the place that is meant")
    return Place(span, Safety.UNSAFE, "does not stand between its prefix and suffix")


def place_of_speaker(document: Document, places: tuple[Span, ...], speaker: str | None) -> Span | None:
    """The one of several places where `speaker` speaks, if it is one."""
    if speaker is None or len(places) >= _MOST_PLACES:
        return None
    own = [place for place in places if document.turn_at(place.start).speaker == speaker]
    return own[0] if len(own) == 1 else None


def drifted_place(evidence: Evidence | None, document: Document, found: Drift) -> Place:
    """What to do about a quote that does not stand to the letter."""
    resolution, anchor = found.resolution, found.resolution.anchor
    fate = f"{found.fate}: " if has_changed(document) else ""
    if found.fate is Fate.DELETED:
        told = f"{fate}nothing in the source is like it"
        return Place(None, Safety.NEVER, told, help="quote the source to the letter, or take it out")
    if found.fate is Fate.AMBIGUOUS or found.span is None:
        spoken = place_of_speaker(document, resolution.candidates, evidence.speaker) if evidence else None
        if spoken is not None and evidence is not None:
            near = resolve(spoken.of(document.text), TextQuoteSelector(evidence.selector.exact))
            if near.anchor is not None and near.anchor.grade == "normalized":
                told = f"{fate}differs in {', '.join(near.anchor.folds)}"
                return Place(spoken, Safety.SAFE, told)
        told = f"{fate}may be any of several passages"
        return Place(None, Safety.NEVER, told, help="quote the one that is meant to the letter")
    if anchor is not None and anchor.grade == "normalized":
        safety = Safety.SAFE if resolution.context_fits or not _has_context(evidence) else Safety.UNSAFE
        return Place(found.span, safety, f"{fate}differs in {', '.join(anchor.folds)}")
    cut = resolution.problem is Problem.CUT
    told = fate + ("cuts a word or a figure" if cut else "has other words than its source")
    return Place(found.span, Safety.UNSAFE, told, changes=resolution.changes)


def _has_context(evidence: Evidence | None) -> bool:
    return evidence is not None and bool(evidence.selector.prefix or evidence.selector.suffix)
