"""What stands between quotation marks, and whether it is somebody's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.prose.marks import is_words_of_somebody, quoted


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“The port is open,” she said.", ["The port is open,"]),
        ('"The port is open," she said, "again."', ["The port is open,", "again."]),
        ("„Der Hafen ist offen“, «le port est ouvert»", ["Der Hafen ist offen", "le port est ouvert"]),
        ("‘The port’s quay is open,’ she said.", ["The port’s quay is open,"]),
        ("'We don't close it,' she said of the boys' quay.", ["We don't close it,"]),
        ("“He said ‘we are open’ and “left” it,” she said.", ["He said ‘we are open’ and “left” it,"]),
        ("The boys’ toys and the girls’ books aren’t 'ere.", []),
        ('A 5" pipe and a 6" pipe.', []),
        ("It is 5 o'clock, isn't it, 'cause the port's open.", []),
        ('("The port is open") and—“so”—it is.', ["The port is open", "so"]),
        ("“This goes on in the next paragraph.", ["This goes on in the next paragraph."]),
        ("It never “ends here.", []),
    ],
)
def test_quoted(text, inner):
    assert [found.inner.of(text) for found in quoted(text)] == inner


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("the port is open", True),
        ("We trust them.", True),
        ("strategic partners", False),
        ("New Horizons of Ukrainian Culture", False),
        ("Back Home", False),
        ("", False),
        ("— … —", False),
        ("THE PORT IS OPEN", False),
    ],
)
def test_terms_and_titles_are_nobodys_words(words, meant):
    assert is_words_of_somebody(words) is meant


@given(st.text(alphabet="ab ,.“”‘’\"'„«»", max_size=60))
def test_quotations_are_apart_and_in_order(text):
    at = 0
    for found in quoted(text):
        assert at <= found.outer.start < found.inner.start <= found.inner.end <= found.outer.end <= len(text)
        at = found.outer.end
