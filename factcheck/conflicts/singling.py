"""Only and the only: what is singled out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.conflicts.matter import Ties, clash
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.reach import clause_end, clause_start, word_set
from factcheck.language.tags import Tag
from factcheck.model import Conflict

_CODE = "scope"
_ONLY = word_set("only sole solely alone exclusively lone")

_ALONE = word_set("nobody none except sole alone")


def only_denied(pair: Pair) -> Iterator[Conflict]:
    """the only / not the only."""
    mine = [(at, _denied(pair.statement, at)) for at in _onlies(pair.statement)]
    theirs = [(at, _denied(pair.evidence, at)) for at in _onlies(pair.evidence)] if mine else []
    if not theirs:
        return
    ties = pair.ties
    for index, denied in mine:
        for at, other in theirs:
            if denied is not other and _same_phrase(pair, ties, index, at):
                yield clash(
                    pair, _CODE, (index, index + 1), (at, at + 1), "the only one against not the only one"
                )
                return


@lru_cache(maxsize=READINGS)
def _onlies(analysis: Analysis) -> Sequence[int]:
    """Places of "only" that single something out: not "only 5", "if only", "not only … but"."""
    found = []
    for index, word in enumerate(analysis.words):
        if word.text not in _ONLY:
            continue
        follows = analysis.words[index + 1] if index + 1 < len(analysis.words) else None
        before = analysis.words[index - 1].text if index else ""
        if word.text == "alone" and (not index or analysis.tags[index - 1] not in (Tag.NOUN, Tag.NAME)):
            continue
        if before == "if" or (
            follows is not None and ((follows.figure >= 0 and follows.text != "one") or follows.date >= 0)
        ):
            continue
        if before == "not" and "but" in {other.text for other in analysis.words[index:]}:
            continue
        found.append(index)
    return found


def _denied(analysis: Analysis, index: int) -> bool:
    return any(
        word.text in ("not", "hardly") or word.text.endswith("n't")
        for word in analysis.words[max(0, index - 3) : index]
    )


def _same_phrase(pair: Pair, ties: Ties, index: int, at: int) -> bool:
    """True where what "the only" stands before is tied, or what the two clauses say."""
    one = _behind(pair.statement, index)
    other = set(range(clause_start(pair.evidence, at), clause_end(pair.evidence, at)))
    tied = [word for word in one if ties.of(word) & other]
    return bool(tied) and len(tied) * 2 >= len(one)


def _behind(analysis: Analysis, index: int) -> list[int]:
    return [at for at in range(index + 1, clause_end(analysis, index)) if not analysis.words[at].stop]


def singled_out(pair: Pair, *, exclude: bool) -> Iterator[Conflict]:
    """Only A, where the evidence has A and B (they exclude one another), or has A without "only"."""
    mine = [at for at in _onlies(pair.statement) if not _denied(pair.statement, at)]
    if not mine or _onlies(pair.evidence) or any(word.text in _ALONE for word in pair.evidence.words):
        return
    ties = pair.ties
    for index in mine:
        singled = _singled(pair.statement, index)
        targets = sorted(
            target for at in singled for target in ties.of(at) if not pair.statement.words[at].stop
        )
        if not targets:
            continue
        others = _others(pair, ties, targets)
        if others and exclude and _rest_tied(pair, ties, index, singled):
            yield clash(
                pair,
                _CODE,
                (index, index + 1),
                (others[0], others[-1] + 1),
                "only one against one and others",
            )
            return
        if not exclude and (others or _participant(pair.statement, index)):
            yield clash(
                pair,
                _CODE,
                (index, index + 1),
                (targets[0], targets[0] + 1),
                "the evidence does not say “only”",
            )
            return


def _others(pair: Pair, ties: Ties, targets: list[int]) -> list[int]:
    """Heads of what the evidence lists beside a target and the statement does not have."""
    for clause in pair.evidence.clauses:
        for group in (clause.subjects, clause.objects, clause.adjuncts):
            members = [phrase for phrase in group if phrase.listed]
            if any(phrase.first <= target < phrase.last for phrase in members for target in targets):
                loose = [phrase.head for phrase in members if not ties.under(phrase.head)]
                if loose:
                    return loose
    return []


def _rest_tied(pair: Pair, ties: Ties, index: int, singled: list[int]) -> bool:
    """True where all content words outside what "only" bears on are tied."""
    words = pair.statement.words
    rest = [at for at in range(len(words)) if at not in singled and at != index and not words[at].stop]
    return all(ties.of(at) or words[at].figure >= 0 for at in rest)


def _participant(analysis: Analysis, index: int) -> bool:
    """True where "only" bears on a subject, or stands behind "the": only Finland signed, the only bank."""
    if index and analysis.words[index - 1].text in ("the", "its", "their", "his", "her", "a"):
        return True
    after = min(index + 1, len(analysis.words) - 1)
    return any(
        phrase.first <= after < phrase.last and clause.group[0] > index
        for clause in analysis.clauses
        for phrase in clause.subjects
    )


def _singled(analysis: Analysis, index: int) -> list[int]:
    """The content words that "only" bears on: those right behind it, or before it for "alone"."""
    if analysis.words[index].text == "alone":
        return [at for at in range(max(0, index - 2), index) if not analysis.words[at].stop]
    end = min(clause_end(analysis, index), index + 5)
    return [at for at in range(index + 1, end) if not analysis.words[at].stop]
