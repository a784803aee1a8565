"""Candidates from tantivy, a search library in Rust: twenty times as fast as FTS5 at a million entries.

It comes with the extra `archive`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from factcheck.errors import MissingExtraError
from factcheck.index.engines import DamagedIndexError, WeighedTerm


def library() -> Any:  # noqa: ANN401
    """The library. Raises `MissingExtraError`, naming the extra, where it is not installed."""
    try:
        import tantivy
    except ImportError:
        raise MissingExtraError(
            "the index is one of tantivy, which is not installed",
            'pip install "factcheck-cli[archive]", or build it anew: factcheck index --engine fts5',
        ) from None
    return tantivy


class TantivyEngine:
    """Finds entries in the index of a folder."""

    pool = 40
    is_exact = True

    def __init__(self, folder: Path) -> None:
        """Raises `MissingExtraError` where tantivy is not installed, `DamagedIndexError` where there is no index."""
        self._tantivy = library()
        try:
            index = self._tantivy.Index.open(str(folder))
            index.config_reader(reload_policy="manual", num_warmers=0)
            self._schema = index.schema
            self._searcher = index.searcher()
        except (ValueError, OSError) as error:
            raise DamagedIndexError(str(error)) from error

    def find(self, terms: Sequence[WeighedTerm], limit: int, *, wide: bool = False) -> dict[int, float]:
        """The entries with the highest BM25. Raises `DamagedIndexError`."""
        if not terms:
            return {}
        query, searcher = self._tantivy.Query, self._searcher
        any_of = self._tantivy.Occur.Should
        wanted = []
        for term in terms:
            one = query.term_query(self._schema, "terms", term.term, index_option="freq")
            wanted.append((any_of, one if term.likeness == 1.0 else query.boost_query(one, term.likeness)))
        try:
            found = searcher.search(query.boolean_query(wanted), limit, count=False).hits
            keys = searcher.fast_field_values("key", [address for _, address in found])
        except (ValueError, TypeError, OSError) as error:
            raise DamagedIndexError(str(error)) from error
        return {int(key): score for key, (score, _) in zip(keys, found, strict=True)}
