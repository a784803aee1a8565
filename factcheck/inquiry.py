"""What was asked: a statement, a question, or a few words to search for."""

from __future__ import annotations

from factcheck.errors import InputError
from factcheck.language.analysis import Analysis
from factcheck.model import Reason

MAX_STATEMENT = 5_000
"""Code points. A statement is a sentence or two; what is longer is a text, which `check` splits."""
KEYWORDS = 8
"""So few words without a finite verb are a search, not a statement."""
REPORTING = frozenset("say tell state add note report accord according believe think stress".split())
"""Lemmas that tell who says it, which an answer shows anyway."""
_QUESTION_WORDS = frozenset("who whom whose what which when where why how".split())
_INVERTED = frozenset(
    "is are was were am do does did has have had will would can could should shall may might must".split()
)


def checked_statement(statement: str) -> str:
    """The statement without white space around it. Raises `InputError` if it is empty or too long."""
    text = statement.strip()
    if not text:
        raise InputError(
            "the statement is empty", "give a sentence, as in: factcheck lookup Baku sent aid in 2022"
        )
    if len(text) > MAX_STATEMENT:
        raise InputError(
            f"the statement has {len(text):,} characters; {MAX_STATEMENT:,} is the most that is taken",
            "put the sentences into a file, one a line, and run `factcheck check`",
        )
    return text


def statement_kind(analysis: Analysis) -> Reason | None:
    """`QUESTION` or `KEYWORDS` for what is no statement, else None."""
    words = analysis.words
    if analysis.text.rstrip("\"'”’)").endswith("?"):
        return Reason.QUESTION
    if words and words[0].text in _QUESTION_WORDS | _INVERTED and not analysis.text.endswith((".", "!")):
        return Reason.QUESTION
    finite = any(clause.finite for clause in analysis.clauses)
    if finite or len(words) > KEYWORDS or analysis.text.endswith((".", "!")):
        return None
    return Reason.KEYWORDS
