"""Quotes and their places in a text: `resolve` finds them, `describe` is its inverse.

`verbatim` is the cheap question (does the quote stand here, letter by letter, once?), `resolve` the full
one; `drift` says what became of a quote in a changed text, `resolve_quotation` understands ellipses and
editorial insertions, `word_diff` names what two wordings do not share. Share a `Haystack` among the
quotes of a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.anchor.haystack import Haystack
from factcheck.anchor.resolving import Problem, Resolution, resolve, verbatim

if TYPE_CHECKING:
    from factcheck.anchor.changes import Change, Difference, word_diff
    from factcheck.anchor.describing import describe
    from factcheck.anchor.drifting import Drift, Fate, drift
    from factcheck.anchor.quotation import Flaw, Part, Quotation, resolve_quotation

__all__ = [
    "Change",
    "Difference",
    "Drift",
    "Fate",
    "Flaw",
    "Haystack",
    "Part",
    "Problem",
    "Quotation",
    "Resolution",
    "describe",
    "drift",
    "resolve",
    "resolve_quotation",
    "verbatim",
    "word_diff",
]


def __getattr__(name: str) -> object:
    """Load what few commands need only when it is asked for, so that the others start fast."""
    from importlib import import_module

    for module, names in (
        ("changes", ("Change", "Difference", "word_diff")),
        ("describing", ("describe",)),
        ("drifting", ("Drift", "Fate", "drift")),
        ("quotation", ("Flaw", "Part", "Quotation", "resolve_quotation")),
    ):
        if name in names:
            found = getattr(import_module(f"factcheck.anchor.{module}"), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
