"""Statements of files to answers, and these to what a report says of them: what a part of a `check` is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factcheck import __version__
from factcheck.errors import InputError
from factcheck.finding import Place
from factcheck.model import Diagnostic
from factcheck.reporters.findings import finding, unread
from factcheck.reporters.layout import Style
from factcheck.reporters.report import Checked, CheckReport
from factcheck.reporters.streaming import stream
from factcheck.reporters.tally import Tally
from factcheck.rules.selection import EVERYTHING, Selection

if TYPE_CHECKING:
    from factcheck.statements import Item
    from factcheck.workspace import Workspace

Answer = Checked | Diagnostic
"""The answer to a statement; a diagnostic for what is none, or cannot be answered."""


class Asked(NamedTuple):
    """What bears on the answers: the options of `lookup`."""

    limit: int = 3
    curated_only: bool = False
    min_confidence: float = 0.0


class Part(NamedTuple):
    """Some statements of one file, in order."""

    items: tuple[Item, ...]
    whole: bool
    """Whether the answers themselves are wanted, not only their text in the formats that are streamed."""


class Written(NamedTuple):
    """What was found, as the formats have it: for each its part and its tail, in the order of the formats."""

    texts: tuple[tuple[str, str], ...] = ()
    tally: Tally = Tally()


class Answered(NamedTuple):
    """What comes of a part: the answers, or what is written of them."""

    answers: tuple[Answer, ...]
    written: Written | None


class Writer(NamedTuple):
    """Writes answers in the formats that are streamed."""

    selection: Selection = EVERYTHING
    formats: tuple[tuple[str, Style], ...] = ()

    def write(self, reports: Sequence[CheckReport]) -> Written:
        """The reports on end; those of statements one each, so that no part depends on where another ends."""
        kept = [settled(report, self.selection) for report in reports]
        texts = []
        for name, style in self.formats:
            form = stream(name)
            body = "".join(form.part(report, style) for report in kept)
            texts.append((body, "".join(form.tail(report, style) for report in kept)))
        tally = Tally()
        for report in kept:
            tally = tally.plus(Tally.of(report))
        return Written(tuple(texts), tally)


@dataclass(frozen=True, slots=True)
class CheckTask:
    """The answering of statements by a workspace, for any process that can open it by its path."""

    place: Place
    asked: Asked
    writer: Writer
    fingerprint: str | None = None
    """What the workspace has to hold (`fingerprint.workspace_fingerprint`), where that is to be made sure of."""
    version: str = __version__
    """The version of the program that the answers are to be those of."""

    def open(self) -> Answering:
        """Open the workspace. Raises `InputError` where it is not the one that is meant."""
        from factcheck.finding import bundled_root, is_workspace

        if self.version != __version__:
            raise InputError(
                f"a worker has factcheck {__version__}, not {self.version}", "install the same version there"
            )
        bundled = self.place.bundled
        root = bundled_root() if bundled else self.place.root
        if not bundled and not is_workspace(root):
            raise InputError(
                f"{root}: a worker finds no workspace there", "give its path as the workers see it"
            )
        workspace = opened(Place(root, bundled))
        if self.fingerprint is not None and fingerprint(workspace) != self.fingerprint:
            raise InputError(
                f"{root}: a worker sees another workspace there, or it has changed",
                "have all workers see the same files",
            )
        return Answering(workspace, self.asked, self.writer)


def opened(place: Place) -> Workspace:
    """The workspace at a place, by its index where it has one."""
    from factcheck.archive.layout import CURRENT, FOLDER

    if (place.root / FOLDER / CURRENT).exists():
        from factcheck.archive.opening import open_indexed

        return open_indexed(place)
    from factcheck.workspace import Workspace

    return Workspace(place)


class Answering:
    """Answers parts from an open workspace."""

    def __init__(self, workspace: Workspace, asked: Asked, writer: Writer) -> None:
        self._workspace = workspace
        self._asked = asked
        self._writer = writer

    def __call__(self, part: Part) -> Answered:
        """The answers to a part, or what is written of them."""
        answers = tuple(answer(self._workspace, item, self._asked) for item in part.items)
        if part.whole:
            return Answered(answers, None)
        return Answered((), self._writer.write([report_of((one,)) for one in answers]))


def answer(workspace: Workspace, item: Item, asked: Asked) -> Answer:
    """The answer to a statement of a file; a claim's own statement is held against its evidence alone."""
    from factcheck.lookup import lookup

    if isinstance(item, Diagnostic):
        return item
    try:
        verdict = lookup(
            workspace,
            item.text,
            limit=asked.limit,
            curated_only=asked.curated_only,
            min_confidence=asked.min_confidence,
            own=item.claim_id,
        )
    except InputError as error:
        return unread(error, item.location)
    return Checked(item.location, verdict)


def report_of(answers: Sequence[Answer]) -> CheckReport:
    """The answers and what they come to as findings."""
    found = [one if isinstance(one, Diagnostic) else finding(one) for one in answers]
    return CheckReport(
        tuple(one for one in answers if isinstance(one, Checked)),
        tuple(fault for fault in found if fault is not None),
        tuple(one for one in answers if isinstance(one, Diagnostic)),
    )


def settled(report: CheckReport, selection: Selection) -> CheckReport:
    """The report without the findings that are left out, the others as grave as the settings say."""
    if selection == EVERYTHING:
        return report
    kept = {found: selection.settled(found) for found in report.findings}
    findings = tuple(new for found in report.findings if (new := kept[found]) is not None)
    lines = tuple(new for found in report.unread if (new := kept[found]) is not None)
    excerpts = {
        new: excerpt for found, excerpt in report.excerpts.items() if (new := kept.get(found)) is not None
    }
    return CheckReport(report.results, findings, lines, excerpts, report.folders)


def fingerprint(workspace: Workspace) -> str:
    """What the workspace holds, as one hash."""
    from factcheck.fingerprint import workspace_fingerprint

    return workspace_fingerprint(workspace.root, (source.path for source in workspace.sources))
