"""Sources as items of CSL-JSON, which citation processors, Zotero and pandoc read."""

from __future__ import annotations

from factcheck.citing.people import Name, interviewers, makers
from factcheck.fragments import safe_url
from factcheck.model import Source

Item = dict[str, str | list[dict[str, str]] | dict[str, list[list[int]]]]
_TYPES = {
    "interview": "interview",
    "report": "report",
    "article": "article-newspaper",
    "speech": "speech",
    "briefing": "speech",
    "book": "book",
    "webpage": "webpage",
    "dataset": "dataset",
    "legislation": "legislation",
}
"""The type of CSL for each kind of source; another kind is a `manuscript` or, with an address, a `webpage`."""


def csl_item(source: Source, key: str, link: str | None, note: str = "") -> Item:
    """A source as an item with this id; it holds no locator, which belongs to the citation and not the item."""
    item: Item = {"id": key, "type": _TYPES.get(source.kind, "webpage" if source.url else "manuscript")}
    for variable, names in (("author", makers(source)), ("interviewer", interviewers(source))):
        if names:
            item[variable] = [_name(name) for name in names]
    item["title"] = source.title
    if item["type"] == "article-newspaper":
        item["container-title"] = source.publisher
    item["publisher"] = source.publisher
    item["issued"] = {"date-parts": [[int(part) for part in source.issued.split("-")]]}
    if item["type"] in ("manuscript", "webpage", "speech"):
        item["genre"] = source.kind
    item["language"] = source.language
    if link or source.url:
        item["URL"] = link or safe_url(source.url or "")
    if note:
        item["note"] = note
    return item


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}
