"""Claims in the formats of other programs, one file a format. Nothing here touches a file or a terminal.

A format is a function from an `Export` to text that ends with a line feed, or to bytes. A format's module
is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from factcheck.citing import Cited
from factcheck.model import Claim, Source


class CitedClaim(NamedTuple):
    """A claim, and its quotes resolved against their sources, in the claim's order."""

    claim: Claim
    cited: tuple[Cited, ...]


class Export(NamedTuple):
    """What is to be exported."""

    claims: tuple[CitedClaim, ...]
    sources: tuple[Source, ...]
    """All sources of the workspace, whether a claim of these quotes them or not."""
    base_url: str | None = None
    """Where the claims are published; an address is this and a claim's id."""


def _format(module: str) -> Callable[[Export], str | bytes]:
    def render(export: Export) -> str | bytes:
        made: str | bytes = import_module(f"factcheck.exporters.{module}").render(export)
        return made

    return render


EXPORTERS: Mapping[str, Callable[[Export], str | bytes]] = {
    "jsonl": _format("jsonl"),
    "csv": _format("csv_format"),
    "web-annotation": _format("web_annotation"),
    "claimreview": _format("claimreview"),
    "csl-json": _format("csl_json"),
    "char-location": _format("char_location"),
    "sqlite": _format("sqlite"),
}
"""The formats."""

AS_CURATED = frozenset({"jsonl"})
"""The formats that hold claims as they were written down: they need no `cited`."""

WITH_ADDRESSES = frozenset({"claimreview", "web-annotation"})
"""The formats in which a claim has an address."""


def address(export: Export, key: str, *parts: str) -> str:
    """The address of what has this key: below `base_url`, else a URN made of the key and `parts`."""
    if export.base_url is None:
        return f"urn:uuid:{uuid5(NAMESPACE_URL, ' '.join(('factcheck', key, *parts)))}"
    divider = "" if export.base_url.endswith(("/", "#", "=", "?", "&")) else "#"
    return f"{export.base_url}{divider}{key}"
