"""Quotes stand in their sources to the letter, with their context, and in one place (FC201, FC202)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.anchor import Haystack, Problem, Resolution, drift, resolve, verbatim
from factcheck.anchor.places import stands_once
from factcheck.drifted import has_changed
from factcheck.model import Claim, Diagnostic, Document, Evidence, Span, TextQuoteSelector
from factcheck.rules.evidence import SHOWN, evidence_fault, passages, places, quoted, shortened
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.anchor.changes import Change


def check(workspace: Workspace) -> Iterator[Diagnostic]:
    """The quotes that do not stand to the letter, or in several places."""
    haystacks: dict[str, Haystack] = {}
    for claim, evidence, document in quoted(workspace):
        selector = evidence.selector
        if not (selector.prefix or selector.suffix) and stands_once(document.text, selector.exact):
            continue
        place = verbatim(document, selector)
        if place.anchor is None:
            haystack = haystacks.setdefault(evidence.source, Haystack(document.text))
            if place.problem is Problem.ABSENT:
                place = resolve(haystack, selector)
            fault = _not_standing(workspace, claim, evidence, document, place)
            fate = f"{drift(selector, haystack).fate}: " if has_changed(document) else ""
            yield fault._replace(message=fate + fault.message)
        elif not _context_stands(document.text, place.anchor.span, selector):
            where = workspace.location(document, place.anchor.span.start)
            message = f"the quote stands at {where}, but not between this prefix and suffix"
            mend = "copy them from the source, or leave them out"
            related = passages(workspace, document, (place.anchor.span,))
            yield evidence_fault("FC201", message, claim, evidence, mend, related)


def _context_stands(text: str, span: Span, selector: TextQuoteSelector) -> bool:
    before = text.endswith(selector.prefix, 0, span.start)
    return before and text.startswith(selector.suffix, span.end)


def _not_standing(
    workspace: Workspace, claim: Claim, evidence: Evidence, document: Document, found: Resolution
) -> Diagnostic:
    spans = (found.anchor.span,) if found.anchor else found.candidates
    related = passages(workspace, document, spans)
    exact = bool(found.candidates) and found.candidates[0].of(document.text) == evidence.selector.exact
    if found.problem is Problem.AMBIGUOUS and exact:
        message = f"the quote stands more than once: {places(workspace, document, found.candidates)}"
        mend = "add `prefix` or `suffix`, the words right before or after the one that is meant"
        return evidence_fault("FC202", message, claim, evidence, mend, related)
    message, mend = not_verbatim(workspace, document, found)
    focus = found.changes[0].old_span if found.changes and found.changes[0].old else None
    return evidence_fault("FC201", message, claim, evidence, mend, related, focus)


def not_verbatim(workspace: Workspace, document: Document, found: Resolution) -> tuple[str, str]:
    """What keeps a quote from being verbatim, and the mend."""
    spans = (found.anchor.span,) if found.anchor else found.candidates
    if not spans:
        return "the quote is not in its source, nor anything like it", "quote the source to the letter"
    if found.problem is Problem.AMBIGUOUS:
        shown = places(workspace, document, spans)
        return f"the quote is not verbatim; passages like it: {shown}", "copy the one that is meant"
    passage = shortened(spans[0].of(document.text))
    where = workspace.location(document, spans[0].start)
    if found.problem is Problem.CUT:
        return f"the quote cuts a word or a figure at {where}: “{passage}”", "quote whole words and figures"
    mend = f"write as the source does: “{passage}”"
    if found.anchor and found.anchor.grade == "normalized":
        return f"the quote differs from its source at {where} in: {', '.join(found.anchor.folds)}", mend
    changes = "; ".join(_change(change) for change in found.changes[:SHOWN])
    more = "; …" if len(found.changes) > SHOWN else ""
    return f"the quote is not verbatim; nearest passage at {where}: {changes}{more}", mend


def _change(change: Change) -> str:
    if not change.new:
        return f"“{change.old}” is not in the source"
    return f"“{change.old}” for “{change.new}”" if change.old else f"“{change.new}” is left out"
