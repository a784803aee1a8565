"""Which words of a statement a text accounts for, and which not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.dates import DateExpression, relate_dates
from factcheck.language.intervals import Relation as Fit
from factcheck.language.lexicon import Lexicon, Relation
from factcheck.language.names import Name
from factcheck.language.quantities import relate
from factcheck.language.quantity import Quantity
from factcheck.records import NamedTuple

TYPO_LENGTH = 5
"""Shorter words are never taken for misspellings of others: too many lie one letter apart."""
TYPO_DISTANCE = {False: 1, True: 2}
"""How many edits a misspelling may have: below and from 8 letters."""


class LinkKind(StrEnum):
    """How a word of the statement is tied to a word of the evidence."""

    SAME = "same"
    ALIAS = "alias"
    DERIVED = "derived"
    SYNONYM = "synonym"
    BROADER = "broader"
    TYPO = "typo"


LINK_WEIGHTS = {
    LinkKind.SAME: 1.0,
    LinkKind.ALIAS: 1.0,
    LinkKind.DERIVED: 0.9,
    LinkKind.SYNONYM: 0.85,
    LinkKind.BROADER: 0.8,
    LinkKind.TYPO: 0.9,
}
"""How much of a word's weight each kind of link accounts for."""
_KIND_OF = {
    Relation.SAME: LinkKind.SAME,
    Relation.DERIVED: LinkKind.DERIVED,
    Relation.SYNONYM: LinkKind.SYNONYM,
    Relation.BROADER: LinkKind.BROADER,
}
NEAR = 0.15
"""How much linked weight must stand around two figures for them to be taken as figures of the same thing."""
_LONGEST_INITIALS = 8
COMPARED = 5
"""How many words back a date is taken for one that is compared with."""
_COMPARING = frozenset("than compared against versus unlike".split())
LOCATIVE = frozenset("in at near around outside inside across within central downtown".split())
"""After these words a capital is a place, not its government."""
_CONTRASTS = (Relation.ANTONYM, Relation.SIBLING, Relation.NARROWER)


_Related = tuple[int, int, Relation]
"""A word of the statement, a word of the evidence, and what the one is to the other."""


class Link(NamedTuple):
    """A word of the statement that a word of the evidence accounts for; both are word indices."""

    statement: int
    evidence: int
    kind: LinkKind


class Contrast(NamedTuple):
    """An unaccounted word of the statement and a word of the evidence that it contrasts with."""

    statement: int
    evidence: int
    relation: Relation
    """ANTONYM, SIBLING or NARROWER."""


class Comparison(NamedTuple):
    """A figure or date of the statement and the one of the evidence that it is best held against.

    Both are indices into the analyses' `quantities` (or `dates`); `same_thing` is true where the two
    count the same or stand beside linked words.
    """

    statement: int
    evidence: int
    fit: Fit
    same_thing: bool


class Alignment(NamedTuple):
    """What of a statement a text accounts for."""

    links: tuple[Link, ...]
    contrasts: tuple[Contrast, ...]
    figures: tuple[Comparison, ...]
    dates: tuple[Comparison, ...]

    def linked(self) -> dict[int, Link]:
        """The links by word of the statement."""
        return {link.statement: link for link in self.links}

    def partner(self, statement: int) -> int | None:
        """The word of the evidence that accounts for a word of the statement."""
        return next((link.evidence for link in self.links if link.statement == statement), None)


def align(statement: Analysis, evidence: Analysis, lexicon: Lexicon) -> Alignment:
    """Align a statement with a text, each word of the statement with one word at the most."""
    links = _name_links(statement, evidence)
    for index, place in (*_acronyms(statement, evidence), *_capitals(statement, evidence, lexicon)):
        links.setdefault(index, Link(index, place, LinkKind.ALIAS))
    links.update(_lemma_links(statement, evidence, links, lexicon))
    misplaced = _misplaced(statement, evidence, links, lexicon)
    for index in misplaced:
        del links[index]
    related = [tie for tie in _related(statement, evidence, links, lexicon) if tie[0] not in misplaced]
    links.update(_related_links(related, links))
    links.update(_typo_links(statement, evidence, links, lexicon))
    ordered = tuple(links[index] for index in sorted(links))
    contrasts = tuple(
        Contrast(index, place, relation)
        for index, place, relation in related
        if relation in _CONTRASTS and index not in links
    )
    figures = tuple(_compare_figures(statement, evidence, ordered, lexicon))
    dates = tuple(_compare_dates(statement, evidence, ordered))
    return Alignment(ordered, contrasts, figures, dates)


