"""Another figure for the same thing.

Flags a figure of the statement that cannot be meant together with the figure that the evidence gives
for the same thing: "over three thousand children" against "over three hundred children", "half of the
mines" against "a tenth of the mines". Figures are read as intervals: what is meant by "over three
hundred" ends at about 450, so 400 is no clash, and 3,000 is.

Leaves alone: another figure for another thing (134,000 hectares, 67,000 mines); figures that agree in
part (exactly 412 of "over three hundred"); a figure that the evidence simply lacks; an ordinal against
a count.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.conflicts.pair import Pair
from factcheck.language.intervals import Relation
from factcheck.model import Conflict

CODE = "quantity"


def check(pair: Pair) -> Iterator[Conflict]:
    """Figures for the same thing that cannot both be meant."""
    for found in pair.alignment.figures:
        if found.fit is Relation.REFUTES and found.same_thing:
            mine = pair.statement.quantities[found.statement]
            theirs = pair.evidence.quantities[found.evidence]
            yield Conflict(CODE, mine.span, theirs.span)
