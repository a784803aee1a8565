"""How sure a text is of what it says, and whose opinion it is: the hedges that a statement may drop.

A hedge has a cue, a kind and a scope. What follows from a hedge is never that the matter is not so, only
that it is said with less than full certainty; `caveats` gives those that a statement leaves out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from factcheck.language.analysis import Analysis
from factcheck.language.hedge_words import (
    AS_FAR,
    BEFORE_FIGURES,
    BELIEVE,
    DOUBTFUL,
    FIGURES,
    FIRST,
    KNOWING,
    PHRASES,
    UNNAMED,
    WORDS,
    HedgeKind,
)
from factcheck.language.reach import (
    breaks,
    clause_end,
    clause_start,
    gap,
    sentence_of,
)
from factcheck.language.tags import BE, Tag
from factcheck.model import Span
from factcheck.records import NamedTuple


class Hedge(NamedTuple):
    """A hedge of a text. Indices of words; `cue` and `scope` are half-open."""

    cue: tuple[int, int]
    scope: tuple[int, int]
    kind: HedgeKind


_UNSURE = frozenset((HedgeKind.SOURCE, HedgeKind.LIKELY, HedgeKind.OPINION))
"""A statement that is hedged in one of these ways does not claim more than evidence hedged in another."""


def hedges(analysis: Analysis) -> tuple[Hedge, ...]:
    """The hedges of a text, in order."""
    found: list[Hedge] = []
    for index in range(len(analysis.words)):
        for hedge in _read(analysis, index):
            if not found or hedge.cue[0] >= found[-1].cue[1] or hedge.cue[0] < found[-1].cue[0]:
                found.append(hedge)
    return tuple(found)


def caveats(statement: Analysis, evidence: Analysis, taken: Collection[int] | None = None) -> tuple[str, ...]:
    """The hedges of the evidence that the statement drops, as verbatim pieces of the evidence, in order.

    `taken` are the words of the evidence that the statement takes up (an alignment knows them); without
    it, those whose lemma, figure or date the statement has. A hedge counts only where its scope holds
    one of them, and is dropped where the statement has no hedge of its kind.
    """
    found = hedges(evidence)
    if not found:
        return ()
    kept = {hedge.kind for hedge in hedges(statement)}
    if kept & _UNSURE:
        kept |= _UNSURE
    if HedgeKind.LIKELY in kept:
        kept.add(HedgeKind.ABOUT)
    used = _shared(statement, evidence) if taken is None else taken
    pieces: list[str] = []
    for hedge in found:
        piece = _span(evidence, hedge.cue).of(evidence.text)
        if hedge.kind not in kept and piece not in pieces and _reaches(evidence, hedge, used):
            pieces.append(piece)
    return tuple(pieces)


def _shared(statement: Analysis, evidence: Analysis) -> set[int]:
    known = {word.lemma for word in statement.words} | {word.text for word in statement.words}
    return {at for at, word in enumerate(evidence.words) if word.lemma in known or word.text in known}


def _reaches(evidence: Analysis, hedge: Hedge, used: Collection[int]) -> bool:
    first, last = hedge.scope
    for index in used:
        word = evidence.words[index]
        inside = first <= index < last and not hedge.cue[0] <= index < hedge.cue[1]
        if inside and (not word.stop or word.figure >= 0 or word.date >= 0):
            return True
    return False


def _span(analysis: Analysis, cue: tuple[int, int]) -> Span:
    return Span(analysis.words[cue[0]].span.start, analysis.words[cue[1] - 1].span.end)


def _read(analysis: Analysis, index: int) -> Iterator[Hedge]:
    word = analysis.words[index]
    if word.text in FIRST:
        found = _phrase(analysis, index)
        if found:
            yield found
            return
    if word.text == "according":
        yield from _according(analysis, index)
    elif word.text in FIGURES and _before_figure(analysis, index):
        yield _figure(analysis, index)
    elif word.text in WORDS and not _adjective(analysis, index):
        kind = WORDS[word.text]
        scope = (
            (index + 1, clause_end(analysis, index))
            if kind is HedgeKind.PARTLY
            else _around(analysis, index, index + 1)
        )
        yield Hedge((index, index + 1), scope, kind)
    elif word.text in ("confident", "convinced") and index and analysis.words[index - 1].text in BE:
        yield Hedge(
            (index, index + 1),
            (index + 1, _hard_end(analysis, index, sentence_of(analysis, index)[1])),
            HedgeKind.OPINION,
        )
    elif word.text in ("opinion", "view") and _held(analysis, index) >= 0:
        first = _held(analysis, index)
        yield Hedge((first, index + 1), _around(analysis, first, index + 1), HedgeKind.OPINION)
    elif word.lemma in BELIEVE and analysis.tags[index] is Tag.VERB:
        yield from _believes(analysis, index)


def _held(analysis: Analysis, index: int) -> int:
    """Where "in somebody's opinion" begins; -1 where there is none."""
    for at in range(index - 2, max(-1, index - 5), -1):
        if analysis.words[at].text == "in":
            return at
    return -1


def _adjective(analysis: Analysis, index: int) -> bool:
    """True where "likely" describes: a likely winner; is likely to win (that is a matter of modality)."""
    if analysis.words[index].text != "likely":
        return False
    follows = analysis.words[index + 1].text if index + 1 < len(analysis.words) else ""
    before = analysis.words[index - 1].text if index else ""
    return follows == "to" or before in ("a", "the", "an", "more", "less", "equally") or before in BE


def _phrase(analysis: Analysis, index: int) -> Hedge | None:
    words = analysis.words
    for phrase, kind in PHRASES:
        end = index + len(phrase)
        if words[index].text == phrase[0] and tuple(word.text for word in words[index:end]) == phrase:
            if phrase == AS_FAR:
                end = clause_end(analysis, end - 1)
                known = any(word.lemma in KNOWING for word in words[index:end])
                if not known or (words[end - 1].lemma == "see" and words[index + 3].text not in ("i", "we")):
                    return None
            return Hedge((index, end), _around(analysis, index, end), kind)
    return None


def _around(analysis: Analysis, first: int, last: int) -> tuple[int, int]:
    """The clause that a hedge stands in; one that opens a sentence, or closes it, reaches all of it."""
    opens, closes = sentence_of(analysis, first)
    if last == closes or (last < closes and breaks(analysis, first) and breaks(analysis, last)):
        return opens, closes
    if first == opens or "," in gap(analysis, first):
        return first, _hard_end(analysis, last, closes)
    start = clause_start(analysis, first)
    return start, max(clause_end(analysis, last - 1), last)


def _hard_end(analysis: Analysis, start: int, stop: int) -> int:
    """The end of what follows without a mark stronger than a comma and without "but" before a clause."""
    for index in range(start + 1, stop):
        if breaks(analysis, index, commas=False) or analysis.words[index].text in (
            "but",
            "although",
            "whereas",
        ):
            return index
    return stop


def _before_figure(analysis: Analysis, index: int) -> bool:
    """True where a figure follows: about 500; not "about the 500 men"."""
    at = index + 1
    if at >= len(analysis.words) or breaks(analysis, at):
        return False
    if analysis.words[index].text in ("nearly", "almost") and analysis.words[at].text in (
        "all",
        "every",
        "everyone",
        "half",
    ):
        return True
    return analysis.words[at].figure >= 0 and (analysis.words[at].text not in BEFORE_FIGURES)


def _figure(analysis: Analysis, index: int) -> Hedge:
    owner = analysis.words[index + 1].figure
    end = index + 1
    while end < len(analysis.words) and analysis.words[end].figure == owner and owner >= 0:
        end += 1
    if owner < 0:
        end = clause_end(analysis, index)
    first = index
    if analysis.words[index].text == "estimated" and index and analysis.words[index - 1].text in ("an", "a"):
        first = index - 1
    return Hedge((first, index + 1), (index + 1, max(end, index + 2)), HedgeKind.ABOUT)


def _according(analysis: Analysis, index: int) -> Iterator[Hedge]:
    """according to unofficial information: a source that nobody can ask, not "according to the minister"."""
    words = analysis.words
    if index + 2 >= len(words) or words[index + 1].text != "to":
        return
    end = index + 2
    while (
        end < len(words)
        and not breaks(analysis, end)
        and analysis.tags[end] not in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)
    ):
        end += 1
    named = words[index + 2 : end]
    doubtful = any(word.text in DOUBTFUL for word in named)
    unnamed = any(word.lemma in UNNAMED for word in named) and not any(word.name >= 0 for word in named)
    if doubtful or unnamed:
        yield Hedge((index, end), _around(analysis, index, end), HedgeKind.SOURCE)


def _believes(analysis: Analysis, index: int) -> Iterator[Hedge]:
    """I think that …, experts believe that …: the belief, from its subject on, and what is believed."""
    end = sentence_of(analysis, index)[1]
    stop = _hard_end(analysis, index, end)
    follows = analysis.tags[index + 1 : stop]
    if not follows or not any(tag in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL) for tag in follows):
        return
    if follows[0] in (Tag.PREPOSITION, Tag.TO):
        return
    subject = next(
        (c.subject for c in analysis.clauses if c.group[0] <= index < c.group[1] and c.subject), None
    )
    first = subject.first if subject and subject.last <= index and index - subject.first < 8 else index
    last = index + 1 + (analysis.words[index + 1].text == "that")
    yield Hedge((first, index + 1), (last, stop), HedgeKind.OPINION)
