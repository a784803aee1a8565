"""Makes text fragments, and the links that end with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import quote

from factcheck.fragments.boundaries import is_firm
from factcheck.fragments.page import LINES, NO_BREAKS, PARAGRAPHS, Directive, Page
from factcheck.model import Span

LONGEST_TEXT = 4_000_000
"""Characters; a longer page would keep a browser busy, and no fragment is made for it."""
LONGEST_TERM = 300
"""Characters; a longer stretch is named by its first and its last words."""
SHORTEST_BARE = 20
"""Characters; a shorter stretch gets its surroundings first, so that it holds when the page grows."""
_WORDS_OF_CONTEXT = ((0, 0), (2, 0), (0, 2), (2, 2), (4, 4), (8, 8), (16, 16))
"""How many words of prefix and suffix are tried, in this order."""
_WORDS_OF_ENDS = (4, 8, 16)
"""How many first and last words are tried to name a stretch by."""
_READINGS = (NO_BREAKS, PARAGRAPHS, LINES)
"""The pages that a text may have been: what is emitted finds its stretch in each."""

_SPACE = re.compile(r"\s*")
_UNSAFE = re.compile(r"[\s<>\"`{}|\\^\x00-\x20\x7f]")


class TextFragments:
    """Makes the text fragments of one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _pages(self) -> tuple[Page, ...]:
        return tuple(Page(self._text, breaks) for breaks in _READINGS)

    def directive(self, span: Span) -> Directive | None:
        """A directive that leads to exactly this stretch, however the page is divided; None if there is none."""
        if not len(span) or len(self._text) > LONGEST_TEXT:
            return None
        if self._text[span.start].isspace() or self._text[span.end - 1].isspace():
            return None
        candidates = _candidates(self._text, span)
        return next((found for found in candidates if self._leads_to(found, span)), None)

    def _leads_to(self, directive: Directive, span: Span) -> bool:
        return all(page.find(directive) == span for page in self._pages)

    def link(self, url: str, span: Span) -> str:
        """`url` with the text fragment of this stretch; `url` alone where no fragment leads to just it."""
        directive = self.directive(span)
        if directive is None:
            return safe_url(url)
        page, _, fragment = url.partition("#")
        fragment = fragment.partition(":~:")[0]
        return f"{safe_url(page)}#{safe_url(fragment)}:~:text={directive.encoded}"


def safe_url(url: str) -> str:
    """A URL in which what no URL may hold is percent-encoded, so that it ends where it should in any markup."""
    return _UNSAFE.sub(lambda unsafe: quote(unsafe.group(), safe=""), url)


def _candidates(text: str, span: Span) -> Iterator[Directive]:
    """Directives worth trying, the plainest first."""
    contexts = list(_WORDS_OF_CONTEXT)
    if len(span) < SHORTEST_BARE:
        contexts.sort(key=lambda words: 0 in words)  # stable: those with both sides first
    firm = (is_firm(text, span.start), is_firm(text, span.end))
    for words_before, words_after in contexts:
        prefix = _before(text, span.start, words_before)
        suffix = _after(text, span.end, words_after)
        if (prefix or firm[0]) and (suffix or firm[1]):
            for start, end in _cores(text, span):
                yield Directive(start, end, prefix, suffix)


def _cores(text: str, span: Span) -> Iterator[tuple[str, str | None]]:
    """The whole stretch where it is short and in one line; else, or besides, its first and last words."""
    if len(span) <= LONGEST_TERM and _head(text, span.start, span.end, len(span)) == span.end:
        yield span.of(text), None
    for words in _WORDS_OF_ENDS:
        first = _head(text, span.start, span.end, words)
        last = _tail(text, span.start, span.end, words)
        if first is not None and last is not None and first < last:
            yield text[span.start : first], text[last : span.end]


def _before(text: str, at: int, words: int) -> str | None:
    """So many words in one line before an offset, white space between them and it left out."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
    begin = _tail(text, 0, at, words)
    return None if begin is None else text[begin:at]


def _after(text: str, at: int, words: int) -> str | None:
    found = _SPACE.match(text, at)
    at = found.end() if found else at
    end = _head(text, at, len(text), words)
    return None if end is None else text[at:end]


def _head(text: str, start: int, stop: int, words: int) -> int | None:
    """Where so many words end, if single spaces divide them; fewer where the line or the stretch ends sooner."""
    reach = min(stop, start + LONGEST_TERM)
    count = _words(text[start:reach], words)
    end = start + count
    return end if count and (end == stop or is_firm(text, end)) else None


def _tail(text: str, start: int, stop: int, words: int) -> int | None:
    reach = max(start, stop - LONGEST_TERM)
    count = _words(text[reach:stop][::-1], words)
    begin = stop - count
    return begin if count and (begin == start or is_firm(text, begin)) else None


def _words(text: str, most: int) -> int:
    """How many characters the first words take, at most so many, that single spaces divide."""
    end = at = 0
    for _ in range(most):
        while at < len(text) and not text[at].isspace():
            at += 1
        if at == end:
            break
        end = at
        if at + 1 >= len(text) or text[at] != " " or text[at + 1].isspace():
            break
        at += 1
    return end
