"""Texts of strangers made fit for a claims file: tidy, dated, named."""

from __future__ import annotations

import datetime
import html
import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>|<!--.{0,300}?-->", re.DOTALL)
_DATE = re.compile(
    r"\s*((?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?![-\d]))", re.ASCII
)
_SCHEMES = ("http://", "https://")
_SHORTEST = len("https://")
_ADDRESS = re.compile(r"https?://\S+")
_PLAIN = bytes(code if chr(code).isalnum() else 32 for code in bytes(range(128)).lower()) + bytes(128)
"""Letters small, digits, and spaces for all else."""
_SLUG_WORDS, _SLUG_LENGTH, _SLUG_FROM = 7, 60, 80
_HASH = 10
"""Hexadecimal digits of an id: with the words before them no two of some millions are the same by chance."""
_KEPT = "\u200c\u200d"
"""Joiners, which scripts need."""


def tidy(text: str) -> str:
    """A text on one line with single spaces, without markup and without characters that nobody sees."""
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    if text.isprintable():  # no white space in it but plain spaces
        return text if "  " not in text and text[:1] != " " != text[-1:] else " ".join(text.split())
    text = " ".join(text.split())
    return text if text.isprintable() else _visible(text)


@lru_cache(maxsize=8192)
def _known(text: str) -> str:
    return tidy(text)


def tidy_name(text: str) -> str:
    """The same as `tidy`, for what stands many times: names, ratings."""
    return _known(text) if len(text) < _NAME else tidy(text)


_NAME = 100
"""Characters of a name that is remembered."""


def _visible(text: str) -> str:
    kept = (char for char in text if char in _KEPT or unicodedata.category(char) not in ("Cc", "Cf", "Co"))
    return " ".join("".join(kept).split())


def date(text: object) -> str | None:
    """The date that a text begins with, ISO 8601, without its time; None for none, and for no day of the calendar."""
    if not isinstance(text, str):
        return None
    return _day(text) if len(text) == _DAY else _date(text)


def _date(text: str) -> str | None:
    found = _DATE.match(text)
    if found is None:
        return None
    if len(found[1]) == _DAY:
        try:
            datetime.date.fromisoformat(found[1])
        except ValueError:  # the 30th of February
            return None
    return found[1]


def no_date(key: str, given: object) -> str:
    """What is told of a value that was given for a date and is none; "" for a blank one, which says nothing."""
    if not isinstance(given, str):
        return f"`{key}` is no date: left out, the claim is taken in"
    shown = tidy(given[:_TOLD])
    return f"`{key}` is “{shown}”, which is no date: left out, the claim is taken in" if shown else ""


_day = lru_cache(maxsize=8192)(_date)
"""Days are few."""
_DAY = len("2025-07-22")
_TOLD = 80
"""Characters of what is no date that are told."""


def address(text: object) -> str | None:
    """A web address without white space around it; None for what is none."""
    if not isinstance(text, str):
        return None
    if text.isascii() and text.isprintable() and " " not in text and text.startswith(_SCHEMES):
        return text if len(text) > _SHORTEST else None
    text = text.strip()
    return text if _ADDRESS.fullmatch(text) and text.isprintable() else None


def host(url: str) -> str:
    """The name of the site of an address."""
    name = url.split("/", 3)[2].rpartition("@")[2].partition(":")[0]
    return name.removeprefix("www.").lower()


def claim_id(statement: str, url: str) -> str:
    """The same id for the same statement at the same address: its first words, and a hash of both.

    Raises `UnicodeEncodeError` for half of a surrogate pair.
    """
    digest = sha256(f"{url}\0{statement}".encode()).hexdigest()[:_HASH]
    begins = statement[:_SLUG_FROM]
    if not begins.isascii():
        begins = unicodedata.normalize("NFKD", begins)
    words = begins.encode("ascii", "ignore").translate(_PLAIN, b"'").split(None, _SLUG_WORDS)
    slug = b"-".join(words[:_SLUG_WORDS]).decode()
    if len(slug) > _SLUG_LENGTH:
        slug = slug[:_SLUG_LENGTH].rpartition("-")[0] or slug[:_SLUG_LENGTH]
    return f"{slug or 'claim'}-{digest}"
