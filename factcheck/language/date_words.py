"""Dates with a month, a season, a quarter or a century in words."""

from __future__ import annotations

from factcheck.language.date_figures import PARTS, Read, joins, past_ordinal, read_day, read_year, with_year
from factcheck.language.lexer import FUNCTION_WORDS, Lexed, is_digits, looks_plural
from factcheck.language.number_words import ORDINALS, SCALES, TENS
from factcheck.language.periods import MONTHS, SEASONS, Issue, PartialDate
from factcheck.language.relative_dates import read_relative

_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))


_MONTH_CUES = frozenset(
    "in since until till by from during of before after early mid late last this next through "
    "between to and throughout each every beginning end".split()
)


_MAYBE_WORDS = frozenset("may march mar jun jan sep dec oct nov apr aug feb jul sept".split())


def day_first(words: Lexed, index: int) -> Read | None:
    """Reads "6 February 2022", "6th of Feb", "10-11 July", "19th century", "2nd quarter of 2024"."""
    day = read_day(words, index)
    if day is None:
        return None
    at = past_ordinal(words, index)
    if at > index + 1:
        found = from_ordinal(words, at, day, None)
        if found:
            return found
    last = None
    joint = words.word(at)
    other = at + 1 if joint in ("to", "and", "or") else at
    dashed = words.gap(at - 1).strip() in ("-", "–", "—") or other > at
    if dashed and read_day(words, other) and day < (read_day(words, other) or 0):
        last, at = read_day(words, other), past_ordinal(words, other)
    at += words.word(at) == "of"
    if words.word(at) not in MONTHS or words.gap(at - 1).strip() not in ("", "-", "."):
        return None
    if not _is_month_word(words, at, beside_figure=True):
        return None
    partial = PartialDate(month=MONTHS[words.word(at)], day=day, last_day=last, ranged=last is not None)
    return with_year(words, at + 1, partial)


def _is_month_word(words: Lexed, index: int, beside_figure: bool) -> bool:
    """Whether "may", "march", "sun" and the short forms are months here."""
    word = words.words[index]
    if words.word(index) not in _MAYBE_WORDS:
        return words.raw(index)[0].isupper() or beside_figure or words.word(index - 1) in _MONTH_CUES
    if not words.raw(index)[0].isupper():
        return beside_figure and word in ("may", "march")
    if beside_figure:
        return True
    if word not in ("may", "march") or words.word(index - 1) not in _MONTH_CUES:
        return False
    weak = words.word(index - 1) in ("and", "to", "through", "before", "after", "that")
    return not (weak and words.word(index + 1) in _PRONOUNS)


_PRONOUNS = frozenset(("i", "we", "you", "he", "she", "they", "it", "not"))


def month_first(words: Lexed, index: int) -> Read | None:
    """Reads "February 6, 1992", "February 2022", "Feb. '22", "July 10-11, 2025", "in February"."""
    month = PartialDate(month=MONTHS[words.words[index]])
    at = index + 1
    if words.word(at) == "the" and read_day(words, at + 1):
        at += 1
    day = read_day(words, at) if joins(words, at) and "," not in words.gap(at - 1) else None
    if day is not None and read_year(words, at) is None and _is_day(words, index, at):
        if not _is_month_word(words, index, beside_figure=True):
            return None
        after = past_ordinal(words, at)
        last = None
        joint = after + 1 if words.word(after) in ("to", "and") else after
        dash = words.gap(after - 1).strip() in ("-", "–", "—") or (
            joint > after
            and words.word(joint + 1) not in MONTHS
            and with_year(words, joint + 1, month)[0].year
        )
        if dash and (read_day(words, joint) or 0) > day:
            last, after = read_day(words, joint), past_ordinal(words, joint)
        return with_year(words, after, month._replace(day=day, last_day=last, ranged=last is not None))
    made, after = with_year(words, index + 1, month)
    if not _is_month_word(words, index, beside_figure=made.year is not None):
        return None
    return made, after


