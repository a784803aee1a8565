"""`import`: claims of other makers into a claims file, item by item, so that it can break off and go on."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from factcheck.importing.claimreview import Made, claim_of, only_review, reviews
from factcheck.importing.inputs import Tracked, open_reader
from factcheck.importing.known import Known
from factcheck.importing.ratings import Ratings
from factcheck.importing.rows import Holds, Rows
from factcheck.importing.values import MOST_RATINGS, Counts, Fault, Import, Point, Reader, Rejected
from factcheck.importing.writing import Output, State, load_state, mend_end, state_path
from factcheck.model import Evidence, Location, Stance, TextQuoteSelector
from factcheck.workspace import Workspace

__all__ = ["Import", "Plan", "import_claims"]

BATCH = 1000
"""Items that are written at once."""
KEPT_EVERY = 2.0
"""Seconds after which what is written is made safe, and the state kept."""
_SPACED = bytes(max(code, 32) for code in range(256))
"""Line ends between JSON's signs as spaces, and what JSON must not have within strings."""
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Plan(NamedTuple):
    """What to import, and where to. Paths are whole; `shown`, `into` and `aside` are how they are told."""

    shown: str
    kind: str
    target: Path
    rejected: Path
    into: str
    aside: str
    ratings: Ratings
    columns: Mapping[str, str] = {}
    """The column of a field, where it has another name."""

    @property
    def settings(self) -> str:
        """A hash of all that bears on what becomes of an item."""
        told = repr((self.kind, sorted(self.columns.items()), self.ratings.digest()))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def import_claims(
    workspace: Workspace,
    stream: BinaryIO,
    plan: Plan,
    progress: Callable[[int], None] = lambda offset: None,
    *,
    resumable: bool = True,
) -> Import:
    """Import a stream's claims; with `resumable` (the stream can seek) go on where the last run broke off.

    `progress` is told the offset in bytes that is reached. Take `edit.locked` around it. An interrupt
    leaves what is done, and a state that the next call goes on from. Raises `InputError`.
    """
    state = load_state(plan.target) if resumable else None
    mend_end(plan.target, plan.into, ours=state_path(plan.target).exists())
    known = Known(workspace.root)
    tracked = Tracked(stream, plan.shown)
    kept = state
    if state is not None and not _fits(state, tracked, plan):
        stream.seek(0)
        tracked, kept = Tracked(stream, plan.shown), None
    reader = open_reader(tracked, plan.kind, plan.columns, kept.point if kept else Point())
    output = Output(plan.target, plan.rejected, kept, (plan.into, plan.aside))
    run = _Run(workspace, plan, tracked, reader, output, known, kept, resumable and plan.kind != "html")
    resumed = run.counts.items
    try:
        run.all(progress)
        output.finish()
    except BaseException:
        run.stop()
        raise
    finally:
        output.close()
    changed = state is not None and kept is None
    return Import(plan.shown, plan.into, plan.aside, run.counts, resumed, changed, reader.broken, reader.note)


def _fits(state: State, tracked: Tracked, plan: Plan) -> bool:
    """Whether input, settings and what was written are what they were: all that had been read is read again."""
    if state.settings != plan.settings or not state.stands(plan.target, plan.rejected):
        return False
    tracked.seek(state.hashed)
    return tracked.offset == state.hashed and tracked.digest() == state.sha256


