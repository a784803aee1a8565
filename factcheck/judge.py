"""One statement meets one piece of evidence: the one place that decides.

The order is the one of VERDICTS: what does the text account for; do the two conflict; only then a label.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from factcheck.align import LOCATIVE, Comparison, align
from factcheck.calibrate import Calibration
from factcheck.conflicts import conflicts, overreaching, polarity, roles
from factcheck.conflicts.matter import clause_of
from factcheck.conflicts.pair import Pair
from factcheck.index.stems import stem
from factcheck.inquiry import REPORTING
from factcheck.language.analysis import READINGS, Analysis
from factcheck.language.frames import read_phrases
from factcheck.language.intervals import Relation as Fit
from factcheck.language.lexicon import Lexicon
from factcheck.language.negation import negations
from factcheck.language.negation_kinds import Negation
from factcheck.language.reach import sentence_of
from factcheck.measure import (
    NEGATING,
    SCOPING,
    Accounts,
    Features,
    coherence,
    is_scoping,
    likeness,
    measure,
    share_of,
    word_weights,
)
from factcheck.model import Conflict, Label, Reason, Span, Stance
from factcheck.records import NamedTuple

SAME_WORDING = 0.97
"""From this likeness on, a statement is one of the claim's own wordings."""
SAME_MATTER = 0.6
"""From this share of the rest on, a clash is one about the same matter."""
HEAVY, NEARLY_ALL = 0.5, 0.92
"""A word of so much weight that nothing accounts for leaves a statement undecided, unless so much of it is
accounted for."""
IN_ORDER = 0.8
"""From this coherence on, a text says what a statement says in the same order."""
DATED_MATTER, WELL_MATCHED = 0.65, 0.7
"""The same where the clash is one of dates or figures, and where a name, a figure or a verb is missing too."""
WORDING_SHARE = 0.85
"""How much of a word another wording of the same claim accounts for."""


class Judgement(NamedTuple):
    """What a text does to a statement. Spans in `conflicts` and `matched` are of that text.

    `confidence` is the probability, 0 to 1, that `label` is right.
    """

    label: Label
    reason: Reason
    confidence: float
    features: Features
    conflicts: tuple[Conflict, ...]
    unaccounted: tuple[Span, ...]
    matched: tuple[Span, ...]
    text: str
    """The text that the statement was held against."""


class ClaimJudgement(NamedTuple):
    """What a claim does to a statement: by its wordings, and by each of its quotes alone."""

    whole: Judgement
    """The claim's proposition, taken to be true; its spans are of the text that is nearest."""
    quotes: tuple[Judgement, ...]


