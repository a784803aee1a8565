"""A workspace that is read by key from its archive, whatever its size."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import TypeVar

from factcheck.archive.documents import LazyDocuments
from factcheck.archive.rows import claim_of_item, sentence_of, spans_of
from factcheck.archive.slips import StoredSpeller
from factcheck.archive.store import KeptEntry, Store
from factcheck.errors import InputError, WorkspaceError
from factcheck.files import Reader
from factcheck.finding import Place
from factcheck.index.analysis import Analyser
from factcheck.index.disk import DiskIndex
from factcheck.index.engines import DamagedIndexError
from factcheck.language.analysis import Analysis
from factcheck.language.spelling import Speller
from factcheck.model import Alias, Claim, CoverageException, Diagnostic, Document, Source, Stance
from factcheck.workspace import AnchoredEvidence, Candidate, Workspace, curated, no_such_claim

_Value = TypeVar("_Value")
_DAMAGE = (DamagedIndexError, sqlite3.DatabaseError)
REMEMBERED = 2_000
"""Readings of texts that are kept at most."""
MOST_NAMED = 500
"""Claims that are given by the beginning of their ids, at most."""


class IndexedWorkspace(Workspace):
    """A workspace with an index that is that of its files.

    What answers need is read by key. What concerns all claims (`claims`, `candidates`, `uncited`) is read
    from the files, as of a workspace without an index.
    """

    def __init__(self, place: Place, store: Store, reopen: Callable[[], Store]) -> None:
        """`reopen` gives the archive built anew, for one that turns out damaged. It raises `FactcheckError`."""
        super().__init__(place)
        self.store = store
        self._reopen = reopen
        self._opened: tuple[Store, DiskIndex] | None = None

    @cached_property
    def _key(self) -> str | None:
        return None  # nothing of it is kept anywhere else

    def _ask(self, action: Callable[[Store], _Value]) -> _Value:
        """What `action` reads of the archive, which is built anew if it turns out to be damaged."""
        try:
            return action(self.store)
        except _DAMAGE:
            self.store.close()
            self.store = self._reopen()
        try:
            return action(self.store)
        except _DAMAGE as error:
            raise InputError(
                f"the index of {self.root} cannot be read: {error}",
                "delete .factcheck, then run `factcheck index`",
            ) from error

    @property
    def size(self) -> int:
        """How many claims there are."""
        return self.store.claims

    @property
    def has_claims(self) -> bool:
        """Whether there are any."""
        return self.store.claims > 0

    @property
    def needs_index(self) -> bool:
        """It has one."""
        return False

    @property
    def unusable(self) -> int:
        """How many pieces of evidence are left out of answers, since they do not hold."""
        return self.store.unusable

    @property
    def aliases(self) -> tuple[Alias, ...]:
        """The groups of names of `claims/aliases.toml`."""
        return self.store.aliases

    @property
    def exceptions(self) -> tuple[CoverageException, ...]:
        """The stretches that `claims/exceptions.toml` declares to state nothing checkable."""
        return self.store.exceptions

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """None: an index is built of a workspace without faults only."""
        return ()

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The texts by source id, each read, and held against its hash, when it is asked for."""
        return LazyDocuments(Reader(self.root), self._source, self._source_ids, self._refuse)

    def _source(self, source_id: str) -> Source | None:
        return self._ask(lambda store: store.source(source_id))

    def _source_ids(self) -> Iterator[str]:
        return self._ask(lambda store: store.source_ids())

    def _refuse(self, _: str, wrong: tuple[Diagnostic, ...]) -> None:
        count = len(wrong)
        raise WorkspaceError(
            f"the workspace {self.root} has {count} fault{'s' if count > 1 else ''}",
            wrong,
            "mend it, then run `factcheck validate`",
        )

    @property
    def speller(self) -> Speller:
        """Corrects statements to the words of the claims, the quotes and the names."""
        return StoredSpeller(self._ask, self.lexicon.is_known)

    @property
    def index(self) -> DiskIndex:
        """Finds candidates; its keys are those of the archive."""
        return self._ask(self._index_of)

    def _index_of(self, store: Store) -> DiskIndex:
        if self._opened is None or self._opened[0] is not store:
            analyser = Analyser(tuple(group.names for group in store.aliases))
            self._opened = store, DiskIndex(store, store.finder, analyser)
        return self._opened[1]

    def found(self, query: str, limit: int, curated_only: bool = False) -> list[tuple[Candidate, float]]:
        """The candidates nearest to a query, the nearest first, with the scores of this search."""
        return self._ask(lambda store: self._found(store, query, limit, curated_only))

    def _found(
        self, store: Store, query: str, limit: int, curated_only: bool
    ) -> list[tuple[Candidate, float]]:
        wanted = 4 * limit if curated_only else limit
        while True:
            hits = self._index_of(store).search(query, wanted)
            entries = store.entries([hit.key for hit in hits])
            known = [(entries[hit.key], hit.score) for hit in hits if hit.key in entries]
            chosen = [one for one in known if one[0].id is not None or not curated_only]
            if len(chosen) >= limit or len(hits) < wanted:
                break
            wanted *= 4
        found = ((self._candidate_of(store, entry), score) for entry, score in chosen)
        usable = (one for one in found if one[0].usable)
        return list(islice(usable, limit))

    def _candidate_of(self, store: Store, entry: KeptEntry) -> Candidate:
        if entry.id is None:
            source, span = sentence_of(entry.item)
            return Candidate(None, ((self.documents[source], span, Stance.SUPPORTS),))
        claim = claim_of_item(entry.item, store.path_at(entry.key), entry.line)
        return curated(claim, self._remembered(claim, spans_of(entry.spans)) if claim.evidence else ())

    def claim(self, claim_id: str) -> Claim:
        """The claim with this id. Raises `InputError`, naming the nearest id, if there is none."""

        def read(store: Store) -> Claim | list[str]:
            entry = store.entry_of(claim_id)
            if entry is not None:
                return claim_of_item(entry.item, store.path_at(entry.key), entry.line)
            return store.ids()

        found = self._ask(read)
        if isinstance(found, Claim):
            return found
        raise no_such_claim(claim_id, found)

    def claims_beginning(self, beginning: str) -> list[Claim]:
        """The claims whose ids begin so, at most `MOST_NAMED`, the first by id."""

        def read(store: Store) -> list[Claim]:
            return [
                claim_of_item(entry.item, store.path_at(entry.key), entry.line)
                for entry in store.entries_beginning(beginning, MOST_NAMED)
            ]

        return self._ask(read)

    @cached_property
    def anchored(self) -> Mapping[str, tuple[AnchoredEvidence, ...]]:
        """By claim id, the evidence whose quote stands in its source exactly once, to the letter."""
        return _Anchored(self)

    def evidence_of(self, claim_id: str) -> tuple[AnchoredEvidence, ...]:
        """The evidence of a claim that holds. Raises `KeyError` for an id that none has."""

        def read(store: Store) -> tuple[AnchoredEvidence, ...] | None:
            entry = store.entry_of(claim_id)
            if entry is None:
                return None
            claim = claim_of_item(entry.item, store.path_at(entry.key), entry.line)
            return self._remembered(claim, spans_of(entry.spans))

        found = self._ask(read)
        if found is None:
            raise KeyError(claim_id)
        return found

    def analysis(self, text: str, issued: str) -> Analysis:
        """The reading of a curated text, kept for a while."""
        if len(self._analyses) >= REMEMBERED:
            self._analyses.clear()
        return super().analysis(text, issued)

    def folded(self, text: str) -> str:
        """The folded words of a curated text, joined by spaces, kept for a while."""
        if len(self._folded) >= REMEMBERED:
            self._folded.clear()
        return super().folded(text)

    def stems(self, claim: Claim) -> frozenset[str]:
        """The stems of the words of a claim's wordings, kept for a while."""
        if len(self._stems) >= REMEMBERED:
            self._stems.clear()
        return super().stems(claim)


class _Anchored(Mapping[str, tuple[AnchoredEvidence, ...]]):
    """Evidence by claim id, read when it is asked for."""

    def __init__(self, workspace: IndexedWorkspace) -> None:
        self._workspace = workspace

    def __getitem__(self, claim_id: str) -> tuple[AnchoredEvidence, ...]:
        return self._workspace.evidence_of(claim_id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._workspace.store.ids())

    def __len__(self) -> int:
        return self._workspace.size
