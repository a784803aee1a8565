"""A statement that joins several facts, taken apart at its conjunctions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.language.analysis import Analysis
from factcheck.language.clauses import Clause
from factcheck.language.tags import Tag
from factcheck.model import Span
from factcheck.records import NamedTuple
from factcheck.text import strip_span

_JOINTS = frozenset("and but while whereas".split())
_MOST = 4
"""More parts than this are not taken for joined facts but for a list."""


class Part(NamedTuple):
    """One of the facts that a statement joins, as a statement of its own.

    `pieces` are the stretches of the whole statement that make it up, joined by single spaces: a
    subject that the part shares with the one before it comes first.
    """

    text: str
    pieces: tuple[Span, ...]

    def original(self, span: Span) -> Span:
        """A span of the part's text as a span of the whole statement."""
        return Span(self._offset(span.start), max(self._offset(max(span.end - 1, span.start)) + 1, 0))

    def _offset(self, offset: int) -> int:
        for piece in self.pieces:
            if offset <= len(piece):
                return piece.start + min(offset, len(piece) - 1)
            offset -= len(piece) + 1
        return self.pieces[-1].end - 1


def parts(statement: Analysis) -> tuple[Part, ...]:
    """The facts that `statement` joins by "and", "but" or a semicolon; empty where it is one fact.

    Both sides of a joint need a verb of their own; what follows it without a subject takes over the
    subject of what precedes it.
    """
    joints = [index for index in range(1, len(statement.words) - 1) if _is_joint(statement, index)]
    bounds = [0, *joints, len(statement.words)]
    found: list[Part] = []
    subject: Span | None = None
    start = 0
    for first, last in pairwise(bounds):
        clauses = [clause for clause in statement.clauses if start <= clause.verb < last]
        if not clauses:
            return ()
        body = _body(statement, first, last)
        own = _subject(statement, clauses[0], first)
        pieces = (body,) if own or subject is None else (subject, body)
        found.append(Part(" ".join(piece.of(statement.text) for piece in pieces), pieces))
        subject = own or subject
        start = last
    return tuple(found) if 1 < len(found) <= _MOST else ()


def _is_joint(statement: Analysis, index: int) -> bool:
    """True where a new fact begins at word `index`: a conjunction, or what follows a semicolon, between verbs."""
    word = statement.words[index]
    before = statement.text[statement.words[index - 1].span.end : word.span.start]
    if ";" in before:
        return True
    if word.text not in _JOINTS or not any(clause.verb < index for clause in statement.clauses):
        return False
    return _verb_follows(statement.tags, index, statement.clauses)


def _verb_follows(tags: Sequence[Tag], index: int, clauses: Sequence[Clause]) -> bool:
    """True where the next thing after the conjunction is a verb group, or a phrase and then one."""
    following = next((clause for clause in clauses if clause.group[0] > index), None)
    if following is None:
        return False
    between = range(index + 1, following.group[0])
    return all(tags[place] not in (Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.RELATIVE) for place in between)


def _body(statement: Analysis, first: int, last: int) -> Span:
    """The stretch of words `first` to `last` without the conjunction at its head."""
    start = first + 1 if first and statement.words[first].text in _JOINTS else first
    stop = statement.words[last].span.start if last < len(statement.words) else len(statement.text)
    body = strip_span(statement.text, Span(statement.words[start].span.start if first else 0, stop))
    while body.end > body.start and statement.text[body.end - 1] in ",;" and last < len(statement.words):
        body = strip_span(statement.text, Span(body.start, body.end - 1))
    return body


def _subject(statement: Analysis, clause: Clause, first: int) -> Span | None:
    phrase = clause.subject
    if phrase is None or phrase.first < first:
        return None
    return Span(statement.words[phrase.first].span.start, statement.words[phrase.last - 1].span.end)
