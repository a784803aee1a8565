"""Who may be quoted: the people of the sources under all their names, and who speaks in the texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.language.names import TITLES
from factcheck.language.tags import CLOSED, MODALS
from factcheck.model import Span
from factcheck.text import Token, tokenize
from factcheck.workspace import Workspace

_PRONOUNS = frozenset("he she they it i we who".split())


class Mention(NamedTuple):
    """Somebody's name, or words for somebody, in a text."""

    span: Span
    speaker: str | None
    """Who speaks in the sources under this name; None for anybody else, and for a pronoun."""
    person: str | None
    """The name by which the workspace knows the person; None where it does not."""
    name: str
    """As it is written; empty for a pronoun."""
    is_publisher: bool = False


class People:
    """Finds mentions of people in a text."""

    def __init__(self, workspace: Workspace) -> None:
        self._names: dict[tuple[str, ...], str] = {}
        self._publishers: set[str] = set()
        speakers = _speakers(workspace)
        self.speakers = frozenset(speakers)
        for group in workspace.aliases:
            if group.kind in ("person", "organisation"):
                known = next((name for name in group.names if name in speakers), None)
                if known or group.kind == "person":
                    self._add(group.names, known or group.names[0])
        for document in workspace.documents.values():
            for person in document.source.people:
                self._add((person.name,), person.name)
            publisher = document.source.publisher
            self._publishers |= {publisher, document.source.layout.introduction or publisher}
        for name in speakers:
            self._add((name,), name)
        self._add_surnames(workspace)
        self._add_roles(workspace)
        self._longest = max(map(len, self._names), default=1)

    def mentions(self, text: str) -> list[Mention]:
        """The mentions in `text`, in order, none overlapping another."""
        tokens = tokenize(text)
        words = [_bare(token) for token in tokens]
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            length, person = self._known(words, at)
            if not length and words[at] not in _PRONOUNS:
                length = _capitals(text, tokens, at)
            if length:
                span = Span(tokens[at].span.start, tokens[at + length - 1].span.end)
                speaker = person if person in self.speakers else None
                found.append(Mention(span, speaker, person, span.of(text), person in self._publishers))
            elif words[at] in _PRONOUNS:
                found.append(Mention(tokens[at].span, None, None, ""))
            at += length or 1
        return found

    def _known(self, words: list[str], at: int) -> tuple[int, str | None]:
        for length in range(min(self._longest, len(words) - at), 0, -1):
            key = tuple(words[at : at + length])
            if key in self._names:
                return length, self._names[key]
        return 0, None

    def _add(self, names: tuple[str, ...], person: str) -> None:
        for name in names:
            key = tuple(_bare(token) for token in tokenize(name))
            if key:
                self._names.setdefault(key, person)

    def _add_surnames(self, workspace: Workspace) -> None:
        """The last word of a person's name, where no other person has it."""
        full = {person.name for document in workspace.documents.values() for person in document.source.people}
        for name in full:
            last = name.split()[-1]
            if sum(other.split()[-1] == last for other in full) == 1:
                self._add((last,), name)

    def _add_roles(self, workspace: Workspace) -> None:
        """ "The interviewer", "the ambassador": where it can be only one."""
        holders: dict[str, set[str]] = {}
        for document in workspace.documents.values():
            for person in document.source.people:
                office = (person.office or "").lower().split()
                for role in {person.role.lower(), *office[:1]}:
                    holders.setdefault(role, set()).add(person.name)
        for role, names in holders.items():
            (name, *others) = sorted(names)
            if not others and name in self.speakers:
                self._add((f"the {role}",), name)


def _speakers(workspace: Workspace) -> Mapping[str, None]:
    """Everybody who speaks in the sources, in their order."""
    return dict.fromkeys(
        turn.speaker
        for document in workspace.documents.values()
        for turn in document.turns
        if turn.speaker and turn.kind not in ("heading", "credit")
    )


def _bare(token: Token) -> str:
    return token.text.removesuffix("'s").removesuffix("'")


def _capitals(text: str, tokens: tuple[Token, ...], at: int) -> int:
    """How many words from `at` on are a name that nobody knows; a small word that begins a sentence is none."""
    end = at
    while end < len(tokens) and _is_capital(tokens[end]) and (end == at or _near(text, tokens, end)):
        end += 1
    if end == at or all(token.text in TITLES for token in tokens[at:end]):
        return 0
    return 0 if tokens[at].text in CLOSED or tokens[at].text in MODALS else end - at


def _is_capital(token: Token) -> bool:
    return token.raw[0].isupper() and token.raw[0].isalpha()


def _near(text: str, tokens: tuple[Token, ...], at: int) -> bool:
    return not text[tokens[at - 1].span.end : tokens[at].span.start].strip(" -")
