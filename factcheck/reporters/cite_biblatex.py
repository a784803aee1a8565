"""Citations as BibLaTeX, one `@misc` a quote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.citing import Cited
from factcheck.citing.notes import legible, note
from factcheck.citing.people import Name, interviewers, makers
from factcheck.fragments import safe_url

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "$&#_%"},
}
"""Braces by name: BibTeX counts even those behind a backslash."""
_ESCAPE = str.maketrans(_SPECIAL)
_KEY = re.compile(r"[^\w.:-]")
_LANGUAGES = {
    "az": "azerbaijani",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
    "uk": "ukrainian",
}
"""The names that babel and polyglossia have for languages."""


def render(cited: Sequence[Cited]) -> str:
    """The entries, a blank line between them; UTF-8, as biber reads it."""
    return "\n\n".join(map(_entry, cited)) + "\n" if cited else ""


def _entry(cited: Cited) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(cited) if value)
    return f"@misc{{{_KEY.sub('-', cited.key)},\n{fields}}}"


def _fields(cited: Cited) -> Iterator[tuple[str, str]]:
    source = cited.source
    asked = interviewers(source)
    yield "author", " and ".join(map(_name, makers(source)))
    yield "title", latex(source.title)
    yield "type", latex(source.kind)
    yield "note", f"Interview by {', '.join(latex(name.spoken) for name in asked)}" if asked else ""
    yield "publisher", _whole(source.publisher)
    yield "date", source.issued
    yield "langid", _LANGUAGES.get(source.language.partition("-")[0].lower(), "")
    # A field that is read to the letter: nothing in it is escaped but what a URL may not hold.
    yield "url", cited.link or (safe_url(source.url) if source.url else "")
    yield "pagination", "line"
    yield "annotation", latex(note(cited))


def latex(text: str) -> str:
    """Text in one line that LaTeX sets as it is."""
    return legible(" ".join(text.split())).translate(_ESCAPE)


def _name(name: Name) -> str:
    """A name as BibTeX divides it; a literal one in braces of its own, so that it is not divided."""
    if name.literal:
        return f"{{{latex(name.literal)}}}"
    return latex(", ".join(filter(None, (name.last, name.suffix, name.given))))


def _whole(text: str) -> str:
    """An item of a list: "and" would divide it, but for braces."""
    return f"{{{latex(text)}}}" if "and" in text.lower().split() else latex(text)
