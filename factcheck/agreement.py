"""A claim's wordings held against its own quotes: rules of `validate`.

FC302: a wording clashes with a quote that is to support it, or a quote that is to refute it bears it out.
FC303: a figure, a date or a name of a wording is in none of the claim's quotes, nor their speaker, source
or date, nor an alias of what is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.align import align
from factcheck.conflicts import conflicts
from factcheck.conflicts.pair import Pair
from factcheck.language.analysis import Analysis
from factcheck.language.comparators import Comparator
from factcheck.language.intervals import Relation as Fit
from factcheck.language.lexicon import Relation
from factcheck.language.quantity import Quantity
from factcheck.model import Claim, Conflict, Diagnostic, Severity, Stance
from factcheck.text import tokenize
from factcheck.workspace import AnchoredEvidence, Workspace


def clashes_with_own_quote(workspace: Workspace) -> Iterator[Diagnostic]:
    """FC302: what a wording says cannot be true together with the claim's own supporting quotes."""
    for claim in workspace.claims:
        found = workspace.anchored[claim.id]
        supporting = [item for item in found if item.evidence.stance is Stance.SUPPORTS]
        if not supporting:
            continue
        for wording in claim.wordings:
            clash = _clash_with_all(workspace, wording, supporting)
            if clash:
                yield _clash(claim, wording, *clash)


def without_evidence(workspace: Workspace) -> Iterator[Diagnostic]:
    """FC303: figures, dates and names of a wording that nothing in the claim's evidence holds."""
    for claim in workspace.claims:
        found = workspace.anchored[claim.id]
        if not found or any(item.evidence.stance is Stance.REFUTES for item in found):
            continue
        settings = [_Setting(workspace, item) for item in found]
        for wording in claim.wordings:
            for missing in _missing(wording, settings):
                message = f"nothing in the evidence holds “{missing}” of “{wording}”"
                yield Diagnostic(
                    "FC303",
                    Severity.WARNING,
                    message,
                    claim.location,
                    "quote the passage that says so, leave it out, or name the alias in claims/aliases.toml",
                    claim.id,
                )


def _clash(claim: Claim, wording: str, pair: Pair, conflict: Conflict) -> Diagnostic:
    mine = conflict.statement_span.of(pair.statement.text)
    theirs = conflict.evidence_span.of(pair.evidence.text)
    message = f"“{wording}” clashes with its own quote ({conflict.code}): “{mine}” and “{theirs}”"
    return Diagnostic(
        "FC302",
        Severity.ERROR,
        message,
        claim.location,
        "say what the quote says, or quote another passage",
        claim.id,
    )


def _clash_with_all(
    workspace: Workspace, wording: str, quotes: list[AnchoredEvidence]
) -> tuple[Pair, Conflict] | None:
    """The first clash of a wording, where every one of the quotes clashes with it: each suffices alone."""
    first: tuple[Pair, Conflict] | None = None
    for item in quotes:
        pair = _pair(workspace, wording, item)
        clashes = [conflict for conflict in conflicts(pair) if conflict.code != "modality"]
        if not clashes:
            return None
        first = first or (pair, clashes[0])
    return first


def _pair(workspace: Workspace, wording: str, item: AnchoredEvidence) -> Pair:
    issued = item.document.source.issued
    statement = workspace.analysis(wording, issued)
    quote = workspace.analysis(item.span.of(item.document.text), issued)
    return Pair(statement, quote, align(statement, quote, workspace.lexicon), workspace.lexicon)


def _missing(wording: str, settings: Sequence[_Setting]) -> list[str]:
    """The figures, dates and names of a wording that none of the quotes holds."""
    absent = [setting.absent(wording) for setting in settings]
    return [text for text in absent[0] if all(text in other for other in absent[1:])]


SMALL = 3
"""Figures up to this one are said in many ways: both, a couple, a pair of names."""
LETTERS = 2
"""A shorter word in capitals is an abbreviation, not the beginning of a sentence."""
LEAST_SHARED = 4
"""Letters that two words must share at their beginning to be taken for forms of one."""
_SAME = (Relation.SAME, Relation.DERIVED, Relation.SYNONYM)


