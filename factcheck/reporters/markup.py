"""Text made fit for Markdown."""

from __future__ import annotations

import re

from factcheck.reporters.layout import printable

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")
_OPENER = re.compile(r"^([ \t]*)(\d*)([#+=.)-])", re.MULTILINE)
"""What opens a heading, a list or a rule at the beginning of a line."""
_INDENT = re.compile(r"^[ \t](?=[ \t]*\S)", re.MULTILINE)
"""What may make code of a line, or vanish."""
_LINK = re.compile(r":(?=//)|(?<=www)\.|[@$]", re.IGNORECASE)
"""What sites turn into links, mentions and formulas though it is no markup."""


def escaped(text: str) -> str:
    r"""Markdown that renders as `text`: what would be markup stands behind a backslash."""
    return _INDENT.sub("&#32;", _OPENER.sub(r"\1\2\\\3", _MARKUP.sub(r"\\\1", text)))


def inline(text: str) -> str:
    """Markdown that renders as `text` within a line or a cell: its line breaks become spaces."""
    return block(" ".join(text.split()))


def block(text: str) -> str:
    """Markdown that renders as `text`, also where a site would see links, with all characters visible."""
    return _LINK.sub(r"\\\g<0>", escaped(printable(text)))
