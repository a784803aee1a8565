"""Another date for the same event.

Flags a date of the statement that cannot be the one that the evidence gives for the same event: "in
March 2022" against "in February 2022", "since 2015" against "since 2020". Dates are intervals, and
relative ones ("last year") are resolved against the date of the source.

Leaves alone: a date within the other ("in 2022" of "February 2022" is supported, "on 6 February 2022"
is open); dates of different events in one sentence; a date that the evidence simply lacks; dates that
cannot be resolved; a date of another subject ("Otters came in 2010" / "Beavers came in 2004. The otters
followed.").
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.conflicts.crossings import of_another
from factcheck.conflicts.pair import Pair
from factcheck.language.intervals import Relation
from factcheck.model import Conflict

CODE = "date"


def check(pair: Pair) -> Iterator[Conflict]:
    """Dates of the same event that exclude one another."""
    for found in pair.alignment.dates:
        if found.fit is Relation.REFUTES and found.same_thing:
            mine = pair.statement.dates[found.statement]
            theirs = pair.evidence.dates[found.evidence]
            if not of_another(pair, mine.span, theirs.span):
                yield Conflict(CODE, mine.span, theirs.span)
