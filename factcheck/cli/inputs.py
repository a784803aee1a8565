"""The files that the words of a command line name: files, folders, patterns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.errors import InputError
from factcheck.statements import STDIN

ARTICLES = (".md", ".markdown")
"""Endings of files that are articles whatever else is said."""
_PLAIN = ".txt"
_MAGIC = "*?["


def is_article(path: str, stdin_filename: str | None, *, prose: bool) -> bool:
    """Whether a file is read as prose: Markdown always, text and standard input where it is asked for."""
    name = (stdin_filename or "") if path == STDIN else path
    suffix = Path(name).suffix.lower()
    return suffix in ARTICLES or (prose and (suffix == _PLAIN or path == STDIN))


def named_files(words: Iterable[str], *, prose: bool) -> list[str]:
    """The files that the words name, each once, in their order.

    A folder stands for the articles in it and below, hidden folders left out; a word with `*`, `?` or
    `[` that names no file is a pattern, `**` for folders within folders. Raises `InputError` for a
    folder or a pattern that has nothing to check.
    """
    found = [path for word in words for path in _named(word, prose=prose)]
    return list(dict.fromkeys(found))


def _named(word: str, *, prose: bool) -> Iterator[str]:
    path = Path(word)
    if word == STDIN:
        yield word
        return
    if path.is_dir():
        endings = (*ARTICLES, _PLAIN) if prose else ARTICLES
        files = [file for file in _below(path) if file.suffix.lower() in endings]
        missing = f"{word}: there is no article in this folder: nothing was checked"
        mend = f"name its files; articles end in {', '.join(endings)}"
    elif any(mark in word for mark in _MAGIC) and not path.exists():
        root = Path(path.anchor) if path.anchor else Path()
        pattern = str(path.relative_to(path.anchor)) if path.anchor else word
        try:
            files = sorted(file for file in root.glob(pattern) if file.is_file())
        except (ValueError, NotImplementedError) as error:
            raise InputError(f"{word}: is not a pattern: {error}") from None
        missing, mend = f"{word}: no file matches: nothing was checked", "check the pattern"
    else:
        yield word
        return
    if not files:
        raise InputError(missing, mend)
    yield from map(str, files)


def _below(folder: Path) -> list[Path]:
    """The files in a folder and below, in order; those in hidden folders left out."""
    return sorted(
        file
        for file in folder.rglob("*")
        if not any(part.startswith(".") for part in file.relative_to(folder).parts) and file.is_file()
    )
