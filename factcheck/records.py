"""`NamedTuple` as `typing` has it, made in an eighth of the time: a lookup needs eighty classes of records.

Most of what `typing.NamedTuple` takes goes into compiling: each annotation that is a string, and a `__new__`
for each class. Here annotations stay as they are written (a module with records begins with
`from __future__ import annotations`), and a class gets a `__new__` that was compiled with this module, its
arguments named after the fields. Type checkers see `typing`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections.abc import Iterable
    from functools import cache
    from operator import itemgetter
    from types import CodeType, FunctionType

    try:
        from _collections import _tuplegetter as field_getter  # as `collections.namedtuple` does
    except ImportError:

        def field_getter(index: int, doc: str) -> property:
            """What reads a field."""
            return property(itemgetter(index), doc=doc)

    @cache
    def _new_of(count: int) -> CodeType:
        """The code of a `__new__` for so many fields."""
        names = "".join([f"a{number}," for number in range(count)])
        made: FunctionType = eval(f"lambda cls, {names}: new(cls, ({names}))", {})  # noqa: S307 - fixed text
        return made.__code__

    class Record(tuple):
        """What all records have besides their fields."""

        __slots__ = ()

        @classmethod
        def _make(cls, values: Iterable[object]) -> Record:
            values = tuple(values)
            if len(values) != len(cls._fields):
                raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(values)}")
            return tuple.__new__(cls, values)

        def _replace(self, /, **changes: object) -> Record:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise TypeError(f"{type(self).__name__} has no field {', '.join(changes)}")
            return made

        __replace__ = _replace

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            fields = [f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True)]
            return f"{type(self).__name__}({', '.join(fields)})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)

    class _Maker(type):
        """Turns a class that names `NamedTuple` as its base into a record."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body["__annotations__"])
            defaults = tuple([body[field] for field in fields if field in body])
            required = len(fields) - len(defaults)
            if any(field in body for field in fields[:required]):
                raise TypeError(f"{name}: a field without a default follows one with a default")
            code = _new_of(len(fields)).replace(
                co_varnames=("cls", *fields), co_name="__new__", co_qualname=f"{name}.__new__"
            )
            body |= {field: field_getter(index, "") for index, field in enumerate(fields)}
            body["__new__"] = FunctionType(code, {"new": tuple.__new__}, "__new__", defaults)
            body["__slots__"] = ()
            body["__match_args__"] = body["_fields"] = fields
            body["_field_defaults"] = dict(zip(fields[required:], defaults, strict=True))
            return type(name, (Record,), body)

    class NamedTuple(metaclass=_Maker):
        """The base to name."""
