"""A workspace: its claims, its documents, its names. What is expensive is built when first asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.cache import cache_folder, entry_key, read_entry, write_entry
from factcheck.calibrate import Calibration
from factcheck.citation import citation
from factcheck.compiled import FORMAT, Anchors, Compiled, dump, dump_sources, load
from factcheck.compiled import load_sources as load_kept_sources
from factcheck.contents import ClaimsFolder, SourcesFile, claims_bytes, sources_bytes
from factcheck.documents import load_document
from factcheck.errors import InputError, WorkspaceError
from factcheck.files import Reader, uncollected
from factcheck.finding import Place
from factcheck.index import Entry, Index, MemoryIndex
from factcheck.index.stems import stem
from factcheck.inquiry import REPORTING
from factcheck.language.analysis import Analysis, Analyst
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Aliases
from factcheck.language.spelling import Speller
from factcheck.model import (
    Alias,
    Claim,
    CoverageException,
    Diagnostic,
    Document,
    Evidence,
    Location,
    MatchedEvidence,
    Severity,
    Source,
    Span,
    Stance,
)
from factcheck.readings import Readings
from factcheck.records import NamedTuple
from factcheck.spans import covered, merged
from factcheck.text import LineIndex, folded_words, sentences

LARGE = 20_000
"""From more claims on, an index on disk is worth its building."""

if TYPE_CHECKING:
    from pathlib import Path


class AnchoredEvidence(NamedTuple):
    """A piece of evidence and the span of its document where its quote stands, to the letter."""

    evidence: Evidence
    document: Document
    span: Span


class Candidate(NamedTuple):
    """What a statement may be held against: a claim with its evidence, or a sentence that no claim cites."""

    claim: Claim | None
    passages: tuple[tuple[Document, Span, Stance], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The claim's wordings, then the quotes, as they are looked for."""
        wordings = self.claim.wordings if self.claim else ()
        return (*wordings, *(span.of(document.text) for document, span, _ in self.passages))

    @property
    def usable(self) -> bool:
        """Whether a statement can be held against it: by its passages, or by a publisher's verdict."""
        return bool(self.passages) or (self.claim is not None and self.claim.only_reported)

    @property
    def issued(self) -> str:
        """The date that its first text speaks from, ISO 8601; "" where that is not known."""
        if self.passages:
            return self.passages[0][0].source.issued
        return self.claim.review.dated if self.claim is not None and self.claim.review else ""


def curated(claim: Claim, group: tuple[AnchoredEvidence, ...]) -> Candidate:
    """A claim as a candidate, with the evidence that holds."""
    return Candidate(claim, tuple((found.document, found.span, found.evidence.stance) for found in group))


def unknown_source(claim: Claim, evidence: Evidence, known: Iterable[str]) -> Diagnostic:
    """The fault of evidence from a source that is none of those known."""
    from factcheck.schema import nearest

    near = nearest(evidence.source, sorted(known))
    return Diagnostic(
        "FC108",
        Severity.ERROR,
        f"unknown source `{evidence.source}`",
        evidence.location,
        f"did you mean `{near}`?" if near else "describe it in src_text/sources.toml",
        claim.id,
    )


def no_such_claim(claim_id: str, known: list[str]) -> InputError:
    """The error for an id that no claim has, naming the nearest of those known."""
    from factcheck.schema import nearest

    near = nearest(claim_id, known)
    mend = f"did you mean `{near}`?" if near else "`factcheck list` shows the ids"
    return InputError(f"there is no claim `{claim_id}`", mend)


def sentences_outside(document: Document, cited: Iterable[Span]) -> Iterator[Span]:
    """The sentences of a document that are not cited for the most part, without headings and credits."""
    taken = merged(cited)
    for sentence in sentences(document.text):
        kind = document.turn_at(sentence.start).kind
        if kind not in ("heading", "credit") and 2 * covered(sentence, taken) < len(sentence):
            yield sentence


