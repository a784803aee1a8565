"""Files of other formats to plain text: `.txt` and `.md` as they are, `.html` and `.pdf` by an extra each."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from pathlib import Path
from types import ModuleType

from factcheck.errors import InputError, MissingExtraError
from factcheck.files import decode
from factcheck.mends import of_reading, reason_of

_OTHERWISE = "see whether it opens elsewhere; if so, save its text as .txt and add that"
MOST_BYTES = 64 * 1024 * 1024
"""Of a file that is taken in, and of the text that is read from it."""
MOST_PAGES = 5_000
PLAIN = (".txt", ".md")
KNOWN = (*PLAIN, ".html", ".htm", ".pdf")


@dataclass(frozen=True, slots=True)
class Extracted:
    """A file's text, and what the file says of itself. `text` is UTF-8."""

    text: bytes
    original: bytes
    suffix: str
    title: str | None = None
    publisher: str | None = None
    issued: str | None = None
    url: str | None = None


def extract(path: Path, shown: str) -> Extracted:
    """Read a file. `shown` is its name in messages.

    Raises `InputError` for a file that is too large, of another kind, or without text;
    `MissingExtraError` where the library for its kind is not installed.
    """
    suffix = path.suffix.lower()
    if suffix not in KNOWN:
        raise InputError(
            f"{shown}: {suffix or 'a file without an ending'} is not taken in", f"known: {', '.join(KNOWN)}"
        )
    data = _read(path, shown)
    if suffix in PLAIN:
        decode(data, shown)
        found = Extracted(data, data, suffix)
    elif suffix == ".pdf":
        found = _pdf(data, shown)
    else:
        found = _html(data, shown)
    if not found.text.strip():
        raise InputError(f"{shown}: no text is in it", "a scan has to be read by OCR first")
    if len(found.text) > MOST_BYTES:
        raise InputError(f"{shown}: its text has more than {MOST_BYTES:,} bytes", "divide it")
    return found


def _read(path: Path, shown: str) -> bytes:
    """The bytes of a file of bearable size; no more is ever read."""
    try:
        with path.open("rb") as handle:
            data = handle.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise InputError(f"{shown}: cannot be read: {reason_of(error)}", of_reading(error)) from None
    if len(data) > MOST_BYTES:
        raise InputError(f"{shown}: has more than {MOST_BYTES:,} bytes", "divide it")
    return data


def _html(data: bytes, shown: str) -> Extracted:
    trafilatura = _library("trafilatura", "html", shown)
    try:
        text = trafilatura.extract(data, output_format="txt", include_comments=False) or ""
        metadata = trafilatura.extract_metadata(data)
    except Exception as error:  # whatever a parser makes of a stranger's page
        raise InputError(f"{shown}: cannot be read as HTML: {error}", _OTHERWISE) from None
    return Extracted(
        text=_apart(text).encode("utf-8", "replace"),
        original=data,
        suffix=".html",
        title=_said(metadata, "title"),
        publisher=_said(metadata, "sitename"),
        issued=_said(metadata, "date"),
        url=_said(metadata, "url"),
    )


def _pdf(data: bytes, shown: str) -> Extracted:
    pypdf = _library("pypdf", "pdf", shown)
    pages: list[str] = []
    size = 0
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{shown}: is encrypted", "save it without a password")
        if len(reader.pages) > MOST_PAGES:
            raise InputError(f"{shown}: has more than {MOST_PAGES:,} pages", "divide it")
        for page in reader.pages:
            pages.append(page.extract_text() or "")
            size += len(pages[-1])
            if size > MOST_BYTES:
                break
        title = reader.metadata.title if reader.metadata else None
    except InputError:
        raise
    except Exception as error:  # whatever a parser makes of a stranger's file
        raise InputError(f"{shown}: cannot be read as PDF: {error}", _OTHERWISE) from None
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    return Extracted(_ended(text).encode("utf-8", "replace"), data, ".pdf", title=title or None)


def _library(name: str, extra: str, shown: str) -> ModuleType:
    """An optional library. Raises `MissingExtraError`, naming the extra, where it is not installed."""
    logging.getLogger(name).addHandler(logging.NullHandler())  # what it grumbles is told once, in our words
    try:
        return import_module(name)
    except ImportError:
        raise MissingExtraError(
            f"{shown}: to read it, {name} has to be installed", f'pip install "factcheck-cli[{extra}]"'
        ) from None


def _said(metadata: object, key: str) -> str | None:
    value = getattr(metadata, key, None)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _apart(text: str) -> str:
    """One paragraph a line becomes paragraphs with blank lines between them."""
    return _ended("\n\n".join(line.rstrip() for line in text.split("\n") if line.strip()))


def _ended(text: str) -> str:
    return text + "\n" if text else ""
