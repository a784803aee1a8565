"""The statements of the files of a run, read as they are needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.checking import Part
from factcheck.cli.inputs import is_article
from factcheck.statements import COLUMNED, STDIN, read_statements

if TYPE_CHECKING:
    from factcheck.cli.articles import ArticleRun
    from factcheck.statements import Item
    from factcheck.workspace import Workspace


class Inputs(NamedTuple):
    """The files of a run and how they are read."""

    paths: tuple[str, ...]
    column: str | None = None
    stdin_filename: str | None = None
    prose: bool = False

    @property
    def has_stdin(self) -> bool:
        """Whether standard input is among them."""
        return STDIN in self.paths

    @property
    def has_columns(self) -> bool:
        """Whether any of them holds statements in a column, or under a key."""
        names = (self.stdin_filename or "" if path == STDIN else path for path in self.paths)
        return any(Path(name).suffix.lower() in COLUMNED for name in names)

    def is_article(self, path: str) -> bool:
        """Whether a file of these is read as prose."""
        return is_article(path, self.stdin_filename, prose=self.prose)

    def statements(self, path: str) -> Iterator[Item]:
        """The statements of a file that is none. Raises `InputError` while it is iterated."""
        return read_statements(path, column=self.column, stdin_filename=self.stdin_filename)


class Origin(NamedTuple):
    """Where a part comes from."""

    path: str
    size: int
    """How many statements are in it, and lines that give none."""
    article: ArticleRun | None = None
    last: bool = True
    """Whether an article ends with it."""

    @property
    def steps(self) -> int:
        """How far one has come with it, in what `count_statements` counts."""
        ended = self.article is not None and self.last
        return self.size + (self.article.others if ended and self.article else 0)


def count_statements(inputs: Inputs) -> int | None:
    """How many statements (of articles: sentences) there are; None where that cannot be told beforehand.

    Whatever can be read twice is read once for that, and not kept. Raises `InputError` for a file that
    cannot be read to its end, so that a run does not fall over it after hours.
    """
    total: int | None = 0
    for path in inputs.paths:
        if path == STDIN or (Path(path).exists() and not Path(path).is_file()):
            found = None
        elif inputs.is_article(path):
            from factcheck.cli.articles import open_article

            found = len(open_article(path, None).sentences)
        else:
            found = sum(1 for _ in inputs.statements(path))
        total = None if total is None or found is None else total + found
    return total


def read_parts(
    inputs: Inputs, workspace: Workspace, size: int, *, whole: bool, skip: int = 0
) -> Iterator[tuple[Origin, Part]]:
    """The statements in parts of at most `size`, in order, each with where it comes from.

    `whole` says that the answers themselves are wanted; of articles they always are. The first `skip`
    pieces are left out: a piece is a statement, a line that gives none, or an article.
    """
    articles: _Articles | None = None
    for path in inputs.paths:
        if inputs.is_article(path):
            if skip:
                skip -= 1
            else:
                articles = articles or _Articles(inputs, workspace)
                yield from articles.parts(path, size)
            continue
        items = inputs.statements(path)
        skip -= sum(1 for _ in islice(items, skip))
        for group in _groups(items, size):
            yield Origin(path, len(group)), Part(group, whole)


class _Articles:
    """Opens articles one by one; what they are held against is made for the first."""

    def __init__(self, inputs: Inputs, workspace: Workspace) -> None:
        from factcheck.prose.checking import Checker

        self._inputs = inputs
        self._checker = Checker(workspace)

    def parts(self, path: str, size: int) -> Iterator[tuple[Origin, Part]]:
        """The statements of an article; one part at least."""
        from factcheck.cli.articles import ArticleRun, open_article

        run = ArticleRun(self._checker.check(open_article(path, self._inputs.stdin_filename)))
        groups = list(_groups(run.statements, size)) or [()]
        for number, group in enumerate(groups, 1):
            yield Origin(path, len(group), run, number == len(groups)), Part(group, True)


def _groups(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    rest = iter(items)
    while group := tuple(islice(rest, size)):
        yield group
