"""Claims that are near one another in words: the same in other words (FC109), the same words for and against (FC305),
or in contradiction (FC306)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.anchor.folding import plain
from factcheck.judge import Judge, Judgement
from factcheck.language.analysis import Analysis
from factcheck.model import Claim, Diagnostic, Label, Severity, Stance
from factcheck.rules.clean import Clean
from factcheck.rules.evidence import shortened
from factcheck.rules.places import Places
from factcheck.rules.stances import one
from factcheck.text import tokenize
from factcheck.workspace import Workspace

RAREST, MOST = 4, 200
"""By so many of its rarest words that are shared at all, and so many claims that have each, others are found."""
SHARED = 0.5
"""Statements that share less of their words are no further compared."""
SAME_MATTER = 0.95
"""From this share of the rest on, two statements that clash speak of the same matter, each by the other."""
_LIGHT = frozenset("a an the of in to that this these those".split())
"""Words by which a statement differs without saying anything else."""


def check(workspace: Workspace) -> Iterator[Diagnostic]:
    """The pairs of claims that are one, or cannot both be; each pair once, at the later claim."""
    clean = Clean(workspace, "neighbours")
    claims = [claim for claim in workspace.claims if not claim.only_reported]
    whole = [_as_read(workspace, claim) for claim in claims]
    if clean.knows(whole):
        return
    judge, places = Judge(workspace.lexicon, workspace.calibration), Places(workspace.root)
    readings: dict[str, Analysis] = {}
    found = False
    for claim, other in _pairs(claims):
        read = (_as_read(workspace, claim), _as_read(workspace, other))
        if clean.knows(read):
            continue
        for item in (claim, other):
            if item.id not in readings:
                readings[item.id] = _reading(workspace, item)
        mine, theirs = readings[claim.id], readings[other.id]
        fault = _Pair(workspace, judge, claim, other, mine, theirs).fault()
        if fault is None:
            clean.add(read)
        else:
            found = True
            code, severity, message, mend = fault
            where = places.of_wording(claim, 0)
            yield Diagnostic(code, severity, message, where, mend, claim.id, claim.statement)
    if not found:
        clean.add(whole)
    clean.keep()


def _as_read(workspace: Workspace, claim: Claim) -> tuple[object, ...]:
    quotes = [
        (found.document.source.id, found.document.source.issued, found.span, found.evidence.stance)
        for found in workspace.anchored[claim.id]
    ]
    return claim.id, claim.statement, [evidence.stance for evidence in claim.evidence], quotes


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of claims that share a rare word and half of all their words, each once, the later claim first."""
    words = [_bag(claim.statement) for claim in claims]
    holders: dict[str, list[int]] = {}
    for number, bag in enumerate(words):
        for word in bag:
            holders.setdefault(word, []).append(number)
    for number, bag in enumerate(words):
        shared = sorted(
            (word for word in bag if len(holders[word]) > 1), key=lambda word: (len(holders[word]), word)
        )
        others = {other for word in shared[:RAREST] for other in holders[word][:MOST] if other < number}
        for other in sorted(others):
            if len(bag & words[other]) >= SHARED * max(len(bag), len(words[other])):
                yield claims[number], claims[other]


def _bag(statement: str) -> frozenset[str]:
    return frozenset(token.text.removesuffix("'s") for token in tokenize(statement))


def _reading(workspace: Workspace, claim: Claim) -> Analysis:
    anchored = workspace.anchored[claim.id]
    issued = anchored[0].document.source.issued if anchored else ""
    return workspace.analyst.analyse(claim.statement, issued or None)


class _Pair:
    """A claim and an earlier one, read."""

    def __init__(
        self,
        workspace: Workspace,
        judge: Judge,
        claim: Claim,
        other: Claim,
        mine: Analysis,
        theirs: Analysis,
    ) -> None:
        self._workspace, self._judge = workspace, judge
        self._claim, self._other = claim, other
        self._mine, self._theirs = mine, theirs

    def fault(self) -> tuple[str, Severity, str, str] | None:
        """Code, severity, message and mend; None where the two go together."""
        there = self._judge.pair(self._mine, self._theirs)
        back = self._judge.pair(self._theirs, self._mine)
        labels = {there.label, back.label}
        other = f"claim `{self._other.id}` ({self._other.location})"
        if not there.conflicts and not back.conflicts and self._one_in_other_words():
            if self._stance() is self._stance_of(self._other):
                mend = "make one claim of the two, or say what differs"
                return "FC109", Severity.WARNING, f"this says what {other} says", mend
            if self._share_words():
                mend = "decide on one stance"
                message = f"the same words support this and refute {other}, which says the same"
                return "FC305", Severity.ERROR, message, mend
        both = self._stance() is self._stance_of(self._other) is Stance.SUPPORTS
        if labels == {Label.REFUTED} and both and _same_matter(there, back):
            clash = there.conflicts[0]
            mine, theirs = clash.statement_span.of(self._mine.text), clash.evidence_span.of(there.text)
            message = (
                f"this contradicts {other}: “{shortened(mine)}” against “{shortened(theirs)}” ({clash.code})"
            )
            mend = "add the other's quote to each as refuting evidence, or say in each who says so"
            return "FC306", Severity.WARNING, message, mend
        return None

    def _one_in_other_words(self) -> bool:
        """Whether the words are the same, and not the whole wording, which is another rule's."""
        same = _words(self._mine) == _words(self._theirs)
        return same and plain(self._mine.text) != plain(self._theirs.text)

    def _stance(self) -> Stance | None:
        return self._stance_of(self._claim)

    def _stance_of(self, claim: Claim) -> Stance | None:
        stances = {evidence.stance for evidence in claim.evidence}
        return stances.pop() if len(stances) == 1 else None

    def _share_words(self) -> bool:
        anchored = self._workspace.anchored
        return any(
            one(mine, theirs)
            for mine in anchored[self._claim.id]
            for theirs in anchored[self._other.id]
            if mine.evidence.stance is not theirs.evidence.stance
        )


def _words(analysis: Analysis) -> Counter[str]:
    """The words of a statement in their base forms, the lightest left out."""
    return Counter(word.lemma for word in analysis.words if word.text not in _LIGHT)


def _same_matter(there: Judgement, back: Judgement) -> bool:
    """Whether all but the clash is the same: another date, then, is no other event."""
    if min(there.features.matter, back.features.matter) < SAME_MATTER:
        return False
    return len({(clash.code, clash.statement_span) for clash in there.conflicts}) == 1
