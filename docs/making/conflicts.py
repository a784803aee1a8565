"""The reference of the kinds of clash, from the docstrings of their modules."""

from __future__ import annotations

import inspect
import sys

from factcheck.conflicts import CHECKS
from making.markdown import page


def conflicts_page() -> str:
    """What each kind flags and what it leaves alone."""
    lines = [
        *("# Kinds of clash", ""),
        "Every `refuted` names the clash that it rests on, by one of these words (in JSON `conflicts[].code`).",
        "Examples are a statement, a stroke, and a text that it is held against. `curated` is one more: somebody",
        "has marked the claim as refuted by its source.",
    ]
    for check in CHECKS:
        module = sys.modules[check.__module__]
        name = module.CODE
        told = inspect.cleandoc(module.__doc__ or "").removeprefix(f"`{name}`: ")
        lines += ["", f"## {name}", "", f"{told[:1].upper()}{told[1:]}"]
    return page(lines)
