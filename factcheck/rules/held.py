"""Which figures, dates and names of a wording its quotes, their setting and the aliases hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import Analysis
from factcheck.language.comparators import Comparator
from factcheck.language.date_values import DateExpression
from factcheck.language.dates import relate_dates
from factcheck.language.intervals import Relation as Fit
from factcheck.language.lexicon import Relation
from factcheck.language.names import Name
from factcheck.language.number_words import ORDINALS
from factcheck.language.periods import MONTHS
from factcheck.language.quantities import relate
from factcheck.language.quantity import Quantity
from factcheck.model import Alias, Document, Span
from factcheck.text import tokenize
from factcheck.workspace import AnchoredEvidence, Workspace

_LONG_TURN = 20_000
_AROUND = 2_000
"""Of a turn of more characters than that, so many around a quote are its surroundings."""
_SMALL = 2.0
"""Up to this, a number in words may only point at something: the two countries, one of them."""
_YEAR = 4
_STEM = 4
"""The least letters of a name that an adjective may be made of."""
_SAME = (Relation.SAME, Relation.DERIVED)


class Setting(NamedTuple):
    """What surrounds the quotes of a claim and bears out names and dates that stand for "we", "now", "there"."""

    words: frozenset[str]
    """Of the source's people, their offices, the publisher and the title, and of the turns around the quotes."""
    groups: frozenset[str]
    """The first names of the alias groups that are named there."""
    issued: tuple[DateExpression, ...]
    aliases: tuple[Alias, ...]

    def is_issue(self, analysis: Analysis, span: Span) -> bool:
        """Whether a date of a text holds the day or the month in which the source was issued."""
        return any(
            date.span.overlaps(span) and any(_overlap(date, issue) for issue in self.issued)
            for date in analysis.dates
        )


