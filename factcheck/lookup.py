"""A statement to its verdict."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from factcheck.inquiry import checked_statement, statement_kind
from factcheck.judge import ClaimJudgement, Judge, Judgement, under_stance
from factcheck.language.analysis import Analysis
from factcheck.language.spelling import Corrected
from factcheck.measure import Features, folded
from factcheck.model import (
    Claim,
    Conflict,
    Document,
    Label,
    Match,
    MatchedEvidence,
    MatchedReview,
    Reason,
    Span,
    Stance,
    Verdict,
)
from factcheck.records import NamedTuple
from factcheck.similarity import similarity
from factcheck.workspace import Candidate, Workspace

if TYPE_CHECKING:
    from factcheck.language.parts import Part

CANDIDATES = 6
"""How many candidates of the index are judged."""
ENOUGH = 3
"""How many are judged where one of them settles the matter."""
BEHIND = 0.5
"""Candidates with less than this share of the first one's score in the index are about something else. Of 718
statements in development, the label of two changed where they were left out (measured 2026-11-24)."""
SETTLED = 0.9
"""From this confidence on, a claim that accounts for every word settles it."""
WHOLE, LIKE = 0.98, 0.75
"""Of a statement that a claim refutes, so much of what does not clash must be the claim's, and so much alike the
words of both, to settle it."""
REPORTED = 0.9
"""The most that a publisher's verdict is believed: nobody here has read what it rests on."""
SURE, DISPUTE = 0.85, 0.15
"""A claim that refutes a statement with this confidence, and speaks of nearly as much of it, disputes support."""
WORDINGS = 2
"""How many of a claim's wordings, those most like the statement, are aligned with it word by word."""


class _Judged(NamedTuple):
    """A candidate with what it does to the statement."""

    match: Match
    judgement: Judgement
    score: float

    @property
    def features(self) -> Features:
        """What the judgement rests on."""
        return self.judgement.features


def lookup(
    workspace: Workspace,
    statement: str,
    *,
    limit: int = 3,
    curated_only: bool = False,
    min_confidence: float = 0.0,
    own: str | None = None,
) -> Verdict:
    """The verdict on `statement` by the claims and sources of `workspace`.

    `limit` is how many matches come back; `curated_only` leaves out sentences that no claim cites;
    below `min_confidence` (0 to 1) a label is withheld; `own` names a claim whose wordings are the
    statement itself, so that only its evidence is held against it.
    Raises `InputError` for an empty or overlong statement, `WorkspaceError` for a broken workspace.
    """
    text = checked_statement(statement)
    workspace.require_sound()
    corrected = workspace.speller.correct(text)
    analysis = workspace.analyst.analyse(corrected.text)
    kind = statement_kind(analysis)
    if kind is not None:
        verdict = _search_answer(workspace, analysis, kind, limit, curated_only)
    else:
        verdict = _answer(workspace, analysis, limit, curated_only, own)
        if verdict.label is Label.NOT_ENOUGH_INFO:
            from factcheck.language.parts import parts  # many statements are decided as a whole

            verdict = _answer_by_parts(workspace, verdict, parts(analysis), limit, curated_only)
    workspace.keep_readings()
    return _withhold(_as_written(verdict, text, corrected), min_confidence)


def _as_written(verdict: Verdict, text: str, corrected: Corrected) -> Verdict:
    """A verdict on a corrected statement, told of the statement as it was written."""
    if not corrected.changes:
        return verdict
    matches = tuple(_relocated(match, corrected.original) for match in verdict.matches)
    return verdict._replace(statement=text, matches=matches)


def nearest_judgement(workspace: Workspace, statement: str) -> Judgement | None:
    """The judgement of the candidate that speaks most of `statement`; what calibration is fitted on."""
    analysis = workspace.analyst.analyse(workspace.speller.correct(checked_statement(statement)).text)
    judged = _judged(workspace, analysis, 1, False, None)
    return judged[0].judgement if judged else None


def judged_candidates(
    workspace: Workspace, statement: Analysis, limit: int, curated_only: bool
) -> list[tuple[Match, Judgement, float]]:
    """The candidates for a statement, what each does to it and its rank, highest first; for explaining."""
    judged = _judged(workspace, statement, limit, curated_only, None)
    return [(item.match, item.judgement, item.score) for item in judged]


