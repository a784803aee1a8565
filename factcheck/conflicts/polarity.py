"""`polarity`: the one says that something is so, the other that it is not.

Flags, where the denied predicate is the statement's own and everything that the denial depends on is
taken up by the other side:

- "The minister signed the agreement." / "The minister said he did not sign the agreement."
- "Several people were injured." / "Nobody was injured."
- "The club refused to sell the striker." / "The club has sold the striker."
- "They signed a peace treaty." / "They are denying having signed a peace treaty."
- "The plant no longer runs." / "The plant runs day and night."
- "The report was published." / "The report remains unpublished."

Leaves alone:

- a denial of something else ("The man is not crying." / "The man is not smiling."), or of more than the
  statement says ("She sold the house." / "She did not sell the house in 2019.");
- what only looks like a denial: "not only", "no fewer than", "not until", "no doubt", "not all";
- two denials that cancel ("never failed to pay" / "paid"), two that agree ("did not sign" / "left unsigned"),
  and what stays open ("did not deny having signed" / "did not sign");
- a denial that only tells things apart ("patients without fever", "non-human primates", "unpublished studies");
- opposites under a denial ("rose" / "did not fall"), a statement that only reports a denial, questions and
  conditions, and a possibility or a plan held against what is said to be so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from factcheck.conflicts.matter import Ties, clash, clause_of, is_subject
from factcheck.conflicts.pair import Pair
from factcheck.conflicts.prefixes import attributive, may_be_prefixed, prefixed
from factcheck.conflicts.sides import Side
from factcheck.conflicts.whole_denials import denied_as_a_whole
from factcheck.language.analysis import Analysis
from factcheck.language.irrealis_words import IrrealisKind
from factcheck.language.negation import negations
from factcheck.language.negation_kinds import Negation, NegationKind
from factcheck.language.reach import clause_start
from factcheck.language.tags import Tag
from factcheck.model import Conflict

CODE = "polarity"

_BEFORE_NOUNS = (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN)


def check(pair: Pair) -> Iterator[Conflict]:
    """At most one conflict: the first predicate that one side affirms and the other denies."""
    if not (negations(pair.statement) or negations(pair.evidence) or may_be_prefixed(pair)):
        return
    statement, evidence, ties = Side(pair.statement), Side(pair.evidence), pair.ties
    for found in (
        *_denied_by_evidence(pair, statement, evidence, ties),
        *_denied_by_statement(pair, statement, evidence, ties),
        *prefixed(pair, statement, evidence, ties),
        *_denied_as_a_whole(pair, statement, evidence, ties),
    ):
        yield found
        return


def _denied_as_a_whole(
    pair: Pair, statement: Side, evidence: Side, ties: Ties, known: Collection[int] = ()
) -> Iterator[Conflict]:
    for negation, focus, target in denied_as_a_whole(pair, statement, evidence, ties, known):
        if _same_form(pair, focus, target) and not _sets_apart(statement, negation, focus):
            detail = "denied in the statement, affirmed in the evidence"
            yield clash(pair, CODE, _stretch(negation, focus), (target, target + 1), detail)


def denies_what_is_so(pair: Pair, known: Collection[int]) -> Conflict | None:
    """The clash of a statement that is borne out but for its one denial.

    `known` are words of the statement that other texts which say the same as the evidence account for.
    """
    if not negations(pair.statement):
        return None
    sides = Side(pair.statement), Side(pair.evidence)
    return next(_denied_as_a_whole(pair, *sides, pair.ties, known), None)


def _denied_by_evidence(pair: Pair, statement: Side, evidence: Side, ties: Ties) -> Iterator[Conflict]:
    for negation in evidence.negations:
        if not negation.holds:
            continue
        for focus in negation.focus:
            if _says_little(pair.evidence, focus) or evidence.sign(focus) is not False:
                continue
            if _sets_apart(evidence, negation, focus):
                continue
            but = {*negation.focus, *range(*negation.cue)}
            for index in ties.under(focus):
                if (
                    statement.sign(index) is True
                    and _same_form(pair, index, focus)
                    and _same_mood(statement, index, evidence, focus, negation)
                    and _same_role(pair, index, negation, ties)
                    and (negation.kind is not NegationKind.ENDED or _present(pair.statement, index))
                    and ties.covers_evidence(*negation.scope, but)
                    and ties.same_parts(index, focus)
                    and _alone(pair, evidence, ties, index, negation)
                ):
                    yield clash(
                        pair,
                        CODE,
                        (index, index + 1),
                        _stretch(negation, focus),
                        "affirmed in the statement, denied in the evidence",
                    )
                    return


def _denied_by_statement(pair: Pair, statement: Side, evidence: Side, ties: Ties) -> Iterator[Conflict]:
    for negation in statement.negations:
        if not negation.holds or negation.kind is NegationKind.DENIAL:
            continue
        for focus in negation.focus:
            targets = ties.of(focus)
            if _says_little(pair.statement, focus) or not targets or statement.sign(focus) is not False:
                continue
            if _sets_apart(statement, negation, focus) or _denies_twice(statement, evidence, ties, negation):
                continue
            but = {*negation.focus, *range(*negation.cue)}
            if not _affirms(pair, evidence, ties, negation, but) or any(
                evidence.sign(at) is not True for at in targets
            ):
                continue
            for target in sorted(targets):
                if (
                    _same_form(pair, focus, target)
                    and _same_mood(evidence, target, statement, focus, negation)
                    and not (_nominal(pair.statement, focus) and _only_named(pair.evidence, target, negation))
                    and (negation.verb < 0 or ties.of(negation.verb))
                    and (negation.kind is not NegationKind.ENDED or _present(pair.evidence, target))
                    and ties.same_parts(focus, target)
                ):
                    yield clash(
                        pair,
                        CODE,
                        _stretch(negation, focus),
                        (target, target + 1),
                        "denied in the statement, affirmed in the evidence",
                    )
                    return


def _affirms(pair: Pair, evidence: Side, ties: Ties, negation: Negation, but: set[int]) -> bool:
    """True where the evidence affirms all that the statement denies, of the very subject that it names."""
    if not ties.covers_statement(*negation.scope, but):
        return False
    tags = pair.statement.tags
    for at in range(*negation.scope):
        targets = () if at in but else ties.of(at)
        signs = [evidence.sign(target) is True for target in targets]
        if signs and not (all(signs) if tags[at] is Tag.VERB else any(signs)):
            return False
    clause = clause_of(pair.statement, negation.focus[-1])
    subjects = clause.subjects if clause else ()
    return all(ties.covers_statement(phrase.first, phrase.last, but) for phrase in subjects)


def _denies_twice(statement: Side, evidence: Side, ties: Ties, negation: Negation) -> bool:
    """True where the statement denies something else too that the evidence affirms: those who do not pay
    are not let in / those who pay are let in."""
    return any(
        evidence.sign(target) is True
        for other in statement.negations
        if other is not negation and other.holds
        for focus in other.focus
        for target in ties.of(focus)
    )


def _says_little(analysis: Analysis, index: int) -> bool:
    word = analysis.words[index]
    return word.stop or word.figure >= 0


def _same_form(pair: Pair, statement: int, evidence: int) -> bool:
    """True unless the one is something done and the other a thing or a doer: riding/rider, skiing/ski."""
    mine, theirs = pair.statement.tags[statement], pair.evidence.tags[evidence]
    if Tag.NAME in (mine, theirs) and mine is not theirs:
        return False
    return (
        _deed(pair.evidence, evidence)
        if mine is Tag.VERB
        else theirs is not Tag.VERB or _deed(pair.statement, statement)
    )


def _deed(analysis: Analysis, index: int) -> bool:
    """True for a verb, an adjective, or a noun that can name what is done and heads its phrase."""
    tag, text = analysis.tags[index], analysis.words[index].text
    if text.endswith("ing") and attributive(analysis, index) and analysis.tags[index - 1] in _BEFORE_NOUNS:
        return False
    if tag is not Tag.NOUN:
        return tag is not Tag.NAME
    if attributive(analysis, index):
        return False
    governed = index and analysis.tags[index - 1] in (Tag.PREPOSITION, Tag.NOUN)
    return not text.endswith(("er", "or", "ers", "ors", "ist", "ists")) and not governed


def _sets_apart(side: Side, negation: Negation, focus: int) -> bool:
    """True where a denial only tells things apart: patients without fever, non-human primates, and where
    the same text speaks of the others too."""
    if negation.kind is not NegationKind.NOMINAL or negation.verb >= 0:
        return False
    words, tags, first = side.analysis.words, side.analysis.tags, negation.cue[0]
    if words[first].text not in ("without", "non"):
        return False
    attached = first > 0 and tags[first - 1] in (Tag.NOUN, Tag.NAME) and words[first].text == "without"
    again = any(word.lemma == words[focus].lemma and at != focus for at, word in enumerate(words))
    return attached or again or (words[first].text == "non" and attributive(side.analysis, focus))


def _same_mood(affirming: Side, affirmed: int, denying: Side, denied: int, negation: Negation) -> bool:
    """True where both speak of what is so, or both of the same kind of what may be or will be.

    "Could not" says that it was not done.
    """
    mood = denying.mood(denied)
    if mood is IrrealisKind.POSSIBLE and denying.analysis.words[negation.cue[0]].text in (
        "could",
        "couldn't",
    ):
        mood = None
    return mood is affirming.mood(affirmed) and mood not in (IrrealisKind.ASKED, IrrealisKind.CONDITIONAL)


def _nominal(analysis: Analysis, index: int) -> bool:
    return analysis.tags[index] in (Tag.NOUN, Tag.NAME)


def _same_role(pair: Pair, index: int, negation: Negation, ties: Ties) -> bool:
    """A thing that is not there clashes only with a thing that is said to be there, not with a mention."""
    if negation.verb >= 0:
        return bool(ties.under(negation.verb))
    if not _nominal(pair.statement, index):
        return True
    if _nominal(pair.evidence, negation.focus[0]):
        return not is_subject(pair.statement, index) or _existential(pair.statement, index)
    return True


def _only_named(analysis: Analysis, index: int, negation: Negation) -> bool:
    """True where a noun is only mentioned: as the subject of something else that is said."""
    return is_subject(analysis, index) and not _existential(analysis, index) and negation.verb < 0


def _existential(analysis: Analysis, index: int) -> bool:
    first = clause_start(analysis, index)
    return any(word.text == "there" for word in analysis.words[first:index])


def _present(analysis: Analysis, index: int) -> bool:
    """True unless a predicate is in a past tense: what no longer is was so once."""
    word = analysis.words[index]
    if analysis.tags[index] is Tag.VERB and word.text != word.lemma and not word.text.endswith(("s", "ing")):
        return False
    before = analysis.words[max(index - 3, clause_start(analysis, index)) : index]
    return not any(other.text in ("was", "were", "had", "did", "once", "formerly") for other in before)


def _alone(pair: Pair, evidence: Side, ties: Ties, index: int, negation: Negation) -> bool:
    """True unless the evidence also affirms it, of what a name, a date or a figure tells apart alone."""
    others = [at for at in ties.of(index) if at not in negation.focus and evidence.sign(at) is True]
    if not others:
        return True
    words = pair.evidence.words
    return any(
        words[at].date >= 0 or words[at].figure >= 0 or words[at].name >= 0 for at in range(*negation.scope)
    )


def _stretch(negation: Negation, focus: int) -> tuple[int, int]:
    """The cue and the focus with what stands between, or the focus alone where that is far."""
    first, last = min(negation.cue[0], focus), max(negation.cue[1], focus + 1)
    return (first, last) if last - first <= 10 else (focus, focus + 1)