class Settings:
    """The settings of the quotes of a workspace, each turn read once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._read: dict[tuple[str, int], tuple[frozenset[str], frozenset[str]]] = {}

    def of(self, anchored: Sequence[AnchoredEvidence]) -> Setting:
        """The setting of the quotes of one claim."""
        words: set[str] = set()
        groups: set[str] = set()
        for found in anchored:
            for known in (self._source(found.document), *self._turns(found.document, found.span)):
                words |= known[0]
                groups |= known[1]
        issued = self._workspace.analysis(f"in {anchored[0].document.source.issued}", "").dates
        return Setting(frozenset(words), frozenset(groups), issued, self._workspace.aliases)

    def _source(self, document: Document) -> tuple[frozenset[str], frozenset[str]]:
        source = document.source
        people = [text for person in source.people for text in (person.name, person.office or "")]
        return self._known((source.id, -1), "\n".join([source.title, source.publisher, *people]))

    def _turns(self, document: Document, span: Span) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
        """The turn of a quote, the one before it (an answer speaks of what was asked) and the first, which
        says what the text is about."""
        number = document.turns.index(document.turn_at(span.start))
        for place in sorted({0, max(0, number - 1), number}):
            turn = document.turns[place].span
            if len(turn) <= _LONG_TURN:
                yield self._known((document.source.id, place), turn.of(document.text))
            elif place == number:
                near = document.text[
                    max(turn.start, span.start - _AROUND) : min(turn.end, span.end + _AROUND)
                ]
                yield self._read_known(near)

    def _known(self, key: tuple[str, int], text: str) -> tuple[frozenset[str], frozenset[str]]:
        known = self._read.get(key)
        if known is None:
            known = self._read[key] = self._read_known(text)
        return known

    def _read_known(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        words = [token.text.removesuffix("'s").removesuffix("'") for token in tokenize(text)]
        aliases = self._workspace.analyst.aliases
        hits = (aliases.find(words, start) for start in range(len(words)))
        return frozenset(words), frozenset(hit[1].partition(":")[2] for hit in hits if hit)


def unheld(
    wording: Analysis, pairs: Sequence[Pair], setting: Setting, *, figures_only: bool = False
) -> Iterator[tuple[str, Span]]:
    """The figures, dates and names of a wording that nothing holds: "figure", "date" or "name", and the place.

    `pairs` hold the wording against each text that may bear it out; `figures_only` leaves names out.
    """
    texts = [pair.evidence for pair in pairs]
    for figure in wording.quantities:
        if not _light(wording, figure) and not _figure_held(figure, wording, texts):
            yield "figure", figure.span
    for date in wording.dates:
        if date.explicit and not _date_held(date, texts, setting):
            yield "date", date.span
    if figures_only:
        return
    for name in wording.names:
        if not _name_held(name, wording, pairs, setting):
            yield "name", name.span


def _light(wording: Analysis, figure: Quantity) -> bool:
    """Whether a figure says no number: "most", "no", and "one" or "two" in words."""
    written = figure.span.of(wording.text)
    digits = any(char.isdigit() for char in written)
    if digits:
        return False
    vague = figure.comparator is Comparator.VAGUE or figure.fraction_of_whole or figure.figure == 0
    return vague or (figure.unit is None and abs(figure.figure) <= _SMALL)


def _figure_held(figure: Quantity, wording: Analysis, texts: Sequence[Analysis]) -> bool:
    """Whether a text gives the figure: as it is written, in its unit, as an end of a range, or in numerals."""
    written = _plain(figure.span.of(wording.text))
    for text in texts:
        if f" {written} " in f" {_plain(text.text)} ":
            return True
        for other in text.quantities:
            ends = (other.figure, other.said.low, other.said.high)
            if relate(figure, other) is Fit.SUPPORTS or figure.figure in ends:
                return True
        if figure.ordinal and any(_ordinal(word.raw) == figure.figure for word in text.words):
            return True
    return False


def _plain(text: str) -> str:
    """The words of a text in small letters, with single spaces and without marks around them."""
    return " ".join(word.strip(".,;:()\"'“”‘’") for word in text.lower().replace("-", " ").split())


def _ordinal(word: str) -> int:
    """The rank that a word gives: III, eleventh-largest; 0 for what is none."""
    return roman(word) or int(ORDINALS.get(word.lower().partition("-")[0], 0))


def roman(numeral: str) -> int:
    """The value of a Roman numeral of two letters and more, in capitals; 0 for what is none."""
    if len(numeral) < 2 or not _ROMAN.keys() >= set(numeral):
        return 0
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-own if own < behind else own for own, behind in zip(values, [*values[1:], 0], strict=True))


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _date_held(date: DateExpression, texts: Sequence[Analysis], setting: Setting) -> bool:
    """Whether the texts or the date of issue hold the year, the month and the day that a date names."""
    known = [other for text in texts for other in text.dates]
    if any(relate_dates(date, other) is Fit.SUPPORTS for other in known):
        return True
    known += setting.issued
    years = {year for other in known for year in _years(other)}
    years |= {int(word) for word in setting.words if len(word) == _YEAR and word.isdecimal()}
    months = {other.month for other in known}
    months |= {MONTHS.get(word.text) for text in texts for word in text.words if word.raw[0].isupper()}
    days = {other.day for other in known}
    own = _years(date)
    return (
        (not own or bool(own & years))
        and (date.month is None or date.month in months)
        and (date.day is None or date.day in days)
    )


def _years(date: DateExpression) -> set[int]:
    return {end.year for end in (date.start, date.end) if end is not None}


def _overlap(one: DateExpression, other: DateExpression) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end


def _name_held(name: Name, wording: Analysis, pairs: Sequence[Pair], setting: Setting) -> bool:
    group = name.key.partition(":")[2]
    if group and (group in setting.groups or any(_group_named(group, pair.evidence) for pair in pairs)):
        return True
    if wording.text[name.span.end : name.span.end + 1].isdigit():
        return True  # a formula: CO2
    if group and _other_name_held(group, pairs, setting):
        return True
    linked = {index for pair in pairs for index in pair.alignment.linked()}
    words = [index for index in range(name.first, name.last) if wording.words[index].raw[0].isupper()]
    return all(index in linked or _word_held(wording, index, pairs, setting) for index in words)


def _group_named(group: str, text: Analysis) -> bool:
    return any(name.key.partition(":")[2] == group for name in text.names)


def _other_name_held(group: str, pairs: Sequence[Pair], setting: Setting) -> bool:
    """Whether a text has all words of another name of the group: Sumy Oblast, of "Sumy and Kharkiv regions"."""
    held = {form for pair in pairs for word in pair.evidence.words for form in (word.text, word.lemma)}
    names = (name for alias in setting.aliases if alias.names[0] == group for name in alias.names)
    return any(all(token.text in held for token in tokenize(name)) for name in names)


def _word_held(wording: Analysis, index: int, pairs: Sequence[Pair], setting: Setting) -> bool:
    """Whether a capital word of a name is accounted for without a link: by the setting, by a place of the
    quotes that lies in it (Rome, in the Italian capital), or as an adjective (the West, Western partners)."""
    word, lexicon = wording.words[index], pairs[0].lexicon
    if word.date >= 0 or word.figure >= 0 or word.text in setting.words:
        return True
    if not index and (lexicon.is_stop(word.text) or lexicon.pos(word.text)):
        return True  # it begins the sentence: the capital says nothing
    if any(lexicon.relation(word.text, other) in _SAME for other in setting.words):
        return True
    around = lexicon.demonym(word.text) or word.text
    others = [other.text for pair in pairs for other in pair.evidence.words if other.raw[0].isupper()]
    if lexicon.is_place(around) and any(lexicon.within(other, around) for other in others):
        return True
    return len(word.text) >= _STEM and any(other.startswith(word.text) for other in others)