def _answer(
    workspace: Workspace, statement: Analysis, limit: int, curated_only: bool, own: str | None
) -> Verdict:
    """The verdict on a statement as a whole."""
    return _weigh(statement.text, _judged(workspace, statement, limit, curated_only, own), limit)


def _judged(
    workspace: Workspace, statement: Analysis, limit: int, curated_only: bool, own: str | None
) -> list[_Judged]:
    """The candidates for a statement, judged, those that speak most of it first."""
    judge = Judge(workspace.lexicon, workspace.calibration)
    readings: dict[str, Analysis] = {}
    judged = []
    nearest = workspace.found(statement.text, max(CANDIDATES, limit), curated_only)
    least = BEHIND * nearest[0][1] if nearest else 0.0
    for candidate, score in nearest:
        if score < least:
            break
        if candidate.claim is not None and candidate.claim.id == own and not candidate.passages:
            continue  # there is nothing but its wordings to hold it against
        issued = candidate.issued
        if issued not in readings:
            readings[issued] = workspace.analyst.asked(statement, issued)
        judged.append(_judge_candidate(workspace, judge, readings[issued], candidate, own))
        if len(judged) >= max(limit, ENOUGH) and any(_settles(item) for item in judged):
            break
    return sorted(judged, key=lambda item: -item.score)


def _settles(item: _Judged) -> bool:
    """Whether no candidate after the first few can change the answer: a claim speaks of every word, and decides."""
    match = item.match
    if match.claim is None or match.review is not None or match.confidence < SETTLED:
        return False
    if item.judgement.unaccounted:
        return False
    if match.label is Label.REFUTED:
        return item.features.matter >= WHOLE and item.features.likeness >= LIKE
    return match.label is Label.SUPPORTED


def _judge_candidate(
    workspace: Workspace, judge: Judge, statement: Analysis, candidate: Candidate, own: str | None
) -> _Judged:
    claim, issued = candidate.claim, candidate.issued
    quotes = [
        (workspace.analysis(span.of(document.text), document.source.issued), stance)
        for document, span, stance in candidate.passages
    ]
    wordings = () if claim is None or claim.id == own else claim.wordings
    nearest = _nearest(workspace, statement, wordings)
    readings = [workspace.analysis(wording, issued) for wording in nearest]
    known = _known_words(workspace, candidate)
    ours = workspace.own_words(*candidate.passages[0][:2]) if candidate.passages else ()
    said = workspace.stems(claim) if claim is not None and wordings else frozenset()
    judged = judge.claim(statement, readings, quotes, known, said, ours)
    if not candidate.passages:
        return _by_review(claim, judged.whole)
    label, reason, confidence = _claim_label(judged, candidate, own)
    evidence = tuple(
        _matched_evidence(workspace, statement, passage, quote, judged.whole, label)
        for passage, quote in zip(candidate.passages, judged.quotes, strict=True)
    )
    features = judged.whole.features
    match = Match(
        claim=claim,
        label=label,
        similarity=100 * features.likeness,
        confidence=confidence,
        evidence=evidence,
        reason=reason,
        caveats=_caveats(statement, quotes) if label is Label.SUPPORTED else (),
    )
    return _Judged(match, judged.whole, _score(match, features))


def _known_words(workspace: Workspace, candidate: Candidate) -> Collection[str]:
    """Words that the setting of a candidate accounts for. A publisher's verdict has none."""
    if not candidate.passages:
        return ()
    document, span, _ = candidate.passages[0]
    return workspace.known_words(document, span)


def _by_review(claim: Claim | None, whole: Judgement) -> _Judged:
    """What a claim does that rests on a publisher's verdict: `whole` holds the statement against its wordings."""
    if claim is None or claim.review is None:
        raise ValueError("neither evidence nor a review")
    turned = under_stance(whole, claim.review.stance)
    decided = turned.label is not Label.NOT_ENOUGH_INFO
    match = Match(
        claim=claim,
        label=turned.label,
        similarity=100 * whole.features.likeness,
        confidence=min(REPORTED, turned.confidence) if decided else turned.confidence,
        evidence=(),
        reason=Reason.REPORTED if decided else turned.reason,
        review=MatchedReview(claim.review, whole.text, whole.conflicts, whole.unaccounted),
    )
    return _Judged(match, whole, _score(match, whole.features))


