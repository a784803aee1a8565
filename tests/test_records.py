"""Records behave as those of `typing.NamedTuple` do."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from factcheck.model import Span
from factcheck.records import NamedTuple


class Port(NamedTuple):
    """A port."""

    name: str
    berths: int
    open: bool = True
    quays: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Twice its berths."""
        return 2 * self.berths


class Theirs(typing.NamedTuple):
    """A port."""

    name: str
    berths: int
    open: bool = True
    quays: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("args", "named"),
    [(("Lume", 3), {}), (("Lume",), {"berths": 3}), ((), {"berths": 3, "name": "Lume", "open": False})],
)
def test_values_are_made_alike(args, named):
    ours, theirs = Port(*args, **named), Theirs(*args, **named)
    assert ours == theirs
    assert hash(ours) == hash(theirs)
    assert (ours._asdict(), ours._fields) == (theirs._asdict(), theirs._fields)
    assert repr(ours) == repr(theirs).replace("Theirs", "Port")
    assert (ours.name, ours.berths, ours.size) == ("Lume", 3, 6)


def test_classes_tell_the_same_of_themselves():
    for name in ("_fields", "_field_defaults", "__match_args__", "__doc__", "__slots__", "__module__"):
        assert getattr(Port, name) == getattr(Theirs, name, ())


@pytest.mark.parametrize("made", [Port("Lume", 3), Span(2, 9), Span(4, 4)])
def test_copies_are_equal(made):
    for other in (
        pickle.loads(pickle.dumps(made)),
        copy.copy(made),
        copy.deepcopy(made),
        made._make(tuple(made)),
    ):
        assert other == made
        assert type(other) is type(made)


def test_a_value_with_some_fields_changed():
    made = Port("Lume", 3)
    assert made._replace(open=False, berths=4) == Port("Lume", 4, False)
    assert Span(2, 9)._replace(end=4) == Span(2, 4)
    assert made == Port("Lume", 3)


@pytest.mark.parametrize(
    "call",
    [
        lambda: Port("Lume"),
        lambda: Port("Lume", 3, True, (), None),
        lambda: Port("Lume", 3, depth=9),
        lambda: Port("Lume", 3)._replace(depth=9),
        lambda: Port._make(["Lume"]),
    ],
)
def test_what_does_not_fit_the_fields_is_refused(call):
    with pytest.raises(TypeError):
        call()


@pytest.mark.parametrize("name", ["name", "size", "depth"])
def test_values_do_not_change(name):
    with pytest.raises(AttributeError):
        setattr(Port("Lume", 3), name, 1)


def test_a_field_without_a_default_comes_before_those_with_one():
    with pytest.raises(TypeError, match="without a default"):
        type(NamedTuple)("Bad", (NamedTuple,), {"__annotations__": {"a": "int", "b": "int"}, "a": 1})
