"""Why an answer has its label: the candidates, what was measured of them, what ties their words to the statement's.

Computed on demand, from the same readings and judgements as the answer; nothing here decides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.align import align
from factcheck.calibrate import Calibration
from factcheck.comparing import Comparer
from factcheck.conflicts import conflicts
from factcheck.conflicts.pair import Pair
from factcheck.explain.ties import ties
from factcheck.explain.values import CandidateExplanation, Explanation, Tie
from factcheck.explain.why import candidate_why, verdict_why
from factcheck.judge import Judgement
from factcheck.language.analysis import Analysis
from factcheck.language.lexicon import Lexicon
from factcheck.language.parts import parts
from factcheck.lookup import CANDIDATES, judged_candidates
from factcheck.measure import Features
from factcheck.model import Conflict, Label, Match, Span, Verdict
from factcheck.workspace import Workspace

__all__ = ["CandidateExplanation", "Explanation", "Tie", "explain", "explain_pair"]

THRESHOLDS = (Label.SUPPORTED, Label.REFUTED)
"""The labels that have to reach a threshold."""
PROBABILITIES = (*THRESHOLDS, Label.NOT_ENOUGH_INFO)


@dataclass(frozen=True, slots=True)
class _Tools:
    lexicon: Lexicon
    calibration: Calibration

    @property
    def thresholds(self) -> tuple[tuple[Label, float], ...]:
        return tuple((label, self.calibration.threshold(label)) for label in THRESHOLDS)


def explain(
    workspace: Workspace, verdict: Verdict, *, limit: int = 3, curated_only: bool = False
) -> Explanation:
    """Why `lookup` gave `verdict`; `limit` and `curated_only` are those that it was given."""
    tools = _Tools(workspace.lexicon, workspace.calibration)
    found = _candidates(workspace, verdict.statement, verdict, tools, limit, curated_only)
    joined: tuple[Explanation, ...] = ()
    if not any(candidate.decides for candidate in found):
        joined = tuple(
            _part(workspace, part.text, tools, limit, curated_only)
            for part in parts(workspace.analyst.analyse(verdict.statement))
        )
    return Explanation(
        verdict.statement, verdict_why(verdict, found, joined), tools.thresholds, found, joined
    )


def explain_pair(
    verdict: Verdict, evidence: str, *, date: str | None = None, speaker: str | None = None
) -> Explanation:
    """Why `compare` gave `verdict` on `evidence`; `date` and `speaker` are those that it was given."""
    tools = _Tools(Lexicon.open(), Calibration.load())
    mine, theirs, judged = Comparer().judge(verdict.statement, evidence, date=date, speaker=speaker)
    found = _candidate(mine, theirs, verdict.matches[0], judged, tools)
    decides = verdict.label is not Label.NOT_ENOUGH_INFO
    candidates = (replace(found, decides=decides),)
    return Explanation(verdict.statement, verdict_why(verdict, candidates, ()), tools.thresholds, candidates)


def _part(workspace: Workspace, text: str, tools: _Tools, limit: int, curated_only: bool) -> Explanation:
    found = _candidates(workspace, text, None, tools, limit, curated_only)
    why = found[0].why if found else "The index finds nothing that is near."
    return Explanation(text, why, tools.thresholds, found)


def _candidates(
    workspace: Workspace,
    statement: str,
    verdict: Verdict | None,
    tools: _Tools,
    limit: int,
    curated_only: bool,
) -> tuple[CandidateExplanation, ...]:
    scores = _index_scores(workspace, statement, limit, curated_only)
    top = verdict.matches[0] if verdict and verdict.matches else None
    found = []
    judged = judged_candidates(workspace, workspace.analyst.analyse(statement), limit, curated_only)
    for match, judgement, rank in judged:
        issued = _issued(match)
        mine = workspace.analyst.analyse(statement, issued)
        theirs = workspace.analysis(judgement.text, issued)
        told = _candidate(mine, theirs, match, judgement, tools)
        decides = verdict is not None and top is not None and _decides(match, top, verdict)
        score = scores.get(_identity(match))
        found.append(replace(told, index_score=score, rank=rank, decides=decides))
    return tuple(found)


def _decides(match: Match, top: Match, verdict: Verdict) -> bool:
    """True where the verdict, withheld or not, is that of this match."""
    given = verdict.withheld or verdict.label
    return given is not Label.NOT_ENOUGH_INFO and match.label is given and _identity(match) == _identity(top)


def _issued(match: Match) -> str:
    """The date that the statement was read with."""
    if match.review is not None:
        return match.review.review.dated
    return match.evidence[0].issued or ""


Identity = str | tuple[str | None, Span]
"""A claim's id, or where a sentence stands."""


def _identity(match: Match) -> Identity:
    return match.claim.id if match.claim else (match.evidence[0].source, match.evidence[0].span)


def _index_scores(
    workspace: Workspace, statement: str, limit: int, curated_only: bool
) -> dict[Identity, float]:
    """The index's scores of what a lookup judges."""
    scores: dict[Identity, float] = {}
    for candidate, score in workspace.found(statement, max(CANDIDATES, limit), curated_only):
        if candidate.claim is not None:
            scores[candidate.claim.id] = score
        else:
            document, span, _ = candidate.passages[0]
            scores[document.source.id, span] = score
    return scores


def _candidate(
    statement: Analysis, text: Analysis, match: Match, judgement: Judgement, tools: _Tools
) -> CandidateExplanation:
    pair = Pair(statement, text, align(statement, text, tools.lexicon), tools.lexicon)
    own = conflicts(pair)
    return CandidateExplanation(
        claim=match.claim.id if match.claim else None,
        text=text.text,
        decides=False,
        label=match.label,
        reason=match.reason,
        confidence=match.confidence,
        index_score=None,
        rank=None,
        probabilities=tuple(
            (label, tools.calibration.confidence(label, judgement.features)) for label in PROBABILITIES
        ),
        features=_named(judgement.features),
        ties=tuple(ties(pair, judgement)),
        conflicts=tuple(found if found in own else _of_another(found) for found in judgement.conflicts),
        why=candidate_why(pair, match, judgement, tools.calibration),
    )


def _named(features: Features) -> tuple[tuple[str, float], ...]:
    return tuple((name, float(value)) for name, value in features._asdict().items())


def _of_another(conflict: Conflict) -> Conflict:
    """A clash with another wording or quote of the claim, whose words are not those of the text shown."""
    detail = "with another wording or quote of the claim"
    if conflict.detail:
        detail = f"{conflict.detail}; {detail}"
    return conflict._replace(evidence_span=Span(0, 0), detail=detail)
