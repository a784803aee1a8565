"""Where the wordings of a claim stand in its file: looked up only for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

from factcheck.errors import InputError
from factcheck.files import decode, read_bytes
from factcheck.model import Claim, Location


class Places:
    """The lines of a workspace's files, each file read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines: dict[str, list[str]] = {}

    def of_wording(self, claim: Claim, number: int) -> Location:
        """The line where the statement (0) or another wording begins; the claim's own where it cannot be told."""
        path, line = claim.location.path, claim.location.line
        if path.endswith(".jsonl"):
            return claim.location
        for wording in claim.wordings[: number + 1]:
            found = self._line_of(path, line, wording)
            if found is None:
                return claim.location
            line = found
        return Location(path, line)

    def _line_of(self, path: str, start: int, text: str) -> int | None:
        """The first line from `start` (from 1) on that holds a text, up to the next claim."""
        written = (text, json.dumps(text, ensure_ascii=False)[1:-1])
        lines = self.lines(path)
        for number in range(start, len(lines) + 1):
            line = lines[number - 1]
            if number > start and line.lstrip().startswith("[[claim]]"):
                return None
            if any(form in line for form in written):
                return number
        return None

    def lines(self, path: str) -> list[str]:
        """The lines of a file of the workspace; none where it cannot be read."""
        found = self._lines.get(path)
        if found is None:
            try:
                found = decode(read_bytes(self._root / path, path), path).split("\n")
            except InputError:
                found = []
            self._lines[path] = found
        return found
