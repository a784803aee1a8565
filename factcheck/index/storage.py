"""An index as bytes: a line of JSON and flat arrays, nothing that could run.

Layout: `MAGIC`; the CRC-32 of all that follows (u32, little-endian, as every number here); the length
of the JSON (u32); the JSON (UTF-8); the arrays one after another, as long as the JSON says.
"""

from __future__ import annotations

import json
import math
import sys
from array import array
from binascii import crc32
from struct import Struct
from typing import Any

from factcheck.index.analysis import Analyser
from factcheck.index.postings import Postings
from factcheck.index.vocabulary import Grams, Vocabulary

MAGIC = b"fcindex2"
"""Changes with the layout and with the analysis: an index of another version is built anew."""
_HEADER = Struct("<8sII")
_ARRAYS = (
    ("keys", "q"),
    ("text_starts", "I"),
    ("term_starts", "I"),
    ("text_terms", "I"),
    ("posting_starts", "I"),
    ("entries", "I"),
    ("counts", "B"),
    ("gram_weights", "d"),
    ("gram_starts", "I"),
    ("gram_terms", "I"),
    ("norms", "d"),
    ("gram_squares", "d"),
)


def write(
    analyser: Analyser, vocabulary: Vocabulary, postings: Postings, gram_squares: array[float]
) -> bytes:
    """The parts of an index as bytes."""
    grams = vocabulary.grams
    arrays: dict[str, array[Any]] = {
        "keys": postings.keys,
        "text_starts": postings.text_starts,
        "term_starts": postings.term_starts,
        "text_terms": postings.text_terms,
        "posting_starts": postings.posting_starts,
        "entries": postings.entries,
        "counts": postings.counts,
        "gram_weights": grams.weights,
        "gram_starts": grams.starts,
        "gram_terms": grams.terms,
        "norms": grams.norms,
        "gram_squares": gram_squares,
    }
    head = {
        "aliases": [list(names) for names in analyser.aliases],
        "names": [[number, *terms] for number, terms in analyser.names],
        "terms": "\n".join(vocabulary.terms),
        "grams": "\n".join(grams.grams),
        "lengths": [len(arrays[name]) for name, _ in _ARRAYS],
    }
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    body = text + b"".join(_packed(arrays[name]) for name, _ in _ARRAYS)
    return _HEADER.pack(MAGIC, crc32(body), len(text)) + body


def read(data: bytes) -> tuple[Analyser, Vocabulary, Postings, array[float]]:
    """The analyser, vocabulary, postings, and by entry the squared norm of its n-grams.

    Raises `ValueError` for what `write` did not write.
    """
    if len(data) < _HEADER.size or not data.startswith(MAGIC):
        raise ValueError("not an index of this version")
    _, checksum, length = _HEADER.unpack_from(data)
    body = memoryview(data)[_HEADER.size :]
    if crc32(body) != checksum or length > len(body):
        raise ValueError("the index is damaged")
    try:
        head = json.loads(str(body[:length], "utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise ValueError("the index is damaged: no JSON") from error
    _expect(isinstance(head, dict))
    terms, grams = _lines(head.get("terms")), _lines(head.get("grams"))
    _expect(isinstance(head.get("aliases"), list))
    aliases = [_strings(names) for names in head["aliases"]]
    _expect(isinstance(head.get("names"), list))
    names = [_name(item, len(aliases)) for item in head["names"]]
    found = _arrays(head.get("lengths"), body[length:])
    postings = Postings(
        found["keys"], found["text_starts"], found["term_starts"], found["text_terms"],
        found["posting_starts"], found["entries"], found["counts"],
    )  # fmt: skip
    held = Grams(grams, found["gram_weights"], found["gram_starts"], found["gram_terms"], found["norms"])
    squares = found["gram_squares"]
    _check_postings(postings, len(terms))
    _check_grams(held, len(terms))
    _expect(len(squares) == len(postings.keys) and _are_finite(squares))
    analyser = Analyser(aliases, names)
    return analyser, Vocabulary(terms, postings.frequencies, len(postings.keys), held), postings, squares


def _arrays(lengths: object, body: memoryview) -> dict[str, array[Any]]:
    if not isinstance(lengths, list) or len(lengths) != len(_ARRAYS):
        raise ValueError("the index is damaged")
    _expect(all(type(length) is int and length >= 0 for length in lengths))
    found = {}
    position = 0
    for (name, code), length in zip(_ARRAYS, lengths, strict=True):
        values: array[Any] = array(code)
        end = position + length * values.itemsize
        _expect(end <= len(body))
        values.frombytes(body[position:end])
        if sys.byteorder == "big":
            values.byteswap()
        found[name] = values
        position = end
    _expect(position == len(body))
    return found


def _check_postings(held: Postings, terms: int) -> None:
    """Every number that is used as a place must be one."""
    _expect(_are_starts(held.text_starts, len(held.keys), len(held.term_starts) - 1))
    _expect(_are_starts(held.term_starts, len(held.term_starts) - 1, len(held.text_terms)))
    _expect(_are_starts(held.posting_starts, terms, len(held.entries)))
    _expect(max(held.text_terms, default=-1) < terms)
    _expect(max(held.entries, default=-1) < len(held.keys))
    _expect(len(held.counts) == len(held.entries) and min(held.counts, default=1) > 0)


def _check_grams(held: Grams, terms: int) -> None:
    _expect(_are_starts(held.starts, len(held.grams), len(held.terms)))
    _expect(max(held.terms, default=-1) < terms)
    _expect(len(held.weights) == len(held.grams) and len(held.norms) == terms)
    _expect(_are_finite(held.weights) and _are_finite(held.norms))


def _are_finite(values: array[float]) -> bool:
    """True where none is negative, infinite or no number."""
    return math.isfinite(sum(values)) and min(values, default=0.0) >= 0.0


def _are_starts(starts: array[int], stretches: int, total: int) -> bool:
    """True for `stretches` + 1 places, from 0 to `total`, none before the one before it."""
    if len(starts) != stretches + 1 or starts[0] != 0 or starts[-1] != total:
        return False
    places = starts.tolist()
    return places == sorted(places)


def _lines(value: object) -> list[str]:
    """Terms and n-grams hold no line feeds."""
    if not isinstance(value, str):
        raise ValueError("the index is damaged")
    return value.split("\n") if value else []


def _strings(values: object) -> list[str]:
    if not isinstance(values, list) or not set(map(type, values)) <= {str}:
        raise ValueError("the index is damaged")
    return values


def _name(item: object, groups: int) -> tuple[int, tuple[str, ...]]:
    """The number of its group, and its terms, of which it has at least one."""
    if not isinstance(item, list) or len(item) < 2 or type(item[0]) is not int:
        raise ValueError("the index is damaged")
    _expect(0 <= item[0] < groups)
    return item[0], tuple(_strings(item[1:]))


def _expect(condition: bool) -> None:
    if not condition:
        raise ValueError("the index is damaged")


def _packed(values: array[Any]) -> bytes:
    if sys.byteorder == "big":
        values = array(values.typecode, values)
        values.byteswap()
    return values.tobytes()
