"""Candidates for a query: entries whose words are alike, whatever the wording."""

from factcheck.index.entries import Entry, Hit, Index
from factcheck.index.memory import MemoryIndex

__all__ = ["Entry", "Hit", "Index", "MemoryIndex"]
