"""Characters that nobody sees, and letters of another script that look like ours (FC114, FC115)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model import Diagnostic, Document, Evidence, Location, Severity, Span
from factcheck.rules.places import Places
from factcheck.workspace import Workspace

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_LOOKALIKES = frozenset(
    "аеорсухіјѕԁһӏԛԝАВЕЗІЈКМНОРЅТУХҮԌԚԜ"  # Cyrillic
    "οιν\u03f2αγρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"  # Greek
)
"""Letters that look like Latin ones."""


class _Text(NamedTuple):
    """A text of the workspace that somebody wrote, and where it stands."""

    text: str
    location: Location
    claim: str | None


def check(workspace: Workspace) -> Iterator[Diagnostic]:
    """The texts that hold such characters; a quote may have what its source has there."""
    for item in _texts(workspace):
        if item.text.isascii() and item.text.isprintable():
            continue
        for match in _INVISIBLE.finditer(item.text):
            name = unicodedata.name(match[0], "a control character").lower()
            message = (
                f"invisible character U+{ord(match[0]):04X} ({name}) {_beside(item.text, match.start())}"
            )
            yield _fault("FC114", message, item, Span(*match.span()), "take it out")
        for match in _LETTERS.finditer(item.text):
            odd = _lookalikes(match[0])
            if odd:
                letters = ", ".join(f"“{letter}” ({unicodedata.name(letter).lower()})" for letter in odd)
                message = f"the word “{match[0]}” mixes scripts: {letters}"
                yield _fault("FC115", message, item, Span(*match.span()), "write it in one script")


def _fault(code: str, message: str, item: _Text, focus: Span, mend: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, item.location, mend, item.claim, item.text, focus)


def _beside(text: str, place: int) -> str:
    before = text[:place].split()
    return f"behind “{before[-1]}”" if before else "at the beginning"


def _lookalikes(word: str) -> list[str]:
    """The letters of a word with Latin ones that only look Latin, each once."""
    if word.isascii() or not any(char.isascii() or "LATIN" in unicodedata.name(char, "") for char in word):
        return []
    return list(dict.fromkeys(char for char in word if char in _LOOKALIKES))


def _texts(workspace: Workspace) -> Iterator[_Text]:
    places = Places(workspace.root)
    for claim in workspace.claims:
        for number, wording in enumerate(claim.wordings):
            if not wording.isascii() or not wording.isprintable():
                yield _Text(wording, places.of_wording(claim, number), claim.id)
        for text in (claim.note, *claim.tags):
            if text:
                yield _Text(text, claim.location, claim.id)
        for evidence in claim.evidence:
            if not _is_as_source(evidence, workspace.documents.get(evidence.source)):
                yield _Text(evidence.selector.exact, evidence.location, claim.id)
    for alias in workspace.aliases:
        for name in alias.names:
            yield _Text(name, alias.location, None)


def _is_as_source(evidence: Evidence, document: Document | None) -> bool:
    quote = evidence.selector.exact
    return (quote.isascii() and quote.isprintable()) or document is None or quote in document.text
