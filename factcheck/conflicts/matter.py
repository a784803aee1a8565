"""Whether a word of the statement and one of the evidence speak of the same matter: what checks share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from factcheck.align import LinkKind
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.clauses import Clause, Phrase
from factcheck.language.intervals import Relation as Fit
from factcheck.language.lexicon import Relation
from factcheck.language.reach import phrase_end
from factcheck.language.tags import Tag
from factcheck.model import Conflict

LIGHT_WEIGHT = 0.25
"""Words below this weight say too little to tell one matter from another."""
_HEADS = (Tag.NOUN, Tag.NAME)


@lru_cache(maxsize=READINGS)
def _places(analysis: Analysis) -> Mapping[str, Sequence[int]]:
    """Where the words with a lemma stand."""
    places: dict[str, list[int]] = {}
    for index, word in enumerate(analysis.words):
        places.setdefault(word.lemma, []).append(index)
    return places


class Ties:
    """The links of a pair as sets, with all words of the evidence that repeat a linked word."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        places = _places(pair.evidence)
        self._targets: list[set[int]] = [
            set() if word.stop else set(places.get(word.lemma, ())) for word in pair.statement.words
        ]
        self._broader: set[tuple[int, int]] = set()
        for link in pair.alignment.links:
            self._targets[link.statement].add(link.evidence)
            if link.kind is LinkKind.BROADER:
                self._broader.add((link.statement, link.evidence))
        self._narrower = {
            (contrast.statement, contrast.evidence)
            for contrast in pair.alignment.contrasts
            if contrast.relation is Relation.NARROWER
        }

    def of(self, statement: int) -> set[int]:
        """The words of the evidence that account for a word of the statement."""
        return self._targets[statement]

    def near(self, statement: int) -> set[int]:
        """The same, and words of the evidence that say less: a scheme, a programme."""
        return self._targets[statement] | {other for index, other in self._narrower if index == statement}

    def tied(self, statement: int, evidence: int) -> bool:
        """True where the one accounts for the other."""
        return evidence in self._targets[statement]

    def under(self, evidence: int) -> list[int]:
        """Words of the statement that fall under a word of the evidence: what denies it denies them."""
        found = [
            index
            for index, targets in enumerate(self._targets)
            if evidence in targets and (index, evidence) not in self._broader
        ]
        return found or [index for index, other in self._narrower if other == evidence]

    def covers_evidence(self, first: int, last: int, but: set[int]) -> bool:
        """True where the statement takes up all that the evidence says from `first` to `last` (half-open)."""
        evidence = self._pair.evidence
        for index in range(first, last):
            word = evidence.words[index]
            if index in but:
                continue
            if word.date >= 0 or word.figure >= 0:
                if not self._compared(word.date, word.figure, of_statement=False):
                    return False
            elif weighs(evidence, index) and not self.under(index):
                return False
        return True

    def covers_statement(self, first: int, last: int, but: set[int]) -> bool:
        """True where the evidence accounts for all that the statement says from `first` to `last`."""
        statement = self._pair.statement
        for index in range(first, last):
            word = statement.words[index]
            if index in but:
                continue
            if word.date >= 0 or word.figure >= 0:
                if not self._compared(word.date, word.figure, of_statement=True):
                    return False
            elif weighs(statement, index) and not self._targets[index] and not self._named(word.name):
                return False
        return True

    def _named(self, name: int) -> bool:
        """True for a name of which another word is tied: Ada Lovelace, where the evidence has Lovelace."""
        if name < 0:
            return False
        found = self._pair.statement.names[name]
        return any(self._targets[index] for index in range(found.first, found.last))

    def _compared(self, date: int, figure: int, *, of_statement: bool) -> bool:
        comparisons = self._pair.alignment.dates if date >= 0 else self._pair.alignment.figures
        number = date if date >= 0 else figure
        return any(
            (item.statement if of_statement else item.evidence) == number and item.fit is not Fit.REFUTES
            for item in comparisons
        )

    def same_parts(self, statement: int, evidence: int) -> bool:
        """True unless the clauses of two predicates name different doers, or different things done to."""
        one, other = clause_of(self._pair.statement, statement), clause_of(self._pair.evidence, evidence)
        if one is None or other is None or self.is_ergative(one, other):
            return True
        for mine, theirs in ((one.agents, other.agents), (one.patients, other.patients)):
            pairs = [(phrase, match) for phrase in mine for match in theirs]
            if not pairs or any(self.same_phrase(*both, statement, evidence) for both in pairs):
                continue
            if other.finite or not any(self._just_before(phrase, other) for phrase in mine):
                return False
        return True

    def _just_before(self, phrase: Phrase, infinitive: Clause) -> bool:
        """True where a thing is tied right before an infinitive, whoever its subject may be: called for a
        school to be built."""
        first = infinitive.group[0]
        return any(self.tied(phrase.head, index) for index in range(max(0, first - 3), first))

    def is_ergative(self, one: Clause, other: Clause) -> bool:
        """True where the one's subject is the other's object: the centre opened / opened the centre."""
        for left, right in ((one, other), (other, one)):
            if not left.patients and left.subject is not None and right.patients and not right.passive:
                heads = [phrase.head for phrase in right.patients]
                if left is one:
                    return any(self.tied(left.subject.head, head) for head in heads)
                return any(self.tied(head, left.subject.head) for head in heads)
        return False

    def same_phrase(self, mine: Phrase, theirs: Phrase, statement: int, evidence: int) -> bool:
        """True unless two phrases, of the verbs `statement` and `evidence`, name different things."""
        if statement == mine.head or evidence == theirs.head:
            return True
        if not (_thing(self._pair.statement, mine.head) and _thing(self._pair.evidence, theirs.head)):
            return True
        my_end, their_end = _with_of(self._pair.statement, mine), _with_of(self._pair.evidence, theirs)
        if any(theirs.head in self.near(index) for index in range(mine.first, my_end)):
            return True
        return any(index in self.near(mine.head) for index in range(theirs.first, their_end))


def weighs(analysis: Analysis, index: int) -> bool:
    """True for a name, and for a word that says enough to tell one matter from another."""
    word = analysis.words[index]
    return word.name >= 0 or (not word.stop and word.weight >= LIGHT_WEIGHT)


def clash(pair: Pair, code: str, mine: tuple[int, int], theirs: tuple[int, int], detail: str) -> Conflict:
    """A conflict between words of the statement and words of the evidence, both half-open."""
    return pair.conflict(code, pair.statement_span(*mine), pair.evidence_span(*theirs), detail)


def clause_of(analysis: Analysis, index: int) -> Clause | None:
    """The clause whose verb group holds a word, else the nearest clause around it, or None."""
    around = None
    for clause in analysis.clauses:
        if clause.group[0] <= index < clause.group[1]:
            return clause
        if clause.first <= index < clause.last and (around is None or clause.group[1] <= index):
            around = clause
    return around


def _with_of(analysis: Analysis, phrase: Phrase) -> int:
    """The end of a phrase together with what "of" adds: a group of people, the side of a mountain."""
    end = phrase.last
    if end < len(analysis.words) and analysis.words[end].text == "of":
        return phrase_end(analysis, end + 1, len(analysis.words))
    return end


def _thing(analysis: Analysis, index: int) -> bool:
    return analysis.tags[index] in _HEADS and not analysis.words[index].stop


def is_subject(analysis: Analysis, index: int) -> bool:
    """True for a word of the subject of a finite clause."""
    return any(
        clause.finite and any(phrase.first <= index < phrase.last for phrase in clause.subjects)
        for clause in analysis.clauses
    )
