"""The files of a `check` from their statements to what is written of them, in bounded memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from factcheck.batching import Engine, run
from factcheck.checking import (
    Answering,
    Asked,
    CheckTask,
    Part,
    Writer,
    fingerprint,
    settled,
)
from factcheck.cli.common import Console, empty
from factcheck.cli.guarding import refuse_inputs
from factcheck.cli.progress import Progress
from factcheck.cli.reading import Inputs, Origin, count_statements, read_parts
from factcheck.cli.receiving import Collected, Receiver
from factcheck.cli.resuming import open_journal, require_resumable
from factcheck.cli.streams import StreamedOutput, Streams, can_stream
from factcheck.finding import Place
from factcheck.reporters.layout import plural
from factcheck.reporters.tally import Tally
from factcheck.rules.selection import Selection

if TYPE_CHECKING:
    from factcheck.workspace import Workspace


class Wanted(NamedTuple):
    """What a run is to do with its files."""

    asked: Asked
    selection: Selection
    engine: Engine = Engine()
    resume: bool = False
    allow_empty: bool = False


def check_files(console: Console, workspace: Workspace, inputs: Inputs, wanted: Wanted) -> Tally:
    """Answer every statement, write the reports, and give what it came to.

    Formats that allow it are written while the answers come, the others at the end. Raises `InputError`
    for files that cannot be read or written, workers that cannot be had, a run that cannot be resumed,
    and, unless that is allowed, where there is nothing to check.
    """
    every = [
        console._replace(output_format=name, output_file=file, written=())
        for name, file in (*console.written, (console.output_format, console.output_file))
    ]
    for one in every:
        if one.output_file is not None:
            refuse_inputs(one.output_file, inputs.paths)
    streamed = [one for one in every if can_stream(one)]
    if wanted.resume:
        require_resumable(console, inputs, streamed)
    length = count_statements(inputs)
    outputs = [StreamedOutput(one) for one in streamed]
    formats = tuple((one.output_format, output.style) for one, output in zip(streamed, outputs, strict=True))
    writer = Writer(wanted.selection, formats)
    journal, reached = open_journal(console, workspace, inputs, wanted.asked, writer, resume=wanted.resume)
    streams = Streams(outputs, journal, reached)
    collected = Collected(inputs) if len(streamed) < len(every) else None
    receiver = Receiver(writer, streams, collected)
    hidden = console.verbosity < 0 or any(_is_on_terminal(one) for one in streamed)
    try:
        with Progress("checking", length, quiet=hidden) as progress:
            progress.skip(reached.done)
            for size in _answered(workspace, inputs, wanted, receiver, reached.done):
                progress.advance(size)
        if not receiver.is_any and not reached.done and not wanted.allow_empty:
            streams.forget()
            raise empty(f"no statements in {', '.join(inputs.paths)}")
        if collected is not None:
            report = settled(collected.report(workspace), wanted.selection)
            for one in every:
                if one not in streamed:
                    one.report_findings(report)
        streams.end()
    except BaseException as error:
        interrupted = isinstance(error, KeyboardInterrupt)
        if streams.stop(interrupted=interrupted):
            console.note(f"stopped after {plural(streams.done, 'statement')}: --resume goes on from there")
        if interrupted and collected is not None:
            _show_text(console, workspace, collected, wanted.selection)
        raise
    finally:
        streams.close()
    return streams.tally


def _show_text(console: Console, workspace: Workspace, collected: Collected, selection: Selection) -> None:
    """Show a person who interrupts a run what was found by then; a file or a program gets no half a report."""
    if console.output_format == "text" and console.output_file is None:
        report = collected.report(workspace)
        if report.results or report.findings:
            console._replace(written=()).report_findings(settled(report, selection))
            console.note("interrupted: not all was checked")


def _is_on_terminal(console: Console) -> bool:
    import sys

    return console.output_file is None and sys.stdout is not None and sys.stdout.isatty()


def _answered(
    workspace: Workspace, inputs: Inputs, wanted: Wanted, receiver: Receiver, skip: int
) -> Iterator[int]:
    """Answer the parts and hand them on in their order; gives how many statements each has."""
    engine = wanted.engine
    place = Place(workspace.root.absolute(), workspace.bundled)
    kept = fingerprint(workspace) if engine.scheduler is not None else None
    task = CheckTask(place, wanted.asked, receiver.writer, kept)
    origins: deque[Origin] = deque()

    def parts() -> Iterator[Part]:
        whole = receiver.collected is not None
        for origin, part in read_parts(inputs, workspace, engine.part_size, whole=whole, skip=skip):
            origins.append(origin)
            yield part

    here = Answering(workspace, wanted.asked, receiver.writer)
    with closing(run(engine, task, parts(), here)) as answers:
        for answered in answers:
            origin = origins.popleft()
            receiver.take(origin, answered)
            yield origin.steps
