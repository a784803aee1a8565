"""Everything that the report shows, put together from a workspace, its coverage and the answers of a run."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.citation import citation
from factcheck.coverage import CoverageReport, SentenceCoverage, Status
from factcheck.errors import InputError
from factcheck.model import Claim, Document, Label, Span
from factcheck.reporting.results import Results
from factcheck.reporting.segments import QuotedSpan, cut
from factcheck.reporting.values import (
    Answer,
    AnswerEvidence,
    AnswerMatch,
    AnswerReview,
    Quote,
    ReportedClaim,
    ReportedSentence,
    ReportedSource,
    WorkspaceReport,
)
from factcheck.text import LineIndex
from factcheck.workspace import AnchoredEvidence, Workspace

_LAST = 1 << 30


class _Place(NamedTuple):
    """Where a sentence stands, and in which document."""

    coverage: SentenceCoverage
    document: Document
    span: Span


def gather(
    workspace: Workspace, coverage: CoverageReport, results: Results, title: str | None = None
) -> WorkspaceReport:
    """The report of a sound workspace. Without a title it is the only source's, or says how many there are."""
    claims = _in_order(workspace)
    numbers = {claim.id: number for number, claim in enumerate(claims)}
    found = [(number, piece) for number, claim in enumerate(claims) for piece in workspace.anchored[claim.id]]
    places = _places(workspace, coverage)
    sources, starts = _sources(workspace, found, places)
    quotes = tuple(
        Quote(number, workspace.passage(piece.document, piece.span, piece.evidence.stance),
              starts[piece.document.source.id, piece.span.start])
        for number, piece in found
    )  # fmt: skip
    checked = tuple(_checked(workspace, answer) for answer in results.answers)
    return WorkspaceReport(
        title=title or _title(workspace),
        sources=sources,
        claims=_claims(workspace, claims, quotes, checked, numbers),
        quotes=quotes,
        sentences=_sentences(coverage, places, found, starts),
        answers=checked,
        findings=results.findings,
        coverage=coverage,
    )


def _title(workspace: Workspace) -> str:
    sources = [document.source for document in workspace.documents.values()]
    return sources[0].title if len(sources) == 1 else f"{len(sources)} sources"


def _in_order(workspace: Workspace) -> tuple[Claim, ...]:
    """The claims by the first of their quotes in the sources' order, those without one last."""
    order = {source: number for number, source in enumerate(workspace.documents)}

    def place(claim: Claim) -> tuple[int, int, int]:
        spans = [(order[f.document.source.id], f.span.start, f.span.end) for f in workspace.anchored[claim.id]]
        return min(spans, default=(_LAST, 0, 0))

    return tuple(sorted(workspace.claims, key=place))


def _places(workspace: Workspace, coverage: CoverageReport) -> list[_Place]:
    lines = {source: LineIndex(document.text) for source, document in workspace.documents.items()}
    places = []
    for sentence in coverage.sentences:
        start = lines[sentence.source].offset(sentence.location.line, sentence.location.column)
        document = workspace.documents[sentence.source]
        places.append(_Place(sentence, document, Span(start, start + len(sentence.text))))
    return places


def _sources(
    workspace: Workspace, found: Sequence[tuple[int, AnchoredEvidence]], places: Sequence[_Place]
) -> tuple[tuple[ReportedSource, ...], dict[tuple[str, int], int]]:
    """The sources cut, and the number of the segment at each offset where one begins."""
    quoted: dict[str, list[QuotedSpan]] = {}
    for quote, (claim, piece) in enumerate(found):
        item = QuotedSpan(piece.span, quote, claim, piece.evidence.stance)
        quoted.setdefault(piece.document.source.id, []).append(item)
    spans: dict[str, list[Span]] = {}
    for place in places:
        spans.setdefault(place.coverage.source, []).append(place.span)
    sources = []
    starts: dict[tuple[str, int], int] = {}
    offset, first = 0, 1
    for source, document in workspace.documents.items():
        own = spans.get(source, [])
        made = cut(document, quoted.get(source, ()), own, offset, first)
        starts.update(((source, start), first + number) for number, start in enumerate(made.starts))
        sources.append(ReportedSource(document.source, document.sha256, made.blocks))
        offset, first = offset + len(own), first + len(made.starts)
    return tuple(sources), starts


