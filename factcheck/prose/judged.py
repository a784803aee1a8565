"""The findings of an article: what its quotations and its statements come to, less what it says to ignore."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.model import Diagnostic, Label, Match, Severity, Span, Verdict
from factcheck.prose.article import Sentence
from factcheck.prose.checking import ArticleCheck, Fault
from factcheck.prose.directives import WORDS, Directive, reach
from factcheck.prose.quoting import Holds


def as_written(verdict: Verdict, sentence: str, start: int) -> Verdict:
    """A verdict on the stretch of a sentence from `start` on, told of the whole sentence."""
    if verdict.statement == sentence:
        return verdict
    matches = tuple(_moved(match, start, len(sentence)) for match in verdict.matches)
    return verdict._replace(statement=sentence, matches=matches)


def _moved(match: Match, by: int, length: int) -> Match:
    def moved(span: Span) -> Span:
        return Span(min(span.start + by, length), min(span.end + by, length))

    evidence = tuple(
        found._replace(
            conflicts=tuple(
                clash._replace(statement_span=moved(clash.statement_span)) for clash in found.conflicts
            ),
            unaccounted=tuple(map(moved, found.unaccounted)),
        )
        for found in match.evidence
    )
    review = match.review
    if review is not None:
        clashes = tuple(
            clash._replace(statement_span=moved(clash.statement_span)) for clash in review.conflicts
        )
        review = review._replace(conflicts=clashes, unaccounted=tuple(map(moved, review.unaccounted)))
    return match._replace(evidence=evidence, review=review)


def statement_fault(
    check: ArticleCheck, sentence: Sentence, verdict: Verdict, found: Diagnostic | None
) -> Fault | None:
    """What a sentence's answer comes to: at most one error a sentence, and a quotation's goes first.

    `found` is what the answer would come to as that of any statement.
    """
    if found is None:
        return None
    quotations = check.quotations_in(sentence)
    if verdict.label in (Label.REFUTED, Label.CONFLICTING) and any(
        other.held.holds not in (Holds.VERBATIM, Holds.UNKNOWN) for other in quotations
    ):
        return None
    if verdict.label is Label.CONFLICTING and len(check.stated(sentence)) < len(sentence.text):
        return None  # it says who says so
    focus = found.focus or Span(0, len(sentence.text))
    within = Span(sentence.span.start + focus.start, sentence.span.start + focus.end)
    verbatim = [other.mark.outer for other in quotations if other.held.holds is Holds.VERBATIM]
    if found.focus and any(outer.contains(within) for outer in verbatim):
        return None  # those are the source's own words
    if verdict.label is Label.NOT_ENOUGH_INFO:
        found = found._replace(severity=Severity.NOTE, mend="")  # most of an article is about other things
    return Fault(found, sentence.block.raw(within))


def without_ignored(check: ArticleCheck, faults: Iterable[Fault]) -> tuple[list[Fault], list[Fault]]:
    """The faults that stand, those of the comments themselves among them, in order; and those ignored."""
    article = check.article
    sentences = [sentence.raw for sentence in article.sentences]
    stretches = reach(article.directives, article.blocks, sentences, len(article.text))
    used: set[Directive] = set()
    kept: list[Fault] = []
    ignored: list[Fault] = []
    for fault in faults:
        owners = [
            directive
            for directive, stretch in stretches
            if stretch.overlaps(fault.raw) and directive.covers(fault.diagnostic.code)
        ]
        used.update(owners)
        (ignored if owners else kept).append(fault)
    kept += [fault for directive in article.directives for fault in _of_directive(check, directive, used)]
    return sorted(kept, key=lambda fault: fault.diagnostic.location), ignored


def _of_directive(check: ArticleCheck, directive: Directive, used: set[Directive]) -> Sequence[Fault]:
    code, severity = "FC407", Severity.WARNING
    if directive.word not in WORDS:
        message = f"the checker knows no `{directive.word}`"
        mend = f"write one of: {', '.join(WORDS)}"
    elif directive.word == "on":
        return ()
    elif directive not in used:
        message, mend = "this ignores nothing", "take the comment out"
    elif not directive.reason:
        code, severity = "FC406", Severity.NOTE
        message, mend = "no reason is given for what is ignored", "add one: <!-- factcheck: ignore: why -->"
    else:
        return ()
    place = check.article.location(directive.span.start)
    subject = directive.span.of(check.article.text)
    return [Fault(Diagnostic(code, severity, message, place, mend, subject=subject), directive.span)]