class _Setting:
    """A quote with what its surroundings account for: people, publisher, date, the paragraphs around it."""

    def __init__(self, workspace: Workspace, item: AnchoredEvidence) -> None:
        self._workspace = workspace
        self._item = item
        self._lexicon = workspace.lexicon
        source = item.document.source
        issued = int(source.issued[:4])
        self._years = (str(issued), str(issued - 1))
        people = " ".join(f"{person.name} {person.office or ''}" for person in source.people)
        words = tokenize(f"{people} {source.publisher} {source.title} {_around(item)}")
        plain = {token.text.removesuffix("'s") for token in words if token.raw[0].isupper()}
        self._known = frozenset(plain.union(*(self._meant(word) for word in sorted(plain))))
        self._places = [word for word in sorted(self._known) if self._lexicon.is_place(word)]
        self._asked: dict[str, bool] = {}

    def absent(self, wording: str) -> list[str]:
        """The figures, dates and names of a wording that neither the quote nor its setting holds."""
        pair = _pair(self._workspace, wording, self._item)
        statement, alignment = pair.statement, pair.alignment
        figures = {found.statement for found in alignment.figures if found.fit is not Fit.REFUTES}
        dates = {found.statement for found in alignment.dates if found.fit is not Fit.REFUTES}
        linked = alignment.linked()
        texts = [
            figure.span.of(statement.text)
            for number, figure in enumerate(statement.quantities)
            if number not in figures and _is_told(figure)
        ]
        texts += [
            date.span.of(statement.text)
            for number, date in enumerate(statement.dates)
            if number not in dates
            and date.explicit
            and not date.span.of(statement.text).endswith(self._years)
        ]
        return texts + [
            name.span.of(statement.text)
            for name in statement.names
            if not any(
                index in linked or self._holds(statement, index) for index in range(name.first, name.last)
            )
        ]

    def _holds(self, statement: Analysis, index: int) -> bool:
        word = statement.words[index]
        if word.date >= 0 or word.figure >= 0 or self._begins(statement, index):
            return True
        if word.text not in self._asked:
            self._asked[word.text] = self._is_known(word.text)
        return self._asked[word.text]

    def _begins(self, statement: Analysis, index: int) -> bool:
        """True for a word that is capital only because it begins a sentence or a quotation."""
        word = statement.words[index]
        before = statement.text[: word.span.start].rstrip("\"“‘'( ")
        initial = not before or before[-1] in ".!?:;"
        return initial and len(word.text) > LETTERS and not self._lexicon.is_name(word.text)

    def _is_known(self, word: str) -> bool:
        """True for a word of the setting, another form of one, its people, or a place within or around it."""
        meant = self._meant(word)
        if not self._known.isdisjoint({word, *meant}):
            return True
        within = self._lexicon.within
        for mine in (word, *sorted(meant)):
            if any(within(mine, other) or within(other, mine) for other in self._places):
                return True
        return any(
            self._lexicon.relation(word, other) in _SAME or _same_beginning(word, other)
            for other in self._known
        )

    def _meant(self, word: str) -> frozenset[str]:
        """What a name may stand for: the place of a people, the country of a capital that is its government."""
        demonym = self._lexicon.demonym(word)
        groups = [
            group for group in self._workspace.aliases if word in (name.casefold() for name in group.names)
        ]
        names = {token.text for group in groups for name in group.names for token in tokenize(name)}
        return frozenset(names | ({demonym} if demonym else set()))


def _same_beginning(one: str, other: str) -> bool:
    """True for West and Western, Iran and Iranian."""
    short, long = sorted((one, other), key=len)
    return len(short) >= LEAST_SHARED and long.startswith(short)


def _is_told(figure: Quantity) -> bool:
    """True for a figure that can only come from the text: no ordinal, no vague word, none of the smallest."""
    if figure.ordinal or figure.fraction_of_whole or figure.comparator is Comparator.VAGUE:
        return False
    return abs(figure.figure) > SMALL


def _around(item: AnchoredEvidence) -> str:
    """The paragraph of a quote, and the one before it, which its pronouns may go back to."""
    text = item.document.text
    start = text.rfind("\n\n", 0, max(text.rfind("\n\n", 0, item.span.start), 0)) + 2
    end = text.find("\n\n", item.span.end)
    return text[max(start, 0) : end if end >= 0 else len(text)]
