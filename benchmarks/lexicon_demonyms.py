"""Peoples and the adjectives of places, for the lexicon: Danes and Danish are of Denmark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.lexicon_words import PEOPLE, Vocabulary, is_place
from benchmarks.wordnet import Entry, Key


def link_demonyms(vocabulary: Vocabulary) -> None:
    """Fill in `Word.demonym` from pertainyms, members of countries, and glosses ("inhabitant of")."""
    for entry in vocabulary.net.synsets.values():
        if entry.key[0] == "a":
            for pointer in entry.pointers:
                if pointer.symbol == "\\":
                    _link(vocabulary, entry.words[pointer.source_word - 1], pointer.target)
        elif entry.kind == PEOPLE:
            for key in _homes(vocabulary, entry):
                for name in entry.words:
                    _link(vocabulary, name, key)


def _homes(vocabulary: Vocabulary, entry: Entry) -> Iterator[Key]:
    for pointer in entry.pointers:
        if pointer.symbol in ("#m", "+"):
            yield pointer.target
    native = re.match(r"an? (?:native or )?inhabitant of (?:the )?([A-Z][\w ]*)", entry.gloss)
    senses = vocabulary.net.senses.get((native.group(1).lower().strip(), "n"), []) if native else []
    yield from [key for key, _ in senses if is_place(vocabulary.net.synsets[key])][:1]


def _link(vocabulary: Vocabulary, name: str, place: Key) -> None:
    words = vocabulary.words
    entry = vocabulary.net.synsets[place]
    word = words.get(name.lower())
    if word is None or not is_place(entry) or not name[0].isupper():
        return
    plain = [other for other in entry.words if other.isalpha() and len(other) > 3 and not other.isupper()]
    shown = (plain or entry.words)[0].lower()
    word.demonym = word.demonym or (shown if shown in words else None)
    for other in {shown, *(other.lower() for other in plain)} & words.keys():
        words[other].derived.add(name.lower())
        word.derived.add(other)
