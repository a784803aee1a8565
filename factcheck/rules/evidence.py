"""What rules on evidence share: the quotes with their documents, and how a fault of one is told."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Claim, Diagnostic, Document, Evidence, Passage, Severity, Span
from factcheck.workspace import Workspace

SHOWN = 3
"""How many places or differences a message names."""
_LONGEST = 240
"""Characters of a passage that a message shows."""


def quoted(workspace: Workspace) -> Iterator[tuple[Claim, Evidence, Document]]:
    """Every piece of evidence whose source could be read, in the order of the claims."""
    documents = workspace.documents
    for claim in workspace.claims:
        for evidence in claim.evidence:
            document = documents.get(evidence.source)
            if document is not None:
                yield claim, evidence, document


def evidence_fault(
    code: str,
    message: str,
    claim: Claim,
    evidence: Evidence,
    mend: str,
    related: tuple[Passage, ...] = (),
    focus: Span | None = None,
) -> Diagnostic:
    """The fault of a piece of evidence: `related` is what the source says there, `focus` is in the quote."""
    quote = evidence.selector.exact
    return Diagnostic(code, Severity.ERROR, message, evidence.location, mend, claim.id, quote, focus, related)


def passages(workspace: Workspace, document: Document, spans: tuple[Span, ...]) -> tuple[Passage, ...]:
    """The first stretches of a document, to the letter, with their places."""
    return tuple(
        Passage(workspace.location(document, span.start), span.of(document.text)) for span in spans[:SHOWN]
    )


def places(workspace: Workspace, document: Document, spans: tuple[Span, ...]) -> str:
    """The first places of a document, for a message."""
    shown = ", ".join(str(workspace.location(document, span.start)) for span in spans[:SHOWN])
    return f"{shown}, …" if len(spans) > SHOWN else shown


def shortened(text: str) -> str:
    """A text as a message shows it."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
