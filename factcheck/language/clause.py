"""What a clause is: a verb group and what stands around it."""

from __future__ import annotations

from factcheck.language.phrases import Phrase
from factcheck.records import NamedTuple


class Clause(NamedTuple):
    """A verb group and what stands around it. Word indices, `first` to `last` half-open."""

    first: int
    last: int
    verb: int
    """The main verb, or a form of "be", "have" or "do" where there is no other."""
    group: tuple[int, int]
    """The verb group: auxiliaries, adverbs, negations and the main verb."""
    passive: bool
    subject: Phrase | None
    objects: tuple[Phrase, ...]
    """Noun phrases after the verb that no preposition governs, in order; what a relative clause is about."""
    adjuncts: tuple[Phrase, ...]
    """Noun phrases that a preposition governs, in order, those before the verb included."""
    subjects: tuple[Phrase, ...] = ()
    """All members of the subject where it is a list; else the subject alone."""
    finite: bool = True
    """False for infinitives and for participles without an auxiliary."""

    @property
    def agents(self) -> tuple[Phrase, ...]:
        """Who does it: the subjects, or in the passive what "by" governs."""
        if not self.passive:
            return self.subjects
        return tuple(phrase for phrase in self.adjuncts if phrase.preposition == "by")

    @property
    def agent(self) -> Phrase | None:
        """The first of `agents`."""
        return next(iter(self.agents), None)

    @property
    def patients(self) -> tuple[Phrase, ...]:
        """Whom it is done to: the objects, or in the passive the subjects."""
        return self.subjects if self.passive else self.objects

    @property
    def patient(self) -> Phrase | None:
        """The first of `patients`."""
        return next(iter(self.patients), None)
