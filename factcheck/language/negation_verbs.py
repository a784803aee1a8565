"""Not, never, hardly: negations of a predicate, and of a phrase that is set right (not X but Y)."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.language.analysis import Analysis
from factcheck.language.negation_kinds import (
    Negation,
    NegationKind,
    content_verb,
    negated_predicate,
    read_partial,
    word_at,
)
from factcheck.language.negation_quantifiers import read_quantified
from factcheck.language.reach import (
    breaks,
    clause_end,
    complement,
    finite_verb,
    gap,
    next_verb,
    phrase_end,
    word_set,
)
from factcheck.language.tags import Tag

SOFT = frozenset(("hardly", "scarcely"))

_AFFIRMING = word_set("only just merely simply solely alone least")
"""After "not" these affirm what follows."""

_PARTIAL = word_set(
    "until till unlike necessarily all every everyone everybody everything always both "
    "entirely fully completely wholly totally exclusively surprisingly quite because if for "
    "to so more less fewer further mention many much enough unless by long exactly"
)
"""After "not" these make a partial, corrective or idiomatic reading that leaves the predicate open."""

_SO = 10
"""Within so many words behind "never", "so" makes a superlative of it."""
_TRUTH = word_set("true case correct accurate fact right")


def read_verbal(analysis: Analysis, index: int) -> Iterator[Negation]:
    """not, n't, never, hardly: the predicate that follows, or the phrase."""
    words, start = analysis.words, index + 1
    text, after = words[index].text, word_at(analysis, start)
    if word_at(analysis, index - 1) in ("if", "why", "or", "whether"):
        return
    if text != "never" and after in _AFFIRMING:
        return
    if text == "never" and any(word_at(analysis, at) in ("so", "such") for at in range(start, start + _SO)):
        return  # "never before had so few come": fewer than ever came
    if text != "never" and after in _PARTIAL:
        yield from read_partial(analysis, (index, start))
    elif _single(analysis, index):
        yield from read_quantified(analysis, index, _single(analysis, index))
    elif start < len(words) and not breaks(analysis, start, commas=False):
        end = clause_end(analysis, start)
        if text == "not" and not _in_group(analysis, index) and next_verb(analysis, start, end) is None:
            yield from _constituent(analysis, index)
        else:
            yield from _of_predicate(analysis, index, end)


def _single(analysis: Analysis, index: int) -> int:
    """The index after "not one", "not a single" or "hardly any"; 0 where there is none of them."""
    text = analysis.words[index].text
    after, later = word_at(analysis, index + 1), word_at(analysis, index + 2)
    if text in SOFT and after in ("any", "anyone", "anybody", "anything"):
        return index + 2
    if text == "not" and (after == "one" or (after == "a" and later == "single")):
        return index + (3 if after == "a" else 2)
    return 0


def _of_predicate(analysis: Analysis, index: int, end: int) -> Iterator[Negation]:
    """The negation of a predicate, or of what "but" sets right behind it."""
    words, start = analysis.words, index + 1
    helped = index > 0 and analysis.tags[index - 1] in (Tag.AUXILIARY, Tag.MODAL)
    cue = (index - helped, start)
    focus = negated_predicate(analysis, index, start, end)
    if not focus or any(words[at].text in ("until", "till") for at in range(focus[-1], end)):
        yield from read_partial(analysis, cue)
    elif words[focus[0]].lemma in _TRUTH and word_at(analysis, focus[0] + 1) == "that":
        yield from read_untrue(analysis, focus[0], (cue[0], focus[0] + 1))
    elif _corrected(analysis, end):
        yield from _last_phrase(analysis, cue, focus[-1], end)
    else:
        end = _relative_end(analysis, cue[0], focus[-1], end)
        ended = word_at(analysis, end - 1) in ("longer", "anymore")
        kind = NegationKind.ENDED if ended else NegationKind.VERBAL
        yield Negation(cue, focus, (start, end), kind)


def _relative_end(analysis: Analysis, cue: int, focus: int, end: int) -> int:
    """Where a relative clause ends that a denial stands in: countries that do not agree | will pay."""
    if word_at(analysis, cue - 1) not in ("that", "which", "who"):
        return end
    main = (at for at in range(focus + 1, end) if analysis.tags[at] in (Tag.MODAL, Tag.AUXILIARY))
    return next(main, end)


def _corrected(analysis: Analysis, end: int) -> bool:
    """True where "but" at `end` leads to another phrase, not to another clause: not in Rome but in Paris."""
    if word_at(analysis, end) != "but":
        return False
    stop = clause_end(analysis, end)
    clausal = (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)
    return stop > end + 1 and not any(tag in clausal for tag in analysis.tags[end + 1 : stop])


def _last_phrase(analysis: Analysis, cue: tuple[int, int], verb: int, end: int) -> Iterator[Negation]:
    """The phrase that "but" corrects."""
    governs = verb if analysis.tags[verb] is Tag.VERB else -1
    heads = [
        at
        for at in range(verb + (governs >= 0), end)
        if analysis.tags[at] in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.DATE)
    ]
    if heads:
        yield Negation(cue, (heads[-1],), (heads[-1], end), NegationKind.CONTRAST, verb=governs)


def _in_group(analysis: Analysis, index: int) -> bool:
    """True where a "not" stands in a verb group, that is behind an auxiliary, a modal or "to"."""
    back = index - 1
    while back >= 0 and analysis.tags[back] is Tag.ADVERB:
        back -= 1
    return back >= 0 and analysis.tags[back] in (Tag.AUXILIARY, Tag.MODAL)


def _constituent(analysis: Analysis, index: int) -> Iterator[Negation]:
    """not X but Y; Y, not X: only the phrase is denied."""
    start = index + 1
    end = phrase_end(analysis, start, len(analysis.words))
    if end == start:
        return
    if analysis.tags[start] in (Tag.ADJECTIVE, Tag.ADVERB) and analysis.tags[end - 1] is Tag.NOUN:
        return  # "not critically ill patients" denies nothing of patients
    corrected = word_at(analysis, end) == "but" or ("," in gap(analysis, index) and index > 0)
    head = complement(analysis, start, end)
    if head is None and analysis.tags[start] is Tag.ADVERB and corrected:
        head = start
    if head is not None and (corrected or analysis.tags[start] is not Tag.NAME):
        kind = NegationKind.CONTRAST if corrected else NegationKind.NOMINAL
        yield Negation((index, start), (head,), (start, end), kind, verb=content_verb(analysis, index))


def read_untrue(analysis: Analysis, index: int, cue: tuple[int, int]) -> Iterator[Negation]:
    """it is not true that …, it is false that …: the predicate of what follows."""
    that = index + 1
    if word_at(analysis, that) != "that":
        return
    end = clause_end(analysis, that)
    predicate = finite_verb(analysis, that + 1, end)
    if predicate is not None:
        yield Negation((cue[0], that), (predicate,), (that + 1, end), NegationKind.VERBAL)
