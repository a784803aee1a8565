"""What the engine knows of one text: its words with their lemmas and weights, names, figures, dates."""

from __future__ import annotations

from functools import lru_cache

from factcheck.language.clauses import Clause, read_clauses
from factcheck.language.dates import DateExpression, dates, may_have_dates
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Aliases, Name, find_names
from factcheck.language.phrases import Phrase, noun_phrases, read_gaps
from factcheck.language.quantities import Quantity, quantities
from factcheck.language.references import without_references
from factcheck.language.tags import Tag, tag_words
from factcheck.language.words import Word
from factcheck.model import Span
from factcheck.text import Token, tokenize

READINGS = 4096
"""Of so many analyses, what else was read in them is kept. Analyses are equal only to themselves."""
_COMMON = 20_000
"""Of so many words it is kept whether a dictionary has them in small letters."""
RARE = 0.6
"""From this rarity on, a noun that is also the name of a place or a person is the name."""
_NOT_POSSESSIVE = frozenset("it's he's she's that's there's here's what's who's let's where's how's".split())


class Analysis:
    """A text and what was read in it; never changed. All spans are of `text`."""

    __slots__ = (
        "clauses", "dates", "issued", "names", "noun_phrases", "quantities", "tags", "text", "words",
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        words: tuple[Word, ...],
        names: tuple[Name, ...],
        quantities: tuple[Quantity, ...],
        dates: tuple[DateExpression, ...],
        tags: tuple[Tag, ...],
        clauses: tuple[Clause, ...],
        issued: str | None,
    ) -> None:
        self.text = text
        self.words = words
        self.names = names
        self.quantities = quantities
        self.dates = dates
        self.tags = tags
        """The part of speech of each word."""
        self.clauses = clauses
        self.issued = issued
        self.noun_phrases: tuple[Phrase, ...] | None = None
        """Its noun phrases in order, where they were read with it; `frames.read_phrases` gives them for all."""

    @property
    def content(self) -> tuple[int, ...]:
        """Indices of the words that carry content: no function words, figures or dates."""
        return _content(self)


@lru_cache(maxsize=READINGS)
def _content(analysis: Analysis) -> tuple[int, ...]:
    return tuple(
        index
        for index, word in enumerate(analysis.words)
        if not word.stop and word.figure < 0 and word.date < 0
    )