def _is_day(words: Lexed, month: int, index: int) -> bool:
    """False for a count after a month ("in July 12 children came", "March 5 km")."""
    if words.gap(index)[:1] in ("%", ":") or words.text[words.ends[index] : words.ends[index] + 1] == ":":
        return False
    follow = words.word(index + 1)
    if words.gap(index) == "" and follow not in _ORDINAL_ENDINGS:
        return False
    if words.gap(index) != " ":
        return True
    if follow in SCALES or follow in ("%", "percent"):
        return False
    return not (words.word(month - 1) in ("in", "since", "during") and looks_plural(follow))


def read_season(words: Lexed, index: int) -> Read | None:
    """Reads "spring 2022", "the Fall", "in summer"; not "fall by half", "hot springs"."""
    word, before, follow = words.words[index], words.word(index - 1), words.word(index + 1)
    made, after = with_year(words, index + 1, PartialDate(month=SEASONS[word], months=3, season=True))
    if made.year is not None:
        return made, after
    capital = words.raw(index)[0].isupper() and not words.opens_sentence(index)
    cues = ("in", "during", "since", "until", "by", "throughout", "before", "after", "early", "mid", "late")
    named = before in cues or (
        before == "the" and (capital or words.word(index - 2) in cues) and follow != "of"
    )
    ends = not words.close(index) or follow in FUNCTION_WORDS or follow in PARTS
    return (made, after) if named and (ends or capital) else None


def ordinal_words(words: Lexed, index: int) -> tuple[int, int] | None:
    """The ordinal spelled at `index` up to 31st, or 21st for centuries, and the token after it."""
    word = words.words[index]
    if word in TENS and words.close(index) and ORDINALS.get(words.word(index + 1), 99.0) < 10:
        return int(TENS[word] + ORDINALS[words.word(index + 1)]), index + 2
    return (int(ORDINALS[word]), index + 1) if ORDINALS.get(word, 99.0) <= 31 else None


def from_ordinal(words: Lexed, at: int, ordinal: int, issue: Issue | None) -> Read | None:
    """What an ordinal begins: a century, a quarter or half of a year, a day of a month."""
    follow = words.word(at)
    if not words.close(at - 1):
        return None
    if follow in ("century", "centuries") and 1 <= ordinal <= 30:
        return PartialDate(year=100 * (ordinal - 1) + 1, years=100), at + 1
    if follow in ("quarter", "half") and ordinal <= (4 if follow == "quarter" else 2):
        return _piece(words, at + 1, ordinal, 3 if follow == "quarter" else 6, issue)
    at += follow == "of"
    if words.word(at) in MONTHS and ordinal <= 31 and _is_month_word(words, at, beside_figure=True):
        return with_year(words, at + 1, PartialDate(month=MONTHS[words.word(at)], day=ordinal))
    return None


def _piece(words: Lexed, at: int, ordinal: int, months: int, issue: Issue | None) -> Read | None:
    """A quarter or a half with its year ("of 2024", "of last year")."""
    piece = PartialDate(month=months * (ordinal - 1) + 1, months=months)
    made, after = with_year(words, at, piece)
    if made.year is not None:
        return made, after
    start = at + 1 if words.word(at) in ("of", "in") else at
    if start > at and words.word(start) == "the" and words.word(start + 1) == "year":
        return piece, start + 2
    found = read_relative(words, start, issue) if start < len(words.words) else None
    if found is None or found[0].month is not None or found[0].fixed is not None:
        return None
    return piece._replace(year=found[0].year, explicit=False), found[1]


def quarter_code(words: Lexed, index: int) -> Read | None:
    """Reads "Q1 2024", "H2 of 2023"."""
    code = words.word(index + 1)
    months = 3 if words.words[index] == "q" else 6
    if words.gap(index) or not is_digits(code) or not 1 <= int(code[:2]) <= 12 // months:
        return None
    made, after = with_year(words, index + 2, PartialDate(month=months * (int(code) - 1) + 1, months=months))
    return (made, after) if made.year is not None else None
