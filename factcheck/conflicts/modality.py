"""`modality`: the statement says that something is so, the evidence only that it is planned, proposed,
expected, offered, alleged, possible, asked.

Flags, and makes not-enough-info of it (where the evidence denies the thing, `polarity` speaks):

- "The state has paid half of the cost." / "The state has promised to pay half of it."
- "A ferry line was opened." / "A ferry line is being considered."
- "He stole the painting." / "He is accused of stealing the painting."
- "The price will double." / "The price may double."
- "Russia attacked the port." / "Will Russia attack the port?"

Leaves alone:

- the same reserve on both sides ("plans to build" / "intends to build"), and a statement with more reserve
  than the evidence;
- what the evidence elsewhere says to be so ("was planned in 2019 and opened in 2021");
- verbs that say that it was done ("managed to pay", "began to pay");
- what somebody can do against what they do;
- a denial, but for what is asked ("was not started" / "whether it was started");
- what is alleged, where the statement says so too, or whose view it is;
- an opinion ("I believe that …"): that is a caveat, not a conflict.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.conflicts.matter import Ties
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.clauses import Clause
from factcheck.language.irrealis import all_covering, covering, irrealis
from factcheck.language.irrealis_words import Irrealis, IrrealisKind
from factcheck.language.negation import negations
from factcheck.language.tags import BE, Tag
from factcheck.language.views import ASCRIBED, VIEWS
from factcheck.model import Conflict

CODE = "modality"
_MODAL = (IrrealisKind.FUTURE, IrrealisKind.POSSIBLE, IrrealisKind.CONDITIONAL)
_OUTER = (IrrealisKind.ASKED, IrrealisKind.ALLEGED)
"""What holds of all that depends on it, whatever else it is under: asked whether it would."""
_STRENGTH = {
    IrrealisKind.ABLE: 3,
    IrrealisKind.FUTURE: 2,
    IrrealisKind.NEARLY: 1,
    IrrealisKind.INTENDED: 1,
    IrrealisKind.CONDITIONAL: 1,
    IrrealisKind.POSSIBLE: 0,
    IrrealisKind.ALLEGED: 0,
    IrrealisKind.ASKED: -1,
}
"""How much each says; a statement is borne out by evidence that says as much or more."""
_REACH = 8
"""So many words after "will be", a word is still taken for what will be."""
_DETAIL = {
    IrrealisKind.FUTURE: "the evidence says that it is to come",
    IrrealisKind.INTENDED: "the evidence speaks of an intention, a proposal or an offer",
    IrrealisKind.POSSIBLE: "the evidence says that it is possible",
    IrrealisKind.ABLE: "the evidence says that it can be",
    IrrealisKind.ALLEGED: "the evidence says that it is alleged",
    IrrealisKind.CONDITIONAL: "the evidence makes it depend on something else",
    IrrealisKind.NEARLY: "the evidence says that it nearly was",
    IrrealisKind.ASKED: "the evidence asks",
}


def check(pair: Pair) -> Iterator[Conflict]:
    """One conflict at the most: the first predicate of the statement that the evidence leaves open."""
    theirs = irrealis(pair.evidence)
    if not theirs:
        return
    mine = irrealis(pair.statement)
    denied = {index for negation in negations(pair.statement) for index in range(*negation.scope)}
    ties = pair.ties
    finite = [clause for clause in pair.statement.clauses if clause.finite]
    for clause in finite or pair.statement.clauses:
        for index in _predicates(pair, ties, clause):
            own = covering(mine, index)
            found = _left_open(pair, ties, theirs, index, own)
            if index in denied and (found is None or found[1].kind is not IrrealisKind.ASKED):
                continue
            if found is not None and (
                index == clause.verb or _governed(*found) or _equated(pair, clause, *found)
            ):
                target, item = found
                first, last = _stretch(item, target)
                yield pair.conflict(
                    CODE,
                    pair.statement_span(index, index + 1),
                    pair.evidence_span(first, last),
                    _DETAIL[item.kind],
                )
                return


def _predicates(pair: Pair, ties: Ties, clause: Clause) -> Iterator[int]:
    """What a clause says: its verb, or with a verb that says little, or that the evidence lacks, the head
    of what it is done to (an agreement was signed / a draft agreement is under consideration)."""
    analysis, verb = pair.statement, clause.verb
    if analysis.tags[verb] is Tag.VERB and not analysis.words[verb].stop and ties.of(verb):
        yield verb
        return
    told = clause.patients or clause.adjuncts[:1]
    heads = [phrase.head for number, phrase in enumerate(told) if not (number and phrase.listed)]
    said = [head for head in heads if not analysis.words[head].stop]
    if said:
        yield from said
        return
    for index in range(clause.group[1], clause.last):
        if analysis.tags[index] is Tag.ADJECTIVE:
            yield index
            return


def _left_open(
    pair: Pair, ties: Ties, theirs: tuple[Irrealis, ...], index: int, own: Irrealis | None
) -> tuple[int, Irrealis] | None:
    """The place and the reserve of the evidence, where every mention of a predicate there is under one."""
    targets = sorted(ties.of(index))
    if not targets:
        return None
    found = []
    for target in targets:
        over = [*all_covering(theirs, target), *_of_passive(pair.evidence, theirs, target)]
        reserves = over[:1] + [item for item in over[1:] if item.kind in _OUTER]
        item = next((one for one in reserves if not _borne_out(pair, one, index, own)), None)
        if item is None:
            return None
        found.append((target, item))
    said_to_be = pair.statement.tags[index] is not Tag.VERB
    return next(
        (
            (target, item)
            for target, item in found
            if said_to_be or _is_ordered(pair.evidence, target, item) or ties.same_parts(index, target)
        ),
        None,
    )


def _is_ordered(analysis: Analysis, target: int, item: Irrealis) -> bool:
    """True for a noun that is the object of "order" and the like: ordered repayment."""
    return any(
        clause.verb == item.cue[0] and any(phrase.head == target for phrase in clause.objects)
        for clause in analysis.clauses
    )


def _of_passive(analysis: Analysis, theirs: tuple[Irrealis, ...], target: int) -> Iterator[Irrealis]:
    """The reserve over what is said to be done to a thing: an offer could be made."""
    for clause in analysis.clauses:
        if clause.passive and any(phrase.head == target for phrase in clause.subjects):
            yield from (item for item in all_covering(theirs, clause.verb) if item.kind in _MODAL)


def _governed(target: int, item: Irrealis) -> bool:
    """True where a thing itself is what is planned, proposed or alleged, not a part of it."""
    near = min(abs(target - item.cue[0]), abs(target - item.cue[1])) <= 5
    return near and item.kind in (IrrealisKind.INTENDED, IrrealisKind.ALLEGED)


def _equated(pair: Pair, clause: Clause, target: int, item: Irrealis) -> bool:
    """True where "is" ties a thing to the subject in the statement, and "will be" in the evidence."""
    if pair.statement.words[clause.verb].text not in BE:
        return False
    between = pair.evidence.words[item.cue[0] : target]
    return len(between) <= _REACH and any(word.text in BE for word in between)


def _borne_out(pair: Pair, item: Irrealis, index: int, own: Irrealis | None) -> bool:
    cue = {word.lemma for word in pair.evidence.words[slice(*item.cue)]}
    if not cue.isdisjoint(VIEWS) and _ascribes(pair.statement):
        return True
    if own is not None:
        return _STRENGTH[item.kind] >= _STRENGTH[own.kind]
    return item.kind is IrrealisKind.ABLE and not _happened(pair.statement, index)


@lru_cache(maxsize=READINGS)
def _ascribes(analysis: Analysis) -> bool:
    """True for a statement that tells whose view it gives."""
    return any(word.lemma in ASCRIBED for word in analysis.words)


def _happened(analysis: Analysis, index: int) -> bool:
    """True for a predicate in a past tense."""
    word = analysis.words[index]
    return (
        analysis.tags[index] is Tag.VERB and word.text != word.lemma and not word.text.endswith(("s", "ing"))
    )


def _stretch(item: Irrealis, target: int) -> tuple[int, int]:
    """The cue with the predicate, or the predicate alone where they stand far apart."""
    first, last = min(item.cue[0], target), max(item.cue[1], target + 1)
    return (first, last) if last - first <= 12 else (target, target + 1)
