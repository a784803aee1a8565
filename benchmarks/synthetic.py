"""Synthetic archives: statements with the words and the frequencies of English, seeded, as many as wanted.

The words are those of the lexicon that ships in the package, by how often they occur in SemCor, drawn by
Zipf's law (Mandelbrot's form); names of persons and places are made of syllables. `write_archive` writes a
workspace of claims that rest on a publisher's verdict, as imported archives have them; `changed` rewrites
a statement with a share of its words changed. `python -m benchmarks.synthetic DIR --claims 10000` writes one.
"""

from __future__ import annotations

import argparse
import json
import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from benchmarks.sets import SEED
from factcheck.language.lexicon import DATA
from factcheck.language.lexicon_file import POS, LexiconFile, Record

PER_FILE = 50_000
"""Claims in a file of an archive."""
SMALL, LARGE = (0.2, 0.4), (0.45, 0.65)
"""Shares of a statement's words that are changed."""
_MANDELBROT = 2.7
_SYLLABLES = (
    "ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to va ve vo".split()
)
_ENDINGS = {"person": "n r s v l ".split(" "), "place": "burg ville ton stan grad mouth field ".split(" ")}
_LEAST_LETTERS = 4
_MONTHS = "January February March April May June July August September October November December".split()
_TEMPLATES = tuple(
    template.split()
    for template in (
        "In {m} {y} , {P} {v} the {a} {n} of {L} and {v} {q} {ns} .",
        "{P} said that {q} {ns} were {v} in {L} after the {n} of the {a} {n} .",
        "The {n} of {L} {v} more than {q} {a} {ns} in {y} .",
        "A {n} in {L} shows {P} with a {a} {n} during the {n} .",
        "{L} {v} its {n} on {a} {ns} by {q} percent between {y} and {y} .",
        "Scientists in {L} have found that {a} {ns} {v} the {n} of {ns} .",
        "A photograph shows a {a} {n} that {v} {q} {ns} near {L} in {m} {y} .",
        "{P} , a {n} from {L} , {v} the {n} for the {a} {n} .",
        "The {a} {n} {v} a {n} that would give {q} {ns} to every {n} in {L} .",
        "Under the {n} of {P} , {L} has {v} its {a} {n} since {y} .",
        "{ns} and {ns} are {v} with {a} {n} at the {n} of {L} , according to {P} .",
        "No {n} of {L} has ever {v} a {a} {n} of {q} {ns} .",
    )
)
_SLOTS = {"{n}": "noun", "{ns}": "noun", "{v}": "verb", "{a}": "adjective", "{P}": "person", "{L}": "place"}


class Vocabulary:
    """Words by part of speech, each kind from the commonest to the rarest."""

    def __init__(self, chance: random.Random) -> None:
        records = sorted(_records(LexiconFile(DATA)), key=lambda one: (one.rarity, one.word))
        self.words: dict[str, list[str]] = {
            kind: [one.word for one in records if one.counts[POS.index(letter)] >= 0]
            for kind, letter in (("noun", "n"), ("verb", "v"), ("adjective", "a"))
        }
        for kind, size in (("person", 40_000), ("place", 8_000)):
            self.words[kind] = _names(chance, size, _ENDINGS[kind])
        self._sums = {
            kind: list(accumulate(1 / (rank + _MANDELBROT) for rank in range(len(words))))
            for kind, words in self.words.items()
        }

    def draw(self, kind: str, chance: random.Random) -> str:
        """A word of that kind, by Zipf's law."""
        sums = self._sums[kind]
        return self.words[kind][min(bisect(sums, chance.random() * sums[-1]), len(sums) - 1)]


def _records(file: LexiconFile) -> Iterator[Record]:
    """The lexicon's plain words: small letters, no phrases."""
    data, place = file._data, file._words  # the file is looked up by words; nothing else lists them
    start = place
    while place < len(data):
        one = file.record(place - start)
        if (
            len(one.word) >= _LEAST_LETTERS
            and one.word.isalpha()
            and one.word.isascii()
            and not one.flags >> 4
        ):
            yield one
        place += data[place] | data[place + 1] << 8


def _names(chance: random.Random, size: int, endings: Sequence[str]) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < size:
        body = "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3)))
        found[(body + chance.choice(endings)).capitalize()] = None
    return list(found)