def _body_of(office: str) -> str:
    """What somebody's office is of: "chief executive of Calder Water" is of Calder Water."""
    _, of, body = office.partition(" of ")
    for preposition in (" to ", " in ", " at ", ","):
        body = body.partition(preposition)[0]
    return body.removeprefix("the ") if of else ""


class Workspace:
    """Claims and the texts that they quote, opened once. Attributes are read from disk when first used."""

    def __init__(self, place: Place) -> None:
        self._folder = os.fspath(place.folder)
        self.bundled = place.bundled

    @cached_property
    def root(self) -> Path:
        """The folder that holds `claims/` and `src_text/`."""
        from pathlib import Path

        return Path(self._folder)

    @cached_property
    def _key(self) -> str | None:
        """The name of what is kept of this workspace as it is now; None where nothing is or can be kept."""
        if cache_folder() is None:
            return None
        try:
            parts = [
                FORMAT,
                __version__.encode(),
                *sources_bytes(self._folder),
                *claims_bytes(self._folder),
            ]
        except OSError:
            return None
        parts += [document.sha256.encode() for document in self.documents.values()]
        return entry_key(parts)

    @cached_property
    def _compiled(self) -> Compiled | None:
        if self._key is None or self._sources_file.diagnostics or self._loaded[1]:
            return None
        data = read_entry(self._key, "json")
        return None if data is None else load(data)

    def _keep(self) -> None:
        """Keep what was worked out, for the next time."""
        if self._key is None or self._compiled is not None or self.diagnostics:
            return
        anchors = {
            claim.id: tuple(found.span if found else None for found in map(self.anchor, claim.evidence))
            for claim in self.claims
        }
        uncited = [(document.source.id, span) for document, span in self.uncited]
        write_entry(self._key, "json", dump(self._claims_folder, anchors, uncited, self._words))

    @cached_property
    def _claims_folder(self) -> ClaimsFolder:
        kept = self._compiled
        if kept is not None:
            claims = tuple(claim for claim, _ in self._kept_claims)
            return ClaimsFolder(claims, kept.aliases, kept.exceptions, ())
        from factcheck.claims import load_claims_folder  # only where nothing is kept: it costs the start

        return load_claims_folder(self.root)

    @cached_property
    def _kept_claims(self) -> tuple[tuple[Claim, Anchors], ...]:
        kept = self._compiled
        return tuple(kept.claim(number) for number in range(len(kept))) if kept is not None else ()

    @cached_property
    def _sources_file(self) -> SourcesFile:
        key = self._sources_key
        kept = read_entry(key, "sources") if key else None
        sources = load_kept_sources(kept) if kept is not None else None
        if sources is not None:
            return SourcesFile(sources, ())
        from factcheck.sources import load_sources

        read = load_sources(self.root)
        if key and not read.diagnostics:
            write_entry(key, "sources", dump_sources(read.sources))
        return read

    @cached_property
    def _sources_key(self) -> str | None:
        if cache_folder() is None:
            return None
        try:
            return entry_key([FORMAT, __version__.encode(), *sources_bytes(self._folder)])
        except OSError:
            return None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims that could be read, in the order of the files' names and of the files."""
        return self._claims_folder.claims

    @property
    def has_claims(self) -> bool:
        """Whether there are any, for which they need not be read."""
        return len(self._compiled) > 0 if self._compiled is not None else bool(self.claims)

    @property
    def needs_index(self) -> bool:
        """Whether answers would be much faster with an index on disk (`factcheck index`)."""
        return (len(self._compiled) if self._compiled is not None else len(self.claims)) > LARGE

    @property
    def aliases(self) -> tuple[Alias, ...]:
        """The groups of names of `claims/aliases.toml`."""
        return self._compiled.aliases if self._compiled is not None else self._claims_folder.aliases

    @property
    def exceptions(self) -> tuple[CoverageException, ...]:
        """The stretches that `claims/exceptions.toml` declares to state nothing checkable."""
        return self._claims_folder.exceptions

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of `src_text/sources.toml`."""
        return self._sources_file.sources

    @cached_property
    def _loaded(self) -> tuple[dict[str, Document], tuple[Diagnostic, ...]]:
        documents: dict[str, Document] = {}
        found: list[Diagnostic] = []
        reader = Reader(self._folder)
        with uncollected():
            for source in self.sources:
                document, diagnostics = load_document(reader, source)
                found.extend(diagnostics)
                if document is not None:
                    documents[source.id] = document
        return documents, tuple(found)

    @property
    def documents(self) -> Mapping[str, Document]:
        """The texts that could be read, by source id."""
        return self._loaded[0]

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong in the workspace's files themselves: such a workspace gives no answers."""
        if self._compiled is not None:  # nothing was wrong in these very files
            return ()
        return (
            *self._sources_file.diagnostics,
            *self._loaded[1],
            *self._claims_folder.diagnostics,
            *self._unknown_sources(),
        )

    def _unknown_sources(self) -> Iterator[Diagnostic]:
        known = {source.id for source in self.sources}
        for claim in self.claims:
            for evidence in claim.evidence:
                if evidence.source not in known:
                    yield unknown_source(claim, evidence, known)

    def require_sound(self) -> None:
        """Raise `WorkspaceError` if anything is wrong in the workspace's files."""
        if self.diagnostics:
            count = len(self.diagnostics)
            raise WorkspaceError(
                f"the workspace {self.root} has {count} fault{'s' if count > 1 else ''}",
                self.diagnostics,
                "mend it, then run `factcheck validate`",
            )

    @cached_property
    def anchored(self) -> Mapping[str, tuple[AnchoredEvidence, ...]]:
        """By claim id, the evidence whose quote stands in its source exactly once, to the letter."""
        if self._compiled is not None:
            return {claim.id: self._remembered(claim, spans) for claim, spans in self._kept_claims}
        return {
            claim.id: tuple(found for evidence in claim.evidence if (found := self.anchor(evidence)))
            for claim in self.claims
        }

    def _remembered(self, claim: Claim, spans: Anchors) -> tuple[AnchoredEvidence, ...]:
        """The evidence of a kept claim whose quote stands where it stood, to the letter."""
        return tuple(
            AnchoredEvidence(evidence, document, span)
            for evidence, span in zip(claim.evidence, spans, strict=True)
            if span is not None
            and (document := self.documents.get(evidence.source)) is not None
            and span.of(document.text) == evidence.selector.exact
        )

    def anchor(self, evidence: Evidence) -> AnchoredEvidence | None:
        """Where the quote stands verbatim, or None if it does not, or in several places, or another speaks there."""
        document = self.documents.get(evidence.source)
        if document is None:
            return None
        from factcheck.anchor import verbatim  # not on the way of a lookup that finds all in the cache

        found = verbatim(document, evidence.selector)
        if found.anchor is None or not found.context_fits:
            return None
        span = found.anchor.span
        first, last = document.turn_at(span.start), document.turn_at(span.end - 1)
        if first is not last or evidence.speaker not in (None, first.speaker):
            return None
        return AnchoredEvidence(evidence, document, span)

    @cached_property
    def unusable(self) -> int:
        """How many pieces of evidence are left out of answers, since they do not hold."""
        if self._compiled is not None:
            return self._compiled.unusable
        whole = sum(len(claim.evidence) for claim in self.claims)
        return whole - sum(len(found) for found in self.anchored.values())

    def claim(self, claim_id: str) -> Claim:
        """The claim with this id. Raises `InputError`, naming the nearest id, if there is none."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise no_such_claim(claim_id, [claim.id for claim in self.claims])

    def claims_beginning(self, beginning: str) -> list[Claim]:
        """The claims whose ids begin so; of an archive that has very many, the first of them by id."""
        return [claim for claim in self.claims if claim.id.startswith(beginning)]

    @cached_property
    def lexicon(self) -> Lexicon:
        """What words have to do with one another."""
        return Lexicon.open()

    @cached_property
    def analyst(self) -> Analyst:
        """Reads texts with the names of this workspace."""
        return Analyst(self.lexicon, Aliases(self.aliases))

    @cached_property
    def speller(self) -> Speller:
        """Corrects statements to the words of the claims, the quotes and the names."""
        return Speller(self._words, self.lexicon.is_known)

    @cached_property
    def _words(self) -> tuple[str, ...]:
        if self._compiled is not None:
            return self._compiled.words
        texts = [text for candidate in self.candidates for text in candidate.texts]
        texts += [name for group in self.aliases for name in group.names]
        return tuple(sorted({word.removesuffix("'s") for text in texts for word in folded_words(text)}))

    @cached_property
    def calibration(self) -> Calibration:
        """Features to confidence, by label."""
        return Calibration.load()

    @cached_property
    def _analyses(self) -> dict[tuple[str, str], Analysis]:
        return {}

    def analysis(self, text: str, issued: str) -> Analysis:
        """The reading of a curated text, kept for the next statement."""
        key = (text, issued)
        found = self._analyses.get(key)
        if found is None:
            found = self._analyses[key] = self._read(text, issued)
        return found

    def _read(self, text: str, issued: str) -> Analysis:
        kept = self._readings
        found = kept.find(text, issued) if kept is not None else None
        if found is None:
            found = self.analyst.analyse(text, issued)
            if kept is not None:
                kept.add(found)
        return found

    @cached_property
    def _readings(self) -> Readings | None:
        """What earlier starts read; None where nothing is or can be kept."""
        return Readings(self.aliases) if self._key is not None and not self.diagnostics else None

    def keep_readings(self) -> None:
        """Keep what was read in curated texts, for the next start."""
        if self._readings is not None:
            self._readings.write()

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {}

    def folded(self, text: str) -> str:
        """The folded words of a curated text, joined by spaces, kept for the next statement."""
        found = self._folded.get(text)
        if found is None:
            words = (word.removesuffix("'s").removesuffix("'") for word in folded_words(text))
            found = self._folded[text] = " ".join(words)
        return found

    @cached_property
    def _stems(self) -> dict[str, frozenset[str]]:
        return {}

    def stems(self, claim: Claim) -> frozenset[str]:
        """The stems of the words of a claim's wordings, kept for the next statement."""
        found = self._stems.get(claim.id)
        if found is None:
            words = {word for wording in claim.wordings for word in self.folded(wording).split()}
            found = self._stems[claim.id] = frozenset(map(stem, words))
        return found

    def known_words(self, document: Document, span: Span) -> frozenset[str]:
        """Words that the setting of a passage accounts for: its speaker, the office, the publisher, "said"."""
        source = document.source
        speaker = document.turn_at(span.start).speaker
        key = (source.id, speaker)
        found = self._settings.get(key)
        if found is None:
            offices = [person.office or "" for person in source.people if person.name == speaker]
            names = " ".join([speaker or "", source.publisher, source.kind, *offices])
            found = REPORTING.union(folded_words(names))
            self._settings[key] = found
        return found

    def own_words(self, document: Document, span: Span) -> frozenset[str]:
        """Words of a name that a passage may leave out: of the body that "we" stands for."""
        source = document.source
        speaker = document.turn_at(span.start).speaker
        offices = [person.office or "" for person in source.people if person.name == speaker]
        bodies = [_body_of(office) for office in offices]
        groups = [alias.names for alias in self.aliases if not {*bodies}.isdisjoint(alias.names)]
        return frozenset(folded_words(" ".join([*bodies, *(name for names in groups for name in names)])))

    @cached_property
    def _settings(self) -> dict[tuple[str, str | None], frozenset[str]]:
        return {}

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """All that a statement may be held against: claims, then uncited sentences.

        Of the claims those with evidence that holds, or with nothing but a publisher's verdict.
        """
        if self._compiled is not None:
            count = len(self._compiled.held) + len(self._compiled.uncited)
            return tuple(map(self._candidate, range(count)))
        claims = [
            curated(claim, self.anchored[claim.id])
            for claim in self.claims
            if claim.only_reported or self.anchored[claim.id]
        ]
        loose = [Candidate(None, ((document, span, Stance.SUPPORTS),)) for document, span in self.uncited]
        return (*claims, *loose)

    def _candidate(self, number: int) -> Candidate:
        """The candidate at that place in `candidates`, of which the others need not be read."""
        kept = self._compiled
        if kept is None:
            return self.candidates[number]
        found = self._kept_candidates.get(number)
        if found is None:
            if number < len(kept.held):
                claim, spans = kept.claim(kept.held[number])
                found = curated(claim, self._remembered(claim, spans))
            else:
                source, span = kept.uncited[number - len(kept.held)]
                found = Candidate(None, ((self.documents[source], span, Stance.SUPPORTS),))
            self._kept_candidates[number] = found
        return found

    @cached_property
    def _kept_candidates(self) -> dict[int, Candidate]:
        return {}

    @cached_property
    def index(self) -> Index:
        """Finds candidates; its keys are places in `candidates`."""
        kept = read_entry(self._key, "index") if self._key and self._compiled is not None else None
        if kept is not None:
            try:
                return MemoryIndex.from_bytes(kept)
            except ValueError:
                pass
        entries = [Entry(number, candidate.texts) for number, candidate in enumerate(self.candidates)]
        made = MemoryIndex.build(entries, tuple(group.names for group in self.aliases))
        if self._key and not self.diagnostics:
            self._keep()
            write_entry(self._key, "index", made.to_bytes())
        return made

    def search(self, query: str, limit: int, curated_only: bool = False) -> list[Candidate]:
        """The candidates nearest to a query, the nearest first."""
        return [candidate for candidate, _ in self.found(query, limit, curated_only)]

    def found(self, query: str, limit: int, curated_only: bool = False) -> list[tuple[Candidate, float]]:
        """The candidates nearest to a query, the nearest first, with the scores of this search."""
        wanted = len(self.uncited) + limit if curated_only else limit
        found = [(self._candidate(hit.key), hit.score) for hit in self.index.search(query, wanted)]
        usable = [one for one in found if one[0].usable and (one[0].claim or not curated_only)]
        return usable[:limit]

    @cached_property
    def _lines(self) -> dict[str, LineIndex]:
        return {}

    def place(self, document: Document, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of an offset in a document."""
        index = self._lines.get(document.source.id)
        if index is None:
            index = self._lines[document.source.id] = LineIndex(document.text)
        return index.place(offset)

    def location(self, document: Document, offset: int) -> Location:
        """The place of an offset in a document's file."""
        return Location(document.source.path, *self.place(document, offset))

    def passage(self, document: Document, span: Span, stance: Stance = Stance.SUPPORTS) -> MatchedEvidence:
        """A stretch of a document with all that is needed to show and cite it, read from the text."""
        line, column = self.place(document, span.start)
        speaker = document.turn_at(span.start).speaker
        return MatchedEvidence(
            source=document.source.id,
            path=document.source.path,
            issued=document.source.issued,
            stance=stance,
            speaker=speaker,
            quote=span.of(document.text),
            span=span,
            line=line,
            column=column,
            citation=citation(document, speaker, line),
        )

    def cite(self, claim_id: str) -> tuple[MatchedEvidence, ...]:
        """The passages that a claim rests on, resolved at this moment. Raises `InputError` for an unknown id."""
        self.claim(claim_id)
        return tuple(
            self.passage(found.document, found.span, found.evidence.stance)
            for found in self.anchored[claim_id]
        )

    @cached_property
    def uncited(self) -> tuple[tuple[Document, Span], ...]:
        """The sentences that no claim cites, headings, credits and declared exceptions left out."""
        if self._compiled is not None:
            return tuple((self.documents[source], span) for source, span in self._compiled.uncited)
        cited: dict[str, list[Span]] = {}
        for group in self.anchored.values():
            for found in group:
                cited.setdefault(found.document.source.id, []).append(found.span)
        from factcheck.anchor.places import occurrences

        for exception in self.exceptions:
            document = self.documents.get(exception.source)
            if document is not None:
                places = occurrences(document.text, exception.quote)
                cited.setdefault(exception.source, []).extend(places)
        return tuple(
            (document, span)
            for document in self.documents.values()
            for span in sentences_outside(document, cited.get(document.source.id, ()))
        )