def _sentences(
    coverage: CoverageReport,
    places: Sequence[_Place],
    found: Sequence[tuple[int, AnchoredEvidence]],
    starts: Mapping[tuple[str, int], int],
) -> tuple[ReportedSentence, ...]:
    first: dict[str, int] = {}
    ends: dict[str, list[int]] = {}
    for number, place in enumerate(places):
        first.setdefault(place.coverage.source, number)
        ends.setdefault(place.coverage.source, []).append(place.span.end)
    citing: dict[int, list[int]] = {}
    for claim, piece in found:
        source = piece.document.source.id
        number = first[source] + bisect_right(ends[source], piece.span.start)
        while number < len(places) and places[number].document is piece.document:
            if places[number].span.start >= piece.span.end:
                break
            citing.setdefault(number, []).append(claim)
            number += 1
    return tuple(
        ReportedSentence(
            place.coverage,
            citation(place.document, place.coverage.speaker, place.coverage.location.line),
            tuple(sorted(set(citing.get(number, ())))),
            starts[place.coverage.source, place.span.start],
            _reason(coverage, place.coverage),
        )
        for number, place in enumerate(places)
    )


def _reason(coverage: CoverageReport, sentence: SentenceCoverage) -> str | None:
    if sentence.status is not Status.EXCEPTED:
        return None
    for declared in coverage.exceptions:
        quote = declared.exception.quote
        if declared.exception.source == sentence.source and (quote in sentence.text or sentence.text in quote):
            return declared.exception.reason
    return None


def _claims(
    workspace: Workspace,
    claims: Sequence[Claim],
    quotes: Iterable[Quote],
    answers: Iterable[Answer],
    numbers: Mapping[str, int],
) -> tuple[ReportedClaim, ...]:
    own: dict[int, list[int]] = {}
    for number, quote in enumerate(quotes):
        own.setdefault(quote.claim, []).append(number)
    met: dict[int, list[int]] = {}
    for number, answer in enumerate(answers):
        ids = {match.claim_id or "" for match in answer.deciding} if answer.fits else set()
        for claim in sorted(numbers[id] for id in ids if id in numbers):
            met.setdefault(claim, []).append(number)
    return tuple(
        ReportedClaim(
            claim,
            tuple(own.get(number, ())),
            tuple(e for e in claim.evidence if e not in [f.evidence for f in workspace.anchored[claim.id]]),
            tuple(met.get(number, ())),
        )
        for number, claim in enumerate(claims)
    )


def _checked(workspace: Workspace, answer: Answer) -> Answer:
    """The answer with its quotes held against the sources as they are now."""
    matches = tuple(
        replace(match, evidence=tuple(_held(workspace, evidence) for evidence in match.evidence))
        for match in answer.matches
    )
    held = replace(answer, matches=matches)
    return replace(held, fits=_fits(workspace, held))


def _fits(workspace: Workspace, answer: Answer) -> bool:
    """Whether all that an answer rests on is in the workspace. An answer that is none rests on nothing."""
    if answer.label is Label.NOT_ENOUGH_INFO:
        return all(evidence.holds for match in answer.deciding for evidence in match.evidence)
    return bool(answer.deciding) and all(_belongs(workspace, match) for match in answer.deciding)


def _belongs(workspace: Workspace, match: AnswerMatch) -> bool:
    """Whether a match is of a claim, or a sentence, of the workspace, with quotes that it has."""
    held = all(evidence.holds for evidence in match.evidence)
    if match.claim_id is None:
        return held and bool(match.evidence)
    try:
        claim = workspace.claim(match.claim_id)
    except InputError:
        return False
    anchored = workspace.anchored[claim.id]
    own = {(piece.document.source.id, piece.span, piece.evidence.stance) for piece in anchored}
    quoted = {(evidence.source, evidence.span, evidence.stance) for evidence in match.evidence}
    if not (held and quoted <= own and match.claim in claim.wordings):
        return False
    return bool(quoted) or _is_reported(claim, match.review)


def _is_reported(claim: Claim, review: AnswerReview | None) -> bool:
    """Whether the verdict of a publisher is that of the claim."""
    own = claim.review
    if own is None or review is None:
        return False
    return (own.publisher, own.rating, own.stance) == (review.publisher, review.rating, review.stance)


def _held(workspace: Workspace, evidence: AnswerEvidence) -> AnswerEvidence:
    document = workspace.documents.get(evidence.source or "")
    holds = document is not None and evidence.span.of(document.text) == evidence.quote
    return evidence if holds else replace(evidence, holds=False)