class Judge:
    """Decides, with one lexicon and one calibration."""

    def __init__(self, lexicon: Lexicon, calibration: Calibration) -> None:
        self._lexicon = lexicon
        self._calibration = calibration
        self._statement: Analysis | None = None
        self._held: dict[Analysis, tuple[Pair, tuple[Conflict, ...]]] = {}
        """By text, what the last statement was held against: several claims may rest on one quote."""

    def pair(self, statement: Analysis, evidence: Analysis, known: Collection[str] = ()) -> Judgement:
        """Hold a statement against one text that is taken to be true.

        `known` are words that the setting accounts for: the speaker's name and office, say.
        """
        pair, found = self._hold(statement, evidence)
        return self._decide(pair, accounts(pair, known), found)

    def claim(
        self,
        statement: Analysis,
        wordings: Sequence[Analysis],
        quotes: Sequence[tuple[Analysis, Stance]],
        known: Collection[str] = (),
        said: Collection[str] = (),
        own: Collection[str] = (),
    ) -> ClaimJudgement:
        """Hold a statement against a claim: its wordings say the same as its supporting quotes.

        A word is accounted for if any of them accounts for it; `said` are the stems of further
        wordings, `own` the words of the body that "we" stands for in the quotes. A clash with any of them
        counts, unless the statement is one of them.
        """
        stated = [self._hold(statement, wording) for wording in wordings]
        quoted = [self._hold(statement, quote) for quote, _ in quotes]
        supporting = [
            pair for (pair, _), (_, stance) in zip(quoted, quotes, strict=True) if stance is Stance.SUPPORTS
        ]
        texts = [*(pair for pair, _ in stated), *supporting] or [pair for pair, _ in quoted]
        judged = {id(pair): (accounts(pair, known), found) for pair, found in stated}
        judged |= {id(pair): (accounts(pair, known, own), found) for pair, found in quoted}
        nearest = max(texts, key=lambda pair: _nearness(pair, judged))
        several = [judged[id(pair)][0] for pair in texts]
        together = _together(statement, several, said, judged[id(nearest)][0])
        refuting = not supporting and bool(quotes)
        found = judged[id(nearest)][1] if refuting else _clashes(statement, texts, judged, nearest)
        if not found and not refuting:
            found = _denial(nearest, together)
        exchanged = not self._is_worded(nearest, judged[id(nearest)]) and any(
            any(roles.overreach(pair)) for pair in texts
        )
        return ClaimJudgement(
            self._decide(nearest, together, found, exchanged=exchanged),
            tuple(self._decide(pair, *judged[id(pair)]) for pair, _ in quoted),
        )

    @staticmethod
    def _is_worded(nearest: Pair, judged: tuple[Accounts, tuple[Conflict, ...]]) -> bool:
        """True where one text has every word of the statement, in its order, and the same in every part."""
        known, found = judged
        if found or known.loose or any(roles.overreach(nearest)):
            return False
        return coherence(nearest.alignment.links, nearest.statement) >= IN_ORDER

    def _hold(self, statement: Analysis, evidence: Analysis) -> tuple[Pair, tuple[Conflict, ...]]:
        """The two aligned, and their conflicts."""
        if self._statement is not statement:
            self._statement = statement
            self._held.clear()
        known = self._held.get(evidence)
        if known is None:
            pair = Pair(statement, evidence, align(statement, evidence, self._lexicon), self._lexicon)
            known = self._held[evidence] = pair, conflicts(pair)
        return known

    def _decide(
        self, pair: Pair, known: Accounts, found: tuple[Conflict, ...], *, exchanged: bool = False
    ) -> Judgement:
        """`exchanged`: another text that says the same has somebody else in a place of the statement."""
        features = measure(pair, known, found, overreach=exchanged or overreaching(pair))
        label, reason, confidence = self._label(features, found)
        return Judgement(
            label=label,
            reason=reason,
            confidence=confidence,
            features=features,
            conflicts=found,
            unaccounted=_unaccounted(pair.statement, known.loose, found),
            matched=tuple(sorted({pair.evidence.words[index].span for index in pair.alignment.taken})),
            text=pair.evidence.text,
        )

    def _label(self, features: Features, found: tuple[Conflict, ...]) -> tuple[Label, Reason, float]:
        if any(conflict.code != "modality" for conflict in found):
            sure = self._sure(Label.REFUTED, features) if _same_matter(features, found) else None
            if sure is not None:
                return Label.REFUTED, Reason.CONFLICT, sure
            return self._undecided(Reason.UNDECIDED, features)
        if found:
            return self._undecided(Reason.MODALITY, features)
        heavy = features.heaviest >= HEAVY and features.coverage < NEARLY_ALL
        sure = None if features.must_have or heavy else self._sure(Label.SUPPORTED, features)
        if sure is None:
            return self._undecided(Reason.UNACCOUNTED, features)
        if features.overreach:
            return self._undecided(Reason.UNDECIDED, features)
        return Label.SUPPORTED, Reason.MATCH, sure

    def _sure(self, label: Label, features: Features) -> float | None:
        """The probability of a label, or None where it is not sure enough."""
        sure = self._calibration.confidence(label, features)
        return sure if sure >= self._calibration.threshold(label) else None

    def _undecided(self, reason: Reason, features: Features) -> tuple[Label, Reason, float]:
        label = Label.NOT_ENOUGH_INFO
        return label, reason, self._calibration.confidence(label, features)


def _same_matter(features: Features, found: Sequence[Conflict]) -> bool:
    """Whether a clash is one about the same matter.

    Another date or figure says nothing of an event unless all else that tells it apart is there.
    """
    if all(conflict.code in ("date", "quantity", "modality") for conflict in found):
        if features.loose_names:
            return False  # somebody else's
        return features.matter >= DATED_MATTER and not (features.must_have and features.matter < WELL_MATCHED)
    return features.matter >= SAME_MATTER


