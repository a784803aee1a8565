"""References to literature inside a text: "[12]", "(Smith et al., 2020)", "<|cite|>", "infection.4".

They say where something is from, not what is so: a statement is read as if they were blank.
"""

from __future__ import annotations

import re
from functools import cache

# Every repetition is bounded: no input makes this more than linear.
_NAME = r"[A-Z][\w'’-]{1,30}"
_WORK = rf"{_NAME}(?: et al\.?|(?: (?:and|&) {_NAME}){{0,3}}),? (?:19|20)\d\d[a-z]?"
_FORMS = (
    r"\[?<\|[\w ]{1,30}\|>\]?"  # what stands for a reference in data sets and in answers of programs
    r"|\[\^?\d{1,3}(?: ?[,;–-] ?\d{1,3}){0,20}\]"  # [12] · [3, 4] · [3–5] · [^1]
    r"|\[-?@[\w:.-]{1,60}(?:; ?-?@[\w:.-]{1,60}){0,20}\]"  # pandoc: [@key; @other]
    rf"|\((?:e\.g\.,? |see |cf\. )?{_WORK}(?:; {_WORK}){{0,20}}\)"
    r"|(?:(?<=[a-z]{4}[.,])|(?<=\)[.,]))\d{1,3}(?: ?[,–-] ?\d{1,3}){0,10}(?=\s|$)"  # infection.4 · (18%).22
)
_OPENING = ("[", "<|", "(")


def without_references(text: str) -> str:
    """`text` with spaces for every reference: offsets stay what they were."""
    if not any(mark in text for mark in _OPENING) and not _is_glued(text):
        return text
    return _compiled().sub(lambda match: " " * len(match[0]), text)


def _is_glued(text: str) -> bool:
    """Whether a figure stands right behind a point or a comma."""
    return any(part[:1].isdigit() for part in text.replace(",", ".").split(".")[1:])


@cache
def _compiled() -> re.Pattern[str]:
    return re.compile(_FORMS)  # few texts need it