def _name_links(statement: Analysis, evidence: Analysis) -> dict[int, Link]:
    """Names that an alias group makes the same, word by word, the last word of each for what is left.

    A capital that stands for its government is a second choice, and none where it is a place ("in Baku").
    """
    links: dict[int, Link] = {}
    taken: set[int] = set()
    for same in (_same_name, _same_government):
        for name in statement.names:
            if name.first in links:
                continue
            options = [
                number
                for number, other in enumerate(evidence.names)
                if same(statement, name, evidence, other)
            ]
            if not options:
                continue
            number = next((option for option in options if option not in taken), options[0])
            taken.add(number)
            links.update(_word_by_word(statement, name, evidence, evidence.names[number]))
    return links


def _same_name(statement: Analysis, mine: Name, evidence: Analysis, theirs: Name) -> bool:
    if mine.key != theirs.key:
        return False
    if mine.kind != "government" or _words_of(statement, mine) == _words_of(evidence, theirs):
        return True
    return not (_is_place(statement, mine) or _is_place(evidence, theirs))


def _words_of(analysis: Analysis, name: Name) -> list[str]:
    return [word.text for word in analysis.words[name.first : name.last]]


def _same_government(statement: Analysis, mine: Name, evidence: Analysis, theirs: Name) -> bool:
    if "government" not in (mine.kind, theirs.kind) or _group(mine) != _group(theirs):
        return False
    return not (_is_place(statement, mine) or _is_place(evidence, theirs))


def _group(name: Name) -> str:
    return name.key.partition(":")[2]


def _is_place(analysis: Analysis, name: Name) -> bool:
    """True for a capital that is a place where it stands."""
    before = analysis.words[name.first - 1].text if name.first else ""
    return name.kind == "government" and before in LOCATIVE


def _acronyms(statement: Analysis, evidence: Analysis) -> Iterator[tuple[int, int]]:
    """Initials on one side and the name that they begin on the other: UMC, United Mining Company."""
    for mine, short in _initials(statement).items():
        for first, last in _runs(evidence):
            if _spells(evidence, first, last, short):
                yield mine, first
    for place, short in _initials(evidence).items():
        for first, last in _runs(statement):
            if _spells(statement, first, last, short):
                yield from ((index, place) for index in range(first, last) if not statement.words[index].stop)


def _initials(analysis: Analysis) -> dict[int, str]:
    """The words in capitals, of three letters and more."""
    return {
        index: word.text
        for index, word in enumerate(analysis.words)
        if word.name >= 0
        and 3 <= len(word.raw) <= _LONGEST_INITIALS
        and word.raw.isupper()
        and word.raw.isalpha()
    }


@lru_cache(maxsize=READINGS)
def _runs(analysis: Analysis) -> tuple[tuple[int, int], ...]:
    """Stretches of capitalised words, small ones between them taken along."""
    found = []
    first, count = 0, len(analysis.words)
    while first < count:
        last = first
        while last < count and (analysis.words[last].raw[0].isupper() or _joins(analysis, last, first)):
            last += 1
        while last > first and not analysis.words[last - 1].raw[0].isupper():
            last -= 1
        if last - first >= 3:
            found.append((first, last))
        first = max(last, first + 1)
    return tuple(found)


def _joins(analysis: Analysis, index: int, first: int) -> bool:
    return index > first and analysis.words[index].text in ("of", "and", "for", "the", "in")


def _spells(analysis: Analysis, first: int, last: int, short: str) -> bool:
    raw = [word.raw for word in analysis.words[first:last]]
    return short == "".join(word[0] for word in raw if word[0].isupper()).casefold()


