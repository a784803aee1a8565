"""Citations as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.citing import Cited
from factcheck.model import Stance
from factcheck.reporters.layout import printable

AGAINST = "Against the claim:"


def render(cited: Sequence[Cited]) -> str:
    """Each quote between quotation marks, then who said it where, then the address."""
    return "\n\n".join(map(_block, cited)) + "\n" if cited else ""


def _block(cited: Cited) -> str:
    side = f"{AGAINST} " if is_against(cited) else ""
    lines = [f"{side}“{printable(cited.passage.quote)}”", source_line(cited)]
    return "\n".join([*lines, cited.link] if cited.link else lines)


def source_line(cited: Cited) -> str:
    """Who said it where, in a line that is fit to print."""
    passage = cited.passage
    return printable(" ".join((passage.citation or f"{passage.path}, line {passage.line}").split("\n")))


def is_against(cited: Cited) -> bool:
    """Whether the passage speaks against the claim that it is cited for."""
    return cited.passage.stance is Stance.REFUTES