class Analyst:
    """Analyses texts with one lexicon and one set of aliases."""

    def __init__(self, lexicon: Lexicon, aliases: Aliases) -> None:
        self.lexicon = lexicon
        self.aliases = aliases
        self._common: dict[str, bool] = {}

    def analyse(self, text: str, issued: str | None = None, *, asked: bool = False) -> Analysis:
        """Read `text`; `issued` (ISO 8601) is what relative dates are relative to.

        In a statement that is asked about, "in February" is no certain year's: `asked` leaves it open.
        References to literature are passed over.
        """
        written, text = text, without_references(text)
        tokens = tokenize(text)
        found_dates = _without_years(text, dates(text, issued)) if asked else dates(text, issued)
        found_figures = quantities(text, found_dates)
        words = [_bare(token) for token in tokens]
        common = [self._is_common(word) for word in words]
        names = find_names(tokens, words, _initials(text, tokens), common, self.aliases)
        name_of = _owners(len(tokens), [(name.first, name.last) for name in names])
        figure_of = _spans_of(tokens, [figure.span for figure in found_figures])
        date_of = _spans_of(tokens, [date.span for date in found_dates])
        made = self._with_phrases(
            [
                self._word(token, words[n], name_of[n], figure_of[n], date_of[n])
                for n, token in enumerate(tokens)
            ],
            words,
        )
        tags = tag_words(made, self.lexicon.pos)
        gaps = read_gaps(text, made)
        phrases = noun_phrases(made, tags, gaps)
        clauses = read_clauses(made, tags, gaps, phrases)
        found = Analysis(written, made, names, found_figures, found_dates, tags, clauses, issued)
        if text is written:
            found.noun_phrases = phrases
        return found

    def asked(self, statement: Analysis, issued: str) -> Analysis:
        """A statement that was read without a date, as `analyse` reads it when it is asked about a text of one.

        The statement itself, with all that was read in it since, where that makes no difference.
        """
        text = without_references(statement.text)
        if not may_have_dates(text) or _without_years(text, dates(text, issued)) == statement.dates:
            return statement
        return self.analyse(statement.text, issued, asked=True)

    def _is_common(self, word: str) -> bool:
        """Whether a dictionary has the word in small letters: "may", and "turkey", but not "poland"."""
        known = self._common.get(word)
        if known is None:
            if len(self._common) >= _COMMON:
                self._common.clear()
            known = self._common[word] = self._in_small_letters(word)
        return known

    def _in_small_letters(self, word: str) -> bool:
        lexicon = self.lexicon
        parts = lexicon.pos(word)
        if not parts or lexicon.is_name(word):
            return False
        named = lexicon.is_place(word) or lexicon.is_person(word)
        return not (named and lexicon.rarity(word) >= RARE and parts <= {"n"})

    def _with_phrases(self, made: list[Word], words: list[str]) -> tuple[Word, ...]:
        """The words with the listed phrases among them: one speaks, the others say nothing more."""
        at = 0
        while at < len(made) - 1:
            found = self.lexicon.phrase(words, at) if made[at].name < 0 else None
            end = found[1] if found else at + 1
            if found and all(word.name < 0 and word.figure < 0 and word.date < 0 for word in made[at:end]):
                # A verb's first word is what is inflected; of a compound noun the last one is its head.
                head = end - 1 if "n" in self.lexicon.pos(found[0]) else at
                for index in range(at, end):
                    made[index] = made[index]._replace(stop=True, weight=0.0)
                weight = self.lexicon.rarity(found[0])
                made[head] = made[head]._replace(phrase=found[0], stop=False, weight=weight)
            at = end
        return tuple(made)

    def _word(self, token: Token, text: str, name: int, figure: int, date: int) -> Word:
        form = self.lexicon.form(text)
        lemma = text if name >= 0 else form.lemmas[0]
        stop = name < 0 and form.is_stop
        weight = 0.0 if stop else form.rarity
        return Word(text, token.raw, token.span, lemma, stop, weight, name, figure, date)


def _without_years(text: str, found: tuple[DateExpression, ...]) -> tuple[DateExpression, ...]:
    """The dates, those with a month and no year as if nobody knew when the text was issued."""
    bare = {date.span: date for date in dates(text)}
    return tuple(
        bare[date.span] if date.span in bare and bare[date.span].month is not None else date for date in found
    )


def _bare(token: Token) -> str:
    if token.text in _NOT_POSSESSIVE:
        return token.text
    return token.text.removesuffix("'s").removesuffix("'")


_BEGINNING = frozenset('.!?:;\n"“«„([')


def _initials(text: str, tokens: tuple[Token, ...]) -> list[bool]:
    """For each token, whether it begins a sentence, a quotation or a line."""
    initial = []
    previous_end = 0
    for number, token in enumerate(tokens):
        between = text[previous_end : token.span.start]
        initial.append(number == 0 or (between != " " and not _BEGINNING.isdisjoint(between)))
        previous_end = token.span.end
    return initial


def _owners(count: int, ranges: list[tuple[int, int]]) -> list[int]:
    owners = [-1] * count
    for number, (first, last) in enumerate(ranges):
        owners[first:last] = [number] * (last - first)
    return owners


def _spans_of(tokens: tuple[Token, ...], spans: list[Span]) -> list[int]:
    owners = [-1] * len(tokens)
    position = 0
    for number, span in enumerate(spans):
        while position < len(tokens) and tokens[position].span.end <= span.start:
            position += 1
        index = position
        while index < len(tokens) and tokens[index].span.start < span.end:
            owners[index] = number
            index += 1
    return owners