def _nearest(workspace: Workspace, statement: Analysis, wordings: Sequence[str]) -> Sequence[str]:
    """The wordings most like a statement, at most `WORDINGS`."""
    if len(wordings) <= WORDINGS:
        return wordings
    text = folded(statement)
    return sorted(wordings, key=lambda wording: -similarity(text, workspace.folded(wording)))[:WORDINGS]


def _claim_label(
    judged: ClaimJudgement, candidate: Candidate, own: str | None
) -> tuple[Label, Reason, float]:
    """The label of a claim under the stances of its evidence, why, and how sure."""
    stances = {stance for _, _, stance in candidate.passages}
    whole = judged.whole
    if candidate.claim is not None and candidate.claim.id == own and stances == {Stance.REFUTES}:
        return Label.REFUTED, Reason.CURATED, whole.confidence
    turned = [
        whole if stance is Stance.SUPPORTS else _by_refuting(whole, judged.quotes[number])
        for number, (_, _, stance) in enumerate(candidate.passages)
    ]
    decided = [judgement for judgement in turned if judgement.label is not Label.NOT_ENOUGH_INFO]
    if {judgement.label for judgement in decided} == {Label.SUPPORTED, Label.REFUTED}:
        return Label.CONFLICTING, Reason.BOTH_SIDES, whole.confidence
    chosen = decided[0] if decided else turned[0]
    return chosen.label, chosen.reason, chosen.confidence


_AS_WELL = 0.2
"""By how much less of a statement a counter-quote may account for, to bear it out as well as a false wording."""


def _by_refuting(whole: Judgement, quote: Judgement) -> Judgement:
    """What refuting evidence does: it turns the claim's wording round, and it is a text of its own.

    Where the quote bears the statement out as well as the false wording does, the statement is not the
    false one.
    """
    turned = under_stance(whole, Stance.REFUTES)
    if turned.label is Label.NOT_ENOUGH_INFO:
        return quote
    borne = not quote.conflicts and quote.features.coverage >= whole.features.coverage - _AS_WELL
    if turned.label is Label.REFUTED and borne:
        return quote
    return turned


def _matched_evidence(
    workspace: Workspace,
    statement: Analysis,
    passage: tuple[Document, Span, Stance],
    quote: Judgement,
    whole: Judgement,
    label: Label,
) -> MatchedEvidence:
    document, span, stance = passage
    found = workspace.passage(document, span, stance)
    clashes = quote.conflicts
    if stance is Stance.REFUTES and whole.label is Label.SUPPORTED:
        everything = Conflict("curated", Span(0, len(statement.text)), Span(0, len(found.quote)))
        clashes = (everything, *clashes)
    elif label is Label.REFUTED:
        known = {clash.code for clash in clashes}
        clashes += tuple(
            _in_quote(clash, found.quote) for clash in whole.conflicts if clash.code not in known
        )
    return found._replace(conflicts=clashes, unaccounted=whole.unaccounted, matched=quote.matched)


def _in_quote(conflict: Conflict, quote: str) -> Conflict:
    """A clash with a claim's wording, told of its quote, which says the same in other words."""
    return conflict._replace(evidence_span=Span(0, len(quote)))


def _caveats(statement: Analysis, quotes: Sequence[tuple[Analysis, Stance]]) -> tuple[str, ...]:
    from factcheck.language.hedges import caveats  # only what is supported has any

    found: list[str] = []
    for quote, stance in quotes:
        if stance is Stance.SUPPORTS:
            found.extend(caveat for caveat in caveats(statement, quote) if caveat not in found)
    return tuple(found)


_CURATED_LEAD = 0.02
"""Of two equals the curated one stands first."""


