"""Words that say how a figure is to be taken ("over", "nearly", "or more"), and their two readings.

What the words *say*, and what a speaker *means* by them: nobody says "over three hundred" of three
thousand (Grice's maxim of quantity). The widths of the second reading are conventions of this module.
"""

from __future__ import annotations

from enum import StrEnum
from math import inf, isfinite

from factcheck.language.intervals import Interval
from factcheck.language.lexer import Lexed
from factcheck.language.spelled import exact
from factcheck.records import NamedTuple

_OVER_SHARE, _OVER_ROOM = 1.5, 10.0
_OVER_STEPS = 3
_UNDER_SHARE = 0.5
_NEARLY_SHARE = 0.8
_ABOUT_SHARE = 0.1
_ROUNDING_SHARE = 0.05
_VAGUE_SPREAD = 50.0


class Comparator(StrEnum):
    """How a figure is to be taken."""

    BARE = "bare"
    EXACTLY = "exactly"
    OVER = "over"
    WELL_OVER = "well over"
    AT_LEAST = "at least"
    UNDER = "under"
    AT_MOST = "at most"
    NEARLY = "nearly"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"


_BEFORE_FORMS = {
    Comparator.OVER: "over|more than|above|exceeding|upwards of|upward of|in excess of|greater than|"
    "higher than|"
    "just over|slightly over|slightly more than|just above|a little over|a little more than|"
    "larger than|longer than|bigger than|>|north of",
    Comparator.WELL_OVER: "well over|far more than|much more than|well above|many more than|far over",
    Comparator.AT_LEAST: "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|"
    "minimum of|minimum|≥|at a minimum",
    Comparator.UNDER: "under|fewer than|less than|below|lower than|smaller than|<|well under|well below|"
    "shorter than|far fewer than|far less than|much less than",
    Comparator.AT_MOST: "at most|up to|no more than|not more than|a maximum of|maximum of|not exceeding|≤|"
    "at the most|not over|maximum|limited to|capped at|restricted to|limit of|limit is|cap of",
    Comparator.NEARLY: "nearly|almost|close to|approaching|just under|slightly under|slightly less than|"
    "slightly fewer than|just below|a little under|a little less than|not quite|just short of|virtually",
    Comparator.ABOUT: "about|around|roughly|approximately|approx|circa|ca|~|≈|an estimated|"
    "estimated at|estimated|"
    "some|somewhere around|in the region of|on the order of|as many as|as much as|"
    "in the neighbourhood of|in the vicinity of|more or less|at around|at about",
    Comparator.EXACTLY: "exactly|precisely|a total of exactly",
    Comparator.BARE: "only|just|a total of|as few as|as little as|a mere|merely|a full|all of",
}
_BEFORE = {
    tuple(form.split()): comparator
    for comparator, forms in _BEFORE_FORMS.items()
    for form in forms.split("|")
}
_AFTER_FORMS = {
    Comparator.AT_LEAST: "or more|+|plus|and above|and over|or above|or over|or higher|and up|and more|"
    "at least|"
    "at a minimum|or greater|or longer|minimum",
    Comparator.AT_MOST: "or less|or fewer|or below|and under|and below|or under|or lower|at most|at the most|"
    "maximum|or shorter|tops",
    Comparator.ABOUT: "or so|or thereabouts|more or less|approximately",
    Comparator.EXACTLY: "exactly",
}
_AFTER = {
    tuple(form.split()): comparator for comparator, forms in _AFTER_FORMS.items() for form in forms.split("|")
}
_BEFORE_ENDS = frozenset(form[-1] for form in _BEFORE)
_AFTER_STARTS = frozenset(form[0] for form in _AFTER)
_LONGEST = max(len(form) for form in _BEFORE)


def before(words: Lexed, first: int) -> tuple[Comparator, int]:
    """The comparator that ends right before token `first`, and the first token of it (or `first`)."""
    found, start = Comparator.BARE, first
    while words.word(start - 1) in _BEFORE_ENDS:
        for length in range(min(_LONGEST, start), 0, -1):
            form = words.words[start - length : start]
            if form in _BEFORE and words.all_close(start - length, start) and _is_meant(words, start, form):
                found = _BEFORE[form] if found is Comparator.BARE else found
                start -= length
                break
        else:
            break
    return found, start


def after(words: Lexed, last: int) -> tuple[Comparator | None, int]:
    """The comparator that begins right after token `last`, and the last token of it (or `last`)."""
    if words.word(last + 1) not in _AFTER_STARTS:
        return None, last
    for length in (3, 2, 1):
        form = words.words[last + 1 : last + 1 + length]
        if form not in _AFTER or not words.all_close(last, last + length):
            continue
        follow = words.word(last + length + 1)
        if form == ("+",) and follow[:1].isdigit():
            continue
        if form[-1] in ("least", "most", "over", "above", "below", "under", "plus") and follow[:1].isdigit():
            continue
        if form == ("plus",) and words.close(last + 1) and not words.gap(last + 1).strip():
            continue
        return _AFTER[form], last + length
    return None, last


_SPANNING = frozenset("spread scattered distributed divided split stretched stretching spaced".split())
"""After these, "over" says where, and not how many."""


