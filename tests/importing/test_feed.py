"""JSON of any shape and size, cut into its items: against what `json.loads` makes of the whole."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.importing import feed as module
from factcheck.importing.feed import Feed
from factcheck.importing.values import Fault, Point


class Dribble:
    """A stream that gives so many bytes at a time, whatever is asked for."""

    def __init__(self, data, size):
        self._stream = io.BytesIO(data)
        self._size = size

    def read(self, size):
        return self._stream.read(min(self._size, size))


def read(text, size=1 << 20):
    data = text if isinstance(text, bytes) else text.encode()
    reader = Feed(Dribble(data, size))
    return list(reader.items()), reader


scalars = st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4)
)


@given(
    items=st.lists(values, max_size=6),
    size=st.integers(1, 60),
    ascii_only=st.booleans(),
    indent=st.sampled_from([None, 2]),
)
def test_a_feed_that_has_to_be_taken_apart_gives_its_elements(items, size, ascii_only, indent):
    text = json.dumps({"a": {"b": [1]}, "dataFeedElement": items}, ensure_ascii=ascii_only, indent=indent)
    found, reader = read(text[:-1], size)  # without its last bracket it cannot be read whole
    assert found[:-1] == items
    assert reader.broken


@given(st.lists(values, min_size=1, max_size=6), st.integers(1, 60))
def test_every_point_can_be_gone_on_from(items, size):
    data = b'{"dataFeedElement": [' + ",\n ".join(map(json.dumps, items)).encode() + b"], x"
    reader = Feed(Dribble(data, size))
    for number, item in enumerate(reader.items(), 1):
        if isinstance(item, Fault):
            break
        point = reader.point()
        assert point.number == number
        rest = Feed(io.BytesIO(data[point.offset :]), point)
        assert [one for one in rest.items() if not isinstance(one, Fault)] == items[number:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"@type": "ClaimReview"}', [{"@type": "ClaimReview"}]),
        ("[1, 2]", [1, 2]),
        ("[[1], []]", [[1], []]),
        ('{"@graph": [{"n": 1}], "a": 2}', [{"n": 1}]),
        ('{"@graph": [{"n": 1}], "mainEntity": 2}', [{"n": 1}, {"mainEntity": 2}]),
        ('{"a": {"itemListElement": [1]}}', [{"a": {"itemListElement": [1]}}]),
        ('{"a": 1}\n{"a": 2}\n', [{"a": 1}, {"a": 2}]),
        ("\ufeff[1]", [1]),
        ("", []),
        (" \n ", []),
        ("12", [12]),
    ],
)
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_what_is_an_item(text, expected, size):
    found, reader = read(text, size)
    assert found == expected
    assert not reader.broken


NESTED = {"@graph": [{"@type": "DataFeed", "dataFeedElement": [{"n": 1}, {"n": 2}]}, {"n": 3}]}
LIST = {"itemListElement": [{"item": {"n": 1}}, {"item": {"n": 2}}]}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (NESTED, [{"n": 1}, {"n": 2}, {"n": 3}]),
        (LIST, LIST["itemListElement"]),
        ([NESTED, {"n": 4}], [{"n": 1}, {"n": 2}, {"n": 3}, {"n": 4}]),
        ([[{"n": 1}] * 9, [{"n": 2}]], [*[{"n": 1}] * 9, [{"n": 2}]]),
    ],
)
def test_containers_that_are_too_large_are_taken_apart(value, expected, monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 50)
    found, reader = read(json.dumps(value), 7)
    assert found == expected
    assert not reader.broken


@pytest.mark.parametrize(
    ("text", "expected", "reasons", "broken"),
    [
        ('{"dataFeedElement": [{"a": 1}, {"a": tru}, {"a": 3}]}', [{"a": 1}, {"a": 3}], ["not-json"], False),
        ('{"dataFeedElement": [{"a": 1}, {"a": 2}', [{"a": 1}, {"a": 2}], ["truncated"], True),
        ('{"dataFeedElement": [{"a": 1}, {"a": "x', [{"a": 1}], ["truncated"], True),
        ('{"dataFeedElement": [{"a": 1}, {"a": 2}], "b": "x', [{"a": 1}, {"a": 2}], ["truncated"], True),
        ('{"dataFeedElement": [{"a": 1}] 3', [{"a": 1}], ["not-json"], True),
        ('[{"a": 1}, {"a": 2, "itemListElement": [}, {"a": 3}]', [{"a": 1}], ["not-json", "truncated"], True),
        ('[{"a": 1}, {"a": 2} "x" {]', [{"a": 1}, {"a": 2}, "x"], ["not-json", "truncated"], True),
        ("]", [], ["not-json"], True),
        ("hello", [], ["not-json"], True),
        ('[{"a": 1}, {"a" 2}, {"a": "}]"}]', [{"a": 1}, {"a": "}]"}], ["not-json"], False),
        ("[1, " + "9" * 5000 + ", 2]", [1, 2], ["not-json"], False),
    ],
)
@pytest.mark.parametrize("size", [1, 5, 100_000])
def test_what_cannot_be_read_is_a_fault_and_the_rest_is_read(text, expected, reasons, broken, size):
    found, reader = read(text, size)
    assert [item for item in found if not isinstance(item, Fault)] == expected
    assert [item.reason for item in found if isinstance(item, Fault)] == reasons
    assert reader.broken is broken


def test_an_item_nested_too_deeply_is_passed_over():
    deep = '{"a":' * 100_000 + "1" + "}" * 100_000
    found, reader = read(f'[{{"n": 1}}, {deep}, {{"n": 2}}]')
    assert [item.reason if isinstance(item, Fault) else item for item in found] == [
        {"n": 1},
        "too-deep",
        {"n": 2},
    ]
    assert not reader.broken


@pytest.mark.parametrize("filling", ["a", '\\"', "\\\\", "é", "[", "}"])
def test_an_item_that_is_too_large_is_passed_over_in_little_memory(filling, monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 1000)
    monkeypatch.setattr(module, "CHUNK", 100)
    text = '[{"n": 1}, {"x": "' + filling * 20_000 + '"}, {"n": 2}]'
    reader = Feed(io.BytesIO(text.encode()))
    found = []
    for item in reader.items():
        found.append(item.reason if isinstance(item, Fault) else item)
        assert len(reader._buffer) < 5000
    assert found == [{"n": 1}, "too-large", {"n": 2}]


def test_bytes_that_are_not_utf8_stay_in_their_item():
    found, reader = read(b'[{"a": "x\xff"}, {"a": "\xc3\xa9"}, 1' + b" " * 10)
    assert found[0]["a"] == "x\udcff"
    assert found[1]["a"] == "é"
    assert reader.broken


def test_the_text_of_an_item_is_its_bytes():
    text = '[{"a": "é"},\n {"b": [1,  2]}, {'
    reader = Feed(io.BytesIO(text.encode()))
    texts = [reader.text() for item in reader.items() if not isinstance(item, Fault)]
    assert texts == ['{"a": "é"}'.encode(), b'{"b": [1,  2]}']


def test_items_that_end_alike_inside_are_not_cut_there():
    """The end of an item is looked for where the next one seems to begin; a wrong guess costs nothing."""
    inner = [{"@type": "DataFeedItem", "n": 1}, {"@type": "DataFeedItem", "n": 2}]
    items = [{"@type": "DataFeedItem", "n": 0, "x": {}}, *inner, {"@type": "DataFeedItem", "list": inner}] * 5
    found, _ = read(json.dumps(items)[:-1])
    assert found[:-1] == items


def test_a_point_keeps_what_is_open():
    reader = Feed(io.BytesIO(b'{"@graph": [{"n": 1}, {"n": 2}'))
    items = reader.items()
    next(items)
    assert reader.point().open == "{["
    assert Point(*reader.point()) == reader.point()