def _score(match: Match, features: Features) -> float:
    """What the matches are ordered by: how much of the statement each speaks of."""
    return (
        0.5 * features.matter
        + 0.5 * features.coverage
        + 0.2 * features.likeness
        + _CURATED_LEAD * (match.claim is not None)
    )


def _search_answer(
    workspace: Workspace, statement: Analysis, kind: Reason, limit: int, curated_only: bool
) -> Verdict:
    """The answer to a question or to a few words: what is near, in the order of the index, and no label."""
    judge = Judge(workspace.lexicon, workspace.calibration)
    matches = tuple(
        _judge_candidate(workspace, judge, statement, candidate, None).match._replace(
            label=Label.NOT_ENOUGH_INFO,
            reason=kind,
            confidence=1.0,
            caveats=(),
        )
        for candidate in workspace.search(statement.text, limit, curated_only)
    )
    return Verdict(statement.text, Label.NOT_ENOUGH_INFO, 1.0, kind, (), matches)


_NEAR = 0.3
"""Below this coverage a match is about something else."""
_AS_NEAR = 0.02
"""By how much another match may speak more of the statement than one that refutes it."""


def _weigh(text: str, judged: Sequence[_Judged], limit: int) -> Verdict:
    """The verdict of several pieces of evidence."""
    decided = _deciding(judged)
    ordered = sorted(judged, key=lambda item: item is not decided)
    matches = tuple(item.match for item in ordered[:limit])
    chosen = decided or (ordered[0] if ordered else None)
    if chosen is None:
        return Verdict(text, Label.NOT_ENOUGH_INFO, 1.0, Reason.NOTHING_NEAR, (), ())
    match = chosen.match
    if match.label is Label.NOT_ENOUGH_INFO or decided is None:
        near = chosen.features.coverage >= _NEAR
        reason = match.reason if near and match.label is Label.NOT_ENOUGH_INFO else Reason.NOTHING_NEAR
        reason = Reason.UNDECIDED if near and match.label is not Label.NOT_ENOUGH_INFO else reason
        return Verdict(text, Label.NOT_ENOUGH_INFO, match.confidence, reason, (), matches)
    against = _publisher_against(decided, judged)
    if against is not None:
        sure = min(match.confidence, against.match.confidence)
        others = tuple(item.match for item in ordered if item not in (decided, against))
        both = (match, against.match, *others)[: max(limit, 2)]
        return Verdict(text, Label.CONFLICTING, sure, Reason.BOTH_SIDES, (), both)
    return Verdict(text, match.label, match.confidence, match.reason, match.caveats, matches)


def _publisher_against(decided: _Judged, judged: Sequence[_Judged]) -> _Judged | None:
    """Where a publisher's verdict decides, that of another one which speaks as much of it and says the opposite."""
    if decided.match.review is None:
        return None
    opposite = Label.REFUTED if decided.match.label is Label.SUPPORTED else Label.SUPPORTED
    found = [
        item
        for item in judged
        if item.match.review is not None
        and item.match.label is opposite
        and item.score >= decided.score - _AS_NEAR
    ]
    return max(found, key=lambda item: item.score, default=None)


def _deciding(judged: Sequence[_Judged]) -> _Judged | None:
    """The match that decides: curated evidence, then a publisher's verdict, then what nobody curated.

    A refutation decides only by what speaks most of the statement.
    """
    best = max((item.score for item in judged), default=0.0)
    for standing in range(3):
        decisive = [
            item
            for item in judged
            if _standing(item) == standing and _may_decide(item, best) and not _is_disputed(item, judged)
        ]
        if decisive:
            return max(decisive, key=lambda item: _rank(item, judged))
    return None


def _standing(item: _Judged) -> int:
    """0 for curated evidence, 1 for a publisher's verdict, 2 for a sentence that no claim cites."""
    if item.match.claim is None:
        return 2
    return 0 if item.match.review is None else 1


def _may_decide(item: _Judged, best: float) -> bool:
    label = item.match.label
    if label is Label.NOT_ENOUGH_INFO:
        return False
    return label is not Label.REFUTED or item.score >= best - _AS_NEAR


