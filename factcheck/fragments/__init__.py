"""Text fragments: the `#:~:text=[prefix-,]start[,end][,-suffix]` by which a link leads to words of a page.

`TextFragments` proposes one for a stretch of a text and holds it against `Page.find`, which searches as a
browser does: by "find a range from a text directive" of the WICG's URL Fragment Text Directives, that is
the first match, at word boundaries, within one block, without regard to case and accents.
"""

from factcheck.fragments.boundaries import is_boundary
from factcheck.fragments.making import LONGEST_TERM, LONGEST_TEXT, TextFragments, safe_url
from factcheck.fragments.page import LINES, NO_BREAKS, PARAGRAPHS, Directive, Page

__all__ = [
    "LINES",
    "LONGEST_TERM",
    "LONGEST_TEXT",
    "NO_BREAKS",
    "PARAGRAPHS",
    "Directive",
    "Page",
    "TextFragments",
    "is_boundary",
    "safe_url",
]
