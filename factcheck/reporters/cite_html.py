"""Citations as HTML: a `figure` with a `blockquote` and its caption, to paste into a page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from factcheck.citing import Cited
from factcheck.citing.notes import legible
from factcheck.reporters.cite_text import AGAINST, is_against


def render(cited: Sequence[Cited]) -> str:
    """One `figure` a quote; everything that is not markup is escaped."""
    return "\n".join(map(_figure, cited)) + "\n" if cited else ""


def _figure(cited: Cited) -> str:
    address = f' cite="{_text(cited.link)}"' if cited.link else ""
    language = f' lang="{_text(cited.source.language)}"'
    side = f"<p>{AGAINST}</p>\n" if is_against(cited) else ""
    quote = cited.passage.quote
    # Without this a browser would show a line break or two spaces as one space.
    keep = ' style="white-space: pre-wrap"' if quote != " ".join(quote.split()) else ""
    return (
        f"<figure>\n{side}<blockquote{address}{language}><p{keep}>{_text(quote)}</p></blockquote>\n"
        f"<figcaption>— {_caption(cited)}</figcaption>\n</figure>"
    )


def _caption(cited: Cited) -> str:
    """The citation, its title in `cite` and linked where there is an address."""
    title = _text(cited.source.title)
    marked = f"<cite>{title}</cite>"
    if cited.link:
        marked = f'<a href="{_text(cited.link)}">{marked}</a>'
    passage = cited.passage
    line = passage.citation or f"{passage.path}, line {passage.line}"
    return _text(line).replace(f"“{title}”", f"“{marked}”", 1)


def _text(text: str) -> str:
    return escape(legible(text))
