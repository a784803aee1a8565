"""What a file of statements gives: a statement, or a diagnostic for a line that does not parse."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Diagnostic, Location, Severity
from factcheck.schema import nearest


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of a file. `location` is the place of its first character, where that can be told."""

    text: str
    """Without white space at its ends; never empty."""
    location: Location
    claim_id: str | None = None
    """The claim's id, where the statement is one of a claims file."""


Item = Statement | Diagnostic


def wrong(message: str, location: Location, mend: str = "") -> Diagnostic:
    """The diagnostic for a line that gives no statement."""
    return Diagnostic("FC404", Severity.ERROR, message, location, mend)


def other_name(name: str, known: list[str]) -> str:
    """The mend where a file has no column or key `name`: the nearest that it has, else all of them."""
    near = nearest(name, known)
    if near:
        return f"did you mean `{near}`? Name it with --column"
    return f"name another with --column; there are: {', '.join(known[:12])}" if known else ""
