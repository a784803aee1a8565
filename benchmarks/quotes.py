"""Whether the quote that a statement asks for has come back."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.metrics import share
from factcheck.model import Span
from factcheck.workspace import Workspace

Place = tuple[str | None, Span]
"""A source's id and a stretch of its text, in code points."""
DEPTHS = (1, 3)
"""Among how many matches a quote has to be."""


def quote_places(quote: str | None, workspace: Workspace) -> list[Place] | None:
    """Everywhere that a quote stands in the workspace's sources; None where no quote is asked for."""
    if quote is None:
        return None
    found: list[Place] = []
    for document in workspace.documents.values():
        start = document.text.find(quote)
        while quote and start != -1:
            found.append((document.source.id, Span(start, start + len(quote))))
            start = document.text.find(quote, start + 1)
    return found


def has_come_back(wanted: Sequence[Place], returned: Sequence[Place]) -> bool:
    """True where a returned span contains the quote, or overlaps it by half of the quote's length."""
    return any(
        source == other and 2 * (min(span.end, back.end) - max(span.start, back.start)) >= len(span)
        for source, span in wanted
        for other, back in returned
    )


def quote_figures(
    wanted: Sequence[list[Place] | None], matches: Sequence[Sequence[Sequence[Place]]]
) -> dict[str, float | None]:
    """`quote@1` and `quote@3`: the share of the quotes asked for that are among the first matches.

    `matches` holds for each statement its matches, the best first, each as the places of its evidence.
    """
    asked = [(places, found) for places, found in zip(wanted, matches, strict=True) if places is not None]
    return {
        f"quote@{depth}": share(
            sum(any(has_come_back(places, match) for match in found[:depth]) for places, found in asked),
            len(asked),
        )
        for depth in DEPTHS
    }
