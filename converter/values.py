"""Frozen, slotted value classes: the one base of the article, options, notices and plans.

Type checkers see dataclasses (`typing.dataclass_transform`); at run time this
is a metaclass of a few lines, because sixty frozen slotted dataclasses cost
49 ms of CPU at start-up, more than the whole command may take
(`docs/decisions/0002-value-classes.md`).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Never, NoReturn, Self, dataclass_transform
else:

    def dataclass_transform(**_):
        return lambda cls: cls


@dataclass_transform(frozen_default=True)
class _ValueType(type):
    """Turn the annotations of a class body into slots, and its defaults into constructor defaults."""

    _fields: tuple[str, ...]
    _keyword_only: frozenset[str]
    _defaults: dict[str, Any]

    def __new__(mcls, name: str, bases: tuple[type, ...], body: dict[str, Any], *, kw_only: bool = False) -> _ValueType:
        own = tuple(field for field in body.get("__annotations__", ()) if not field.startswith("_"))
        defaults = {field: body.pop(field) for field in own if field in body}
        body["__slots__"] = own
        cls = super().__new__(mcls, name, bases, body)
        fields: tuple[str, ...] = own
        keyword_only = frozenset(own) if kw_only else frozenset()
        for base in bases:
            if isinstance(base, _ValueType):
                fields = base._fields + fields
                keyword_only |= base._keyword_only
                defaults = {**base._defaults, **defaults}
        positional = tuple(field for field in fields if field not in keyword_only)
        cls._fields = positional + tuple(field for field in fields if field in keyword_only)
        cls._keyword_only = keyword_only
        cls._defaults = defaults
        type.__setattr__(cls, "__match_args__", positional)
        return cls


class Value(metaclass=_ValueType):
    """An immutable record: equal when its class and all its fields are equal, and hashable.

    Subclasses list annotated fields, defaults last, and may define `_check`,
    which runs after construction and raises `ValueError` for a value that
    must not exist.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        cls = type(self)
        fields = cls._fields
        put = object.__setattr__
        if len(args) > len(cls.__match_args__):
            raise TypeError(f"{cls.__name__} takes {len(cls.__match_args__)} fields by position, {len(args)} given")
        for field, value in zip(fields, args, strict=False):
            put(self, field, value)
        defaults = cls._defaults
        for field in fields[len(args) :]:
            if field in kwargs:
                put(self, field, kwargs.pop(field))
            elif field in defaults:
                put(self, field, defaults[field])
            else:
                raise TypeError(f"{cls.__name__} needs the field {field!r}")
        if kwargs:
            raise TypeError(f"{cls.__name__} has no field {next(iter(kwargs))!r}, or got it twice")
        self._check()

    def _check(self) -> None:
        """Raise `ValueError` when the fields do not make a value of this class."""

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: make a changed copy with .replace({name}=…)")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        # Without recursion: the stack of Python must not decide how deep two articles may be.
        pairs: list[tuple[object, object]] = [(self, other)]
        while pairs:
            left, right = pairs.pop()
            if type(left) is not type(right):
                if isinstance(left, Value) or left != right:
                    return False
            elif isinstance(left, Value):
                for field in type(left)._fields:
                    of_left, of_right = getattr(left, field), getattr(right, field)
                    if of_left is not of_right:
                        pairs.append((of_left, of_right))
            elif isinstance(left, tuple) and isinstance(right, tuple):
                if len(left) != len(right):
                    return False
                pairs += zip(left, right, strict=True)
            elif left != right:
                return False
        return True

    def __hash__(self) -> int:
        return hash((type(self).__name__, *(getattr(self, field) for field in type(self)._fields)))

    def __repr__(self) -> str:
        shown = (
            f"{field}={value!r}"
            for field, value in self._items()
            if field not in type(self)._defaults or value != type(self)._defaults[field]
        )
        return f"{type(self).__name__}({', '.join(shown)})"

    def __reduce__(self) -> tuple[object, ...]:
        return _remake, (type(self), *(value for _, value in self._items()))

    def _items(self) -> Iterator[tuple[str, Any]]:
        return ((field, getattr(self, field)) for field in type(self)._fields)

    def replace(self, **changes: Any) -> Self:
        """Return a copy with the named fields changed; the copy is checked like any other value."""
        return type(self)(**{**dict(self._items()), **changes})


def field_names(cls: type[Value]) -> tuple[str, ...]:
    """Return the names of the fields of `cls`, in the order of its constructor."""
    return cls._fields


def _remake(cls: type[Value], *values: object) -> Value:
    """Return the value that was pickled, checked like any other."""
    return cls(**dict(zip(cls._fields, values, strict=True)))


def assert_never(value: Never) -> NoReturn:
    """Close a `match` over a union: mypy refuses the call while a case is missing (`typing` is not imported for it)."""
    raise AssertionError(f"no case for {value!r}")
