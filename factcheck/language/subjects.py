"""Whose verb it is: the subject of each verb group, by what stands before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from factcheck.language.clause import Clause
from factcheck.language.phrases import Gaps, Phrase
from factcheck.language.tags import Tag, verb_forms
from factcheck.language.verb_groups import INTRANSITIVE, Group
from factcheck.language.words import Word

_NEAR = 40
"""How many words back the noun may be that a relative clause or a bracket belongs to."""
_PLACES = ("in", "on", "at", "down", "up", "across", "through", "along", "over", "under", "inside", "outside")
_PART = ("of",)
_ANY = (*_PART, *_PLACES, "with", "from", "for", "by", "near", "behind", "around", "without")
_OBJECT_CONTROL = frozenset(
    "ask tell help allow enable force persuade urge order invite teach permit require encourage want expect cause get "
    "advise warn instruct train pay send push lead appoint elect choose hire use let leave need".split()
)
_HANDLING = ("wear", "carry", "use", "wearing", "carrying", "using")
_EITHER = ("after", "before", "since", "until", "till", "as", "than", "for", "like")


class SubjectFinder:
    """Finds subjects in one text."""

    def __init__(
        self, words: Sequence[Word], tags: Sequence[Tag], gaps: Gaps, phrases: Sequence[Phrase]
    ) -> None:
        self.words = words
        self.tags = tags
        self.gaps = gaps
        self.phrases = phrases
        self._starts = [phrase.first for phrase in phrases]
        self._ends = [phrase.last for phrase in phrases]

    def relative(self, since: int, first: int) -> int:
        """The relative pronoun that opens the clause of the verb at `first`, or -1."""
        for index in range(first - 1, since - 1, -1):
            if self.tags[index] is Tag.RELATIVE:
                return index
            if self.tags[index] in (Tag.SUBORDINATOR, Tag.CONJUNCTION) and index < first - 1:
                return -1
        return -1

    def reduced(
        self, group: Group, previous: Clause | None, relative: int, pending: bool, near: bool
    ) -> Group:
        """A past form that can only be a participle here: "mines laid by them", "a car filled with"."""
        text = self.words[group.verb].text
        bare = group.first == group.verb and self.tags[group.verb] is Tag.VERB and group.finite
        if not bare or "E" not in {form for form, _ in verb_forms(text, self.words[group.verb].lemma)}:
            return group
        if previous is not None and self._shares_passive(group, previous):
            return Group(group.first, group.last, group.verb, True, True, False)
        second = previous is not None and previous.finite and not pending and relative < 0
        if second and previous is not None:
            between = range(previous.group[1], group.first)
            opened = any(
                self.tags[i] in (Tag.CONJUNCTION, Tag.SUBORDINATOR) or self.gaps.comma(i) for i in between
            )
            second = not opened and bool(between) and not self._object_follows(group)
        alone = self.gaps.depth[group.verb] > 0 and not near
        if group.passive or second or alone:
            return Group(group.first, group.last, group.verb, True, False, False)
        return group

    def _shares_passive(self, group: Group, previous: Clause) -> bool:
        """True for the second verb of "was refloated and towed": it shares the auxiliary."""
        joined = group.first > 0 and self.tags[group.first - 1] is Tag.CONJUNCTION
        shared = joined and previous.passive and previous.finite and self.words[group.first - 1].text == "and"
        if not shared or self._object_follows(group):
            return False
        between = range(previous.group[1], group.first - 1)
        free = any(
            phrase.preposition is None and self.tags[phrase.head] is not Tag.DATE
            for phrase in self.within(between.start, between.stop)
        )
        return not free and INTRANSITIVE.isdisjoint(
            (self.words[group.verb].text, self.words[group.verb].lemma)
        )

    def _object_follows(self, group: Group) -> bool:
        index = bisect_left(self._starts, group.last)
        if group.last == len(self.tags) or index == len(self.phrases) or self.gaps.breaks(group.last):
            return False
        return self.phrases[index].first == group.last and self.phrases[index].preposition is None

    def subjects(
        self,
        group: Group,
        previous: Clause | None,
        near: Sequence[Phrase],
        relative: int,
        pending: tuple[Phrase, ...],
        clauses: Sequence[Clause],
    ) -> tuple[Phrase, ...]:
        """The subjects of a verb group, all members of a list; empty where they cannot be told.

        `previous` is the clause before it in its sentence; `near` what lies between the two; `relative`
        the word that opens a relative clause, or -1; `pending` a subject that still waits for its verb.
        """
        if group.infinitive:
            return self._controller(previous, group)
        inside = [p for p in near if p.first > relative]
        if relative >= 0:
            own = self._chain(inside, group)
            return own or self.before(relative)
        if not group.finite:
            return self._participle(group, previous, near)
        free = self._chain(near, group)
        joined = group.first and self.tags[self._skip_adverbs(group.first)] is Tag.CONJUNCTION
        if joined and previous is not None and not (free and free[-1].last == group.first):
            return pending or next((c.subjects for c in reversed(clauses) if c.finite and c.subjects), ())
        opened = bool(free) and (previous is None or self._opens(previous.group[1], free[0].first))
        if pending and not opened:
            return pending
        return free or self._subordinate(near, group)

    def _controller(self, previous: Clause | None, group: Group) -> tuple[Phrase, ...]:
        """The subject of an infinitive: that of the verb before, or the object of "ask", "help", "allow"."""
        if previous is None or previous.passive:
            return ()
        asked = previous.objects[-1:] if self.words[previous.verb].lemma in _OBJECT_CONTROL else ()
        if asked and asked[0].last == group.first:
            return asked
        return previous.subjects

    def _subordinate(self, near: Sequence[Phrase], group: Group) -> tuple[Phrase, ...]:
        """The subject after a word that may be a preposition or open a clause: "after the war ended"."""
        return tuple(p for p in near[-1:] if p.preposition in _EITHER and p.last == group.first)

    def _skip_adverbs(self, first: int) -> int:
        index = first - 1
        while index > 0 and self.tags[index] is Tag.ADVERB:
            index -= 1
        return index

    def _opens(self, since: int, first: int) -> bool:
        """Whether something between two words opens a clause: a comma, a conjunction, a subordinator."""
        return any(
            self.gaps.comma(index) or self.tags[index] in (Tag.CONJUNCTION, Tag.SUBORDINATOR)
            for index in range(since, first + 1)
        )

    def _chain(self, near: Sequence[Phrase], group: Group) -> tuple[Phrase, ...]:
        """The subject among the phrases before a verb: the last free one, with the list it belongs to.

        Between it and the verb there may be phrases with prepositions, and an apposition.
        """
        free = [p for p in near if p.preposition is None and self.tags[p.head] is not Tag.DATE]
        if not free:
            return ()
        members = [free[-1]]
        for phrase in reversed(free[:-1]):
            gap = range(phrase.last, members[0].first)
            adjacent = all(self.tags[index] is Tag.CONJUNCTION for index in gap) and len(gap) <= 1
            joined = phrase.listed and members[0].listed if gap else self.gaps.comma(members[0].first)
            if not adjacent or not joined:
                break
            members.insert(0, phrase)
        if not any(member.listed for member in members):
            return (members[0],)
        return tuple(members)

    def _participle(
        self, group: Group, previous: Clause | None, near: Sequence[Phrase]
    ) -> tuple[Phrase, ...]:
        before = group.first - 1
        adrift = before >= 0 and (
            self.gaps.comma(group.first)
            or self.tags[before] in (Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.CONJUNCTION)
        )
        thanked = near[-1:] if before > 0 and self.words[before].text == "for" else ()
        if thanked and thanked[0].last == before and thanked[0].preposition in ("to", None):
            return (thanked[0],)  # "grateful to them for", "thanks them for"
        if adrift and previous is not None:
            return previous.subjects
        if self.gaps.depth[group.verb]:
            opening = next(
                i
                for i in range(group.first, -1, -1)
                if self.gaps.depth[i] != self.gaps.depth[group.verb] or not i
            )
            return self.before(opening + 1)
        if previous is not None and previous.subjects and self._is_beside(previous, near, group):
            return previous.subjects
        return self.before(group.first, near, _ANY if previous is None else _PART)

    def _is_beside(self, previous: Clause, near: Sequence[Phrase], group: Group) -> bool:
        """Whether a participle goes with the verb before it, not with the thing or place that it follows.

        "runs on the grass carrying a ball", "wears a shirt holding a bottle", but "watches a man holding".
        """
        if previous.group[1] == group.first:
            return True
        last = near[-1] if near else None
        if last is None or last.last != group.first or not self.words[group.verb].text.endswith("ing"):
            return False
        if last.preposition is not None:
            return last.preposition in _PLACES
        return self.words[previous.verb].lemma in _HANDLING

    def within(self, first: int, last: int) -> Sequence[Phrase]:
        """The phrases that lie wholly between two words."""
        return self.phrases[bisect_left(self._starts, first) : bisect_right(self._ends, last)]

    def before(
        self, index: int, phrases: Sequence[Phrase] | None = None, climbs: tuple[str, ...] = _PART
    ) -> tuple[Phrase, ...]:
        """The phrase that ends right before a word, or what it belongs to by one of some prepositions."""
        candidates = self.within(max(0, index - _NEAR), index) if phrases is None else phrases
        ending = [p for p in candidates if p.last <= index and self.gaps.depth[p.head] == 0]
        if not ending:
            return ()
        last = len(ending) - 1
        while (
            last > 0
            and ending[last].preposition in climbs
            and ending[last - 1].last >= ending[last].first - 1
        ):
            last -= 1
        if ending[last].preposition is not None and ending[-1].last < index - 1:
            return ()
        return (ending[last],)