def accounts(pair: Pair, known: Collection[str] = (), own: Collection[str] = ()) -> Accounts:
    """How much of each word of the statement the text accounts for; `known` where it says who says so, `own`
    where the text says "we"."""
    statement, alignment = pair.statement, pair.alignment
    linked = alignment.linked()
    denied = _denials_accounted_for(pair)
    figures, dates = _settled(alignment.figures), _settled(alignment.dates)
    attributed = known if _reports(statement) else ()
    own = own if own and _speaks_for_itself(pair.evidence) else ()
    shares = []
    for index, word in enumerate(statement.words):
        if word.text in NEGATING:
            shares.append(1.0 if index in denied else 0.0)
        elif is_scoping(word):
            shares.append(
                1.0
                if any(
                    is_scoping(other) and other.text in SCOPING[word.text] for other in pair.evidence.words
                )
                else 0.0
            )
        elif word.figure >= 0:
            shares.append(1.0 if word.figure in figures else 0.0)
        elif word.date >= 0:
            shares.append(1.0 if word.date in dates else 0.0)
        elif word.text in attributed or word.lemma in attributed:
            shares.append(1.0)
        elif word.text in own and index not in linked and _speaks_as(pair, index):
            shares.append(WORDING_SHARE)
        else:
            shares.append(share_of(linked.get(index)))
    return Accounts(shares, word_weights(statement))


def _denials_accounted_for(pair: Pair) -> set[int]:
    """The words that deny in a statement whose denial the text shares.

    Of a denial whose focus has a counterpart, the counterpart must be denied as well; of another one it is
    enough that the text denies something, and nothing else of the statement's.
    """
    if not _negates(pair.statement):
        return set()
    theirs = negations(pair.evidence)
    ties = pair.ties
    negating = {index for index, word in enumerate(pair.statement.words) if word.text in NEGATING}
    if not _negates(pair.evidence) and not theirs:
        return set()
    lost: set[int] = set()
    free = set(range(len(theirs)))
    open_ended: list[Negation] = []
    for negation in negations(pair.statement):
        targets = {target for focus in negation.focus for target in ties.of(focus)}
        shared = {
            number
            for number, other in enumerate(theirs)
            if any(
                target in other.focus or other.scope[0] <= target < other.scope[1] or target == other.verb
                for target in targets
            )
        }
        free -= shared
        if not targets:
            open_ended.append(negation)
        elif not shared:
            lost.update(range(*negation.cue))
    for negation in open_ended[len(free) :] if theirs else ():
        lost.update(range(*negation.cue))
    return negating - lost


@lru_cache(maxsize=READINGS)
def _negates(analysis: Analysis) -> bool:
    return any(word.text in NEGATING for word in analysis.words)


@lru_cache(maxsize=READINGS)
def _speaks_for_itself(analysis: Analysis) -> bool:
    """True for a text with "we" or "our"."""
    return any(word.text in _FIRST_PERSON for word in analysis.words)


def _speaks_as(pair: Pair, index: int) -> bool:
    """True unless a name is the subject of something that the text says of somebody else than "we"."""
    if index and pair.statement.words[index - 1].text in LOCATIVE:
        return False
    for clause in pair.statement.clauses:
        if not any(phrase.first <= index < phrase.last for phrase in clause.subjects):
            continue
        verb = pair.alignment.partner(clause.verb)
        found = clause_of(pair.evidence, verb) if verb is not None else None
        subject = found.subject if found is not None else None
        if subject is not None and pair.evidence.words[subject.first].text not in _FIRST_PERSON:
            return False
    return True


_FIRST_PERSON = frozenset("we us our ours ourselves".split())


@lru_cache(maxsize=READINGS)
def _reports(analysis: Analysis) -> bool:
    return any(word.lemma in REPORTING for word in analysis.words)


def _settled(comparisons: Iterable[Comparison]) -> set[int]:
    return {
        comparison.statement
        for comparison in comparisons
        if comparison.fit is Fit.SUPPORTS and comparison.same_thing
    }


def _together(
    statement: Analysis, several: Sequence[Accounts], said: Collection[str], nearest: Accounts
) -> Accounts:
    """What texts that say the same account for together.

    Names, figures and dates must stand in one of them: from here and there they may be put together wrongly. So must
    a noun with the name before it: the Peruvian flag.
    """
    beside = _names_beside(statement)
    shares = []
    for index, word in enumerate(statement.words):
        if word.name >= 0 or word.figure >= 0 or word.date >= 0:
            shares.append(nearest.shares[index])
            continue
        names = beside.get(index, ())
        share = max(
            [known.shares[index] for known in several if all(known.shares[name] for name in names)],
            default=nearest.shares[index],
        )
        unnamed = not share and not names and stem(word.text) in said
        shares.append(WORDING_SHARE if unnamed else share)
    return Accounts(shares, nearest.weights)


@lru_cache(maxsize=READINGS)
def _names_beside(statement: Analysis) -> dict[int, tuple[int, ...]]:
    """By the head of a noun phrase, the words of names that stand before it there."""
    found = {}
    for phrase in read_phrases(statement):
        if statement.words[phrase.head].name < 0:
            names = tuple(at for at in range(phrase.first, phrase.head) if statement.words[at].name >= 0)
            if names:
                found[phrase.head] = names
    return found