class _Run:
    """One import under way."""

    def __init__(
        self,
        workspace: Workspace,
        plan: Plan,
        tracked: Tracked,
        reader: Reader,
        output: Output,
        known: Known,
        state: State | None,
        resumable: bool,
    ) -> None:
        self._plan, self._tracked, self._reader, self._output = plan, tracked, reader, output
        self._known, self._resumable = known, resumable
        self._ratings = plan.ratings
        self._rows = Rows(plan.ratings, _holder(workspace))
        self.counts = state.counts.copy() if state else Counts()
        self._claims: list[bytes] = []
        self._rejected: list[bytes] = []
        self._state = state

    def all(self, progress: Callable[[int], None]) -> None:
        """Deal with every item that is left."""
        safe = time.monotonic()
        for number, value in enumerate(self._reader.items(), 1):
            self._take(value)
            if number % BATCH == 0:
                self._write()
                progress(self._tracked.offset)
                if time.monotonic() - safe > KEPT_EVERY:
                    self.keep()
                    safe = time.monotonic()
        self._write()
        progress(self._tracked.offset)

    def keep(self) -> None:
        """Make what is written safe, so that the next run goes on from there."""
        if self._state is not None and self._resumable:
            self._output.keep(self._state)

    def stop(self) -> None:
        """Break off, so that the next run goes on from there; what was not written is read again then."""
        self._output.stop(self._state)

    def _write(self) -> None:
        if self._state is None and (self._claims or self._rejected):
            self._state = State.begin(self._plan.settings, self._output.sizes[0])
            self._output.keep(self._state)
        self._output.write(self._claims, self._rejected)
        self._claims, self._rejected = [], []
        if self._resumable:
            self._state = State(
                self._plan.settings,
                self._tracked.hashed,
                self._tracked.digest(),
                self._reader.point(),
                *self._output.sizes,
                self.counts.copy(),
            )

    def _take(self, value: object) -> None:
        review = only_review(value)
        if review is not None:
            self._settle(self._of_review(review), value, alone=True)
        elif value != []:
            self._take_apart(value)

    def _take_apart(self, value: object) -> None:
        outcomes = list(self._outcomes(value))
        if not outcomes:
            self._settle(Rejected("not-a-review", "it holds no ClaimReview"), value, alone=True)
        alone = len(outcomes) == 1
        for outcome, part in outcomes:
            self._settle(outcome, value if alone else part, alone=alone)

    def _settle(self, outcome: Made | Rejected, item: object, *, alone: bool) -> None:
        """Take a claim in, or write what it was to be made of aside; as well where a date of it is left out."""
        why = outcome if isinstance(outcome, Rejected) else self._add(outcome)
        if why is not None:
            self._reject(why, item, alone=alone)
        elif not isinstance(outcome, Rejected) and outcome[3]:
            self.counts.undated += 1
            self._write_aside(Rejected("no-date", outcome[3]), item, alone=alone)

    def _outcomes(self, value: object) -> Iterator[tuple[Made | Rejected, object]]:
        """What becomes of a value, as many claims as it holds; with what each is made of."""
        if isinstance(value, Fault):
            yield Rejected(value.reason, value.detail), value
            return
        if isinstance(value, dict) and "reason" in value and "item" in value:
            value = value["item"]  # a line that was rejected before
        row = self._of_row(value) if isinstance(value, dict) and "@type" not in value else None
        if row is not None:
            yield row, value
            return
        for review in reviews(value):
            yield self._of_review(review), review

    def _of_row(self, value: dict[str, Any]) -> Made | Rejected | None:
        """The claim of a whole claim, or of a row; None for what is neither."""
        try:
            if "evidence" in value or "review" in value:
                return self._rows.claim_of(value)
            return self._rows.claim_of_row(value) if "statement" in value else None
        except UnicodeEncodeError:
            return _not_utf8()

    def _of_review(self, review: dict[str, Any]) -> Made | Rejected:
        try:
            return claim_of(review, self._ratings)
        except RecursionError:
            return Rejected("too-deep", "its brackets are nested too deeply")
        except UnicodeEncodeError:
            return _not_utf8()

    def _add(self, claim: Made) -> Rejected | None:
        """Take a claim in where it is new; why it is not fit, where it is not."""
        identifier, statement, line, _ = claim
        try:
            data = line.encode()
        except UnicodeEncodeError:
            return _not_utf8()
        new = self._known.add(identifier, statement)
        if new is None:
            return Rejected("id-taken", f"another claim has the id `{identifier}`")
        if new:
            self.counts.added += 1
            self._claims.append(data)
        else:
            self.counts.known += 1
        return None

    def _reject(self, why: Rejected, item: object, *, alone: bool) -> None:
        """Count an item as rejected, and write it aside."""
        counts = self.counts
        counts.rejected += 1
        counts.reasons[why.reason] = counts.reasons.get(why.reason, 0) + 1
        if why.reason == "unknown-rating" and (
            why.detail in counts.ratings or len(counts.ratings) < MOST_RATINGS
        ):
            counts.ratings[why.detail] = counts.ratings.get(why.detail, 0) + 1
        self._write_aside(why, item, alone=alone)

    def _write_aside(self, why: Rejected, item: object, *, alone: bool) -> None:
        """Write an item aside; `alone` where it is all that was read, whose text may stand as it is."""
        number = self._reader.number
        text = self._reader.text() if alone and not isinstance(item, Fault) else None
        if text is not None and why.reason != "not-utf-8":
            head = _head(why.reason, why.detail, self._plan.shown)
            self._rejected.append(b"%b%d%b%b}\n" % (head, number, b',"item":', text.translate(_SPACED)))
            return
        told = {"reason": why.reason, "detail": why.detail, "path": self._plan.shown, "number": number}
        self._rejected.append(_told(told, item))


@lru_cache(maxsize=1024)
def _head(reason: str, detail: str, path: str) -> bytes:
    """The beginning of a line of what was rejected: many are rejected for the same."""
    head = _encode({"reason": reason, "detail": detail, "path": path})
    return _bytes(f'{head[:-1]},"number":')


def _told(head: dict[str, object], item: object) -> bytes:
    """A line of what was rejected: why, and the item; of one that cannot be read, its beginning as `text`."""
    if isinstance(item, Fault):
        line = _encode({**head, "text": item.text})
    else:
        try:
            line = _encode({**head, "item": item})
        except RecursionError:
            line = _encode(head)
    return _bytes(line) + b"\n"


def _bytes(text: str) -> bytes:
    """UTF-8; half a surrogate pair as JSON writes it."""
    return text.encode("utf-8", "backslashreplace")


def _not_utf8() -> Rejected:
    return Rejected("not-utf-8", "it holds bytes that are not UTF-8, or half of a surrogate pair")


def _holder(workspace: Workspace) -> Holds:
    """Tells whether a quote stands in its source, once and to the letter."""

    def holds(item: Mapping[str, str]) -> str:
        source, quote = item["source"], item["quote"]
        if source not in workspace.documents:
            return f"unknown-source: the workspace has no source `{source}`"
        selector = TextQuoteSelector(quote, item.get("prefix", ""), item.get("suffix", ""))
        evidence = Evidence(source, selector, Stance.SUPPORTS, item.get("speaker"), Location(""))
        if workspace.anchor(evidence) is None:
            return f"not-verbatim: the quote does not stand once and to the letter in `{source}`"
        return ""

    return holds
