"""Citations as Markdown that renders to the letter."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.citing import Cited
from factcheck.reporters.cite_text import AGAINST, is_against, source_line
from factcheck.reporters.layout import printable
from factcheck.reporters.markup import escaped


def render(cited: Sequence[Cited]) -> str:
    """Each quote as a block quotation, with its citation and the address as the last line."""
    return "\n\n".join(map(_block, cited)) + "\n" if cited else ""


def _block(cited: Cited) -> str:
    link = f" <{cited.link}>" if cited.link else ""
    lines = [
        *escaped(printable(cited.passage.quote)).split("\n"),
        "",
        f"— {escaped(source_line(cited))}{link}",
    ]
    body = "\n".join(f"> {line}".rstrip() for line in lines)
    return f"{AGAINST}\n\n{body}" if is_against(cited) else body
