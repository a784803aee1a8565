"""Quantifiers as shares: all, most, half, some, none; always, usually, never."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.reach import phrase_end, word_set
from factcheck.language.tags import Tag
from factcheck.records import NamedTuple


class Quantifier(NamedTuple):
    """How much of something is meant: `low` to `high`, as shares of it, for the words in `range`."""

    first: int
    last: int
    low: float
    high: float
    range: frozenset[int]
    """The words quantified over; empty where it is the predicate that is (mostly, always)."""
    often: bool = False
    """True for always, usually, sometimes: shares of times."""


_ALL = (1.0, 1.0)

_MOST = (0.5, 1.0)

_SHARES: dict[str, tuple[float, float]] = {
    **dict.fromkeys(word_set("all every each entire whole everyone everybody everything"), _ALL),
    "both": _ALL,
    "most": _MOST,
    "majority": _MOST,
    "half": (0.45, 0.55),
    **dict.fromkeys(word_set("some several many"), (0.01, 1.0)),
    "few": (0.0, 0.4),
    "any": (0.0, 1.0),
    "minority": (0.0, 0.5),
    **dict.fromkeys(word_set("none no nobody neither"), (0.0, 0.0)),
}

_DEGREES: dict[str, tuple[float, float]] = {
    **dict.fromkeys(word_set("completely entirely wholly fully totally exclusively solely"), _ALL),
    **dict.fromkeys(word_set("mostly mainly largely predominantly primarily"), _MOST),
    **dict.fromkeys(word_set("partly partially"), (0.01, 0.9)),
}

_TIMES: dict[str, tuple[float, float]] = {
    "always": _ALL,
    **dict.fromkeys(word_set("usually mostly generally typically normally"), _MOST),
    **dict.fromkeys(word_set("often frequently"), (0.2, 1.0)),
    **dict.fromkeys(word_set("sometimes occasionally"), (0.01, 0.6)),
    **dict.fromkeys(word_set("rarely seldom"), (0.0, 0.3)),
    "never": (0.0, 0.0),
}


@lru_cache(maxsize=READINGS)
def quantifiers(analysis: Analysis) -> tuple[Quantifier, ...]:
    """The quantifiers of a text that speak of shares."""
    return tuple(found for index in range(len(analysis.words)) for found in _read(analysis, index))


def _read(analysis: Analysis, index: int) -> Iterator[Quantifier]:
    text = analysis.words[index].text
    table = next((table for table in (_SHARES, _DEGREES, _TIMES) if text in table), None)
    if table is None or _idiom(analysis, index):
        return
    share = _qualified(analysis, index, table[text])
    covered = _quantified(analysis, index) if table is _SHARES else frozenset()
    if share is not None and (covered or table is not _SHARES):
        first = index - (share != table[text] or _word_before(analysis, index) in ("only", "just"))
        yield Quantifier(first, index + 1, *share, covered, table is _TIMES)


def _word_before(analysis: Analysis, index: int) -> str:
    """The folded word before an index; empty at the beginning."""
    return analysis.words[index - 1].text if index else ""


def _qualified(analysis: Analysis, index: int, share: tuple[float, float]) -> tuple[float, float] | None:
    """A share after "not", "almost", "hardly" or "more than" before it; None where that says nothing."""
    text, before = analysis.words[index].text, _word_before(analysis, index)
    if before == "not" or before.endswith("n't"):
        return (0.0, 0.99) if share == _ALL else None
    if before in ("almost", "nearly", "virtually", "practically"):
        return (0.9, 0.99) if share[0] == 1.0 else (0.0, 0.1)
    if before in ("hardly", "scarcely", "barely"):
        return (0.0, 0.1) if text == "any" else None
    if text == "half" and before in ("than", "over"):
        return share[1], 1.0
    return None if text == "any" else share


def _idiom(analysis: Analysis, index: int) -> bool:
    """True where the word is part of another expression: most likely, at all, the whole time, no longer."""
    text = analysis.words[index].text
    after = analysis.words[index + 1].text if index + 1 < len(analysis.words) else ""
    before = analysis.words[index - 1].text if index else ""
    if text == "most":
        superlative = index + 1 < len(analysis.words) and analysis.tags[index + 1] in (
            Tag.ADJECTIVE,
            Tag.ADVERB,
        )
        return before in ("the", "at", "its", "their") or superlative
    if text == "all":
        return before in ("at", "above", "after", "of", "first", "in", "and") or after in (
            "but",
            "over",
            "along",
            "around",
        )
    if text in ("some", "half", "few", "each", "both"):
        figure = index + 1 < len(analysis.words) and analysis.words[index + 1].figure >= 0 and text == "some"
        return (
            figure
            or (before in ("a", "each") and text != "half")
            or (text == "both" and "and" in _texts(analysis, index))
        )
    if text == "no":
        return after in ("longer", "more", "less", "fewer", "doubt", "other", "matter")
    return text == "every" and after in ("other", "year", "day", "month", "week", "time", "single-day")


def _texts(analysis: Analysis, index: int) -> set[str]:
    return {word.text for word in analysis.words[index + 1 : index + 8]}


def _quantified(analysis: Analysis, index: int) -> frozenset[int]:
    """The content words of the phrase that a quantifier opens: all (of) the members of the board."""
    start = index + 1
    while start < len(analysis.words) and analysis.words[start].text in (
        "of",
        "the",
        "these",
        "those",
        "their",
        "its",
    ):
        start += 1
    end = phrase_end(analysis, start, len(analysis.words)) if start < len(analysis.words) else start
    return frozenset(
        at for at in range(start, end) if not analysis.words[at].stop and analysis.words[at].figure < 0
    )
