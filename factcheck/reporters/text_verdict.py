"""A verdict for people: the label, why, and the quotes that it rests on, to the letter."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Conflict, Label, Match, MatchedEvidence, Reason, Review, Span, Stance, Verdict
from factcheck.reporters.layout import BOLD, DIM, LABEL_COLORS, PLAIN, Style, marked, percent, printable, wrap
from factcheck.text import visible

_WHY = {
    Reason.MATCH: "The source says so.",
    Reason.CONFLICT: "The source says otherwise.",
    Reason.REPORTED: "A publisher has rated it so; nobody here has checked that against a source.",
    Reason.BOTH_SIDES: "There is evidence for it and evidence against it.",
    Reason.NOTHING_NEAR: "Nothing in the workspace is about this.",
    Reason.UNACCOUNTED: "The nearest quotes do not cover all that it says.",
    Reason.UNDECIDED: "The nearest quotes neither make it true nor rule it out.",
    Reason.MODALITY: "The source speaks of what is planned, offered or alleged, not of what is so.",
    Reason.LOW_CONFIDENCE: "An answer was found, but it is less certain than was asked for.",
    Reason.QUESTION: "A question is not a statement; these are the quotes nearest to it.",
    Reason.KEYWORDS: "A few words are not a statement; these are the quotes nearest to them.",
}
_WHY_OF_PAIR = {
    Reason.MATCH: "The evidence says so.",
    Reason.CONFLICT: "The evidence says otherwise.",
    Reason.UNACCOUNTED: "The evidence does not cover all that it says.",
    Reason.UNDECIDED: "The evidence neither makes it true nor rules it out.",
    Reason.MODALITY: "The evidence speaks of what is planned, offered or alleged, not of what is so.",
    Reason.QUESTION: "A question is not a statement.",
    Reason.KEYWORDS: "A few words are not a statement.",
}
"""The same for a statement and a text that were given together, without a workspace."""
_CURATED = {
    Label.SUPPORTED: "It denies a claim that the source refutes.",
    Label.REFUTED: "It repeats a claim that the source refutes.",
}
_HEAD = 30
"""Columns that stand before a claim's id at most; an id that does not fit beside them goes below."""


def render_verdict(verdict: Verdict, style: Style) -> str:
    """The label first, then the statement and why; then each match with its quotes."""
    label = style.paint(verdict.label, BOLD, LABEL_COLORS[verdict.label])
    blocks = [
        "\n".join(
            [
                f"{label}  {percent(verdict.confidence)} confidence",
                wrap([(printable(verdict.statement), BOLD)], style),
                wrap([(why(verdict), PLAIN)], style),
                *_caveats(verdict.caveats, style, ""),
            ]
        )
    ]
    decided = verdict.label is not Label.NOT_ENOUGH_INFO
    for number, match in enumerate(verdict.matches, 1):
        blocks.append("\n".join(_match(number, match, decided, verdict, style)))
    return "\n\n".join(blocks) + "\n"


def why(verdict: Verdict) -> str:
    """The reason of a verdict as a sentence."""
    if _is_pair(verdict) and verdict.reason in _WHY_OF_PAIR:
        return _WHY_OF_PAIR[verdict.reason]
    if verdict.reason is Reason.CURATED:
        return _CURATED.get(verdict.label, "A curator has decided it.")
    if verdict.withheld is not None:
        return f"“{verdict.withheld}” is likely, but not sure enough to be said."
    if verdict.reason in (Reason.QUESTION, Reason.KEYWORDS) and not verdict.matches:
        return _WHY[verdict.reason].partition(";")[0] + ", and nothing in the workspace is near."
    return _WHY[verdict.reason]


def _is_pair(verdict: Verdict) -> bool:
    """True where the evidence was given with the statement, and so has no source."""
    return any(evidence.source is None for match in verdict.matches for evidence in match.evidence)


