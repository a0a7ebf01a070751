"""Frozen, slotted value classes: the one base of the article, options, notices and plans.

Type checkers see dataclasses (`typing.dataclass_transform`); at run time this
is a metaclass of a few lines, because sixty frozen slotted dataclasses cost
49 ms of CPU at start-up, more than the whole command may take
(`docs/decisions/0002-value-classes.md`).
"""

from __future__ import annotations

from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Never, NoReturn, Self, dataclass_transform
else:

    def dataclass_transform(**_):
        return lambda cls: cls


_NONE: frozenset[str] = frozenset()


@dataclass_transform(frozen_default=True)
class _ValueType(type):
    """Turn the annotations of a class body into slots, and its defaults into constructor defaults."""

    _fields: tuple[str, ...]
    _keyword_only: frozenset[str]
    _defaults: dict[str, Any]
    _held: Callable[[Any], tuple[Any, ...]]
    """Value → what its fields hold, in their order."""

    def __new__(mcls, name: str, bases: tuple[type, ...], body: dict[str, Any], *, kw_only: bool = False) -> _ValueType:
        # Each class costs a cold command some microseconds, and there are a hundred: what is known goes into the body,
        # since a class that exists is changed at a price.
        own = tuple([field for field in body.get("__annotations__", ()) if field[0] != "_"])
        defaults = {field: body.pop(field) for field in own if field in body}
        fields: tuple[str, ...] = own
        keyword_only = frozenset(own) if kw_only else _NONE
        for base in bases:
            if isinstance(base, _ValueType) and base._fields:
                fields = base._fields + fields
                keyword_only |= base._keyword_only
                defaults = {**base._defaults, **defaults}
        positional = fields
        if keyword_only:
            positional = tuple([field for field in fields if field not in keyword_only])
            fields = positional + tuple([field for field in fields if field in keyword_only])
        body["__slots__"] = own
        body["__match_args__"] = positional
        body["_fields"] = fields
        body["_keyword_only"] = keyword_only
        body["_defaults"] = defaults
        body["_held"] = holding(fields)
        cls = super().__new__(mcls, name, bases, body)
        if _is_hastened:
            _hasten(cls)  # type: ignore[arg-type]
        return cls


_is_hastened = False
"""Whether `hasten` was called."""


def holding(fields: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Return the function that gives what these fields of a value hold, in their order."""
    if len(fields) > 1:
        return attrgetter(*fields)
    if not fields:
        return lambda value: ()
    get = attrgetter(*fields)
    return lambda value: (get(value),)


class Value(metaclass=_ValueType):
    """An immutable record: equal when its class and all its fields are equal, and hashable.

    Subclasses list annotated fields, defaults last, and may define `_check`,
    which runs after construction and raises `ValueError` for a value that
    must not exist.
    """

    _nothing = ()
    """What every value has beside its fields."""

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
        waiting: list[tuple[Any, Any]] = [(self, other)]
        while waiting:
            left, right = waiting.pop()
            if type(left) is not tuple:
                held = type(left)._held
                left, right = held(left), held(right)
            if len(left) != len(right):
                return False
            for one, two in zip(left, right):  # noqa: B905 - of one length
                if one is two:
                    continue
                kind = type(one)
                if kind is not type(two):
                    if isinstance(one, Value) or one != two:
                        return False
                elif kind is tuple or (kind is not str and isinstance(one, Value)):
                    waiting.append((one, two))
                elif one != two:
                    return False
        return True

    def __hash__(self) -> int:
        return hash((type(self).__name__, *type(self)._held(self)))

    def __repr__(self) -> str:
        shown = (
            f"{field}={value!r}"
            for field, value in self._items().items()
            if field not in type(self)._defaults or value != type(self)._defaults[field]
        )
        return f"{type(self).__name__}({', '.join(shown)})"

    def __reduce__(self) -> tuple[object, ...]:
        cls = type(self)
        if cls._keyword_only:
            return _remake, (cls, *cls._held(self))
        return cls, cls._held(self)

    def _items(self) -> dict[str, Any]:
        return dict(zip(type(self)._fields, type(self)._held(self), strict=True))

    def replace(self, **changes: Any) -> Self:
        """Return a copy with the named fields changed; the copy is checked like any other value."""
        return type(self)(**{**self._items(), **changes})


def hasten() -> None:
    """Give each class, also those to come, a constructor compiled for its fields, as dataclasses have.

    It does what `Value.__init__` does in half the time, and costs 65 µs a class: for a process that makes many values.
    """
    global _is_hastened
    _is_hastened = True
    waiting = Value.__subclasses__()
    while waiting:
        cls = waiting.pop()
        _hasten(cls)
        waiting += cls.__subclasses__()


def _hasten(cls: type[Value]) -> None:
    if not cls._fields or "__init__" in cls.__dict__:
        return
    names: dict[str, Any] = {f"put_{field}": getattr(cls, field).__set__ for field in cls._fields}
    parameters = ["self"]
    for field in cls._fields:
        if field in cls._keyword_only and "*" not in parameters:
            parameters.append("*")
        parameters.append(f"{field}=default_{field}" if field in cls._defaults else field)
        names[f"default_{field}"] = cls._defaults.get(field)
    lines = [f"put_{field}(self, {field})" for field in cls._fields]
    if cls._check is not Value._check:
        lines.append("self._check()")
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines), names)
    type.__setattr__(cls, "__init__", names["__init__"])
    names |= {"self_of": object.__new__, "cls": cls}
    lines = ["self = self_of(cls)", *(line for line in lines if not line.endswith("._check()")), "return self"]
    exec(f"def make({', '.join(parameters[1:])}):\n " + "\n ".join(lines), names)
    _makers[cls] = names["make"]


_makers: dict[type[Value], Callable[..., Any]] = {}


def maker(cls: type[Value]) -> Callable[..., Any]:
    """Return what makes values of the class from the fields of values that were checked; hastened, without a check."""
    return _makers.get(cls, cls)


def field_names(cls: type[Value]) -> tuple[str, ...]:
    """Return the names of the fields of `cls`, in the order of its constructor."""
    return cls._fields


def _remake(cls: type[Value], *values: object) -> Value:
    """Return the value that was pickled, checked like any other."""
    return cls(**dict(zip(cls._fields, values, strict=True)))


def assert_never(value: Never) -> NoReturn:
    """Close a `match` over a union: mypy refuses the call while a case is missing (`typing` is not imported for it)."""
    raise AssertionError(f"no case for {value!r}")
