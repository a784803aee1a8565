"""How a passage is cited in plain text."""

from __future__ import annotations

from factcheck.model import Document, Source

_MONTHS = "January February March April May June July August September October November December".split()


def citation(document: Document, speaker: str | None, line: int) -> str:
    """A citation that can be pasted: speaker and office, interviewer, title, publisher, date, line.

    `line` counts from 1 in the source's text.
    """
    source = document.source
    parts = [_speaker(source, speaker)] if speaker and speaker != source.publisher else []
    interviewers = [person.name for person in source.people if person.role == "interviewer"]
    if source.kind == "interview" and interviewers and speaker not in interviewers:
        parts.append(f"interview by {' and '.join(interviewers)}")
    parts += [f"“{source.title}”", source.publisher, long_date(source.issued), f"line {line}"]
    return ", ".join(parts) + "."


def long_date(issued: str) -> str:
    """`2025-07-22` as "22 July 2025", `2025-07` as "July 2025", `2025` as it is."""
    year, *rest = issued.split("-")
    if not rest or not 1 <= int(rest[0]) <= 12:
        return issued
    month = f"{_MONTHS[int(rest[0]) - 1]} {year}"
    return f"{int(rest[1])} {month}" if len(rest) > 1 else month


def _speaker(source: Source, speaker: str) -> str:
    office = next((person.office for person in source.people if person.name == speaker), None)
    return f"{speaker} ({office})" if office else speaker
