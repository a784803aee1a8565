"""What a text takes back in a word that the statement leaves out: no clash, but no support either.

- "against": "abstained from the vote" is not "voted against it";
- a condition: "If it rains, the match is cancelled" does not bear out "The match is cancelled";
- a degree of "rarely" or "nearly": "nearly raised" is not "raised";
- what a figure is to a change: "fell by 50 dollars" is not "fell to 50 dollars";
- which date is of which event: "born in 1950, died in 2000" is not "born in 2000, died in 1950".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.intervals import Relation as Fit
from factcheck.language.reach import sentence_of
from factcheck.language.tags import Tag
from factcheck.model import Conflict

CODE = "scope"
_CONDITIONS = frozenset("if unless".split())
_RESERVES = frozenset("rarely seldom hardly scarcely barely nearly almost".split())
_OPPOSING = frozenset(
    "against oppose opposition opponent reject rejection resist resistance versus counter fight combat beat defeat "
    "face anti protest condemn object objection refuse attack defend defence defense protect protection no not".split()
)
"""Words of which a text has one, if it tells of something that is against something."""
_CHANGES = frozenset("to by from".split())


def overreach(pair: Pair) -> Iterator[Conflict]:
    """At most one."""
    for found in (*_against(pair), *_reserved(pair), *_changed_otherwise(pair), *_dated_otherwise(pair)):
        yield found
        return


def _against(pair: Pair) -> Iterator[Conflict]:
    """What the statement has somebody do against something, while the text opposes nothing."""
    words = pair.statement.words if pair.evidence.words else ()
    against = next((at for at, word in enumerate(words) if word.text == "against"), None)
    if against is not None and _OPPOSING.isdisjoint(word.lemma for word in pair.evidence.words):
        yield _conflict(pair, against, 0)


def _reserved(pair: Pair) -> Iterator[Conflict]:
    """A condition or a degree that the text puts to a verb of the statement, and the statement does not."""
    words, reserves = pair.evidence.words, _reserves(pair.evidence)
    if not reserves or _reserves(pair.statement):
        return
    for link in pair.alignment.links:
        if pair.statement.tags[link.statement] is not Tag.VERB:
            continue
        first, last = sentence_of(pair.evidence, link.evidence)
        for at in reserves:
            close = 0 < link.evidence - at <= 2
            if close if words[at].text in _RESERVES else first <= at < last:
                yield _conflict(pair, link.statement, at)
                return


@lru_cache(maxsize=READINGS)
def _reserves(analysis: Analysis) -> tuple[int, ...]:
    """Where a condition or a degree stands."""
    marks = _RESERVES | _CONDITIONS
    return tuple(at for at, word in enumerate(analysis.words) if word.text in marks)


def _changed_otherwise(pair: Pair) -> Iterator[Conflict]:
    for found in pair.alignment.figures:
        if found.fit is not Fit.SUPPORTS:
            continue
        mine = pair.statement.quantities[found.statement].span.start
        theirs = pair.evidence.quantities[found.evidence].span.start
        here, there = _before(pair.statement, mine), _before(pair.evidence, theirs)
        if here < 0 or there < 0:
            continue
        one, other = pair.statement.words[here].text, pair.evidence.words[there].text
        if one != other and one in _CHANGES and other in _CHANGES:
            yield _conflict(pair, here, there)
            return


def _before(analysis: Analysis, start: int) -> int:
    """The word right before an offset, or -1."""
    found = [index for index, word in enumerate(analysis.words) if word.span.end <= start]
    return found[-1] if found else -1


def _dated_otherwise(pair: Pair) -> Iterator[Conflict]:
    """A date that the text gives to another verb of the statement."""
    if len(pair.statement.dates) < 2:
        return
    linked = pair.alignment.partners
    verbs = {linked[clause.verb]: clause.verb for clause in pair.statement.clauses if clause.verb in linked}
    for found in pair.alignment.dates:
        if found.fit is not Fit.SUPPORTS:
            continue
        own = _verb_of(pair.statement, pair.statement.dates[found.statement].span.start)
        there = _verb_of(pair.evidence, pair.evidence.dates[found.evidence].span.start)
        if own in linked and there in verbs and linked[own] != there:
            yield _conflict(pair, own, there)
            return


def _verb_of(analysis: Analysis, start: int) -> int:
    """The last verb before an offset, or -1."""
    found = [clause.verb for clause in analysis.clauses if analysis.words[clause.verb].span.end <= start]
    return found[-1] if found else -1


def _conflict(pair: Pair, mine: int, theirs: int) -> Conflict:
    return pair.conflict(CODE, pair.statement.words[mine].span, pair.evidence.words[theirs].span)
