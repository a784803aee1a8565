"""Measures what the lexicon's relations tell of labels: `python -m benchmarks.measure_lexicon PAIRS`.

PAIRS is JSON Lines with `statement`, `evidence` and `label`. For each word of a statement that the
evidence does not hold (in no form), every relation to a word of the evidence counts once a row.
Printed: rows by label for each relation, and the share of each label among them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from factcheck.language.lexicon import Lexicon, Relation
from factcheck.text import tokenize

LABELS = ("supported", "refuted", "not-enough-info")
ENTAILING = {Relation.SYNONYM.value, Relation.DERIVED.value, Relation.BROADER.value}
ORDER = tuple(Relation)


def content(lexicon: Lexicon, text: str) -> list[str]:
    """The words of `text` that are neither function words nor figures."""
    words = (token.text for token in tokenize(text))
    return [word for word in words if word[0].isalpha() and not lexicon.is_stop(word)]


def hits(lexicon: Lexicon, statement: str, evidence: str) -> dict[str, list[str]]:
    """The relations that hold, each with the pairs of words."""
    known = content(lexicon, evidence)
    found: dict[str, list[str]] = defaultdict(list)
    for word in content(lexicon, statement):
        relations = {other: lexicon.relation(word, other) for other in known}
        if Relation.SAME in relations.values():
            continue
        best = min((rel for rel in relations.values() if rel), key=ORDER.index, default=None)
        if best is None:
            found["none"].append(word)
            continue
        for other, relation in relations.items():
            if relation is best:
                found[best.value].append(f"{word}/{other}")
    return found


def main(path: str, show: int) -> None:
    """Print the table for the file at `path`, and the `show` commonest pairs for each relation and label."""
    lexicon = Lexicon.open()
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    pairs: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for line in Path(path).read_text("utf-8").splitlines():
        row = json.loads(line)
        rows["all"][row["label"]] += 1
        found = hits(lexicon, row["statement"], row["evidence"])
        if found.keys() <= ENTAILING:
            rows["covered by relations" if found else "covered by lemmas"][row["label"]] += 1
            for one in found:
                rows[f"covered with {one}"][row["label"]] += 1
        for relation, words in found.items():
            rows[relation][row["label"]] += 1
            pairs[relation, row["label"]].update(set(words))
    for relation, counts in rows.items():
        total = sum(counts.values())
        parts = "  ".join(f"{label} {counts[label]:4} ({counts[label] / total:.0%})" for label in LABELS)
        print(f"{relation:21} {total:5}  {parts}")
    for (relation, label), counter in sorted(pairs.items()) if show else ():
        commonest = (f"{pair}:{count}" for pair, count in counter.most_common(show))
        print(f"{relation} {label}:", " ".join(commonest))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0)
