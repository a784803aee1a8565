"""Another figure for the same thing.

Flags a figure of the statement that cannot be meant together with the figure that the evidence gives
for the same thing: "over three thousand children" against "over three hundred children", "half of the
mines" against "a tenth of the mines". Figures are read as intervals: what is meant by "over three
hundred" ends at about 450, so 400 is no clash, and 3,000 is.

Leaves alone: another figure for another thing (134,000 hectares, 67,000 mines); figures that agree in
part (exactly 412 of "over three hundred"); a figure that the evidence simply lacks; an ordinal against
a count; a figure of another subject; how far one
figure is from another (sixty degrees below).
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.conflicts.crossings import of_another
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import Analysis
from factcheck.language.intervals import Relation
from factcheck.language.quantity import Quantity
from factcheck.model import Conflict

CODE = "quantity"


def check(pair: Pair) -> Iterator[Conflict]:
    """Figures for the same thing that cannot both be meant."""
    for found in pair.alignment.figures:
        if found.fit is Relation.REFUTES and found.same_thing:
            mine = pair.statement.quantities[found.statement]
            theirs = pair.evidence.quantities[found.evidence]
            if _is_difference(pair.statement, mine) is not _is_difference(pair.evidence, theirs):
                continue
            if not of_another(pair, mine.span, theirs.span):
                yield Conflict(CODE, mine.span, theirs.span)


_APART = frozenset(
    "below above higher lower longer shorter ahead behind later earlier older younger taller".split()
)


def _is_difference(analysis: Analysis, figure: Quantity) -> bool:
    """True for what one figure is from another: sixty degrees below, nineteen more than, a point ahead."""
    behind = [word.text for word in analysis.words if word.span.start >= figure.span.end][:2]
    return bool(behind) and (behind[0] in _APART or behind[1:] in (["than"], ["ahead"]))
