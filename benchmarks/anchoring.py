"""Measure anchoring: `python -m benchmarks.anchoring --data DIR`.

DIR (or FACTCHECK_BENCH_DATA) holds `anchoring/bln600_train_sample.jsonl`: sentences of old newspapers
and the same sentences as OCR read them (BLN600; `doc`, `clean`, `noisy`). Without it only speed is measured.

Accuracy: each clean sentence is sought in its document as OCR read it (all noisy sentences, joined by
a space), and in `--foreign` other documents, where it should be refused. Speed: quotes of a text of
`--megabytes`, damaged and verbatim, against `edlib` (mode HW, a sample of `--edlib` quotes; skipped where it
is not installed: `pip install edlib`) and against `str.count`. Everything drawn is drawn with a fixed seed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tabulate import tabulate

from factcheck.anchor import Haystack, Problem, resolve, verbatim
from factcheck.model import Span, TextQuoteSelector

SAMPLE = Path("anchoring") / "bln600_train_sample.jsonl"
SEED = 20250722
LETTERS = "abcdefghijklmnopqrstuvwxyz"
Row = tuple[str, str, str]
"""Figure, measured, aim."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document and where it is in the document as OCR read it."""

    doc: str
    clean: str
    place: Span


def main() -> int:
    """Measure and print a table. Gives 0."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--data", type=Path, default=os.environ.get("FACTCHECK_BENCH_DATA"))
    parser.add_argument("--foreign", type=int, default=3, help="other documents a sentence (default: 3)")
    parser.add_argument("--megabytes", type=int, default=10)
    parser.add_argument("--quotes", type=int, default=1000)
    parser.add_argument("--edlib", type=int, default=10, help="quotes that edlib is timed on (default: 10)")
    options = parser.parse_args()
    rows: list[Row] = []
    words = list(LETTERS)
    if options.data is None or not (Path(options.data) / SAMPLE).is_file():
        print(f"no {SAMPLE} (give --data DIR or FACTCHECK_BENCH_DATA): accuracy is skipped", file=sys.stderr)
        words = ["".join(random.Random(n).choices(LETTERS, k=2 + n % 8)) for n in range(20_000)]
    else:
        documents, sentences = read_sample(Path(options.data) / SAMPLE)
        rows += accuracy(documents, sentences)
        rows += refusals(documents, sentences, options.foreign)
        words = [word for document in documents.values() for word in document.text.split()]
    rows += speed(words, options.megabytes * 1_000_000, options.quotes, options.edlib)
    print(tabulate(rows, headers=("figure", "measured", "aim"), disable_numparse=True))
    return 0


def read_sample(path: Path) -> tuple[dict[str, Haystack], list[Sentence]]:
    """The documents as OCR read them, and the sentences with their true places."""
    noisy: dict[str, list[str]] = defaultdict(list)
    sentences = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        start = sum(len(part) + 1 for part in noisy[row["doc"]])
        noisy[row["doc"]].append(row["noisy"])
        sentences.append(Sentence(row["doc"], row["clean"], Span(start, start + len(row["noisy"]))))
    return {doc: Haystack(" ".join(parts)) for doc, parts in noisy.items()}, sentences


def accuracy(documents: dict[str, Haystack], sentences: list[Sentence]) -> list[Row]:
    """How many sentences are found in the right place, and how many of them nearly to the letter."""
    right = close = 0
    grades: Counter[str] = Counter()
    began = time.perf_counter()
    for sentence in sentences:
        found = resolve(documents[sentence.doc], TextQuoteSelector(sentence.clean))
        grades[found.anchor.grade if found.anchor else str(found.problem)] += 1
        overlap = found.anchor and intersection_over_union(found.anchor.span, sentence.place)
        right += bool(overlap)
        close += bool(overlap and overlap >= 0.95)
    seconds = time.perf_counter() - began
    count = len(sentences)
    return [
        ("sentences read by OCR", f"{count}", ""),
        ("found in the right place", f"{right / count:.2%}", ">= 99 %"),
        ("intersection over union >= 0.95", f"{close / count:.2%}", ">= 94 %"),
        ("grades", ", ".join(f"{name} {number}" for name, number in grades.most_common()), ""),
        ("time a sentence", f"{seconds / count * 1000:.1f} ms", ""),
    ]


def refusals(documents: dict[str, Haystack], sentences: list[Sentence], others: int) -> list[Row]:
    """How many sentences are refused by documents that they do not come from."""
    draw = random.Random(SEED)
    refused = tried = 0
    for sentence in sentences:
        for doc in draw.sample([doc for doc in documents if doc != sentence.doc], others):
            found = resolve(documents[doc], TextQuoteSelector(sentence.clean))
            tried += 1
            refused += found.anchor is None and found.problem is not Problem.AMBIGUOUS
    return [(f"foreign sentences refused ({tried} tried)", f"{refused / tried:.2%}", ">= 99.5 %")]


def intersection_over_union(found: Span, true: Span) -> float:
    """1 for the same stretch, 0 for two that do not meet."""
    shared = max(0, min(found.end, true.end) - max(found.start, true.start))
    return shared / (len(found) + len(true) - shared)


def speed(words: list[str], size: int, quotes: int, with_edlib: int) -> list[Row]:
    """Damaged and verbatim quotes of a long text of the given words, drawn as often as they occur."""
    draw = random.Random(SEED)
    text = " ".join(draw.choices(words, k=size // 3))[:size]
    cut = [whole_words(text, draw.randrange(size - 400), draw.randint(60, 300)) for _ in range(quotes)]
    damaged = [damage(span.of(text), draw) for span in cut]

    haystack = Haystack(text)
    began = time.perf_counter()
    found = [resolve(haystack, TextQuoteSelector(quote)) for quote in damaged]
    ours = time.perf_counter() - began
    near = sum(
        answer.anchor is not None
        and abs(answer.anchor.span.start - span.start) <= 10
        and abs(answer.anchor.span.end - span.end) <= 10
        for answer, span in zip(found, cut, strict=True)
    )
    rows = [
        (f"characters of the text, drawn from {len(set(words))} words", f"{len(text)}", ""),
        (f"{quotes} quotes, 5 to 10 % damaged", f"{ours:.1f} s, preparing included", ""),
        ("within 10 characters at both ends", f"{near / quotes:.2%}", ">= 99 %"),
    ]
    edlib_seconds = time_edlib(text, damaged[:with_edlib])
    if edlib_seconds:
        per_quote = edlib_seconds / with_edlib
        rows.append(("edlib HW a quote", f"{per_quote:.2f} s (of {with_edlib})", ""))
        rows.append(("times faster than edlib", f"{per_quote * quotes / ours:.0f}", ">= 30"))
    selectors = [TextQuoteSelector(span.of(text)) for span in cut]
    checked = timed(lambda: [verbatim(text, selector) for selector in selectors])
    counted = timed(lambda: [text.count(selector.exact) for selector in selectors])
    rows.append((f"{quotes} verbatim quotes, uniqueness included", f"{checked:.2f} s", ""))
    rows.append(("times the time of str.count", f"{checked / counted:.2f}", "<= 2"))
    return rows


def whole_words(text: str, start: int, length: int) -> Span:
    """About `length` characters from about `start`, from a word's beginning to a word's end."""
    first = text.find(" ", start) + 1
    return Span(first, text.find(" ", first + length))


def damage(quote: str, draw: random.Random) -> str:
    """`quote` with 5 to 10 % of its characters substituted, deleted or preceded by another letter."""
    letters = list(quote)
    for at in draw.sample(range(len(letters)), round(len(letters) * draw.uniform(0.05, 0.1))):
        other = draw.choice(LETTERS)
        letters[at] = draw.choice((other, "", other + letters[at]))
    return "".join(letters)


def time_edlib(text: str, quotes: list[str]) -> float | None:
    """The seconds that edlib takes for all quotes; None where it is not installed."""
    try:
        import edlib
    except ImportError:
        print("edlib is not installed: the comparison is skipped", file=sys.stderr)
        return None
    return timed(lambda: [edlib.align(quote, text, mode="HW", task="locations") for quote in quotes])


def timed(run: Callable[[], object]) -> float:
    """The seconds that `run` takes."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
