"""A statement against a text that is given with it: the same engine, without a workspace."""

from __future__ import annotations

from factcheck.calibrate import Calibration
from factcheck.inquiry import REPORTING, checked_statement, statement_kind
from factcheck.judge import Judge, Judgement
from factcheck.language.analysis import Analysis, Analyst
from factcheck.language.hedges import caveats
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Aliases
from factcheck.model import Label, Match, MatchedEvidence, Span, Stance, Verdict
from factcheck.text import LineIndex, tokenize


class Comparer:
    """Compares pairs with one lexicon, opened once. The text is taken to be true."""

    def __init__(self) -> None:
        lexicon = Lexicon.open()
        self._analyst = Analyst(lexicon, Aliases())
        self._judge = Judge(lexicon, Calibration.load())

    def judge(
        self, statement: str, evidence: str, *, date: str | None = None, speaker: str | None = None
    ) -> tuple[Analysis, Analysis, Judgement]:
        """The readings of both texts and the judgement; `date` is ISO 8601, of the evidence."""
        mine = self._analyst.analyse(statement, date)
        theirs = self._analyst.analyse(evidence, date)
        known = REPORTING | {token.text for token in tokenize(speaker or "")}
        return mine, theirs, self._judge.pair(mine, theirs, known if speaker else ())

    def compare(
        self, statement: str, evidence: str, *, date: str | None = None, speaker: str | None = None
    ) -> Verdict:
        """The verdict on `statement` by `evidence` alone; see `compare`."""
        text = checked_statement(statement)
        mine, theirs, judged = self.judge(text, evidence, date=date, speaker=speaker)
        kind = statement_kind(mine)
        label, reason, confidence = judged.label, judged.reason, judged.confidence
        if kind is not None:
            label, reason, confidence = Label.NOT_ENOUGH_INFO, kind, 1.0
        dropped = caveats(mine, theirs) if label is Label.SUPPORTED else ()
        found = _passage(theirs.text, date, speaker, judged)
        match = Match(None, label, 100 * judged.features.likeness, confidence, (found,), reason, dropped)
        return Verdict(text, label, confidence, reason, dropped, (match,))


def compare(statement: str, evidence: str, *, date: str | None = None, speaker: str | None = None) -> Verdict:
    """The verdict on `statement` by `evidence` alone, without a workspace.

    `date` (ISO 8601: `2025`, `2025-07`, `2025-07-22`) is when the evidence was issued, for its relative
    dates; `speaker` is who says it. Raises `errors.InputError` for an empty or overlong statement.
    """
    return Comparer().compare(statement, evidence, date=date, speaker=speaker)


def _passage(text: str, date: str | None, speaker: str | None, judged: Judgement) -> MatchedEvidence:
    line, column = LineIndex(text).place(0)
    return MatchedEvidence(
        source=None,
        path=None,
        issued=date,
        stance=Stance.SUPPORTS,
        speaker=speaker,
        quote=text,
        span=Span(0, len(text)),
        line=line,
        column=column,
        citation=None,
        conflicts=judged.conflicts,
        unaccounted=judged.unaccounted,
        matched=judged.matched,
    )
