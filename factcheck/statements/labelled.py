"""Files of statements with the labels that are right for them: a column or key each."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import InputError
from factcheck.files import read_bytes, standard_input
from factcheck.model import Diagnostic, Label, Location
from factcheck.schema import nearest
from factcheck.statements import DELIMITERS, STDIN, read_statements
from factcheck.statements.item import Statement

DEFAULT_LABEL_COLUMN = "label"
SUFFIXES = (*DELIMITERS, ".jsonl")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A statement, its place, and the label that is right for it."""

    text: str
    location: Location
    label: Label


def read_labelled(
    path: str,
    *,
    column: str | None = None,
    label_column: str | None = None,
    stdin: BinaryIO | None = None,
    stdin_filename: str | None = None,
) -> list[Labelled]:
    """The rows of a CSV, TSV or JSON Lines file, each with its statement and its label.

    `column` holds the statement ("statement" by default), `label_column` the label ("label" by default),
    in capitals or small letters, with hyphens, underscores or spaces. `path` "-" reads `stdin` (the
    process's own by default), whose format the ending of `stdin_filename` tells, JSON Lines by default.
    Raises `InputError`, with the place, at the first row that has no statement or no label: figures
    over a part of the rows would mislead.
    """
    shown = (stdin_filename or "<stdin>.jsonl") if path == STDIN else path
    if Path(shown).suffix.lower() not in SUFFIXES:
        raise InputError(
            f"{shown}: files of labelled statements end in {', '.join(SUFFIXES)}",
            "give each statement its label, in a column of its own",
        )
    data = (stdin or standard_input()).read() if path == STDIN else read_bytes(Path(path), path)

    statements = _column(data, shown, column, "--column")
    labels = _column(data, shown, label_column or DEFAULT_LABEL_COLUMN, "--label-column")
    return [_labelled(statement, label) for statement, label in zip(statements, labels, strict=True)]


def _column(data: bytes, shown: str, name: str | None, option: str) -> list[Statement]:
    """The cells of a column, row by row; `option` is how another column is named."""
    found = []
    try:
        for item in read_statements(STDIN, column=name, stdin=BytesIO(data), stdin_filename=shown):
            if isinstance(item, Diagnostic):
                raise InputError(f"{item.location}: {item.message}", item.mend)
            found.append(item)
    except InputError as error:
        raise InputError(error.message, error.mend.replace("--column", option)) from None
    return found


def _labelled(statement: Statement, given: Statement) -> Labelled:
    name = "-".join(given.text.lower().replace("_", " ").replace("-", " ").split())
    if name not in set(Label):
        near = nearest(name, list(Label))
        choices = "the labels are " + ", ".join(Label)
        mend = f"did you mean `{near}`? {choices.capitalize()}" if near else choices
        raise InputError(f"{given.location}: “{given.text}” is not a label", mend)
    return Labelled(statement.text, statement.location, Label(name))
