"""Which figures and dates of a text a statement's are best held against."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.align.values import Comparison, Link
from factcheck.language.analysis import Analysis
from factcheck.language.dates import DateExpression, relate_dates
from factcheck.language.intervals import Relation as Fit
from factcheck.language.lexicon import Lexicon, Relation
from factcheck.language.quantities import relate
from factcheck.language.quantity import Quantity

NEAR = 0.15
"""How much linked weight must stand around two figures for them to be taken as figures of the same thing."""
COMPARED = 5
"""How many words back a date is taken for one that is compared with."""
_COMPARING = frozenset("than compared against versus unlike".split())
_ALIKE = (Relation.SAME, Relation.DERIVED, Relation.SYNONYM, Relation.BROADER, Relation.NARROWER)


def compare_figures(
    statement: Analysis, evidence: Analysis, links: tuple[Link, ...], lexicon: Lexicon
) -> Iterable[Comparison]:
    """For each figure of the statement that can be held against one of the text, the best such pair."""
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


def compare_dates(statement: Analysis, evidence: Analysis, links: tuple[Link, ...]) -> Iterable[Comparison]:
    """The same for dates."""
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
    return any(lexicon.relation(mine, theirs) in _ALIKE for mine in one for theirs in other)


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
