"""The workspace held against its rules: every fault with a code, a place and a mend."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.anchor import Haystack, Problem, Resolution, drift, resolve, verbatim
from factcheck.anchor.folding import plain
from factcheck.anchor.places import stands_once
from factcheck.drifted import drifted_quotes, has_changed, told
from factcheck.files import uncollected
from factcheck.model import (
    Claim,
    CoverageException,
    Diagnostic,
    Document,
    Evidence,
    Passage,
    Severity,
    Span,
    Stance,
    TextQuoteSelector,
)
from factcheck.schema import nearest
from factcheck.workspace import AnchoredEvidence, Workspace

if TYPE_CHECKING:
    from factcheck.anchor.changes import Change

Rule = Callable[[Workspace], Iterator[Diagnostic]]
_SHOWN = 3
"""How many places or differences a message names."""
_LONGEST = 240
"""Characters of a passage that a message shows."""


def validate(workspace: Workspace) -> list[Diagnostic]:
    """All that is wrong in a workspace, in the order of the places: files that do not read, then `RULES`."""
    with uncollected():
        found = [*_with_drifts(workspace), *(fault for rule in RULES for fault in rule(workspace))]
    return sorted(found, key=lambda fault: (fault.location, fault.code, fault.message))


def _with_drifts(workspace: Workspace) -> Iterator[Diagnostic]:
    """The faults of the files; with each source that has changed, what became of its quotes."""
    if not any(map(has_changed, workspace.documents.values())):
        yield from workspace.diagnostics
        return
    drifts = drifted_quotes(workspace)
    became = {workspace.documents[name].source.location: told(quotes) for name, quotes in drifts.items()}
    for fault in workspace.diagnostics:
        if fault.code == "FC203":
            yield replace(fault, message=f"{fault.message}; {became[fault.location]}")
        else:
            yield fault


def quotes_stand(workspace: Workspace) -> Iterator[Diagnostic]:
    """FC201, FC202: a quote stands in its source to the letter (with its context), and in one place."""
    haystacks: dict[str, Haystack] = {}
    for claim, evidence, document in _quoted(workspace):
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
            yield replace(fault, message=fate + fault.message)
        elif not _context_stands(document.text, place.anchor.span, selector):
            where = workspace.location(document, place.anchor.span.start)
            message = f"the quote stands at {where}, but not between this prefix and suffix"
            mend = "copy them from the source, or leave them out"
            related = _passages(workspace, document, (place.anchor.span,))
            yield _fault("FC201", message, claim, evidence, mend, related)


def _quoted(workspace: Workspace) -> Iterator[tuple[Claim, Evidence, Document]]:
    documents = workspace.documents
    for claim in workspace.claims:
        for evidence in claim.evidence:
            document = documents.get(evidence.source)
            if document is not None:
                yield claim, evidence, document


def _context_stands(text: str, span: Span, selector: TextQuoteSelector) -> bool:
    before = text.endswith(selector.prefix, 0, span.start)
    return before and text.startswith(selector.suffix, span.end)


def _not_standing(
    workspace: Workspace, claim: Claim, evidence: Evidence, document: Document, found: Resolution
) -> Diagnostic:
    spans = (found.anchor.span,) if found.anchor else found.candidates
    related = _passages(workspace, document, spans)
    exact = bool(found.candidates) and found.candidates[0].of(document.text) == evidence.selector.exact
    if found.problem is Problem.AMBIGUOUS and exact:
        message = f"the quote stands more than once: {_places(workspace, document, found.candidates)}"
        mend = "add `prefix` or `suffix`, the words right before or after the one that is meant"
        return _fault("FC202", message, claim, evidence, mend, related)
    message, mend = _not_verbatim(workspace, document, found)
    focus = found.changes[0].old_span if found.changes and found.changes[0].old else None
    return _fault("FC201", message, claim, evidence, mend, related, focus)


def _passages(workspace: Workspace, document: Document, spans: tuple[Span, ...]) -> tuple[Passage, ...]:
    return tuple(
        Passage(workspace.location(document, span.start), span.of(document.text)) for span in spans[:_SHOWN]
    )


def _not_verbatim(workspace: Workspace, document: Document, found: Resolution) -> tuple[str, str]:
    """What keeps a quote from being verbatim, and the mend."""
    spans = (found.anchor.span,) if found.anchor else found.candidates
    if not spans:
        return "the quote is not in its source, nor anything like it", "quote the source to the letter"
    if found.problem is Problem.AMBIGUOUS:
        places = _places(workspace, document, spans)
        return f"the quote is not verbatim; passages like it: {places}", "copy the one that is meant"
    passage = _shortened(spans[0].of(document.text))
    where = workspace.location(document, spans[0].start)
    if found.problem is Problem.CUT:
        return f"the quote cuts a word or a figure at {where}: “{passage}”", "quote whole words and figures"
    mend = f"write as the source does: “{passage}”"
    if found.anchor and found.anchor.grade == "normalized":
        return f"the quote differs from its source at {where} in: {', '.join(found.anchor.folds)}", mend
    changes = "; ".join(_change(change) for change in found.changes[:_SHOWN])
    more = "; …" if len(found.changes) > _SHOWN else ""
    return f"the quote is not verbatim; nearest passage at {where}: {changes}{more}", mend


def _change(change: Change) -> str:
    if not change.new:
        return f"“{change.old}” is not in the source"
    return f"“{change.old}” for “{change.new}”" if change.old else f"“{change.new}” is left out"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _places(workspace: Workspace, document: Document, spans: tuple[Span, ...]) -> str:
    shown = ", ".join(str(workspace.location(document, span.start)) for span in spans[:_SHOWN])
    return f"{shown}, …" if len(spans) > _SHOWN else shown


def speakers_speak(workspace: Workspace) -> Iterator[Diagnostic]:
    """FC204: the speaker that evidence names speaks there, and no quote joins two speakers' words."""
    for claim, evidence, document in _quoted(workspace):
        if evidence.speaker is None and len(document.turns) == 1:
            continue
        anchor = verbatim(document, evidence.selector).anchor
        if anchor is None:
            continue
        speaker = document.turn_at(anchor.span.start).speaker
        last = document.turn_at(anchor.span.end - 1).speaker
        if last == speaker and evidence.speaker in (None, speaker):
            continue
        where = workspace.location(document, anchor.span.start)
        related = _passages(workspace, document, (anchor.span,))
        if last != speaker:
            message = f"the quote at {where} runs from {_named(speaker)} into the words of {_named(last)}"
            yield _fault("FC204", message, claim, evidence, "quote one speaker at a time", related)
        else:
            message = f"{_named(speaker)} speaks at {where}, not “{evidence.speaker}”"
            mend = f'set speaker = "{speaker}"' if speaker else "leave `speaker` out"
            yield _fault("FC204", message, claim, evidence, mend, related)


