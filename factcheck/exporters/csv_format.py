"""Claims for spreadsheets (RFC 4180): a row a quote, or a row for a claim without one.

Several wordings in one cell are divided by " | ", tags by ", ", as `factcheck import` reads them. A cell that
a spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

from factcheck.citing import Cited
from factcheck.exporters import Export
from factcheck.model import Claim, Evidence

CLAIM = ("id", "statement", "also", "tags", "note", "checked_by", "checked_on")
EVIDENCE = (
    "stance",
    "speaker",
    "quote",
    "prefix",
    "suffix",
    "source",
    "title",
    "publisher",
    "issued",
    "link",
)
PLACE = ("path", "line", "column", "start", "end")
"""Of the quote in the source's text: line and column from 1, start and end in code points from 0."""
REVIEW = (
    *("review_stance", "review_rating", "review_publisher", "review_url"),
    *("review_issued", "review_claimant", "review_claimed_on"),
)
COLUMNS = (*CLAIM, *EVIDENCE, *PLACE, *REVIEW)
_FORMULA = tuple("=+-@＝＋－＠")
"""What a formula begins with; spreadsheets of some languages take the wide forms as well."""

Row = Mapping[str, str | int | None]


def render(export: Export) -> str:
    """A header and the rows, each ended by CR LF."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_cell(row.get(name)) for name in COLUMNS] for row in _rows(export))
    return out.getvalue()


def _cell(value: str | int | None) -> str | int:
    if not isinstance(value, str):
        return "" if value is None else value
    # White space before it hides a formula from nobody but the reader.
    risky = value.lstrip().startswith(_FORMULA) or value.startswith(("\t", "\r"))
    return f"'{value}" if risky else value


def _rows(export: Export) -> Iterator[Row]:
    for claim, cited in export.claims:
        head = {**_claim(claim), **_review(claim)}
        for one, evidence in zip(cited, claim.evidence, strict=True):
            yield {**head, **_evidence(one, evidence)}
        if not cited:
            yield head


def _claim(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "statement": claim.statement,
        "also": " | ".join(claim.also),
        "tags": ", ".join(claim.tags),
        "note": claim.note,
        "checked_by": claim.checked_by,
        "checked_on": claim.checked_on,
    }


def _review(claim: Claim) -> Row:
    if claim.review is None:
        return {}
    return {f"review_{name}": value for name, value in claim.review._asdict().items()}


def _evidence(cited: Cited, evidence: Evidence) -> Row:
    passage, source = cited.passage, cited.source
    return {
        "stance": passage.stance.value,
        "speaker": passage.speaker,
        "quote": passage.quote,
        "prefix": evidence.selector.prefix,
        "suffix": evidence.selector.suffix,
        "source": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "issued": source.issued,
        "link": cited.link,
        "path": source.path,
        "line": passage.line,
        "column": passage.column,
        "start": passage.span.start,
        "end": passage.span.end,
    }
