"""Fits the weights of `kin_features` and prints what scores mean: `python -m benchmarks.fit_kin MOBY DICT FILES`.

MOBY is `mthesaur.txt`, DICT as for `benchmarks.build_lexicon`, the files hold JSON Lines with
`statement`, `evidence` and `label`. Nobody has marked which words of a statement stand for which of its
evidence. But of the pairs of words (of one part of speech, neither accounted for) of a supported
statement and its evidence, some are the same thing in other words; of a statement and the evidence of
another one, none but by chance. So the score is fitted as the share of true pairs among those that look
alike: 1 - chance / found. To learn to tell the same thing from what merely belongs to the matter, the
weights are found with the pairs of refuted statements as part of the chance (`REFUTED`); then the score
is set against chance alone. A file's supported pairs are diluted, more so where the texts are long: that
is fitted for each file, and the score is the probability in texts of a sentence or two, `REFERENCE`.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp
from pathlib import Path
from typing import Any

from benchmarks.kin_features import KinFeatures, KinReader, kin_score
from benchmarks.moby import Moby
from benchmarks.sets import SEED, read_rows
from benchmarks.wordnet import load
from factcheck.align import align
from factcheck.language.analysis import Analysis, Analyst
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Aliases
from factcheck.language.tags import Tag

REFUTED = 0.4
REFERENCE = ("counterfactual_nli_train.jsonl", "fever_symmetric_dev.jsonl")
OTHERS = 3
"""With the evidence of how many other statements each is paired."""
PARTS = {Tag.NOUN: "n", Tag.VERB: "v", Tag.ADJECTIVE: "a", Tag.ADVERB: "a"}
FOUND, FALSE, CHANCE = "supported", "refuted", "chance"
PENALTY = 0.3
DILUTED = 0.25
"""What the pairs of files that are not `REFERENCE` weigh."""

Open = tuple[str, str]
"""A lemma and its part of speech."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A pair of words that something ties, and where it was met."""

    file: str
    origin: str
    words: tuple[str, str]
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A meeting to fit on: whether it was of a supported pair, what it weighs, its values."""

    found: bool
    weight: float
    values: tuple[float, ...]


@dataclass(slots=True)
class Harvest:
    """All meetings, and how many pairs of words there were in all, by file and origin."""

    meetings: list[Meeting]
    pairs: Counter[tuple[str, str]]

    def exposure(self, meeting: Meeting) -> float:
        """What one meeting counts for, so that origins can be compared: pairs found / pairs of its origin."""
        return self.pairs[meeting.file, FOUND] / self.pairs[meeting.file, meeting.origin]


def open_words(analysis: Analysis, linked: set[int]) -> list[Open]:
    """The content words that nothing accounts for, names left out."""
    return [
        (analysis.words[index].lemma, PARTS[analysis.tags[index]])
        for index in analysis.content
        if index not in linked and analysis.words[index].name < 0 and analysis.tags[index] in PARTS
    ]


Read = Callable[[str, str], KinFeatures | None]


def harvest(paths: Sequence[Path], lexicon: Lexicon, read: Read) -> Harvest:
    """The meetings of all files."""
    found = Harvest([], Counter())
    chooser = random.Random(SEED)
    analyst = Analyst(lexicon, Aliases())
    known: dict[tuple[str, str], KinFeatures | None] = {}
    for path in paths:
        rows = [row for row in read_rows(path) if row["label"] in (FOUND, FALSE)]
        texts = [_texts(row, analyst) for row in rows]
        for number, (mine, theirs) in enumerate(texts):
            sides = [(rows[number]["label"], theirs)]
            for other in chooser.sample(range(len(rows)), min(OTHERS, len(rows))):
                if rows[other]["evidence"] != rows[number]["evidence"]:
                    sides.append((CHANCE, texts[other][1]))
            for origin, pair in (
                (origin, pair) for origin, words in sides for pair in _same_part(mine, words)
            ):
                found.pairs[path.name, origin] += 1
                if pair not in known:
                    known[pair] = read(*pair)
                features = known[pair]
                if features:
                    found.meetings.append(Meeting(path.name, origin, pair, features.values()))
    return found


def _texts(row: dict[str, Any], analyst: Analyst) -> tuple[list[Open], list[Open]]:
    """The open words of a row's statement and of its evidence."""
    statement, evidence = analyst.analyse(row["statement"]), analyst.analyse(row["evidence"])
    links = align(statement, evidence, analyst.lexicon).links
    mine = open_words(statement, {link.statement for link in links})
    return mine, open_words(evidence, {link.evidence for link in links})


def _same_part(mine: Sequence[Open], theirs: Sequence[Open]) -> Iterator[tuple[str, str]]:
    for lemma, part in mine:
        for other, its_part in theirs:
            if part == its_part and lemma != other:
                yield lemma, other


