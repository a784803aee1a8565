"""Opposites for the lexicon: WordNet's own, those of synonyms and of similar words, prefixes, and a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.lexicon_lists import NOT_NEGATED, OPPOSITES
from benchmarks.lexicon_thesaurus import opposites
from benchmarks.lexicon_words import Vocabulary, Word
from benchmarks.wordnet import Entry

HAPPENINGS = frozenset((4, 7, 11, 22, 26))
"""Lexicographer files: noun.act, .attribute, .event, .process, .state."""
ANTONYM_DIRECT, ANTONYM_SYNONYM, ANTONYM_SIMILAR, ANTONYM_CLUSTER = 0.08, 0.3, 0.5, 60
"""Least shares of the senses for a direct antonym, its synonym, what is similar; the largest cluster."""


def link_antonyms(vocabulary: Vocabulary) -> None:
    """Fill in `Word.antonyms`: opposites and how sure they are."""
    for one, other, weight in (
        *_direct_antonyms(vocabulary),
        *_prefix_antonyms(vocabulary.words),
        *_listed_opposites(),
        *opposites(),
    ):
        if one in vocabulary.words and other in vocabulary.words and one != other:
            for left, right in ((one, other), (other, one)):
                known = vocabulary.words[left].antonyms
                known[right] = max(weight, known.get(right, 0.0))
    _derive_antonyms(vocabulary)


def _derive_antonyms(vocabulary: Vocabulary) -> None:
    """growth and shrink, safety and danger: opposites of what a happening or a quality is named after."""
    pairs = [(name, other) for name, word in vocabulary.words.items() for other in word.antonyms]
    for one, other in pairs:
        for left in _happenings(vocabulary, one):
            for right in (other, *_happenings(vocabulary, other)):
                if left != right and right not in vocabulary.words[left].derived:
                    vocabulary.words[left].antonyms.setdefault(right, 0.4)
                    vocabulary.words[right].antonyms.setdefault(left, 0.4)


def _happenings(vocabulary: Vocabulary, name: str) -> list[str]:
    """Nouns of acts, events, processes, qualities and states that are derived from `name`."""
    found: list[str] = []
    if "n" in vocabulary.words[name].senses:
        return found
    for other in vocabulary.words[name].derived:
        nouns = vocabulary.words[other].senses.get("n", {})
        first = next(iter(nouns), None)
        alike = other[:4] == name[:4] and len(other) > len(name) - 4
        if first and alike and vocabulary.net.synsets[first].kind in HAPPENINGS:
            found += [other] if vocabulary.words[other].chance("n") >= 0.5 else []
    return found


def _direct_antonyms(vocabulary: Vocabulary) -> Iterator[tuple[str, str, float]]:
    """WordNet's own pairs, and those of their synonyms and of what is similar to them."""
    for entry in vocabulary.net.synsets.values():
        for pointer in entry.pointers:
            if pointer.symbol != "!":
                continue
            one = entry.words[pointer.source_word - 1].lower()
            opposite = vocabulary.net.synsets[pointer.target]
            other = opposite.words[pointer.target_word - 1].lower()
            if min(vocabulary.share(one, entry.key), vocabulary.share(other, opposite.key)) >= ANTONYM_DIRECT:
                yield one, other, 2.0
            for left, near in _near(vocabulary, entry):
                for right, far in _near(vocabulary, opposite):
                    if near + far <= 1 or entry.key[0] == "a":
                        yield left, right, 1.0 - (near + far) / 4


def _near(vocabulary: Vocabulary, entry: Entry) -> Iterator[tuple[str, int]]:
    """Words that mainly mean `entry` (0) or something similar to it (1)."""
    pos = entry.key[0]
    for name, share in vocabulary.members[entry.key]:
        if share >= ANTONYM_SYNONYM and vocabulary.words[name].chance(pos) >= 0.3:
            yield name, 0
    symbol = {"a": "&", "v": "~"}.get(pos)
    if entry.satellite or vocabulary.below[entry.key] > ANTONYM_CLUSTER:
        return
    for pointer in entry.pointers:
        if pointer.symbol == symbol:
            for name, share in vocabulary.members[pointer.target]:
                word = vocabulary.words[name]
                if share >= ANTONYM_SIMILAR and word.chance(pos) >= 0.5 and word.tags[pos]:
                    yield name, 1


def _prefix_antonyms(words: dict[str, Word]) -> Iterator[tuple[str, str, float]]:
    """unsafe/safe, nonviolent/violent, inaccurate/accurate, disallow/allow, demilitarize/militarize."""
    not_negated = frozenset(NOT_NEGATED.split())
    for name, word in sorted(words.items()):
        if name in not_negated:
            continue
        for prefix, parts, ending in PREFIXES:
            base = name[len(prefix) :]
            if name.startswith(prefix) and len(base) >= 4 and base in words:
                shared = set(word.senses) & set(words[base].senses) & set(parts)
                if shared and re.search(ending, base):
                    yield name, base, 1.5


DIS = """
able advantage affect agree allow appear approv arm assembl belie claim color comfort connect content continu
engage entangle favor honest honor honour infect join like loyal mount obe order organi own pleas possess prov
qualif regard repair respect satisf similar trust uni use
"""
"""Stems that dis- negates (not those of discover, display, dismiss)."""
PREFIXES = (
    ("un", "nvar", ""),
    ("non", "nar", ""),
    *((prefix, "ar", "") for prefix in ("in", "im", "il", "ir")),
    ("dis", "nvar", f"^(?:{'|'.join(DIS.split())})"),
    ("de", "nv", "(?:i[zs](?:e|ation)|if(?:y|ication)|activat(?:e|ion)|code|rail|frost|throne|value)$"),
)
"""Prefix, the parts of speech that it negates, what the base must look like."""


def _listed_opposites() -> Iterator[tuple[str, str, float]]:
    for line in OPPOSITES.split("\n"):
        if line:
            _, one, others = line.split()
            for other in others.split("/"):
                yield one, other, 3.0