def _is_disputed(item: _Judged, judged: Sequence[_Judged]) -> bool:
    """Whether another claim of no lesser standing rules out what this one bears out: then neither may be called so."""
    if item.match.label is not Label.SUPPORTED:
        return False
    return any(
        other.match.label is Label.REFUTED
        and other.match.claim is not None
        and _standing(other) <= _standing(item)
        and other.match.confidence >= SURE
        and other.score >= item.score - DISPUTE
        for other in judged
    )


def _rank(item: _Judged, judged: Sequence[_Judged]) -> tuple[bool, bool, float]:
    """Support comes before a refutation, unless what refutes speaks more of the statement."""
    label = item.match.label
    beaten = any(
        other.match.label is Label.REFUTED and other.score > item.score + _AS_NEAR for other in judged
    )
    return label is Label.CONFLICTING, label is Label.SUPPORTED and not beaten, item.score


def _answer_by_parts(
    workspace: Workspace, whole: Verdict, found: Sequence[Part], limit: int, curated_only: bool
) -> Verdict:
    """The verdict on a statement that joins facts: refuted if one is, supported if all are."""
    answers = []
    for part in found:
        reading = workspace.analyst.analyse(part.text)
        answers.append(_answer(workspace, reading, limit, curated_only, None))
    labels = [answer.label for answer in answers]
    if not answers or set(labels) <= {Label.NOT_ENOUGH_INFO}:
        return whole
    leading = _leading(labels)
    if leading is None:
        return whole
    told = [
        (part, answer)
        for part, answer in zip(found, answers, strict=True)
        if leading in (answer.label, Label.SUPPORTED)
    ]
    matches = [_relocated(answer.matches[0], part.original) for part, answer in told if answer.matches]
    matches += [match for match in whole.matches if match.claim not in [other.claim for other in matches]]
    chosen = [answer for _, answer in told]
    return Verdict(
        statement=whole.statement,
        label=leading,
        confidence=min(answer.confidence for answer in chosen),
        reason=_weakest_reason([answer.reason for answer in chosen]),
        caveats=tuple(caveat for answer in chosen for caveat in answer.caveats),
        matches=tuple(matches[: max(limit, len(told))]),
    )


def _weakest_reason(reasons: Sequence[Reason]) -> Reason:
    """The first one's, but that of a publisher's verdict wherever the answer rests on one."""
    return Reason.REPORTED if Reason.REPORTED in reasons else reasons[0]


def _leading(labels: Sequence[Label]) -> Label | None:
    """The label of joined facts, or None where they leave it open."""
    for label in (Label.REFUTED, Label.CONFLICTING):
        if label in labels:
            return label
    return Label.SUPPORTED if all(label is Label.SUPPORTED for label in labels) else None


def _relocated(match: Match, place: Callable[[Span], Span]) -> Match:
    """A match with its spans of the statement moved to where `place` says."""
    evidence = tuple(
        found._replace(
            conflicts=tuple(
                clash._replace(statement_span=place(clash.statement_span)) for clash in found.conflicts
            ),
            unaccounted=tuple(place(span) for span in found.unaccounted),
        )
        for found in match.evidence
    )
    review = match.review
    if review is not None:
        moved = tuple(
            clash._replace(statement_span=place(clash.statement_span)) for clash in review.conflicts
        )
        review = review._replace(conflicts=moved, unaccounted=tuple(map(place, review.unaccounted)))
    return match._replace(evidence=evidence, review=review)


LEAST = {Label.SUPPORTED: 0.64}
"""The least confidence at which a label is given at all. The best of many candidates looks better than it is:
a pair that is compared alone needs less (the calibration's own threshold)."""


def _withhold(verdict: Verdict, min_confidence: float) -> Verdict:
    """The verdict, or `not-enough-info` where its label is less sure than it has to be."""
    least = max(min_confidence, LEAST.get(verdict.label, 0.0))
    if verdict.label is Label.NOT_ENOUGH_INFO or verdict.confidence >= least:
        return verdict
    return verdict._replace(
        label=Label.NOT_ENOUGH_INFO,
        confidence=1.0 - verdict.confidence,
        reason=Reason.LOW_CONFIDENCE,
        caveats=(),
        withheld=verdict.label,
    )
