"""Which names of a statement are names of a text: by alias, by initials, by their country."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from factcheck.align.values import LOCATIVE, Link, LinkKind
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Name

_LONGEST_INITIALS = 8


def name_links(statement: Analysis, evidence: Analysis, lexicon: Lexicon) -> dict[int, Link]:
    """The words of names that are names of the text, by alias, by initials or by their country."""
    links = _aliased(statement, evidence) if statement.names and evidence.names else {}
    for index, place in (*_acronyms(statement, evidence), *_capitals(statement, evidence, lexicon)):
        links.setdefault(index, Link(index, place, LinkKind.ALIAS))
    return links


def _aliased(statement: Analysis, evidence: Analysis) -> dict[int, Link]:
    """Names that an alias group makes the same, word by word, the last word of each for what is left.

    A capital that stands for its government is a second choice, and none where it is a place ("in Baku").
    """
    links: dict[int, Link] = {}
    taken: set[int] = set()
    governments = any(name.kind == "government" for name in (*statement.names, *evidence.names))
    for same in (_same_name, _same_government) if governments else (_same_name,):
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


@lru_cache(maxsize=READINGS)
def _initials(analysis: Analysis) -> Mapping[int, str]:
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


@lru_cache(maxsize=READINGS)
def _seats(analysis: Analysis, lexicon: Lexicon) -> Sequence[tuple[tuple[int, ...], str]]:
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


def misplaced(
    statement: Analysis, evidence: Analysis, links: Mapping[int, Link], lexicon: Lexicon
) -> list[int]:
    """Places where the statement has something happen, which the text only mentions, while it has another place
    there: "met in Oslo" / "the ministers of Oslo and Bergen met in Bergen"."""
    found: list[int] = []
    for name in _scenes(statement, lexicon):
        link = links.get(name.first)
        if link is None:
            continue
        key = evidence.words[link.evidence].text
        if any(word.text == key and _stands_in(evidence, at) for at, word in enumerate(evidence.words)):
            continue
        linked = {other.evidence for other in links.values()}
        if any(_is_elsewhere(evidence, other, linked, lexicon) for other in evidence.names):
            found.extend(index for index in range(name.first, name.last) if index in links)
    return found


@lru_cache(maxsize=READINGS)
def _scenes(analysis: Analysis, lexicon: Lexicon) -> Sequence[Name]:
    """The places in which something happens."""
    return [
        name
        for name in analysis.names
        if _stands_in(analysis, name.first) and _names_place(analysis, name, lexicon)
    ]


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
