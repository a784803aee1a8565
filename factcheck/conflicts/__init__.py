"""Ways in which a statement and its evidence cannot both be true, one module a kind.

Each module has a `CODE`, a docstring that is its documentation, and `check(pair)`. A new kind is a
module and a line in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from factcheck.conflicts import (
    attachments,
    comparisons,
    crossings,
    dates,
    denials,
    direction,
    entities,
    locality,
    modality,
    polarity,
    quantities,
    reserves,
    roles,
    routes,
    scattering,
    scope,
)
from factcheck.conflicts.pair import Pair
from factcheck.model import Conflict

Check = Callable[[Pair], Iterator[Conflict]]
CHECKS: tuple[Check, ...] = (
    quantities.check,
    dates.check,
    polarity.check,
    direction.check,
    roles.check,
    entities.check,
    scope.check,
    modality.check,
)

_KEPT = 64
"""For so many pairs it is kept: a text may stand for its claim and for itself."""


OVERREACHES: tuple[Check, ...] = (
    scope.overreach,
    denials.overreach,
    roles.overreach,
    routes.overreach,
    attachments.overreach,
    crossings.overreach,
    scattering.overreach,
    locality.overreach,
    reserves.overreach,
    comparisons.overreach,
)
"""Checks for what the evidence does not bear out, without ruling it out."""


def conflicts(pair: Pair) -> tuple[Conflict, ...]:
    """All conflicts of a pair, in the order of `CHECKS`."""
    return tuple(conflict for check in CHECKS for conflict in check(pair))


def overreaches(pair: Pair) -> tuple[Conflict, ...]:
    """Where the statement says more than the evidence bears out, in the order of `OVERREACHES`."""
    return tuple(conflict for check in OVERREACHES for conflict in check(pair))


@lru_cache(maxsize=_KEPT)
def overreaching(pair: Pair) -> bool:
    """Whether the statement says more than the evidence bears out."""
    return any(True for check in OVERREACHES for _ in check(pair))
