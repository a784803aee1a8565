"""What stops the program. What a user got wrong in a file is a `model.Diagnostic` instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Diagnostic


class FactcheckError(Exception):
    """Base of all errors that are told to the user in one line.

    `mend` says what to do about it, or is empty.
    """

    def __init__(self, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend


class InputError(FactcheckError):
    """An input (a file, a statement, an option) that cannot be read or used."""


class WorkspaceError(FactcheckError):
    """The workspace itself is broken; `diagnostics` names each fault and its place."""

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = (), mend: str = "") -> None:
        super().__init__(message, mend)
        self.diagnostics = diagnostics


class AnchorError(FactcheckError):
    """A quote has no single verbatim place in its source."""


class MissingExtraError(FactcheckError):
    """An optional dependency is needed and not installed; the message names the extra."""
