"""The reasons of a label, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.calibrate import Calibration
from factcheck.conflicts import overreaches
from factcheck.conflicts.pair import Pair
from factcheck.explain.values import CandidateExplanation, Explanation
from factcheck.judge import Judgement
from factcheck.model import Label, Match, Reason, Verdict


def candidate_why(pair: Pair, match: Match, judgement: Judgement, calibration: Calibration) -> str:
    """Why a candidate does what it does to the statement, in a sentence or two."""
    told = _grounds(pair, judgement, calibration)
    if match.reason is Reason.BOTH_SIDES:
        return f"{told} Curated evidence stands on both sides of the claim."
    if match.reason is Reason.CURATED:
        return f"{told} The curated evidence is against the claim, which turns that round."
    if match.reason is Reason.REPORTED:
        turned = ", and it is against the claim, which turns that round" * (judgement.label is not match.label)
        return f"{told} A publisher's verdict decides{turned}; no source is at hand."
    if judgement.label is not match.label:
        return (
            f"{told} But the curated evidence is against the claim, and what clashes with a false claim "
            "need not be true."
        )
    return told


def _grounds(pair: Pair, judgement: Judgement, calibration: Calibration) -> str:
    codes = ", ".join(dict.fromkeys(found.code for found in judgement.conflicts))
    if any(found.code != "modality" for found in judgement.conflicts):
        told = f"The two clash ({codes}){_reached(Label.REFUTED, judgement, calibration)}"
        if judgement.label is Label.REFUTED or not _reaches(Label.REFUTED, judgement, calibration):
            return told
        return f"{told} But the rest has too little in common (matter {judgement.features.matter:.2f})."
    if codes:
        return "The text speaks of what is planned, offered or alleged (modality), not of what is so."
    told = f"Nothing clashes{_reached(Label.SUPPORTED, judgement, calibration)}"
    if judgement.reason is Reason.UNACCOUNTED and _reaches(Label.SUPPORTED, judgement, calibration):
        return f"{told} But a name, a figure, a date or a verb is not accounted for."
    if judgement.reason is Reason.UNDECIDED:
        beyond = ", ".join(dict.fromkeys(found.code for found in overreaches(pair)))
        return f"{told} But the statement says more than the text bears out ({beyond or 'overreach'})."
    return told


def _reaches(label: Label, judgement: Judgement, calibration: Calibration) -> bool:
    return calibration.confidence(label, judgement.features) >= calibration.threshold(label)


def _reached(label: Label, judgement: Judgement, calibration: Calibration) -> str:
    sure, least = calibration.confidence(label, judgement.features), calibration.threshold(label)
    held = f"the probability that it is {label}, {sure:.2f},"
    if _reaches(label, judgement, calibration):
        return f", and {held} reaches the threshold of {least:.2f}."
    return f", but {held} is below the threshold of {least:.2f}."


def verdict_why(
    verdict: Verdict, found: Sequence[CandidateExplanation], joined: Sequence[Explanation]
) -> str:
    """Why the answer is what it is, given what its candidates do."""
    decisive = next((number for number, candidate in enumerate(found, 1) if candidate.decides), None)
    if verdict.reason in (Reason.QUESTION, Reason.KEYWORDS):
        asked = "A question" if verdict.reason is Reason.QUESTION else "A few words without a verb"
        return f"{asked} can be neither true nor false: whatever the candidates say, nothing is decided."
    if verdict.withheld is not None:
        return (
            f"“{verdict.withheld}” was found, but its probability of {1 - verdict.confidence:.2f} is below what "
            "was asked for (--min-confidence)."
        )
    if decisive is not None:
        return f"Candidate {decisive} decides. {found[decisive - 1].why}"
    if verdict.reason is Reason.BOTH_SIDES and not joined:
        return "The verdicts of two publishers stand against one another, and neither speaks more of it."
    if verdict.label is not Label.NOT_ENOUGH_INFO:
        return f"The statement joins {len(joined)} facts; they are decided one by one, as told under each."
    if not found:
        return "The index finds nothing that is near."
    if verdict.reason is Reason.NOTHING_NEAR:
        covered = dict(found[0].features)["coverage"]
        told = f"The nearest candidate accounts for {covered:.2f} of the statement's weight"
        return f"{told}: it is about something else."
    return f"No candidate decides. {found[0].why}"
