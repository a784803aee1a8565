"""Citations as RIS, one record a quote, with the tags by which Zotero reads interviews."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.citing import Cited
from factcheck.citing.notes import legible, note
from factcheck.citing.people import interviewers, makers
from factcheck.fragments import safe_url

_TYPES = {"interview": "PCOMM", "report": "RPRT", "article": "NEWS", "book": "BOOK", "webpage": "ELEC"}
"""The type of a record by the kind of source; others are GEN."""


def render(cited: Sequence[Cited]) -> str:
    """The records, a blank line between them. Each line is a tag, two spaces, a hyphen, a space and a value."""
    return "\n".join("".join(_record(one)) for one in cited)


def _record(cited: Cited) -> Iterator[str]:
    for tag, value in _tags(cited):
        # A line break in a value would begin a tag of the value's making.
        yield f"{tag}  - {legible(' '.join(value.split()))}".rstrip(" ") + "\n"
    yield "ER  - \n"


def _tags(cited: Cited) -> Iterator[tuple[str, str]]:
    source = cited.source
    yield "TY", _TYPES.get(source.kind, "GEN")
    yield "ID", cited.key
    yield from (("AU", name.inverted) for name in makers(source))
    yield from (("A2", name.inverted) for name in interviewers(source))
    yield "TI", source.title
    if source.kind == "article":
        yield "T2", source.publisher
    yield "PB", source.publisher
    year, *rest = source.issued.split("-")
    yield "PY", year
    yield "DA", "/".join([year, *rest, "", ""][:3]) + "/"
    yield "LA", source.language
    if cited.link or source.url:
        yield "UR", cited.link or safe_url(source.url or "")
    yield "N1", note(cited)
