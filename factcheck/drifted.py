"""What became of the quotes of a source whose text is not the one that its hash was taken of."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from factcheck.anchor import Drift, Fate, Haystack, drift, verbatim
from factcheck.errors import InputError
from factcheck.files import decode, inside, read_bytes
from factcheck.model import Claim, Document, Evidence, Source
from factcheck.workspace import Workspace

ORIGINALS = "src_text/originals"
"""Where `source add` keeps the files as they came."""


@dataclass(frozen=True, slots=True)
class DriftedQuote:
    """A claim's quote, and what became of it."""

    claim: Claim
    evidence: Evidence
    drift: Drift


def drifted_quotes(workspace: Workspace) -> Mapping[str, tuple[DriftedQuote, ...]]:
    """By source id, the quotes of every source that has changed, in the order of the claims.

    `moved` is told from `unchanged` only where the text as it was is kept among the originals.
    """
    changed = {name: document for name, document in workspace.documents.items() if has_changed(document)}
    if not changed:
        return {}
    found: dict[str, list[DriftedQuote]] = {name: [] for name in changed}
    haystacks = {name: Haystack(document.text) for name, document in changed.items()}
    old = {name: old_text(workspace.root, document.source) for name, document in changed.items()}
    for claim in workspace.claims:
        for evidence in claim.evidence:
            name = evidence.source
            if name in changed:
                became = quote_drift(evidence, haystacks[name], old[name])
                found[name].append(DriftedQuote(claim, evidence, became))
    return {name: tuple(quotes) for name, quotes in found.items()}


def has_changed(document: Document) -> bool:
    """True where the text is not the one that the source's hash was taken of."""
    return document.sha256 != document.source.sha256


def quote_drift(evidence: Evidence, haystack: Haystack, old: str | None) -> Drift:
    """What became of a quote; `old` is the text as it was, if that is known."""
    found = drift(evidence.selector, haystack)
    if found.fate is not Fate.UNCHANGED or old is None or not found.span:
        return found
    before = verbatim(old, evidence.selector)
    moved = before.anchor is not None and before.anchor.span.start != found.span.start
    return Drift(Fate.MOVED, found.resolution) if moved else found


def old_text(root: Path, source: Source) -> str | None:
    """The text as it was when its hash was taken, if it lies among the originals."""
    folder = inside(root, ORIGINALS)
    if folder is None or not folder.is_dir():
        return None
    for path in sorted(folder.glob(f"{source.id}.*")):
        shown = f"{ORIGINALS}/{path.name}"
        if inside(root, shown) is None:
            continue
        try:
            data = read_bytes(path, shown)
            if hashlib.sha256(data).hexdigest() == source.sha256:
                return decode(data, shown)
        except InputError:
            continue
    return None


def told(quotes: tuple[DriftedQuote, ...]) -> str:
    """ "4 quotes: 3 unchanged, 1 edited"."""
    counts = Counter(quote.drift.fate for quote in quotes)
    parts = [f"{counts[fate]} {fate}" for fate in Fate if counts[fate]]
    number = "1 quote" if len(quotes) == 1 else f"{len(quotes):,} quotes"
    return f"{number}: {', '.join(parts)}" if parts else "no claim quotes it"
