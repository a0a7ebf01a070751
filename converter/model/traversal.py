"""Walking a tree of values: every value and text in it, in document order."""

from __future__ import annotations

from operator import attrgetter

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any


def ids_in(value: object) -> Iterator[str]:
    """Yield the ids of the values in it, in any order."""
    stack: list[Any] = [value]
    while stack:
        here = stack.pop()
        kind = type(here)
        if kind is tuple:
            stack += here
        elif kind is not str and isinstance(here, Value):
            name = getattr(here, "id", None)
            if name is not None:
                yield name
            stack += filter(None, (_children.get(kind) or children_of(kind))(here))


def walk(value: object) -> Iterator[Value | str]:
    """Yield the value and all values and texts in it, in document order; attributes are not texts."""
    stack: list[Any] = [value]
    while stack:
        here = stack.pop()
        kind = type(here)
        children = _children.get(kind)  # Nearly all are of a class that was met before, or plain texts and tuples.
        if children is not None:
            yield here
            stack += filter(None, children(here))
        elif kind is str or isinstance(here, str):
            yield here
        elif isinstance(here, tuple):
            stack += here[::-1]
        elif isinstance(here, Value):
            yield here
            stack += filter(None, children_of(kind)(here))


_WORDED = ("content", "reading", "blocks", "items", "cells", "media", "caption", "credit", "note")
"""The fields that hold words or values. A class in which the reading order is another one says it in `_reading`."""

_children: dict[type[Value], Callable[[Value], tuple[object, ...]]] = {}


def children_of(kind: type[Value]) -> Callable[[Value], tuple[object, ...]]:
    """Return what gives the words and values in a value of this class, the last first."""
    children = _children.get(kind)
    if children is None:
        fields = getattr(kind, "_reading", None) or tuple(field for field in _WORDED if field in kind._fields)
        # With `_nothing` there are two at least, of which no function of ours need make a tuple.
        children = _children[kind] = attrgetter(*fields[::-1], "_nothing", "_nothing")
    return children