def _capitals(statement: Analysis, evidence: Analysis, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """A capital by its country on one side and by its name on the other: the Peruvian capital, Lima."""
    for mine, country in _seats(statement, lexicon):
        for name in evidence.names:
            if lexicon.is_capital(evidence.words[name.first].text, country):
                yield from ((index, name.first) for index in mine)
    for theirs, country in _seats(evidence, lexicon):
        for name in statement.names:
            if lexicon.is_capital(statement.words[name.first].text, country):
                yield name.first, theirs[-1]


def _seats(analysis: Analysis, lexicon: Lexicon) -> list[tuple[tuple[int, ...], str]]:
    """The words of "the Peruvian capital" or "Peru's capital", and the country."""
    found: list[tuple[tuple[int, ...], str]] = []
    for index, word in enumerate(analysis.words):
        if word.text != "capital" or not index or word.name >= 0:
            continue
        before = analysis.words[index - 1].text
        country = lexicon.demonym(before) or (before if lexicon.is_place(before) else None)
        if country is not None:
            found.append(((index - 1, index), country))
    return found


def _word_by_word(statement: Analysis, mine: Name, evidence: Analysis, theirs: Name) -> dict[int, Link]:
    links = {}
    for offset, index in enumerate(range(mine.first, mine.last)):
        target = min(theirs.first + offset, theirs.last - 1)
        same = statement.words[index].text == evidence.words[target].text
        links[index] = Link(index, target, LinkKind.SAME if same else LinkKind.ALIAS)
    return links


def _misplaced(
    statement: Analysis, evidence: Analysis, links: Mapping[int, Link], lexicon: Lexicon
) -> list[int]:
    """Places where the statement has something happen, which the text only mentions, while it has another place
    there: "met in Oslo" / "the ministers of Oslo and Bergen met in Bergen"."""
    found: list[int] = []
    for name in statement.names:
        link = links.get(name.first)
        if (
            link is None
            or not _stands_in(statement, name.first)
            or not _names_place(statement, name, lexicon)
        ):
            continue
        key = evidence.words[link.evidence].text
        theirs = [at for at, word in enumerate(evidence.words) if word.text == key]
        if any(_stands_in(evidence, at) for at in theirs):
            continue
        linked = {other.evidence for other in links.values()}
        if any(_is_elsewhere(evidence, other, linked, lexicon) for other in evidence.names):
            found.extend(index for index in range(name.first, name.last) if index in links)
    return found


def _stands_in(analysis: Analysis, index: int) -> bool:
    """True right behind "in" or "at", an article or "the city of" between them left out."""
    before = [word.text for word in analysis.words[max(0, index - 4) : index]]
    while before and before[-1] in ("the", "of", "city", "town"):
        before.pop()
    return bool(before) and before[-1] in LOCATIVE


def _names_place(analysis: Analysis, name: Name, lexicon: Lexicon) -> bool:
    text = " ".join(_words_of(analysis, name))
    return name.kind in ("place", "government") or lexicon.is_place(text)


def _is_elsewhere(analysis: Analysis, name: Name, linked: set[int], lexicon: Lexicon) -> bool:
    if name.first in linked or not _stands_in(analysis, name.first):
        return False
    people = lexicon.demonym(analysis.words[name.first].text) is not None  # "in the Peruvian capital"
    return people or _names_place(analysis, name, lexicon)


def _lemma_links(
    statement: Analysis, evidence: Analysis, links: dict[int, Link], lexicon: Lexicon
) -> dict[int, Link]:
    """Forms of the same word; where there are several, the one nearest to where its neighbour went."""
    places = _places(evidence, lexicon)
    made: dict[int, Link] = {}
    used = {link.evidence for link in links.values()}
    expected = 0
    for index, word in enumerate(statement.words):
        if index in links:
            expected = links[index].evidence + 1
            continue
        options = {
            place for lemma in (word.sense, *lexicon.lemmas(word.sense)) for place in places.get(lemma, ())
        }
        if not options:
            continue
        if len(options) == 1:
            (best,) = options
        else:
            best = min(options, key=lambda place: (place in used, abs(place - expected), place))
        if best in used and not word.stop:
            repeated = [other for other in made.values() if other.evidence == best]
            if repeated and statement.words[repeated[0].statement].lemma != word.lemma:
                continue
        made[index] = Link(index, best, LinkKind.SAME)
        if not word.stop:
            used.add(best)
            expected = best + 1
    return made


@lru_cache(maxsize=READINGS)
def _places(analysis: Analysis, lexicon: Lexicon) -> Mapping[str, Sequence[int]]:
    """Where the words stand that are forms of a word."""
    places: dict[str, list[int]] = {}
    for index, word in enumerate(analysis.words):
        for lemma in {word.sense, *lexicon.lemmas(word.sense)}:
            places.setdefault(lemma, []).append(index)
    return places


def _open_words(analysis: Analysis, taken: Iterable[int]) -> list[int]:
    done = set(taken)
    return [index for index in analysis.content if index not in done]


def _related(
    statement: Analysis, evidence: Analysis, links: dict[int, Link], lexicon: Lexicon
) -> list[_Related]:
    """Which words of the evidence the words that `links` leaves open have to do with."""
    free = [(place, evidence.words[place].sense) for place in evidence.content]
    return [
        (index, place, relation)
        for index in _open_words(statement, links)
        for place, other in free
        if (relation := lexicon.relation(statement.words[index].sense, other)) is not None
    ]


def _related_links(related: Sequence[_Related], links: dict[int, Link]) -> dict[int, Link]:
    """Derived words, synonyms, broader words: the strongest tie first."""
    found: list[tuple[float, int, int, LinkKind]] = []
    used = {link.evidence for link in links.values()}
    for index, place, relation in related:
        kind = _KIND_OF.get(relation)
        if kind:
            found.append((-LINK_WEIGHTS[kind] + 0.5 * (place in used), index, place, kind))
    made: dict[int, Link] = {}
    for _, index, place, kind in sorted(found):
        if index not in made and place not in used:
            made[index] = Link(index, place, kind)
            used.add(place)
    for _, index, place, kind in sorted(found):
        made.setdefault(index, Link(index, place, kind))
    return made


def _typo_links(
    statement: Analysis, evidence: Analysis, links: dict[int, Link], lexicon: Lexicon
) -> dict[int, Link]:
    """Words that no dictionary holds and that are a slip away from a word of the evidence."""
    made: dict[int, Link] = {}
    used = {link.evidence for link in links.values()}
    for index in _open_words(statement, links):
        word = statement.words[index].text
        if len(word) < TYPO_LENGTH or lexicon.pos(word) or lexicon.is_place(word) or lexicon.is_person(word):
            continue
        from rapidfuzz.distance import OSA  # few statements have a word that no dictionary holds

        limit = TYPO_DISTANCE[len(word) >= 8]
        for place in _open_words(evidence, used):
            other = evidence.words[place].text
            if word[0] == other[0] and OSA.distance(word, other, score_cutoff=limit) <= limit:
                made[index] = Link(index, place, LinkKind.TYPO)
                break
    return made


def _compare_figures(
    statement: Analysis, evidence: Analysis, links: tuple[Link, ...], lexicon: Lexicon
) -> Iterable[Comparison]:
    for number, figure in enumerate(statement.quantities):
        best: tuple[tuple[bool, bool, float, bool, int], Comparison] | None = None
        borne = False
        for other_number, other in enumerate(evidence.quantities):
            fit = relate(figure, other)
            if fit is Fit.DIFFERENT:
                continue
            counted = _same_counted(figure.counted, other.counted, lexicon)
            if fit is Fit.REFUTES and counted and _leaves_room(figure, other, lexicon):
                fit = Fit.OPEN
            near = _closeness(statement, evidence, links, ("figure", number), ("figure", other_number))
            same = counted is not False and (bool(counted) or near > NEAR)
            rank = (counted is not False, bool(counted), near, fit is Fit.SUPPORTS, -other_number)
            if counted is not False and fit is not Fit.REFUTES:
                borne = True
            if best is None or rank > best[0]:
                best = rank, Comparison(number, other_number, fit, same)
        if best and best[1].fit is Fit.REFUTES and borne:
            best = best[0], best[1]._replace(fit=Fit.OPEN)
        if best:
            yield best[1]


def _compare_dates(statement: Analysis, evidence: Analysis, links: tuple[Link, ...]) -> Iterable[Comparison]:
    fits = {
        (number, other): _fit_of_dates(statement.dates[number], evidence.dates[other])
        for number in range(len(statement.dates))
        for other in range(len(evidence.dates))
    }
    taken = {other: number for (number, other), fit in fits.items() if fit is Fit.SUPPORTS}
    compared = _compared_with(evidence)
    for number in range(len(statement.dates)):
        best: tuple[tuple[bool, float, int], Comparison] | None = None
        for other in range(len(evidence.dates)):
            fit = fits[number, other]
            elsewhere = other in compared or taken.get(other, number) != number
            if fit is Fit.DIFFERENT or (fit is Fit.REFUTES and elsewhere):
                continue
            near = _closeness(statement, evidence, links, ("date", number), ("date", other))
            rank = (fit is Fit.SUPPORTS, near, -other)
            if best is None or rank > best[0]:
                best = rank, Comparison(number, other, fit, near > 0)
        if best:
            yield best[1]


def _fit_of_dates(mine: DateExpression, theirs: DateExpression) -> Fit:
    """What one date does to another; "in March" of an unsaid year leaves the years beside it open as well."""
    fit = relate_dates(mine, theirs)
    if (
        fit is Fit.REFUTES
        and not theirs.explicit
        and theirs.month is not None
        and mine.start
        and theirs.start
    ):
        same = mine.month == theirs.month and (
            mine.day is None or theirs.day is None or mine.day == theirs.day
        )
        if same and abs(mine.start.year - theirs.start.year) == 1:
            return Fit.OPEN
    return fit


def _compared_with(evidence: Analysis) -> set[int]:
    """The dates that a text only compares with: "more than in 2019", "compared with 240,000 in 2019"."""
    found = set()
    for number, date in enumerate(evidence.dates):
        first = next((n for n, word in enumerate(evidence.words) if word.date == number), 0)
        before = evidence.words[max(0, first - COMPARED) : first]
        if any(word.text in _COMPARING for word in before) and date.explicit:
            found.add(number)
    return found


def _same_counted(one: tuple[str, ...], other: tuple[str, ...], lexicon: Lexicon) -> bool | None:
    """Whether two figures count the same thing; None where a text does not tell what it counts."""
    if not one or not other:
        return None
    return any(
        lexicon.relation(mine, theirs) in (*_KIND_OF, Relation.NARROWER) for mine in one for theirs in other
    )


def _leaves_room(mine: Quantity, theirs: Quantity, lexicon: Lexicon) -> bool:
    """True where one counts a kind of what the other counts, and no more of it: 40 divers of 300 people.

    A part of a kind may be more or less than the part of the whole.
    """
    relations = {lexicon.relation(one, other) for one in mine.counted for other in theirs.counted}
    if relations & {Relation.SAME, Relation.DERIVED, Relation.SYNONYM}:
        return False
    if mine.fraction_of_whole or theirs.fraction_of_whole:
        return bool(relations & {Relation.NARROWER, Relation.BROADER})
    if Relation.NARROWER in relations:
        return mine.figure <= theirs.figure
    return Relation.BROADER in relations and mine.figure >= theirs.figure


def _closeness(
    statement: Analysis,
    evidence: Analysis,
    links: tuple[Link, ...],
    mine: tuple[str, int],
    theirs: tuple[str, int],
) -> float:
    """How much linked weight stands within reach of both expressions, near words counting more."""
    here = [index for index, word in enumerate(statement.words) if getattr(word, mine[0]) == mine[1]]
    there = [index for index, word in enumerate(evidence.words) if getattr(word, theirs[0]) == theirs[1]]
    if not here or not there:
        return 0.0
    total = 0.0
    for link in links:
        weight = statement.words[link.statement].weight
        if weight and link.statement not in here:
            mine_off = min(abs(link.statement - index) for index in here)
            their_off = min(abs(link.evidence - index) for index in there)
            total += weight / (1.0 + mine_off * 0.5 + their_off)
    return total
