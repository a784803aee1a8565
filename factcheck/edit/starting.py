"""`init`: a workspace with one small source and one claim, to be replaced by one's own."""

from __future__ import annotations

import hashlib
from pathlib import Path

from factcheck.contents import SOURCES_FILE, claims_files
from factcheck.errors import InputError
from factcheck.model import Edit

_TEXT = """\
Ines Varga, keeper of the lighthouse of Porto Lume: The light has never gone out

The lighthouse of Porto Lume was built in 1887. It is 31 metres tall.

Q: Who looks after the light today?

A: Two keepers do, and I am one of them. The light was electrified in 1952.
"""

_SOURCES = """\
# The texts that the claims quote. `sha256` is of the file's bytes: a text that changes is noticed.
# `factcheck source add FILE` takes another one in. This one is invented: replace it by your own.

[[source]]
id = "example"
path = "src_text/example.txt"
sha256 = "{sha256}"
title = "The light has never gone out"
kind = "interview"
publisher = "Lume Courier"
issued = "2024-06"
language = "en"

[[source.people]]
name = "Ines Varga"
role = "interviewee"
office = "keeper of the lighthouse of Porto Lume"

[[source.people]]
name = "Tomas Reyl"
role = "interviewer"

[source.layout]
type = "turns-by-name"
names = {{ "Q" = "Tomas Reyl", "A" = "Ines Varga" }}
introduction = "Lume Courier"
"""

_CLAIMS = """\
# One claim a fact: a statement, other wordings of it, and the words of a source that bear it out.
# `factcheck add` writes another one; `factcheck validate` checks them all.

[[claim]]
id = "lighthouse-built"
statement = "The lighthouse of Porto Lume was built in 1887."
also = ["The lighthouse of Porto Lume dates from 1887."]
tags = ["lighthouse"]

[[claim.evidence]]
source = "example"
quote = 'The lighthouse of Porto Lume was built in 1887.'
speaker = "Lume Courier"
"""


def starting_edits(root: Path) -> tuple[Edit, ...]:
    """The edits that make a workspace of a folder. Raises `InputError` where it is one already."""
    if (root / SOURCES_FILE).exists() or claims_files(root):
        raise InputError(f"{root}: is a workspace already", "nothing was written; name another folder")
    text = _TEXT.encode("utf-8")
    sources = _SOURCES.format(sha256=hashlib.sha256(text).hexdigest())
    return (
        Edit("src_text/example.txt", None, text),
        Edit(SOURCES_FILE, None, sources.encode("utf-8")),
        Edit("claims/claims.toml", None, _CLAIMS.encode("utf-8")),
    )
