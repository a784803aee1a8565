"""Passages to cite: resolved against their sources in this moment, or refused."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.digests import sha256_hex
from factcheck.errors import AnchorError, InputError
from factcheck.files import Reader
from factcheck.fragments import TextFragments
from factcheck.model import Claim, Document, MatchedEvidence, Source, Span
from factcheck.workspace import Workspace

CONTEXT = 32
"""Characters before and after a quote that go along with it, as far as the text has them."""
_SHOWN = 60
_MEND = "`factcheck validate` says what is wrong"


class Cited(NamedTuple):
    """A passage as it stands in its source now, with all that a citation may tell of it."""

    key: str
    """Names the citation; unique among those that one `Citer` makes of different passages."""
    passage: MatchedEvidence
    source: Source
    before: str
    """The text right before the quote, at most `CONTEXT` characters."""
    after: str
    link: str | None = None
    """The source's URL, with a text fragment that leads to exactly the quote, where there is one."""
    claim: Claim | None = None


class Citer:
    """Makes citations from a workspace. What has changed since it was opened is not cited."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._reader = Reader(workspace.root)
        self._current: set[str] = set()
        self._fragments: dict[str, TextFragments] = {}

    def of_claim(self, claim: Claim) -> tuple[Cited, ...]:
        """The citations of a claim's quotes, in its order; none for one without evidence.

        Raises `AnchorError`, naming the claim, where one of them does not stand in its source once and to
        the letter, spoken by whom the claim says, or where the source has changed since it was read.
        """
        cited = []
        for number, evidence in enumerate(claim.evidence, 1):
            found = self._workspace.anchor(evidence)
            if found is None:
                raise AnchorError(
                    f"`{claim.id}` cannot be cited: its quote “{_short(evidence.selector.exact)}” "
                    f"({evidence.location}) does not hold in {evidence.source}",
                    _MEND,
                )
            key = claim.id if number == 1 else f"{claim.id}.{number}"
            passage = self._workspace.passage(found.document, found.span, evidence.stance)
            cited.append(self._cited(key, found.document, passage, claim))
        return tuple(cited)

    def of_passages(self, passages: Iterable[MatchedEvidence]) -> tuple[Cited, ...]:
        """The citations of passages of an answer, each once. Raises `AnchorError` where one no longer holds."""
        cited: dict[str, Cited] = {}
        for passage in passages:
            document = self._workspace.documents.get(passage.source or "")
            if document is not None:
                key = f"{document.source.id}:{passage.line}:{passage.column}"
                key += (
                    f"-{len(passage.quote)}"
                    if key in cited and cited[key].passage.span != passage.span
                    else ""
                )
                cited.setdefault(key, self._cited(key, document, passage, None))
        return tuple(cited.values())

    def _cited(self, key: str, document: Document, passage: MatchedEvidence, claim: Claim | None) -> Cited:
        source, span, text = document.source, passage.span, document.text
        named = f"`{claim.id}`" if claim else f"“{_short(passage.quote)}”"
        self._require_current(document, named)
        if span.of(text) != passage.quote:
            raise AnchorError(f"{named} cannot be cited: {source.path} says something else there", _MEND)
        return Cited(
            key=key,
            passage=passage,
            source=source,
            before=text[max(0, span.start - CONTEXT) : span.start],
            after=text[span.end : span.end + CONTEXT],
            link=self._link(document, span),
            claim=claim,
        )

    def _require_current(self, document: Document, named: str) -> None:
        """The file must be, byte for byte, what was read when the workspace was opened."""
        source = document.source
        if source.id in self._current:
            return
        try:
            data = self._reader.read(source.path)
        except InputError as error:
            raise AnchorError(f"{named} cannot be cited: {error.message}", _MEND) from None
        if data is None or sha256_hex(data) != document.sha256:
            raise AnchorError(f"{named} cannot be cited: {source.path} has changed since it was read", _MEND)
        self._current.add(source.id)

    def _link(self, document: Document, span: Span) -> str | None:
        source = document.source
        if source.url is None:
            return None
        if source.id not in self._fragments:
            self._fragments[source.id] = TextFragments(document.text)
        return self._fragments[source.id].link(source.url, span)


def _short(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
