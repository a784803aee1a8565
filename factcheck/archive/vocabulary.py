"""The tables of terms and of their n-grams: how many entries have each, and what a term's n-grams weigh."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import count

from factcheck.index.vocabulary import gram_weight, grams_of


def write_terms(connection: sqlite3.Connection, frequencies: Mapping[str, int], entries: int) -> None:
    """Fill the empty tables with terms, of which so many of the `entries` have each."""
    numbers: defaultdict[str, int] = defaultdict(count(0).__next__)
    held, starts = array("I"), [0]  # n-grams by their numbers: working them out takes longest
    terms = sorted(frequencies)
    for term in terms:
        held.extend(map(numbers.__getitem__, own_grams(term)))
        starts.append(len(held))
    holders = [0] * len(numbers)
    for place, term in enumerate(terms):
        frequency = frequencies[term]
        for number in held[starts[place] : starts[place + 1]]:
            holders[number] += frequency
    weights = [gram_weight(entries, min(entries, found)) for found in holders]
    connection.executemany(
        "INSERT INTO grams VALUES (?, ?)",
        ((gram, holders[number]) for gram, number in sorted(numbers.items())),
    )
    weight_of = weights.__getitem__
    connection.executemany(
        "INSERT INTO terms VALUES (?, ?, ?, ?)",
        (
            (
                term,
                frequencies[term],
                sum(map(weight_of, held[starts[place] : starts[place + 1]]))
                if term.isalpha()
                else _weight_of_figure(term, frequencies[term], entries),
                term[::-1],
            )
            for place, term in enumerate(terms)
        ),
    )


def own_grams(term: str) -> list[str]:
    """The n-grams of a word. Figures are found whole or not at all: theirs are not kept."""
    return grams_of(term) if term.isalpha() else []


def _weight(term: str, frequency: int, entries: int, weights: Mapping[str, float]) -> float:
    if not term.isalpha():
        return _weight_of_figure(term, frequency, entries)
    return sum([weights[gram] for gram in grams_of(term)])


def _weight_of_figure(term: str, frequency: int, entries: int) -> float:
    return (2 * len(term) - 1) * gram_weight(entries, min(entries, frequency))


def change_terms(
    connection: sqlite3.Connection, added: Mapping[str, int], removed: Mapping[str, int], entries: int
) -> None:
    """Count what more and what less entries have terms.

    The weights of terms that were there before stay: they hang on the logarithms of counts of many.
    """
    differences = {term: added.get(term, 0) - removed.get(term, 0) for term in {*added, *removed}}
    grams: Counter[str] = Counter()
    for term, difference in differences.items():
        for gram in own_grams(term) if difference else ():
            grams[gram] += difference
    connection.executemany(
        "INSERT INTO grams VALUES (?, ?) ON CONFLICT DO UPDATE SET holders = holders + excluded.holders",
        grams.items(),
    )
    connection.executemany(
        "INSERT INTO terms VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET entries = entries + excluded.entries",
        [
            (
                term,
                difference,
                _weight(term, max(1, difference), entries, _weights(connection, term, entries)),
                term[::-1],
            )
            for term, difference in differences.items()
            if difference
        ],
    )
    connection.execute("DELETE FROM terms WHERE entries <= 0")
    connection.execute("DELETE FROM grams WHERE holders <= 0")


def _weights(connection: sqlite3.Connection, term: str, entries: int) -> dict[str, float]:
    found: dict[str, float] = {}
    for gram in own_grams(term):
        row = connection.execute("SELECT holders FROM grams WHERE gram = ?", (gram,)).fetchone()
        found[gram] = gram_weight(entries, min(entries, max(0, row[0]))) if row else 0.0
    return found
