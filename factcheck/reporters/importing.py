"""What an import has done, for people and for scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.reporters.layout import PLAIN, Style, plural, wrap
from factcheck.text import visible

if TYPE_CHECKING:
    from factcheck.importing import Import

_RATINGS = 10
"""How many unknown ratings are named to people."""
_WHY = {
    "id-taken": "another claim has their id",
    "neither-side": "the rating is for neither side",
    "no-address": "no address of the verdict",
    "no-claim": "no claim in words",
    "no-rating": "no rating",
    "not-a-claim": "not what a claims file may hold",
    "not-a-review": "no ClaimReview",
    "not-a-row": "a row that does not parse",
    "not-json": "not valid JSON",
    "not-utf-8": "not UTF-8",
    "not-verbatim": "the quote does not stand in its source",
    "too-deep": "nested too deeply",
    "too-large": "too large",
    "too-long": "the claim is too long for a statement",
    "truncated": "cut off",
    "unknown-rating": "a rating that the table does not know",
    "unknown-source": "the source is not in the workspace",
}
"""The reasons as people read them."""


def render_import(done: Import, style: Style) -> str:
    """How many claims were added to which file, and what was written aside for what."""
    counts = done.counts
    lines = []
    if done.changed:
        what = "The input, the settings or the files written to have changed since the last run broke off"
        lines.append(f"{what}: begun again.")
    if done.resumed:
        lines.append(f"Gone on after {plural(done.resumed, 'item')} of the last run.")
    there = f", {counts.known:,} there already" if counts.known else ""
    lines.append(f"{visible(done.path)}: {counts.added:,} added to {visible(done.into)}{there}")
    if counts.rejected:
        lines.append(f"{counts.rejected:,} rejected, written to {visible(done.aside)}:")
        for reason, count in _ordered(counts.reasons):
            lines.append(f"  {count:>9,}  {_WHY.get(reason, reason)} ({reason})")
    if counts.undated:
        taken = plural(counts.undated, "claim")
        aside = f"noted in {visible(done.aside)} (no-date)"
        lines.append(f"{taken} taken in without a date that is none, {aside}.")
    if counts.ratings:
        shown = [f"“{visible(rating)}” {count:,}" for rating, count in _ordered(counts.ratings)[:_RATINGS]]
        more = len(counts.ratings) - len(shown)
        named = ", ".join(shown) + (f" and {more} more" if more > 0 else "")
        text = f"Unknown ratings: {named}. --rating “WORDS=STANCE” says what one does."
        lines.append(wrap([(text, PLAIN)], style))
    if done.broken:
        lines.append("The input breaks off before its end: get it whole, and run this again.")
    return "\n".join(lines) + "\n"


def render_import_json(done: Import) -> str:
    """The same as one object; its schema is `import.schema.json`."""
    counts = done.counts
    data = {
        "schema_version": 1,
        "path": done.path,
        "into": done.into,
        "rejected_file": done.aside if counts.rejected or counts.undated else None,
        "items": counts.items,
        "added": counts.added,
        "known": counts.known,
        "rejected": counts.rejected,
        "undated": counts.undated,
        "reasons": dict(_ordered(counts.reasons)),
        "unknown_ratings": dict(_ordered(counts.ratings)),
        "resumed_after": done.resumed,
        "input_changed": done.changed,
        "broken": done.broken,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _ordered(counts: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
