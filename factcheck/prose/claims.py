"""Which sentences of an article say something that can be checked."""

from __future__ import annotations

from factcheck.inquiry import MAX_STATEMENT, statement_kind
from factcheck.language.analysis import Analysis

FEWEST = 3
"""Words of a sentence that says something."""
_REQUESTS = frozenset("please let let's".split())


def is_checkable(analysis: Analysis) -> bool:
    """False for questions, requests, fragments without a finite verb, and what is too long for a statement."""
    words = analysis.words
    if len(words) < FEWEST or len(analysis.text) > MAX_STATEMENT or statement_kind(analysis) is not None:
        return False
    finite = [clause for clause in analysis.clauses if clause.finite]
    return bool(finite) and not _is_request(analysis)


def _is_request(analysis: Analysis) -> bool:
    """ "See the map", "please note": a sentence that begins with a verb in its base form."""
    first = analysis.words[0]
    if first.text in _REQUESTS:
        return True
    clause = analysis.clauses[0]
    return clause.finite and clause.verb == 0 and clause.subject is None and first.text == first.lemma