def _nearness(pair: Pair, judged: Mapping[int, tuple[Accounts, tuple[Conflict, ...]]]) -> tuple[float, int]:
    """What the nearest text is chosen by: coverage, a clash weighing against it; the shorter of equals."""
    known, found = judged[id(pair)]
    total = sum(known.weights)
    covered = sum(weight * share for weight, share in zip(known.weights, known.shares, strict=True))
    return round(covered / total - 0.25 * bool(found), 6) if total else 0.0, -len(pair.evidence.words)


def _clashes(
    statement: Analysis,
    texts: Sequence[Pair],
    judged: Mapping[int, tuple[Accounts, tuple[Conflict, ...]]],
    nearest: Pair,
) -> tuple[Conflict, ...]:
    """The clashes with any of the texts, those with the nearest first; none where a wording is the statement.

    A figure or a date that one of the texts bears out, or leaves open, clashes with none of them.
    """
    if not judged[id(nearest)][1] and likeness(statement, nearest.evidence) >= SAME_WORDING:
        return ()
    if any(says(pair.evidence, statement) for pair in texts):
        return ()
    borne = {span for pair in texts for span in _not_excluded(pair)}
    ordered = [nearest, *(pair for pair in texts if pair is not nearest)]
    return tuple(
        conflict
        for pair in ordered
        for conflict in judged[id(pair)][1]
        if conflict.statement_span not in borne
    )


def _denial(nearest: Pair, together: Accounts) -> tuple[Conflict, ...]:
    """The clash of a statement whose denial alone the texts of a claim do not account for."""
    known = {index for index, share in enumerate(together.shares) if share}
    found = polarity.denies_what_is_so(nearest, known)
    return (found,) if found else ()


def says(text: Analysis, statement: Analysis) -> bool:
    """True where a sentence of the text, or several on end, are the statement word for word."""
    words = [word.text for word in statement.words]
    size = len(words)
    for start in range(len(text.words) - size + 1):
        if (
            text.words[start].text == words[0]
            and [word.text for word in text.words[start : start + size]] == words
        ):
            first, last = sentence_of(text, start)[0], sentence_of(text, start + size - 1)[1]
            return first == start and last == start + size
    return False


def _not_excluded(pair: Pair) -> list[Span]:
    """The figures and dates of the statement that a text has something to say of and does not exclude."""
    statement, alignment = pair.statement, pair.alignment
    figures = [statement.quantities[found.statement].span for found in alignment.figures if _open(found)]
    return figures + [statement.dates[found.statement].span for found in alignment.dates if _open(found)]


def _open(found: Comparison) -> bool:
    return found.fit is not Fit.REFUTES and found.same_thing


def _unaccounted(statement: Analysis, loose: Sequence[int], found: Sequence[Conflict]) -> tuple[Span, ...]:
    """The stretches that nothing accounts for, those that clash left out: of them something is known."""
    spans = [_whole_expression(statement, index) for index in loose]
    free = [span for span in spans if not any(span.overlaps(clash.statement_span) for clash in found)]
    return merge_spans(statement.text, free)


def _whole_expression(statement: Analysis, index: int) -> Span:
    """A word, or the whole figure or date that it stands for."""
    word = statement.words[index]
    if word.figure >= 0:
        return statement.quantities[word.figure].span
    return statement.dates[word.date].span if word.date >= 0 else word.span


def merge_spans(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbouring spans with nothing but white space between them become one."""
    merged: list[Span] = []
    for span in spans:
        if merged and text[merged[-1].end : span.start].isspace():
            merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return tuple(merged)


_OPPOSITE = {Label.SUPPORTED: Label.REFUTED, Label.REFUTED: Label.SUPPORTED}


def under_stance(judgement: Judgement, stance: Stance) -> Judgement:
    """A judgement on a wording, turned into one on its claim: refuting evidence turns it round.

    A statement that clashes with a refuted wording is supported only where it denies it; another
    figure than a false one is not thereby true.
    """
    if stance is Stance.SUPPORTS or judgement.label is Label.NOT_ENOUGH_INFO:
        return judgement
    if judgement.label is Label.REFUTED and any(found.code != "polarity" for found in judgement.conflicts):
        return judgement._replace(label=Label.NOT_ENOUGH_INFO, reason=Reason.UNDECIDED)
    return judgement._replace(label=_OPPOSITE[judgement.label], reason=Reason.CURATED)
