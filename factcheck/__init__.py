"""Fact-check and cite: statements against verbatim quotes of curated sources, offline.

>>> import factcheck
>>> workspace = factcheck.open_workspace(".")
>>> verdict = workspace.lookup("Diplomatic relations were established in 1992.")
>>> verdict.label
<Label.SUPPORTED: 'supported'>
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Label", "Verdict", "Workspace", "__version__", "compare", "open_workspace"]

if TYPE_CHECKING:
    from factcheck.api import Workspace, compare, open_workspace
    from factcheck.model import Label, Verdict


def __getattr__(name: str) -> object:
    """Load what is asked for only then, so that the command starts fast."""
    if name in ("Workspace", "compare", "open_workspace"):
        from factcheck import api

        return getattr(api, name)
    if name in ("Label", "Verdict"):
        from factcheck import model

        return getattr(model, name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