def statements(count: int, seed: int = SEED) -> Iterator[str]:
    """So many different statements, the same ones for a seed; a longer run begins with a shorter one."""
    chance = random.Random(seed)
    vocabulary = Vocabulary(random.Random(SEED))
    for _ in range(count):
        yield _statement(vocabulary, chance)


def _statement(vocabulary: Vocabulary, chance: random.Random) -> str:
    words = [_filled(slot, vocabulary, chance) for slot in chance.choice(_TEMPLATES)]
    text = " ".join(words).replace(" ,", ",").replace(" .", ".")
    return text[0].upper() + text[1:]


def _filled(slot: str, vocabulary: Vocabulary, chance: random.Random) -> str:
    if slot[0] != "{":
        return slot
    if slot == "{m}":
        return chance.choice(_MONTHS)
    if slot == "{y}":
        return str(chance.randint(1985, 2025))
    if slot == "{q}":
        return f"{int(10 ** chance.uniform(0.5, 5.5)):,}"
    word = vocabulary.draw(_SLOTS[slot], chance)
    if slot == "{P}":
        return f"{word} {vocabulary.draw('person', chance)}"
    if slot == "{ns}":
        return word if word.endswith("s") else word + "s"
    if slot == "{v}":
        return word + "d" if word.endswith("e") else word[:-1] + "ied" if word.endswith("y") else word + "ed"
    return word


class Changer:
    """Rewrites statements: of the words that are changed half become another word, a quarter go, a quarter get
    a slip of the keyboard."""

    def __init__(self, seed: int = SEED) -> None:
        self._chance = random.Random(seed)
        self._vocabulary = Vocabulary(random.Random(SEED))

    def changed(self, statement: str, shares: tuple[float, float]) -> str:
        """`statement` with a share of its words changed that lies between `shares`."""
        chance = self._chance
        words = statement.split()
        count = max(1, round(len(words) * chance.uniform(*shares)))
        for place in chance.sample(range(len(words)), min(count, len(words) - 1)):
            kind = chance.random()
            if kind < 0.5:
                words[place] = self._vocabulary.draw(chance.choice(("noun", "verb", "adjective")), chance)
            elif kind < 0.75:
                words[place] = ""
            else:
                words[place] = self._slip(words[place])
        return " ".join(filter(None, words))

    def _slip(self, word: str) -> str:
        chance = self._chance
        if len(word) < _LEAST_LETTERS:
            return word[::-1]
        place, letter = chance.randrange(1, len(word) - 1), chance.choice("abcdefghijklmnopqrstuvwxyz")
        before, here, after = word[:place], word[place], word[place + 1 :]
        return chance.choice(
            (
                before + after[0] + here + after[1:],
                before + after,
                before + letter + after,
                before + letter + here + after,
            )
        )


def write_archive(folder: Path, count: int, seed: int = SEED) -> None:
    """Write a workspace of `count` claims, each resting on a publisher's verdict, `PER_FILE` in a file."""
    (folder / "src_text").mkdir(parents=True, exist_ok=True)
    (folder / "claims").mkdir(exist_ok=True)
    chance = random.Random(seed)
    made = statements(count, seed)
    for first in range(0, count, PER_FILE):
        with (folder / "claims" / f"archive-{first // PER_FILE:04}.jsonl").open(
            "w", encoding="utf-8"
        ) as file:
            for number in range(first, min(first + PER_FILE, count)):
                file.write(json.dumps(_claim(number, next(made), chance), ensure_ascii=False) + "\n")


def _claim(number: int, statement: str, chance: random.Random) -> dict[str, object]:
    refuted = chance.random() < 0.7
    return {
        "id": f"archive-{number}",
        "statement": statement,
        "review": {
            "stance": "refutes" if refuted else "supports",
            "rating": "False" if refuted else "True",
            "publisher": "Example Checks",
            "url": f"https://example.org/reviews/{number}",
            "issued": f"{chance.randint(2005, 2025)}-{chance.randint(1, 12):02}",
        },
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Write an archive."""
    parser = argparse.ArgumentParser(prog="benchmarks.synthetic", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=10_000)
    options = parser.parse_args(arguments)
    write_archive(options.folder, options.claims)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
