"""What a command talks through: where output goes, colour, and the one mapping from errors to exit codes.

Nothing here needs click, so that a lookup can be answered without it (`plain`).

Exit codes: 0 clean, 1 findings, 2 usage or unreadable input; 130 interrupted, 141 closed pipe.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from factcheck.errors import FactcheckError, InputError, WorkspaceError
from factcheck.model import Diagnostic, Severity
from factcheck.records import NamedTuple
from factcheck.reporters import FINDINGS_REPORTERS, FOR_PEOPLE, REPORTERS
from factcheck.reporters.layout import BOLD, RED, Style, plural, printable
from factcheck.text import visible

if TYPE_CHECKING:
    from factcheck.cli.outputs import Output
    from factcheck.reporters.report import FindingsReport, Report
    from factcheck.workspace import Workspace

CLEAN, FINDINGS, USAGE, INTERRUPTED, CLOSED_PIPE = 0, 1, 2, 130, 141
STANDARD_OUTPUT = "standard output"
MAX_WIDTH = 100
"""Lines longer than this are hard to read, however wide the terminal."""


class Console(NamedTuple):
    """The options that every command has, and what follows from them: the workspace, the output."""

    workspace: str | None
    output_format: str
    output_file: str | None
    color: str
    verbosity: int
    written: tuple[Output, ...] = ()
    """The reports that go to files of their own besides."""

    def open(
        self, *, allow_empty: bool = True, curated_only: bool = False, is_checked: bool = False
    ) -> Workspace:
        """The workspace to answer from; what the user should know of it is said on standard error.

        `is_checked` is as for `find`. Raises `WorkspaceError` if it is broken, `InputError` if there is none
        or nothing in it.
        """
        workspace = self.find(is_checked=is_checked)
        workspace.require_sound()
        if not allow_empty and not workspace.has_claims and (curated_only or not workspace.documents):
            raise empty("the workspace has no claims")
        if workspace.unusable:
            one = workspace.unusable == 1
            fault = "is not verbatim in its source" if one else "are not verbatim in their sources"
            left_out = f"{plural(workspace.unusable, 'quote')} {fault} and left out"
            self.note(f"{left_out}; see `factcheck validate`")
        if workspace.needs_index:
            self.note("many claims and no index: `factcheck index` makes answers fast")
        return workspace

    def find(self, *, is_checked: bool = False) -> Workspace:
        """The workspace, sound or not.

        `is_checked` says that the workspace itself is held against something: that it is the bundled one is
        then said even if quiet, lest its faultlessness pass for that of another.
        """
        from factcheck.finding import find_workspace
        from factcheck.workspace import Workspace

        place = find_workspace(os.getcwd(), self.workspace)
        if place.bundled:
            told = self._replace(verbosity=max(0, self.verbosity)) if is_checked else self
            told.note("no workspace here: using the bundled one (`factcheck list` shows its claims)")
        elif self.verbosity > 0:
            self.note(f"workspace: {place.root}")
        if os.path.exists(f"{place.folder}/.factcheck/current"):  # noqa: PTH110 - pathlib costs the start
            from factcheck.archive.opening import open_indexed

            return open_indexed(place, self.note)
        return Workspace(place)

    def find_own(self) -> Workspace:
        """The workspace to write to, sound or not. Raises `InputError` for the one that ships inside."""
        workspace = self.find()
        if workspace.bundled:
            raise InputError(
                "the bundled workspace is not written to", "`factcheck init` makes one of your own"
            )
        return workspace

    def style(self, file: str | None = None) -> Style:
        """How text for the output is laid out, or for a file of its own."""
        to_terminal = self.output_file is None and file is None
        stream = sys.stdout if to_terminal else None
        return Style(_width(stream), use_color(self.color, stream), self.verbosity)

    def report(self, report: Report) -> None:
        """Print a report in the chosen format, or write it to the chosen file."""
        text = REPORTERS[self.output_format](report, self.style())
        self.write(text, for_people=self.output_format in FOR_PEOPLE)

    def report_findings(self, report: FindingsReport) -> None:
        """Write the reports that have files of their own, then print or write the one without."""
        for output in self.written:
            if output.file is not None:
                _save(output.file, FINDINGS_REPORTERS[output.format](report, self.style(output.file)))
        text = FINDINGS_REPORTERS[self.output_format](report, self.style())
        self.write(text, for_people=self.output_format in FOR_PEOPLE)

    def write(self, text: str, *, for_people: bool = True) -> None:
        """Put finished text where output goes. Raises `InputError` if it cannot be written."""
        if self.output_file is None:
            print_text(text, sys.stdout, for_people)
        else:
            _save(self.output_file, text)

    def write_bytes(self, data: bytes) -> None:
        """Put bytes where output goes. Raises `InputError` for a terminal, and if they cannot be written."""
        if self.output_file is not None:
            _save_bytes(self.output_file, data)
        elif sys.stdout is not None and sys.stdout.isatty():
            raise InputError("this format is not for a terminal", "name a file: -o FILE")
        elif sys.stdout is not None:
            with _named(sys.stdout):
                sys.stdout.flush()
                sys.stdout.buffer.write(data)
                sys.stdout.buffer.flush()

    def write_diff(self, text: str) -> None:
        """Put a diff where output goes: to the byte, but on a terminal with everything in it visible."""
        to_terminal = self.output_file is None and sys.stdout is not None and sys.stdout.isatty()
        self.write(printable(text) if to_terminal else text, for_people=to_terminal)

    def write_data(self, text: str) -> None:
        """Put text for programs where output goes: as it is, but on a terminal with everything in it visible."""
        if self.output_file is None and sys.stdout is not None and sys.stdout.isatty():
            self.write(printable(text.replace("\r\n", "\n")))
        else:
            self.write(text, for_people=False)

    def tell(self, text: str) -> None:
        """Say finished text on standard error, unless quiet."""
        if self.verbosity >= 0:
            print_text(text, sys.stderr, True)

    def note(self, message: str) -> None:
        """Say something on standard error, unless quiet."""
        if self.verbosity >= 0:
            print_text(f"note: {visible(message)}\n", sys.stderr, True)


def empty(message: str) -> InputError:
    """The error for having nothing to check, which must not look like a clean run."""
    return InputError(f"{message}: nothing was checked", "use --allow-empty if that is as it should be")


def exit_code(findings: tuple[Diagnostic, ...], fail_on: str) -> int:
    """1 if a finding is as grave as `fail_on` (a severity, or `never`), else 0."""
    if fail_on == "never":
        return CLEAN
    threshold = Severity(fail_on).rank
    return FINDINGS if any(found.severity.rank >= threshold for found in findings) else CLEAN


@contextmanager
def errors_to_exit_codes() -> Iterator[None]:
    """Tell errors to the user in a few lines and leave with their exit code, never with a traceback."""
    try:
        yield
        if sys.stdout is not None:
            sys.stdout.flush()
    except FactcheckError as error:
        _tell(error)
        sys.exit(USAGE)
    except BrokenPipeError:
        _silence()
        sys.exit(CLOSED_PIPE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:
        _tell(_told(error))
        _silence()
        sys.exit(USAGE)


def _told(error: OSError) -> InputError:
    """An error of the system that nobody has put into words yet."""
    from factcheck.mends import of_reading, of_writing, reason_of

    if error.filename == STANDARD_OUTPUT:
        return InputError(f"{STANDARD_OUTPUT}: cannot be written: {reason_of(error)}", of_writing(error))
    if not error.filename and not _has_folder():
        return InputError("the folder that you are in is gone", "go to one that exists")
    place = f"{error.filename}: " if error.filename else ""
    return InputError(f"{place}{reason_of(error)}", of_reading(error) if place else "")


def _has_folder() -> bool:
    """Whether the current folder is still there."""
    try:
        os.getcwd()
    except OSError:
        return False
    return True


def _tell(error: FactcheckError) -> None:
    style = Style(color=use_color("auto", sys.stderr))
    lines = ""
    if isinstance(error, WorkspaceError) and error.diagnostics:
        from factcheck.reporters.text_validate import render_diagnostics

        lines = render_diagnostics(error.diagnostics, style)
    lines += f"{style.paint('Error', BOLD, RED)}: {visible(error.message)}\n"
    if error.mend:
        lines += f"  {visible(error.mend)}\n"
    print_text(lines, sys.stderr, True)


def _silence() -> None:
    """What is still buffered goes nowhere, so that no second error follows at exit."""
    sink = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(sink, stream.fileno())
        except (OSError, ValueError, AttributeError):
            continue


def use_color(choice: str, stream: TextIO | None) -> bool:
    """Whether to print colour. `auto` goes by NO_COLOR, FORCE_COLOR and whether it is a terminal."""
    if choice != "auto":
        return choice == "always"
    if stream is None or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _width(stream: TextIO | None) -> int:
    """The columns of the terminal: COLUMNS, else what the terminal says, else 80."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named) > 0:
        return max(20, min(MAX_WIDTH, int(named)))
    try:
        columns = os.get_terminal_size(stream.fileno()).columns if stream else 80
    except (OSError, ValueError):
        columns = 80
    return max(20, min(MAX_WIDTH, columns or 80))


