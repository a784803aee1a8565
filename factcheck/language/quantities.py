"""Quantities of a text as intervals, read twice (what is said, what is meant), and their comparison.

See "Quantities and dates are intervals, read twice" in the documentation of verdicts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factcheck.language import comparators
from factcheck.language.comparators import Comparator
from factcheck.language.counted import after_of, noun_phrase, rate, total_before
from factcheck.language.dates import DateExpression
from factcheck.language.intervals import Interval
from factcheck.language.lexer import Lexed, is_digits, lex
from factcheck.language.numbers import Number, scan
from factcheck.language.quantity import Quantity, relate
from factcheck.language.spelled import NumberKind, exact
from factcheck.language.units import (
    ATTACHED_ONLY,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    DURATIONS,
    UNIT_STARTS,
    UNITS,
)
from factcheck.model import Span
from factcheck.records import NamedTuple

__all__ = ["Quantity", "quantities", "relate"]


_RANGE_DASHES = frozenset("-‐‑‒–—−")


_WHOLES = frozenset((2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 20.0, 100.0, 1000.0))


_NO_SIGNS = {ord(sign): None for sign in (*CURRENCY_SIGNS, "%")}


_CHANGES = frozenset(
    "rise rises rose risen rising grow grows grew grown growing increase increases increased "
    "increasing fall falls fell fallen falling drop drops dropped dropping decline declined "
    "declining decrease decreased jump jumped climb climbed shrink shrank reduce reduced cut expand "
    "expanded raise raised lower lowered surge surged up down moved went go slid soared plunged "
    "plummeted doubled halved improved changed".split()
)


class _Draft(NamedTuple):
    """A quantity on the way: token bounds and what was found so far."""

    first: int
    last: int
    low: float
    high: float
    kind: NumberKind
    comparator: Comparator = Comparator.BARE
    unit: str | None = None
    factor: float = 1.0
    partner: Number | None = None
    """The number that lends its unit and scale: "from 5 to 10 percent"."""


def quantities(text: str, dates: Sequence[DateExpression] = ()) -> tuple[Quantity, ...]:
    """The quantities of `text`, in order, without overlaps; figures inside `dates` are left out.

    Never raises.
    """
    words = lex(text)
    spans = sorted(date.span for date in dates)
    starts = [span.start for span in spans]
    found = [number for number in scan(words) if not _is_dated(number.span, spans, starts)]
    made: list[Quantity] = []
    at, free = 0, 0
    while at < len(found):
        draft, used = _draft(words, found, at)
        quantity, last = _finish(words, draft, free)
        made.append(quantity)
        free = last + 1
        at += used
    return tuple(made)


def _is_dated(span: Span, dates: Sequence[Span], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, span.end - 1) - 1
    return at >= 0 and dates[at].overlaps(span)


def _draft(words: Lexed, found: Sequence[Number], at: int) -> tuple[_Draft, int]:
    """The number at `at`, or the range or the "one in five" that it begins, and how many numbers it took."""
    one = found[at]
    plain = _Draft(one.first, one.last, one.value, one.upper, one.kind)
    if one.value != one.upper:
        plain = plain._replace(comparator=Comparator.VAGUE)
    elif one.approximate:
        plain = plain._replace(comparator=Comparator.ABOUT)
    if at + 1 == len(found) or found[at + 1].first - one.last > 6:
        return plain, 1
    two = found[at + 1]
    if two.value != two.upper or one.value != one.upper:
        return plain, 1
    if _is_ratio(words, one, two):
        return plain._replace(last=two.last, low=exact(100 * one.value / two.value), kind=NumberKind.FRACTION,
                       high=exact(100 * one.value / two.value)), 2  # fmt: skip
    first = _range_join(words, one, two)
    if first is None or two.kind not in (one.kind, NumberKind.FACTOR):
        lent = words.words[one.last + 1 : two.first] == ("to",)
        return plain._replace(partner=two if lent else None), 1
    scale = _lent_scale(words, one.value, two)
    scale = scale if one.value * scale < two.value else 1.0
    if one.value >= two.value:
        return plain, 1
    return _Draft(first, two.last, exact(one.value * scale), two.value, two.kind, Comparator.RANGE), 2


def _is_ratio(words: Lexed, one: Number, two: Number) -> bool:
    between = words.words[one.last + 1 : two.first]
    if between not in (("in",), ("out", "of"), ("in", "every")) or not words.all_close(one.last, two.first):
        return False
    if words.words[two.last + 1 : two.last + 2] and words.word(two.last + 1) in UNIT_STARTS:
        return False
    return 0 < one.value < two.value and two.value in _WHOLES and one.kind is two.kind is NumberKind.CARDINAL


def _range_join(words: Lexed, one: Number, two: Number) -> int | None:
    """The first token of the range that the two numbers make, or None."""
    signs = (*CURRENCY_SIGNS, "%", "percent")
    between = [at for at in range(one.last + 1, two.first) if words.words[at] not in signs]
    gap = words.text[words.ends[one.last] : words.starts[two.first]].translate(_NO_SIGNS)
    if not between:
        return one.first if gap.strip() and set(gap.strip()) <= _RANGE_DASHES else None
    if len(between) > 1 or any(mark in gap for mark in ",.;:()\n"):
        return None
    joint, start = words.words[between[0]], one.first - (words.word(one.first - 1) in CURRENCY_SIGNS)
    before = words.word(start - 1)
    if joint == "and":
        return start - 1 if before == "between" else None
    if joint == "to" and before == "from":
        changed = any(word in _CHANGES for word in words.words[max(0, start - 8) : start - 1])
        return None if changed else start - 1
    if joint == "to" or (joint == "or" and one.value < two.value <= 2 * one.value + 1):
        return one.first
    return None


def _lent_scale(words: Lexed, low: float, two: Number) -> float:
    """The scale word of the second number, where the first goes without ("5 to 10 million"); or 1."""
    head = words.words[two.first]
    if low >= 1000 or two.value < 1000 or (head[0].isdigit() and two.first == two.last):
        return 1.0
    plain = head.replace(",", "")
    if is_digits(plain.replace(".", "", 1)):
        return two.value / float(plain)
    return 10.0 ** (3 * ((len(f"{two.value:.0f}") - 1) // 3))


def _finish(words: Lexed, draft: _Draft, free: int) -> tuple[Quantity, int]:
    """Reads what stands around the number; tokens before `free` belong to the quantity before."""
    first, last = draft.first, draft.last
    ordinal = draft.kind is NumberKind.ORDINAL
    if not ordinal:
        draft = _with_unit(words, draft, free)
        first, last = draft.first, draft.last
    if draft.unit is None and draft.partner is not None and draft.kind is NumberKind.CARDINAL:
        draft = _with_partner(words, draft, draft.partner)
    comparator = draft.comparator
    if not ordinal:
        before, start = comparators.before(words, first)
        if start >= free and start < first:
            first = start
            comparator = _combined(comparator, before)
    after, last_after = comparators.after(words, last)
    if after is not None and not ordinal:
        comparator, last = _combined(comparator, after), last_after
        if draft.unit is None:
            draft = _unit_after(words, draft._replace(last=last))
            last = draft.last
    counted, end, per = _counted(words, draft, first, last)
    unit = f"{draft.unit or ''}/{per}" if per else draft.unit
    trailing = comparators.after(words, end)[0]
    if trailing is not None and after is None and not ordinal:
        comparator = _combined(comparator, trailing)
    return _build(words, draft, (first, last), comparator, unit, counted), last


def _combined(own: Comparator, outer: Comparator) -> Comparator:
    """The outer comparator counts, but "about five to ten" stays a range and "just dozens" vague."""
    if outer is Comparator.BARE or own in (Comparator.RANGE, Comparator.VAGUE):
        return own
    return outer


def _build(
    words: Lexed,
    draft: _Draft,
    bounds: tuple[int, int],
    comparator: Comparator,
    unit: str | None,
    counted: tuple[str, ...],
) -> Quantity:
    share = draft.unit == "%"
    reading = comparators.read(comparator, draft.low, draft.high, share)
    span = words.span(*bounds)
    if draft.low < 0 and words.text[span.start - 1 : span.start] in ("-", "−"):
        span = Span(span.start - 1, span.end)
    of_whole = draft.kind is NumberKind.FRACTION or (share and words.word(bounds[1] + 1) == "of")
    return Quantity(
        span=span,
        said=_scaled(reading.said, draft.factor),
        meant=_scaled(reading.meant, draft.factor),
        unit=unit,
        counted=counted,
        exact=comparator in (Comparator.BARE, Comparator.EXACTLY),
        ordinal=draft.kind is NumberKind.ORDINAL,
        fraction_of_whole=of_whole,
        figure=exact(draft.low * draft.factor),
        comparator=comparator,
        is_round=comparators.is_round(draft.low)
        or draft.comparator is Comparator.ABOUT
        or draft.kind is NumberKind.FRACTION
        or unit in DURATIONS,
    )


def _scaled(interval: Interval, factor: float) -> Interval:
    if factor == 1:
        return interval
    return interval._replace(low=exact(interval.low * factor), high=exact(interval.high * factor))


def _with_unit(words: Lexed, draft: _Draft, free: int) -> _Draft:
    """Adds the unit: a currency sign or code before, or the words after."""
    if draft.kind is NumberKind.FRACTION:
        return draft._replace(unit="%")
    if draft.kind is NumberKind.FACTOR:
        return draft._replace(unit="times")
    first = draft.first
    before = words.word(first - 1)
    if first - 1 >= free and words.gap(first - 1).strip() in ("", "-"):
        if before in CURRENCY_SIGNS:
            national = words.word(first - 2) in ("us", "a", "c", "nz", "hk") and words.gap(first - 2) == ""
            unit = (
                {"a": "AUD", "c": "CAD", "nz": "NZD", "hk": "HKD"}.get(words.word(first - 2))
                if national
                else None
            )
            start = first - (2 if national and first - 2 >= free else 1)
            return _after_sign(words, draft._replace(first=start, unit=unit or CURRENCY_SIGNS[before]))
        if before in CURRENCY_CODES and words.raw(first - 1).isupper():
            return draft._replace(first=first - 1, unit=before.upper())
    return _unit_after(words, draft)


def _with_partner(words: Lexed, draft: _Draft, partner: Number) -> _Draft:
    lender = _unit_after(
        words, _Draft(partner.first, partner.last, partner.value, partner.upper, partner.kind)
    )
    if lender.unit is None:
        return draft
    scale = _lent_scale(words, draft.low, partner)
    low, high = exact(draft.low * scale), exact(draft.high * scale)
    return draft._replace(unit=lender.unit, factor=lender.factor, low=low, high=high)


def _after_sign(words: Lexed, draft: _Draft) -> _Draft:
    """Takes "US" or "dollars" along where a sign stood before ("$5 US dollars")."""
    after = _unit_after(words, draft)
    return draft._replace(last=after.last) if after.unit == draft.unit else draft


def _unit_after(words: Lexed, draft: _Draft) -> _Draft:
    last = draft.last
    if not words.close(last):
        return draft
    sign = words.word(last + 1)
    if sign in CURRENCY_SIGNS and not words.word(last + 2)[:1].isdigit():
        return draft._replace(last=last + 1, unit=CURRENCY_SIGNS[sign])
    if sign in CURRENCY_CODES and words.raw(last + 1).isupper() and words.raw(last + 1).isascii():
        return draft._replace(last=last + 1, unit=sign.upper())
    if sign not in UNIT_STARTS:
        return draft
    for length in (3, 2, 1):
        form = words.words[last + 1 : last + 1 + length]
        if form not in UNITS or not words.all_close(last, last + length):
            continue
        in_digits = words.words[draft.last][0].isdigit() or words.words[draft.first][0].isdigit()
        if length == 1 and form[0] in ATTACHED_ONLY and not in_digits:
            continue
        if form[0] in ("degree", "degrees") and words.word(last + 2) in ("in", "from", "of"):
            continue
        unit, factor = UNITS[form]
        return draft._replace(last=last + length, unit=unit, factor=factor)
    return draft


def _counted(words: Lexed, draft: _Draft, first: int, last: int) -> tuple[tuple[str, ...], int, str]:
    """What is counted, the last token of it, and what it is per."""
    per, end = rate(words, last)
    if per:
        return (total_before(words, first) or after_of(words, end)[0], end, per)
    follow = words.word(last + 1)
    if follow in ("old", "olds") and words.close(last):
        last, follow = last + 1, words.word(last + 2)
    if follow == "worth":
        last, follow = last + 1, words.word(last + 2)
    counted: tuple[str, ...] = ()
    end = last
    share = draft.unit == "%"
    if words.close(last):
        if follow == "of" or (
            share and follow in ("the", "all", "its", "their", "our", "his", "her", "these")
        ):
            counted, end = after_of(words, last)
        elif follow == "in" and draft.unit and len(draft.unit) == 3 and draft.unit.isupper():
            counted, end = noun_phrase(words, last + 2) if not _capital(words, last + 2) else ((), last)
        else:
            joined = draft.kind is NumberKind.ORDINAL and follow == "and"  # "its seventh and final season"
            counted, end = noun_phrase(words, last + 1 + joined)
    if counted and not share:
        per, end = rate(words, end)
    return counted or total_before(words, first), end, per


def _capital(words: Lexed, index: int) -> bool:
    return index < len(words.words) and words.raw(index)[0].isupper()
