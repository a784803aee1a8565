"""The Python interface: what `import factcheck` gives."""

from __future__ import annotations

from pathlib import Path

from factcheck import workspace as _workspace
from factcheck.comparing import compare
from factcheck.files import uncollected
from factcheck.finding import Place, find_workspace
from factcheck.lookup import lookup
from factcheck.model import Verdict

__all__ = ["Workspace", "compare", "open_workspace"]


class Workspace(_workspace.Workspace):
    """A workspace that answers."""

    def lookup(
        self,
        statement: str,
        *,
        limit: int = 3,
        curated_only: bool = False,
        min_confidence: float = 0.0,
    ) -> Verdict:
        """The verdict on `statement`, the same as the command `factcheck lookup` prints.

        `limit` is how many matches come back; `curated_only` leaves out sentences that no claim
        cites; below `min_confidence` (0 to 1) a label is withheld. Raises `errors.InputError` for an
        empty or overlong statement and `errors.WorkspaceError` for a broken workspace.
        """
        with uncollected():  # thousands of small values, without cycles
            return lookup(
                self, statement, limit=limit, curated_only=curated_only, min_confidence=min_confidence
            )


def open_workspace(path: str | Path | None = None) -> Workspace:
    """Open the workspace at `path`, or the one found upward from the current folder, or the bundled one.

    Nothing is read until it is asked for. Raises `errors.InputError` where `path` is no workspace.
    """
    place = find_workspace(Path.cwd(), None if path is None else str(path))
    if (place.root / ".factcheck" / "current").exists():
        return _open_indexed(place)
    return Workspace(place)


def _open_indexed(place: Place) -> Workspace:
    from factcheck.archive.opening import open_indexed
    from factcheck.archive.workspace import IndexedWorkspace

    class Indexed(IndexedWorkspace, Workspace):
        """A workspace that answers from its index."""

    found = open_indexed(place, indexed=Indexed, plain=Workspace)
    assert isinstance(found, Workspace)
    return found
