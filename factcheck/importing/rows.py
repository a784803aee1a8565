"""Rows of a table, objects of JSON Lines, and whole claims, to claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from factcheck.importing.claimreview import Claim, Made, made
from factcheck.importing.ratings import NEITHER, STANCES, Ratings
from factcheck.importing.texts import address, claim_id, date, host, no_date, tidy
from factcheck.importing.values import Rejected
from factcheck.inquiry import MAX_STATEMENT
from factcheck.schema import acceptor, load_schema, problems

EVIDENCE = ("source", "quote", "prefix", "suffix", "speaker")
FIELDS = (
    *("statement", "also", "rating", "stance", "publisher", "url", "issued", "claimant", "claimed_on"),
    *EVIDENCE,
    *("tags", "note", "id", "checked_by", "checked_on"),
)
"""The fields of a row, in the order in which help names them."""
_LISTS = {"also": re.compile(r"\s*\|\s*"), "tags": re.compile(r"\s*[|;,]\s*")}
_DATES = ("issued", "claimed_on")
"""The fields of a publisher's verdict that are dates."""
_SHOWN_ONLY = ("schema_version", "path", "line", "sources", "speakers", "unusable")
"""Keys that `list` and `show` add to a claim."""
Holds = Callable[[Mapping[str, str]], str]
"""Why a piece of evidence cannot be used, beginning with the reason and a colon; "" where its quote stands."""


class Rows:
    """Makes claims of rows. `holds` tells whether a quote stands in a source of the workspace."""

    def __init__(self, ratings: Ratings, holds: Holds) -> None:
        schema = load_schema("claims")
        self._rules = {**schema["$defs"]["claim"], "$defs": schema["$defs"]}
        self._accepts = acceptor(self._rules)
        self._ratings, self._holds = ratings, holds

    def claim_of_row(self, row: Mapping[str, object]) -> Made | Rejected:
        """The claim of a row: by field, a text, or a list of texts. Empty ones say nothing."""
        cells = {key: value for key, value in row.items() if key in FIELDS and value not in (None, "", [])}
        statement = tidy(_text(cells.get("statement")))
        if not statement:
            return Rejected("no-claim", "`statement` is missing or empty")
        claim: Claim = {"id": _text(cells.get("id")), "statement": statement}
        for key in ("also", "tags"):
            if found := [tidy(part) for part in _parts(key, cells.get(key)) if tidy(part)]:
                claim[key] = found
        for key in ("note", "checked_by", "checked_on"):
            if key in cells:
                claim[key] = _text(cells[key]).strip()
        stance = self._stance(cells)
        if isinstance(stance, Rejected):
            return stance
        evidence = {key: _text(cells[key]) for key in EVIDENCE if key in cells}
        if "quote" in evidence:
            claim["evidence"] = [evidence | ({"stance": stance} if stance else {})]
        review = _review(cells, stance)
        if isinstance(review, Rejected):
            if "evidence" not in claim:
                return review
        else:
            claim["review"] = review
        outcome = self.claim_of(claim)
        return outcome if isinstance(outcome, Rejected) else (*outcome[:3], _undated(cells, claim))

    def claim_of(self, claim: Claim) -> Made | Rejected:
        """A whole claim, as it is, where it is sound; with an id where it has none.

        Quotes that nobody here can check are not evidence: where a publisher's verdict stands beside them
        they go into the note, else the claim is rejected.
        """
        claim = {key: value for key, value in claim.items() if value not in (None, "")}
        for key in _SHOWN_ONLY:
            claim.pop(key, None)
        statement, review = claim.get("statement"), claim.get("review")
        if isinstance(statement, str) and len(statement) > MAX_STATEMENT:
            return Rejected("too-long", f"the claim has {len(statement):,} characters")
        if isinstance(review, dict):
            claim["review"] = {key: value for key, value in review.items() if value is not None}
        if "id" not in claim and isinstance(statement, str):
            claim = {"id": claim_id(statement, _origin(claim)), **claim}
        if not self._accepts(claim):
            problem = next(problems(claim, self._rules))
            where = ".".join(str(part) for part in problem.path)
            return Rejected("not-a-claim", ": ".join(filter(None, (where, problem.message))))
        checked = self._checked(claim)
        return checked if isinstance(checked, Rejected) else made(checked)

    def _checked(self, claim: Claim) -> Claim | Rejected:
        wrong = {
            number: why for number, item in enumerate(claim.get("evidence", ())) if (why := self._holds(item))
        }
        if not wrong:
            return claim
        if "review" not in claim:
            reason, _, detail = next(iter(wrong.values())).partition(": ")
            return Rejected(reason, detail)
        kept = [item for number, item in enumerate(claim["evidence"]) if number not in wrong]
        loose = [_told(claim["evidence"][number], wrong[number]) for number in wrong]
        claim = {**claim, "note": " ".join([claim["note"], *loose] if "note" in claim else loose)}
        return (
            {**claim, "evidence": kept} if kept else {key: claim[key] for key in claim if key != "evidence"}
        )

    def _stance(self, cells: Mapping[str, object]) -> str | Rejected:
        """What the row says outright, else what its rating comes to; "" where it has neither."""
        stance = _text(cells.get("stance")).strip().lower()
        if stance and stance not in STANCES:
            return Rejected("unknown-rating", f"the stance is {stance!r}, not one of {', '.join(STANCES)}")
        if stance == NEITHER:
            return Rejected("neither-side", _text(cells.get("rating")) or stance)
        words = tidy(_text(cells.get("rating")))
        if stance or not words:
            return stance
        found = self._ratings.rated(words)
        return found if isinstance(found, Rejected) else found[1]


def _told(evidence: Mapping[str, str], why: str) -> str:
    return f"Not checked ({why.partition(': ')[2]}): “{evidence['quote']}”"


def _origin(claim: Claim) -> str:
    """Where a claim comes from, for its id."""
    review, evidence = claim.get("review"), claim.get("evidence")
    if isinstance(review, dict):
        return str(review.get("url", ""))
    first = evidence[0] if isinstance(evidence, list) and evidence else None
    return f"{first.get('source', '')}\0{first.get('quote', '')}" if isinstance(first, dict) else ""


def _review(cells: Mapping[str, object], stance: str) -> dict[str, str] | Rejected:
    rating, url = tidy(_text(cells.get("rating"))), address(cells.get("url"))
    if not rating:
        return Rejected("no-rating", "the row has neither a quote nor a `rating`")
    if url is None:
        return Rejected("no-address", "`url` is missing or no web address")
    publisher = tidy(_text(cells.get("publisher"))) or host(url)
    found = {"stance": stance, "rating": rating, "publisher": publisher, "url": url}
    others = {
        "issued": date(_text(cells.get("issued"))),
        "claimant": tidy(_text(cells.get("claimant"))),
        "claimed_on": date(_text(cells.get("claimed_on"))),
    }
    return found | {key: value for key, value in others.items() if value}


def _undated(cells: Mapping[str, object], claim: Claim) -> str:
    """The first date of the publisher's verdict that is none; "" where none is wrong."""
    given = [key for key in _DATES if key in cells and "review" in claim and key not in claim["review"]]
    return next(filter(None, (no_date(key, _text(cells[key])) for key in given)), "")


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return str(value)


def _parts(key: str, value: object) -> Iterable[str]:
    if isinstance(value, list):
        return [_text(part) for part in value]
    return _LISTS[key].split(_text(value).strip())
