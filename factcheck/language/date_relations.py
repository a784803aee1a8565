"""What the evidence's date does to the statement's: intervals, with the slack of loose words."""

from __future__ import annotations

from datetime import date

from factcheck.language.date_values import DateExpression, DateRelation
from factcheck.language.intervals import Relation


def relate_dates(statement: DateExpression, evidence: DateExpression) -> Relation:
    """What the evidence's date does to the statement's.

    SUPPORTS: the evidence's lies inside the statement's ("in 2022" of "February 2022"). REFUTES: the
    two, with their slack, do not meet. OPEN otherwise. Ties of different kinds ("since 2022" and "in
    2022") never support each other, but a date before or after the other's bound can.
    """
    if statement.start is None or evidence.start is None:
        return _relate_partial(statement, evidence)
    readings = {_relate_resolved(one, two) for one in _readings(statement) for two in _readings(evidence)}
    if len(readings) == 1:
        return readings.pop()
    same = (statement.start, statement.other, statement.relation) == (
        evidence.start,
        evidence.other,
        evidence.relation,
    )
    return Relation.SUPPORTS if same else Relation.OPEN


def _readings(expression: DateExpression) -> tuple[DateExpression, ...]:
    if expression.other is None:
        return (expression,)
    return expression, expression._replace(start=expression.other[0], end=expression.other[1])


def _relate_partial(statement: DateExpression, evidence: DateExpression) -> Relation:
    """Compares month and day where a year is missing on one side or both."""
    if statement.month is None or evidence.month is None or statement.relation is not evidence.relation:
        return Relation.OPEN
    if statement.month != evidence.month:
        return Relation.REFUTES
    if statement.day is not None and evidence.day is not None and statement.day != evidence.day:
        return Relation.REFUTES
    says_less = statement.start is None and (statement.day is None or statement.day == evidence.day)
    return Relation.SUPPORTS if says_less else Relation.OPEN


def _relate_resolved(statement: DateExpression, evidence: DateExpression) -> Relation:
    one, two = statement.relation, evidence.relation
    slack = max(statement.slack, evidence.slack)
    if one is two:
        inside = _inside(_bounds(statement), _bounds(evidence))
        if one in (DateRelation.IN, DateRelation.SINCE, DateRelation.UNTIL):
            inside = _inside(_anchor(statement), _anchor(evidence))
            if statement.ranged and evidence.ranged:
                return _relate_ranges(statement, evidence, slack)
        if inside:
            return Relation.SUPPORTS
        if one in (DateRelation.BEFORE, DateRelation.AFTER, DateRelation.BY):
            return Relation.OPEN
        return Relation.OPEN if _meet(_anchor(statement), _anchor(evidence), slack) else Relation.REFUTES
    if not _meet(_bounds(statement), _bounds(evidence), slack):
        return Relation.REFUTES
    bounded = one in (DateRelation.BEFORE, DateRelation.AFTER, DateRelation.BY)
    tied = two not in (DateRelation.SINCE, DateRelation.UNTIL)
    return (
        Relation.SUPPORTS
        if bounded and tied and _inside(_bounds(statement), _bounds(evidence))
        else Relation.OPEN
    )


def _relate_ranges(statement: DateExpression, evidence: DateExpression, slack: int) -> Relation:
    """Two ranges: the same one, or one end moved, or apart; a longer one says something else."""
    one, two = _anchor(statement), _anchor(evidence)
    starts, ends = abs(one[0] - two[0]) <= slack, abs(one[1] - two[1]) <= slack
    if one == two:
        return Relation.SUPPORTS
    if not _meet(one, two, slack):
        return Relation.REFUTES
    return Relation.REFUTES if starts != ends and not slack else Relation.OPEN


_Bounds = tuple[int, int]


def _anchor(expression: DateExpression) -> _Bounds:
    """The days that the expression names, as ordinals, half-open."""
    if expression.start is None or expression.end is None:
        return 0, 0
    return expression.start.toordinal(), expression.end.toordinal()


def _bounds(expression: DateExpression) -> _Bounds:
    """The days that the expression leaves possible, as ordinals, half-open."""
    start, end = _anchor(expression)
    last = date.max.toordinal() + 1
    return {
        DateRelation.IN: (start, end),
        DateRelation.SINCE: (start, last),
        DateRelation.UNTIL: (0, end),
        DateRelation.BY: (0, end),
        DateRelation.BEFORE: (0, start),
        DateRelation.AFTER: (end, last),
    }[expression.relation]


def _inside(outer: _Bounds, inner: _Bounds) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _meet(one: _Bounds, two: _Bounds, slack: int) -> bool:
    return max(one[0], two[0]) - slack < min(one[1], two[1])
