"""The JSON or JSON Lines of `check` (or `lookup`), read back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from factcheck.errors import InputError
from factcheck.model import Diagnostic, Label, Location, Severity, Span, Stance
from factcheck.reporting.values import (
    Answer,
    AnswerEvidence,
    AnswerMatch,
    AnswerReview,
    Clash,
)

SCHEMA_VERSION = 1
_MEND = "write it with `factcheck check FILE --output-format json -o RESULTS`"
_Word = TypeVar("_Word", bound=StrEnum)


class Results(NamedTuple):
    """What a run of `check` found."""

    answers: tuple[Answer, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    """Of the answers too, where the file has them."""

    def __add__(self, other: object) -> Results:
        if not isinstance(other, Results):
            return NotImplemented
        return Results((*self.answers, *other.answers), (*self.findings, *other.findings))


def read_results(text: str, shown: str) -> Results:
    """The answers and the findings in a file of results; `shown` is the file's name in messages.

    Raises `InputError`, with the place, for what is no such file, and for one with nothing in it.
    """
    items = list(_items(text, shown))
    found = Results(
        tuple(_answer(item) for item in items if "code" not in item.data),
        tuple(_finding(item) for item in items if "code" in item.data),
    )
    if not items:
        raise InputError(f"{shown}: there are no answers in it", _MEND)
    return found


class _Item(NamedTuple):
    """An object of the file and where it stands, for messages."""

    data: Mapping[str, Any]
    place: str

    def fault(self, key: str, wanted: str) -> InputError:
        state = "is missing" if key not in self.data else f"must be {wanted}"
        return InputError(f"{self.place}: `{key}` {state}", _MEND)

    def text(self, key: str) -> str:
        value = self.data.get(key)
        if not isinstance(value, str):
            raise self.fault(key, "a string")
        return value

    def optional(self, key: str) -> str | None:
        return None if self.data.get(key) is None else self.text(key)

    def number(self, key: str, most: float) -> float:
        value = self.data.get(key)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= most:
            raise self.fault(key, f"a number from 0 to {most:g}")
        return float(value)

    def whole(self, key: str, least: int = 0) -> int:
        value = self.data.get(key)
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise self.fault(key, f"a whole number from {least}")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fault(key, "a list of strings")
        return tuple(value)

    def word(self, key: str, kind: type[_Word]) -> _Word:
        text = self.text(key)
        try:
            return kind(text)
        except ValueError:
            raise self.fault(key, "one of " + ", ".join(kind)) from None

    def items(self, key: str) -> Iterator[_Item]:
        value = self.data.get(key)
        if not isinstance(value, list):
            raise self.fault(key, "a list")
        for number, item in enumerate(value, 1):
            yield _item(item, f"{self.place}, {key} {number}")

    def item(self, key: str) -> _Item:
        return _item(self.data.get(key), f"{self.place}, {key}")

    def span(self, key: str, length: int) -> Span:
        return _span(self, key, self.data.get(key), length)

    def spans(self, key: str, length: int) -> tuple[Span, ...]:
        value = self.data.get(key)
        if not isinstance(value, list):
            raise self.fault(key, "a list")
        return tuple(_span(self, key, pair, length) for pair in value)


def _span(item: _Item, key: str, value: object, length: int) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start <= end <= length:
            return Span(start, end)
    raise item.fault(key, f"a span, [from, to], in the {length} characters of its text")


def _item(data: object, place: str) -> _Item:
    if not isinstance(data, dict):
        raise InputError(f"{place}: must be an object", _MEND)
    return _Item(data, place)


def _items(text: str, shown: str) -> Iterator[_Item]:
    """The objects that are answers or findings; a finding has a code."""
    whole = _whole(text)
    if whole is not None:
        _versioned(whole, shown)
        if "results" in whole:
            yield from _Item(whole, shown).items("results")
            yield from _Item(whole, shown).items("findings") if "findings" in whole else ()
        elif "label" in whole or "code" in whole:
            yield _Item(whole, shown)
        else:
            raise InputError(f"{shown}: has neither `results` nor an answer", _MEND)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            item = _item(_parsed(line, f"{shown}:{number}"), f"{shown}:{number}")
            _versioned(item.data, item.place)
            yield item


def _whole(text: str) -> dict[str, Any] | None:
    """The one object that the text is; None where it is something else."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _parsed(line: str, place: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise InputError(f"{place}: neither JSON nor JSON Lines: {reason}", _MEND) from None


def _versioned(data: Mapping[str, Any], place: str) -> None:
    if data.get("schema_version") != SCHEMA_VERSION:
        found = data.get("schema_version", "none")
        raise InputError(f"{place}: `schema_version` must be {SCHEMA_VERSION}; found {found}", _MEND)


def _answer(item: _Item) -> Answer:
    statement = item.text("statement")
    place = item.optional("path")
    return Answer(
        statement=statement,
        label=item.word("label", Label),
        confidence=item.number("confidence", 1),
        reason=item.text("reason"),
        caveats=item.words("caveats"),
        matches=tuple(_match(match, statement) for match in item.items("matches")),
        location=None if place is None else Location(place, item.whole("line", 1), item.whole("column", 1)),
    )


def _finding(item: _Item) -> Diagnostic:
    place = Location(item.text("path"), item.whole("line", 1), item.whole("column", 1))
    return Diagnostic(
        item.text("code"), item.word("severity", Severity), item.text("message"), place, item.text("mend")
    )


def _match(item: _Item, statement: str) -> AnswerMatch:
    return AnswerMatch(
        claim_id=item.optional("claim_id"),
        claim=item.optional("claim"),
        label=item.word("label", Label),
        similarity=item.number("similarity", 100),
        confidence=item.number("confidence", 1),
        evidence=tuple(_evidence(evidence, statement) for evidence in item.items("evidence")),
        review=None if item.data.get("review") is None else _review(item.item("review"), statement),
    )


def _review(item: _Item, statement: str) -> AnswerReview:
    return AnswerReview(
        publisher=item.text("publisher"),
        rating=item.text("rating"),
        url=item.text("url"),
        issued=item.optional("issued"),
        stance=item.word("stance", Stance),
        clashes=tuple(_clash(clash, statement, None) for clash in item.items("conflicts")),
        unaccounted=item.spans("unaccounted", len(statement)),
    )


def _evidence(item: _Item, statement: str) -> AnswerEvidence:
    quote = item.text("quote")
    start = item.whole("start")
    return AnswerEvidence(
        source=item.optional("source"),
        speaker=item.optional("speaker"),
        stance=item.word("stance", Stance),
        quote=quote,
        span=Span(start, item.whole("end", start)),
        line=item.whole("line", 1),
        citation=item.optional("citation"),
        clashes=tuple(_clash(clash, statement, quote) for clash in item.items("conflicts")),
        unaccounted=item.spans("unaccounted", len(statement)),
    )


def _clash(item: _Item, statement: str, quote: str | None) -> Clash:
    """A clash; without a quote it is with a claim's wording, of which the file has only the words."""
    code, words = item.text("code"), item.text("evidence")
    span = Span(0, 0) if quote is None else item.span("evidence_span", len(quote))
    return Clash(code, item.span("statement_span", len(statement)), span, words)
