"""The claims that a workspace has already, by hashes of their ids and statements: some bytes a claim."""

from __future__ import annotations

import json
import re
from pathlib import Path

from factcheck.claims import load_claims
from factcheck.contents import ALIASES_FILE, EXCEPTIONS_FILE, claims_files
from factcheck.model import Diagnostic

_BEGINS = re.compile(rb'\{"id": ?"([a-z0-9-]+)", ?"statement": ?"([^"\\\x00-\x1f]*)"')


class Known:
    """Ids with their statements. Two that are not the same count as one in 1 of 10^18 pairs."""

    def __init__(self, root: Path) -> None:
        self._statements: dict[int, int] = {}
        for path in claims_files(root):
            if path.suffix == ".jsonl":
                self._read_lines(path)
            elif path.name not in (ALIASES_FILE, EXCEPTIONS_FILE):
                found: list[Diagnostic] = []
                for claim in load_claims(path, f"claims/{path.name}", found):
                    self.add(claim.id, claim.statement)

    def add(self, identifier: str, statement: str) -> bool | None:
        """Take a claim in: True where it is new, False where it is there, None where another has its id."""
        key, value = hash(identifier), hash(statement)
        there = self._statements.get(key)
        if there is None:
            self._statements[key] = value
            return True
        return False if there == value else None

    def _read_lines(self, path: Path) -> None:
        """Lines as this program writes them are not parsed whole; what is no claim is for `validate` to tell."""
        with path.open("rb") as handle:
            for line in handle:
                begins = _BEGINS.match(line)
                try:
                    if begins:
                        self.add(begins[1].decode(), begins[2].decode())
                        continue
                    item = json.loads(line)
                    self.add(item["id"], item["statement"])
                except (ValueError, KeyError, TypeError, RecursionError):
                    continue
