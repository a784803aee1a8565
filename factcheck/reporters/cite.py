"""Quotes to paste, one file a style. A style's module is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.citing import Cited


def _style(module: str) -> Callable[[Sequence[Cited]], str]:
    def render(cited: Sequence[Cited]) -> str:
        text: str = import_module(f"factcheck.reporters.{module}").render(cited)
        return text

    return render


STYLES: Mapping[str, Callable[[Sequence[Cited]], str]] = {
    "text": _style("cite_text"),
    "markdown": _style("cite_markdown"),
    "html": _style("cite_html"),
    "biblatex": _style("cite_biblatex"),
    "ris": _style("cite_ris"),
    "csl-json": _style("cite_csl_json"),
}
"""The styles of citations: from passages to a text that ends with a line feed, or is empty."""

PEOPLE_READ = frozenset({"text"})
"""The styles that go through the terminal's own encoding; the others are always UTF-8."""