def _is_meant(words: Lexed, start: int, form: tuple[str, ...]) -> bool:
    """Leaves out "some two" (of them) and "all of two"; "some" is about only for a large figure."""
    if form == ("some",):
        return words.word(start) not in ("one", "two", "three", "four", "of")
    if form == ("close", "to"):
        return words.word(start - 3) not in ("get", "getting", "come", "came")
    return form != ("over",) or words.word(start - 2) not in _SPANNING


class Reading(NamedTuple):
    """Both readings of a figure."""

    said: Interval
    meant: Interval


def read(comparator: Comparator, value: float, upper: float, share: bool) -> Reading:
    """The two readings of `value` (to `upper`, for a range or a vague number), in the unit as written.

    `share` is true for a percentage or a part, which ends at 100.
    """
    if comparator is Comparator.RANGE:
        return _same(Interval(value, upper))
    if upper != value:
        return _vague(comparator, value, upper, share)
    size = abs(value)
    if comparator in (Comparator.OVER, Comparator.WELL_OVER):
        said = Interval(value, inf, low_open=True)
        return Reading(said, Interval(value, _ceiling(comparator, value, share), low_open=True))
    if comparator is Comparator.AT_LEAST:
        return _same(Interval(value, inf))
    if comparator is Comparator.UNDER:
        return Reading(
            Interval(-inf, value, high_open=True),
            Interval(value - _UNDER_SHARE * size, value, high_open=True),
        )
    if comparator is Comparator.AT_MOST:
        return Reading(Interval(-inf, value), Interval(min(0.0, value), value))
    if comparator is Comparator.NEARLY:
        low = value - (1 - _NEARLY_SHARE) * size
        loose = min(low, value - 1) if 2 <= value < 10 else low
        return Reading(Interval(low, value, high_open=True), Interval(loose, value, high_open=True))
    if comparator is Comparator.ABOUT:
        width = _ABOUT_SHARE * size
        loose = max(width, 1.0 if size >= 2 else 0.25 * size) if size < 10 else width
        return Reading(Interval(value - width, value + width), Interval(value - loose, value + loose))
    point = Interval(value, value)
    width = 0.0 if comparator is Comparator.EXACTLY else rounding(value, share)
    return Reading(point, Interval(exact(value - width), exact(value + width), high_open=width > 0))


def _same(interval: Interval) -> Reading:
    return Reading(interval, interval)


def _ceiling(comparator: Comparator, value: float, share: bool) -> float:
    """The most that "over `value`" is said of.

    The finer a figure is given, the less room it leaves: "over 67,000" is not said of 76,000 (C. Cummins,
    U. Sauerland, S. Solt: Granularity and scalar implicature in numerical expressions, 2012).
    """
    size = abs(value)
    room = max((_OVER_SHARE - 1) * size, _OVER_ROOM)
    digits = f"{size:.15g}".rstrip("0").rstrip(".")
    if comparator is Comparator.WELL_OVER or (size >= 100 and digits == "1"):
        room = max(room, size)
    elif size >= 10:
        room = min(room, _room_to_coarser(size))
    if share and 0 <= value <= 100:
        return min(100.0, value + max(room, size))
    return value + room


def _room_to_coarser(size: float) -> float:
    """How far the next coarser figure is, and three steps of the figure's own at the least.

    The steps of 67,000 are thousands; those of 25 and 150, fives and fifties. None for one digit: inf.
    """
    written = f"{size:.15g}"
    whole, _, decimals = written.partition(".")
    zeros = len(whole) - len(whole.rstrip("0")) if not decimals else -len(decimals)
    digits = written.replace(".", "").strip("0")
    if len(digits) < 2:
        return inf
    step = 10.0**zeros * (5 if digits[-1] == "5" else 1)
    coarser = 10.0 ** (zeros + 1)
    return exact(max(coarser - size % coarser, _OVER_STEPS * step))


def _vague(comparator: Comparator, value: float, upper: float, share: bool) -> Reading:
    if share:
        return _same(Interval(value, upper, low_open=True))
    above = comparator in (Comparator.OVER, Comparator.WELL_OVER, Comparator.AT_LEAST)
    most = inf if above else upper
    said = Interval(value, most, high_open=isfinite(most))
    if comparator in (Comparator.UNDER, Comparator.AT_MOST, Comparator.NEARLY):
        said = Interval(-inf, upper)
    most = _VAGUE_SPREAD * value if not isfinite(upper) else 2 * upper
    return Reading(said, Interval(value / 2, most))


def rounding(value: float, share: bool = False) -> float:
    """Half the last place that a bare figure is given to, as far as it may be rounded; 0 for an exact count.

    Decimals, percentages and round figures from 1000 on are rounded; at most by a twentieth.
    """
    size = abs(value)
    if size > 1e15 or size == 0:
        return 0.0
    if size != int(size):
        half = 0.5 * 10.0 ** -len(f"{size:.12f}".rstrip("0").partition(".")[2])
    elif share:
        half = 0.5
    else:
        digits = str(int(size))
        zeros = len(digits) - len(digits.rstrip("0"))
        half = 0.5 * 10.0**zeros if zeros and size >= 1000 else 0.0
    return min(half, _ROUNDING_SHARE * size)


def is_round(value: float) -> bool:
    """True for a figure that people round to: a third of its digits or more are zeros at its end."""
    size = abs(value)
    if size > 1e15 or size != int(size) or size < 10:
        return size > 1e15
    digits = str(int(size))
    return 3 * (len(digits) - len(digits.rstrip("0"))) >= len(digits)