def _match(number: int, match: Match, decided: bool, verdict: Verdict, style: Style) -> Iterator[str]:
    """One match. Where it, or the whole answer, decides nothing, its quotes are related and no more."""
    indent = " " * (len(str(number)) + 2)
    decided = decided and match.label is not Label.NOT_ENOUGH_INFO
    label = style.paint(match.label, LABEL_COLORS[match.label]) if decided else "related"
    sure = f"  {percent(match.confidence)}" if decided else ""
    alike = f"  similarity {match.similarity:.1f}" if style.verbosity > 0 else ""
    loose = "the evidence as given" if _is_pair(verdict) else "uncurated sentence"
    name = match.claim.id if match.claim else loose
    first = f"{number}. {label}{sure}{alike}  "
    fits = len(name) + _HEAD < style.width
    yield (
        first + visible(name)
        if fits
        else f"{first.rstrip()}\n{wrap([(visible(name), PLAIN)], style, indent)}"
    )
    if match.claim:
        yield wrap([(printable(match.claim.statement), PLAIN)], style, indent)
    sides = len({evidence.stance for evidence in match.evidence}) > 1
    for evidence in match.evidence:
        yield ""
        yield from _evidence(evidence, sides, verdict.statement, style, indent)
    if match.claim and match.claim.review:
        yield ""
        yield from _review(match, match.claim.review, verdict.statement, style, indent)
    if match.caveats and match.caveats != verdict.caveats:
        yield from _caveats(match.caveats, style, indent)
    if match.claim and match.claim.note:
        yield _line("note: ", match.claim.note, style, indent)


def _review(match: Match, review: Review, statement: str, style: Style, indent: str) -> Iterator[str]:
    """A publisher's verdict on the claim; what clashes with the claim's wording where there is no quote."""
    from factcheck.reporters.text_review import review_lines  # few claims have one

    yield from review_lines(review, style, indent, checked=bool(match.evidence))
    if match.review is None:
        return
    for conflict in match.review.conflicts:
        line = clash(conflict, statement, match.review.wording, "the claim")
        yield wrap([(line, PLAIN)], style, indent, indent + "  ")
    if match.review.unaccounted:
        yield _missing("not in the claim: ", match.review.unaccounted, statement, style, indent)


def _missing(lead: str, spans: tuple[Span, ...], statement: str, style: Style, indent: str) -> str:
    missing = ", ".join(f"“{span.of(statement)}”" for span in joined(spans, statement))
    return _line(lead, missing, style, indent)


def _evidence(
    evidence: MatchedEvidence, sides: bool, statement: str, style: Style, indent: str
) -> Iterator[str]:
    if sides or evidence.stance is Stance.REFUTES:
        side = "for the claim:" if evidence.stance is Stance.SUPPORTS else "against the claim:"
        yield indent + side
    yield quotation(evidence, style, indent)
    for conflict in evidence.conflicts:
        yield wrap([(clash(conflict, statement, evidence.quote), PLAIN)], style, indent, indent + "  ")
    if evidence.unaccounted:
        yield _missing("not in the evidence: ", evidence.unaccounted, statement, style, indent)
    if evidence.speaker:
        yield _line("", evidence.speaker, style, indent)
    if evidence.path:
        yield _line("", f"{evidence.path}:{evidence.line}:{evidence.column}", style, indent)
    if evidence.citation:
        yield wrap([("cite: ", DIM), (printable(evidence.citation), PLAIN)], style, indent, indent + "  ")


def quotation(evidence: MatchedEvidence, style: Style, indent: str) -> str:
    """The quote, to the letter, between quotation marks that are not part of it; matching words bold."""
    pieces = [("“", PLAIN), *marked(evidence.quote, evidence.matched), ("”", PLAIN)]
    return wrap(pieces, style, indent)


def clash(conflict: Conflict, statement: str, quote: str, speaker: str = "the source") -> str:
    """A conflict in one line, fit to print: its kind, the words of the statement, the words of the quote."""
    ours, theirs = conflict.statement_span.of(statement), conflict.evidence_span.of(quote)
    sides = [f"you wrote “{ours}”"] if ours else []
    sides += [f"{speaker} says “{theirs}”"] if theirs else []
    told = "; ".join(sides)
    if conflict.detail:
        told = f"{told} ({conflict.detail})" if told else conflict.detail
    return visible(f"{conflict.code}: {told}")


def joined(spans: tuple[Span, ...], text: str) -> list[Span]:
    """Spans in order, those with nothing but white space between them as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and not text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _caveats(caveats: tuple[str, ...], style: Style, indent: str) -> Iterator[str]:
    for caveat in caveats:
        yield _line("caveat: ", f"the source says “{caveat}”", style, indent)


def _line(lead: str, text: str, style: Style, indent: str) -> str:
    return wrap([(lead + printable(text), PLAIN)], style, indent, indent + "  ")
