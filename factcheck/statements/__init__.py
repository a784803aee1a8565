"""Files of statements to be checked, read one by one with their places.

`.txt` holds one statement a line, `.csv` and `.tsv` a column, `.jsonl` a key of each line's object,
`.toml` is a claims file, and `-` is standard input as lines of text. All but TOML are streamed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from factcheck.datafiles import parse_json_object
from factcheck.errors import InputError
from factcheck.files import BOM, decode, standard_input
from factcheck.mends import of_reading, reason_of
from factcheck.model import Location
from factcheck.statements.item import Item, Statement, other_name, wrong
from factcheck.statements.lines import TOO_LONG, Line, read_lines
from factcheck.tomlfile import TomlSyntaxError, parse_toml

__all__ = ["COLUMNED", "DEFAULT_COLUMN", "STDIN", "SUFFIXES", "Item", "Statement", "read_statements"]

STDIN = "-"
DEFAULT_COLUMN = "statement"
DELIMITERS = {".csv": ",", ".tsv": "\t"}
COLUMNED = (*DELIMITERS, ".jsonl")
"""The endings of files with columns, or keys."""
SUFFIXES = (".txt", *DELIMITERS, ".jsonl", ".toml")


def read_statements(
    path: str,
    *,
    column: str | None = None,
    stdin: BinaryIO | None = None,
    stdin_filename: str | None = None,
) -> Iterator[Item]:
    """The statements of a file, in order; a line that does not parse comes as an FC404 diagnostic instead.

    `column` is the column of a CSV or TSV file, or the key of a JSON Lines file, that holds the
    statement ("statement" by default). `path` "-" reads `stdin` (the process's own by default);
    `stdin_filename` names it in places, and its ending tells the format (else lines of text).
    Raises `InputError`, while it is iterated, for a file that is missing, unreadable, of an unknown
    kind, not UTF-8, not TOML, or without the column.
    """
    if path == STDIN:
        shown = stdin_filename or "<stdin>"
        suffix = Path(shown).suffix.lower()
        kind = suffix if suffix in SUFFIXES else ".txt"
        yield from _read(stdin or standard_input(), shown, kind, column or DEFAULT_COLUMN)
        return
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError(
            f"{path}: files of statements end in {', '.join(SUFFIXES)}",
            "rename the file, or give its lines on standard input with `-`",
        )
    with _open(path) as stream:
        yield from _read(stream, path, suffix, column or DEFAULT_COLUMN)


def _read(stream: BinaryIO, shown: str, suffix: str, column: str) -> Iterator[Item]:
    if suffix == ".toml":
        return _from_claims(stream, shown)
    lines = read_lines(stream, shown)
    if suffix in DELIMITERS:
        from factcheck.statements.table import from_table

        return from_table(lines, shown, DELIMITERS[suffix], column)
    return _from_json_lines(lines, shown, column) if suffix == ".jsonl" else _from_text(lines, shown)


def _open(path: str) -> BinaryIO:
    try:
        return Path(path).open("rb")
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file", "check the path") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a folder, not a file", "name a file in it") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read: {reason_of(error)}", of_reading(error)) from None


def _from_text(lines: Iterator[Line], shown: str) -> Iterator[Item]:
    for line in lines:
        if line.text is None:
            yield wrong(TOO_LONG, Location(shown, line.number))
        elif text := line.text.strip():
            indent = len(line.text) - len(line.text.lstrip())
            yield Statement(text, Location(shown, line.number, indent + 1))


def _from_json_lines(lines: Iterator[Line], shown: str, key: str) -> Iterator[Item]:
    for line in lines:
        place = Location(shown, line.number)
        if line.text is None:
            yield wrong(TOO_LONG, place)
        elif line.text.strip():
            yield _from_json(line.text, key, place)


def _from_json(line: str, key: str, place: Location) -> Item:
    item, problem = parse_json_object(line)
    if item is None:
        return wrong(f"not valid JSON: {problem}", place)
    if key not in item:
        return wrong(f"the key `{key}` is missing", place, other_name(key, list(item)))
    # An object with evidence or a review is a claim, as `claims/*.jsonl` holds them.
    is_claim = "evidence" in item or "review" in item
    return _statement(item, key, place, item.get("id") if is_claim else None)


def _statement(item: dict[str, Any], key: str, place: Location, claim_id: object) -> Item:
    text = item[key]
    if not isinstance(text, str):
        return wrong(f"`{key}` must be a text", place)
    if not text.strip():
        return wrong(f"`{key}` is empty", place)
    if any("\ud800" <= char <= "\udfff" for char in text):
        return wrong(f"`{key}` holds half of a surrogate pair, which is no character", place)
    return Statement(text.strip(), place, claim_id if isinstance(claim_id, str) else None)


def _from_claims(stream: BinaryIO, shown: str) -> Iterator[Item]:
    try:
        toml = parse_toml(decode(stream.read(), shown).removeprefix(BOM))
    except TomlSyntaxError as error:
        raise InputError(f"{shown}:{error.line}:{error.column}: not valid TOML: {error.message}") from None
    claims = toml.data.get("claim", [])
    if not isinstance(claims, list) or toml.data.keys() - {"claim"}:
        raise InputError(f"{shown}: is not a claims file", "a claims file holds nothing but [[claim]] tables")
    for index, claim in enumerate(claims):
        place = Location(shown, toml.line(("claim", index, "statement")))
        if not isinstance(claim, dict) or "statement" not in claim:
            yield wrong("the claim has no statement", place, "add `statement = …`")
        else:
            yield _statement(claim, "statement", place, claim.get("id"))
