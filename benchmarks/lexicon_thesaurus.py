"""Adds to the lexicon what people wrote for it: synonyms of reporting English, phrases, opposites.

The lists in `benchmarks/data/lexicon/` are this project's own, written without looking at any test set:

- `synonyms*.txt`: `v: allocate earmark assign`, words that an editor would accept for one another;
- `broader*.txt`: `n: tank vehicle`, a kind of something, the kind first;
- `phrases*.txt`: `take place = happen`, phrasal verbs and idioms with the one word for them;
- `opposites*.txt`: `v: expand shrink`, what cannot both hold of one thing at once.

A phrase stands in the lexicon under its words joined by "_", as an irregular form of its one word; the first
of its words points to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

from benchmarks.lexicon_words import Vocabulary, Word
from factcheck.language import lexicon_file as layout

DATA = Path(__file__).parent / "data" / "lexicon"
LISTED = 3.0
"""How sure a listed opposite is: surer than any other."""


def lines_of(kind: str) -> Iterator[str]:
    """The lines of the lists of a kind, in the order of the files' names; remarks left out."""
    for path in sorted(DATA.glob(f"{kind}*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield line.strip()


def add_thesaurus(vocabulary: Vocabulary) -> None:
    """Fill in `Word.synonyms` and `Word.phrases`, with entries for words that WordNet does not have."""
    phrases: dict[str, set[str]] = {}
    for line in lines_of("phrases"):
        phrase, _, word = (part.strip() for part in line.partition("="))
        phrases.setdefault(phrase, set()).add(word)
    for phrase, words in sorted(phrases.items()):
        if len(words) == 1:  # a phrase with two meanings says too little
            _add_phrase(vocabulary, phrase.split(), *words)
    for line in lines_of("synonyms"):
        pos, _, names = line.partition(":")
        group = [name for name in names.split() if name in vocabulary.words]
        for one, other in permutations(group, 2):
            if one != other and other not in vocabulary.words[one].antonyms:
                vocabulary.words[one].synonyms.add((other, pos.strip()))


def add_kinds(vocabulary: Vocabulary) -> None:
    """Fill in `Word.kinds`, where no list has the two for the same."""
    for line in lines_of("broader"):
        pos, _, words = line.partition(":")
        narrow, broad = words.split()[:2]
        if narrow in vocabulary.words and broad in vocabulary.words:
            word = vocabulary.words[narrow]
            if broad not in word.antonyms and (broad, pos.strip()) not in word.synonyms:
                word.kinds.add((broad, pos.strip()))


def opposites() -> Iterator[tuple[str, str, float]]:
    """The listed opposites, and how sure they are."""
    for line in lines_of("opposites"):
        words = line.partition(":")[2].split()
        if len(words) == 2:
            yield words[0], words[1], LISTED


def add_opposed_phrases(vocabulary: Vocabulary) -> None:
    """Entries for phrases that only the opposites name: `scale_up`."""
    for one, other, _ in opposites():
        for name in (one, other):
            if "_" in name and name not in vocabulary.words:
                _enter(vocabulary, name, "v")
                vocabulary.words[name.split("_")[0]].phrases.add(name)


def _add_phrase(vocabulary: Vocabulary, phrase: list[str], target: str) -> None:
    if " " in target or len(phrase) < 2 or phrase[0] not in vocabulary.words:
        return
    if target in vocabulary.words and vocabulary.words[target].flags & layout.STOP:
        return
    if target not in vocabulary.words:
        _enter(vocabulary, target, "n")
    base = vocabulary.words[target]
    order = "vnar" if "v" in vocabulary.words[phrase[0]].senses else "nvar"
    pos = next((letter for letter in order if letter in base.senses), None)
    if pos is None or (pos == "n" and target in phrase):  # a county council is no mere council
        return
    name = "_".join(phrase)
    vocabulary.words[name].bases = [(target, pos)]
    vocabulary.words[name].rarity = base.rarity
    vocabulary.words[phrase[0]].phrases.add(name)


def _enter(vocabulary: Vocabulary, name: str, pos: str) -> None:
    """An entry without a sense."""
    vocabulary.words[name] = Word(rarity=200, tags={pos: 0}, senses={pos: {}})
