"""One text of a pair with what it denies and what it leaves open."""

from __future__ import annotations

from factcheck.language.analysis import Analysis
from factcheck.language.irrealis import covering, irrealis
from factcheck.language.irrealis_words import Irrealis, IrrealisKind
from factcheck.language.negation import negations
from factcheck.language.negation_kinds import Negation, NegationKind
from factcheck.language.tags import Tag


class Side:
    """One text with what it denies and what it leaves open."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.negations = negations(analysis)
        self._irrealis: tuple[Irrealis, ...] | None = None

    def mood(self, index: int) -> IrrealisKind | None:
        """In what way a word is not said to be so; None where it is. Ability counts as fact here."""
        if self._irrealis is None:
            self._irrealis = irrealis(self.analysis)
        found = covering(self._irrealis, index)
        if found is None or found.kind is IrrealisKind.ABLE:
            return None
        return found.kind

    def sign(self, index: int) -> bool | None:
        """True where a word is affirmed, False where it is denied, None where neither can be told."""
        direct = [
            item
            for item in self.negations
            if index in item.focus or (index == item.verb and item.kind is not NegationKind.CONTRAST)
        ]
        if not direct:
            return None if any(self._touches(item, index) for item in self.negations) else True
        if not all(item.firm for item in direct):
            return None
        return sum(item.holds for item in direct) % 2 == 0

    def _touches(self, negation: Negation, index: int) -> bool:
        """True where a negation may reach a word that it does not deny outright.

        That is so in its scope, for a participle that trails behind it ("not standing on the rails,
        fishing") and for the subject of what it denies.
        """
        if negation.scope[0] <= index < negation.scope[1]:
            return negation.holds or not negation.firm
        if not negation.holds:
            return False
        tags, words = self.analysis.tags, self.analysis.words
        if tags[index] is Tag.VERB:
            return words[index].text.endswith("ing") and 0 <= index - negation.scope[1] <= 1
        return any(
            phrase.head == index
            for clause in self.analysis.clauses
            if clause.verb in negation.focus
            for phrase in clause.subjects
        )
