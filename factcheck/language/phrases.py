"""Noun phrases: runs of tags, the preposition that ties each to its clause, and lists of them."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.tags import Tag
from factcheck.language.words import Word
from factcheck.records import NamedTuple

NOMINAL = (Tag.NOUN, Tag.NAME, Tag.FIGURE, Tag.DATE)
_INSIDE = (Tag.DETERMINER, Tag.ADJECTIVE, *NOMINAL)
_OPENING = ("including", "such", "like", "especially", "notably", "other")
_COLOURS = frozenset("black white red green yellow blue brown orange pink purple grey gray".split())
"""The eleven basic colour terms (B. Berlin and P. Kay, 1969): nouns that qualify like adjectives."""
_ABOUT = ("over", "under", "about", "around", "than", "above", "below", "nearly", "almost", "up")
_LONGEST_LIST = 40
_SUBJECT_PRONOUNS = ("i", "he", "she", "we", "they")
_BRACKETS = {"lrb": "(", "lsb": "(", "rrb": ")", "rsb": ")"}


class Phrase(NamedTuple):
    """A noun phrase: words `first` to `last` (half-open); `head` is its main word, `preposition` the
    word that ties it to the clause ("by", "from", "in"), or None.

    `listed` is true for a member of a list ("Ukraine and Poland"), and for what "including" or "such as"
    picks out of one; a member of a list has the preposition that stands before the first.
    """

    first: int
    last: int
    head: int
    preposition: str | None
    listed: bool = False


_NO_MARKS = ("", " ")
_ENDING = frozenset(".!?;:\n—–…")
_BREAKING = _ENDING | frozenset(",()[]")


class Gaps(NamedTuple):
    """What stands between the words of a text. All indices are of words; a gap is before its word."""

    marks: tuple[str, ...]
    """The punctuation before each word."""
    depth: tuple[int, ...]
    """The bracket that each word stands in, numbered from 1; 0 outside."""

    def ends(self, index: int) -> bool:
        """True where a sentence, or a part of one that stands alone, ends before word `index`."""
        mark = self.marks[index]
        return mark not in _NO_MARKS and (not _ENDING.isdisjoint(mark) or " - " in mark)

    def breaks(self, index: int) -> bool:
        """True where any punctuation but a hyphen, a quotation mark or an apostrophe is before a word."""
        mark = self.marks[index]
        return mark not in _NO_MARKS and (not _BREAKING.isdisjoint(mark) or " - " in mark)

    def comma(self, index: int) -> bool:
        """True where a comma is before word `index`."""
        return "," in self.marks[index]


def read_gaps(text: str, words: Sequence[Word]) -> Gaps:
    """Punctuation and brackets of a text."""
    marks, depth = [], []
    end = level = opened = 0
    for word in words:
        start, stop = word.span
        between = text[end:start]
        if between not in _NO_MARKS or word.text in _BRACKETS:
            for mark in between + _BRACKETS.get(word.text, ""):
                if mark in "([":
                    opened += 1
                    level = opened
                elif mark in ")]":
                    level = 0
        marks.append(between)
        depth.append(level)
        end = stop
    return Gaps(tuple(marks), tuple(depth))


def noun_phrases(words: Sequence[Word], tags: Sequence[Tag], gaps: Gaps) -> tuple[Phrase, ...]:
    """Maximal runs of determiners, adjectives, nouns, names and figures that hold a noun or a name."""
    phrases: list[Phrase] = []
    position = 0
    while position < len(tags):
        end = position + 1
        if tags[position] is Tag.PRONOUN:
            phrases.append(_made(words, tags, gaps, position, end, position))
        elif tags[position] in _INSIDE:
            end = _end(words, tags, gaps, position)
            nominal = [index for index in range(position, end) if tags[index] in NOMINAL]
            stands = tags[position] is Tag.DETERMINER and end == position + 1
            if nominal or stands:
                head = nominal[-1] if nominal else position
                phrases.append(_made(words, tags, gaps, position, end, head))
        position = end
    return _lists(phrases, words, tags, gaps)


def _end(words: Sequence[Word], tags: Sequence[Tag], gaps: Gaps, first: int) -> int:
    end = first + 1
    while end < len(tags):
        if tags[end] in _INSIDE and not _begins(words, tags, gaps, end):
            end += 1
        elif _joins_adjectives(words, tags, gaps, end) or _grades(tags, gaps, end):
            end += 2
        else:
            break
    return end


def _begins(words: Sequence[Word], tags: Sequence[Tag], gaps: Gaps, index: int) -> bool:
    """True where a new phrase begins: after punctuation, at a determiner, at a date after a noun."""
    if gaps.breaks(index):
        two_adjectives = gaps.marks[index].strip() == "," and tags[index - 1] is Tag.ADJECTIVE
        return not (two_adjectives and tags[index] is Tag.ADJECTIVE)
    if tags[index] is Tag.DETERMINER:
        return tags[index - 1] is not Tag.DETERMINER and words[index].text != "s"
    if tags[index] is Tag.FIGURE and tags[index - 1] in (Tag.NOUN, Tag.NAME):
        if words[index - 1].raw.endswith(("'s", "’s")):
            return False
        return index + 1 < len(tags) and tags[index + 1] in (Tag.NOUN, Tag.ADJECTIVE, Tag.FIGURE)
    return (tags[index] is Tag.DATE) != (tags[index - 1] is Tag.DATE) and tags[
        index - 1
    ] is not Tag.DETERMINER


def _joins_adjectives(words: Sequence[Word], tags: Sequence[Tag], gaps: Gaps, index: int) -> bool:
    """True at the "and" of "black and white dogs": adjectives on both sides, and a noun to come."""
    if tags[index] is not Tag.CONJUNCTION or index + 2 >= len(tags) or gaps.breaks(index):
        return False
    first = tags[index - 1] in (Tag.ADJECTIVE, Tag.FIGURE) or words[index - 1].text in _COLOURS
    second = tags[index + 1] is Tag.ADJECTIVE or words[index + 1].text in _COLOURS
    return first and second and tags[index + 2] in (Tag.NOUN, Tag.ADJECTIVE)


def _grades(tags: Sequence[Tag], gaps: Gaps, index: int) -> bool:
    """True at the adverb of "a solely Australian film": inside a phrase, before what it modifies."""
    if (
        tags[index] is not Tag.ADVERB
        or index + 1 >= len(tags)
        or gaps.breaks(index)
        or gaps.breaks(index + 1)
    ):
        return False
    opened = tags[index - 1] in (Tag.DETERMINER, Tag.ADJECTIVE, Tag.FIGURE)
    return opened and tags[index + 1] in (Tag.ADJECTIVE, Tag.NAME)


def _made(words: Sequence[Word], tags: Sequence[Tag], gaps: Gaps, first: int, last: int, head: int) -> Phrase:
    before = first - 1
    if tags[first] is Tag.FIGURE and before >= 0 and words[before].text in _ABOUT:
        before -= 1 + (before > 0 and words[before - 1].text in ("more", "less", "fewer"))
    governed = before >= 0 and tags[before] in (Tag.PREPOSITION, Tag.TO) and not gaps.breaks(before + 1)
    preposition = words[before].text if governed else None
    opened = first > 0 and words[first - 1].text in _OPENING
    as_one = first > 1 and words[first - 1].text == "as" and words[first - 2].text == "such"
    return Phrase(first, last, head, preposition, opened or as_one)


def _lists(
    phrases: Sequence[Phrase], words: Sequence[Word], tags: Sequence[Tag], gaps: Gaps
) -> tuple[Phrase, ...]:
    """Phrases of one list marked as such, with the preposition of the first."""
    made = list(phrases)
    number = 0
    while number < len(made):
        stop = _list_end(made, number, words, tags, gaps)
        if stop > number + 1:
            for index in range(number, stop):
                preposition = made[index].preposition or made[number].preposition
                made[index] = made[index]._replace(preposition=preposition, listed=True)
        elif number and _apposed(made[number - 1], made[number], tags, gaps):
            made[number] = made[number]._replace(preposition=made[number - 1].preposition)
        number = stop
    return tuple(made)


def _list_end(
    phrases: Sequence[Phrase], number: int, words: Sequence[Word], tags: Sequence[Tag], gaps: Gaps
) -> int:
    """The end of the list that begins with phrase `number`: commas, and a conjunction before the last."""
    end = number + 1
    while end < min(len(phrases), number + _LONGEST_LIST):
        before, after = phrases[end - 1], phrases[end]
        if (
            _is_date(tags, before) != _is_date(tags, after)
            or gaps.depth[before.head] != gaps.depth[after.head]
        ):
            return number + 1
        between = range(before.last, after.first)
        if any(tags[index] is not Tag.CONJUNCTION for index in between) or len(between) > 1:
            return number + 1
        if words[after.first].text in _SUBJECT_PRONOUNS or (not between and _is_fronted(before, gaps)):
            return number + 1
        if len(between) == 1:
            if end == number + 1 and gaps.comma(before.last):
                return number + 1
            return end + 1 if words[before.last].text in ("and", "or", "nor", "&") else number + 1
        if gaps.marks[after.first].strip() != ",":
            return number + 1
        end += 1
    return number + 1


def _is_fronted(phrase: Phrase, gaps: Gaps) -> bool:
    """True for a phrase with its preposition that opens a sentence: "In modern history, Kyiv and Baku"."""
    return phrase.preposition is not None and (phrase.first < 2 or gaps.ends(phrase.first - 1))


def _apposed(before: Phrase, after: Phrase, tags: Sequence[Tag], gaps: Gaps) -> bool:
    """True for the second name of "in Hollywood, California"."""
    return (
        before.preposition is not None
        and after.preposition is None
        and before.last == after.first
        and gaps.marks[after.first].strip() == ","
        and tags[before.head] is Tag.NAME
        and tags[after.head] is Tag.NAME
        and (after.last == len(tags) or gaps.breaks(after.last))
    )


def _is_date(tags: Sequence[Tag], phrase: Phrase) -> bool:
    return tags[phrase.head] is Tag.DATE