def print_text(text: str, stream: TextIO | None, for_people: bool) -> None:
    """Text for people in the terminal's encoding, with replacements; other formats as UTF-8."""
    if stream is None:
        return
    encoding = (stream.encoding or "utf-8") if for_people else "utf-8"
    data = text.encode(encoding, "replace" if for_people else "backslashreplace")
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(data.decode(encoding))
    else:
        with _named(stream):
            stream.flush()
            buffer.write(data)
            buffer.flush()


@contextmanager
def _named(stream: TextIO) -> Iterator[None]:
    """Have errors of standard output bear its name."""
    try:
        yield
    except OSError as error:
        if stream is not sys.stdout or error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, STANDARD_OUTPUT) from None


def _save(name: str, text: str) -> None:
    """Write a file whole, as UTF-8."""
    _save_bytes(name, text.encode("utf-8", "backslashreplace"))


def _save_bytes(name: str, data: bytes) -> None:
    """Write a file whole. A device or a pipe is written to as it is, never replaced."""
    from pathlib import Path

    from factcheck.files import write_atomic

    path = Path(name)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            write_atomic(path.resolve(), data)
    except (OSError, ValueError) as error:
        from factcheck.mends import of_writing, reason_of

        raise InputError(f"{name}: cannot be written: {reason_of(error)}", of_writing(error)) from None