def fit(found: Harvest, refuted: float, start: Sequence[float], fixed: bool) -> list[float]:
    """Weights, bias and the files' dilutions, by gradient ascent (Adam) on the likelihood.

    The odds that a meeting was of a supported pair are 1 + exp(weights·features + bias + dilution of the
    file), times exposure. With `fixed`, the weights keep the proportions of `start`: one factor scales them.
    """
    rows = _rows(found, refuted, start if fixed else ())
    size = len(rows[0].values)
    free = 1 if fixed else len(start)
    beta = [1.0 if fixed else 0.5] * free + [-1.0] * (size - free)
    total = sum(row.weight for row in rows)
    mean, square = [0.0] * size, [0.0] * size
    for step in range(1, STEPS + 1):
        slopes = [0.0 if fixed or index >= free else -PENALTY * value for index, value in enumerate(beta)]
        _add_slopes(rows, beta, slopes)
        for index, slope in enumerate(slopes):
            mean[index] = 0.9 * mean[index] + 0.1 * slope / total
            square[index] = 0.99 * square[index] + 0.01 * (slope / total) ** 2
            spread = (square[index] / (1 - 0.99**step)) ** 0.5 + 1e-9
            beta[index] += RATE * min(1.0, 60 / step) * mean[index] / (1 - 0.9**step) / spread
            if index < free and index != SIBLING_FEATURE:
                beta[index] = max(0.0, beta[index])
    return beta


def _add_slopes(rows: Sequence[Row], beta: Sequence[float], slopes: list[float]) -> None:
    for row in rows:
        grown = exp(min(20.0, sum(b * value for b, value in zip(beta, row.values, strict=True))))
        odds = BASE + grown
        error = row.weight * (row.found - odds / (1 + odds)) * grown / odds
        for index, value in enumerate(row.values):
            if value:
                slopes[index] += error * value


def _rows(found: Harvest, refuted: float, scaled: Sequence[float]) -> list[Row]:
    """The meetings as rows to fit on; where `scaled` are given, with one value for all features."""
    others = sorted({meeting.file for meeting in found.meetings} - {*REFERENCE})
    rows = []
    for meeting in found.meetings:
        share = {FOUND: 1.0, CHANCE: 1 - refuted, FALSE: refuted}[meeting.origin]
        weight = share * found.exposure(meeting) * (1.0 if meeting.file in REFERENCE else DILUTED)
        features = meeting.features
        if scaled:
            features = (sum(value * by for value, by in zip(features, scaled, strict=True)),)
        if weight:
            dilution = tuple(float(meeting.file == name) for name in others)
            rows.append(Row(meeting.origin == FOUND, weight, (*features, 1.0, *dilution)))
    return rows


BASE = 0.97
"""The odds where nothing ties two words: a little below 1, as others of the pairs are true."""
RATE = 0.05
STEPS = 250
SIBLING_FEATURE = 6
"""The one feature that may weigh against kinship."""
EDGES = (0.0, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 1.0)


def report(found: Harvest, score: Callable[[KinFeatures], float]) -> None:
    """Print, by file and score, how many pairs were found, and how many of chance and of refuted statements."""
    for name in sorted({meeting.file for meeting in found.meetings}):
        print(name, {origin: found.pairs[name, origin] for origin in (FOUND, FALSE, CHANCE)})
        print("  score       found  chance  refuted  precision  per 1,000 chance pairs")
        for low, high in pairwise(EDGES):
            sums: Counter[str] = Counter()
            for meeting in found.meetings:
                if meeting.file == name and low <= score(KinFeatures(*meeting.features)) < high + (high == 1):
                    sums[meeting.origin] += 1
            scaled = {
                origin: count * found.pairs[name, FOUND] / found.pairs[name, origin]
                for origin, count in sums.items()
            }
            due, chance = sums[FOUND], scaled.get(CHANCE, 0.0)
            rate = 1000 * sums[CHANCE] / max(1, found.pairs[name, CHANCE])
            precise = f"{1 - chance / due:9.2f}" if due else "        -"
            counts = f"{due:7} {chance:7.1f} {scaled.get(FALSE, 0.0):8.1f}"
            print(f"  {low:.2f}-{high:.2f} {counts}  {precise}  {rate:8.3f}")


def main() -> None:
    """Fit, print the constants, and what the scores mean in each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("moby", type=Path)
    parser.add_argument("dict", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument(
        "--measure", type=Path, nargs="*", default=[], help="files to measure but not to fit on"
    )
    arguments = parser.parse_args()
    lexicon = Lexicon.open()
    reader = KinReader(load(arguments.dict), Moby(arguments.moby), lexicon)
    found = harvest(arguments.files, lexicon, reader.read)
    size = len(KinFeatures.__dataclass_fields__)
    first = fit(found, REFUTED, (0.5,) * size, fixed=False)
    scale, bias = fit(found, 0.0, first[:size], fixed=True)[:2]
    weights = tuple(round(scale * value, 3) for value in first[:size])
    print(f"WEIGHTS = {weights}\nBIAS = {bias:.3f}")

    def score(features: KinFeatures) -> float:
        return kin_score(features, weights, bias)

    report(found, score)
    report(harvest(arguments.measure, lexicon, reader.read), score)


if __name__ == "__main__":
    main()