def _named(speaker: str | None) -> str:
    return f"“{speaker}”" if speaker else "nobody who is named"


def exceptions_stand(workspace: Workspace) -> Iterator[Diagnostic]:
    """FC205: what an exception quotes stands in its source to the letter (FC108: there is such a source)."""
    for exception in workspace.exceptions:
        document = workspace.documents.get(exception.source)
        if document is None:
            known = [source.id for source in workspace.sources]
            if exception.source not in known:
                near = nearest(exception.source, known)
                mend = f"did you mean `{near}`?" if near else "describe it in src_text/sources.toml"
                yield _exception_fault("FC108", f"unknown source `{exception.source}`", exception, mend)
        elif exception.quote not in document.text:
            message, mend = _not_verbatim(
                workspace, document, resolve(document, TextQuoteSelector(exception.quote))
            )
            yield _exception_fault("FC205", f"of an exception: {message}", exception, mend)


def _exception_fault(code: str, message: str, exception: CoverageException, mend: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, exception.location, mend, subject=exception.quote)


def statements_differ(workspace: Workspace) -> Iterator[Diagnostic]:
    """FC110: no two wordings are the same, whatever their case, quotation marks, dashes and spaces."""
    seen: dict[str, Claim] = {}
    for claim in workspace.claims:
        own_wordings: set[str] = set()
        for wording in claim.wordings:
            key = plain(wording)
            first = seen.setdefault(key, claim)
            own = first is claim
            if own and key not in own_wordings:
                own_wordings.add(key)
                continue
            other = "this claim" if own else f"claim `{first.id}` ({first.location})"
            message = f"“{_shortened(wording)}” is already a wording of {other}"
            mend = "leave one out" if own else "make one claim of the two, or say what differs"
            yield Diagnostic("FC110", Severity.WARNING, message, claim.location, mend, claim.id, wording)


def layouts_name_speakers(workspace: Workspace) -> Iterator[Diagnostic]:
    """FC104: a layout that takes turns says whose they are."""
    for source in workspace.sources:
        layout = source.layout
        missing = {"turns-by-marker": ("order", layout.order), "turns-by-name": ("names", layout.names)}
        key, named = missing.get(layout.type, ("", True))
        if not named:
            message = f"`{key}` is missing in the layout: {layout.type} takes the speakers from it"
            yield Diagnostic("FC104", Severity.ERROR, message, source.location, f"add `{key} = …`")


def sources_are_quoted(workspace: Workspace) -> Iterator[Diagnostic]:
    """FC113: every source is quoted by some claim."""
    quoted = {evidence.source for claim in workspace.claims for evidence in claim.evidence}
    for source in workspace.sources:
        if source.id not in quoted:
            message = f"no claim quotes the source `{source.id}`"
            yield Diagnostic("FC113", Severity.NOTE, message, source.location, "write claims for it")


def stances_agree(workspace: Workspace) -> Iterator[Diagnostic]:
    """FC301: the same words do not both support and refute a claim."""
    for claim in workspace.claims:
        if len({evidence.stance for evidence in claim.evidence}) == 1:
            continue
        found = workspace.anchored.get(claim.id, ())
        supports = [item for item in found if item.evidence.stance is Stance.SUPPORTS]
        for refuting in found:
            if refuting.evidence.stance is Stance.REFUTES and any(_one(refuting, item) for item in supports):
                message = "the same words both support and refute the claim"
                mend = "decide on one stance, or quote the words that each side rests on"
                related = _passages(workspace, refuting.document, (refuting.span,))
                yield _fault("FC301", message, claim, refuting.evidence, mend, related)


def _one(left: AnchoredEvidence, right: AnchoredEvidence) -> bool:
    return left.document is right.document and (
        left.span.contains(right.span) or right.span.contains(left.span)
    )


def _fault(
    code: str,
    message: str,
    claim: Claim,
    evidence: Evidence,
    mend: str,
    related: tuple[Passage, ...] = (),
    focus: Span | None = None,
) -> Diagnostic:
    """The fault of a piece of evidence: `related` is what the source says there, `focus` is in the quote."""
    quote = evidence.selector.exact
    return Diagnostic(code, Severity.ERROR, message, evidence.location, mend, claim.id, quote, focus, related)


RULES: tuple[Rule, ...] = (
    quotes_stand,
    speakers_speak,
    exceptions_stand,
    statements_differ,
    layouts_name_speakers,
    sources_are_quoted,
    stances_agree,
)
