"""Who does what to whom: a shallow reading of clauses over part-of-speech tags.

No parser: noun phrases are runs of tags, a clause is a verb group with the noun phrases before and after
it, up to where the next one begins. The subject of a finite verb is what stands before it, past relative
clauses, participles and brackets ("the man who sold the car left"); a participle belongs to the noun that
it follows; a second verb after "and" shares the subject of the first. What this cannot see (the subject of
most infinitives, long-distance dependencies) is left empty rather than guessed, and the checks that build
on it stay silent there.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.clause import Clause
from factcheck.language.phrases import Gaps, Phrase
from factcheck.language.subjects import SubjectFinder
from factcheck.language.tags import Tag
from factcheck.language.verb_groups import Group, verb_groups
from factcheck.language.words import Word

__all__ = ["Clause", "Phrase", "read_clauses"]

REACH = 150
"""How many words a clause may reach back: longer sentences are lists, or no sentences."""


def read_clauses(
    words: Sequence[Word], tags: Sequence[Tag], gaps: Gaps, phrases: Sequence[Phrase]
) -> tuple[Clause, ...]:
    """The clauses of a text with its noun phrases, in the order of their verbs."""
    found = verb_groups(words, tags, gaps)
    return _Reader(tags, gaps, found, SubjectFinder(words, tags, gaps, phrases)).read()


class _Reader:
    """Walks over the verb groups of a text from left to right."""

    def __init__(
        self,
        tags: Sequence[Tag],
        gaps: Gaps,
        groups: Sequence[Group],
        finder: SubjectFinder,
    ) -> None:
        self.tags = tags
        self.gaps = gaps
        self.groups = groups
        self.finder = finder

    def read(self) -> tuple[Clause, ...]:
        clauses: list[Clause] = []
        pending: tuple[Phrase, ...] = ()
        for number, group in enumerate(self.groups):
            start = self._start(group)
            level = self.gaps.depth[group.verb]
            previous = self._previous(clauses, start, level)
            if previous is None:
                pending = ()
            since = max(start, previous.group[1] if previous else 0)
            near = self._between(since, group.first, level)
            relative = self.finder.relative(since, group.first)
            group = self.finder.reduced(group, previous, relative, bool(pending), bool(near))
            subjects = self.finder.subjects(group, previous, near, relative, pending, clauses)
            if group.finite and relative < 0:
                pending = ()
            elif not pending:
                pending = self.finder.before(relative if relative >= 0 else group.first, near)
            if group.finite and subjects and previous is not None:
                clauses[-1] = _fronted(clauses[-1], subjects, start)
            clauses.append(self._clause(number, group, start, subjects, near, relative))
        return tuple(_trimmed(clauses))

    def _previous(self, clauses: Sequence[Clause], start: int, level: int) -> Clause | None:
        for clause in reversed(clauses):
            if clause.group[0] < start:
                return None
            if self.gaps.depth[clause.verb] == level:
                return clause
        return None

    def _between(self, first: int, last: int, level: int) -> list[Phrase]:
        """The phrases that lie between two words, in a bracket or outside all."""
        return [p for p in self.finder.within(first, last) if self.gaps.depth[p.head] == level]

    def _start(self, group: Group) -> int:
        """Where the sentence, or the bracket, that a group stands in begins."""
        level = self.gaps.depth[group.verb]
        index = group.first
        stop = max(0, group.first - REACH)
        while index > stop and not (self.gaps.ends(index) and self.gaps.depth[index] == level):
            if level and self.gaps.depth[index - 1] != level:
                break
            index -= 1
        return index

    def _clause(
        self,
        number: int,
        group: Group,
        start: int,
        subjects: tuple[Phrase, ...],
        near: Sequence[Phrase],
        relative: int,
    ) -> Clause:
        stop = self._stop(number, group)
        following = self._between(group.last, stop, self.gaps.depth[group.verb])
        second = number > 0 and bool(near) and near[0].first >= self.groups[number - 1].last
        opener = self._opener(near, group) if second else 0
        leading = [p for p in near if p.first >= max(opener, relative + 1) and p not in subjects]
        objects = [p for p in following if p.preposition is None and self.tags[p.head] is not Tag.DATE]
        if relative >= 0 and not objects and not group.passive:
            antecedent = self.finder.before(relative)
            objects = [p for p in antecedent if p not in subjects]
        return Clause(
            first=max([start, *(p.last for p in near if p.last <= relative)]),
            last=stop,
            verb=group.verb,
            group=(group.first, group.last),
            passive=group.passive,
            subject=subjects[0] if subjects else None,
            objects=tuple(objects),
            adjuncts=tuple(p for p in (*leading, *following) if p.preposition is not None),
            subjects=subjects,
            finite=group.finite,
        )

    def _opener(self, near: Sequence[Phrase], group: Group) -> int:
        """Where what stands before a second verb stops to belong to the first."""
        for index in range(group.first, near[0].first - 1, -1):
            if self.gaps.comma(index) or self.tags[index] in (Tag.CONJUNCTION, Tag.SUBORDINATOR):
                listed = any(p.listed and p.first <= index < p.last + 2 for p in near)
                if not listed:
                    return index
        return group.first

    def _stop(self, number: int, group: Group) -> int:
        """Where what belongs to a verb ends: the next verb, clause or sentence."""
        level = self.gaps.depth[group.verb]
        limit = min(len(self.tags), group.last + REACH)
        for other in self.groups[number + 1 :]:
            if self.gaps.depth[other.verb] == level:
                limit = other.first
                break
        for index in range(group.last, limit):
            if self.gaps.depth[index] == level and self.gaps.ends(index):
                return index
            if self.tags[index] in (Tag.SUBORDINATOR, Tag.RELATIVE):
                return index
        return limit


def _fronted(clause: Clause, subjects: tuple[Phrase, ...], start: int) -> Clause:
    """A participle that opens its sentence, with the subject of the main verb: "Born in Naples, he left"."""
    if clause.finite or clause.subjects or clause.group[0] != start or clause.group[1] > subjects[0].first:
        return clause
    return clause._replace(subject=subjects[0], subjects=subjects)


def _shared_list(clause: Clause, following: Clause) -> bool:
    """True where what looks like a list is the object of a verb and, after "and", the subject of the next one:
    "they opposed the plan and the council voted"."""
    subjects = following.subjects
    if len(subjects) != 2 or not following.finite or not clause.finite or clause.passive:
        return False
    return subjects[0].first == clause.group[1] and subjects[0].preposition is None


def _trimmed(clauses: list[Clause]) -> list[Clause]:
    """Clauses without the phrases that the next one opens with: its subject is no object of theirs."""
    made = []
    for number, clause in enumerate(clauses):
        following = clauses[number + 1] if number + 1 < len(clauses) else None
        if following and _shared_list(clause, following):
            rest = following.subjects[1:]
            following = clauses[number + 1] = following._replace(subject=rest[0], subjects=rest)
        subject = following.subject if following and following.finite else None
        if following and subject and clause.group[1] <= subject.first and following.first <= subject.first:
            made.append(_until(clause, subject.first))
        else:
            made.append(clause)
    return made


def _until(clause: Clause, stop: int) -> Clause:
    return clause._replace(
        last=min(clause.last, stop),
        objects=tuple(phrase for phrase in clause.objects if phrase.first < stop),
        adjuncts=tuple(phrase for phrase in clause.adjuncts if phrase.first < stop),
    )
