"""Which words of a statement a text accounts for, and which not."""

from __future__ import annotations

from factcheck.align.names import misplaced, name_links
from factcheck.align.values import (
    LINK_WEIGHTS,
    LOCATIVE,
    Alignment,
    Comparison,
    Contrast,
    Link,
    LinkKind,
)
from factcheck.align.words import lemma_links, related, related_links, typo_links
from factcheck.language.analysis import Analysis
from factcheck.language.lexicon import Lexicon, Relation

__all__ = ["LINK_WEIGHTS", "LOCATIVE", "Alignment", "Comparison", "Contrast", "Link", "LinkKind", "align"]

_CONTRASTS = (Relation.ANTONYM, Relation.SIBLING, Relation.NARROWER)


def align(statement: Analysis, evidence: Analysis, lexicon: Lexicon) -> Alignment:
    """Align a statement with a text, each word of the statement with one word at the most."""
    links = name_links(statement, evidence, lexicon) if statement.names or evidence.names else {}
    links.update(lemma_links(statement, evidence, links, lexicon))
    elsewhere = misplaced(statement, evidence, links, lexicon) if statement.names else []
    ties = related(statement, evidence, {*links}, lexicon)
    for index in elsewhere:
        del links[index]
    links.update(related_links(ties, links))
    links.update(typo_links(statement, evidence, links, lexicon))
    ordered = tuple([links[index] for index in sorted(links)])
    contrasts = [
        Contrast(index, place, relation)
        for index, place, relation in ties
        if relation in _CONTRASTS and index not in links
    ]
    figures: tuple[Comparison, ...] = ()
    dates: tuple[Comparison, ...] = ()
    if statement.quantities and evidence.quantities:
        from factcheck.align.figures import compare_figures  # few pairs have figures on both sides

        figures = tuple(compare_figures(statement, evidence, ordered, lexicon))
    if statement.dates and evidence.dates:
        from factcheck.align.figures import compare_dates

        dates = tuple(compare_dates(statement, evidence, ordered))
    return Alignment(ordered, tuple(contrasts), figures, dates)
